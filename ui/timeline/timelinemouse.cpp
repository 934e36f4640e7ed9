// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "ui/present/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <cmath>
#include <utility>

/// The timeline by mouse: what is under it, brushes, zoom, tips and the menu.
namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Lane;

namespace {

constexpr double wheelStep = 1.25; ///< of a notch

/// Plain text for a tooltip: Qt would take what looks like markup for markup.
QString plainToolTip(const QString &text)
{
    return u"<p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + "</p>"_L1;
}

} // namespace

explore::TimelineHit TimelineView::hit(QPointF point) const
{
    ensureLaidOut();
    if (point.y() < m_scene.rulerHeight || point.x() < m_scene.labelWidth)
        return {};
    return explore::hitAt(m_scene.layout, point - QPointF(0, m_scene.rulerHeight - m_scene.scroll));
}

ItemId TimelineView::itemOf(const explore::TimelineHit &hit) const
{
    return hit.mark < 0 ? ItemId() : m_scene.timeline->rows[static_cast<size_t>(hit.row)].at(hit.mark).item;
}

QSet<ItemId> TimelineView::itemsOf(const explore::TimelineHit &hit) const
{
    QSet<ItemId> items;
    if (hit.mark >= 0)
        items.insert(itemOf(hit));
    if (hit.cluster >= 0) {
        const auto row = static_cast<size_t>(hit.row);
        for (const qint32 mark : m_scene.layout.rows[row].clusters[static_cast<size_t>(hit.cluster)].marks)
            items.insert(m_scene.timeline->rows[row].at(mark).item);
    }
    return items;
}

MarkRef TimelineView::refOf(const explore::TimelineHit &hit) const
{
    if (hit.mark >= 0)
        return {hit.row, hit.mark};
    if (hit.cluster >= 0)
        return {hit.row, m_scene.layout.rows[static_cast<size_t>(hit.row)].clusters[static_cast<size_t>(hit.cluster)].marks.front()};
    return {};
}

QRect TimelineView::viewportRect(MarkRef ref) const
{
    ensureLaidOut();
    if (ref.isNull())
        return {};
    const QRectF place = explore::placeOf(m_scene.layout.rows[static_cast<size_t>(ref.row)], ref.mark);
    if (place.isNull())
        return {};
    const QRect rect = place.translated(0, m_scene.rulerHeight - m_scene.scroll).toAlignedRect();
    return rect.intersects(viewport()->rect()) ? rect : QRect();
}

// The mouse

const Brush *TimelineView::brushEdgeAt(QPointF point, bool *isStart) const
{
    constexpr double reach = 5;
    if (point.y() >= m_scene.rulerHeight)
        return nullptr;
    for (const Brush &brush : m_scene.brushes) {
        for (const bool start : {true, false}) {
            if (std::abs(explore::xAt(m_scene.layout.axis, start ? brush.from : brush.to) - point.x()) <= reach) {
                *isStart = start;
                return &brush;
            }
        }
    }
    return nullptr;
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    ensureLaidOut();
    m_pressAt = event->position();
    m_pressAxis = m_scene.layout.axis;
    m_pressScroll = verticalScrollBar()->value();
    const bool onRuler = m_pressAt.y() < m_scene.rulerHeight && m_pressAt.x() >= m_scene.labelWidth;
    if (!onRuler && !(event->modifiers() & Qt::ShiftModifier)) {
        m_drag = Drag::Pressed;
        return;
    }
    m_drag = Drag::Brush;
    const explore::TimelineHit at = hit(m_pressAt);
    m_brushLane = at.row >= 0 ? m_scene.timeline->rows[static_cast<size_t>(at.row)].lane : Lane::Said;
    m_brushAnchor = explore::timeAt(m_scene.layout.axis, m_pressAt.x());
    bool isStart = false;
    if (const Brush *brush = brushEdgeAt(m_pressAt, &isStart)) { // the other end stays
        m_brushLane = brush->lane;
        m_brushAnchor = isStart ? brush->to - 1 : brush->from;
    }
}

void TimelineView::dragBrushTo(double x)
{
    const explore::TimeAxis &axis = m_scene.layout.axis;
    constexpr double finest = 8;
    const explore::TimeStep snap = explore::stepFor(axis, finest);
    const qint64 at = explore::timeAt(axis, std::clamp(x, axis.left, axis.left + axis.width - 1));
    const qint64 from = explore::floorTo(snap, std::min(at, m_brushAnchor));
    const qint64 to = explore::nextMark(snap, explore::floorTo(snap, std::max(at, m_brushAnchor)));
    m_scene.drag = Brush{m_brushLane == Lane::Printed ? Lane::Printed : Lane::Said, from, to};
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    const bool isFar = (at - m_pressAt).manhattanLength() >= QApplication::startDragDistance();
    switch (m_drag) {
    case Drag::Pressed:
        if (!isFar)
            return;
        m_drag = Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
        [[fallthrough]];
    case Drag::Pan: {
        const explore::TimeAxis axis = explore::panned(m_pressAxis, at.x() - m_pressAt.x());
        verticalScrollBar()->setValue(m_pressScroll - static_cast<int>(at.y() - m_pressAt.y()));
        Q_EMIT windowWanted(axis.start, axis.end);
        return;
    }
    case Drag::Brush:
        if (isFar || m_scene.drag)
            dragBrushTo(at.x());
        return;
    case Drag::None:
        break;
    }
    bool isStart = false;
    const explore::TimelineHit found = hit(at);
    if (brushEdgeAt(at, &isStart))
        viewport()->setCursor(Qt::SizeHorCursor);
    else if (found.mark >= 0 || found.cluster >= 0 || beyondAt(at))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    Q_EMIT hovered(itemOf(found));
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (drag == Drag::Brush && m_scene.drag) {
        const Brush brush = *std::exchange(m_scene.drag, std::nullopt);
        viewport()->update();
        Q_EMIT brushed(brush);
    } else if (drag == Drag::Pressed) {
        click(event->position(), event->modifiers());
    }
}

