// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/signdelegate.h"

#include "ui/present/quietheader.h"
#include "ui/present/tones.h"

#include <QPainter>
#include <QTreeView>
#include <algorithm>

namespace onrecord::present {

namespace {

constexpr int leastHeight = 30;
constexpr int margin = 12; ///< before the first column, as the header has it
constexpr int side = 4;    ///< before the others
constexpr int signSide = 14;
constexpr int afterSign = 6;
constexpr int bar = 3;

QColor inkOf(Sign sign, const Tones &tones)
{
    switch (sign) {
    case Sign::Done:
    case Sign::Changed:
        return tones.good;
    case Sign::Refused:
        return tones.bad;
    case Sign::Same:
    case Sign::LeftOut:
    case Sign::Waiting:
        return tones.quietInk;
    case Sign::None:
    case Sign::Busy:
        break;
    }
    return tones.ink;
}

/// Strokes in a box of 14, so that every theme has them and no font is asked for them.
void drawSign(QPainter &painter, QPointF at, Sign sign)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    QPen pen = painter.pen();
    pen.setWidthF(1.6);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    switch (sign) {
    case Sign::Done:
        painter.drawPolyline(QPolygonF{{2.5, 7.5}, {5.5, 10.5}, {11.5, 4}});
        break;
    case Sign::Same: // two alike
        painter.drawLine(QPointF(3, 5), QPointF(11, 5));
        painter.drawLine(QPointF(3, 9), QPointF(11, 9));
        break;
    case Sign::Changed: // one after another
        painter.drawPolyline(QPolygonF{{3, 3.5}, {6.5, 7}, {3, 10.5}});
        painter.drawPolyline(QPolygonF{{7.5, 3.5}, {11, 7}, {7.5, 10.5}});
        break;
    case Sign::Refused:
        painter.drawLine(QPointF(3.5, 3.5), QPointF(10.5, 10.5));
        painter.drawLine(QPointF(10.5, 3.5), QPointF(3.5, 10.5));
        break;
    case Sign::LeftOut:
        painter.drawLine(QPointF(3, 7), QPointF(11, 7));
        break;
    case Sign::Waiting:
        painter.drawEllipse(QPointF(7, 7), 3.5, 3.5);
        break;
    case Sign::Busy:
        painter.setBrush(pen.color());
        painter.drawEllipse(QPointF(7, 7), 3.5, 3.5);
        break;
    case Sign::None:
        break;
    }
    painter.restore();
}

} // namespace

void SignDelegate::setUp(QTreeView &view)
{
    view.setHeader(new QuietHeader(&view));
    view.header()->setSectionsClickable(false);
    view.header()->setStretchLastSection(true);
    view.header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view.setItemDelegate(new SignDelegate(&view));
    view.setRootIsDecorated(false);
    view.setUniformRowHeights(true); // ten thousand rows cost what is seen of them
    view.setAllColumnsShowFocus(true);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.viewport()->setAttribute(Qt::WA_Hover);
}

void SignDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Tones tones = present::tones(cell.palette);
    const bool isSelected = cell.state & QStyle::State_Selected;
    const bool isHovered = cell.state & QStyle::State_MouseOver;
    const QColor ground = isSelected ? tones.selectedWash : isHovered ? mix(tones.paper, tones.ink, 0.05) : tones.paper;
    painter->save();
    painter->fillRect(cell.rect, ground);
    painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1), tones.hairline);
    const bool isFirst = index.column() == 0;
    if (isSelected && isFirst)
        painter->fillRect(QRect(cell.rect.topLeft(), QSize(bar, cell.rect.height())), tones.accent);
    QRect words = cell.rect.adjusted(isFirst ? margin : side, 0, -side, -1);
    const auto sign = static_cast<Sign>(index.data(SignRole).toInt());
    painter->setPen(readable(inkOf(sign, tones), ground, 4.5));
    painter->setFont(cell.font);
    if (sign != Sign::None) {
        drawSign(*painter, {words.left() + 0.0, words.center().y() - signSide / 2.0 + 1}, sign);
        words.setLeft(words.left() + signSide + afterSign);
    }
    const Qt::TextElideMode cut = isFirst ? Qt::ElideMiddle : Qt::ElideRight;
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, cell.fontMetrics.elidedText(cell.text, cut, words.width()));
    if (cell.state & QStyle::State_HasFocus && isFirst) {
        painter->setPen(QPen(tones.accent, 1));
        const QWidget *view = cell.widget;
        painter->drawRect(QRectF(0.5, cell.rect.top() + 0.5, (view ? view->width() : cell.rect.width()) - 2.0, cell.rect.height() - 2.0));
    }
    painter->restore();
}

QSize SignDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + margin + signSide + afterSign, std::max(leastHeight, QFontMetrics(option.font).height() + 10)};
}

} // namespace onrecord::present
