// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/filter.h"
#include "core/explore/timeaxis.h"

#include <vector>

/// What stands on the timeline: the visible record sorted into lanes. Pure, without pixels; see timelinelayout.h for those.
namespace onrecord::explore {

enum class Lane : quint8 { Events = 0, Said = 1, Printed = 2 };
/// What the rows of Said and Printed are split by. Stored in view states: never renumber.
enum class Grouping : quint8 { None = 0, Person = 1, Outlet = 2 };

/// One item at one place in time. A quotation has two: when it was said and when it was printed. Said by several together and split by
/// person it has these two in the rows of each.
struct TimeMark {
    ItemId item;
    AgentId agent;          ///< who speaks, the first of several; in a person's row that person; null for events, articles and words nobody said
    TimeExtent extent;
    bool isSpeech = true;   ///< words that somebody said, not a title, a scare quote or an invented remark
};

/// One row of one lane. `marks` are those with a known time, by start, longer first, speech first, then id: the order never
/// depends on zoom or selection.
struct TimeRow {
    Lane lane = Lane::Events;
    ItemId group = {};             ///< the person or outlet of the row; null where rows are not split, or for the rest
    std::vector<TimeMark> marks = {};
    std::vector<TimeMark> undated = {}; ///< by id
    std::vector<qint64> ends = {};      ///< reachEnd of all marks, ascending: what counting needs

    /// The undated follow the dated: positions from marks.size() on are theirs.
    [[nodiscard]] const TimeMark &at(qint32 position) const
    {
        const auto i = static_cast<size_t>(position);
        return i < marks.size() ? marks[i] : undated[i - marks.size()];
    }
    [[nodiscard]] qint32 size() const { return static_cast<qint32>(marks.size() + undated.size()); }
    [[nodiscard]] bool isDated(qint32 position) const { return static_cast<size_t>(position) < marks.size(); }
    /// How many marks overlap [from, to): O(log n).
    [[nodiscard]] qsizetype countIn(qint64 from, qint64 to) const;
    /// Their positions in `marks`, ascending.
    [[nodiscard]] std::vector<qint32> marksIn(qint64 from, qint64 to) const;
};

struct Timeline {
    std::vector<TimeRow> rows;
    Grouping grouping = Grouping::None;
    qint64 first = 0; ///< what "everything" shows: all marks known to the week or better, and of vaguer ones those that would else
    qint64 last = 0;  ///< be out of sight. first == last when nothing is dated
    qint64 coreFirst = 0;
    qint64 coreLast = 0;
    qsizetype datedCount = 0; ///< marks
    qsizetype undatedCount = 0;

    [[nodiscard]] bool isEmpty() const { return datedCount + undatedCount == 0; }
    /// Where most of it happened, with a margin: what to show first. The whole, unless a few marks far away would squeeze the rest
    /// into a thirtieth of it.
    [[nodiscard]] std::pair<qint64, qint64> core() const;
    /// The stretch that shows everything with a margin of a twentieth at both sides; of an empty timeline start == end.
    [[nodiscard]] std::pair<qint64, qint64> whole() const;
};

/// Sorts what the filter lets through into rows: O(n log n), callable from any thread. Events by their time; quotations in Said
/// (speech only) and in Printed (by the publication of their article); an article without a visible quotation stands in Printed
/// itself. The events row always comes first; then pairs of Said and Printed, one pair for everything or one for each person or
/// outlet, most quotations first. At most `mostGroups` pairs; what remains shares the last one.
[[nodiscard]] Timeline buildTimeline(const Snapshot &snapshot, const Visible &visible, Grouping grouping = Grouping::None, int mostGroups = 60);

/// The stretch in which these items happened, were said and were printed; start == end when none is dated. Open ends count with
/// their known side. O(items log n).
[[nodiscard]] std::pair<qint64, qint64> stretchOf(const Snapshot &snapshot, const QSet<ItemId> &items);

} // namespace onrecord::explore
