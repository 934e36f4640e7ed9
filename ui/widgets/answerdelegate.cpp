// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answerdelegate.h"

#include <QPainter>

namespace onrecord::ui {

void AnswerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = present::tones(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, chosen ? tones.selectedWash : present::mix(tones.paper, tones.accent, 0.05));
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_ink(index, tones));
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
        option.fontMetrics.elidedText(index.data(LineRole).toString(), Qt::ElideRight, words.width()));
    if ((option.state & QStyle::State_HasFocus) && chosen) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tones.accent, 1.5));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

QSize AnswerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {180, option.fontMetrics.lineSpacing() * 2 + 16};
}

} // namespace onrecord::ui
