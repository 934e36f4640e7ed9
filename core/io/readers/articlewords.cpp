// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/articlewords.h"

#include <QRegularExpression>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestBox = 320; // a longer line holds prose as well: left alone
constexpr qsizetype longestDateline = 90;

} // namespace

bool isBoxLine(const QString &line)
{
    if (line.size() > longestBox || line.contains(u'“') || line.contains(u'"') || line.contains(u'„'))
        return false;
    static const QRegularExpression whole(
        u"^(?:[-–—*•▶►→\\s]*)(?:advertis(?:ement|ing)|advert|anzeige|werbung|publicité|publicidad|loading\\W*|laden\\W*|"
        "share(?: this)?(?: article| story| page)?|share (?:on|via) (?:facebook|twitter|x|whatsapp|linkedin|email)|"
        "subscribe(?: now)?|sign up|log in|menu|skip (?:to (?:main )?content|advertisement)|(?:print|copy link|listen "
        "to this article|save (?:article|for later))|"
        "(?:also read|read (?:more|also|next|this next)|related(?: articles| stories| content| topics)?(?! to\\b)|recommended(?: "
        "for you)?|more from|see also|"
        "most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|lesen sie auch|mehr zum thema|das könnte sie "
        "(?:auch )?interessieren|à lire aussi|lire aussi)\\b[^.!?]{0,200}[.!?]?|"
        "thanks for (?:subscribing|signing up)\\b.*|an error occur\\w*\\b.*|read our (?:privacy "
        "policy|terms)\\b.*|story continues below (?:this )?ad\\w*|"
        "(?:we use|this (?:site|website|page) uses|our (?:site|website) uses) cookies\\b.*|(?:accept|manage) (?:all "
        ")?cookies|cookie (?:settings|policy)|"
        "wir (?:verwenden|nutzen) cookies\\b.*|by (?:signing "
        "up|subscribing|continuing)\\b.{0,80}\\b(?:agree|accept)\\b.*|"
        "(?:sign up|subscribe|join|get)\\b.{0,140}\\bnewsletters?\\b.*|(?:download|get) (?:the|our) app\\b.{0,80}|"
        "follow (?:us|\\S+(?: \\S+)?) on (?:facebook|twitter|x|instagram|telegram|google news|whatsapp)\\b.{0,80}|all rights reserved\\.?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return whole.match(line).hasMatch();
}

bool isCorrectionLine(const QString &line)
{
    if (line.size() > 1200)
        return false;
    static const QRegularExpression notice(
        u"^\\W{0,3}(?:(?:correction|corrections|clarification|correction and clarification|editor['’]s "
        u"note|editors['’] note|update|updated)\\b[^\\p{L}]{0,3}(?:\\(?[\\p{L}\\d.,: ]{3,30}\\)?)?\\s*[:—–]|"
        "(?:an? )?(?:earlier|previous) versions? of this (?:article|story|report|post)\\b|"
        "this (?:article|story|report|post|page|headline) (?:was|has been) "
        "(?:amended|corrected|updated|changed|edited)\\b|"
        "(?:korrektur|berichtigung|richtigstellung|anmerkung der redaktion|in einer früheren (?:version|fassung))\\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return notice.match(line).hasMatch();
}

qsizetype datelineLength(const QString &paragraph)
{
    static const QRegularExpression dateline(
        u"^(?:(?:\\p{Lu}[\\p{Lu}\\p{M}.'’\\-]+(?:[ "
        u"/]\\p{Lu}[\\p{Lu}\\p{M}.'’\\-]*){0,3})(?:,\\s\\p{Lu}[\\p{L}.]+(?:\\s\\p{Lu}[\\p{L}.]+)?)?(?:,?\\s\\p{Lu}\\p{"
        u"L}{2,8}\\.?\\s\\d{1,2})?(?:\\s\\([\\p{L}][\\p{L}/& .]{1,30}\\))?"
        "|\\p{Lu}[\\p{L}\\p{M}.'’\\-]+(?:[ "
        "/]\\p{Lu}[\\p{L}\\p{M}.'’\\-]+){0,2}(?:,\\s\\p{Lu}[\\p{L}.]+)?(?:,?\\s\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{1,2})?"
        "\\s\\([\\p{L}][\\p{L}/& .]{1,30}\\))"
        "\\s*(?:—|–|--|-)(?=\\s)"_s);
    const auto m = dateline.match(paragraph.left(longestDateline));
    return m.hasMatch() && paragraph.size() > m.capturedEnd() + 20 ? m.capturedEnd() : 0;
}

} // namespace onrecord::io
