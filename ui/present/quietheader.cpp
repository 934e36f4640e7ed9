// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/quietheader.h"

#include "ui/present/tones.h"

#include <QPainter>
#include <algorithm>

namespace onrecord::present {

namespace {

constexpr int margin = 12;
constexpr int arrow = 14;

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QuietHeader::QuietHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setMouseTracking(true);
}

int QuietHeader::widthFor(const QString &words) const
{
    return QFontMetrics(bold(font())).horizontalAdvance(words) + margin + arrow - 2;
}

QSize QuietHeader::sectionSizeFromContents(int logicalIndex) const
{
    return {widthFor(model()->headerData(logicalIndex, orientation()).toString()), std::max(28, fontMetrics().height() + 10)};
}

void QuietHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(0, height() - 1, width(), 1, tones(palette()).hairline);
}

void QuietHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const QColor ground = palette().color(QPalette::Window);
    painter->save();
    painter->fillRect(rect, ground);
    const bool right = model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight;
    const bool first = visualIndex(logicalIndex) == 0;
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    painter->setFont(bold(font()));
    painter->setPen(readable(mix(palette().color(QPalette::WindowText), ground, 0.3), ground, 4.5));
    QRect words = rect.adjusted(first ? margin : 4, 0, right ? -margin : -4, 0);
    const QFontMetrics metrics(painter->font());
    QString text = metrics.elidedText(model()->headerData(logicalIndex, orientation()).toString(), Qt::ElideRight, words.width() - (sorted ? arrow : 0));
    const int advance = metrics.horizontalAdvance(text);
    painter->drawText(words, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine, text);
    if (sorted) {
        const qreal x = right ? words.right() - advance - arrow / 2.0 : words.left() + advance + arrow / 2.0 + 1;
        const qreal y = rect.center().y() + 0.5;
        const qreal up = sortIndicatorOrder() == Qt::AscendingOrder ? 1 : -1;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(painter->pen().color());
        painter->setPen(Qt::NoPen);
        painter->drawPolygon(QPolygonF{{x - 3.5, y - 2 * up}, {x + 3.5, y - 2 * up}, {x, y + 2.5 * up}});
    }
    painter->restore();
}

} // namespace onrecord::present
