// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpane.h"

#include "ui/graph/edgetable.h"
#include "ui/present/words.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QSlider>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QtConcurrentRun>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::EdgeKind;
using explore::GraphTypes;
using explore::NodeKind;
using explore::Workspace;

namespace {

constexpr qsizetype keptPictures = 40;
constexpr qsizetype savedPictures = 12;
constexpr double otherShape = 1.45; ///< so many times wider or higher: the picture is drawn anew to fit

} // namespace

GraphPane::GraphPane(Desk &desk, QWidget *parent)
    : Pane(u"graph"_s, desk, parent), m_view(new GraphView(this)), m_table(new QTableView(this)), m_edges(new EdgeTable(this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedLayout(this)), m_drawing(new QWidget(this)), m_legendBar(new QWidget(m_drawing))
{
    m_table->setObjectName(u"graphTable"_s);
    m_table->setAccessibleName(tr("Graph as a table"));
    m_table->setModel(m_edges);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(EdgeTable::Passages, QHeaderView::ResizeToContents);
    m_stack->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(m_drawing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_legendBar);
    m_stack->addWidget(m_drawing);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_view);
    makeTitleWidgets();
    makeLegend();
    connectView();
    connect(&m_working, &QFutureWatcherBase::finished, this, &GraphPane::take);
    m_reshape.setSingleShot(true);
    m_reshape.setInterval(200); // ms; while somebody drags the edge the old picture does
    connect(&m_reshape, &QTimer::timeout, this, [this] {
        const double ratio = m_view->aspect() / m_askedAspect;
        if (isVisible() && m_view->isFitted() && (ratio > otherShape || ratio < 1 / otherShape))
            ask(true);
    });
    connect(&workspace().selection(), &explore::Selection::hoveredChanged, this, [this] { m_view->setHovered(workspace().selection().hovered()); });
}

GraphPane::~GraphPane()
{
    m_working.disconnect(this);
    m_working.cancel();
}

void GraphPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_legend)
        updateLegend();
}

void GraphPane::connectView()
{
    explore::Selection &selection = workspace().selection();
    const auto choose = [this, &selection](const QSet<ItemId> &items, ItemId current) {
        m_ownSelection = items;
        m_hasOwnSelection = true;
        selection.set(items, current);
        workspace().markPlace();
    };
    connect(m_view, &GraphView::chosen, this, choose);
    connect(m_view, &GraphView::toggled, this, [this, &selection](ItemId item) {
        selection.toggle(item);
        m_ownSelection = selection.items();
        m_hasOwnSelection = true;
    });
    connect(m_view, &GraphView::opened, this, [this](ItemId item) {
        m_ownSelection = {item};
        m_hasOwnSelection = true;
        workspace().open(item);
        workspace().markPlace();
    });
    connect(m_view, &GraphView::hovered, &selection, &explore::Selection::setHovered);
    connect(m_view, &GraphView::centreWanted, this, [this](ItemId item) { centreOn({item}); });
    connect(m_view, &GraphView::expandWanted, this, &GraphPane::toggleExpanded);
    connect(m_view, &GraphView::hideWanted, this, &GraphPane::hideItem);
    connect(m_view, &GraphView::pinned, this, [this](ItemId item, QPointF place) {
        const QUuid uuid = explore::uuidOf(*workspace().snapshot(), item);
        m_pictures[m_shownKey].places[uuid] = place;
        m_pictures[m_shownKey].pins.insert(uuid);
    });
    connect(m_view, &GraphView::edgePressed, this, &GraphPane::openEdge);
    connect(m_view, &GraphView::menuWanted, this, &GraphPane::openMenu);
    connect(m_table, &QTableView::activated, this, [this, choose](const QModelIndex &index) {
        const QPoint at = m_table->viewport()->mapToGlobal(m_table->visualRect(index).bottomLeft());
        if (const int edge = m_edges->edgeOf(index.row()); edge >= 0)
            openEdge(edge, at);
        else if (const ItemId item = m_edges->itemOf(index.row()); !item.isNull())
            choose({item}, item);
    });
    connect(m_empty, &EmptyState::pressed, this, [this] {
        if (workspace().snapshot()->agents().empty())
            desk().trigger(u"file.import"_s);
        else if (!workspace().filter().isEmpty())
            workspace().setFilter({});
        else
            showWholeStory();
    });
}

