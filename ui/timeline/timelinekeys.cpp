// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <limits>

/// The timeline by keyboard and for screen readers.
namespace onrecord::ui {

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCurrent(this);
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    ensureLaidOut();
    const double middle = m_scene.layout.axis.left + m_scene.layout.axis.width / 2;
    const double currentX = viewportRect(m_scene.current).isNull() ? middle : viewportRect(m_scene.current).center().x();
    const bool ctrl = event->modifiers() & Qt::ControlModifier;
    const ItemId item = m_scene.current.isNull() ? ItemId() : m_scene.timeline->rows[static_cast<size_t>(m_scene.current.row)].at(m_scene.current.mark).item;
    const auto pan = [&](double share) {
        const explore::TimeAxis axis = explore::panned(m_scene.layout.axis, share * m_scene.layout.axis.width);
        Q_EMIT windowWanted(axis.start, axis.end);
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (ctrl) {
            pan(event->key() == Qt::Key_Left ? 0.2 : -0.2);
            return;
        }
        [[fallthrough]];
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!moveCurrent(event->key()))
            break;
        return;
    case Qt::Key_PageUp:
        pan(0.8);
        return;
    case Qt::Key_PageDown:
        pan(-0.8);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAround(currentX, 0.67);
        return;
    case Qt::Key_Minus:
        zoomAround(currentX, 1.5);
        return;
    case Qt::Key_F:
    case Qt::Key_0:
        if (ctrl && event->key() == Qt::Key_F) // Ctrl+F finds
            break;
        Q_EMIT fitWanted();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!item.isNull())
            Q_EMIT opened(item);
        return;
    case Qt::Key_Space:
        if (!item.isNull())
            Q_EMIT toggled(item);
        return;
    case Qt::Key_Delete:
        Q_EMIT brushRemoved();
        return;
    case Qt::Key_Escape:
        if (m_drag == Drag::Brush) {
            m_drag = Drag::None;
            m_scene.drag.reset();
            viewport()->update();
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

bool TimelineView::moveCurrent(int key)
{
    const auto &rows = m_scene.timeline->rows;
    if (itemCount() == 0)
        return false;
    MarkRef from = m_scene.current;
    if (from.isNull()) { // the first step enters at the first mark in view, or at all
        for (size_t row = 0; row < rows.size() && from.isNull(); ++row) {
            const std::vector<qint32> inView = rows[row].marksIn(m_scene.layout.axis.start, m_scene.layout.axis.end);
            if (!inView.empty())
                from = {static_cast<qint32>(row), inView.front()};
        }
        goTo(from.isNull() ? refOf(0) : from);
        return true;
    }
    const auto row = static_cast<size_t>(from.row);
    switch (key) {
    case Qt::Key_Left:
        goTo(besides(from, -1));
        break;
    case Qt::Key_Right:
        goTo(besides(from, 1));
        break;
    case Qt::Key_Home:
        goTo({from.row, 0});
        break;
    case Qt::Key_End:
        goTo({from.row, rows[row].size() - 1});
        break;
    default: {
        const int step = key == Qt::Key_Up ? -1 : 1;
        for (qint32 next = from.row + step; next >= 0 && next < static_cast<qint32>(rows.size()); next += step) {
            if (rows[static_cast<size_t>(next)].size() > 0) {
                goTo(nearestIn(next, from));
                break;
            }
        }
        break;
    }
    }
    return true;
}

MarkRef TimelineView::besides(MarkRef from, int step) const
{
    const qint32 size = m_scene.timeline->rows[static_cast<size_t>(from.row)].size();
    return {from.row, std::clamp(from.mark + step, 0, size - 1)};
}

/// The same item where the other row has it, else what is nearest in time.
MarkRef TimelineView::nearestIn(qint32 row, MarkRef from) const
{
    const explore::TimeMark &mark = m_scene.timeline->rows[static_cast<size_t>(from.row)].at(from.mark);
    const explore::TimeRow &timeRow = m_scene.timeline->rows[static_cast<size_t>(row)];
    MarkRef best{row, 0};
    double least = std::numeric_limits<double>::max();
    for (qint32 i = 0; i < timeRow.size(); ++i) {
        const explore::TimeMark &other = timeRow.at(i);
        if (other.item == mark.item)
            return {row, i};
        const double distance = !other.extent.isKnown || !mark.extent.isKnown
            ? std::numeric_limits<double>::max() / 2
            : std::abs(static_cast<double>(other.extent.start) - static_cast<double>(mark.extent.start));
        if (distance < least) {
            least = distance;
            best.mark = i;
        }
    }
    return best;
}

void TimelineView::goTo(MarkRef ref)
{
    if (ref.isNull())
        return;
    m_scene.current = ref;
    bringIntoView(ref);
    viewport()->update();
    const ItemId item = m_scene.timeline->rows[static_cast<size_t>(ref.row)].at(ref.mark).item;
    Q_EMIT chosen({item}, item);
    announceCurrent(this);
}

void TimelineView::bringIntoView(MarkRef ref)
{
    const explore::TimeRow &row = m_scene.timeline->rows[static_cast<size_t>(ref.row)];
    const explore::RowLayout &layout = m_scene.layout.rows[static_cast<size_t>(ref.row)];
    const double visible = viewport()->height() - m_scene.rulerHeight;
    if (layout.top < m_scene.scroll)
        verticalScrollBar()->setValue(static_cast<int>(layout.top));
    else if (layout.top + layout.height > m_scene.scroll + visible)
        verticalScrollBar()->setValue(static_cast<int>(layout.top + layout.height - visible));
    if (!row.isDated(ref.mark))
        return;
    const explore::TimeExtent &extent = row.at(ref.mark).extent;
    const explore::TimeAxis &axis = m_scene.layout.axis;
    if (extent.end > axis.start && extent.start < axis.end)
        return;
    const qint64 half = (axis.end - axis.start) / 2;
    const qint64 middle = extent.start + extent.length() / 2;
    Q_EMIT windowWanted(middle - half, middle + half);
}

int TimelineView::itemCount() const
{
    return static_cast<int>(m_scene.timeline->datedCount + m_scene.timeline->undatedCount);
}

MarkRef TimelineView::refOf(int index) const
{
    for (size_t row = 0; row < m_scene.timeline->rows.size(); ++row) {
        const qint32 size = m_scene.timeline->rows[row].size();
        if (index < size)
            return {static_cast<qint32>(row), index};
        index -= size;
    }
    return {};
}

QString TimelineView::itemText(int index) const
{
    const MarkRef ref = refOf(index);
    if (ref.isNull())
        return {};
    const explore::TimeRow &row = m_scene.timeline->rows[static_cast<size_t>(ref.row)];
    return markInWords(*m_scene.record, row, row.at(ref.mark));
}

QRect TimelineView::itemRect(int index) const
{
    return viewportRect(refOf(index));
}

bool TimelineView::isItemSelected(int index) const
{
    const MarkRef ref = refOf(index);
    return !ref.isNull() && m_scene.selected.contains(m_scene.timeline->rows[static_cast<size_t>(ref.row)].at(ref.mark).item);
}

int TimelineView::currentItem() const
{
    if (m_scene.current.isNull())
        return -1;
    int index = m_scene.current.mark;
    for (qint32 row = 0; row < m_scene.current.row; ++row)
        index += m_scene.timeline->rows[static_cast<size_t>(row)].size();
    return index;
}

int TimelineView::itemAt(QPoint position) const
{
    const MarkRef ref = refOf(hit(position));
    if (ref.isNull())
        return -1;
    int index = ref.mark;
    for (qint32 row = 0; row < ref.row; ++row)
        index += m_scene.timeline->rows[static_cast<size_t>(row)].size();
    return index;
}

void TimelineView::useItem(int index, Use use)
{
    const MarkRef ref = refOf(index);
    if (ref.isNull())
        return;
    goTo(ref);
    if (use == Use::Open)
        Q_EMIT opened(m_scene.timeline->rows[static_cast<size_t>(ref.row)].at(ref.mark).item);
}

} // namespace onrecord::ui