void TimelineView::click(QPointF point, Qt::KeyboardModifiers modifiers)
{
    if (const OutOfView *beyond = beyondAt(point)) {
        goBeyond(OutOfView(*beyond));
        return;
    }
    const explore::TimelineHit at = hit(point);
    const QSet<ItemId> items = itemsOf(at);
    if (items.isEmpty()) {
        if (at.row >= 0 && !m_scene.layout.rows[static_cast<size_t>(at.row)].columns.empty())
            zoomIntoColumn(point);
        else if (point.y() >= m_scene.rulerHeight)
            Q_EMIT chosen({}, {});
        return;
    }
    m_scene.current = refOf(at);
    viewport()->update();
    const ItemId first = m_scene.timeline->rows[static_cast<size_t>(at.row)].at(m_scene.current.mark).item;
    if (modifiers & Qt::ControlModifier && at.mark >= 0)
        Q_EMIT toggled(first);
    else
        Q_EMIT chosen(items, first);
    announceCurrent(this);
}

void TimelineView::zoomIntoColumn(QPointF point)
{
    const explore::TimeAxis axis = explore::zoomed(m_scene.layout.axis, point.x(), 0.25);
    Q_EMIT slideWanted(axis.start, axis.end);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const explore::TimelineHit at = hit(event->position());
    if (at.mark >= 0) {
        Q_EMIT opened(itemOf(at));
        return;
    }
    if (event->position().y() < m_scene.rulerHeight || event->position().x() < m_scene.labelWidth)
        return;
    const explore::TimeAxis axis = explore::zoomed(m_scene.layout.axis, event->position().x(), at.cluster >= 0 ? 0.3 : 0.5);
    Q_EMIT slideWanted(axis.start, axis.end);
}

void TimelineView::zoomAround(double x, double factor)
{
    ensureLaidOut();
    const explore::TimeAxis axis = explore::zoomed(m_scene.layout.axis, x, factor);
    Q_EMIT windowWanted(axis.start, axis.end);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    ensureLaidOut();
    event->accept();
    const QPoint angle = event->angleDelta();
    const bool overLabels = event->position().x() < m_scene.labelWidth;
    if (overLabels || (event->modifiers() & Qt::ShiftModifier)) {
        QCoreApplication::sendEvent(verticalScrollBar(), event);
        return;
    }
    if (std::abs(angle.x()) > std::abs(angle.y())) {
        const explore::TimeAxis axis = explore::panned(m_scene.layout.axis, angle.x());
        Q_EMIT windowWanted(axis.start, axis.end);
        return;
    }
    zoomAround(event->position().x(), std::pow(wheelStep, -angle.y() / 120.0));
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave && m_drag == Drag::None)
        Q_EMIT hovered({});
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::showToolTip(const QPoint &at, const QPoint &global)
{
    if (const OutOfView *beyond = beyondAt(at)) {
        const QString count = present::countInWords(present::Noun::Item, beyond->count);
        QToolTip::showText(global, plainToolTip(beyond->isBefore ? tr("%1 before the period shown").arg(count) : tr("%1 after the period shown").arg(count)), viewport());
        return;
    }
    const explore::TimelineHit found = hit(at);
    if (found.row < 0) {
        QToolTip::hideText();
        return;
    }
    const auto row = static_cast<size_t>(found.row);
    const explore::TimeRow &timeRow = m_scene.timeline->rows[row];
    QString text;
    if (found.mark >= 0) {
        text = markToolTip(*m_scene.record, timeRow, timeRow.at(found.mark));
    } else if (found.cluster >= 0) {
        constexpr qsizetype most = 8;
        const explore::Cluster &cluster = m_scene.layout.rows[row].clusters[static_cast<size_t>(found.cluster)];
        QStringList lines;
        for (const qint32 mark : cluster.marks) {
            if (lines.size() == most)
                break;
            lines += markInWords(*m_scene.record, timeRow, timeRow.at(mark));
        }
        if (cluster.count > lines.size())
            lines += tr("and %1 more").arg(cluster.count - lines.size());
        text = lines.join(u'\n');
    } else {
        for (const explore::CountColumn &column : m_scene.layout.rows[row].columns) {
            if (at.x() >= column.x && at.x() < column.x + 3) {
                const qint64 from = explore::timeAt(m_scene.layout.axis, column.x);
                const qint64 to = explore::timeAt(m_scene.layout.axis, column.x + 3);
                text = tr("%1, %2", "a range of time and how many items").arg(present::rangeInWords(from, to), present::countInWords(present::Noun::Item, column.count));
            }
        }
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, plainToolTip(text), viewport());
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        Q_EMIT menuWanted(event->globalPos(), itemOf(hit(event->pos())));
        return;
    }
    const QRect rect = viewportRect(m_scene.current);
    const QPoint at = rect.isNull() ? viewport()->rect().center() : rect.center();
    Q_EMIT menuWanted(viewport()->mapToGlobal(at),
                      m_scene.current.isNull() ? ItemId() : m_scene.timeline->rows[static_cast<size_t>(m_scene.current.row)].at(m_scene.current.mark).item);
}

} // namespace onrecord::ui
