// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/variants/collationview.h"

#include "ui/variants/variantwords.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double widestGutter = 150;
constexpr double gutterShare = 0.28;
constexpr double gutterGap = 16;
} // namespace

CollationView::CollationView(QWidget *parent) : QAbstractScrollArea(parent)
{
    exposeItems();
    setObjectName(u"variants.view"_s);
    setAccessibleName(tr("Wordings, aligned word by word"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    restyle();
}

void CollationView::restyle()
{
    m_tones = present::tones(palette());
    m_painter = CollationPainter(present::paperFont(), font(), m_tones);
    layOutNow();
}

void CollationView::setCollation(match::Collation made, std::vector<WordingLabel> labels)
{
    m_made = std::move(made);
    m_labels = std::move(labels);
    m_line = std::clamp(m_line, 0, std::max(0, itemCount() - 1));
    m_column = -1;
    verticalScrollBar()->setValue(0);
    layOutNow();
    announceReset(this);
}

void CollationView::layOutNow()
{
    m_gutter = std::floor(std::min(widestGutter, viewport()->width() * gutterShare)) + gutterGap;
    const double room = viewport()->width() - left() - CollationPainter::margin;
    m_layout = layOut(m_made, QFontMetricsF(m_painter.paper()), std::max(60.0, room), m_painter.labelHeight());
    const double page = viewport()->height() - CollationPainter::stripRoom;
    verticalScrollBar()->setPageStep(static_cast<int>(page));
    verticalScrollBar()->setSingleStep(static_cast<int>(m_layout.lineHeight));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(m_layout.height + CollationPainter::margin - page))));
    viewport()->update();
}

double CollationView::scrolled() const
{
    return CollationPainter::stripRoom - verticalScrollBar()->value();
}

QRectF CollationView::stripRect() const
{
    return {left(), 6, std::max(20.0, viewport()->width() - left() - CollationPainter::margin), CollationPainter::stripHeight};
}

QRectF CollationView::wordRect(size_t column, int line) const
{
    const QRectF rect = m_layout.rectOf(column, line);
    if (rect.isNull())
        return {};
    const QRectF moved = rect.translated(left(), scrolled());
    return moved.intersects(QRectF(viewport()->rect())) ? moved : QRectF();
}

void CollationView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = viewport()->rect();
    painter.setClipRect(area.adjusted(0, CollationPainter::stripRoom - 4, 0, 0));
    size_t firstSeen = m_made.columns.size();
    size_t lastSeen = 0;
    for (size_t block = 0; block < m_layout.blocks.size(); ++block) {
        const CollationLayout::Block &at = m_layout.blocks[block];
        for (int line = 0; line < at.lines; ++line) {
            const double top = at.top + line * m_layout.lineHeight + scrolled();
            if (top + m_layout.lineHeight < CollationPainter::stripRoom || top > area.bottom())
                continue;
            firstSeen = std::min(firstSeen, at.from);
            lastSeen = std::max(lastSeen, at.to);
            const QRectF whole(0, top, area.width(), m_layout.lineHeight);
            if (line == m_line && hasFocus())
                painter.fillRect(whole, m_tones.selectedWash);
            m_painter.paintLabel(painter, {CollationPainter::margin, top, m_gutter - gutterGap, m_layout.lineHeight}, m_labels[static_cast<size_t>(line)], line == 0);
            m_painter.paintLine(painter, m_made, m_layout, block, line, left(), top);
        }
        if (block + 1 < m_layout.blocks.size())
            painter.fillRect(QRectF(left(), at.top + at.lines * m_layout.lineHeight + scrolled() + 7, area.width() - left() - CollationPainter::margin, 1), m_tones.hairline);
    }
    painter.setClipping(false);
    m_painter.paintStrip(painter, stripRect(), m_made, std::min(firstSeen, lastSeen), lastSeen, m_column);
    if (m_column >= 0) {
        painter.setClipRect(area.adjusted(0, CollationPainter::stripRoom - 4, 0, 0));
        const size_t column = static_cast<size_t>(m_column);
        QRectF frame = m_layout.rectOf(column, 0).translated(left(), scrolled());
        frame.setHeight(m_layout.lineHeight * m_layout.blocks[m_layout.places[column].block].lines);
        painter.setPen(QPen(m_tones.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(-4, 1, -1, -1), 3, 3);
    }
}

