// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figureboard.h"
#include "ui/widgets/pane.h"

class QListView;
class QScrollArea;

namespace onrecord::ui {

class BoardList;
class BoardsJob;
class BoardView;
class ListAndSheet;

/// Figures about the same thing side by side: the boards at one side, the chosen one in full at the other. Follows a
/// selected figure and opens the passage of each. Object name "figures".
class FiguresPane : public Pane
{
    Q_OBJECT
public:
    explicit FiguresPane(Desk &desk, QWidget *parent = nullptr);
    ~FiguresPane() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] const std::vector<match::Board> &boards() const;

Q_SIGNALS:
    void boardsChanged();

protected:
    void refresh(explore::Workspace::Changes changes) override;

private:
    void buildActions();
    void take(const std::vector<match::Board> &boards);
    void showBoard(int row);
    void followSelection();
    void openFigure(FigureId figure);
    void copyBoard();

    BoardsJob *m_job;
    BoardList *m_model;
    BoardView *m_view;
    QScrollArea *m_scroll;
    ListAndSheet *m_sheets;
    QListView *m_list;
    bool m_hasBoards = false;
};

} // namespace onrecord::ui
