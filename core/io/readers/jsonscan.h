// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

/// Steps over JSON as it stands, in a QStringView or in UTF-8. O(what is passed).
namespace onrecord::io {

[[nodiscard]] inline bool isJsonBlank(char16_t c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

[[nodiscard]] inline char16_t jsonUnit(QStringView json, qsizetype at)
{
    return json[at].unicode();
}

[[nodiscard]] inline char16_t jsonUnit(QByteArrayView json, qsizetype at)
{
    return static_cast<uchar>(json[at]);
}

/// The next place at or behind `at` that is not white space.
template<typename View>
[[nodiscard]] qsizetype behindBlanks(const View &json, qsizetype at)
{
    while (at < json.size() && isJsonBlank(jsonUnit(json, at)))
        ++at;
    return at;
}

/// The place behind the string that opens at `at`; the end when it is not closed.
template<typename View>
[[nodiscard]] qsizetype behindString(const View &json, qsizetype at)
{
    for (++at; at < json.size(); ++at) {
        if (jsonUnit(json, at) == u'\\')
            ++at;
        else if (jsonUnit(json, at) == u'"')
            return at + 1;
    }
    return json.size();
}

} // namespace onrecord::io
