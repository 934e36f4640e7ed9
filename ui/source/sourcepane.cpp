// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourcepane.h"

#include "core/text/shown.h"
#include "ui/source/articletabs.h"
#include "ui/source/paperview.h"
#include "ui/source/sourceview.h"
#include "ui/source/textthemes.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QApplication>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::MarkLayer;
using explore::Workspace;

namespace {

constexpr int mostTabs = 16;
constexpr double zoomStep = 1.125;

struct LayerName {
    MarkLayer layer;
    const char *name;
    const char *words;
};

constexpr std::array layerNames{
    LayerName{MarkLayer::Quotations, "quotations", QT_TRANSLATE_NOOP("onrecord::ui::SourcePane", "&Quotations")},
    LayerName{MarkLayer::Speakers, "speakers", QT_TRANSLATE_NOOP("onrecord::ui::SourcePane", "&Speakers")},
    LayerName{MarkLayer::Figures, "figures", QT_TRANSLATE_NOOP("onrecord::ui::SourcePane", "&Figures")},
    LayerName{MarkLayer::Dates, "dates", QT_TRANSLATE_NOOP("onrecord::ui::SourcePane", "&Dates")},
    LayerName{MarkLayer::Cues, "cues", QT_TRANSLATE_NOOP("onrecord::ui::SourcePane", "&Reporting Words")},
    LayerName{MarkLayer::Words, "words", QT_TRANSLATE_NOOP("onrecord::ui::SourcePane", "&Meaning Words")},
};

ArticleId articleOf(const ArticleTabs &tabs, int index)
{
    return {tabs.tabData(index).toLongLong()};
}

} // namespace

SourcePane::SourcePane(Desk &desk, QWidget *parent)
    : Pane(u"source"_s, desk, parent), m_themes(new TextThemes(desk.settings(), this)), m_tabs(new ArticleTabs(this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)), m_marksButton(new QToolButton(this)), m_layerMenu(new QMenu(tr("&Marks"), this)), m_themeMenu(new QMenu(tr("Text &Theme"), this))
{
    m_marksButton->setText(tr("Marks"));
    m_marksButton->setAutoRaise(true);
    m_marksButton->setPopupMode(QToolButton::InstantPopup);
    m_marksButton->setMenu(m_layerMenu);
    m_marksButton->setAccessibleName(tr("Marks shown in the text"));
    m_marksButton->setToolTip(tr("Which marks to show"));

    m_empty->set(tr("Nothing is open. Choose an article in the Library, or import one."), tr("&Import Articles…"));
    connect(m_empty, &EmptyState::pressed, this, [this] { this->desk().trigger(u"file.import"_s); });
    m_stack->addWidget(m_empty);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->setSpacing(4);
    head->addWidget(m_tabs);
    head->addStretch(1);
    head->addWidget(m_marksButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);

    m_layers = explore::MarkLayers::fromInt(desk.settings().value("source/layers"_L1, explore::allMarkLayers.toInt()).toInt()) & explore::allMarkLayers;
    m_zoom = std::clamp(desk.settings().value("source/zoom"_L1, 1.0).toDouble(), 0.5, 4.0);
    makeActions();
    makeMenus();
    connect(m_themes, &TextThemes::changed, this, &SourcePane::restyleTabs);
    connect(m_tabs, &QTabBar::currentChanged, this, &SourcePane::tabChanged);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &SourcePane::closeTab);
    connect(&desk.store(), &store::Store::openChanged, this, &SourcePane::keepToProject);
}

SourcePane::~SourcePane() = default;

QString SourcePane::title() const
{
    return tr("Source");
}

QString SourcePane::subtitle() const
{
    const SourceView *view = currentView();
    const Article *row = view ? workspace().snapshot()->article(view->article()) : nullptr;
    return row ? row->title.value : QString();
}

QAction *SourcePane::add(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void(SourceView &)> call)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, call = std::move(call)] {
        if (SourceView *view = currentView(); view && view->isReady())
            call(*view);
    });
    addAction(action);
    return action;
}

