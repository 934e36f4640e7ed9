// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "ui/widgets/pane.h"

#include <vector>

class QAction;
class QListView;
class QStackedWidget;

namespace onrecord::ui {

class EmptyState;
class EntryModel;

/// What the search found, best first, each with its passage; stays while somebody walks through it with Next and Previous.
/// Asks the index itself, for the words that are in the filter.
class ResultsPane : public Pane
{
    Q_OBJECT
public:
    explicit ResultsPane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override { return m_subtitle; }
    [[nodiscard]] const std::vector<store::SearchHit> &hits() const { return m_hits; }
    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    void refresh(explore::Workspace::Changes changes) override;

private:
    QAction *addStep(const QString &name, const QString &text, int by);
    void ask(const QString &words);
    void show(const store::SearchAnswer &answer);
    void fill();
    void showNothing(const QString &sentence);
    void openRow(int row);
    void step(int by);

    EntryModel *m_model;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QAction *m_next;
    QAction *m_previous;
    store::SearchAnswer m_answer;
    std::vector<store::SearchHit> m_hits; ///< of the answer, those that pass the filter
    QString m_project;
    QString m_words;
    QString m_subtitle;
    quint64 m_question = 0; ///< only the newest answer counts
};

} // namespace onrecord::ui
