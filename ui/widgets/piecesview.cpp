// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/piecesview.h"

#include "ui/present/tones.h"

#include <QEvent>
#include <QPainter>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

PiecesView::PiecesView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(present::paperFont());
}

void PiecesView::setPieces(const std::vector<match::Piece> &pieces)
{
    m_pieces = pieces;
    rebuild();
    updateGeometry();
    update();
}

QString PiecesView::asText(const std::vector<match::Piece> &pieces)
{
    QString out;
    for (const match::Piece &piece : pieces) {
        const QString words = piece.text.trimmed();
        if (words.isEmpty())
            continue;
        if (!out.isEmpty())
            out += u' ';
        out += piece.op == match::Piece::Op::Same ? words : piece.op == match::Piece::Op::Printed ? u"[-%1-]"_s.arg(words) : u"{+%1+}"_s.arg(words);
    }
    return out;
}

void PiecesView::rebuild()
{
    const auto tones = present::tones(palette());
    m_text.clear();
    m_formats.clear();
    QString read;
    for (const match::Piece &piece : m_pieces) {
        const QString words = piece.text.trimmed();
        if (words.isEmpty())
            continue;
        if (!m_text.isEmpty())
            m_text += u' ';
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(m_text.size());
        if (piece.op == match::Piece::Op::Same) {
            m_text += words;
            read += words + u' ';
            continue;
        }
        const bool printed = piece.op == match::Piece::Op::Printed;
        // No-break space keeps the sign with its first word.
        m_text += (printed ? u"−\u00a0"_s : u"+\u00a0"_s) + words;
        range.length = static_cast<int>(m_text.size()) - range.start;
        range.format.setBackground(printed ? tones.removedWash : tones.addedWash);
        range.format.setForeground(printed ? tones.removedInk : tones.addedInk);
        range.format.setFontStrikeOut(printed);
        range.format.setFontUnderline(!printed);
        m_formats.append(range);
        read += printed ? tr("[only in the article: %1]").arg(words) + u' ' : tr("[only in your wording: %1]").arg(words) + u' ';
    }
    setAccessibleName(read.trimmed());
}

double PiecesView::layOut(QTextLayout &layout, double width)
{
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::ceil(line.height() * 1.35);
    }
    layout.endLayout();
    return y;
}

int PiecesView::heightForWidth(int width) const
{
    QTextLayout layout(m_text, font());
    layout.setFormats(m_formats);
    return static_cast<int>(layOut(layout, std::max(40, width)));
}

QSize PiecesView::sizeHint() const
{
    const int wanted = 420;
    return {wanted, heightForWidth(wanted)};
}

QSize PiecesView::minimumSizeHint() const
{
    return {120, fontMetrics().height()};
}

void PiecesView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    QTextLayout layout(m_text, font());
    layout.setFormats(m_formats);
    layOut(layout, width());
    layout.draw(&painter, {0, 0});
}

void PiecesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

} // namespace onrecord::ui
