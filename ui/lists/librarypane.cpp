// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/librarypane.h"

#include "core/models/shapes.h"
#include "ui/lists/concernbar.h"
#include "ui/lists/sectiongrid.h"
#include "ui/present/citation.h"
#include "ui/present/words.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using present::Section;

LibraryPane::LibraryPane(Desk &desk, QWidget *parent) : Pane(u"library"_s, desk, parent), m_attention(models::attentionShape())
{
    build();
    makeActions();
    connect(m_sections, &SectionGrid::chosen, this, [this] {
        m_find->setText(current().model().find());
        refresh(explore::Workspace::AllChanges);
    });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &words) { current().model().setFind(words.trimmed()); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        current().setFocus(Qt::OtherFocusReason);
        if (!current().selectionModel()->hasSelection())
            current().step(1);
    });
    connect(m_empty, &EmptyState::pressed, this, &LibraryPane::fillEmpty);
    connect(&m_attention, &models::RecordModel::shown, this, &LibraryPane::countConcerns);
    connect(m_concerns, &ConcernBar::chosen, this, [this](explore::Concern concern) { view(Section::Attention).model().setKinds(static_cast<quint32>(concern)); });
    connect(m_concerns, &ConcernBar::settleWanted, this, &LibraryPane::settle);
    connect(m_concerns, &ConcernBar::fillWanted, this, &LibraryPane::fillIn);
    m_sections->setOffered(Section::Claims, false);
    m_sections->setOffered(Section::Attention, false);
}

void LibraryPane::build()
{
    m_sections = new SectionGrid(this);
    m_concerns = new ConcernBar(this);
    m_concerns->hide();
    m_find = new QLineEdit(this);
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumHeight(28);
    m_find->setObjectName(u"library.find"_s);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(m_stack);
    m_stack->addWidget(m_empty);

    m_columnMenu = new QMenu(this);
    connect(m_columnMenu, &QMenu::aboutToShow, this, [this] {
        m_columnMenu->clear();
        current().fillColumnMenu(*m_columnMenu);
    });
    m_columns = new QToolButton(this);
    m_columns->setIcon(QIcon::fromTheme(u"configure"_s));
    if (m_columns->icon().isNull())
        m_columns->setText(u"⚙"_s);
    m_columns->setAutoRaise(true);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(m_columnMenu);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    m_columns->setAccessibleName(tr("Choose columns"));
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setObjectName(u"library.columns"_s);
    m_columns->hide(); // until a title bar takes it

    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 4, 8, 8);
    top->setSpacing(8);
    top->addWidget(m_sections);
    top->addWidget(m_concerns);
    top->addWidget(m_find);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    setMinimumWidth(200);
}

QAction *LibraryPane::addAction(const QString &name, const QString &text, void (LibraryPane::*slot)(), const QKeySequence &keys, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!icon.isEmpty())
        action->setIcon(QIcon::fromTheme(icon));
    connect(action, &QAction::triggered, this, slot);
    QWidget::addAction(action);
    return action;
}