void SourcePane::makeActions()
{
    const auto key = [](const char *keys) { return QKeySequence(QLatin1StringView(keys)); };
    QAction *quote = add(u"source.quote"_s, tr("Mark as &Quotation…"), {key("Q")}, [](SourceView &v) { v.startQuotation(); });
    QAction *speaker = add(u"source.speaker"_s, tr("Name the &Speaker…"), {key("S")}, [](SourceView &v) { v.startSpeaker(); });
    QAction *another = add(u"source.addSpeaker"_s, tr("&Add Another Speaker…"), {key("Shift+S")}, [](SourceView &v) { v.startAnotherSpeaker(); });
    QAction *next = add(u"source.nextMark"_s, tr("&Next Mark"), {key("J")}, [](SourceView &v) { v.stepMark(1); });
    QAction *previous = add(u"source.previousMark"_s, tr("&Previous Mark"), {key("K")}, [](SourceView &v) { v.stepMark(-1); });
    QAction *copy = add(u"source.copy"_s, tr("&Copy"), {QKeySequence(QKeySequence::Copy)}, [](SourceView &v) { v.paper()->copy(); });
    QAction *cite = add(u"source.cite"_s, tr("Copy &With Citation"), {key("Ctrl+Shift+C")}, [](SourceView &v) { v.copyWithCitation(); });
    QAction *find = add(u"source.find"_s, tr("&Find…"), {QKeySequence(QKeySequence::Find)}, [](SourceView &v) { v.openFind(); });
    add(u"source.findNext"_s, tr("Find Ne&xt"), {key("F3")}, [](SourceView &v) { v.findStep(1); });
    add(u"source.findPrevious"_s, tr("Find Pre&vious"), {key("Shift+F3")}, [](SourceView &v) { v.findStep(-1); });
    QAction *strike = add(u"source.strike"_s, tr("Stri&ke Selected Passage"), {key("X")}, [](SourceView &v) { v.strikeSelected(); });
    QAction *restore = add(u"source.restore"_s, tr("&Restore This Passage"), {key("Shift+X")}, [](SourceView &v) { v.restoreHere(); });
    const auto nudge = [&](const QString &name, const QString &text, const char *keys, bool end, int direction, bool byCharacter) {
        return add(name, text, {key(keys)}, [=](SourceView &v) { v.nudge(end, direction, byCharacter); });
    };
    QMenu *ends = new QMenu(tr("Move &Boundaries"), this);
    ends->addAction(nudge(u"source.startLeft"_s, tr("Start One Word Left"), "Shift+Alt+Left", false, -1, false));
    ends->addAction(nudge(u"source.startRight"_s, tr("Start One Word Right"), "Shift+Alt+Right", false, 1, false));
    ends->addAction(nudge(u"source.endLeft"_s, tr("End One Word Left"), "Ctrl+Alt+Left", true, -1, false));
    ends->addAction(nudge(u"source.endRight"_s, tr("End One Word Right"), "Ctrl+Alt+Right", true, 1, false));
    ends->addSeparator();
    ends->addAction(nudge(u"source.startLeftLetter"_s, tr("Start One Character Left"), "Ctrl+Shift+Alt+Left", false, -1, true));
    ends->addAction(nudge(u"source.startRightLetter"_s, tr("Start One Character Right"), "Ctrl+Shift+Alt+Right", false, 1, true));
    ends->addAction(nudge(u"source.endLeftLetter"_s, tr("End One Character Left"), "Ctrl+Shift+Alt+Down", true, -1, true));
    ends->addAction(nudge(u"source.endRightLetter"_s, tr("End One Character Right"), "Ctrl+Shift+Alt+Up", true, 1, true));
    add(u"source.zoomIn"_s, tr("&Larger Text"), {QKeySequence(QKeySequence::ZoomIn), key("Ctrl+=")}, [this](SourceView &) { setZoom(m_zoom * zoomStep); });
    add(u"source.zoomOut"_s, tr("S&maller Text"), {QKeySequence(QKeySequence::ZoomOut)}, [this](SourceView &) { setZoom(m_zoom / zoomStep); });
    add(u"source.zoomReset"_s, tr("&Original Size"), {key("Ctrl+0")}, [this](SourceView &) { setZoom(1.0); });
    QAction *reveal = add(u"source.reveal"_s, tr("Show &Invisible Characters"), {}, [](SourceView &v) { v.setReveal(!v.paper()->reveals()); });
    add(u"source.nextTab"_s, tr("Next Article"), {key("Ctrl+PgDown")}, [this](SourceView &) { stepTab(1); });
    add(u"source.previousTab"_s, tr("Previous Article"), {key("Ctrl+PgUp")}, [this](SourceView &) { stepTab(-1); });
    add(u"source.closeTab"_s, tr("&Close Article"), {key("Ctrl+F4")}, [this](SourceView &) { closeTab(m_tabs->currentIndex()); });
    m_menuActions = {copy, cite, nullptr, quote, speaker, another, ends->menuAction(), nullptr, strike, restore, nullptr, next, previous, nullptr, find, reveal};
}

