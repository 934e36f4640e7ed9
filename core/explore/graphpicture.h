// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QtTypes>
#include <vector>

/// What a drawn graph needs beside its places: finding what is under the mouse, and labels that never collide. Pure.
namespace onrecord::explore {

/// Finds the node at a point among many: cells of a grid, each with the discs that touch it. Building is O(n), asking O(1).
class HitGrid
{
public:
    HitGrid() = default;
    /// One radius for each place; the same unit for all.
    HitGrid(const std::vector<QPointF> &places, const std::vector<double> &radii);
    /// The node whose disc holds the point, the nearest centre of several, or -1.
    [[nodiscard]] qint32 at(QPointF point) const;

private:
    [[nodiscard]] qint32 cellOf(double x, double y) const;

    std::vector<QPointF> m_places;
    std::vector<double> m_radii;
    std::vector<qint32> m_start, m_nodes; ///< nodes of each cell, cells row by row
    QPointF m_origin;
    double m_cell = 1;
    qint32 m_columns = 0;
    qint32 m_rows = 0;
};

/// The line nearest to a point within `reach`, or -1. O(lines).
struct Line {
    QPointF a;
    QPointF b;
};
[[nodiscard]] qint32 lineAt(const std::vector<Line> &lines, QPointF point, double reach);

struct LabelWish {
    QRectF node;       ///< the drawn node
    QSizeF size;       ///< of the words; empty: none wanted
    double priority = 0; ///< higher first; equals in their order
    bool isNeeded = false; ///< rather over a line or a node than nowhere
};

/// Where each label goes: below its node, else right, left, above or at a corner; an empty rectangle where it would cover another label,
/// a node or leave `view`, unless it is needed: then it goes where it covers least, and never over a needed one. Greedy by priority over a grid: O(n log n).
[[nodiscard]] std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes, const QRectF &view, double gap = 2);

} // namespace onrecord::explore
