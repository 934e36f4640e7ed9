// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"

#include <QLineEdit>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastZoom = 0.02;
constexpr double mostZoom = 4;
constexpr double fittedMostZoom = 1.25; ///< few nodes need not fill the pane
constexpr int moveMilliseconds = 150;
constexpr size_t mostMoving = 200;      ///< larger graphs jump: motion explains only what the eye can follow
constexpr size_t fewNodes = 60;         ///< so many may all be named, however small they are drawn

} // namespace

GraphView::GraphView(QWidget *parent) : QWidget(parent), m_search(new QLineEdit(this))
{
    exposeItems();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Graph"));
    setAccessibleDescription(tr("Who said what and where it was printed. Arrow keys walk along the links, Enter opens the passage, typing searches."));
    m_search->setObjectName(u"graphSearch"_s);
    m_search->setPlaceholderText(tr("Find in the graph"));
    m_search->setAccessibleName(tr("Find in the graph"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_search->hide();
    connect(m_search, &QLineEdit::textChanged, this, &GraphView::search);
    connect(m_search, &QLineEdit::returnPressed, this, &GraphView::goToMatch);
    m_moving.setStartValue(0.0);
    m_moving.setEndValue(1.0);
    m_moving.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_moving, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        if (m_moveTo.size() != m_world.size() || m_moveFrom.size() != m_world.size())
            return;
        for (size_t i = 0; i < m_world.size(); ++i)
            m_world[i] = m_moveFrom[i] + (m_moveTo[i] - m_moveFrom[i]) * value.toDouble();
        stale();
    });
}

void GraphView::setGraph(std::shared_ptr<const explore::Graph> graph, std::vector<QPointF> places, std::vector<bool> pinned, SnapshotPtr record, bool keepView)
{
    Q_ASSERT(places.size() == graph->nodes.size());
    const ItemId current = itemOf(m_scene.current);
    const ItemId pressed = itemOf(m_pressNode);
    m_moving.stop();
    // What was there moves to its new place, what is new stands there at once.
    m_moveFrom = places;
    bool anyMoves = false;
    for (size_t i = 0; i < places.size(); ++i) {
        const qint32 before = m_scene.graph->find(graph->nodes[i].item);
        if (before >= 0 && static_cast<size_t>(before) < m_world.size()) {
            m_moveFrom[i] = m_world[static_cast<size_t>(before)];
            anyMoves |= m_moveFrom[i] != places[i];
        }
    }
    m_scene.graph = std::move(graph);
    m_scene.record = std::move(record);
    m_scene.isPinned = std::move(pinned);
    m_scene.isPinned.resize(places.size(), false);
    m_scene.hoveredEdge = -1;
    m_scene.current = current.isNull() ? -1 : m_scene.graph->find(current);
    // A new graph may come while a node is under the hand.
    m_pressNode = pressed.isNull() ? -1 : m_scene.graph->find(pressed);
    if (m_drag == Drag::Node && m_pressNode < 0)
        m_drag = Drag::None;
    m_scene.names.clear();
    for (const explore::GraphNode &node : m_scene.graph->nodes)
        m_scene.names.push_back(nodeLabel(*m_scene.record, node));
    m_scene.isMatch.clear();
    if (m_search->isVisible())
        search(m_search->text());
    m_world = places;
    m_moveTo = std::move(places);
    stale();
    if (!keepView || m_isFitted)
        fit();
    const int motion = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (anyMoves && motion > 0 && isVisible() && m_world.size() <= mostMoving) {
        m_world = m_moveFrom;
        m_moving.setDuration(std::min(motion, moveMilliseconds));
        m_moving.start();
    }
    announceReset(this);
}

void GraphView::setHighlight(const QSet<ItemId> &selected, const QSet<ItemId> &related)
{
    if (selected == m_scene.selected && related == m_scene.related)
        return;
    m_scene.selected = selected;
    m_scene.related = related;
    stale();
}

void GraphView::setHovered(ItemId item)
{
    if (item == m_scene.hovered)
        return;
    m_scene.hovered = item;
    update();
}

