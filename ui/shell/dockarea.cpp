// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dockarea.h"

#include "ui/shell/actions.h"
#include "ui/shell/panedock.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/pane.h"

#include <QApplication>
#include <QResizeEvent>
#include <QSettings>
#include <QTabBar>
#include <algorithm>
#include <cmath>
#include <utility>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutVersion = 1;
constexpr int textRoom = 560;  ///< below this width for the text a dock has to go
constexpr int roomForTwo = 680; ///< from this height on two panes stand above each other at the side
constexpr int graphRoom = 860; ///< below this window width timeline and graph do not fit side by side
const QString layoutKey = u"window/layout"_s;

} // namespace

DockArea::DockArea(Desk &desk, Actions &actions, QWidget *parent)
    : QMainWindow(parent),
      m_desk(desk),
      m_actions(actions)
{
    setWindowFlags(Qt::Widget); // QMainWindow makes itself a window of its own otherwise
    setObjectName(u"dockArea"_s);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    for (const PaneSpec &spec : paneSpecs()) {
        if (spec.shown)
            makePane(spec);
    }
    if (!centralWidget())
        setCentralWidget(new QWidget(this));
}

/// Docks tell of being hidden while they are taken apart; by then our members are gone.
DockArea::~DockArea()
{
    for (PaneDock *dock : std::as_const(m_docks))
        disconnect(dock, nullptr, this, nullptr);
}

Pane *DockArea::makePane(const PaneSpec &spec)
{
    Pane *pane = spec.make(m_desk, this);
    Q_ASSERT(pane->objectName() == spec.name);
    m_panes.insert(spec.name, pane);
    m_actions.adopt(*pane, pane->title());
    if (spec.area == Qt::NoDockWidgetArea) {
        setCentralWidget(pane);
    } else {
        auto *dock = new PaneDock(pane, this);
        m_docks.insert(spec.name, dock);
        placeDock(spec, dock);
        connect(dock, &QDockWidget::visibilityChanged, this,
                [this, name = spec.name] { Q_EMIT shownChanged(name, isShown(name)); });
        connect(dock->toggleViewAction(), &QAction::triggered, this,
                [this, name = spec.name] { m_folded.remove(name); });
    }
    Q_EMIT paneMade(pane);
    return pane;
}

void DockArea::placeDock(const PaneSpec &spec, PaneDock *dock)
{
    // A pane asked for later becomes a tab on the first one of its side.
    if (!spec.shown) {
        for (const PaneSpec &other : paneSpecs()) {
            PaneDock *neighbour = m_docks.value(other.name);
            if (neighbour && neighbour != dock && other.shown && other.area == spec.area) {
                addDockWidget(spec.area, dock);
                if (spec.above && height() >= roomForTwo)
                    placeAbove(neighbour, dock);
                else
                    tabifyDockWidget(neighbour, dock);
                return;
            }
        }
    }
    addDockWidget(spec.area, dock);
}

void DockArea::placeAbove(PaneDock *neighbour, PaneDock *dock)
{
    const QList<QDockWidget *> tabs = tabifiedDockWidgets(neighbour);
    splitDockWidget(dock, neighbour, Qt::Vertical);
    for (QDockWidget *tab : tabs) {
        if (tab != dock)
            tabifyDockWidget(neighbour, tab);
    }
    resizeDocks({dock, neighbour}, {55, 45}, Qt::Vertical);
}

