// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/writtendate.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <array>
#include <utility>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// A word as months are looked up: small, without accents ("février", "fevrier").
QString plain(const QString &word)
{
    QString out = word.toLower().normalized(QString::NormalizationForm_D);
    out.removeIf([](QChar c) { return c.isMark(); });
    return out;
}

/// 1..12, or 0. In English, German and French the first letters of a name are enough where they leave no doubt ("Sept", "janv"); in other languages
/// where a day stands before them as well ("3 dic"): "Out 2025" is no October. Polish and Czech names as they stand in dates and by themselves.
int monthNamed(const QString &word, bool hasDay)
{
    static const std::array<QStringList, 12> names{{
        {u"january"_s, u"januar"_s, u"janner"_s, u"janvier"_s},
        {u"february"_s, u"februar"_s, u"fevrier"_s},
        {u"march"_s, u"marz"_s, u"mars"_s},
        {u"april"_s, u"avril"_s},
        {u"may"_s, u"mai"_s},
        {u"june"_s, u"juni"_s, u"juin"_s},
        {u"july"_s, u"juli"_s, u"juillet"_s},
        {u"august"_s, u"aout"_s},
        {u"september"_s, u"septembre"_s},
        {u"october"_s, u"oktober"_s, u"octobre"_s},
        {u"november"_s, u"novembre"_s},
        {u"december"_s, u"dezember"_s, u"decembre"_s},
    }};
    static const std::array<QStringList, 12> others{{
        {u"enero"_s, u"gennaio"_s, u"januari"_s, u"janeiro"_s, u"stycznia"_s, u"styczen"_s, u"ledna"_s, u"leden"_s},
        {u"febrero"_s, u"febbraio"_s, u"februari"_s, u"fevereiro"_s, u"lutego"_s, u"luty"_s, u"unora"_s, u"unor"_s},
        {u"marzo"_s, u"maart"_s, u"mrt"_s, u"marco"_s, u"marca"_s, u"marzec"_s, u"brezna"_s, u"brezen"_s},
        {u"abril"_s, u"aprile"_s, u"kwietnia"_s, u"kwiecien"_s, u"dubna"_s, u"duben"_s},
        {u"mayo"_s, u"maggio"_s, u"mei"_s, u"maio"_s, u"maja"_s, u"maj"_s, u"kvetna"_s, u"kveten"_s},
        {u"junio"_s, u"giugno"_s, u"junho"_s, u"czerwca"_s, u"czerwiec"_s, u"cervna"_s, u"cerven"_s},
        {u"julio"_s, u"luglio"_s, u"julho"_s, u"lipca"_s, u"lipiec"_s, u"cervence"_s, u"cervenec"_s},
        {u"agosto"_s, u"augustus"_s, u"sierpnia"_s, u"sierpien"_s, u"srpna"_s, u"srpen"_s},
        {u"septiembre"_s, u"setiembre"_s, u"settembre"_s, u"setembro"_s, u"wrzesnia"_s, u"wrzesien"_s, u"zari"_s},
        {u"octubre"_s, u"ottobre"_s, u"outubro"_s, u"pazdziernika"_s, u"pazdziernik"_s, u"rijna"_s, u"rijen"_s},
        {u"noviembre"_s, u"novembro"_s, u"listopada"_s, u"listopadu"_s, u"listopad"_s},
        {u"diciembre"_s, u"dicembre"_s, u"dezembro"_s, u"grudnia"_s, u"grudzien"_s, u"prosince"_s, u"prosinec"_s},
    }};
    const QString wanted = plain(word);
    const auto find = [&wanted](const std::array<QStringList, 12> &in, bool mayBeShort) {
        int found = 0;
        for (size_t i = 0; i < in.size(); ++i) {
            for (const QString &name : in[i]) {
                if (name == wanted)
                    return static_cast<int>(i) + 1;
                if (mayBeShort && wanted.size() >= 3 && name.startsWith(wanted))
                    found = found == 0 || found == static_cast<int>(i) + 1 ? static_cast<int>(i) + 1 : -1;
            }
        }
        return std::max(found, 0);
    };
    const int found = find(names, true);
    return found > 0 ? found : find(others, hasDay);
}