void SourcePane::makeMenus()
{
    for (const LayerName &row : layerNames) {
        QAction *action = m_layerMenu->addAction(tr(row.words));
        action->setObjectName(u"source.layer."_s + QLatin1StringView(row.name));
        action->setCheckable(true);
        action->setChecked(m_layers.testFlag(row.layer));
        connect(action, &QAction::toggled, this, [this, layer = row.layer](bool on) { setLayers(m_layers.setFlag(layer, on)); });
        addAction(action);
    }
    m_layerMenu->addSeparator();
    m_layerMenu->addMenu(m_themeMenu);
    // In the window's menus too, through the actions of the pane.
    m_themeMenu->menuAction()->setObjectName(u"source.theme"_s);
    addAction(m_themeMenu->menuAction());
    connect(m_themeMenu, &QMenu::aboutToShow, this, &SourcePane::fillThemeMenu);
}

void SourcePane::fillThemeMenu()
{
    m_themeMenu->clear();
    auto *group = new QActionGroup(m_themeMenu);
    const auto put = [&](const QString &text, const QString &name) {
        QAction *action = m_themeMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_themes->current() == name);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { m_themes->setCurrent(name); });
    };
    put(tr("&Follow the Window"), {});
    m_themeMenu->addSeparator();
    for (const QString &name : m_themes->names())
        put(QString(name).replace(u'&', u"&&"_s), name);
}

void SourcePane::setLayers(explore::MarkLayers layers)
{
    m_layers = layers;
    desk().settings().setValue("source/layers"_L1, layers.toInt());
    for (size_t i = 0; i < layerNames.size(); ++i)
        m_layerMenu->actions().at(static_cast<qsizetype>(i))->setChecked(layers.testFlag(layerNames[i].layer));
    for (int i = 0; i < m_tabs->count(); ++i)
        viewOf(articleOf(*m_tabs, i))->setLayers(layers);
}

void SourcePane::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, 0.5, 4.0);
    desk().settings().setValue("source/zoom"_L1, m_zoom);
    for (int i = 0; i < m_tabs->count(); ++i)
        viewOf(articleOf(*m_tabs, i))->setZoom(m_zoom);
}

// Tabs

SourceView *SourcePane::currentView() const
{
    return qobject_cast<SourceView *>(m_stack->currentWidget());
}

SourceView *SourcePane::viewOf(ArticleId article) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        if (auto *view = qobject_cast<SourceView *>(m_stack->widget(i)); view && view->article() == article)
            return view;
    }
    return nullptr;
}

SourceView *SourcePane::openTab(ArticleId article)
{
    keepToProject();
    if (SourceView *view = viewOf(article))
        return view;
    auto *view = new SourceView(desk(), *m_themes, m_stack);
    view->setMenuActions(m_menuActions);
    view->setLayers(m_layers);
    view->setZoom(m_zoom);
    connect(view, &SourceView::zoomWanted, this, [this](int steps) { setZoom(m_zoom * std::pow(zoomStep, steps)); });
    m_stack->addWidget(view);
    view->setArticle(article);
    m_switching = true;
    const int index = m_tabs->addArticle(QString());
    m_tabs->setTabData(index, article.value);
    m_switching = false;
    renameTabs();
    restyleTabs();
    return view;
}

void SourcePane::renameTabs()
{
    const SnapshotPtr record = workspace().snapshot();
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        const Article *row = record->article(articleOf(*m_tabs, i));
        if (!row) {
            closeTab(i);
            continue;
        }
        const QString name = shownName(row->title.value.isEmpty() ? row->fileName : row->title.value);
        const QString outlet = record->outletName(row->id);
        // The outlet tells articles apart best until two of one outlet are open.
        bool alone = !outlet.isEmpty();
        for (int other = 0; other < m_tabs->count(); ++other)
            alone = alone && (other == i || record->outletName(articleOf(*m_tabs, other)) != outlet);
        constexpr qsizetype longest = 28;
        QString label = alone ? outlet : name;
        if (label.size() > longest)
            label = label.first(longest - 1).trimmed() + u'…';
        m_tabs->setTabText(i, label.replace(u'&', u"&&"_s));
        m_tabs->setTabToolTip(i, u"<qt>%1</qt>"_s.arg((outlet.isEmpty() ? name : tr("%1 — %2").arg(outlet, name)).toHtmlEscaped()));
    }
    m_tabs->setVisible(m_tabs->count() > 0);
}

