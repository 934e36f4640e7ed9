// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/timeaxis.h"

#include <QDate>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace onrecord::explore {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr double meanYear = 365.2425 * static_cast<double>(day);
constexpr qint64 shortest = 10 * minute;

// The first second of the year -9999 and the first after the year 9999, proleptic Gregorian.
constexpr qint64 firstSecond = -377705116800;
constexpr qint64 endSecond = 253402300800;

constexpr std::array ladder{
    TimeStep{TimeUnit::Minute, 1}, TimeStep{TimeUnit::Minute, 2},  TimeStep{TimeUnit::Minute, 5},  TimeStep{TimeUnit::Minute, 10},
    TimeStep{TimeUnit::Minute, 15}, TimeStep{TimeUnit::Minute, 30}, TimeStep{TimeUnit::Hour, 1},    TimeStep{TimeUnit::Hour, 2},
    TimeStep{TimeUnit::Hour, 3},   TimeStep{TimeUnit::Hour, 6},    TimeStep{TimeUnit::Hour, 12},   TimeStep{TimeUnit::Day, 1},
    TimeStep{TimeUnit::Day, 2},    TimeStep{TimeUnit::Week, 1},    TimeStep{TimeUnit::Week, 2},    TimeStep{TimeUnit::Month, 1},
    TimeStep{TimeUnit::Month, 3},  TimeStep{TimeUnit::Month, 6},   TimeStep{TimeUnit::Year, 1},    TimeStep{TimeUnit::Year, 2},
    TimeStep{TimeUnit::Year, 5},   TimeStep{TimeUnit::Year, 10},   TimeStep{TimeUnit::Year, 20},   TimeStep{TimeUnit::Year, 50},
    TimeStep{TimeUnit::Year, 100}, TimeStep{TimeUnit::Year, 200},  TimeStep{TimeUnit::Year, 500},  TimeStep{TimeUnit::Year, 1000},
    TimeStep{TimeUnit::Year, 2000}, TimeStep{TimeUnit::Year, 5000}};

qint64 floorDiv(qint64 a, qint64 b)
{
    const qint64 q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

/// Astronomical years (the year 0 exists) against QDate's (it does not).
int astronomical(int qdateYear)
{
    return qdateYear < 0 ? qdateYear + 1 : qdateYear;
}
int toQDateYear(int astronomicalYear)
{
    return astronomicalYear <= 0 ? astronomicalYear - 1 : astronomicalYear;
}

const qint64 epochJulianDay = QDate(1970, 1, 1).toJulianDay();

QDate dateOf(qint64 second)
{
    return QDate::fromJulianDay(epochJulianDay + floorDiv(second, day));
}

qint64 firstOf(int year, int month)
{
    return (QDate(toQDateYear(year), month, 1).toJulianDay() - epochJulianDay) * day;
}

/// Without the zone: a calendar day is a calendar day.
DatePoint withoutZone(DatePoint point)
{
    if (point.precision <= Precision::Day)
        point.utcOffset.reset();
    return point;
}

} // namespace

double xAt(const TimeAxis &axis, qint64 second)
{
    return axis.left + (static_cast<double>(second) - static_cast<double>(axis.start)) * axis.pixelsPerSecond();
}

qint64 timeAt(const TimeAxis &axis, double x)
{
    const double second = static_cast<double>(axis.start) + (x - axis.left) / axis.pixelsPerSecond();
    return static_cast<qint64>(std::floor(std::clamp(second, static_cast<double>(firstSecond), static_cast<double>(endSecond))));
}

TimeAxis withinLimits(TimeAxis axis)
{
    const qint64 span = std::clamp(axis.end - axis.start, shortest, endSecond - firstSecond);
    axis.start = std::clamp(axis.start, firstSecond, endSecond - span);
    axis.end = axis.start + span;
    return axis;
}

TimeAxis zoomed(const TimeAxis &axis, double x, double factor)
{
    const double span = static_cast<double>(axis.end - axis.start);
    const double wanted = std::clamp(span * factor, static_cast<double>(shortest), static_cast<double>(endSecond - firstSecond));
    const double share = (x - axis.left) / axis.width;
    const double fixed = static_cast<double>(axis.start) + share * span;
    TimeAxis out = axis;
    out.start = std::llround(fixed - share * wanted);
    out.end = out.start + std::llround(wanted);
    return withinLimits(out);
}

