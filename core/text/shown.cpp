// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/shown.h"

namespace onrecord {

using namespace Qt::StringLiterals;

namespace {

bool turns(QChar c)
{
    return (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069') || c == u'\u061C';
}

/// Of no width, or the end of a line, or a command to a terminal. Not the joiners where scripts and pictures need them.
bool isUnseen(const QString &name, qsizetype at)
{
    const QChar c = name[at];
    if (c == u'\u200C' || c == u'\u200D') {
        const auto needsThem = [&name](qsizetype beside) { return beside >= 0 && beside < name.size() && name[beside] > u'\u0300'; };
        return !needsThem(at - 1) || !needsThem(at + 1);
    }
    return (c >= u'\u0080' && c <= u'\u009F') || c == u'\u00AD' || c == u'\u180E' || c == u'\u200B' || c == u'\u2028' || c == u'\u2029'
        || (c >= u'\u2060' && c <= u'\u2064') || c == u'\uFEFF';
}

} // namespace

bool mixesScripts(QStringView name)
{
    QChar::Script before = QChar::Script_Common; // of this word
    for (const QChar c : name) {
        if (!c.isLetter() && !c.isMark()) {
            before = QChar::Script_Common;
            continue;
        }
        const QChar::Script script = c.script();
        if (script != QChar::Script_Latin && script != QChar::Script_Greek && script != QChar::Script_Cyrillic)
            continue;
        if (before != QChar::Script_Common && before != script)
            return true;
        before = script;
    }
    return false;
}

QString shownName(const QString &name)
{
    QString shown;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar c = name[at];
        if (c < u' ')
            shown += QChar(static_cast<char16_t>(0x2400 + c.unicode())); // control pictures
        else if (c == u'\u007F')
            shown += u'\u2421';
        else if (turns(c) || isUnseen(name, at))
            shown += u"<U+%1>"_s.arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0');
        else
            shown += c;
    }
    return shown;
}

} // namespace onrecord
