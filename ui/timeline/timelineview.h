// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinescene.h"
#include "ui/widgets/itemsurface.h"

#include <QAbstractScrollArea>

namespace onrecord::ui {

/// The drawn timeline: shows what it is given and says what was done to it; holds no selection or filter. The wheel zooms at the
/// mouse, dragging pans, dragging on the ruler or with Shift brushes a range; arrows walk from mark to mark, + and - zoom.
/// Repaints cost what is in view, not what is in the record. GUI thread.
class TimelineView : public QAbstractScrollArea, public ItemSurface
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    void setTimeline(std::shared_ptr<const explore::Timeline> timeline, SnapshotPtr record);
    void setHighlight(const QSet<ItemId> &selected, const QSet<ItemId> &related);
    void setHovered(ItemId item);
    void setBrushes(std::vector<Brush> brushes);
    /// The stretch of time shown; equal ends show everything.
    void setWindow(qint64 start, qint64 end);
    /// Moves the keyboard's place to this item where it is shown; selects nothing.
    void setCurrent(ItemId item);

    [[nodiscard]] const TimelineScene &scene() const { ensureLaidOut(); return m_scene; } ///< laid out for the present size
    /// The stretch shown now, also when it is "everything".
    [[nodiscard]] explore::TimeAxis axis() const;
    /// In the view's viewport, of the first place the item has in this lane; null when out of view.
    [[nodiscard]] QRect rectOf(ItemId item, explore::Lane lane) const;
    void zoomAround(double x, double factor); ///< x in the viewport

    [[nodiscard]] QSize sizeHint() const override { return {640, 230}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 84}; }

    int itemCount() const override;
    QString itemText(int index) const override;
    QRect itemRect(int index) const override;
    bool isItemSelected(int index) const override;
    int currentItem() const override;
    int itemAt(QPoint position) const override;
    void useItem(int index, Use use) override;
    QWidget *itemWidget() const override { return viewport(); }

Q_SIGNALS:
    void chosen(const QSet<onrecord::ItemId> &items, onrecord::ItemId current); ///< empty: nothing any more
    void toggled(onrecord::ItemId item);
    void opened(onrecord::ItemId item);
    void hovered(onrecord::ItemId item);
    void windowWanted(qint64 start, qint64 end);
    void slideWanted(qint64 start, qint64 end); ///< a jump that may be animated
    void fitWanted();
    void brushed(const onrecord::ui::Brush &brush);
    void brushRemoved();
    void menuWanted(QPoint globalPosition, onrecord::ItemId item);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Drag { None, Pressed, Pan, Brush };

    void stale();
    void ensureLaidOut() const;
    void layOutNow();
    void findBeyond();
    [[nodiscard]] const OutOfView *beyondAt(QPointF viewportPoint) const;
    void goBeyond(const OutOfView &beyond);
    [[nodiscard]] explore::TimelineHit hit(QPointF viewportPoint) const;
    [[nodiscard]] ItemId itemOf(const explore::TimelineHit &hit) const;
    [[nodiscard]] QSet<ItemId> itemsOf(const explore::TimelineHit &hit) const;
    [[nodiscard]] MarkRef refOf(const explore::TimelineHit &hit) const;
    [[nodiscard]] MarkRef refOf(int index) const;
    [[nodiscard]] QRect viewportRect(MarkRef ref) const;
    [[nodiscard]] const Brush *brushEdgeAt(QPointF point, bool *isStart) const;
    void dragBrushTo(double x);
    void click(QPointF point, Qt::KeyboardModifiers modifiers);
    void zoomIntoColumn(QPointF point);
    void showToolTip(const QPoint &viewportPoint, const QPoint &global);
    bool moveCurrent(int key);
    [[nodiscard]] MarkRef besides(MarkRef from, int step) const;
    [[nodiscard]] MarkRef nearestIn(qint32 row, MarkRef from) const;
    void goTo(MarkRef ref);
    void bringIntoView(MarkRef ref);

    mutable TimelineScene m_scene;
    TimelinePainter m_painter;
    mutable bool m_isStale = true;
    qint64 m_start = 0;
    qint64 m_end = 0;
    Drag m_drag = Drag::None;
    QPointF m_pressAt;
    explore::TimeAxis m_pressAxis;
    int m_pressScroll = 0;
    qint64 m_brushAnchor = 0;
    explore::Lane m_brushLane = explore::Lane::Said;
};

} // namespace onrecord::ui