void SourcePane::closeTab(int index)
{
    if (index < 0 || index >= m_tabs->count())
        return;
    const ArticleId article = articleOf(*m_tabs, index);
    SourceView *view = viewOf(article);
    std::erase(m_recent, article);
    m_tabs->removeTab(index);
    if (view) {
        m_stack->removeWidget(view);
        view->deleteLater();
    }
    if (m_tabs->count() == 0) {
        m_stack->setCurrentWidget(m_empty);
        m_tabs->hide();
        if (!m_switching && workspace().passage().article == article)
            workspace().setPassage({});
    }
    Q_EMIT subtitleChanged();
}

void SourcePane::tabChanged(int index)
{
    if (m_switching || index < 0)
        return;
    const ArticleId article = articleOf(*m_tabs, index);
    SourceView *view = viewOf(article);
    if (!view)
        return;
    const bool hadFocus = m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(view);
    if (hadFocus)
        view->setFocus();
    std::erase(m_recent, article);
    m_recent.push_back(article);
    view->refresh(Workspace::SelectionChange | Workspace::FilterChange);
    if (workspace().passage().article != article)
        workspace().setPassage({article, {}, {}});
    Q_EMIT subtitleChanged();
}

void SourcePane::stepTab(int direction)
{
    const int count = m_tabs->count();
    if (count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + direction + count) % count);
}

/// Walking through many passages must not leave a tab for each of them.
void SourcePane::keepTabsFew()
{
    while (m_tabs->count() > mostTabs && m_recent.size() > 1) {
        for (int i = 0; i < m_tabs->count(); ++i) {
            if (articleOf(*m_tabs, i) == m_recent.front()) {
                closeTab(i);
                break;
            }
        }
    }
}

void SourcePane::follow()
{
    const explore::Passage &passage = workspace().passage();
    if (!passage.article || !workspace().snapshot()->article(passage.article))
        return;
    SourceView *view = openTab(passage.article);
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (articleOf(*m_tabs, i) == passage.article) {
            m_tabs->setCurrentIndex(i);
            tabChanged(i);
        }
    }
    view->showPassage(passage);
    keepTabsFew();
}

/// Row ids are a project's own: with another project every tab would be another text. Called before a tab is opened too, for
/// the window may bring back what was open before it tells that the project has changed.
void SourcePane::keepToProject()
{
    if (m_project == desk().store().path())
        return;
    m_project = desk().store().path();
    m_switching = true;
    while (m_tabs->count() > 0)
        closeTab(m_tabs->count() - 1);
    m_switching = false;
    m_recent.clear();
}

void SourcePane::refresh(Workspace::Changes changes)
{
    if (changes & Workspace::SnapshotChange)
        renameTabs();
    if (changes & Workspace::SnapshotChange) {
        for (int i = 0; i < m_tabs->count(); ++i)
            viewOf(articleOf(*m_tabs, i))->refresh(Workspace::SnapshotChange);
    } else if (SourceView *view = currentView()) {
        view->refresh(changes);
    }
    if (changes & Workspace::PassageChange)
        follow();
}

void SourcePane::restyleTabs()
{
    const PaperStyle style = m_themes->style(palette());
    m_tabs->setPaper(style.paper, style.ink);
}

void SourcePane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tabs->count() > 0)
        restyleTabs();
}

QJsonObject SourcePane::saveState() const
{
    QJsonArray open;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const ArticleId article = articleOf(*m_tabs, i);
        const Article *row = workspace().snapshot()->article(article);
        const SourceView *view = viewOf(article);
        if (row && view)
            open.append(QJsonObject{{u"article"_s, row->uuid.toString(QUuid::WithoutBraces)}, {u"at"_s, view->paper()->readingPosition()}});
    }
    return {{u"open"_s, open}, {u"current"_s, m_tabs->currentIndex()}};
}

void SourcePane::restoreState(const QJsonObject &state)
{
    const SnapshotPtr record = workspace().snapshot();
    for (const QJsonValue &entry : state.value(u"open"_s).toArray()) {
        const QUuid uuid = QUuid::fromString(entry[u"article"_s].toString());
        const auto row = std::ranges::find(record->articles(), uuid, &Article::uuid);
        if (row != record->articles().end() && m_tabs->count() < mostTabs)
            openTab(row->id)->setReadingPosition(entry[u"at"_s].toInt());
    }
    const int current = state.value(u"current"_s).toInt();
    if (current >= 0 && current < m_tabs->count()) {
        m_tabs->setCurrentIndex(current);
        tabChanged(current);
    }
}

} // namespace onrecord::ui
