// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Counting in a row, and what stands where in a layout.
#include "core/explore/timelinelayout.h"

#include <algorithm>
#include <cmath>

namespace onrecord::explore {

namespace {

/// The first position at or after `from` whose value is not below `wanted`: doubling steps, then halving.
template<class Values, class Of>
size_t gallop(const Values &values, size_t from, qint64 wanted, Of of)
{
    size_t step = 1;
    size_t low = from;
    while (low + step < values.size() && of(values[low + step]) < wanted) {
        low += step;
        step *= 2;
    }
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(low);
    const auto end = values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), low + step + 1));
    return static_cast<size_t>(std::ranges::lower_bound(begin, end, wanted, {}, of) - values.begin());
}

} // namespace

std::vector<CountColumn> countColumns(const TimeRow &row, const TimeAxis &axis, double width)
{
    std::vector<CountColumn> out;
    const auto columns = static_cast<size_t>(std::ceil(axis.width / width));
    out.reserve(columns);
    const auto startOf = [](const TimeMark &m) { return m.extent.reachStart(); };
    size_t begun = 0;
    size_t over = 0;
    for (size_t i = 0; i < columns; ++i) {
        const double x = axis.left + static_cast<double>(i) * width;
        begun = gallop(row.marks, begun, timeAt(axis, x + width), startOf);
        over = gallop(row.ends, over, timeAt(axis, x) + 1, [](qint64 end) { return end; });
        if (begun > over)
            out.push_back({x, static_cast<qsizetype>(begun - over)});
    }
    return out;
}

TimelineHit hitAt(const TimelineLayout &layout, QPointF point)
{
    TimelineHit hit;
    for (size_t i = 0; i < layout.rows.size(); ++i) {
        const RowLayout &row = layout.rows[i];
        if (point.y() < row.top || point.y() >= row.top + row.height)
            continue;
        hit.row = static_cast<qint32>(i);
        for (const Spot &spot : row.spots) {
            if (spot.rect.contains(point)) {
                hit.mark = spot.mark;
                return hit;
            }
        }
        for (size_t k = 0; k < row.clusters.size(); ++k) {
            if (row.clusters[k].rect.contains(point)) {
                hit.cluster = static_cast<qint32>(k);
                return hit;
            }
        }
        for (const EventBox &box : row.boxes) {
            if (box.stretch.extent.contains(point) || box.label.contains(point)) {
                hit.mark = box.stretch.mark;
                return hit;
            }
        }
        for (const Stretch &stretch : row.stretches) {
            if (stretch.extent.adjusted(-stretch.fadeLeft, 0, stretch.fadeRight, 0).contains(point)) {
                hit.mark = stretch.mark;
                return hit;
            }
        }
        return hit;
    }
    return hit;
}

QRectF placeOf(const RowLayout &row, qint32 mark)
{
    for (const Spot &spot : row.spots) {
        if (spot.mark == mark)
            return spot.rect;
    }
    for (const EventBox &box : row.boxes) {
        if (box.stretch.mark == mark)
            return box.stretch.extent.united(box.label);
    }
    for (const Cluster &cluster : row.clusters) {
        if (std::ranges::binary_search(cluster.marks, mark))
            return cluster.rect;
    }
    return {};
}

} // namespace onrecord::explore