void GraphView::setCurrent(ItemId item)
{
    const qint32 node = m_scene.graph->find(item);
    if (node >= 0)
        m_scene.current = node;
    update();
}

// Places

QPointF GraphView::toView(QPointF world) const
{
    return (world - m_middle) * m_zoom + QPointF(width() / 2.0, height() / 2.0);
}

QPointF GraphView::toWorld(QPointF view) const
{
    return (view - QPointF(width() / 2.0, height() / 2.0)) / m_zoom + m_middle;
}

QSizeF GraphView::roomForPlaces() const
{
    const double sideRoom = std::min(width() * 0.3, 130.0);
    const double labelRoom = fontMetrics().height() + 36;
    return {std::max(40.0, width() - sideRoom), std::max(40.0, height() - labelRoom)};
}

double GraphView::aspect() const
{
    const QSizeF room = roomForPlaces();
    return room.width() / room.height();
}

void GraphView::frame(QRectF world)
{
    if (world.isNull())
        world = QRectF(-50, -50, 100, 100);
    // Nodes and their labels have their own size whatever the zoom.
    const QSizeF room = roomForPlaces();
    const double zoomX = room.width() / std::max(1.0, world.width());
    const double zoomY = room.height() / std::max(1.0, world.height());
    m_zoom = std::clamp(std::min(zoomX, zoomY), leastZoom, fittedMostZoom);
    m_middle = world.center() + QPointF(0, fontMetrics().height() / 2.0 / m_zoom);
    stale();
}

void GraphView::fit()
{
    QRectF all;
    for (const QPointF &place : m_moveTo.size() == m_world.size() ? m_moveTo : m_world)
        all = all.isNull() ? QRectF(place, QSizeF(0.01, 0.01)) : all.united(QRectF(place, QSizeF(0.01, 0.01)));
    frame(all);
    m_isFitted = true;
}

void GraphView::fitItems(const QSet<ItemId> &items)
{
    QRectF some;
    for (size_t i = 0; i < m_world.size(); ++i) {
        if (items.contains(m_scene.graph->nodes[i].item))
            some = some.united(QRectF(m_world[i], QSizeF(0.01, 0.01)));
    }
    if (some.isNull()) {
        fit();
        return;
    }
    frame(some);
    m_isFitted = false;
}

void GraphView::zoomAround(QPointF at, double factor)
{
    const QPointF fixed = toWorld(at);
    m_zoom = std::clamp(m_zoom * factor, leastZoom, mostZoom);
    m_middle += fixed - toWorld(at);
    m_isFitted = false;
    stale();
}

QPointF GraphView::placeOf(ItemId item) const
{
    prepare();
    const qint32 node = m_scene.graph->find(item);
    return node < 0 ? QPointF(-1, -1) : m_scene.places[static_cast<size_t>(node)];
}

void GraphView::stale()
{
    m_isStale = true;
    m_isBaseStale = true;
    update();
}

void GraphView::prepare() const
{
    if (m_isStale)
        const_cast<GraphView *>(this)->work(); // NOLINT: what is worked out is a cache of the members
}

void GraphView::work()
{
    m_isStale = false;
    const size_t n = m_world.size();
    m_scene.places.resize(n);
    m_scene.radii.resize(n);
    const double scale = std::clamp(std::pow(m_zoom, 0.6), 0.18, 1.5);
    for (size_t i = 0; i < n; ++i) {
        m_scene.places[i] = toView(m_world[i]);
        m_scene.radii[i] = std::max(2.0, nodeRadius(m_scene.graph->nodes[i]) * scale);
    }
    makeLines();
    makeLabels();
    std::vector<double> reach = m_scene.radii;
    for (double &radius : reach)
        radius = std::max(radius, 6.0);
    m_hits = explore::HitGrid(m_scene.places, reach);
}