void LibraryPane::makeActions()
{
    m_actions.open = addAction(u"library.open"_s, tr("&Open Passage"), &LibraryPane::openChosen);
    m_actions.showOnly = addAction(u"library.showOnly"_s, tr("&Show Only This"), &LibraryPane::showOnlyChosen, {}, u"view-filter"_s);
    m_actions.exclude = addAction(u"library.exclude"_s, tr("&Exclude This"), &LibraryPane::excludeChosen);
    m_actions.copy = addAction(u"library.copy"_s, tr("&Copy"), &LibraryPane::copyText, QKeySequence::Copy, u"edit-copy"_s);
    m_actions.copyCsv = addAction(u"library.copyCsv"_s, tr("Copy as CSV"), &LibraryPane::copyCsv);
    m_actions.copyTsv = addAction(u"library.copyTsv"_s, tr("Copy as Tab-Separated Table"), &LibraryPane::copyTsv);
    m_actions.copyCitation = addAction(u"library.copyCitation"_s, tr("Copy &With Citation"), &LibraryPane::copyCitations, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_actions.copyMarkdown = addAction(u"library.copyMarkdown"_s, tr("Copy Citation as &Markdown"), &LibraryPane::copyMarkdown);
    m_actions.accept = addAction(u"library.accept"_s, tr("&Accept"), &LibraryPane::acceptChosen, {}, u"dialog-ok"_s);
    m_actions.reject = addAction(u"library.reject"_s, tr("Re&ject"), &LibraryPane::rejectChosen, {}, u"dialog-cancel"_s);
    m_actions.suggest = addAction(u"library.suggest"_s, tr("Back to Suggested"), &LibraryPane::suggestChosen);
    m_actions.rename = addAction(u"library.rename"_s, tr("&Rename…"), &LibraryPane::renameCurrent, {}, u"edit-rename"_s);
    m_actions.merge = addAction(u"library.merge"_s, tr("Mer&ge"), &LibraryPane::mergeChosen, {}, u"merge"_s);
    m_actions.find = addAction(u"library.find"_s, tr("&Find in Library"), &LibraryPane::startFinding, QKeySequence::Find, u"edit-find"_s);
    m_actions.next = addAction(u"library.next"_s, tr("&Next in the List"), &LibraryPane::stepForward, {}, u"go-down"_s);
    m_actions.previous = addAction(u"library.previous"_s, tr("&Previous in the List"), &LibraryPane::stepBack, {}, u"go-up"_s);
}

QString LibraryPane::title() const
{
    return tr("Library");
}

QList<QWidget *> LibraryPane::titleWidgets()
{
    m_columns->show();
    return {m_columns};
}

Section LibraryPane::section() const
{
    return m_sections->current();
}

void LibraryPane::showSection(Section section)
{
    m_sections->setOffered(section, true);
    m_sections->setCurrent(section);
}

RecordView &LibraryPane::view(Section section)
{
    const auto at = static_cast<size_t>(section);
    if (!m_views[at]) {
        m_views[at] = new RecordView(section, workspace(), m_stack);
        m_views[at]->restoreState(m_saved.value(present::sectionKey(section)).toObject());
        m_stack->addWidget(m_views[at]);
        m_stale[at] = true;
        connectView(*m_views[at]);
    }
    return *m_views[at];
}

void LibraryPane::connectView(RecordView &view)
{
    connect(&view, &RecordView::chosenChanged, this, [this](const QSet<ItemId> &items, ItemId item) { workspace().selection().set(items, item); });
    connect(&view, &RecordView::clickedItem, this, [this](ItemId item) {
        // A click on one row turns the page too; building a selection of several leaves the page alone.
        const explore::Passage passage = workspace().passageOf(item);
        if (workspace().selection().items().size() == 1 && passage.article)
            workspace().setPassage(passage);
        workspace().markPlace();
    });
    connect(&view, &RecordView::openWanted, this, [this](ItemId item) { workspace().open(item); });
    connect(&view, &RecordView::hovered, this, [this](ItemId item) { workspace().selection().setHovered(item); });
    connect(&view, &RecordView::typed, this, [this](const QString &text) {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->insert(text);
    });
    connect(&view, &QWidget::customContextMenuRequested, this, &LibraryPane::popUpMenu);
    connect(&view.model(), &models::RecordModel::shown, this, &LibraryPane::refreshEmpty);
    if (view.section() == Section::Attention) {
        view.model().setKinds(static_cast<quint32>(m_concerns->current()));
        connect(&view.model(), &models::RecordModel::shown, this, &LibraryPane::refreshConcerns);
        connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &LibraryPane::refreshConcerns);
    }
    connect(&view.words(), &present::TableProxy::renameWanted, this, [this](AgentId agent, const QString &name) {
        desk().change([agent, name](store::Project &project) { return project.renameAgent(agent, name); });
    });
}

void LibraryPane::refresh(explore::Workspace::Changes changes)
{
    if (changes & (explore::Workspace::SnapshotChange | explore::Workspace::FilterChange)) {
        m_stale.fill(true);
        refreshCounts();
        m_attention.show(workspace().snapshot(), workspace().visible());
    }
    RecordView &shown = current();
    if (std::exchange(m_stale[static_cast<size_t>(section())], false))
        shown.follow();
    else if (changes & explore::Workspace::SelectionChange)
        shown.followSelection();
    m_find->setPlaceholderText(tr("Find in %1", "the name of a section").arg(present::sectionName(section()).toLower()));
    m_find->setAccessibleName(m_find->placeholderText());
    refreshEmpty();
    refreshConcerns();
    enableActions();
}

void LibraryPane::refreshCounts()
{
    const explore::Visible &visible = workspace().visible();
    m_sections->setCount(Section::Articles, visible.articleCount);
    m_sections->setCount(Section::People, visible.personCount);
    m_sections->setCount(Section::Organisations, visible.organisationCount);
    m_sections->setCount(Section::Quotations, visible.quotationCount);
    m_sections->setCount(Section::Figures, visible.figureCount);
    m_sections->setCount(Section::Events, visible.eventCount);
    m_sections->setCount(Section::Claims, visible.claimCount);
    m_sections->setOffered(Section::Claims, visible.claimCount.total > 0);
}

