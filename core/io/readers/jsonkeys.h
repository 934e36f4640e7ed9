// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace onrecord::io {

/// A key that an object of this JSON has twice, the first met; empty when there is none. QJsonDocument takes the last of them without a word.
/// For JSON that has been parsed already: what is broken gives any answer. O(bytes), no recursion.
[[nodiscard]] QString repeatedKey(QByteArrayView json);

} // namespace onrecord::io
