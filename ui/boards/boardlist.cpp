// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardlist.h"

#include "ui/boards/boardwords.h"

#include <QPainter>

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
    case AnswerRole:
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

void BoardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = present::tones(option.palette);
    const auto relation = static_cast<match::FigureRelation>(index.data(BoardList::RelationRole).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, chosen ? tones.selectedWash : present::mix(tones.paper, tones.accent, 0.05));
    painter->setPen(Qt::NoPen);
    painter->setBrush(BoardWords::ink(relation, tones));
    painter->drawRoundedRect(QRect(option.rect.left() + 4, option.rect.top() + 8, 4, option.rect.height() - 16), 2, 2);
    const QRect words = option.rect.adjusted(18, 6, -8, -6);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(tones.ink);
    const int line = QFontMetrics(bold).lineSpacing();
    painter->drawText(QRect(words.left(), words.top(), words.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->setFont(option.font);
    painter->setPen(chosen ? present::readable(tones.quietInk, tones.selectedWash, 4.5) : tones.quietInk);
    painter->drawText(
        QRect(words.left(), words.top() + line + 2, words.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(BoardList::AnswerRole).toString(), Qt::ElideRight, words.width()));
    if ((option.state & QStyle::State_HasFocus) && chosen) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tones.accent, 1.5));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {180, option.fontMetrics.lineSpacing() * 2 + 16};
}

} // namespace onrecord::ui
