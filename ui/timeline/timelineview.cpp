// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "ui/present/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <cmath>

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

TimelineView::TimelineView(QWidget *parent) : QAbstractScrollArea(parent)
{
    exposeItems();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("What happened, what was said and what was printed. Arrow keys move, Enter opens the passage."));
}

void TimelineView::setTimeline(std::shared_ptr<const explore::Timeline> timeline, SnapshotPtr record)
{
    const ItemId item = m_scene.current.isNull() ? ItemId() : m_scene.timeline->rows[static_cast<size_t>(m_scene.current.row)].at(m_scene.current.mark).item;
    const Lane lane = m_scene.current.isNull() ? Lane::Said : m_scene.timeline->rows[static_cast<size_t>(m_scene.current.row)].lane;
    if (record != m_scene.record)
        m_painter.forget();
    m_scene.timeline = std::move(timeline);
    m_scene.record = std::move(record);
    m_scene.current = {};
    for (size_t row = 0; !item.isNull() && row < m_scene.timeline->rows.size(); ++row) {
        const explore::TimeRow &timeRow = m_scene.timeline->rows[row];
        for (qint32 mark = 0; timeRow.lane == lane && mark < timeRow.size(); ++mark) {
            if (timeRow.at(mark).item == item)
                m_scene.current = {static_cast<qint32>(row), mark};
        }
    }
    stale();
    announceReset(this);
}

void TimelineView::setHighlight(const QSet<ItemId> &selected, const QSet<ItemId> &related)
{
    m_scene.selected = selected;
    m_scene.related = related;
    stale(); // who is shown where not everybody fits depends on it
}

void TimelineView::setHovered(ItemId item)
{
    if (item == m_scene.hovered)
        return;
    m_scene.hovered = item;
    viewport()->update();
}

void TimelineView::setBrushes(std::vector<Brush> brushes)
{
    if (brushes == m_scene.brushes)
        return;
    m_scene.brushes = std::move(brushes);
    viewport()->update();
}

void TimelineView::setWindow(qint64 start, qint64 end)
{
    if (start == m_start && end == m_end)
        return;
    m_start = start;
    m_end = end;
    stale();
}

void TimelineView::setCurrent(ItemId item)
{
    if (!m_scene.current.isNull() && m_scene.timeline->rows[static_cast<size_t>(m_scene.current.row)].at(m_scene.current.mark).item == item)
        return;
    m_scene.current = {};
    ensureLaidOut();
    // Only what is in view: walking a million marks for a focus ring nobody sees is not worth it.
    for (size_t row = 0; row < m_scene.layout.rows.size() && !item.isNull(); ++row) {
        const explore::TimeRow &timeRow = m_scene.timeline->rows[row];
        const auto take = [&](qint32 mark) {
            if (m_scene.current.isNull() && timeRow.at(mark).item == item)
                m_scene.current = {static_cast<qint32>(row), mark};
        };
        for (const explore::Spot &spot : m_scene.layout.rows[row].spots)
            take(spot.mark);
        for (const explore::EventBox &box : m_scene.layout.rows[row].boxes)
            take(box.stretch.mark);
        for (const explore::Cluster &cluster : m_scene.layout.rows[row].clusters)
            std::ranges::for_each(cluster.marks, take);
    }
    viewport()->update();
}

explore::TimeAxis TimelineView::axis() const
{
    ensureLaidOut();
    return m_scene.layout.axis;
}

QRect TimelineView::rectOf(ItemId item, Lane lane) const
{
    ensureLaidOut();
    for (size_t row = 0; row < m_scene.timeline->rows.size(); ++row) {
        const explore::TimeRow &timeRow = m_scene.timeline->rows[row];
        for (qint32 mark = 0; timeRow.lane == lane && mark < timeRow.size(); ++mark) {
            if (timeRow.at(mark).item == item)
                return viewportRect({static_cast<qint32>(row), mark});
        }
    }
    return {};
}

void TimelineView::stale()
{
    m_isStale = true;
    viewport()->update();
}

void TimelineView::ensureLaidOut() const
{
    if (m_isStale)
        const_cast<TimelineView *>(this)->layOutNow(); // NOLINT: the layout is a cache of the members
}

