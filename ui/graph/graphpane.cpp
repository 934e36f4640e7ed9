// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpane.h"

#include "ui/graph/edgetable.h"
#include "ui/present/icons.h"
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
constexpr int mostDepth = 3;

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
    connect(&workspace().selection(), &explore::Selection::hoveredChanged, this, [this] { m_view->setHovered(workspace().selection().hovered()); });
}

GraphPane::~GraphPane()
{
    m_working.disconnect(this);
    m_working.cancel();
}

// What stands in the title bar

void GraphPane::makeTitleWidgets()
{
    auto *holder = new QWidget(this); // until a title bar takes them
    holder->hide();
    const auto button = [holder](const QString &name, const QString &text, const QString &help) {
        auto *made = new QToolButton(holder);
        made->setObjectName(name);
        made->setText(text);
        made->setAccessibleName(help);
        made->setToolTip(help);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    m_legend = button(u"graphLegend"_s, tr("Legend"), tr("Legend: choose what the graph shows"));
    m_legend->setPopupMode(QToolButton::InstantPopup);
    m_steps = new QSlider(Qt::Horizontal, holder);
    m_steps->setObjectName(u"graphDepth"_s);
    m_steps->setRange(1, mostDepth);
    m_steps->setPageStep(1);
    m_steps->setFixedWidth(56);
    m_steps->setAccessibleName(tr("Steps from the selection"));
    m_steps->setToolTip(tr("Steps from the selection"));
    m_steps->setValue(m_ask.depth);
    connect(m_steps, &QSlider::valueChanged, this, &GraphPane::setDepth);
    m_whole = button(u"graphWhole"_s, tr("Whole Story"), tr("Show who is quoted most, and where"));
    connect(m_whole, &QToolButton::clicked, this, &GraphPane::showWholeStory);
    m_asTable = button(u"graphAsTable"_s, tr("Table"), tr("Show the graph as a table"));
    m_asTable->setIcon(present::icon(u"view-list-details"_s));
    m_asTable->setCheckable(true);
    connect(m_asTable, &QToolButton::toggled, this, &GraphPane::showAsTable);
    m_fit = button(u"graphFit"_s, tr("Fit"), tr("Show the whole graph (Ctrl+9)"));
    m_fit->setIcon(present::icon(u"zoom-fit-best"_s));
    connect(m_fit, &QToolButton::clicked, m_view, &GraphView::fit);
    auto *fit = new QAction(tr("&Fit"), this);
    fit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_9));
    fit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(fit, &QAction::triggered, m_view, &GraphView::fit);
    addAction(fit);
}

void GraphPane::makeLegend()
{
    auto *menu = new QMenu(m_legend);
    menu->setObjectName(u"graphLegendMenu"_s);
    menu->addSection(tr("Shown"));
    for (int i = 0; i < explore::nodeKindCount; ++i) {
        const auto kind = static_cast<NodeKind>(i);
        QAction *action = menu->addAction(nodeKindName(kind));
        action->setCheckable(true);
        m_nodeActions += action;
        connect(action, &QAction::triggered, this, [this, kind](bool on) {
            GraphTypes changed = types();
            changed.set(kind, on);
            setTypes(changed);
        });
    }
    menu->addSection(tr("Joined by"));
    for (int i = 0; i < explore::edgeKindCount; ++i) {
        const auto kind = static_cast<EdgeKind>(i);
        QAction *action = menu->addAction(edgeKindName(kind));
        action->setCheckable(true);
        m_edgeActions += action;
        connect(action, &QAction::triggered, this, [this, kind](bool on) {
            GraphTypes changed = types();
            changed.set(kind, on);
            setTypes(changed);
        });
    }
    // The signs are drawn in the palette's colours: anew each time they are looked at.
    connect(menu, &QMenu::aboutToShow, this, &GraphPane::updateLegend);
    m_legend->setMenu(menu);
    // The same switches in sight, where there is room for them.
    auto *row = new QHBoxLayout(m_legendBar);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(2);
    for (QAction *action : m_nodeActions) {
        auto *made = new QToolButton(m_legendBar);
        made->setDefaultAction(action);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
    }
    row->addStretch();
    m_legendBar->setAutoFillBackground(true);
    m_legendBar->setBackgroundRole(QPalette::Base);
    updateLegend();
}

void GraphPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    constexpr int leastHeight = 180; // below that the drawing needs all there is
    m_legendBar->setVisible(width() >= m_legendBar->sizeHint().width() && height() >= leastHeight);
}

void GraphPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_legend)
        updateLegend();
}

void GraphPane::updateLegend()
{
    for (int i = 0; i < m_nodeActions.size(); ++i) {
        m_nodeActions[i]->setChecked(types().has(static_cast<NodeKind>(i)));
        m_nodeActions[i]->setIcon(nodeKindIcon(static_cast<NodeKind>(i), palette()));
    }
    for (int i = 0; i < m_edgeActions.size(); ++i) {
        m_edgeActions[i]->setChecked(types().has(static_cast<EdgeKind>(i)));
        m_edgeActions[i]->setIcon(edgeKindIcon(static_cast<EdgeKind>(i), palette()));
    }
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
    depth = std::clamp(depth, 1, mostDepth);
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
    job.aspect = height() > 0 ? static_cast<double>(width()) / height() : 1.6;
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

// Passages and commands

void GraphPane::openEdge(int edge, QPoint global)
{
    const explore::Graph &graph = *m_view->scene().graph;
    const explore::GraphEdge &line = graph.edges[static_cast<size_t>(edge)];
    const ItemId a = graph.nodes[static_cast<size_t>(line.a)].item;
    const ItemId b = graph.nodes[static_cast<size_t>(line.b)].item;
    const std::vector<ItemId> passages = explore::evidenceOf(*workspace().snapshot(), workspace().visible(), a, b, line.kind);
    const auto open = [this](ItemId passage) {
        m_ownSelection = {passage};
        m_hasOwnSelection = true;
        workspace().open(passage);
        workspace().markPlace();
    };
    if (passages.size() == 1) {
        open(passages.front());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"graphPassages"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto plain = [](QString text) { return text.replace(u'&', "&&"_L1); };
    menu->addSection(plain(edgeInWords(*workspace().snapshot(), graph, line)));
    constexpr size_t mostListed = 24;
    for (size_t i = 0; i < std::min(passages.size(), mostListed); ++i)
        menu->addAction(plain(passageInWords(*workspace().snapshot(), passages[i])), this, [open, passage = passages[i]] { open(passage); });
    if (passages.empty())
        menu->addAction(tr("No passage in this project says so"))->setEnabled(false);
    const QSet<ItemId> all(passages.begin(), passages.end());
    if (passages.size() > 1) {
        menu->addSeparator();
        menu->addAction(tr("&Select All %1 Passages").arg(passages.size()), this, [this, all, first = passages.front()] {
            m_ownSelection = all;
            m_hasOwnSelection = true;
            workspace().selection().set(all, first);
        });
    }
    menu->popup(global);
}

void GraphPane::openMenu(QPoint global, ItemId item)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"graphMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qint32 node = item.isNull() ? -1 : m_view->scene().graph->find(item);
    if (node >= 0) {
        const explore::GraphNode &shown = m_view->scene().graph->nodes[static_cast<size_t>(node)];
        menu->addAction(tr("&Open Passage"), this, [this, item] {
            m_ownSelection = {item};
            m_hasOwnSelection = true;
            workspace().open(item);
        });
        menu->addAction(tr("&Centre Here"), this, [this, item] { centreOn({item}); });
        const QString expand = shown.isExpanded || shown.hiddenCount == 0 ? tr("Co&llapse") : tr("&Expand");
        menu->addAction(m_ask.collapsed.contains(item) ? tr("&Expand") : expand, this, [this, item] { toggleExpanded(item); });
        menu->addAction(tr("&Hide from View"), this, [this, item] { hideItem(item); });
        const QUuid uuid = explore::uuidOf(*workspace().snapshot(), item);
        if (m_pictures.value(m_shownKey).pins.contains(uuid)) {
            menu->addAction(tr("&Let Go of Its Place"), this, [this, uuid] {
                m_pictures[m_shownKey].pins.remove(uuid);
                ask(true);
            });
        }
        menu->addSeparator();
    }
    menu->addAction(tr("&Fit"), m_view, &GraphView::fit);
    menu->addAction(tr("&Whole Story"), this, &GraphPane::showWholeStory);
    menu->addAction(tr("&Reset"), this, &GraphPane::resetPicture);
    menu->addAction(tr("&As a Table"), this, [this] { showAsTable(true); });
    menu->addMenu(m_legend->menu())->setText(tr("&Legend"));
    menu->popup(global);
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
    m_ask.depth = std::clamp(state.value("depth"_L1).toInt(m_ask.depth), 1, mostDepth);
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