std::optional<qint16> zoneOf(const QString &zone)
{
    static const QRegularExpression offset(u"^(?:UTC|GMT)?([+-])(\\d\\d):?(\\d\\d)?$"_s);
    if (const auto m = offset.match(zone); m.hasMatch()) {
        const int minutes = m.capturedView(2).toInt() * 60 + m.capturedView(3).toInt();
        if (minutes > 14 * 60)
            return std::nullopt;
        return static_cast<qint16>(m.captured(1) == u"-"_s ? -minutes : minutes);
    }
    // Names that mean one offset everywhere. "BST", "IST" and "CST" do not; "ET" is another one in summer.
    static const QHash<QString, int> hours{{u"Z"_s, 0},     {u"UTC"_s, 0},  {u"GMT"_s, 0},  {u"UT"_s, 0},   {u"WET"_s, 0},  {u"WEST"_s, 1}, {u"CET"_s, 1},
                                           {u"MEZ"_s, 1},   {u"CEST"_s, 2}, {u"MESZ"_s, 2}, {u"EET"_s, 2},  {u"EEST"_s, 3}, {u"EST"_s, -5}, {u"EDT"_s, -4},
                                           {u"CDT"_s, -5},  {u"MDT"_s, -6}, {u"PST"_s, -8}, {u"PDT"_s, -7}, {u"JST"_s, 9},  {u"AEST"_s, 10}, {u"AEDT"_s, 11}};
    const auto known = hours.constFind(zone.toUpper());
    return known == hours.cend() ? std::nullopt : std::optional(static_cast<qint16>(*known * 60));
}

/// Adds "14:05", "14:05:11.123" "2:05 PM" and a zone; false when the clock time makes no sense.
bool addTime(DatePoint &point, const QRegularExpressionMatch &m, int first)
{
    if (m.capturedView(first).isEmpty())
        return true;
    int hour = m.capturedView(first).toInt();
    const int minute = m.capturedView(first + 1).toInt();
    const QString half = m.captured(first + 3).toLower().remove(u'.');
    if (!half.isEmpty() && (hour < 1 || hour > 12))
        return false;
    if (!half.isEmpty())
        hour = hour % 12 + (half == u"pm"_s ? 12 : 0);
    if (hour > 23 || minute > 59)
        return false;
    point.hour = static_cast<qint8>(hour);
    point.minute = static_cast<qint8>(minute);
    point.precision = Precision::Minute;
    if (!m.capturedView(first + 2).isEmpty()) {
        point.second = static_cast<qint8>(std::min(m.capturedView(first + 2).toInt(), 59)); // a leap second has no place in EDTF level 1
        point.precision = Precision::Second;
    }
    point.utcOffset = zoneOf(m.captured(first + 4));
    return true;
}

std::optional<PartialDate> dayWithTime(int year, int month, int day, const QRegularExpressionMatch &m, int first)
{
    if (year < 1000 || !QDate::isValid(year, month, day))
        return std::nullopt;
    DatePoint point{Precision::Day, year, static_cast<qint8>(month), static_cast<qint8>(day)};
    if (!addTime(point, m, first))
        return std::nullopt;
    return PartialDate::at(point);
}

/// "3.2.2025" is written with the day in front. "3/2/2025" may be either, and is a date only where one of them cannot be a month.
std::optional<PartialDate> dateInFigures(const QRegularExpressionMatch &m)
{
    int day = m.captured(1).toInt();
    int month = m.captured(3).toInt();
    if (m.captured(2) != u"."_s) {
        if (day <= 12 && month <= 12 && day != month)
            return std::nullopt;
        if (month > 12)
            std::swap(day, month);
    }
    return dayWithTime(m.captured(4).toInt(), month, day, m, 5);
}

