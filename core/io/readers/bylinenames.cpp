// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/bylinenames.h"

#include <QRegularExpression>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestByline = 200;

const QRegularExpression &opening()
{
    static const QRegularExpression words(
        u"^(?:[/|•·*>(—–-]+\\s*)?(?:"
        "(?:(?:written|reported|reporting|posted|published|contributed|compiled|submitted|words|story|text|report|analysis|commentary|opinion|(?:guest )?column|essay|review|interview|exclusive)\\s+)?by|by:|written by:|"
        "(?:(?:(?:eine?\\s+)?(?:gastbeitrag|gastkommentar|kommentar|analyse|essay|interview|kolumne|bericht|reportage|rezension))\\s+)?von|"
        "(?:(?:propos recueillis|recueilli|publi[ée]|[ée]crit)\\s+)?par|por|escrito por|di|door|af|av|"
        "authors?:|autor(?:in|en)?:|auteurs?\\s*:|texte?\\s*:|words:|story:|interview:)\\s+"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words;
}

/// A person's or a house's name: capitalised words with small ones between, or a script without capitals.
bool isName(const QString &words)
{
    static const QRegularExpression cased(
        u"^(?:(?:de|da|del|della|der|den|van|von|al|el|la|le|di|du)\\s+)?\\p{Lu}[\\p{L}\\p{M}.'’\\-‑]*"
        "(?:\\s+(?:(?:de|da|del|della|der|den|van|von|bin|bint|ibn|al|la|le|el|di|du|dos|das|do|y|zu|ter|ten)\\s+)*\\p{Lu}[\\p{L}\\p{M}.'’\\-‑]*){0,4}(?:, (?:Jr|Sr|II|III|IV)\\.?)?$"_s);
    static const QRegularExpression uncased(u"^[\\p{Lo}\\p{M}]{2,12}(?:[\\s・·][\\p{Lo}\\p{M}]{1,12}){0,3}$"_s);
    static const QRegularExpression button(
        u"^(?:sign|log|subscribe|follow|share|more|read|view|see|get|all|about|print|email|tweet|show|click)\\b|\\b(?:newsletters?|comments?|subscribe|our|your|facebook|twitter)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression agency(u"^(?:dpa|apa|sda|afp|epd|kna|sid)(?:[-/][a-z]+)?$"_s); // as they sign
    if (words.size() < 2 || button.match(words).hasMatch())
        return false;
    if (agency.match(words).hasMatch())
        return true;
    return cased.match(words).hasMatch() || uncased.match(words).hasMatch();
}

bool isJob(const QString &words)
{
    static const QRegularExpression job(
        u"\\b(?:editor|reporter|correspondent|writer|staff|news|contributor|analyst|columnist|desk|redaktion|team|"
        u"bureau|chief|journalist|producer|"
        "redakteur(?:in)?|korrespondent(?:in)?|reporterin|professor|director|fellow|photographer|updated|published)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return job.match(words).hasMatch();
}

/// Without what follows the authors: who else had a hand in it, the date, reading time, addresses.
QString authorsAlone(QString words)
{
    static const QRegularExpression others(
        u"[\\s;.(]*\\b(?:(?:additional|with) (?:reporting|contributions?)|edit(?:ed|ing) by|edited|photo(?:s|graph\\w*)?|illustrat\\w*|pictures?|video|graphics?|updated|published|posted|last (?:updated|modified)|translated|fact[- ]checked)\\b[^\\n]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    words.remove(others);
    static const QRegularExpression with(u"\\s*\\((?:with|avec|mit|con|com|and|und|et)\\s+([^()]*)\\)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    words.replace(with, u", \\1"_s);
    static const QRegularExpression aside(u"\\s*[(\\[][^()\\[\\]]*[)\\]]"_s);
    words.remove(aside);
    static const QRegularExpression address(u"\\s*(?:@[A-Za-z0-9_]{2,}|\\S+@\\S+\\.\\w+)"_s);
    words.remove(address);
    static const QRegularExpression glued(u"(?<=\\p{Ll})\\d.*$"_s); // a date that only style sheets keep apart
    words.remove(glued);
    static const QRegularExpression readingTime(u"\\s+\\d+[\\s-]*min(?:s|utes?|uten)?\\b.*$"_s);
    words.remove(readingTime);
    static const QRegularExpression button(u"\\s+(?:Follow|Subscribe|E-?mail|Contact|Bio|Biography|More from|More by|Share|View profile|See all)\\b.*$"_s);
    words.remove(button);
    // Where they were, for whom they wrote, on which day: "Ann Ray in Lowford and Bo Li in Eastlake for the Herald".
    static const QRegularExpression place(u"\\s+(?:in|aus|à)\\s+\\p{Lu}[\\p{L}\\p{M}.'’ -]*?(?=\\s*(?:,|;|&|\\||$)|\\s+(?:and|und|et)\\s|\\s+(?:for|für|pour)\\s)"_s);
    words.remove(place);
    static const QRegularExpression house(u"\\s+(?:[Ff]or|[Ff]ür|[Pp]our)\\s+(?:(?:[Tt]he|[Dd]ie|[Dd]en|[Dd]as|[Ll]e|[Ll]a)\\s+)?\\p{Lu}.*$"_s);
    words.remove(house);
    static const QRegularExpression day(u"\\s+(?:on|at|am|um|le)\\s+(?:\\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\\p{Lu}\\p{L}+ \\d).*$"_s);
    words.remove(day);
    static const QRegularExpression end(u"(?:[\\s,;:|·•—–)-]|(?<=\\p{Ll}{3})\\.)+$"_s);
    return words.remove(end);
}

/// Agencies and houses that a byline names behind its author: "Ann Ray, Associated Press".
bool isHouse(const QString &words)
{
    static const QRegularExpression house(
        u"\\b(?:press|presse|agency|agentur|agence|media|times|herald|gazette|tribune|newspapers?|network|magazine|weekly|zeitung|nachrichten|reuters|bloomberg|broadcasting|radio|tv)\\b|^the\\s"_s,
        QRegularExpression::CaseInsensitiveOption);
    return house.match(words).hasMatch();
}

/// "Political editor Ann Ray": the name alone, where enough of one is left.
QString withoutJob(const QString &words)
{
    static const QRegularExpression job(
        u"^(?:[\\p{L}-]+\\s+){0,3}(?:editor|correspondent|reporter|writer|columnist|redakteur(?:in)?|korrespondent(?:in)?)\\s+(?=\\p{Lu}\\S*\\s+(?:\\S+\\s+){0,3}\\p{Lu}\\S*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression capital(u"^\\p{Lu}\\S*(?:\\s+\\S+)+$"_s);
    const QString name = QString(words).remove(job);
    return capital.match(name).hasMatch() ? name : words;
}

} // namespace

bool opensByline(const QString &words)
{
    return opening().match(words).hasMatch();
}

QString withoutByline(const QString &words)
{
    return QString(words).remove(opening()).trimmed();
}

QStringList namesOfByline(const QString &byline, bool *isWhole)
{
    if (isWhole)
        *isWhole = false;
    QStringList lines;
    for (const QString &line : byline.split(u'\n', Qt::SkipEmptyParts)) {
        if (const QString one = authorsAlone(withoutByline(line.simplified())); !one.isEmpty())
            lines << one;
    }
    const QString words = lines.join(u'\n');
    if (words.isEmpty() || words.size() > longestByline)
        return {};
    static const QRegularExpression between(
        u"\\s*(?:\\n|,(?!\\s*(?:Jr|Sr|II|III|IV)\\b)|;|\\||·|•|&|/|\\s[-–—]\\s|、|，|\\b(?:and|und|et|y|e|og|och|en|with|avec|mit|by)\\b)\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList names;
    for (const QString &part : words.split(between, Qt::SkipEmptyParts)) {
        const QString one = withoutJob(part.trimmed());
        if (!isName(one))
            return names;
        if (isJob(one) && !(isHouse(one) && one.endsWith(" Staff"_L1)))
            break;
        // Behind somebody's whole name a single word, or a house, is where they work.
        const bool isBehind = !names.isEmpty() && names.first().contains(u' ') && names.first()[0].isUpper();
        if (isBehind && (isHouse(one) || !one.contains(u' ')))
            continue;
        if (!names.contains(one))
            names << one;
    }
    if (isWhole)
        *isWhole = !names.isEmpty();
    return names;
}

} // namespace onrecord::io
