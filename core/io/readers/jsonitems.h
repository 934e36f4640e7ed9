// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringView>
#include <vector>

namespace onrecord::io {

/// One value of a JSON text, as it stands there.
struct JsonItem {
    QStringView json;
    int line = 1; ///< where it begins
};

/// The values that a JSON text holds: the lines of one with an object a line (blank lines are none), objects over
/// several lines one after the other, the members of a list, or the one value that it is. A damaged member ends where
/// the brackets say, a damaged line with its line: the others are not lost with it. At most `most` and one more. No
/// recursion, O(text).
[[nodiscard]] std::vector<JsonItem> jsonItems(QStringView text, size_t most);

/// The keys of the first object of a JSON text and of the objects directly in its lists, as far as `text` goes: tells
/// what kind of file it is, also from its beginning alone. Empty when it is no JSON.
[[nodiscard]] QSet<QString> firstKeys(QStringView text);

} // namespace onrecord::io
