// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphscene.h"
#include "ui/widgets/itemsurface.h"

#include <QPixmap>
#include <QVariantAnimation>
#include <QWidget>

class QLineEdit;

namespace onrecord::ui {

/// The drawn graph: shows what it is given and says what was done to it; holds no selection or filter. Wheel zooms at the mouse,
/// dragging pans, dragging a node places it; arrows walk from node to node, typing searches names. What does not change is kept as
/// one image; only what mouse and keyboard touch is painted over it. GUI thread.
class GraphView : public QWidget, public ItemSurface
{
    Q_OBJECT
public:
    explicit GraphView(QWidget *parent = nullptr);

    /// `places` in the layout's unit, one for each node. Moves there where motion is wanted and the graph is small; fits the view
    /// unless somebody has zoomed or moved it and `keepView` is set.
    void setGraph(std::shared_ptr<const explore::Graph> graph, std::vector<QPointF> places, std::vector<bool> pinned, SnapshotPtr record, bool keepView);
    void setHighlight(const QSet<ItemId> &selected, const QSet<ItemId> &related);
    void setHovered(ItemId item);
    void setCurrent(ItemId item);

    [[nodiscard]] const GraphScene &scene() const { prepare(); return m_scene; } ///< worked out for the present zoom and size
    [[nodiscard]] QPointF placeOf(ItemId item) const;                 ///< in the widget; (-1, -1) when not shown
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] bool isMoving() const { return m_moving.state() == QAbstractAnimation::Running; } ///< to a new picture
    /// Width to height of what there is for the nodes, their labels' room apart.
    [[nodiscard]] double aspect() const;
    [[nodiscard]] bool isFitted() const { return m_isFitted; }
    void fit();
    void fitItems(const QSet<ItemId> &items);
    void zoomAround(QPointF at, double factor);
    void startSearch(const QString &text);

    [[nodiscard]] QSize sizeHint() const override { return {480, 230}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 120}; }

    int itemCount() const override;
    QString itemText(int index) const override;
    QRect itemRect(int index) const override;
    bool isItemSelected(int index) const override;
    int currentItem() const override { return m_scene.current; }
    int itemAt(QPoint position) const override;
    void useItem(int index, Use use) override;
    QWidget *itemWidget() const override { return const_cast<GraphView *>(this); } // NOLINT: the widget itself

Q_SIGNALS:
    void chosen(const QSet<onrecord::ItemId> &items, onrecord::ItemId current);
    void toggled(onrecord::ItemId item);
    void opened(onrecord::ItemId item);
    void hovered(onrecord::ItemId item);
    void centreWanted(onrecord::ItemId item);
    void expandWanted(onrecord::ItemId item); ///< or collapse, when it is expanded
    void hideWanted(onrecord::ItemId item);
    void pinned(onrecord::ItemId item, QPointF place); ///< in the layout's unit
    void edgePressed(int edge, QPoint globalPosition);
    void menuWanted(QPoint globalPosition, onrecord::ItemId item);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Drag { None, Pressed, Pan, Node };

    [[nodiscard]] QPointF toView(QPointF world) const;
    [[nodiscard]] QPointF toWorld(QPointF view) const;
    void frame(QRectF world);
    [[nodiscard]] QSizeF roomForPlaces() const;
    void stale();
    void prepare() const;
    void work();
    void makeLines();
    void makeLabels();
    [[nodiscard]] qint32 nodeAt(QPointF point) const;
    [[nodiscard]] qint32 edgeAt(QPointF point) const;
    [[nodiscard]] ItemId itemOf(qint32 node) const;
    void showToolTip(const QPoint &at, const QPoint &global);
    void walk(int key);
    void goTo(qint32 node);
    void search(const QString &text);
    void endSearch();
    void goToMatch();

    mutable GraphScene m_scene;
    GraphPainter m_painter;
    std::vector<QPointF> m_world;     ///< shown now
    std::vector<QPointF> m_moveFrom;  ///< while moving
    std::vector<QPointF> m_moveTo;
    mutable explore::HitGrid m_hits;
    QImage m_base;
    mutable bool m_isStale = true;
    bool m_isBaseStale = true;
    double m_zoom = 1;
    QPointF m_middle;                 ///< the world's point in the middle of the view
    bool m_isFitted = true;           ///< nobody has zoomed or moved the view since it was fitted
    Drag m_drag = Drag::None;
    QPointF m_pressAt;
    QPointF m_pressMiddle;
    qint32 m_pressNode = -1;
    QVariantAnimation m_moving;
    QLineEdit *m_search;
};

} // namespace onrecord::ui
