// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphscene.h"

#include <QPixmap>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::EdgeKind;
using explore::NodeKind;

namespace {

constexpr size_t manyEdges = 3000; ///< from here on lines are rastered by ourselves, without their styles

QPolygonF polygon(QPointF at, double radius, int corners, double turned)
{
    QPolygonF out;
    for (int i = 0; i < corners; ++i) {
        const double angle = turned + 2 * std::numbers::pi * i / corners;
        out << at + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return out;
}

QColor fillOf(const Snapshot &record, const explore::GraphNode &node, const present::Tones &tones, const QPalette &palette)
{
    switch (node.kind) {
    case NodeKind::Person:
    case NodeKind::Organisation:
        if (const Agent *agent = record.agent({node.item.value}))
            return present::agentColour(agent->name, palette);
        break;
    case NodeKind::Outlet:
        return tones.dateLine;
    case NodeKind::Quotation: {
        const Quotation *row = record.quotation({node.item.value});
        return row && row->kind == Kind::Fragment ? tones.fragmentLine : row && row->kind != Kind::Statement ? tones.quietInk : tones.statementLine;
    }
    case NodeKind::Utterance:
        return tones.statementLine;
    case NodeKind::Article:
        break;
    }
    return tones.paper;
}

Qt::PenStyle styleOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Said:
    case EdgeKind::PrintedIn:
        return Qt::SolidLine;
    case EdgeKind::PublishedBy:
        return Qt::DashLine;
    case EdgeKind::SameUtterance:
    case EdgeKind::WorksFor:
        return Qt::DashDotLine;
    case EdgeKind::Mentions:
        break;
    }
    return Qt::DotLine;
}

QColor edgeColour(EdgeKind kind, const present::Tones &tones)
{
    // Graph lines keep 3 : 1 against the paper.
    if (kind == EdgeKind::SameUtterance)
        return tones.statementLine;
    return present::readable(present::mix(tones.ink, tones.paper, kind == EdgeKind::Said ? 0.40 : 0.52), tones.paper, 3.0);
}

} // namespace

double nodeRadius(const explore::GraphNode &node)
{
    const double grown = std::sqrt(static_cast<double>(std::min(node.degree, 40)));
    switch (node.kind) {
    case NodeKind::Person:
    case NodeKind::Organisation:
        return (node.steps == 0 ? 15 : 11) + 1.2 * grown;
    case NodeKind::Outlet:
        return 10 + grown;
    case NodeKind::Article:
        return 10;
    case NodeKind::Quotation:
        return node.steps == 0 ? 10 : 8;
    case NodeKind::Utterance:
        return 9;
    }
    return 10;
}

void paintNodeShape(QPainter &painter, NodeKind kind, QPointF at, double radius, const QColor &fill, const present::Tones &tones, const QString &letters)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QRectF box(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    switch (kind) {
    case NodeKind::Person:
    case NodeKind::Organisation:
        present::paintDisc(painter, kind == NodeKind::Person ? box : box.adjusted(1, 1, -1, -1), fill, radius >= 8 ? letters : QString(), kind == NodeKind::Organisation);
        break;
    case NodeKind::Outlet:
        painter.drawPolygon(polygon(at, radius, 6, 0));
        break;
    case NodeKind::Article: {
        const QRectF sheet = box.adjusted(radius * 0.2, 0, -radius * 0.2, 0);
        const double fold = sheet.width() * 0.32;
        painter.setPen(QPen(tones.quietInk, 1.3));
        painter.setBrush(tones.paper);
        painter.drawPolygon(QPolygonF{{sheet.topLeft(), sheet.topRight() - QPointF(fold, 0), sheet.topRight() + QPointF(0, fold), sheet.bottomRight(), sheet.bottomLeft()}});
        if (radius >= 6) {
            for (const double y : {0.45, 0.62, 0.79})
                painter.drawLine(QPointF(sheet.left() + 3, sheet.top() + sheet.height() * y), QPointF(sheet.right() - 3, sheet.top() + sheet.height() * y));
        }
        break;
    }
    case NodeKind::Quotation:
        painter.drawRoundedRect(box.adjusted(radius * 0.12, radius * 0.12, -radius * 0.12, -radius * 0.12), 2, 2);
        break;
    case NodeKind::Utterance:
        painter.drawPolygon(polygon(at, radius, 4, 0));
        break;
    }
}

