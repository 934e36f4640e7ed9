// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/shown.h"

#include <algorithm>

namespace onrecord {

using namespace Qt::StringLiterals;

namespace {

bool turns(QChar c)
{
    return (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
}

} // namespace

QString shownName(const QString &name)
{
    if (std::ranges::none_of(name, [](QChar c) { return c < u' ' || turns(c); }))
        return name;
    QString shown;
    for (const QChar c : name) {
        if (c < u' ')
            shown += QChar(static_cast<char16_t>(0x2400 + c.unicode())); // control pictures
        else if (turns(c))
            shown += u"<U+%1>"_s.arg(QString::number(c.unicode(), 16).toUpper());
        else
            shown += c;
    }
    return shown;
}

} // namespace onrecord