TimeAxis panned(const TimeAxis &axis, double pixels)
{
    TimeAxis out = axis;
    const qint64 by = std::llround(pixels / axis.pixelsPerSecond());
    out.start -= by;
    out.end -= by;
    return withinLimits(out);
}

double length(TimeStep step)
{
    const double n = step.count;
    switch (step.unit) {
    case TimeUnit::Minute:
        return n * static_cast<double>(minute);
    case TimeUnit::Hour:
        return n * static_cast<double>(hour);
    case TimeUnit::Day:
        return n * static_cast<double>(day);
    case TimeUnit::Week:
        return n * 7 * static_cast<double>(day);
    case TimeUnit::Month:
        return n * meanYear / 12;
    case TimeUnit::Year:
        return n * meanYear;
    }
    return static_cast<double>(day);
}

TimeStep stepFor(const TimeAxis &axis, double pixels)
{
    const double scale = axis.pixelsPerSecond();
    const auto it = std::ranges::find_if(ladder, [&](TimeStep step) { return length(step) * scale >= pixels; });
    return it != ladder.end() ? *it : ladder.back();
}

qint64 floorTo(TimeStep step, qint64 second)
{
    switch (step.unit) {
    case TimeUnit::Minute:
        return floorDiv(second, step.count * minute) * step.count * minute;
    case TimeUnit::Hour:
        return floorDiv(second, step.count * hour) * step.count * hour;
    case TimeUnit::Day:
        return floorDiv(second, step.count * day) * step.count * day;
    case TimeUnit::Week: {
        constexpr qint64 firstMonday = 4 * day; // 1970-01-05
        const qint64 weeks = step.count * 7 * day;
        return floorDiv(second - firstMonday, weeks) * weeks + firstMonday;
    }
    case TimeUnit::Month: {
        const QDate date = dateOf(second);
        return firstOf(astronomical(date.year()), (date.month() - 1) / step.count * step.count + 1);
    }
    case TimeUnit::Year:
        return firstOf(static_cast<int>(floorDiv(astronomical(dateOf(second).year()), step.count)) * step.count, 1);
    }
    return second;
}

qint64 nextMark(TimeStep step, qint64 mark)
{
    switch (step.unit) {
    case TimeUnit::Minute:
    case TimeUnit::Hour:
    case TimeUnit::Day:
    case TimeUnit::Week:
        return mark + static_cast<qint64>(length(step));
    case TimeUnit::Month: {
        const QDate date = dateOf(mark);
        const int months = astronomical(date.year()) * 12 + date.month() - 1 + step.count;
        return firstOf(static_cast<int>(floorDiv(months, 12)), static_cast<int>(months - floorDiv(months, 12) * 12) + 1);
    }
    case TimeUnit::Year:
        return firstOf(astronomical(dateOf(mark).year()) + step.count, 1);
    }
    return mark + day;
}

std::vector<qint64> marks(const TimeAxis &axis, TimeStep step)
{
    std::vector<qint64> out;
    for (qint64 mark = floorTo(step, axis.start); mark < axis.end; mark = nextMark(step, mark))
        out.push_back(mark);
    return out;
}

TimeStep contextOf(TimeStep step)
{
    switch (step.unit) {
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return {TimeUnit::Day, 1};
    case TimeUnit::Day:
    case TimeUnit::Week:
        return {TimeUnit::Month, 1};
    case TimeUnit::Month:
        return {TimeUnit::Year, 1};
    case TimeUnit::Year:
        break;
    }
    return {TimeUnit::Year, 1000};
}

qint64 TimeExtent::reachStart() const
{
    return isOpenStart ? std::numeric_limits<qint64>::min() : start;
}

qint64 TimeExtent::reachEnd() const
{
    return isOpenEnd ? std::numeric_limits<qint64>::max() : end;
}

TimeExtent extentOf(const PartialDate &date)
{
    TimeExtent out;
    if (!date.isKnown())
        return out;
    const PartialDate local = date.isInterval() ? PartialDate::between(withoutZone(date.from()), withoutZone(date.to()))
                                                : PartialDate::at(withoutZone(date.from()));
    out.isKnown = true;
    out.isOpenStart = date.isOpenStart();
    out.isOpenEnd = date.isOpenEnd();
    out.isApproximate = date.isApproximate();
    out.start = out.isOpenStart ? local.latest() + 1 : local.earliest();
    out.end = out.isOpenEnd ? local.earliest() : local.latest() + 1;
    return out;
}

} // namespace onrecord::explore
