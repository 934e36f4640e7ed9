// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/variants/collationpainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using State = match::CollatedCell::State;

namespace {

struct CollationPainterWords {
    Q_DECLARE_TR_FUNCTIONS(CollationPainterWords)
};

/// Words and their wash stand in the middle of the line.
QRectF wordRect(const QRectF &cell, const QFontMetricsF &metrics)
{
    const double height = metrics.height() + 4;
    return {cell.left(), cell.center().y() - height / 2, cell.width(), height};
}

} // namespace

void CollationPainter::paintStrip(QPainter &painter, const QRectF &where, const match::Collation &made, size_t from, size_t to, int current) const
{
    const auto columns = static_cast<double>(made.columns.size());
    if (columns == 0)
        return;
    const double step = where.width() / columns;
    const auto xOf = [&](size_t column) { return where.left() + step * static_cast<double>(column); };
    painter.fillRect(QRectF(xOf(from), where.top(), xOf(to) - xOf(from), where.height()), present::mix(m_tones.paper, m_tones.ink, 0.06));
    painter.fillRect(QRectF(where.left(), where.bottom() - 1, where.width(), 1), m_tones.hairline);
    const auto rows = static_cast<double>(std::max<size_t>(1, made.rows.size()));
    for (size_t i = 0; i < made.columns.size(); ++i) {
        const match::CollatedColumn &column = made.columns[i];
        if (column.differing == 0)
            continue;
        const double height = std::max(4.0, (where.height() - 1) * column.differing / rows);
        const QRectF bar(xOf(i), where.bottom() - height, std::max(2.0, step - 1), height);
        painter.fillRect(bar, column.conflict ? m_tones.bad : m_tones.warning);
        if (column.conflict) // a sign beside the colour: the bar wears a cap
            painter.fillRect(QRectF(bar.left() - 1, where.top(), bar.width() + 2, 3), m_tones.bad);
    }
    if (current >= 0) {
        painter.setPen(QPen(m_tones.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(xOf(static_cast<size_t>(current)) - 1.5, where.top() - 2, std::max(2.0, step - 1) + 3, where.height() + 4));
    }
}

QFont CollationPainter::small() const
{
    return present::scaledFont(m_plain, 0.875);
}

double CollationPainter::labelHeight() const
{
    return QFontMetricsF(m_plain).height() + QFontMetricsF(small()).height() + 6;
}

void CollationPainter::paintLabel(QPainter &painter, const QRectF &gutter, const WordingLabel &label, bool isBase) const
{
    QFont name = m_plain;
    name.setBold(isBase);
    const QFontMetricsF metrics(name);
    const QFontMetricsF smaller(small());
    const QString sign = label.meaningDiffers ? u"✗ "_s : QString();
    double x = gutter.left();
    const double middle = gutter.center().y();
    painter.setFont(name);
    painter.setPen(m_tones.bad);
    painter.drawText(QPointF(x, middle - metrics.descent()), sign);
    x += metrics.horizontalAdvance(sign);
    painter.setPen(m_tones.ink);
    painter.drawText(QPointF(x, middle - metrics.descent()), metrics.elidedText(label.source, Qt::ElideRight, gutter.right() - x));
    painter.setFont(small());
    painter.setPen(m_tones.quietInk);
    const QString line = isBase ? CollationPainterWords::tr("base · %1", "date of the base text").arg(label.line) : label.line;
    painter.drawText(QPointF(gutter.left(), middle + smaller.ascent()), smaller.elidedText(line, Qt::ElideRight, gutter.width()));
}

void CollationPainter::paintCell(QPainter &painter, const match::CollatedRow &row, size_t column, const QRectF &rect) const
{
    const match::CollatedCell &cell = row.cells[column];
    const bool isMissing = cell.state == State::Missing;
    if (cell.state == State::Nothing || (cell.word.isEmpty() && !isMissing))
        return;
    QFont font = m_paper;
    if (cell.state == State::Same) {
        painter.setFont(font);
        painter.setPen(m_tones.quietInk);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, cell.word);
        return;
    }
    const QFontMetricsF metrics(m_paper);
    const QString text = cellText(row, column);
    // A run of struck or added words is one wash.
    const bool goesOn = column + 1 < row.cells.size() && row.cells[column + 1].state == cell.state;
    QRectF wash = wordRect(rect, metrics);
    if (!goesOn)
        wash.setWidth(std::min(rect.width(), metrics.horizontalAdvance(text) + 2));
    painter.fillRect(wash.adjusted(-2, 0, 0, 0), isMissing ? m_tones.removedWash : m_tones.addedWash);
    font.setStrikeOut(isMissing);
    font.setUnderline(!isMissing);
    painter.setFont(font);
    painter.setPen(isMissing ? m_tones.removedInk : m_tones.addedInk);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (cell.conflict) { // heavier than any other difference: framed
        painter.setPen(QPen(m_tones.bad, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(wash.adjusted(-2, 0, 0, 0));
    }
}

void CollationPainter::paintLine(QPainter &painter, const match::Collation &made, const CollationLayout &layout, size_t block, int line, double left, double top) const
{
    const CollationLayout::Block &at = layout.blocks[block];
    for (size_t column = at.from; column < at.to; ++column) {
        const CollationLayout::Place &place = layout.places[column];
        const QRectF rect(left + place.x, top, place.width, layout.lineHeight);
        if (line > 0) {
            paintCell(painter, made.rows[static_cast<size_t>(line - 1)], column, rect);
            continue;
        }
        painter.setFont(m_paper);
        painter.setPen(m_tones.ink);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, made.columns[column].base);
    }
}

} // namespace onrecord::ui