void LibraryPane::refreshEmpty()
{
    RecordView &shown = current();
    if (shown.model().rowCount() > 0 || shown.model().isWorking()) {
        m_stack->setCurrentWidget(&shown);
        return;
    }
    if (!shown.model().find().isEmpty())
        m_empty->set(tr("Nothing here has “%1” in it.").arg(shown.model().find()), tr("Clear the Search"));
    else if (!workspace().filter().isEmpty())
        m_empty->set(tr("The filter hides everything here."), tr("Clear the Filter"));
    else if (workspace().snapshot()->articles().empty())
        m_empty->set(tr("What your articles hold will be listed here: who speaks, what they say, which figures they name."), tr("Import Articles…"));
    else if (section() == Section::Attention)
        m_empty->set(tr("Nothing needs attention: every statement has a speaker, every article an outlet and a date, or somebody said that it has none."));
    else
        m_empty->set(tr("The articles of this project hold nothing of this kind."));
    m_stack->setCurrentWidget(m_empty);
}

void LibraryPane::fillEmpty()
{
    if (!current().model().find().isEmpty())
        m_find->clear();
    else
        fill();
}

QList<ItemId> LibraryPane::chosen()
{
    return current().chosen();
}

void LibraryPane::openChosen()
{
    if (const ItemId item = current().currentItem(); !item.isNull())
        workspace().open(item);
}

void LibraryPane::showOnlyChosen()
{
    filterBy(false);
}

void LibraryPane::excludeChosen()
{
    filterBy(true);
}

void LibraryPane::copyText()
{
    copyRows(TableFormat::Text);
}

void LibraryPane::copyCsv()
{
    copyRows(TableFormat::Csv);
}

void LibraryPane::copyTsv()
{
    copyRows(TableFormat::Tsv);
}

void LibraryPane::copyRows(TableFormat format)
{
    QList<int> rows;
    for (const ItemId &item : chosen())
        rows.append(current().model().rowOf(item));
    if (rows.isEmpty())
        return;
    const QString text = tableText(current().words(), rows, current().shownColumns(), format);
    auto *mime = new QMimeData;
    mime->setText(text);
    if (format == TableFormat::Csv)
        mime->setData(u"text/csv"_s, text.toUtf8());
    else if (format == TableFormat::Tsv)
        mime->setData(u"text/tab-separated-values"_s, text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(mime);
}

void LibraryPane::copyCitations()
{
    cite(false);
}

void LibraryPane::copyMarkdown()
{
    cite(true);
}

void LibraryPane::cite(bool markdown)
{
    QStringList lines;
    for (const ItemId &item : chosen())
        lines.append(present::citation(*workspace().snapshot(), item, markdown ? present::CitationStyle::Markdown : present::CitationStyle::Plain));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(markdown ? u"\n\n"_s : u"\n"_s));
}

void LibraryPane::acceptChosen()
{
    setStatus(Status::Accepted);
}

void LibraryPane::rejectChosen()
{
    setStatus(Status::Rejected);
}

void LibraryPane::suggestChosen()
{
    setStatus(Status::Suggested);
}

void LibraryPane::renameCurrent()
{
    if (const QModelIndex index = current().currentIndex(); index.isValid())
        current().edit(index.siblingAtColumn(0));
}

void LibraryPane::startFinding()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LibraryPane::stepForward()
{
    stepTo(1);
}

void LibraryPane::stepBack()
{
    stepTo(-1);
}

void LibraryPane::stepTo(int by)
{
    current().step(by);
    openChosen();
}

QJsonObject LibraryPane::saveState() const
{
    QJsonObject tables = m_saved;
    for (const RecordView *view : m_views) {
        if (view)
            tables.insert(present::sectionKey(view->section()), view->saveState());
    }
    return {{u"section"_s, present::sectionKey(section())}, {u"tables"_s, tables}};
}

void LibraryPane::restoreState(const QJsonObject &state)
{
    m_saved = state.value("tables"_L1).toObject();
    for (RecordView *view : m_views) {
        if (view)
            view->restoreState(m_saved.value(present::sectionKey(view->section())).toObject());
    }
    if (const auto section = present::sectionFromKey(state.value("section"_L1).toString()))
        showSection(*section);
}

} // namespace onrecord::ui
