// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/rowdelegate.h"

#include "ui/present/tableproxy.h"
#include "ui/present/tones.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace onrecord::present {

namespace {

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int discSize = 24;
constexpr int relatedBar = 3;

QFont smaller(const QFont &font)
{
    return scaledFont(font, 0.875);
}

/// Where the words of a cell go: beside the disc, inside the margins.
QRect wordsRect(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool first = index.column() == 0;
    const int left = first ? margin + (index.data(TableProxy::HasDiscsRole).toBool() ? discSize + gap : 0) : gap / 2;
    return option.rect.adjusted(left, 0, first ? -gap / 2 : -margin, 0);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Tones &tones, RowDelegate::Emphasis emphasis, bool first)
{
    QColor ground = tones.paper;
    if (option.state & QStyle::State_Selected)
        ground = tones.selectedWash;
    else if (emphasis.hovered || (option.state & QStyle::State_MouseOver))
        ground = mix(tones.paper, tones.ink, 0.05);
    painter.fillRect(option.rect, ground);
    if (emphasis.related && first)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(relatedBar, option.rect.height())), tones.accent);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tones.hairline);
}

} // namespace

int RowDelegate::rowHeight(const QFont &font)
{
    return std::max(36, QFontMetrics(font).height() + QFontMetrics(smaller(font)).height() + 9);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Tones tones = present::tones(option.palette);
    const bool first = index.column() == 0;
    painter->save();
    paintGround(*painter, option, tones, m_emphasis ? m_emphasis(index) : Emphasis(), first);

    const QRect words = wordsRect(option, index);
    const auto disc = first ? index.data(TableProxy::DiscRole).value<Disc>() : Disc();
    if (!disc.identity.isEmpty()) {
        const QRectF where(option.rect.left() + margin, option.rect.center().y() - discSize / 2 + 0.5, discSize, discSize);
        paintDisc(*painter, where, agentColour(disc.identity, option.palette), disc.letters, disc.square);
    }
    const QString second = index.data(TableProxy::SecondLineRole).toString();
    const QFontMetrics metrics(option.font);
    painter->setFont(option.font);
    painter->setPen(first ? tones.ink : tones.quietInk);
    if (second.isEmpty()) {
        painter->drawText(words, static_cast<int>(option.displayAlignment | Qt::TextSingleLine), metrics.elidedText(option.text, Qt::ElideRight, words.width()));
    } else {
        const QFont small = smaller(option.font);
        const QFontMetrics smallMetrics(small);
        const int top = words.top() + (words.height() - metrics.height() - smallMetrics.height()) / 2;
        painter->drawText(words.left(), top + metrics.ascent(), metrics.elidedText(option.text, Qt::ElideRight, words.width()));
        painter->setFont(small);
        const bool washed = option.state & QStyle::State_Selected;
        painter->setPen(washed ? readable(tones.quietInk, tones.selectedWash, 4.5) : tones.quietInk);
        painter->drawText(words.left(), top + metrics.height() + smallMetrics.ascent(), smallMetrics.elidedText(second, Qt::ElideRight, words.width()));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tones.accent, 1));
        painter->drawRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5));
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int left = index.column() == 0 ? margin + discSize + gap : gap / 2;
    return {left + QFontMetrics(option.font).horizontalAdvance(text) + margin + 4, rowHeight(option.font)};
}

void RowDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    editor->setGeometry(wordsRect(option, index).adjusted(-4, 2, 0, -3));
}

} // namespace onrecord::present
