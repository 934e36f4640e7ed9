// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace onrecord {

/// A name as one line shows it: control characters, the end of a line among them, as their pictures; those that turn the direction of
/// what follows, divide lines or are not seen by number ("<U+202E>"), so that no name passes for another. Everything else stays.
[[nodiscard]] QString shownName(const QString &name);
/// A word of it holds letters of two of the scripts whose letters look alike (Latin, Greek, Cyrillic): hardly a name, rather a disguise.
[[nodiscard]] bool mixesScripts(QStringView name);

} // namespace onrecord
