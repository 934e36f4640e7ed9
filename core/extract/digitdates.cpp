// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/digitdates.h"

#include <QDate>

namespace onrecord::extract {

namespace {

constexpr int monthsOfYear = 12;

/// Digits only, at most `longest` of them; −1 otherwise.
int number(QStringView digits, qsizetype longest)
{
    if (digits.isEmpty() || digits.size() > longest)
        return -1;
    int n = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return -1;
        n = n * 10 + (c.unicode() - u'0');
    }
    return n;
}

/// "2025", and "25" of this century.
int yearOf(QStringView digits)
{
    constexpr int earliest = 1500;
    constexpr int latest = 2100;
    const int year = digits.size() == 2 ? 2000 + number(digits, 2) : digits.size() == 4 ? number(digits, 4) : -1;
    return year >= earliest && year <= latest ? year : 0;
}

bool isDay(int year, int month, int day)
{
    constexpr int leap = 2000;
    return month >= 1 && month <= monthsOfYear && QDate::isValid(year > 0 ? year : leap, month, day);
}

bool isTight(const Reading &r, int t) { return t < r.count() && !r.tok(t).spaceBefore && !r.tok(t).startsParagraph; }

/// "am 24.12." – the words that stand before a day without its year.
bool pointsAtDay(const Reading &r, int t)
{
    static constexpr WordSet before{u"am", u"vom", u"zum", u"bis", u"ab", u"seit", u"den", u"dem"};
    return t > 0 && r.isAny(t - 1, before);
}

std::optional<DigitDate> withPoints(const Reading &r, int t)
{
    const QList<QStringView> parts = r.word(t).split(u'.');
    DigitDate date{.last = t};
    if (parts.size() == 3) {
        date.day = number(parts[0], 2);
        date.month = number(parts[1], 2);
        date.year = yearOf(parts[2]);
        if (date.year == 0 || !isDay(date.year, date.month, date.day) || (!r.isGerman && date.day <= monthsOfYear && date.day != date.month))
            return {};
        return date;
    }
    if (!r.isGerman)
        return {};
    if (parts.size() == 2 && pointsAtDay(r, t) && isTight(r, t + 1) && r.isSign(t + 1, u'.')) { // "am 24.12."
        date.day = number(parts[0], 2);
        date.month = number(parts[1], 2);
        date.last = t + 1;
        return isDay(0, date.month, date.day) ? std::optional(date) : std::nullopt;
    }
    const bool spaced = parts.size() == 1 && t + 4 < r.count() && isTight(r, t + 1) && r.isSign(t + 1, u'.') && isTight(r, t + 3) && r.isSign(t + 3, u'.')
        && !r.tok(t + 2).startsParagraph && !r.tok(t + 4).startsParagraph; // "3. 5. 2025"
    if (!spaced)
        return {};
    date.day = number(parts[0], 2);
    date.month = number(r.word(t + 2), 2);
    date.year = yearOf(r.word(t + 4));
    date.last = t + 4;
    return date.year > 0 && r.word(t + 4).size() == 4 && isDay(date.year, date.month, date.day) ? std::optional(date) : std::nullopt;
}

/// Which of the two is the day, by the country of the language; nobody knows without one.
enum class Order : quint8 { Unknown, DayFirst, MonthFirst };

Order orderOf(const Reading &r)
{
    const QString &language = r.options->language;
    if (r.isGerman)
        return Order::DayFirst;
    if (language.endsWith(QLatin1StringView("-US"), Qt::CaseInsensitive))
        return Order::MonthFirst;
    const bool isOther = language.size() == 5 && language.startsWith(QLatin1StringView("en-"), Qt::CaseInsensitive) && !language.endsWith(QLatin1StringView("CA"), Qt::CaseInsensitive);
    return isOther ? Order::DayFirst : Order::Unknown;
}

std::optional<DigitDate> withSlashes(const Reading &r, int t)
{
    const bool slashes = t + 4 < r.count() && isTight(r, t + 1) && r.isSign(t + 1, u'/') && isTight(r, t + 2) && isTight(r, t + 3) && r.isSign(t + 3, u'/') && isTight(r, t + 4);
    if (!slashes || r.word(t + 4).size() != 4)
        return {};
    const int first = number(r.word(t), 2);
    const int second = number(r.word(t + 2), 2);
    DigitDate date{.last = t + 4, .year = yearOf(r.word(t + 4))};
    if (date.year == 0)
        return {};
    const Order order = orderOf(r);
    const bool dayFirst = isDay(date.year, second, first) && (order == Order::DayFirst || first == second || !isDay(date.year, first, second));
    const bool monthFirst = isDay(date.year, first, second) && (order == Order::MonthFirst || !isDay(date.year, second, first));
    if (dayFirst || monthFirst) {
        date.day = dayFirst ? first : second;
        date.month = dayFirst ? second : first;
    }
    return isDay(date.year, second, first) || isDay(date.year, first, second) ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<DigitDate> digitDateAt(const Reading &reading, int t)
{
    const bool joined = t > 0 && !reading.tok(t).spaceBefore && (reading.isSign(t - 1, u'-') || reading.isSign(t - 1, u'/') || reading.isSign(t - 1, u'.') || reading.isSign(t - 1, u':'));
    if (joined)
        return {};
    const auto points = withPoints(reading, t);
    return points ? points : withSlashes(reading, t);
}

} // namespace onrecord::extract
