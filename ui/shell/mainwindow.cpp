// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/claims/claimspane.h"
#include "ui/coverage/coveragepane.h"
#include "ui/present/schemes.h"
#include "ui/present/words.h"
#include "ui/shell/actions.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/fileactions.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/filtermenu.h"
#include "ui/shell/header.h"
#include "ui/shell/menus.h"
#include "ui/shell/projects.h"
#include "ui/shell/quickbox.h"
#include "ui/shell/recentprojects.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/undopassing.h"
#include "ui/story/startpage.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pane.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QJsonObject>
#include <QMenuBar>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWhatsThis>
#include <algorithm>
#include <utility>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Workspace;

MainWindow::MainWindow(Desk &desk)
    : m_desk(desk),
      m_actions(new Actions(*this, desk.settings())),
      m_recents(new RecentProjects(desk.settings(), this)),
      m_messages(new MessageBar),
      m_jobs(new JobBar),
      m_projects(new Projects(desk, *m_recents, *m_jobs, this))
{
    setObjectName(u"window"_s);
    setWindowTitle(tr("OnRecord"));
    setAcceptDrops(true);
    declareActions(*m_actions);
    fillMenuBar(*menuBar(), *m_actions);

    auto *centre = new QWidget(this);
    auto *rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_header = new Header(desk, *m_actions, centre);
    m_filterBar = new FilterBar(desk.workspace(), centre);
    m_stack = new QStackedWidget(centre);
    m_docks = new DockArea(desk, *m_actions, m_stack);
    m_stack->addWidget(m_docks);
    rows->addWidget(m_header);
    rows->addWidget(m_filterBar);
    rows->addWidget(m_messages);
    rows->addWidget(m_jobs);
    rows->addWidget(m_stack, 1);
    setCentralWidget(centre);
    for (Pane *pane : m_docks->panes())
        takePane(pane);
    connect(m_docks, &DockArea::paneMade, this, &MainWindow::takePane);

    menuBar()->findChild<QMenu *>(u"menu.edit"_s)->addMenu(new FilterMenu(desk.workspace(), this));
    m_files = new FileActions(desk, *this);
    m_projects->setPaneState([this] { return savePanes(); }, [this](const QJsonObject &states) { restorePanes(states); });
    new UndoPassing(this);
    connectEdit();
    connectView();
    connectGo();
    connectDesk();
    restoreWindow();
    showHistory();
    showOpen();
    showTrail();
}

/// Panes and the focus have news also while the window is being taken apart; by then our members are gone.
MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr);
    disconnect(m_docks, nullptr, this, nullptr);
    for (Pane *pane : std::as_const(m_lastPanes))
        disconnect(pane, nullptr, this, nullptr);
}

QuickBox &MainWindow::quickBox()
{
    if (!m_quickBox)
        m_quickBox = new QuickBox(m_desk, *m_actions, this);
    return *m_quickBox;
}

void MainWindow::on(const QString &action, const std::function<void()> &call)
{
    connect(m_actions->find(action), &QAction::triggered, this, call);
}

void MainWindow::connectEdit()
{
    on(u"edit.undo"_s, [this] { m_desk.change([](store::Project &project) { return project.undo(); }); });
    on(u"edit.redo"_s, [this] { m_desk.change([](store::Project &project) { return project.redo(); }); });
    on(u"edit.search"_s, [this] {
        m_header->searchBox()->setFocus(Qt::ShortcutFocusReason);
        m_header->searchBox()->selectAll();
    });
    on(u"edit.clearFilter"_s, [this] {
        m_desk.workspace().setFilter({});
        m_desk.workspace().markPlace();
    });
    on(u"edit.filterBySelection"_s, [this] { filterBySelection(); });
    connect(&m_desk.store(), &store::Store::historyChanged, this, &MainWindow::showHistory);
    connect(&m_desk.store(), &store::Store::openChanged, this, &MainWindow::showOpen);
    connect(m_header->searchBox(), &SearchBox::searchWanted, this, &MainWindow::search);
    connect(m_header->searchBox(), &SearchBox::checkWanted, this, &MainWindow::checkQuote);
    connect(&m_desk.workspace(), &Workspace::wordsWanted, this, &MainWindow::answerWords);
}