QIcon nodeKindIcon(NodeKind kind, const QPalette &palette)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const present::Tones tones = present::tones(palette);
    const QColor fill = kind == NodeKind::Outlet ? tones.dateLine : kind == NodeKind::Quotation || kind == NodeKind::Utterance ? tones.statementLine : tones.quietInk;
    paintNodeShape(painter, kind, {8, 8}, kind == NodeKind::Quotation ? 6 : 7, fill, tones, {});
    return pixmap;
}

QIcon edgeKindIcon(EdgeKind kind, const QPalette &palette)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edgeColour(kind, present::tones(palette)), kind == EdgeKind::Said ? 2 : 1.5, styleOf(kind)));
    painter.drawLine(QPointF(0, 8), QPointF(16, 8));
    return pixmap;
}

bool GraphPainter::isFaded(const GraphScene &scene, size_t node) const
{
    if (!scene.isMatch.empty())
        return !scene.isMatch[node];
    return !scene.related.isEmpty() && !scene.related.contains(scene.graph->nodes[node].item);
}

void GraphPainter::paintBase(QPainter &painter, const QSizeF &size, const GraphScene &scene, const QPalette &palette)
{
    m_painter = &painter;
    m_palette = palette;
    m_tones = present::tones(palette);
    painter.fillRect(QRectF(QPointF(), size), m_tones.paper);
    painter.setRenderHint(QPainter::Antialiasing);
    paintEdges(scene);
    const QRectF view(QPointF(), size);
    for (size_t i = 0; i < scene.places.size(); ++i) {
        const double r = scene.radii[i] + 6;
        if (view.intersects(QRectF(scene.places[i].x() - r, scene.places[i].y() - r, 2 * r, 2 * r)))
            paintNode(scene, i);
    }
    paintLabels(scene);
    m_painter = nullptr;
}

void GraphPainter::paintEdges(const GraphScene &scene)
{
    if (scene.lines.size() < manyEdges) {
        for (size_t i = 0; i < scene.lines.size(); ++i)
            paintEdge(scene, i, false);
        return;
    }
    if (auto *image = dynamic_cast<QImage *>(m_painter->device())) {
        // The lines are in the view's measure, the image may be finer.
        std::vector<explore::Line> lines = scene.lines;
        const double ratio = image->devicePixelRatio();
        for (explore::Line &line : lines)
            line = {line.a * ratio, line.b * ratio};
        rasterLines(*image, lines, edgeColour(EdgeKind::PrintedIn, m_tones).rgb(), 0.55);
    } else {
        m_painter->setPen(edgeColour(EdgeKind::PrintedIn, m_tones));
        for (const explore::Line &line : scene.lines)
            m_painter->drawLine(line.a, line.b);
    }
}

void GraphPainter::paintEdge(const GraphScene &scene, size_t index, bool strong)
{
    const explore::GraphEdge &edge = scene.graph->edges[index];
    const explore::Line &line = scene.lines[index];
    const bool faded = isFaded(scene, static_cast<size_t>(edge.a)) || isFaded(scene, static_cast<size_t>(edge.b));
    double width = edge.kind == EdgeKind::Said ? 1.6 : 1.2;
    width += std::min(3.0, std::log2(static_cast<double>(std::max(1, edge.weight))) * 0.8);
    QColor colour = strong ? m_tones.accent : edgeColour(edge.kind, m_tones);
    if (faded && !strong)
        colour = present::mix(colour, m_tones.paper, 0.55);
    m_painter->setPen(QPen(colour, strong ? width + 1.2 : width, styleOf(edge.kind), Qt::RoundCap));
    m_painter->drawLine(line.a, line.b);
}

