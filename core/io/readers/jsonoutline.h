// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace onrecord::io {

/// A JSON text, or one of an object a line, with "…" for each long string, up to `most` letters: shows the keys however long what stands
/// between them is. Any text; O(text), no recursion.
[[nodiscard]] QString jsonOutline(QStringView text, qsizetype most);

/// The text begins as an object of JSON does, or as a list of objects; where its name does not say that it is JSON, its first three values
/// are such objects: data, and no prose.
[[nodiscard]] bool isJsonData(const QString &outline, bool isNamedJson);

} // namespace onrecord::io
