// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"
#include "ui/present/words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <cmath>
#include <limits>

/// The graph by keyboard and for screen readers, and the search in it.
namespace onrecord::ui {

void GraphView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_scene.current < 0 && !m_scene.graph->nodes.empty())
        m_scene.current = 0;
    update();
    announceCurrent(this);
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const ItemId item = itemOf(m_scene.current);
    const QPointF middle(width() / 2.0, height() / 2.0);
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
        if (modifiers & Qt::ControlModifier) {
            const double step = 60 / m_zoom;
            m_middle += QPointF(event->key() == Qt::Key_Left ? -step : event->key() == Qt::Key_Right ? step : 0,
                                event->key() == Qt::Key_Up ? -step : event->key() == Qt::Key_Down ? step : 0);
            m_isFitted = false;
            stale();
        } else {
            walk(event->key());
        }
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAround(middle, 1.25);
        return;
    case Qt::Key_Minus:
        zoomAround(middle, 0.8);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (item.isNull())
            break;
        if (modifiers & Qt::ControlModifier)
            Q_EMIT centreWanted(item);
        else if (modifiers & Qt::ShiftModifier)
            Q_EMIT expandWanted(item);
        else
            Q_EMIT opened(item);
        return;
    case Qt::Key_Space:
        if (!item.isNull())
            Q_EMIT toggled(item);
        return;
    case Qt::Key_Delete:
        if (!item.isNull())
            Q_EMIT hideWanted(item);
        return;
    default:
        break;
    }
    const bool isTyped = !event->text().isEmpty() && event->text().front().isPrint() && !(modifiers & ~Qt::ShiftModifier);
    if (isTyped)
        startSearch(event->text());
    else
        QWidget::keyPressEvent(event);
}

/// To the neighbour that lies best in the arrow's direction; where no neighbour does, to any node that does.
void GraphView::walk(int key)
{
    prepare();
    if (m_scene.graph->nodes.empty())
        return;
    if (m_scene.current < 0 || key == Qt::Key_Home) {
        goTo(0);
        return;
    }
    const QPointF wanted = key == Qt::Key_Left ? QPointF(-1, 0) : key == Qt::Key_Right ? QPointF(1, 0) : key == Qt::Key_Up ? QPointF(0, -1) : QPointF(0, 1);
    const QPointF from = m_scene.places[static_cast<size_t>(m_scene.current)];
    qint32 best = -1;
    double least = std::numeric_limits<double>::max();
    const auto consider = [&](qint32 node) {
        const QPointF off = m_scene.places[static_cast<size_t>(node)] - from;
        const double along = QPointF::dotProduct(off, wanted);
        const double distance = std::hypot(off.x(), off.y());
        if (node == m_scene.current || along <= 0 || distance < 1e-6)
            return;
        const double cost = distance * (2 - along / distance); // straight ahead counts double
        if (along / distance > 0.38 && cost < least) {
            least = cost;
            best = node;
        }
    };
    for (const explore::GraphEdge &edge : m_scene.graph->edges) {
        if (edge.a == m_scene.current)
            consider(edge.b);
        else if (edge.b == m_scene.current)
            consider(edge.a);
    }
    for (size_t i = 0; best < 0 && i < m_scene.places.size(); ++i)
        consider(static_cast<qint32>(i));
    goTo(best);
}

void GraphView::goTo(qint32 node)
{
    if (node < 0)
        return;
    m_scene.current = node;
    const QPointF at = m_scene.places[static_cast<size_t>(node)];
    if (!QRectF(rect()).adjusted(12, 12, -12, -12).contains(at)) {
        m_middle = m_world[static_cast<size_t>(node)];
        m_isFitted = false;
        stale();
    }
    update();
    Q_EMIT chosen({itemOf(node)}, itemOf(node));
    announceCurrent(this);
}

// Searching

void GraphView::startSearch(const QString &text)
{
    m_search->show();
    m_search->raise();
    m_search->setFocus();
    m_search->setText(text);
}

void GraphView::search(const QString &text)
{
    m_scene.isMatch.clear();
    const QString wanted = text.trimmed();
    if (!wanted.isEmpty()) {
        for (const explore::GraphNode &node : m_scene.graph->nodes) {
            const QString name = present::itemName(*m_scene.record, node.item);
            m_scene.isMatch.push_back(name.contains(wanted, Qt::CaseInsensitive) || nodeLabel(*m_scene.record, node).contains(wanted, Qt::CaseInsensitive));
        }
    }
    stale();
}

void GraphView::endSearch()
{
    m_search->hide();
    m_search->clear();
    m_scene.isMatch.clear();
    setFocus();
    stale();
}

void GraphView::goToMatch()
{
    // The next after the current, round and round.
    const auto n = static_cast<qint32>(m_scene.isMatch.size());
    for (qint32 i = 1; i <= n; ++i) {
        const qint32 node = (std::max(m_scene.current, -1) + i) % n;
        if (!m_scene.isMatch[static_cast<size_t>(node)])
            continue;
        m_middle = m_world[static_cast<size_t>(node)];
        m_isFitted = false;
        stale();
        goTo(node);
        return;
    }
}

bool GraphView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        endSearch();
        return true;
    }
    if (watched == m_search && event->type() == QEvent::FocusOut && m_search->text().isEmpty())
        m_search->hide();
    return QWidget::eventFilter(watched, event);
}

// What screen readers see

int GraphView::itemCount() const
{
    return static_cast<int>(m_scene.graph->nodes.size());
}

QString GraphView::itemText(int index) const
{
    return index < 0 || index >= itemCount() ? QString() : nodeInWords(*m_scene.record, m_scene.graph->nodes[static_cast<size_t>(index)]);
}

QRect GraphView::itemRect(int index) const
{
    prepare();
    if (index < 0 || index >= static_cast<int>(m_scene.places.size()))
        return {};
    const QPointF at = m_scene.places[static_cast<size_t>(index)];
    const double r = m_scene.radii[static_cast<size_t>(index)];
    const QRect place = QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r).toAlignedRect();
    return place.intersects(rect()) ? place : QRect();
}

bool GraphView::isItemSelected(int index) const
{
    return m_scene.selected.contains(itemOf(index));
}

int GraphView::itemAt(QPoint position) const
{
    return nodeAt(position);
}

void GraphView::useItem(int index, Use use)
{
    if (index < 0 || index >= itemCount())
        return;
    prepare();
    goTo(index);
    if (use == Use::Open)
        Q_EMIT opened(itemOf(index));
}

} // namespace onrecord::ui