void GraphPainter::paintNode(const GraphScene &scene, size_t index)
{
    const explore::GraphNode &node = scene.graph->nodes[index];
    const QPointF at = scene.places[index];
    const double radius = scene.radii[index];
    const bool faded = isFaded(scene, index);
    QColor fill = fillOf(*scene.record, node, m_tones, m_palette);
    const Agent *agent = node.item.type == ItemType::Agent ? scene.record->agent({node.item.value}) : nullptr;
    m_painter->save();
    if (faded)
        m_painter->setOpacity(0.4);
    paintNodeShape(*m_painter, node.kind, at, radius, fill, m_tones, agent ? present::initials(agent->name) : QString());
    m_painter->restore();
    const bool square = node.kind != NodeKind::Person;
    const double ring = radius + 3;
    const double corner = square ? 6 : ring;
    const QRectF around(at.x() - ring, at.y() - ring, 2 * ring, 2 * ring);
    m_painter->setBrush(Qt::NoBrush);
    if (scene.selected.contains(node.item)) {
        m_painter->setPen(QPen(m_tones.accent, 2));
        m_painter->drawRoundedRect(around, corner, corner);
    } else if (!scene.isMatch.empty() && scene.isMatch[index]) {
        m_painter->setPen(QPen(m_tones.statementLine, 2));
        m_painter->drawRoundedRect(around, corner, corner);
    }
    if (scene.isPinned[index]) { // a small nail at the upper left
        m_painter->setPen(QPen(m_tones.paper, 1));
        m_painter->setBrush(m_tones.ink);
        m_painter->drawEllipse(at + QPointF(-radius * 0.75, -radius * 0.75), 2.8, 2.8);
    }
    if (node.hiddenCount > 0 && radius >= 7) { // more than is shown hangs on it
        m_painter->setPen(QPen(m_tones.paper, 1));
        m_painter->setBrush(m_tones.quietInk);
        const QPointF badge = at + QPointF(radius * 0.78, -radius * 0.78);
        m_painter->drawEllipse(badge, 4.5, 4.5);
        m_painter->setPen(QPen(m_tones.paper, 1.4));
        m_painter->drawLine(badge - QPointF(2.2, 0), badge + QPointF(2.2, 0));
        m_painter->drawLine(badge - QPointF(0, 2.2), badge + QPointF(0, 2.2));
    }
}

void GraphPainter::paintLabels(const GraphScene &scene)
{
    const QFont plain = m_painter->font();
    QFont bold = plain;
    bold.setBold(true);
    for (size_t i = 0; i < scene.labels.size(); ++i) {
        if (scene.labels[i].isEmpty())
            continue;
        const explore::GraphNode &node = scene.graph->nodes[i];
        const bool isCentre = node.steps == 0 && node.item.type != ItemType::Quotation;
        m_painter->setFont(isCentre || scene.selected.contains(node.item) ? bold : plain);
        m_painter->setPen(isFaded(scene, i) ? m_tones.quietInk : m_tones.ink);
        const QPen pen = m_painter->pen();
        m_painter->setPen(Qt::NoPen); // words stay readable over lines
        QColor ground = m_tones.paper;
        ground.setAlphaF(0.82F);
        m_painter->setBrush(ground);
        m_painter->drawRoundedRect(scene.labels[i].adjusted(-1, 1, 1, -1), 3, 3);
        m_painter->setPen(pen);
        m_painter->drawText(scene.labels[i].adjusted(-2, 0, 2, 0), Qt::AlignCenter | Qt::TextDontClip, scene.names[i]);
    }
    m_painter->setFont(plain);
}

void GraphPainter::paintOver(QPainter &painter, const GraphScene &scene, const QPalette &palette)
{
    m_painter = &painter;
    m_palette = palette;
    m_tones = present::tones(palette);
    painter.setRenderHint(QPainter::Antialiasing);
    const qint32 hovered = scene.hovered.isNull() ? -1 : scene.graph->find(scene.hovered);
    for (size_t i = 0; i < scene.graph->edges.size() && i < scene.lines.size(); ++i) {
        const explore::GraphEdge &edge = scene.graph->edges[i];
        if (static_cast<qint32>(i) == scene.hoveredEdge || (hovered >= 0 && (edge.a == hovered || edge.b == hovered)))
            paintEdge(scene, i, true);
    }
    const auto ring = [&](qint32 node, double out, const QPen &pen) {
        const auto i = static_cast<size_t>(node);
        const double r = scene.radii[i] + out;
        const double corner = scene.graph->nodes[i].kind == NodeKind::Person ? r : 7;
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(scene.places[i].x() - r, scene.places[i].y() - r, 2 * r, 2 * r), corner, corner);
    };
    if (hovered >= 0 && hovered < static_cast<qint32>(scene.places.size())) {
        paintNode(scene, static_cast<size_t>(hovered));
        ring(hovered, 3, QPen(m_tones.ink, 1.3));
    }
    if (scene.hasFocus && scene.current >= 0 && scene.current < static_cast<qint32>(scene.places.size()))
        ring(scene.current, 6, QPen(m_tones.ink, 1.4, Qt::DotLine));
    m_painter = nullptr;
}

} // namespace onrecord::ui