void GraphView::makeLines()
{
    const auto &edges = m_scene.graph->edges;
    m_scene.lines.resize(edges.size());
    // Several kinds of edges between two nodes run side by side.
    QHash<std::pair<qint32, qint32>, int> together;
    for (const explore::GraphEdge &edge : edges)
        together[{edge.a, edge.b}] += 1;
    QHash<std::pair<qint32, qint32>, int> seen;
    for (size_t i = 0; i < edges.size(); ++i) {
        const auto a = static_cast<size_t>(edges[i].a);
        const auto b = static_cast<size_t>(edges[i].b);
        explore::Line line{m_scene.places[a], m_scene.places[b]};
        const QPointF along = line.b - line.a;
        const double length = std::hypot(along.x(), along.y());
        if (length < 1) {
            m_scene.lines[i] = line;
            continue;
        }
        const QPointF unit = along / length;
        const int count = together.value({edges[i].a, edges[i].b});
        if (count > 1) {
            const double off = (seen[{edges[i].a, edges[i].b}]++ - (count - 1) / 2.0) * 5;
            line.a += QPointF(-unit.y(), unit.x()) * off;
            line.b += QPointF(-unit.y(), unit.x()) * off;
        }
        if (length > m_scene.radii[a] + m_scene.radii[b] + 4) { // from rim to rim: nodes may be see-through
            line.a += unit * (m_scene.radii[a] + 1);
            line.b -= unit * (m_scene.radii[b] + 1);
        }
        m_scene.lines[i] = line;
    }
}

void GraphView::makeLabels()
{
    const size_t n = m_scene.places.size();
    std::vector<explore::LabelWish> wishes(n);
    const QFontMetricsF metrics(font());
    QFont boldFont = font();
    boldFont.setBold(true);
    const QFontMetricsF bold(boldFont);
    const QRectF view(2, 2, width() - 4, height() - 4);
    const auto centres = std::ranges::count(m_scene.graph->nodes, 0, &explore::GraphNode::steps);
    constexpr qsizetype mostNeeded = 3; // an overview has many centres, and nothing that must be named
    for (size_t i = 0; i < n; ++i) {
        const explore::GraphNode &node = m_scene.graph->nodes[i];
        const double r = m_scene.radii[i] + 1;
        wishes[i].node = QRectF(m_scene.places[i].x() - r, m_scene.places[i].y() - r, 2 * r, 2 * r);
        if (!view.intersects(wishes[i].node))
            continue;
        // Far away the small ones are not named: the eye could not tell whose name it is.
        const bool isPerson = node.item.type == ItemType::Agent || node.kind == explore::NodeKind::Outlet;
        const bool isSelected = m_scene.selected.contains(node.item);
        const bool isMatch = !m_scene.isMatch.empty() && m_scene.isMatch[i];
        if (m_zoom < 0.35 && n > fewNodes && !isSelected && !isMatch && node.steps > 0 && !(isPerson && node.degree > 3))
            continue;
        wishes[i].size = QSizeF((node.steps == 0 || isSelected ? bold : metrics).horizontalAdvance(m_scene.names[i]) + 2, metrics.height());
        wishes[i].isNeeded = isSelected || (node.steps == 0 && centres <= mostNeeded);
        wishes[i].priority = (isSelected ? 1000 : 0) + (isMatch ? 500 : 0) + (node.steps == 0 ? 200 : 0) + (isPerson ? 50 : 0) + node.degree - node.steps;
    }
    m_scene.labels = explore::placeLabels(wishes, view);
}

// Painting

void GraphView::paintEvent(QPaintEvent *)
{
    prepare();
    if (m_isBaseStale || m_base.size() != size() * devicePixelRatio()) {
        m_isBaseStale = false;
        if (m_base.size() != size() * devicePixelRatio()) {
            m_base = QImage(size() * devicePixelRatio(), QImage::Format_RGB32);
            m_base.setDevicePixelRatio(devicePixelRatio());
        }
        QPainter painter(&m_base);
        painter.setFont(font());
        m_painter.paintBase(painter, size(), m_scene, palette());
    }
    m_scene.hasFocus = hasFocus();
    QPainter painter(this);
    painter.setFont(font());
    painter.drawImage(QPoint(), m_base);
    m_painter.paintOver(painter, m_scene, palette());
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_search->setGeometry(8, 8, std::min(240, width() - 16), m_search->sizeHint().height());
    if (m_isFitted)
        fit();
    stale();
}

void GraphView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        stale();
}

} // namespace onrecord::ui
