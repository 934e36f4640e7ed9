// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the paper itself paints: head, discs, handles, caret; blocks are painted by the scene.
#include "ui/source/paperview.h"

#include "ui/present/tones.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

namespace {

constexpr int badgePadding = 6;

struct MetaFonts {
    QFont words, badge;
};

MetaFonts metaFonts(const QFont &base, double zoom)
{
    MetaFonts fonts{base, base};
    fonts.words.setPixelSize(static_cast<int>(std::lround(13.5 * zoom)));
    fonts.badge.setPixelSize(static_cast<int>(std::lround(11.5 * zoom)));
    fonts.badge.setBold(true);
    return fonts;
}

} // namespace

void PaperView::paintHandles(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool end : {false, true}) {
        const QRect rect = handleRect(end);
        if (rect.isNull())
            continue;
        painter.setPen(QPen(m_scene.style.paper, 1.5));
        painter.setBrush(m_scene.style.accent);
        painter.drawEllipse(rect);
    }
}

void PaperView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_scene.style.paper.isValid() ? m_scene.style.paper : palette().color(QPalette::Base));
    PaperLayout &layout = m_scene.layout;
    const qint64 base = pageTop();
    if (base > -1000)
        paintHead(painter, static_cast<int>(base) - m_headHeight);
    const int first = layout.blockAt(std::max<qint64>(0, event->rect().top() - base));
    for (int block = first; block < layout.blocks().count(); ++block) {
        const qint64 top = base + layout.top(block);
        if (top > event->rect().bottom())
            break;
        layout.ensure(block);
        painter.save();
        paintBlock(painter, m_scene, block, QPointF(m_left, static_cast<qreal>(top)));
        painter.restore();
        if (block == layout.headline())
            paintMeta(painter, QPointF(m_left, static_cast<qreal>(top + layout.blockHeight(block)) - layoutMeta() * scaled(22) - scaled(2)));
    }
    paintDiscs(painter);
    paintHandles(painter);
    if (const int fold = foldOfCaret(); fold >= 0 && hasFocus() && m_caretShown) {
        painter.setPen(QPen(m_scene.style.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(foldNoteRect(fold)).adjusted(-4.5, 1.5, 4.5, -1.5), 4, 4);
    } else if (hasFocus() && m_caretShown && m_scene.selection.isEmpty()) {
        const QRect caretPlace = caretRect();
        painter.fillRect(QRect(caretPlace.left(), caretPlace.top(), 1, caretPlace.height()), m_scene.style.ink);
    }
}

void PaperView::paintHead(QPainter &painter, int top)
{
    if (m_titleHeight == 0)
        return;
    painter.setFont(m_scene.layout.fontOf(BlockLook::Headline));
    painter.setPen(m_scene.style.ink);
    painter.drawText(QRect(m_left, top + topMargin, m_scene.layout.type().column, m_titleHeight), Qt::TextWordWrap, m_scene.head.title);
    paintMeta(painter, QPointF(m_left, top + topMargin + m_titleHeight + scaled(4)));
}

int PaperView::layoutMeta() const
{
    const MetaFonts fonts = metaFonts(font(), m_zoom);
    const int column = m_scene.layout.type().column;
    const PaperHead &head = m_scene.head;
    const int meta = QFontMetrics(fonts.words).horizontalAdvance(head.meta);
    const int badge = head.badge.isEmpty() ? 0 : QFontMetrics(fonts.badge).horizontalAdvance(head.badge) + 2 * badgePadding + 8;
    const int note = head.note.isEmpty() ? 0 : QFontMetrics(fonts.words).horizontalAdvance(head.note) + 8;
    if (meta + badge + note <= column)
        return 1;
    return meta + badge <= column || badge + note <= column ? 2 : 3;
}

void PaperView::paintMeta(QPainter &painter, QPointF at)
{
    const MetaFonts fonts = metaFonts(font(), m_zoom);
    const PaperHead &head = m_scene.head;
    const int column = m_scene.layout.type().column;
    const int row = scaled(22);
    QRect place(static_cast<int>(at.x()), static_cast<int>(at.y()), column, row);
    const int right = place.right();
    const auto next = [&](int width) {
        if (place.left() + width > right + 1 && place.left() > static_cast<int>(at.x()))
            place = QRect(static_cast<int>(at.x()), place.top() + row, column, row);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics words(fonts.words);
    painter.setFont(fonts.words);
    painter.setPen(m_scene.style.quietInk);
    painter.drawText(place, Qt::AlignVCenter, words.elidedText(head.meta, Qt::ElideRight, column));
    place.setLeft(place.left() + words.horizontalAdvance(head.meta) + 8);
    if (!head.badge.isEmpty()) {
        const int width = QFontMetrics(fonts.badge).horizontalAdvance(head.badge) + 2 * badgePadding;
        next(width);
        const QRect box(place.left(), place.top() + (row - scaled(18)) / 2, width, scaled(18));
        painter.setPen(Qt::NoPen);
        painter.setBrush(present::mix(m_scene.style.paper, m_scene.style.ink, 0.09));
        painter.drawRoundedRect(box, 3, 3);
        painter.setFont(fonts.badge);
        painter.setPen(present::readable(m_scene.style.quietInk, present::mix(m_scene.style.paper, m_scene.style.ink, 0.09), 4.5));
        painter.drawText(box, Qt::AlignCenter, head.badge);
        place.setLeft(place.left() + width + 8);
    }
    if (!head.note.isEmpty()) {
        next(words.horizontalAdvance(head.note));
        painter.setFont(fonts.words);
        painter.setPen(m_scene.style.quietInk);
        painter.drawText(place, Qt::AlignVCenter, words.elidedText(head.note, Qt::ElideRight, std::max(20, right - place.left())));
    }
}

void PaperView::paintDiscs(QPainter &painter)
{
    painter.setFont(font());
    const qint32 first = firstOffsetInSight() - explore::longestBlock;
    const auto from = std::ranges::lower_bound(m_scene.discs, first, {}, &Disc::offset);
    for (auto disc = from; disc != m_scene.discs.end(); ++disc) {
        const int block = m_scene.layout.blocks().at(disc->offset);
        if (pageTop() + m_scene.layout.top(block) > viewport()->height())
            break;
        const QRect rect = discRect(static_cast<int>(disc - m_scene.discs.begin()));
        if (!rect.isNull())
            present::paintDisc(painter, rect, disc->colour, disc->letters, disc->square, disc->faded);
    }
}

} // namespace onrecord::ui