QString GraphPane::title() const
{
    return tr("Graph");
}

QString GraphPane::subtitle() const
{
    return m_subtitle;
}

QList<QWidget *> GraphPane::titleWidgets()
{
    return {m_steps, m_legend, m_whole, m_asTable, m_fit};
}

// Asking

void GraphPane::refresh(Workspace::Changes changes)
{
    if (changes & Workspace::SnapshotChange) { // ids of what was expanded or hidden may be gone
        const auto isGone = [this](const ItemId &item) { return explore::uuidOf(*workspace().snapshot(), item).isNull(); };
        std::erase_if(m_centres, isGone);
        if (m_centres.empty() && !m_isOverview)
            m_isOverview = true;
    }
    if (changes & Workspace::SelectionChange)
        followSelection();
    if (changes & (Workspace::SnapshotChange | Workspace::FilterChange))
        ask();
    highlight();
}

/// What surrounds the centre is all of interest; a node somebody looks closer at shows itself and its neighbours.
void GraphPane::highlight()
{
    const QSet<ItemId> &items = workspace().selection().items();
    QSet<ItemId> related;
    const QSet<ItemId> centres(m_centres.begin(), m_centres.end());
    const explore::Graph &graph = *m_view->scene().graph;
    if (items != centres && std::ranges::any_of(items, [&graph](const ItemId &item) { return graph.find(item) >= 0; })) {
        related = workspace().related();
        for (const explore::GraphEdge &edge : graph.edges) {
            const ItemId a = graph.nodes[static_cast<size_t>(edge.a)].item;
            const ItemId b = graph.nodes[static_cast<size_t>(edge.b)].item;
            if (items.contains(a))
                related.insert(b);
            if (items.contains(b))
                related.insert(a);
        }
    }
    m_view->setHighlight(items, related);
}

void GraphPane::followSelection()
{
    const explore::Selection &selection = workspace().selection();
    const bool isOwn = std::exchange(m_hasOwnSelection, false) && selection.items() == m_ownSelection;
    m_view->setCurrent(selection.current());
    if (isOwn) // looking closer at one node must not take the others away
        return;
    const std::vector<ItemId> centres = explore::centresOf(*workspace().snapshot(), selection.items(), selection.current());
    if (centres.empty()) {
        if (selection.items().isEmpty() && !m_isOverview)
            showWholeStory();
        return;
    }
    if (centres != m_centres || m_isOverview)
        centreOn(centres);
}

void GraphPane::centreOn(const std::vector<ItemId> &centres)
{
    m_isOverview = false;
    m_centres = centres;
    m_ask.expanded.clear();
    m_ask.collapsed.clear();
    m_ask.hidden.clear();
    ask();
}

void GraphPane::showWholeStory()
{
    m_isOverview = true;
    m_centres.clear();
    m_ask.expanded.clear();
    m_ask.collapsed.clear();
    m_ask.hidden.clear();
    ask();
}

void GraphPane::setDepth(int depth)
{
    depth = std::clamp(depth, 1, m_steps->maximum());
    if (depth == m_ask.depth)
        return;
    m_ask.depth = depth;
    m_steps->setValue(depth);
    ask();
}

void GraphPane::setTypes(const GraphTypes &types)
{
    if (types == this->types())
        return;
    (m_isOverview ? m_overviewTypes : m_ask.types) = types;
    updateLegend();
    ask();
}