void CollationView::setCurrentLine(int line)
{
    if (line < 0 || line >= itemCount() || line == m_line)
        return;
    m_line = line;
    viewport()->update();
    announceCurrent(this);
    Q_EMIT lineChanged(line);
}

/// The next run of columns where somebody differs, in reading order.
void CollationView::goToDifference(int step)
{
    const auto columns = static_cast<int>(m_made.columns.size());
    const auto differs = [this](int column) { return m_made.columns[static_cast<size_t>(column)].differing > 0; };
    const auto opens = [&](int column) { return differs(column) && (column == 0 || !differs(column - 1)); };
    for (int column = m_column < 0 ? (step > 0 ? 0 : columns - 1) : m_column + step; column >= 0 && column < columns; column += step) {
        if (opens(column)) {
            m_column = column;
            showColumn(static_cast<size_t>(column));
            break;
        }
    }
    viewport()->update();
}

void CollationView::showColumn(size_t column)
{
    const CollationLayout::Block &block = m_layout.blocks[m_layout.places[column].block];
    const double page = viewport()->height() - CollationPainter::stripRoom;
    const double bottom = block.top + block.lines * m_layout.lineHeight;
    const int value = verticalScrollBar()->value();
    if (block.top < value || bottom - block.top > page)
        verticalScrollBar()->setValue(static_cast<int>(block.top));
    else if (bottom > value + page)
        verticalScrollBar()->setValue(static_cast<int>(std::ceil(bottom - page)));
}

int CollationView::columnInStrip(QPoint position) const
{
    const QRectF strip = stripRect();
    if (m_made.columns.empty() || !strip.adjusted(0, -4, 0, 6).contains(position))
        return -1;
    const auto columns = static_cast<int>(m_made.columns.size());
    return std::clamp(static_cast<int>((position.x() - strip.left()) / strip.width() * columns), 0, columns - 1);
}

void CollationView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        setCurrentLine(m_line + (event->key() == Qt::Key_Up ? -1 : 1));
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        goToDifference((event->key() == Qt::Key_Left) == isLeftToRight() ? -1 : 1);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        setCurrentLine(event->key() == Qt::Key_Home ? 0 : itemCount() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        useItem(m_line, Use::Open);
        return;
    case Qt::Key_B:
        if (event->modifiers() == Qt::NoModifier && itemCount() > 0) {
            Q_EMIT baseWanted(m_line);
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void CollationView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint at = event->position().toPoint();
    if (const int column = columnInStrip(at); column >= 0) {
        m_column = m_made.columns[static_cast<size_t>(column)].differing > 0 ? column : -1;
        showColumn(static_cast<size_t>(column));
        viewport()->update();
        return;
    }
    setCurrentLine(itemAt(at));
}

void CollationView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int line = itemAt(event->position().toPoint()); line >= 0 && event->button() == Qt::LeftButton)
        useItem(line, Use::Open);
}

void CollationView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int line = byKey ? m_line : itemAt(event->pos());
    if (line < 0 || line >= itemCount())
        return;
    setCurrentLine(line);
    Q_EMIT menuWanted(byKey ? viewport()->mapToGlobal(itemRect(line).bottomLeft()) : event->globalPos(), line);
}

bool CollationView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int line = itemAt(help->pos());
        if (line >= 0)
            QToolTip::showText(help->globalPos(), itemText(line).toHtmlEscaped(), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString CollationView::itemText(int index) const
{
    if (index < 0 || index >= itemCount())
        return {};
    return VariantWords::spoken(m_labels[static_cast<size_t>(index)], index == 0);
}

QRect CollationView::itemRect(int index) const
{
    for (const CollationLayout::Block &block : m_layout.blocks) {
        if (index >= block.lines)
            continue;
        const QRectF line(0, block.top + index * m_layout.lineHeight + scrolled(), viewport()->width(), m_layout.lineHeight);
        if (line.bottom() > CollationPainter::stripRoom && line.top() < viewport()->height())
            return line.toRect();
    }
    return {};
}

int CollationView::itemAt(QPoint position) const
{
    return position.y() < CollationPainter::stripRoom ? -1 : m_layout.lineAt(position.y() - scrolled()).line;
}

void CollationView::useItem(int index, Use use)
{
    if (index < 0 || index >= itemCount())
        return;
    setCurrentLine(index);
    if (use == Use::Open)
        Q_EMIT openWanted(index);
}

void CollationView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOutNow();
}

void CollationView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void CollationView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCurrent(this);
}

void CollationView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void CollationView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace onrecord::ui
