// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace onrecord::io {

// What QJsonDocument does not tell of a JSON. O(bytes), no recursion.

/// A key that an object of this JSON has twice, the first met; empty when there is none. QJsonDocument takes the last
/// of them without a word. For JSON that has been parsed already: what is broken gives any answer.
[[nodiscard]] QString repeatedKey(QByteArrayView json);

/// The same JSON with each number as a string of its digits, as they are written: QJsonDocument alters numbers of many
/// digits. What is broken stays so.
[[nodiscard]] QByteArray withWrittenNumbers(const QByteArray &json);

} // namespace onrecord::io