const QString timeShape = u"(?:(?:T|\\s+|,\\s*|,?\\s+(?:at|um|om|à|às|alle|alle\\s+ore|a\\s+las|o)\\s+)(\\d{1,2})[:.h](\\d\\d)(?::(\\d\\d)(?:[.,]\\d+)?)?\\s*([ap]\\.?m\\.?)?\\s*"
                          "(Z|UTC|GMT|UT|(?:UTC|GMT)?[+-]\\d\\d:?\\d\\d|[A-Z]{2,4})?)?"_s;

} // namespace

std::optional<PartialDate> writtenDate(const QString &written)
{
    const QString words = written.simplified();
    if (words.isEmpty() || words.size() > 80)
        return std::nullopt;
    if (auto edtf = PartialDate::fromEdtf(words))
        return edtf;

    // "2:05 PM EDT, Fri May 2, 2025"
    static const QRegularExpression timeFirst(u"^(\\d{1,2}[:.h]\\d\\d(?:\\s*[ap]\\.?m\\.?)?(?:\\s*(?!(?:jan|febr?|mär|mars?|apr|avr|mai|may|june?|juin|juil?|july?|aug|août|sept?|okt|oct|nov|de[cz])\\b)[A-Z]{2,4})?),?\\s+((?:\\p{L}|\\d{1,2}[\\s.]).*\\d{4})$"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto m = timeFirst.match(words); m.hasMatch())
        return writtenDate(m.captured(2) + u' ' + m.captured(1));

    static const QRegularExpression iso(u"^(\\d{4})[-/.]?(\\d\\d)[-/.]?(\\d\\d)"_s + timeShape + u"$"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto m = iso.match(words); m.hasMatch())
        return dayWithTime(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt(), m, 4);

    // A weekday, or any word that a comma divides from the date ("Today, 2 May 2025").
    static const QString weekday =
        u"^(?:(?:on|am|le|den)\\s+)?(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|"
        "lun|mar|mer|jeu|ven|sam|dim|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:maan|dins|woens|donder|vrij|zater|zon)dag|"
        "lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|(?:luned|marted|mercoled|gioved|venerd)[iì]|sabato|domenica|"
        "poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|"
        "(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?|(?:man|mån|tirs|tis|ons|tors|fre|lør|lör|søn|sön)dag|"
        "[\\p{L}-]{1,20}(?=,))(?![\\p{L}\\d])\\.?,?\\s*)?(?:(?:den|dem|the|le)\\s+)?"_s;
    static const QRegularExpression dayFirst(weekday + u"(\\d{1,2})(?:st|nd|rd|th|er|\\.?[º°]|\\.)?\\s+(?:(?:of|de)\\s+)?(\\p{L}{3,12})\\.?,?\\s+(?:del?\\s+)?(\\d{4})(?:\\s+(?:r\\.|roku))?"_s + timeShape + u"$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    if (const auto m = dayFirst.match(words); m.hasMatch())
        return dayWithTime(m.captured(3).toInt(), monthNamed(m.captured(2), true), m.captured(1).toInt(), m, 4);

    static const QRegularExpression monthFirst(weekday + u"(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"_s + timeShape + u"$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    if (const auto m = monthFirst.match(words); m.hasMatch())
        return dayWithTime(m.captured(3).toInt(), monthNamed(m.captured(1), false), m.captured(2).toInt(), m, 4);

    static const QRegularExpression figures(weekday + u"(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4})"_s + timeShape + u"$"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto m = figures.match(words); m.hasMatch())
        return dateInFigures(m);

    static const QRegularExpression monthOnly(u"^(\\p{L}{3,12})\\.?,?\\s+(?:de\\s+)?(\\d{4})$"_s);
    if (const auto m = monthOnly.match(words); m.hasMatch()) {
        const int month = monthNamed(m.captured(1), false);
        if (month > 0)
            return PartialDate::month(m.captured(2).toInt(), month);
    }
    return std::nullopt;
}

} // namespace onrecord::io
