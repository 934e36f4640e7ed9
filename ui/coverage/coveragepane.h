// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/match/coverage.h"
#include "ui/widgets/pane.h"

class QAbstractItemModel;
class QTableView;
class QTabWidget;

namespace onrecord::ui {

class CoverageModel;
class DoubtModel;
class EmptyState;
class OppositionModel;
class OppositionsJob;

/// Who printed what: remarks and claims against outlets; beside it the words that two speakers are given, and statements that cannot both
/// hold. A cell opens its passage. Object name "coverage".
class CoveragePane : public Pane
{
    Q_OBJECT
public:
    explicit CoveragePane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    /// Brings the list of doubtful speakers to the front.
    void showDoubts();
    /// Brings the opposing statements to the front, and looks for them.
    void showOppositions();

Q_SIGNALS:
    void filled();

protected:
    void refresh(explore::Workspace::Changes changes) override;

private:
    QTableView *table(const QString &name, const QString &spoken, QAbstractItemModel *model);
    /// A table with the sentence that stands there while it has no rows.
    EmptyState *addPage(QTableView *table, const QString &title);
    void showPage(QTableView *table);
    [[nodiscard]] bool isShown(const QTableView *table) const;
    void fitColumns();
    void sayWhatIsMissing();
    void open(ItemId item);
    void makeCoverage(const SnapshotPtr &record);
    void openStatement(const QModelIndex &index);
    void lookForOppositions();

    CoverageModel *m_coverage;
    DoubtModel *m_doubts;
    QTableView *m_matrix;
    QTableView *m_list;
    QTabWidget *m_tabs;
    OppositionModel *m_oppositions;
    OppositionsJob *m_job;
    QTableView *m_opposed;
    EmptyState *m_nothingPrinted;
    EmptyState *m_nothingDoubtful;
    EmptyState *m_nothingOpposed;
    bool m_oppositionsAreStale = true;
    Latest<match::Coverage> m_making;
    quint64 m_question = 0;
};

} // namespace onrecord::ui
