// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coveragepane.h"

#include "core/store/draft.h"
#include "ui/coverage/coveragemodel.h"
#include "ui/coverage/doubtmodel.h"
#include "ui/coverage/oppositionmodel.h"
#include "ui/coverage/oppositionsjob.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

CoveragePane::CoveragePane(Desk &desk, QWidget *parent)
    : Pane(u"coverage"_s, desk, parent),
      m_coverage(new CoverageModel(this)),
      m_doubts(new DoubtModel(this)),
      m_tabs(new QTabWidget(this)),
      m_oppositions(new OppositionModel(this)),
      m_job(new OppositionsJob(desk, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_matrix = table(u"coverage.matrix"_s, tr("Who printed what"), m_coverage);
    connect(m_coverage, &QAbstractItemModel::modelReset, this, &CoveragePane::fitColumns);
    fitColumns();
    m_list = table(u"coverage.doubts"_s, tr("Doubtful speakers"), m_doubts);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_opposed = table(u"coverage.oppositions"_s, tr("Opposing statements"), m_oppositions);
    m_opposed->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Coverage, doubtful speakers and opposing statements"));
    m_nothingPrinted = addPage(m_matrix, tr("&Who Printed What"));
    m_nothingDoubtful = addPage(m_list, tr("&Doubtful Speakers"));
    m_nothingOpposed = addPage(m_opposed, tr("&Opposing Statements"));
    sayWhatIsMissing();
    column->addWidget(m_tabs);
    setFocusProxy(m_matrix);
    connect(m_matrix, &QTableView::activated, this,
            [this](const QModelIndex &index) { open(m_coverage->itemAt(index)); });
    connect(m_list, &QTableView::activated, this,
            [this](const QModelIndex &index) { open(m_doubts->quotationAt(index)); });
    connect(m_opposed, &QTableView::activated, this, &CoveragePane::openStatement);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CoveragePane::lookForOppositions);
    connect(m_job, &OppositionsJob::made, this, [this](const SnapshotPtr &record, const std::vector<match::Opposition> &found) {
        m_oppositions->setRows(record, found);
        sayWhatIsMissing();
        Q_EMIT subtitleChanged();
        Q_EMIT filled();
    });
}

/// As wide as their names and marks, within bounds; the first columns are those that have most to say.
void CoveragePane::fitColumns()
{
    constexpr int remark = 300;
    constexpr int narrowest = 80;
    constexpr int widest = 170;
    constexpr int most = 40; ///< columns that are measured
    m_matrix->setColumnWidth(0, remark);
    for (int column = 1; column < std::min(most, m_coverage->columnCount()); ++column) {
        m_matrix->resizeColumnToContents(column);
        m_matrix->setColumnWidth(column, std::clamp(m_matrix->columnWidth(column), narrowest, widest));
    }
}

