// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"

#include <vector>

/// Time to pixels and back, and the calendar's marks on the way: free functions without state. Seconds since 1970-01-01 UTC;
/// pixels are device independent. The calendar is the proleptic Gregorian one, read in UTC: a date without a zone is a calendar
/// day and is never shifted by the machine's own zone.
namespace onrecord::explore {

/// A stretch of time drawn over a stretch of pixels: [start, end) over [left, left + width). end > start, width > 0.
struct TimeAxis {
    qint64 start = 0;
    qint64 end = 1;
    double left = 0;
    double width = 1;

    [[nodiscard]] double pixelsPerSecond() const { return width / static_cast<double>(end - start); }
    friend bool operator==(const TimeAxis &, const TimeAxis &) = default;
};

/// Where a second is drawn; may lie outside the axis. Ends of open dates (INT64_MIN, INT64_MAX) lie far outside, finite.
[[nodiscard]] double xAt(const TimeAxis &axis, qint64 second);
/// The second under a pixel; outside the axis it goes on in the same measure.
[[nodiscard]] qint64 timeAt(const TimeAxis &axis, double x);

/// The axis with the stretch scaled by `factor` (below 1 shows less time) around pixel `x`, which keeps its second as far as
/// whole seconds and the limits (ten minutes to the years -9999..9999) allow.
[[nodiscard]] TimeAxis zoomed(const TimeAxis &axis, double x, double factor);
/// The axis moved: content follows the mouse, so positive pixels show earlier time.
[[nodiscard]] TimeAxis panned(const TimeAxis &axis, double pixels);
/// The same stretch, at least ten minutes long and inside the calendar's years.
[[nodiscard]] TimeAxis withinLimits(TimeAxis axis);

/// The calendar's unit and how many of it lie between two marks.
enum class TimeUnit : quint8 { Minute, Hour, Day, Week, Month, Year };
struct TimeStep {
    TimeUnit unit = TimeUnit::Day;
    int count = 1;
    friend bool operator==(const TimeStep &, const TimeStep &) = default;
};

/// How long a step is on the average, in seconds.
[[nodiscard]] double length(TimeStep step);
/// The finest step of the ladder whose marks are at least `pixels` apart.
[[nodiscard]] TimeStep stepFor(const TimeAxis &axis, double pixels);
/// The last mark at or before a second, and the mark after a mark. Weeks begin on Monday, steps of several months in January.
[[nodiscard]] qint64 floorTo(TimeStep step, qint64 second);
[[nodiscard]] qint64 nextMark(TimeStep step, qint64 mark);
/// The marks of the axis in order, with the one before its start: the cell it cuts has a label too.
[[nodiscard]] std::vector<qint64> marks(const TimeAxis &axis, TimeStep step);
/// The unit that gives the marks their context in the ruler's second line: the day of hours, the month of days, the year of months.
[[nodiscard]] TimeStep contextOf(TimeStep step);

/// The stretch of time that a date can mean: [start, end). An open end has start == end at the side that is known.
struct TimeExtent {
    qint64 start = 0;
    qint64 end = 0;
    bool isKnown = false;
    bool isOpenStart = false;
    bool isOpenEnd = false;
    bool isApproximate = false; ///< "about": the ends are not sharp either

    [[nodiscard]] bool isOpen() const { return isOpenStart || isOpenEnd; }
    /// The first and the last second that are for certain not outside; open ends reach to INT64_MIN, INT64_MAX.
    [[nodiscard]] qint64 reachStart() const;
    [[nodiscard]] qint64 reachEnd() const;
    [[nodiscard]] qint64 length() const { return end - start; }
    friend bool operator==(const TimeExtent &, const TimeExtent &) = default;
};

/// A date known to the day or less finely keeps its own calendar day whatever its zone; a clock time with a zone is placed in UTC.
[[nodiscard]] TimeExtent extentOf(const PartialDate &date);

} // namespace onrecord::explore
