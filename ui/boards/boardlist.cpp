// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardlist.h"

#include "ui/boards/boardwords.h"
#include "ui/widgets/answerdelegate.h"

namespace onrecord::ui {

using namespace Qt::StringLiterals;

void BoardList::setBoards(std::vector<match::Board> boards)
{
    beginResetModel();
    m_boards = std::move(boards);
    endResetModel();
}

int BoardList::rowOf(FigureId figure) const
{
    for (size_t i = 0; i < m_boards.size(); ++i) {
        for (const match::BoardValue &value : m_boards[i].values) {
            if (value.figure == figure)
                return static_cast<int>(i);
        }
    }
    return -1;
}

int BoardList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_boards.size());
}

QVariant BoardList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const match::Board &board = m_boards[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return BoardWords::title(board);
    case AnswerDelegate::LineRole:
        return u"%1 %2 · %3"_s.arg(BoardWords::sign(board.relation), BoardWords::name(board.relation),
                                   BoardWords::counts(board));
    case RelationRole:
        return static_cast<int>(board.relation);
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(BoardWords::title(board), BoardWords::name(board.relation),
                                   BoardWords::counts(board));
    case Qt::ToolTipRole:
        return BoardWords::why(board);
    default:
        return {};
    }
}

} // namespace onrecord::ui