void GraphPane::toggleExpanded(ItemId item)
{
    const qint32 node = m_view->scene().graph->find(item);
    if (node < 0)
        return;
    const explore::GraphNode &shown = m_view->scene().graph->nodes[static_cast<size_t>(node)];
    if (m_ask.collapsed.remove(item)) {
        // open again, as it was at first
    } else if (!shown.isExpanded && shown.hiddenCount > 0) {
        m_ask.expanded.insert(item);
    } else {
        m_ask.expanded.remove(item);
        m_ask.collapsed.insert(item);
    }
    ask();
}

void GraphPane::hideItem(ItemId item)
{
    m_ask.hidden.insert(item);
    ask();
}

void GraphPane::resetPicture()
{
    m_ask.expanded.clear();
    m_ask.collapsed.clear();
    m_ask.hidden.clear();
    m_pictures.remove(pictureKey());
    ask(true);
}

QString GraphPane::pictureKey() const
{
    if (m_isOverview)
        return u"overview"_s;
    QStringList parts;
    for (const ItemId &centre : m_centres)
        parts += explore::uuidOf(*workspace().snapshot(), centre).toString(QUuid::Id128);
    parts.sort();
    return parts.join(u'+');
}

void GraphPane::ask(bool afresh)
{
    GraphJob job;
    job.record = m_workingOn = workspace().snapshot();
    job.visible = workspace().visible();
    job.ask = m_ask;
    job.ask.centres = m_centres;
    job.ask.types = types();
    job.isOverview = m_isOverview;
    job.isAfresh = afresh;
    m_workingKey = pictureKey();
    job.before = m_pictures.value(m_workingKey);
    job.letterWidth = fontMetrics().averageCharWidth() * 1.05;
    job.lineHeight = fontMetrics().height();
    job.aspect = m_askedAspect = m_view->aspect();
    m_working.cancel();
    m_working.setFuture(QtConcurrent::run(runGraphJob, std::move(job)));
}

void GraphPane::take()
{
    if (m_working.isCanceled() || m_working.future().resultCount() == 0)
        return;
    GraphAnswer answer = m_working.result();
    const bool isSamePicture = m_workingKey == m_shownKey;
    m_shownKey = m_workingKey;
    GraphPicture &picture = m_pictures[m_shownKey];
    std::vector<bool> pinned;
    for (size_t i = 0; i < answer.places.size(); ++i) {
        const QUuid uuid = explore::uuidOf(*m_workingOn, answer.graph->nodes[i].item);
        pinned.push_back(picture.pins.contains(uuid));
        // Placed by hand while the answer was on its way: the hand is right.
        if (pinned.back() && picture.places.contains(uuid))
            answer.places[i] = picture.places.value(uuid);
        else
            picture.places[uuid] = answer.places[i];
    }
    m_recentPictures.removeAll(m_shownKey);
    m_recentPictures += m_shownKey;
    while (m_recentPictures.size() > keptPictures)
        m_pictures.remove(m_recentPictures.takeFirst());
    m_edges->set(answer.graph, m_workingOn);
    m_view->setGraph(answer.graph, answer.places, std::move(pinned), m_workingOn, isSamePicture);
    m_view->setCurrent(workspace().selection().current());
    m_steps->setEnabled(!m_isOverview);
    updateLegend();
    highlight();
    showEmptiness();
    updateWords();
}

void GraphPane::showEmptiness()
{
    const bool isEmpty = m_view->scene().graph->nodes.empty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_asTable->isChecked() ? static_cast<QWidget *>(m_table) : m_drawing);
    if (!isEmpty)
        return;
    if (workspace().snapshot()->agents().empty())
        m_empty->set(tr("Here you will see who said what, and where it was printed."), tr("Import Articles…"));
    else if (!workspace().filter().isEmpty())
        m_empty->set(tr("The filter leaves nobody to show."), tr("Clear Filter"));
    else
        m_empty->set(tr("Nothing here is joined to anything."), tr("Show the Whole Story"));
}

