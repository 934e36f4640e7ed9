// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/graph.h"
#include "core/explore/graphpicture.h"
#include "ui/present/tones.h"

#include <QIcon>
#include <QPainter>
#include <memory>

namespace onrecord::ui {

/// Everything a picture of the graph is made of, in pixels of the view. No widget.
struct GraphScene {
    std::shared_ptr<const explore::Graph> graph = std::make_shared<explore::Graph>();
    SnapshotPtr record = std::make_shared<Snapshot>();
    std::vector<QPointF> places;      ///< of the nodes, in the view
    std::vector<double> radii;
    std::vector<explore::Line> lines; ///< of the edges, from rim to rim
    std::vector<QString> names;       ///< as the labels show them
    std::vector<QRectF> labels;       ///< empty: no room at this zoom
    std::vector<bool> isPinned;
    std::vector<bool> isMatch;        ///< of the search; empty while nothing is searched
    QSet<ItemId> selected;
    QSet<ItemId> related;
    ItemId hovered;
    qint32 hoveredEdge = -1;
    qint32 current = -1;
    bool hasFocus = false;
};

/// The radius of a node at full size, by what it is and how much hangs on it.
[[nodiscard]] double nodeRadius(const explore::GraphNode &node);
/// "person", "printed in": the words of the legend.
[[nodiscard]] QString nodeKindName(explore::NodeKind kind);
[[nodiscard]] QString edgeKindName(explore::EdgeKind kind);
/// The sign of the legend, as drawn in the graph.
[[nodiscard]] QIcon nodeKindIcon(explore::NodeKind kind, const QPalette &palette);
[[nodiscard]] QIcon edgeKindIcon(explore::EdgeKind kind, const QPalette &palette);
/// The name as a label shows it: shortened, quoted words in marks.
[[nodiscard]] QString nodeLabel(const Snapshot &record, const explore::GraphNode &node);
/// "Marc Andreessen, person, 3 links".
[[nodiscard]] QString nodeInWords(const Snapshot &record, const explore::GraphNode &node);
/// The ends of an edge, who does it first: an agent says, an article is published, a quotation is printed.
[[nodiscard]] std::pair<qint32, qint32> directed(const Snapshot &record, const explore::Graph &graph, const explore::GraphEdge &edge);
/// "Marc Andreessen said “…”": an edge as a sentence.
[[nodiscard]] QString edgeInWords(const Snapshot &record, const explore::Graph &graph, const explore::GraphEdge &edge);
/// A passage as a line of a list: the words, who and where.
[[nodiscard]] QString passageInWords(const Snapshot &record, ItemId item);

/// Draws scenes. Many edges go through an own line rasteriser into an image, few through QPainter.
class GraphPainter
{
public:
    /// The whole picture except what the mouse and the keyboard touch.
    void paintBase(QPainter &painter, const QSizeF &size, const GraphScene &scene, const QPalette &palette);
    /// Hover, focus ring and the lines beside what is hovered: painted over the kept base.
    void paintOver(QPainter &painter, const GraphScene &scene, const QPalette &palette);

private:
    void paintEdges(const GraphScene &scene);
    void paintEdge(const GraphScene &scene, size_t edge, bool strong);
    void paintNode(const GraphScene &scene, size_t node);
    void paintLabels(const GraphScene &scene);
    [[nodiscard]] bool isFaded(const GraphScene &scene, size_t node) const;

    QPainter *m_painter = nullptr;
    QPalette m_palette;
    present::Tones m_tones;
};

/// Draws one node's shape: circle for people, rounded square for organisations, hexagon for outlets, sheet for articles, small
/// square for quotations, small diamond for utterances.
void paintNodeShape(QPainter &painter, explore::NodeKind kind, QPointF at, double radius, const QColor &fill, const present::Tones &tones, const QString &letters);

/// Anti-aliased lines of one pixel, blended into an opaque 32-bit image by `threads` threads, each its own band of rows.
void rasterLines(QImage &image, const std::vector<explore::Line> &lines, QRgb colour, double strength, int threads = 2);

} // namespace onrecord::ui
