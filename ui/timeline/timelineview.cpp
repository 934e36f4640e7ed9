// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "ui/present/words.h"

#include <QScrollBar>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Lane;

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
    const explore::TimeRow *before = m_scene.current.isNull() ? nullptr : &m_scene.timeline->rows[static_cast<size_t>(m_scene.current.row)];
    const ItemId item = before ? before->at(m_scene.current.mark).item : ItemId();
    const ItemId group = before ? before->group : ItemId();
    const Lane lane = before ? before->lane : Lane::Said;
    if (record != m_scene.record)
        m_painter.forget();
    m_scene.timeline = std::move(timeline);
    m_scene.record = std::move(record);
    m_scene.current = {};
    for (size_t row = 0; !item.isNull() && row < m_scene.timeline->rows.size(); ++row) {
        const explore::TimeRow &timeRow = m_scene.timeline->rows[row];
        for (qint32 mark = 0; timeRow.lane == lane && mark < timeRow.size(); ++mark) {
            if (timeRow.at(mark).item == item && (m_scene.current.isNull() || timeRow.group == group))
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

} // namespace onrecord::ui