void MainWindow::connectView()
{
    on(u"view.sidePanel"_s, [this] { m_docks->setShown(u"library"_s, !m_docks->isShown(u"library"_s)); });
    on(u"view.nextPane"_s, [this] { m_docks->cycle(1); });
    on(u"view.previousPane"_s, [this] { m_docks->cycle(-1); });
    on(u"view.pin"_s, [this] {
        if (!m_lastPanes.isEmpty())
            m_lastPanes.front()->setPinned(!m_lastPanes.front()->isPinned());
        showPin();
    });
    on(u"view.resetLayout"_s, [this] { m_docks->resetLayout(); });
    on(u"view.fullScreen"_s, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(m_docks, &DockArea::shownChanged, this, [this](const QString &name, bool shown) {
        if (name == "library"_L1)
            m_actions->find(u"view.sidePanel"_s)->setChecked(shown);
    });
    const auto chosen = present::schemeFromSpelling(m_desk.settings().value(u"window/colours"_s).toString());
    for (const auto scheme :
         {present::Scheme::System, present::Scheme::Light, present::Scheme::Dark, present::Scheme::HighContrast}) {
        const QString word = present::spelling(scheme);
        QAction *action = m_actions->find(u"view.colours."_s + word);
        action->setChecked(scheme == chosen);
        connect(action, &QAction::triggered, this, [this, scheme, word] {
            m_desk.settings().setValue(u"window/colours"_s, word);
            present::applyScheme(scheme);
        });
    }
    int number = 0;
    for (const PaneSpec &spec : paneSpecs()) {
        ++number;
        const QString name = spec.name;
        QAction *action =
            m_actions->add(u"pane."_s + name, spec.title(), {},
                           number <= 9 ? QList{QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number))}
                                       : QList<QKeySequence>());
        connect(action, &QAction::triggered, this, [this, name] {
            showPanes();
            m_docks->bringUp(name);
        });
    }
    m_actions->setGroup(u"pane"_s, tr("Panes"));
    connect(m_actions, &Actions::changed, this, &MainWindow::fillPanesMenu);
    fillPanesMenu();
}

void MainWindow::connectGo()
{
    Workspace &workspace = m_desk.workspace();
    on(u"go.back"_s, [this, &workspace] {
        if (isStartShown() && m_desk.store().isOpen())
            showPanes();
        else
            workspace.goBack();
    });
    on(u"go.forward"_s, [&workspace] { workspace.goForward(); });
    on(u"go.next"_s, [this] { step(1); });
    on(u"go.previous"_s, [this] { step(-1); });
    on(u"go.palette"_s, [this] { quickBox().openIn(QuickBox::Mode::Commands); });
    on(u"go.jump"_s, [this] { quickBox().openIn(QuickBox::Mode::Anything); });
    on(u"go.start"_s, [this] { showStart(); });
    on(u"check.quote"_s, [this] { checkQuote({}); });
    on(u"check.claim"_s, [this] {
        showPanes();
        m_docks->bringUp(u"claims"_s);
        if (auto *pane = dynamic_cast<ClaimsPane *>(m_docks->pane(u"claims"_s)))
            pane->addFromSelection();
    });
    for (const auto &[action, pane] : {std::pair(u"check.figures"_s, u"figures"_s), std::pair(u"check.draft"_s, u"draft"_s), std::pair(u"check.coverage"_s, u"coverage"_s),
                                      std::pair(u"check.variants"_s, u"variants"_s)}) {
        on(action, [this, name = pane] {
            showPanes();
            m_docks->bringUp(name);
        });
    }
    for (const auto &[action, show] : {std::pair(u"check.doubts"_s, &CoveragePane::showDoubts), std::pair(u"check.oppositions"_s, &CoveragePane::showOppositions)}) {
        on(action, [this, show = show] {
            showPanes();
            m_docks->bringUp(u"coverage"_s);
            if (auto *pane = dynamic_cast<CoveragePane *>(m_docks->pane(u"coverage"_s)))
                (pane->*show)();
        });
    }
    on(u"help.shortcuts"_s, [this] { (new ShortcutSheet(*m_actions, this))->open(); });
    on(u"help.whatsThis"_s, [] { QWhatsThis::enterWhatsThisMode(); });
    on(u"help.about"_s, [this] { showAbout(); });
    connect(&workspace, &Workspace::trailChanged, this, &MainWindow::showTrail);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { noteFocus(now); });
}

