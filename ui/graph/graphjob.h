// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/graph.h"

#include <QHash>
#include <QPointF>
#include <QPromise>
#include <QUuid>
#include <memory>

namespace onrecord::ui {

/// Where nodes of one picture are, by the stable identity of their items, and which of them somebody placed by hand.
struct GraphPicture {
    QHash<QUuid, QPointF> places;
    QSet<QUuid> pins;
};

/// One question for the worker: which graph, and where its nodes go.
struct GraphJob {
    SnapshotPtr record;
    explore::Visible visible;
    explore::GraphAsk ask;
    bool isOverview = false;   ///< the centres are worked out from the visible record
    bool isAfresh = false;     ///< lay out anew; only pinned nodes keep their places
    GraphPicture before;
    double letterWidth = 7;    ///< average, for the room of labels
    double lineHeight = 16;
    double aspect = 1.6;
};

struct GraphAnswer {
    std::shared_ptr<const explore::Graph> graph;
    std::vector<QPointF> places;
    explore::GraphTypes types; ///< as asked, less what an overview leaves out
};

/// Grows and lays out; nothing when cancelled. Nodes whose places are all known are not laid out again. Any thread.
void runGraphJob(QPromise<GraphAnswer> &promise, const GraphJob &job);

} // namespace onrecord::ui
