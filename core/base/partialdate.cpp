// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/partialdate.h"

#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <limits>

namespace onrecord {

namespace {

QString number(int value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

QString pointToEdtf(const DatePoint &p)
{
    if (p.precision == Precision::Unknown)
        return {};
    QString out = p.year < 0 ? u'-' + number(-p.year, 4) : number(p.year, 4);
    if (p.precision >= Precision::Month)
        out += u'-' + number(p.month, 2);
    if (p.precision >= Precision::Day)
        out += u'-' + number(p.day, 2);
    if (p.precision >= Precision::Minute)
        out += u'T' + number(p.hour, 2) + u':' + number(p.minute, 2);
    if (p.precision >= Precision::Second)
        out += u':' + number(p.second, 2);
    if (p.precision >= Precision::Minute && p.utcOffset) {
        const int offset = *p.utcOffset;
        out += offset == 0 ? QStringLiteral("Z")
                           : (offset < 0 ? u'-' : u'+') + number(std::abs(offset) / 60, 2) + u':' + number(std::abs(offset) % 60, 2);
    }
    return out;
}

std::optional<DatePoint> pointFromEdtf(QStringView words)
{
    static const QRegularExpression shape(QStringLiteral(
        "^(-?\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d))?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?$"));
    const auto m = shape.matchView(words);
    if (!m.hasMatch())
        return std::nullopt;
    DatePoint p;
    p.year = m.capturedView(1).toInt();
    p.precision = Precision::Year;
    if (m.hasCaptured(2)) {
        p.month = static_cast<qint8>(m.capturedView(2).toInt());
        p.precision = Precision::Month;
        if (p.month < 1 || p.month > 12)
            return std::nullopt;
    }
    if (m.hasCaptured(3)) {
        p.day = static_cast<qint8>(m.capturedView(3).toInt());
        p.precision = Precision::Day;
        // QDate has no year 0; the leap rule repeats every 400 years.
        const int leapYear = ((p.year % 400) + 400) % 400 + 2000;
        if (!QDate::isValid(leapYear, p.month, p.day))
            return std::nullopt;
    }
    if (m.hasCaptured(4)) {
        p.hour = static_cast<qint8>(m.capturedView(4).toInt());
        p.minute = static_cast<qint8>(m.capturedView(5).toInt());
        p.precision = Precision::Minute;
        if (p.hour > 23 || p.minute > 59)
            return std::nullopt;
    }
    if (m.hasCaptured(6)) {
        p.second = static_cast<qint8>(m.capturedView(6).toInt());
        p.precision = Precision::Second;
        if (p.second > 59)
            return std::nullopt;
    }
    if (m.hasCaptured(7)) {
        const QStringView zone = m.capturedView(7);
        if (zone == u"Z") {
            p.utcOffset = 0;
        } else {
            const int minutes = zone.sliced(1, 2).toInt() * 60 + zone.sliced(4, 2).toInt();
            if (minutes > 14 * 60)
                return std::nullopt;
            p.utcOffset = static_cast<qint16>(zone[0] == u'-' ? -minutes : minutes);
        }
    }
    return p;
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar, any year (H. Hinnant, "chrono-compatible low-level date algorithms").
qint64 daysFromCivil(qint64 y, int m, int d)
{
    y -= m <= 2 ? 1 : 0;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yoe = y - era * 400;
    const qint64 doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    const qint64 doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

qint64 firstSecond(const DatePoint &p)
{
    const qint64 days = daysFromCivil(p.year, p.precision >= Precision::Month ? p.month : 1, p.precision >= Precision::Day ? p.day : 1);
    return days * 86400 + p.hour * 3600 + p.minute * 60 + p.second - p.utcOffset.value_or(0) * 60;
}

qint64 lastSecond(const DatePoint &p)
{
    switch (p.precision) {
    case Precision::Unknown:
        return 0;
    case Precision::Year:
        return daysFromCivil(p.year + 1, 1, 1) * 86400 - 1;
    case Precision::Month:
        return (p.month == 12 ? daysFromCivil(p.year + 1, 1, 1) : daysFromCivil(p.year, p.month + 1, 1)) * 86400 - 1;
    case Precision::Day:
        return firstSecond(p) + 86399;
    case Precision::Minute:
        return firstSecond(p) + 59;
    case Precision::Second:
        return firstSecond(p);
    }
    return 0;
}

} // namespace

PartialDate PartialDate::year(int y)
{
    return at({.precision = Precision::Year, .year = y});
}

PartialDate PartialDate::month(int y, int m)
{
    return at({.precision = Precision::Month, .year = y, .month = static_cast<qint8>(m)});
}

PartialDate PartialDate::day(int y, int m, int d)
{
    return at({.precision = Precision::Day, .year = y, .month = static_cast<qint8>(m), .day = static_cast<qint8>(d)});
}

PartialDate PartialDate::at(const DatePoint &point)
{
    PartialDate date;
    date.m_from = point;
    return date;
}

PartialDate PartialDate::between(const DatePoint &from, const DatePoint &to)
{
    PartialDate date;
    date.m_from = from;
    date.m_to = to;
    date.m_interval = true;
    return date;
}

PartialDate PartialDate::after(const DatePoint &from)
{
    return between(from, {});
}

PartialDate PartialDate::before(const DatePoint &to)
{
    return between({}, to);
}

std::optional<PartialDate> PartialDate::fromEdtf(QStringView words)
{
    words = words.trimmed();
    if (words.isEmpty())
        return std::nullopt;
    bool approximate = false;
    if (words.endsWith(u'~')) {
        approximate = true;
        words.chop(1);
    }
    PartialDate date;
    const qsizetype slash = words.indexOf(u'/');
    if (slash < 0) {
        const auto point = pointFromEdtf(words);
        if (!point)
            return std::nullopt;
        date = at(*point);
    } else {
        const QStringView a = words.first(slash);
        const QStringView b = words.sliced(slash + 1);
        DatePoint from;
        DatePoint to;
        if (a != u"..") {
            const auto point = pointFromEdtf(a);
            if (!point)
                return std::nullopt;
            from = *point;
        }
        if (b != u"..") {
            const auto point = pointFromEdtf(b);
            if (!point)
                return std::nullopt;
            to = *point;
        }
        date = between(from, to);
        if (!date.isKnown() || date.earliest() > date.latest())
            return std::nullopt;
    }
    date.m_approximate = approximate;
    return date;
}

QString PartialDate::toEdtf() const
{
    if (!isKnown())
        return {};
    QString out;
    if (m_interval) {
        out = isOpenStart() ? QStringLiteral("..") : pointToEdtf(m_from);
        out += u'/';
        out += isOpenEnd() ? QStringLiteral("..") : pointToEdtf(m_to);
    } else {
        out = pointToEdtf(m_from);
    }
    if (m_approximate)
        out += u'~';
    return out;
}

Precision PartialDate::precision() const
{
    if (!m_interval || isOpenEnd())
        return m_from.precision;
    if (isOpenStart())
        return m_to.precision;
    return std::min(m_from.precision, m_to.precision);
}

qint64 PartialDate::earliest() const
{
    if (!isKnown())
        return 0;
    return isOpenStart() ? std::numeric_limits<qint64>::min() : firstSecond(m_from);
}

qint64 PartialDate::latest() const
{
    if (!isKnown())
        return 0;
    return isOpenEnd() ? std::numeric_limits<qint64>::max() : lastSecond(m_interval ? m_to : m_from);
}

bool isCertainlyBefore(const PartialDate &a, const PartialDate &b)
{
    return a.isKnown() && b.isKnown() && a.latest() < b.earliest();
}

} // namespace onrecord