QTableView *CoveragePane::table(const QString &name, const QString &spoken, QAbstractItemModel *model)
{
    auto *view = new QTableView(this);
    view->setObjectName(name);
    view->setAccessibleName(spoken);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(36);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

EmptyState *CoveragePane::addPage(QTableView *table, const QString &title)
{
    auto *page = new QStackedWidget(m_tabs);
    auto *empty = new EmptyState(page);
    page->addWidget(table);
    page->addWidget(empty);
    m_tabs->addTab(page, title);
    connect(empty, &EmptyState::pressed, this, [this] { desk().trigger(u"file.import"_s); });
    const auto turn = [page, table, empty] { page->setCurrentWidget(table->model()->rowCount() > 0 ? static_cast<QWidget *>(table) : empty); };
    connect(table->model(), &QAbstractItemModel::modelReset, this, turn);
    turn();
    return empty;
}

void CoveragePane::showPage(QTableView *table)
{
    m_tabs->setCurrentWidget(table->parentWidget());
}

bool CoveragePane::isShown(const QTableView *table) const
{
    return m_tabs->currentWidget() == table->parentWidget();
}

/// What would be here, and what fills it where importing would.
void CoveragePane::sayWhatIsMissing()
{
    const bool hasFew = workspace().snapshot()->articles().size() < 2;
    const QString button = hasFew ? tr("&Import Articles…") : QString();
    m_nothingPrinted->set(tr("Remarks that two articles print, and claims with evidence, stand here against the outlets."), button);
    m_nothingDoubtful->set(tr("No words are given to two speakers here, and no headline quotes words that its article does not have."), button);
    m_nothingOpposed->set(m_job->isAsking() ? tr("Reading the articles…")
                                            : tr("Nothing is said to be so in one article and not to be so in another. Found by the form of the sentence (“X is safe”, “X is not safe”), so "
                                                 "there may be more."),
                          m_job->isAsking() ? QString() : button);
}

QString CoveragePane::title() const
{
    return tr("Coverage");
}

QString CoveragePane::subtitle() const
{
    if (isShown(m_opposed))
        return m_job->isAsking() ? tr("reading…") : tr("possible oppositions, found by their wording: %L1").arg(m_oppositions->rowCount());
    return tr("printed by several: %L1 · doubtful: %L2").arg(m_coverage->rowCount()).arg(m_doubts->rowCount());
}

void CoveragePane::showDoubts()
{
    showPage(m_list);
}

void CoveragePane::showOppositions()
{
    showPage(m_opposed);
}

/// Reads every article: only when somebody looks.
void CoveragePane::lookForOppositions()
{
    if (!m_oppositionsAreStale || !isShown(m_opposed))
        return;
    m_oppositionsAreStale = false;
    m_job->ask(workspace().snapshot());
    sayWhatIsMissing();
    Q_EMIT subtitleChanged();
}

void CoveragePane::openStatement(const QModelIndex &index)
{
    const match::Statement &at = m_oppositions->statementAt(index);
    const ItemId item = at.quotation ? ItemId(at.quotation) : ItemId(at.article);
    workspace().selection().set(item);
    workspace().setPassage({at.article, at.span, item});
    workspace().markPlace();
}

void CoveragePane::open(ItemId item)
{
    if (item.isNull())
        return;
    if (item.type == ItemType::Claim)
        workspace().selection().set(item);
    else
        workspace().open(item);
    workspace().markPlace();
}

/// Only what passes the filter.
void CoveragePane::makeCoverage(const SnapshotPtr &record)
{
    m_making.ask(
        [record, visible = workspace().visible()](QPromise<match::Coverage> &promise) {
            promise.addResult(match::coverage(*record, [&](ItemId item) { return visible.has(*record, item); }));
        },
        [this, record](match::Coverage made) {
            const bool isFirst = m_coverage->columnCount() <= 1;
            m_coverage->setCoverage(record, std::move(made));
            if (isFirst)
                m_matrix->setColumnWidth(0, 320);
            Q_EMIT subtitleChanged();
            Q_EMIT filled();
        });
}

void CoveragePane::refresh(explore::Workspace::Changes changes)
{
    const SnapshotPtr record = workspace().snapshot();
    if (changes & (explore::Workspace::SnapshotChange | explore::Workspace::FilterChange))
        makeCoverage(record);
    if (!(changes & explore::Workspace::SnapshotChange))
        return;
    sayWhatIsMissing();
    m_oppositionsAreStale = true;
    lookForOppositions();
    const quint64 question = ++m_question;
    desk()
        .store()
        .run([](store::Project &project) { return store::findMisattributions(project); })
        .then(this, [this, question, record](const Result<std::vector<match::Misattribution>> &found) {
            if (question != m_question || !found)
                return;
            m_doubts->setRows(record, *found);
            m_list->resizeColumnToContents(DoubtModel::What);
            m_list->setColumnWidth(DoubtModel::Words, 280);
            m_list->setColumnWidth(DoubtModel::First, 200);
            Q_EMIT subtitleChanged();
            Q_EMIT filled();
        });
}

} // namespace onrecord::ui
