// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <cmath>
#include <utility>

/// The graph by mouse: what is under it, moving, zoom, tips and the menu.
namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double wheelStep = 1.2;
constexpr double edgeReach = 5;

} // namespace

qint32 GraphView::nodeAt(QPointF point) const
{
    prepare();
    return m_hits.at(point);
}

qint32 GraphView::edgeAt(QPointF point) const
{
    constexpr size_t mostAsked = 20000; // beyond that lines lie so close that none can be meant
    return m_scene.lines.size() > mostAsked ? -1 : explore::lineAt(m_scene.lines, point, edgeReach);
}

ItemId GraphView::itemOf(qint32 node) const
{
    return node < 0 || static_cast<size_t>(node) >= m_scene.graph->nodes.size() ? ItemId() : m_scene.graph->nodes[static_cast<size_t>(node)].item;
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = Drag::Pressed;
    m_pressAt = event->position();
    m_pressMiddle = m_middle;
    m_pressNode = nodeAt(m_pressAt);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::Pressed && (at - m_pressAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = m_pressNode >= 0 ? Drag::Node : Drag::Pan;
        m_moving.stop();
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag == Drag::Pan) {
        m_middle = m_pressMiddle - (at - m_pressAt) / m_zoom;
        m_isFitted = false;
        stale();
    } else if (m_drag == Drag::Node) {
        m_world[static_cast<size_t>(m_pressNode)] = toWorld(at);
        m_isFitted = false; // the view stays under the hand
        stale();
    }
    if (m_drag != Drag::None)
        return;
    const qint32 node = nodeAt(at);
    const qint32 edge = node < 0 ? edgeAt(at) : -1;
    if (edge != m_scene.hoveredEdge) {
        m_scene.hoveredEdge = edge;
        update();
    }
    setCursor(node >= 0 || edge >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT hovered(itemOf(node));
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    unsetCursor();
    if (drag == Drag::Node) {
        const auto node = static_cast<size_t>(m_pressNode);
        m_scene.isPinned[node] = true;
        if (node < m_moveTo.size())
            m_moveTo[node] = m_world[node];
        stale();
        Q_EMIT pinned(itemOf(m_pressNode), m_world[node]);
        return;
    }
    if (drag != Drag::Pressed)
        return;
    if (m_pressNode >= 0) {
        m_scene.current = m_pressNode;
        update();
        if (event->modifiers() & Qt::ControlModifier)
            Q_EMIT toggled(itemOf(m_pressNode));
        else
            Q_EMIT chosen({itemOf(m_pressNode)}, itemOf(m_pressNode));
        announceCurrent(this);
    } else if (const qint32 edge = edgeAt(event->position()); edge >= 0) {
        Q_EMIT edgePressed(edge, event->globalPosition().toPoint());
    } else {
        Q_EMIT chosen({}, {});
    }
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const qint32 node = nodeAt(event->position()); node >= 0)
        Q_EMIT opened(itemOf(node));
    else
        zoomAround(event->position(), 1.5);
}

void GraphView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_scene.hoveredEdge = -1;
    update();
    Q_EMIT hovered({});
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const QPoint angle = event->angleDelta();
    if (std::abs(angle.x()) > std::abs(angle.y())) {
        m_middle -= QPointF(angle.x(), 0) / m_zoom / 2;
        m_isFitted = false;
        stale();
        return;
    }
    zoomAround(event->position(), std::pow(wheelStep, angle.y() / 120.0));
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        Q_EMIT menuWanted(event->globalPos(), itemOf(nodeAt(event->pos())));
        return;
    }
    const QRect place = itemRect(m_scene.current);
    Q_EMIT menuWanted(mapToGlobal(place.isNull() ? rect().center() : place.center()), itemOf(m_scene.current));
}

bool GraphView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::event(event);
}

void GraphView::showToolTip(const QPoint &at, const QPoint &global)
{
    QString text;
    if (const qint32 node = nodeAt(at); node >= 0) {
        text = nodeInWords(*m_scene.record, m_scene.graph->nodes[static_cast<size_t>(node)]);
    } else if (const qint32 edge = edgeAt(at); edge >= 0) {
        const explore::GraphEdge &line = m_scene.graph->edges[static_cast<size_t>(edge)];
        text = edgeInWords(*m_scene.record, *m_scene.graph, line);
        if (line.weight > 1)
            text += u'\n' + tr("%1 passages").arg(line.weight);
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, u"<p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + "</p>"_L1, this);
}

} // namespace onrecord::ui
