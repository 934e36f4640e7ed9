// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/attention.h"
#include "ui/lists/recordview.h"
#include "ui/lists/tabletext.h"
#include "ui/widgets/pane.h"

#include <array>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace onrecord::ui {

class ConcernBar;
class EmptyState;
class SectionGrid;

/// Everything in the record as tables: the sections with their counts, below them the table of one. Click selects everywhere,
/// Enter opens the passage, the context menu filters, copies and decides.
class LibraryPane : public Pane
{
    Q_OBJECT
public:
    explicit LibraryPane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override { return m_subtitle; }
    [[nodiscard]] QList<QWidget *> titleWidgets() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    [[nodiscard]] present::Section section() const;
    void showSection(present::Section section);
    /// The table of a section; made when first asked for.
    RecordView &view(present::Section section);

protected:
    void refresh(explore::Workspace::Changes changes) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Actions {
        QAction *open, *showOnly, *exclude, *copy, *copyCsv, *copyTsv, *copyCitation, *copyMarkdown, *accept, *reject, *suggest, *rename, *merge, *find, *next, *previous;
    };

    void build();
    void makeActions();
    QAction *addAction(const QString &name, const QString &text, void (LibraryPane::*slot)(), const QKeySequence &keys = {}, const QString &icon = {});
    void connectView(RecordView &view);
    void refreshCounts();
    void countConcerns();
    void refreshEmpty();
    void enableActions();
    void popUpMenu(QPoint at);
    [[nodiscard]] RecordView &current() { return view(section()); }
    [[nodiscard]] QList<ItemId> chosen();

    void openChosen();
    void showOnlyChosen();
    void excludeChosen();
    void filterBy(bool excluded);
    void copyText();
    void copyCsv();
    void copyTsv();
    void copyCitations();
    void copyMarkdown();
    void copyRows(TableFormat format);
    void cite(bool markdown);
    void acceptChosen();
    void rejectChosen();
    void suggestChosen();
    void setStatus(Status status);
    /// What a deed of the concern bar is for: the chosen rows, or all that are listed.
    [[nodiscard]] QList<ItemId> concerned();
    [[nodiscard]] std::vector<ArticleId> articlesConcerned();
    void refreshConcerns();
    void fitConcerns();
    void settle(explore::Concern concern);
    void fillIn(explore::Concern concern, const QString &words);
    void renameCurrent();
    void mergeChosen();
    void startFinding();
    void stepForward();
    void stepBack();
    void stepTo(int by);
    void fillEmpty();

    SectionGrid *m_sections = nullptr;
    ConcernBar *m_concerns = nullptr;
    QLineEdit *m_find = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QToolButton *m_columns = nullptr;
    QMenu *m_columnMenu = nullptr;
    Actions m_actions{};
    std::array<RecordView *, present::sectionCount> m_views{};
    std::array<bool, present::sectionCount> m_stale{};
    QJsonObject m_saved; ///< of tables that have not been made yet
    models::RecordModel m_attention;
    QString m_subtitle;
};

} // namespace onrecord::ui