void GraphPane::updateWords()
{
    QString words;
    const QString steps = m_ask.depth == 1 ? tr("1 step") : m_ask.depth == 2 ? tr("2 steps") : tr("3 steps");
    if (m_isOverview) {
        words = m_view->scene().graph->nodes.empty() ? QString() : tr("who is quoted most");
    } else {
        const qint32 centre = m_centres.size() == 1 ? m_view->scene().graph->find(m_centres.front()) : -1;
        const QString name = centre < 0 ? present::countInWords(present::Noun::Item, static_cast<qint64>(m_centres.size()))
                                        : nodeLabel(*m_workingOn, m_view->scene().graph->nodes[static_cast<size_t>(centre)]);
        words = tr("around %1, %2", "the centre of the graph and how many steps from it").arg(name, steps);
    }
    if (!m_ask.hidden.isEmpty())
        words = tr("%1, %2 taken out").arg(words).arg(m_ask.hidden.size());
    if (words == m_subtitle)
        return;
    m_subtitle = words;
    Q_EMIT subtitleChanged();
}

void GraphPane::showAsTable(bool on)
{
    m_asTable->setChecked(on);
    setFocusProxy(on ? static_cast<QWidget *>(m_table) : m_view);
    showEmptiness();
}

// What is kept

QJsonObject GraphPane::saveState() const
{
    QJsonObject pictures;
    for (const QString &key : m_recentPictures.sliced(std::max<qsizetype>(0, m_recentPictures.size() - savedPictures))) {
        const GraphPicture picture = m_pictures.value(key);
        QJsonObject places;
        for (auto it = picture.places.cbegin(); it != picture.places.cend(); ++it)
            places.insert(it.key().toString(QUuid::WithoutBraces), QJsonArray{std::round(it->x() * 10) / 10, std::round(it->y() * 10) / 10, picture.pins.contains(it.key()) ? 1 : 0});
        pictures.insert(key, places);
    }
    return {{u"depth"_s, m_ask.depth},
            {u"nodes"_s, static_cast<int>(m_ask.types.nodes)},
            {u"edges"_s, static_cast<int>(m_ask.types.edges)},
            {u"overviewNodes"_s, static_cast<int>(m_overviewTypes.nodes)},
            {u"overviewEdges"_s, static_cast<int>(m_overviewTypes.edges)},
            {u"positions"_s, pictures}};
}

void GraphPane::restoreState(const QJsonObject &state)
{
    const auto bits = [&state](QLatin1StringView name, quint32 fallback) { return static_cast<quint32>(state.value(name).toInt(static_cast<int>(fallback))) & 0x3FU; };
    m_ask.types = {bits("nodes"_L1, m_ask.types.nodes), bits("edges"_L1, m_ask.types.edges)};
    m_overviewTypes = {bits("overviewNodes"_L1, m_overviewTypes.nodes), bits("overviewEdges"_L1, m_overviewTypes.edges)};
    m_ask.depth = std::clamp(state.value("depth"_L1).toInt(m_ask.depth), 1, m_steps->maximum());
    m_steps->setValue(m_ask.depth);
    const QJsonObject pictures = state.value("positions"_L1).toObject();
    for (auto it = pictures.begin(); it != pictures.end(); ++it) {
        GraphPicture picture;
        const QJsonObject places = it->toObject();
        for (auto place = places.begin(); place != places.end(); ++place) {
            const QJsonArray values = place->toArray();
            const QUuid uuid = QUuid::fromString(place.key());
            const QPointF at(values.at(0).toDouble(), values.at(1).toDouble());
            if (uuid.isNull() || !qIsFinite(at.x()) || !qIsFinite(at.y()))
                continue;
            picture.places.insert(uuid, at);
            if (values.at(2).toInt() != 0)
                picture.pins.insert(uuid);
        }
        m_pictures.insert(it.key(), picture);
        m_recentPictures.removeAll(it.key());
        m_recentPictures += it.key();
    }
    updateLegend();
    ask();
}

} // namespace onrecord::ui