void MainWindow::connectDesk()
{
    connect(&m_desk, &Desk::messageWanted, this,
            [this](const QString &text, Desk::Tone tone) { m_messages->show({text, tone, {}, {}}); });
    connect(&m_desk, &Desk::offerMade, this,
            [this](const QString &text, Desk::Tone tone, const QString &actionText, const std::function<void()> &action, const QString &topic) {
                m_messages->show({text, tone, actionText, action, topic});
            });
    connect(&m_desk, &Desk::errorReported, this, [this](const Error &error) {
        if (error.fault != Fault::Cancelled)
            m_messages->show({present::faultInWords(error.fault), Desk::Tone::Error, {}, {}});
    });
    connect(&m_desk, &Desk::actionWanted, this, &MainWindow::trigger);
}

/// An action's name, "pane.show.NAME" (without taking the focus), "pane.beside.NAME" (nor covering the walk) or "open.PATH".
void MainWindow::trigger(const QString &name)
{
    constexpr QLatin1StringView paneLead = "pane.show."_L1;
    constexpr QLatin1StringView besideLead = "pane.beside."_L1;
    constexpr QLatin1StringView openLead = "open."_L1;
    if (name.startsWith(paneLead))
        m_docks->setShown(name.sliced(paneLead.size()), true);
    else if (name.startsWith(besideLead))
        m_docks->showBeside(name.sliced(besideLead.size()), u"walk"_s);
    else if (QAction *action = m_actions->find(name))
        action->trigger();
    else if (name.startsWith(openLead))
        m_projects->open(name.sliced(openLead.size()));
    else
        qWarning("no action is called %s", qUtf8Printable(name));
}

/// The next or previous item of the list somebody came from: the pane they were in last that has the action "PANE.next".
/// Without one, the visible quotations in reading order.
void MainWindow::step(int by)
{
    Workspace &workspace = m_desk.workspace();
    for (const Pane *pane : std::as_const(m_lastPanes)) {
        QAction *action = m_actions->find(pane->objectName() + (by > 0 ? u".next"_s : u".previous"_s));
        if (!action || !action->isEnabled() || !pane->isVisible())
            continue;
        const ItemId before = workspace.selection().current();
        const explore::Passage passage = workspace.passage();
        action->trigger();
        // A pane that only selects leaves it to us to turn the page.
        if (workspace.selection().current() != before && workspace.passage() == passage)
            workspace.open(workspace.selection().current());
        return;
    }
    const Snapshot &record = *workspace.snapshot();
    std::vector<QuotationId> order;
    for (const Article &article : record.articles()) {
        for (const QuotationId id : record.quotationsIn(article.id)) {
            if (workspace.visible().has(record, id))
                order.push_back(id);
        }
    }
    if (order.empty())
        return;
    const ItemId current = workspace.selection().current();
    const auto at = std::ranges::find_if(order, [&current](QuotationId id) { return ItemId(id) == current; });
    const auto size = static_cast<qsizetype>(order.size());
    const qsizetype index =
        at == order.end() ? (by > 0 ? 0 : size - 1) : std::clamp<qsizetype>(at - order.begin() + by, 0, size - 1);
    workspace.open(order[static_cast<size_t>(index)]);
    workspace.markPlace();
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, tr("About OnRecord"), tr("OnRecord %1").arg(QApplication::applicationVersion()),
                                  QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setTextFormat(Qt::PlainText);
    about->setInformativeText(tr("Explores who said what, where, and whether the sources agree. It never touches the network.\n\n"
                                 "© 2026 The OnRecord authors. Free software under the GNU General Public License, version 3 or later."));
    about->open();
}

void MainWindow::search(const QString &words)
{
    Workspace &workspace = m_desk.workspace();
    if (words.isEmpty()) {
        workspace.setFilter(workspace.filter().without(explore::Facet::Words));
    } else {
        explore::Term term;
        term.facet = explore::Facet::Words;
        term.words = words;
        workspace.setFilter(workspace.filter().replacing(term));
        showPanes();
        m_docks->setShown(u"results"_s, true);
    }
    workspace.markPlace();
}

void MainWindow::answerWords(const QString &words)
{
    m_desk.store()
        .run([words](store::Project &project) { return project.searchItems(words); })
        .then(this, [this, words](const Result<std::vector<ItemId>> &answer) {
            if (!answer) {
                m_desk.report(answer.error());
                return;
            }
            explore::WordHits hits{words, {}};
            for (const ItemId item : *answer)
                hits.items.insert(item);
            m_desk.workspace().setWordHits(hits);
        });
}