void DockArea::shareSpace()
{
    const auto some = [this](std::initializer_list<QString> names) {
        QList<QDockWidget *> docks;
        for (const QString &name : names) {
            if (PaneDock *dock = m_docks.value(name))
                docks << dock;
        }
        return docks;
    };
    const auto resize = [this](const QList<QDockWidget *> &docks, QList<int> sizes, Qt::Orientation way) {
        if (docks.size() == sizes.size())
            resizeDocks(docks, sizes, way);
    };
    const int w = std::max(width(), 960);
    resize(some({u"library"_s}), {std::clamp(w * 21 / 100, 250, 320)}, Qt::Horizontal);
    resize(some({u"details"_s}), {std::clamp(w * 26 / 100, 280, 420)}, Qt::Horizontal);
    resize(some({u"timeline"_s, u"graph"_s}), {w * 57 / 100, w * 43 / 100}, Qt::Horizontal);
    const int h = std::clamp(std::max(height(), 600) * 30 / 100, 180, 300);
    resize(some({u"timeline"_s}), {h}, Qt::Vertical);
    resize(some({u"graph"_s}), {h}, Qt::Vertical);
}

Pane *DockArea::pane(const QString &name) const
{
    return m_panes.value(name);
}

PaneDock *DockArea::dock(const QString &name) const
{
    return m_docks.value(name);
}

QList<Pane *> DockArea::panes() const
{
    QList<Pane *> made;
    for (const PaneSpec &spec : paneSpecs()) {
        if (Pane *pane = m_panes.value(spec.name))
            made << pane;
    }
    return made;
}

void DockArea::bringUp(const QString &name)
{
    setShown(name, true);
    if (PaneDock *dock = m_docks.value(name))
        dock->bringUp();
    else if (Pane *pane = m_panes.value(name))
        focusInto(pane);
}

void DockArea::setShown(const QString &name, bool shown)
{
    const auto spec = std::ranges::find(paneSpecs(), name, &PaneSpec::name);
    if (spec == paneSpecs().end() || (!shown && !m_panes.contains(name)))
        return;
    if (!m_panes.contains(name))
        makePane(*spec);
    m_folded.remove(name);
    if (PaneDock *dock = m_docks.value(name)) {
        dock->setVisible(shown);
        if (shown)
            dock->raise();
    }
}

void DockArea::showBeside(const QString &name, const QString &kept)
{
    PaneDock *front = m_docks.value(kept);
    const bool wasInFront = front && !front->isHidden() && !front->visibleRegion().isEmpty();
    setShown(name, true);
    if (wasInFront && tabifiedDockWidgets(front).contains(m_docks.value(name)))
        front->raise();
}

PaneDock *DockArea::firstVisible(Qt::DockWidgetArea area) const
{
    for (const PaneSpec &spec : paneSpecs()) {
        PaneDock *dock = m_docks.value(spec.name);
        if (dock && !dock->isHidden() && !dock->isFloating() && dockWidgetArea(dock) == area && !dock->visibleRegion().isEmpty())
            return dock;
    }
    return nullptr;
}

bool DockArea::isShown(const QString &name) const
{
    if (const PaneDock *dock = m_docks.value(name))
        return !dock->isHidden();
    return m_panes.contains(name);
}

void DockArea::cycle(int step)
{
    QList<Pane *> reachable;
    for (Pane *pane : panes()) {
        if (pane->isVisible() && !pane->visibleRegion().isEmpty())
            reachable << pane;
    }
    if (reachable.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < reachable.size(); ++i) {
        if (focus && (reachable[i] == focus || reachable[i]->isAncestorOf(focus)))
            at = i;
    }
    const qsizetype count = reachable.size();
    const qsizetype next = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
    focusInto(reachable[next]);
}

void DockArea::resetLayout()
{
    m_folded.clear();
    m_desk.settings().remove(layoutKey);
    for (const PaneSpec &spec : paneSpecs()) {
        PaneDock *dock = m_docks.value(spec.name);
        if (!dock)
            continue;
        dock->setFloating(false);
        removeDockWidget(dock);
        placeDock(spec, dock);
        dock->setVisible(spec.shown);
    }
    shareSpace();
    makeRoom();
}

void DockArea::saveLayout() const
{
    QSettings &settings = m_desk.settings();
    settings.setValue(layoutKey, saveState(layoutVersion));
    QStringList made;
    for (const PaneSpec &spec : paneSpecs()) {
        if (m_docks.contains(spec.name))
            made << spec.name;
    }
    settings.setValue(u"window/panes"_s, made);
    settings.setValue(u"window/folded"_s, QStringList(m_folded.begin(), m_folded.end()));
}

