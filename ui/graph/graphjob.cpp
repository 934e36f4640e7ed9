// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphjob.h"

#include "core/explore/graphlayout.h"
#include "ui/graph/graphscene.h"
#include "ui/present/words.h"

#include <QThread>
#include <cstring>

namespace onrecord::ui {

namespace {

/// A number from what a node is called that is the same in every session and every copy of a project; qHash and UUIDs are not.
quint64 keyOf(const Snapshot &record, const explore::GraphNode &node)
{
    quint64 key = 1469598103934665603ULL + static_cast<quint64>(node.kind); // FNV-1a
    for (const char byte : present::itemName(record, node.item).toUtf8())
        key = (key ^ static_cast<quint8>(byte)) * 1099511628211ULL;
    return key;
}

explore::LayoutInput inputFor(const GraphJob &job, const explore::Graph &graph)
{
    explore::LayoutInput input;
    input.count = static_cast<qint32>(graph.nodes.size());
    input.aspect = job.aspect;
    input.linkLength = 92;
    input.threads = std::max(1, QThread::idealThreadCount());
    for (const explore::GraphEdge &edge : graph.edges)
        input.links.push_back({edge.a, edge.b});
    for (const explore::GraphNode &node : graph.nodes) {
        const QUuid uuid = explore::uuidOf(*job.record, node.item);
        const auto place = job.before.places.constFind(uuid);
        const bool isPinned = job.before.pins.contains(uuid);
        const bool isKnown = place != job.before.places.constEnd() && (!job.isAfresh || isPinned);
        input.keys.push_back(keyOf(*job.record, node));
        input.before.push_back(isKnown ? std::optional(*place) : std::nullopt);
        input.isFixed.push_back(isKnown && isPinned);
        if (graph.nodes.size() <= static_cast<size_t>(explore::smallGraph)) {
            const double radius = nodeRadius(node);
            const auto letters = static_cast<double>(nodeLabel(*job.record, node).size());
            input.room.emplace_back(std::max(2 * radius, letters * job.letterWidth) + 8, 2 * radius + job.lineHeight + 8);
        }
    }
    return input;
}

} // namespace

void runGraphJob(QPromise<GraphAnswer> &promise, const GraphJob &job)
{
    explore::GraphAsk ask = job.ask;
    if (job.isOverview) {
        const explore::GraphAsk overview = explore::overviewAsk(*job.record, job.visible, ask.types);
        ask.centres = overview.centres;
        ask.types = overview.types;
        ask.depth = overview.depth;
        ask.neighbours = overview.neighbours;
    }
    auto graph = std::make_shared<explore::Graph>(explore::growGraph(*job.record, job.visible, ask));
    if (promise.isCanceled())
        return;
    explore::LayoutInput input = inputFor(job, *graph);
    input.isCanceled = [&promise] { return promise.isCanceled(); };
    const bool isKnown = std::ranges::all_of(input.before, [](const auto &place) { return place.has_value(); });
    std::vector<QPointF> places;
    if (isKnown) {
        for (const auto &place : input.before)
            places.push_back(*place);
    } else {
        places = explore::layOutGraph(input);
    }
    if (!promise.isCanceled())
        promise.addResult(GraphAnswer{std::move(graph), std::move(places), ask.types});
}

} // namespace onrecord::ui