void MainWindow::filterBySelection()
{
    Workspace &workspace = m_desk.workspace();
    explore::Filter filter = workspace.filter();
    for (const ItemId &item : workspace.selection().items()) {
        explore::Term term;
        term.value = item.value;
        if (item.type == ItemType::Agent)
            term.facet = explore::Facet::Agent;
        else if (item.type == ItemType::Outlet)
            term.facet = explore::Facet::Outlet;
        else if (item.type == ItemType::Article)
            term.facet = explore::Facet::Article;
        else
            continue;
        filter = filter.with(term);
    }
    workspace.setFilter(filter);
    workspace.markPlace();
}

void MainWindow::checkQuote(const QString &quote)
{
    m_files->giveQuote(quote);
}

void MainWindow::showHistory()
{
    const auto show = [this](const QString &name, const store::ChangeSet &stored, const QString &plain, const QString &named) {
        QAction *action = m_actions->find(name);
        action->setEnabled(!stored.name.isEmpty() && !m_desk.store().isReadOnly());
        action->setText(stored.name.isEmpty() ? plain : named.arg(present::changeName(stored).replace(u'&', u"&&"_s)));
    };
    show(u"edit.undo"_s, m_desk.store().undoStep(), tr("&Undo"), tr("&Undo %1", "the name of a change"));
    show(u"edit.redo"_s, m_desk.store().redoStep(), tr("&Redo"), tr("&Redo %1", "the name of a change"));
}

void MainWindow::showTrail()
{
    m_actions->find(u"go.back"_s)->setEnabled(m_desk.workspace().canGoBack() || (isStartShown() && m_desk.store().isOpen()));
    m_actions->find(u"go.forward"_s)->setEnabled(m_desk.workspace().canGoForward());
}

void MainWindow::showOpen()
{
    const store::Store &store = m_desk.store();
    const bool open = store.isOpen();
    for (const QString &name : {u"file.backup"_s, u"file.check"_s, u"file.close"_s, u"file.pinRecent"_s,
                                u"check.quote"_s, u"check.figures"_s, u"check.variants"_s, u"check.claim"_s, u"check.draft"_s, u"check.coverage"_s, u"check.doubts"_s, u"check.oppositions"_s, u"go.next"_s, u"go.previous"_s})
        m_actions->find(name)->setEnabled(open);
    for (const QString &name : {u"file.import"_s, u"file.importFolder"_s, u"file.importPreview"_s, u"file.pasteArticle"_s})
        m_actions->find(name)->setEnabled(!store.isReadOnly());
    QString title = tr("OnRecord");
    if (open) {
        const QString name = QFileInfo(store.path()).completeBaseName();
        title = store.isReadOnly() ? tr("%1 (read-only) — OnRecord").arg(name) : tr("%1 — OnRecord").arg(name);
    }
    setWindowTitle(title);
    showHistory();
}

void MainWindow::showStart()
{
    if (!m_start) {
        m_start = m_files->makeStartPage(m_stack);
        m_stack->addWidget(m_start);
    }
    m_start->setOpenProject(m_desk.store().isOpen() ? QFileInfo(m_desk.store().path()).completeBaseName() : QString());
    m_stack->setCurrentWidget(m_start);
    m_start->setFocus(Qt::OtherFocusReason);
    showTrail();
}

void MainWindow::showPanes()
{
    m_stack->setCurrentWidget(m_docks);
    showTrail();
}

void MainWindow::startReading()
{
    const QWidget *focus = focusWidget();
    const bool isFree = !focus || !focus->isVisible() || (m_header->isAncestorOf(focus) && m_header->searchBox()->text().isEmpty());
    if (isFree && !isStartShown())
        m_docks->bringUp(u"source"_s);
}

bool MainWindow::isStartShown() const
{
    return m_start && m_stack->currentWidget() == m_start;
}

void MainWindow::restoreWindow()
{
    const QSettings &settings = m_desk.settings();
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(1440, 900);
    m_docks->restoreLayout();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (FileActions::canTake(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->take(*event->mimeData());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_desk.settings().setValue(u"window/geometry"_s, saveGeometry());
    m_docks->saveLayout();
    m_projects->savePlace();
    event->accept();
}

bool MainWindow::event(QEvent *event)
{
    const bool done = QMainWindow::event(event);
    // UpdateRequest paints the whole window; after the first one it is on the screen.
    if (event->type() == QEvent::UpdateRequest && !m_painted) {
        m_painted = true;
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
    return done;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_actions->find(u"view.fullScreen"_s)->setChecked(isFullScreen());
}

} // namespace onrecord::ui