void DockArea::restoreLayout()
{
    const QSettings &settings = m_desk.settings();
    const QByteArray state = settings.value(layoutKey).toByteArray();
    if (state.isEmpty())
        return;
    const QStringList folded = settings.value(u"window/folded"_s).toStringList();
    m_folded = QSet<QString>(folded.begin(), folded.end());
    // A dock has to exist to be put in its place.
    const QStringList names = settings.value(u"window/panes"_s).toStringList();
    for (const PaneSpec &spec : paneSpecs()) {
        if (names.contains(spec.name) && !m_panes.contains(spec.name))
            makePane(spec);
    }
    m_hasShares = restoreState(state, layoutVersion);
}

bool DockArea::event(QEvent *event)
{
    // Tab bars are made by the layout when it needs them.
    if (event->type() == QEvent::ChildPolished) {
        if (auto *bar = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child()))
            bar->setAccessibleName(tr("Panes that share this place"));
    }
    return QMainWindow::event(event);
}

void DockArea::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    keepShares(event->oldSize());
    makeRoom();
}

/// Docks grow and shrink with the window, so that a layout made on a small screen is none of slivers on a large one.
void DockArea::keepShares(QSize before)
{
    if (!m_hasShares || before.isEmpty() || before == size() || m_folding)
        return;
    for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea}) {
        const bool isLow = area == Qt::BottomDockWidgetArea;
        const int least = isLow ? 170 : area == Qt::LeftDockWidgetArea ? 220 : 280;
        const int most = isLow ? 340 : area == Qt::LeftDockWidgetArea ? 320 : 420;
        PaneDock *dock = firstVisible(area);
        if (!dock)
            continue;
        const int now = isLow ? height() : width();
        const int then = isLow ? before.height() : before.width();
        const int extent = isLow ? dock->height() : dock->width();
        // What somebody made larger or smaller than we would is left alone.
        if (extent < least || extent > most)
            continue;
        Share &share = m_shares[area];
        if (extent != share.extent)
            share.fraction = static_cast<double>(extent) / then;
        share.extent = std::clamp(static_cast<int>(std::lround(share.fraction * now)), least, most);
        if (share.extent != extent)
            resizeDocks({dock}, {share.extent}, isLow ? Qt::Vertical : Qt::Horizontal);
    }
}

void DockArea::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_hasShares)
        return;
    m_hasShares = true;
    shareSpace();
    makeRoom();
}

/// Folds docks away in the stated order until the text has room, and unfolds what was folded when it has it again.
void DockArea::makeRoom()
{
    if (m_folding)
        return;
    m_folding = true;
    const auto widthOf = [this](const QString &name) {
        const PaneDock *dock = m_docks.value(name);
        return dock && !dock->isHidden() && !dock->isFloating()
            ? std::max(dock->width(), dock->minimumSizeHint().width())
            : 0;
    };
    const auto fold = [this](const QString &name, bool tooTight) {
        PaneDock *dock = m_docks.value(name);
        if (!dock || dock->isFloating())
            return;
        if (tooTight && !dock->isHidden()) {
            dock->hide();
            m_folded.insert(name);
        } else if (!tooTight && m_folded.contains(name)) {
            dock->show();
            m_folded.remove(name);
        }
    };
    constexpr int detailsLeast = 280;
    constexpr int libraryLeast = 220;
    const int library = std::max(widthOf(u"library"_s), m_folded.contains(u"library"_s) ? libraryLeast : 0);
    const int details = std::min(std::max(widthOf(u"details"_s), detailsLeast), 340);
    fold(u"details"_s, width() - library - details < textRoom);
    fold(u"graph"_s, width() < graphRoom);
    fold(u"library"_s, width() - library < textRoom - 40);
    m_folding = false;
}

} // namespace onrecord::ui
