// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/figurespane.h"

#include "ui/boards/boardlist.h"
#include "ui/boards/boardsjob.h"
#include "ui/boards/boardview.h"
#include "ui/boards/boardwords.h"
#include "ui/boards/valuerow.h"
#include "ui/present/words.h"
#include "ui/widgets/answerdelegate.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/listandsheet.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Workspace;

FiguresPane::FiguresPane(Desk &desk, QWidget *parent)
    : Pane(u"figures"_s, desk, parent),
      m_job(new BoardsJob(desk, this)),
      m_model(new BoardList(this)),
      m_view(new BoardView),
      m_scroll(new QScrollArea),
      m_sheets(new ListAndSheet(m_scroll, 250, 700, this)),
      m_list(m_sheets->list())
{
    m_list->setObjectName(u"figures.boards"_s);
    m_list->setAccessibleName(tr("Boards"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AnswerDelegate(
        [](const QModelIndex &index, const present::Tones &tones) {
            return BoardWords::ink(static_cast<match::FigureRelation>(index.data(BoardList::RelationRole).toInt()), tones);
        },
        m_list));
    m_scroll->setWidget(m_view);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_view->setBackgroundRole(QPalette::Base);
    m_view->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sheets);
    setFocusProxy(m_list);

    connect(m_job, &BoardsJob::made, this, &FiguresPane::take);
    connect(m_view, &BoardView::openWanted, this, &FiguresPane::openFigure);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { showBoard(now.row()); });
    connect(m_list, &QListView::activated, this, [this] {
        if (!m_view->rows().empty())
            m_view->rows().front()->setFocus(Qt::TabFocusReason);
    });
    connect(m_sheets, &ListAndSheet::emptyPressed, this, &Pane::fill);
    buildActions();
}

FiguresPane::~FiguresPane() = default;

void FiguresPane::buildActions()
{
    auto *copy = new QAction(tr("Copy Board"), this);
    copy->setObjectName(u"figures.copy"_s);
    copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &FiguresPane::copyBoard);
    addAction(copy);
}

QString FiguresPane::title() const
{
    return tr("Figures");
}

QString FiguresPane::subtitle() const
{
    if (!m_hasBoards || m_model->boards().empty())
        return {};
    int conflicts = 0;
    int agreements = 0;
    for (const match::Board &board : m_model->boards()) {
        conflicts += board.relation == match::FigureRelation::Conflict ? 1 : 0;
        agreements += board.relation == match::FigureRelation::Agree ? 1 : 0;
    }
    return tr("%L1 side by side · agree: %L2 · conflict: %L3")
        .arg(m_model->boards().size())
        .arg(agreements)
        .arg(conflicts);
}

const std::vector<match::Board> &FiguresPane::boards() const
{
    return m_model->boards();
}

void FiguresPane::take(const std::vector<match::Board> &boards)
{
    const QModelIndex current = m_list->currentIndex();
    const FigureId kept =
        current.isValid() ? m_model->boards()[static_cast<size_t>(current.row())].values.front().figure : FigureId();
    m_model->setBoards(boards);
    m_hasBoards = true;
    if (boards.empty()) {
        const bool filtered = !workspace().filter().isEmpty();
        m_sheets->showEmpty(filtered ? tr("No two of the figures that the filter leaves are about the same thing.")
                              : tr("Figures that two articles or two people give about the same thing stand here side "
                                   "by side: who asserts which number, and whether they agree."),
                     filtered ? tr("Clear Filter") : tr("Import…"));
    } else {
        m_sheets->showSheet();
        const int row = kept ? m_model->rowOf(kept) : -1;
        m_list->setCurrentIndex(m_model->index(std::max(0, row)));
        followSelection();
    }
    Q_EMIT subtitleChanged();
    Q_EMIT boardsChanged();
}

void FiguresPane::showBoard(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_view->setBoard(*workspace().snapshot(), m_model->boards()[static_cast<size_t>(row)]);
    m_scroll->ensureVisible(0, 0);
    QSet<FigureId> marked;
    for (const ItemId item : workspace().selection().items()) {
        if (item.type == ItemType::Figure)
            marked.insert(FigureId{item.value});
    }
    m_view->setMarked(marked);
}

/// A figure chosen anywhere brings up its board.
void FiguresPane::followSelection()
{
    const ItemId current = workspace().selection().current();
    int row = m_list->currentIndex().row();
    if (current.type == ItemType::Figure) {
        if (const int of = m_model->rowOf(FigureId{current.value}); of >= 0)
            row = of;
    }
    if (row != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_model->index(row));
    else
        showBoard(row);
}

void FiguresPane::openFigure(FigureId figure)
{
    workspace().open(figure);
    workspace().markPlace();
}

void FiguresPane::copyBoard()
{
    if (m_list->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_view->asText());
}

void FiguresPane::refresh(Workspace::Changes changes)
{
    if (changes & (Workspace::SnapshotChange | Workspace::FilterChange))
        m_job->ask(workspace().snapshot(), workspace().visible());
    else if ((changes & Workspace::SelectionChange) && m_hasBoards && !m_model->boards().empty())
        followSelection();
}

} // namespace onrecord::ui