void TimelineView::layOutNow()
{
    m_isStale = false;
    const QFontMetricsF metrics(font());
    const double width = viewport()->width();
    const bool isNarrow = width < 520;
    double widest = 0;
    for (const QString &lane : {tr("Events"), tr("Said"), tr("Printed")})
        widest = std::max(widest, metrics.horizontalAdvance(lane));
    const bool isGrouped = m_scene.timeline->grouping != explore::Grouping::None;
    m_scene.labelWidth = std::ceil(isGrouped ? std::clamp(width * 0.22, widest + 60, 210.0) : widest * 1.05 + (isNarrow ? 18 : 28));
    m_scene.rulerHeight = std::ceil(std::max(28.0, metrics.height() + 10));
    m_scene.trayWidth = m_scene.timeline->undatedCount == 0 ? 0 : isNarrow ? 50 : 70;

    explore::LayoutAsk ask;
    auto [start, end] = m_end > m_start ? std::pair(m_start, m_end) : m_scene.timeline->core();
    if (end <= start)
        end = start + 86400;
    ask.axis = explore::withinLimits({start, end, m_scene.labelWidth, std::max(40.0, width - m_scene.labelWidth - m_scene.trayWidth)});
    ask.height = viewport()->height() - m_scene.rulerHeight;
    ask.trayLeft = m_scene.labelWidth + ask.axis.width;
    ask.trayWidth = m_scene.trayWidth;
    ask.measures.box = std::ceil(std::max(20.0, metrics.height() + 2));
    ask.measures.disc = std::ceil(std::max(18.0, metrics.height() + 1));
    ask.measures.digit = std::ceil(metrics.horizontalAdvance(u'0') * 0.85);
    ask.measures.labelStep = std::ceil(metrics.horizontalAdvance(tr("30 Mar")) + 16);
    ask.isProminent = [this](const explore::TimeMark &mark) { return m_scene.related.contains(mark.item); };
    ask.labelWidth = [this, &metrics](const explore::TimeMark &mark) {
        const Event *event = m_scene.record->event({mark.item.value});
        return event ? std::ceil(metrics.horizontalAdvance(event->name) * 0.92) : 0.0;
    };
    m_scene.layout = explore::layOut(*m_scene.timeline, ask);
    findBeyond();

    const int over = std::max(0, static_cast<int>(std::ceil(m_scene.layout.height - ask.height)));
    verticalScrollBar()->setPageStep(static_cast<int>(ask.height));
    verticalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setRange(0, over);
    m_scene.scroll = verticalScrollBar()->value();
}

/// Nothing is hidden without a word: what lies outside the view is counted at its edge.
void TimelineView::findBeyond()
{
    m_scene.beyond.clear();
    const explore::TimeAxis &axis = m_scene.layout.axis;
    const QFontMetricsF metrics(font());
    for (size_t row = 0; row < m_scene.layout.rows.size(); ++row) {
        const explore::TimeRow &timeRow = m_scene.timeline->rows[row];
        const explore::RowLayout &layout = m_scene.layout.rows[row];
        const auto before = std::ranges::upper_bound(timeRow.ends, axis.start) - timeRow.ends.begin();
        const auto after = static_cast<qsizetype>(timeRow.marks.size()) - before - timeRow.countIn(axis.start, axis.end);
        for (const bool isBefore : {true, false}) {
            const qsizetype count = isBefore ? before : after;
            if (count <= 0)
                continue;
            const double width = metrics.horizontalAdvance(QLocale().toString(count)) * 0.85 + 20;
            const double height = std::ceil(metrics.height() * 0.9) + 1;
            const double left = isBefore ? axis.left + 3 : axis.left + axis.width - width - 3;
            m_scene.beyond.push_back({QRectF(left, std::floor(layout.top + (layout.height - height) / 2), width, height), static_cast<qint32>(row), isBefore, count});
        }
    }
}

const OutOfView *TimelineView::beyondAt(QPointF point) const
{
    if (point.y() < m_scene.rulerHeight)
        return nullptr;
    const QPointF at = point - QPointF(0, m_scene.rulerHeight - m_scene.scroll);
    const auto it = std::ranges::find_if(m_scene.beyond, [at](const OutOfView &beyond) { return beyond.rect.contains(at); });
    return it == m_scene.beyond.end() ? nullptr : &*it;
}

/// To the nearest mark on that side, at the same zoom.
void TimelineView::goBeyond(const OutOfView &beyond)
{
    const explore::TimeRow &timeRow = m_scene.timeline->rows[static_cast<size_t>(beyond.row)];
    const explore::TimeAxis &axis = m_scene.layout.axis;
    std::optional<qint64> nearest;
    for (const explore::TimeMark &mark : timeRow.marks) {
        if (beyond.isBefore && mark.extent.reachEnd() <= axis.start)
            nearest = std::max(nearest.value_or(mark.extent.start), mark.extent.start);
        else if (!beyond.isBefore && mark.extent.reachStart() >= axis.end && !nearest)
            nearest = mark.extent.start; // they are in order of their starts
    }
    if (!nearest)
        return;
    const qint64 half = (axis.end - axis.start) / 2;
    Q_EMIT slideWanted(*nearest - half, *nearest + half);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    ensureLaidOut();
    m_scene.hasFocus = hasFocus();
    QPainter painter(viewport());
    painter.setFont(font());
    m_painter.paint(painter, viewport()->size(), m_scene, palette());
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    stale();
}

void TimelineView::scrollContentsBy(int, int)
{
    m_scene.scroll = verticalScrollBar()->value();
    viewport()->update();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_painter.forget();
        stale();
    }
}

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
