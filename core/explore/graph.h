// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/filter.h"

#include <vector>

/// The record as a graph: who said what, printed where. Never the whole of it at once: a graph is grown from a few items, a
/// few steps far, with a limit on how many neighbours each shows. Pure; callable from any thread.
namespace onrecord::explore {

/// What nodes and edges are. Stored in view states: never renumber.
enum class NodeKind : quint8 { Person = 0, Organisation = 1, Outlet = 2, Article = 3, Quotation = 4, Utterance = 5 };
enum class EdgeKind : quint8 {
    Said = 0,          ///< agent – quotation; agent – article or outlet where quotations are not shown
    PrintedIn = 1,     ///< quotation – article; quotation – outlet where articles are not shown
    PublishedBy = 2,   ///< article – outlet
    SameUtterance = 3, ///< quotation – utterance; quotation – quotation where utterances are not shown
    Mentions = 4,      ///< article – agent; outlet – agent where articles are not shown
    WorksFor = 5,      ///< agent – organisation
};
inline constexpr int nodeKindCount = 6;
inline constexpr int edgeKindCount = 6;

/// Which kinds are shown: what the legend switches. A kind of node that is not shown is stepped over where a shorter edge makes sense.
struct GraphTypes {
    quint32 nodes = 0b011111;  ///< without utterances
    quint32 edges = 0b101111;  ///< without mentions

    [[nodiscard]] bool has(NodeKind kind) const { return (nodes >> static_cast<int>(kind)) & 1; }
    [[nodiscard]] bool has(EdgeKind kind) const { return (edges >> static_cast<int>(kind)) & 1; }
    void set(NodeKind kind, bool on) { nodes = on ? nodes | (1U << static_cast<int>(kind)) : nodes & ~(1U << static_cast<int>(kind)); }
    void set(EdgeKind kind, bool on) { edges = on ? edges | (1U << static_cast<int>(kind)) : edges & ~(1U << static_cast<int>(kind)); }
    friend bool operator==(const GraphTypes &, const GraphTypes &) = default;
};

struct GraphNode {
    ItemId item;
    NodeKind kind = NodeKind::Person;
    qint32 steps = 0;        ///< from the nearest centre
    qint32 degree = 0;       ///< edges shown
    qint32 hiddenCount = 0;  ///< neighbours that are not shown
    bool isExpanded = false;
    friend bool operator==(const GraphNode &, const GraphNode &) = default;
};

struct GraphEdge {
    qint32 a = 0; ///< places in Graph::nodes, a < b
    qint32 b = 0;
    EdgeKind kind = EdgeKind::Said;
    qint32 weight = 1; ///< how many passages stand behind it
    friend bool operator==(const GraphEdge &, const GraphEdge &) = default;
};

struct Graph {
    std::vector<GraphNode> nodes; ///< by steps, then as found: the same ask gives the same order
    std::vector<GraphEdge> edges;

    [[nodiscard]] qint32 find(ItemId item) const; ///< -1 when it is not shown; O(nodes)
    friend bool operator==(const Graph &, const Graph &) = default;
};

struct GraphAsk {
    std::vector<ItemId> centres;
    int depth = 2;
    GraphTypes types = {};
    QSet<ItemId> expanded;  ///< show all their neighbours, however many and however far
    QSet<ItemId> collapsed; ///< show none beyond them
    QSet<ItemId> hidden;    ///< taken out by hand
    int neighbours = 12;    ///< shown of a node that is not expanded; a centre shows twice as many
    int mostNodes = 400;
};

/// Grows a graph from the centres over what the filter lets through. Breadth first, the most important neighbours first (statements
/// before fragments, surer before less sure). An article brings its outlet along without a step.
[[nodiscard]] Graph growGraph(const Snapshot &snapshot, const Visible &visible, const GraphAsk &ask);

/// From what a selection grows: agents, outlets, articles, quotations and utterances themselves; of a figure, an event or a
/// mention what they belong to. At most `most`.
[[nodiscard]] std::vector<ItemId> centresOf(const Snapshot &snapshot, const QSet<ItemId> &selection, ItemId current, size_t most = 12);

/// The sensible start when nothing is selected: the people and organisations quoted most in the visible record and where.
[[nodiscard]] GraphAsk overviewAsk(const Snapshot &snapshot, const Visible &visible, GraphTypes types, size_t mostAgents = 12);
/// The kinds an overview shows: not every quotation.
[[nodiscard]] GraphTypes overviewTypes();

/// The passages that justify an edge, in the order of their articles' text: quotations, mentions; of PublishedBy the article.
[[nodiscard]] std::vector<ItemId> evidenceOf(const Snapshot &snapshot, const Visible &visible, ItemId a, ItemId b, EdgeKind kind);

/// The stable identity of a node's item; null when the record does not have it.
[[nodiscard]] QUuid uuidOf(const Snapshot &snapshot, ItemId item);

} // namespace onrecord::explore
