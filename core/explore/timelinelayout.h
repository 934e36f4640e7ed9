// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/timeline.h"

#include <QRectF>
#include <functional>

/// Where everything on the timeline is drawn: stacking, clusters, vague bars, labels and, where a row is too full for single
/// marks, counts per pixel column. Pure; device-independent pixels, y from the top of the first row. The same timeline, axis and
/// size give the same picture; what is prominent decides only who is shown where not everybody fits.
namespace onrecord::explore {

struct TimelineMeasures {
    double disc = 18;         ///< diameter of a mark
    double gap = 3;
    double box = 20;          ///< height of an event
    double padding = 6;       ///< above and below the marks of a row
    double labelStep = 60;    ///< least distance of two labels of the ruler
    double digit = 7;         ///< width of a digit of a cluster's count
    double column = 3;        ///< width of a column where a row is counted
    double widestLabel = 200;
    double fade = 6;          ///< how far a soft end runs out beyond its extent
    double openFade = 96;     ///< and an open one
    qsizetype countFrom = 1200; ///< more marks than this in view are counted, not placed
    int mostLevels = 8;       ///< of one row, one above the other
};

struct Spot {
    QRectF rect;
    qint32 mark = 0;
    friend bool operator==(const Spot &, const Spot &) = default;
};

/// The marks that did not fit in one place, as one pill with their number.
struct Cluster {
    QRectF rect;
    std::vector<qint32> marks; ///< ascending; of very many only the first, see count
    qsizetype count = 0;
    bool isUndated = false;
    friend bool operator==(const Cluster &, const Cluster &) = default;
};

/// What a vague date can mean, drawn: `extent` is never narrower than the uncertainty; the ends run out softly beyond it by
/// `fadeLeft` and `fadeRight`.
struct Stretch {
    QRectF extent;
    double fadeLeft = 0;
    double fadeRight = 0;
    qint32 mark = 0; ///< the first of those that share it
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

struct EventBox {
    Stretch stretch;
    QRectF label; ///< where its words go; empty when there is no room
    friend bool operator==(const EventBox &, const EventBox &) = default;
};

struct CountColumn {
    double x = 0;
    qsizetype count = 0;
    friend bool operator==(const CountColumn &, const CountColumn &) = default;
};

struct RowLayout {
    double top = 0;
    double height = 0;
    std::vector<Stretch> stretches;
    std::vector<Spot> spots;
    std::vector<Cluster> clusters;
    std::vector<EventBox> boxes;
    std::vector<CountColumn> columns; ///< only where the row is counted
    qsizetype mostInColumn = 0;
    friend bool operator==(const RowLayout &, const RowLayout &) = default;
};

struct TimelineLayout {
    TimeAxis axis;
    TimeStep step;               ///< of the ruler's labels, and the width of a cell
    std::vector<RowLayout> rows; ///< one for each row of the timeline
    double height = 0;           ///< of all rows; at least the height asked for
};

struct LayoutAsk {
    TimeAxis axis;
    double height = 0; ///< what there is; rows are at least one level high and may need more
    double trayLeft = 0; ///< where the undated stand, at the end of each row; no width: nowhere
    double trayWidth = 0;
    TimelineMeasures measures = {};
    std::function<bool(const TimeMark &)> isProminent = {}; ///< shown first where not everybody fits; may be empty
    std::function<double(const TimeMark &)> labelWidth = {}; ///< of an event's name; may be empty
};

/// O(marks in view + columns); flat in the size of the timeline once rows are counted.
[[nodiscard]] TimelineLayout layOut(const Timeline &timeline, const LayoutAsk &ask);

/// How many marks of the row touch each column of `width` pixels over the axis: O(columns log(n / columns)).
[[nodiscard]] std::vector<CountColumn> countColumns(const TimeRow &row, const TimeAxis &axis, double width);

/// What is under a point of the layout; `mark` and `cluster` are -1 when there is none. Spots lie above clusters above boxes above
/// stretches.
struct TimelineHit {
    qint32 row = -1;
    qint32 mark = -1;
    qint32 cluster = -1;
    friend bool operator==(const TimelineHit &, const TimelineHit &) = default;
};
[[nodiscard]] TimelineHit hitAt(const TimelineLayout &layout, QPointF point);

/// Where a mark of a row is drawn: its disc, its box or the cluster that holds it; null rectangle when it is out of view.
[[nodiscard]] QRectF placeOf(const RowLayout &row, qint32 mark);

} // namespace onrecord::explore
