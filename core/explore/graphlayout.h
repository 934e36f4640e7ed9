// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSizeF>
#include <functional>
#include <optional>
#include <vector>

/// Where the nodes of a graph are drawn. Deterministic: the same graph, keys and start give the same picture, whatever the number
/// of threads. Pure; meant for a worker.
namespace onrecord::explore {

struct LayoutLink {
    qint32 a = 0;
    qint32 b = 0;
};

struct LayoutInput {
    qint32 count = 0;
    std::vector<LayoutLink> links;
    /// Stable numbers of the nodes (hashes of their UUIDs): break ties and scatter what lies on one spot. One for each node.
    std::vector<quint64> keys;
    /// Where nodes were before; nothing for new ones. Empty, or one for each node. In a small graph they stay there, but for what
    /// it takes to part overlapping boxes.
    std::vector<std::optional<QPointF>> before = {};
    /// Nodes that must not move (they have a place in `before`). Empty, or one for each node.
    std::vector<bool> isFixed = {};
    /// Room each node wants, label included; empty: none. Used for small graphs only.
    std::vector<QSizeF> room = {};
    double linkLength = 96;      ///< wanted, in the unit of the result
    double aspect = 1.6;         ///< width to height of a fresh picture
    int threads = 2;
    int steps = 100;             ///< of the force simulation of large graphs
    std::function<bool()> isCanceled = {};
};

/// Up to this many nodes distances are placed as they are (stress majorisation); above, forces are simulated.
inline constexpr qint32 smallGraph = 400;

/// One place for each node, around (0, 0); of a cancelled run whatever it had. Small graphs: stress majorisation (Gansner, Koren,
/// North 2004) from classical scaling of the distances, then boxes are pushed apart. Large: ForceAtlas2's forces (Jacomy et al.
/// 2014) over a Barnes–Hut tree from a PivotMDS start (Brandes, Pich 2006).
[[nodiscard]] std::vector<QPointF> layOutGraph(const LayoutInput &input);

/// The start alone: PivotMDS over `pivots` breadth-first searches; nodes no pivot reaches lie around by their keys.
[[nodiscard]] std::vector<QPointF> pivotStart(const LayoutInput &input, int pivots = 50);

/// Pushes boxes of the wanted room apart until none overlaps or `rounds` are over; fixed nodes stay. O(rounds · n²).
void pushApart(std::vector<QPointF> &places, const std::vector<QSizeF> &room, const std::vector<bool> &isFixed, int rounds = 80);

} // namespace onrecord::explore
