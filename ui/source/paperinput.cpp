// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The paper's caret, selection, mouse and keys.
#include "ui/source/paperview.h"

#include "ui/source/overviewbar.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

namespace onrecord::ui {

QString PaperView::selectedText() const
{
    const Span span = m_scene.selection;
    return span.isEmpty() ? QString() : text().mid(span.start, span.length());
}

void PaperView::copy() const
{
    if (!m_scene.selection.isEmpty())
        QGuiApplication::clipboard()->setText(selectedText());
}

void PaperView::setSelectedSpan(Span span)
{
    const auto length = static_cast<qint32>(text().size());
    m_anchor = std::clamp(span.start, 0, length);
    setCaret(std::clamp(span.end, 0, length), true);
}

void PaperView::setCaret(qint32 offset, bool extend)
{
    const bool moved = offset != m_caret;
    m_caret = offset;
    if (!extend)
        m_anchor = offset;
    const Span selection{std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
    const Span now = selection.isEmpty() ? Span() : selection;
    if (now != m_scene.selection) {
        m_scene.selection = now;
        QAccessibleTextSelectionEvent change(this, now.start, now.end);
        QAccessible::updateAccessibility(&change);
        Q_EMIT selectionChanged();
    }
    if (moved) {
        QAccessibleTextCursorEvent change(this, m_caret);
        QAccessible::updateAccessibility(&change);
        Q_EMIT caretMoved(m_caret);
    }
    viewport()->update();
}

qint32 PaperView::horizontalMove(int direction, bool word)
{
    const PaperLayout &layout = m_scene.layout;
    const auto length = static_cast<qint32>(text().size());
    int block = layout.blocks().at(m_caret);
    const Span span = layout.blocks().span(block);
    const QString words = layout.isFoldedAway(block) ? QString() : text().mid(span.start, span.length());
    QTextBoundaryFinder finder(word ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, words);
    finder.setPosition(std::min<qsizetype>(m_caret - span.start, words.size()));
    while (!words.isEmpty()) {
        const qsizetype at = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
        if (at < 0)
            break;
        if (!word || at == 0 || at == words.size() || finder.boundaryReasons().testFlag(QTextBoundaryFinder::StartOfItem))
            return span.start + static_cast<qint32>(at);
    }
    // Over the edge into the next block that is on the page.
    for (block += direction; block >= 0 && block < layout.blocks().count(); block += direction) {
        if (isStop(block))
            return direction > 0 || layout.isFoldedAway(block) ? layout.blocks().start(block) : layout.blocks().span(block).end;
    }
    return direction > 0 && foldOfCaret() < 0 ? length : direction > 0 ? m_caret : 0;
}

qint32 PaperView::verticalMove(int direction)
{
    PaperLayout &layout = m_scene.layout;
    const QRectF now = layout.caretRect(m_caret);
    if (m_wantedX < 0)
        m_wantedX = now.left();
    int block = layout.blocks().at(m_caret);
    if (!layout.isFoldedAway(block)) {
        const int line = layout.lineOf(block, m_caret).lineNumber() + direction;
        if (line >= 0 && line < layout.layout(block).lineCount())
            return std::min(layout.blocks().span(block).end, layout.blocks().start(block) + layout.layout(block).lineAt(line).xToCursor(m_wantedX));
    }
    for (block += direction; block >= 0 && block < layout.blocks().count(); block += direction) {
        if (!isStop(block) || layout.look(block) == BlockLook::Blank)
            continue;
        if (layout.isFoldedAway(block))
            return layout.blocks().start(block);
        layout.ensure(block);
        const QTextLayout &set = layout.layout(block);
        const QTextLine line = set.lineAt(direction > 0 ? 0 : set.lineCount() - 1);
        return layout.blocks().start(block) + line.xToCursor(m_wantedX);
    }
    return m_caret;
}

void PaperView::moveCaret(QKeyEvent *event)
{
    PaperLayout &layout = m_scene.layout;
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool far = event->modifiers().testFlag(Qt::ControlModifier);
    const qreal wanted = m_wantedX;
    m_wantedX = -1;
    const int block = layout.blocks().at(m_caret);
    qint32 to = m_caret;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        to = horizontalMove(event->key() == Qt::Key_Right ? 1 : -1, far);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_wantedX = wanted;
        to = verticalMove(event->key() == Qt::Key_Down ? 1 : -1);
        break;
    case Qt::Key_Home:
        to = far ? 0 : layout.blocks().start(block) + layout.lineOf(block, m_caret).textStart();
        break;
    case Qt::Key_End: {
        const QTextLine line = layout.lineOf(block, m_caret);
        const qint32 end = layout.blocks().start(block) + line.textStart() + line.textLength();
        const bool last = line.lineNumber() + 1 == layout.layout(block).lineCount();
        to = far ? static_cast<qint32>(text().size()) : last ? layout.blocks().span(block).end : end - 1;
        break;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int step = viewport()->height() - m_scene.layout.lineHeight() * 2;
        const QRectF now = layout.caretRect(m_caret);
        const qreal y = now.center().y() + (event->key() == Qt::Key_PageDown ? step : -step);
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (event->key() == Qt::Key_PageDown ? step : -step));
        to = layout.offsetAt(now.left(), static_cast<qint64>(std::max(0.0, y)));
        break;
    }
    default:
        return;
    }
    m_caretShown = true;
    setCaret(to, extend);
    announceFold();
    const QRect place = caretRect();
    if (place.top() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top() - layout.lineHeight());
    else if (place.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.bottom() - viewport()->height() + layout.lineHeight());
    event->accept();
}

void PaperView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        setSelectedSpan({0, static_cast<qint32>(text().size())});
    } else if (event->key() == Qt::Key_Escape) {
        if (!m_scene.selection.isEmpty())
            setCaret(m_caret, false);
        else
            Q_EMIT dismissed();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const int fold = m_scene.layout.foldAt(m_scene.layout.blocks().at(m_caret));
        if (fold >= 0)
            turnFold(fold);
        else
            Q_EMIT activated();
    } else if (event->key() == Qt::Key_Space && !(event->modifiers() & Qt::ControlModifier)) {
        const int step = viewport()->height() - m_scene.layout.lineHeight() * 2;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (event->modifiers() & Qt::ShiftModifier ? -step : step));
    } else if (!(event->modifiers() & Qt::AltModifier)) {
        event->ignore();
        moveCaret(event);
    } else {
        event->ignore();
    }
}

void PaperView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = point;
    m_dragged = false;
    m_draggedHandle = handleAt(point);
    if (m_draggedHandle >= 0)
        return;
    if (const int disc = discAt(point); disc >= 0) {
        Q_EMIT discClicked(m_scene.discs[static_cast<size_t>(disc)].agent);
        return;
    }
    if (const int fold = foldNoteAt(point); fold >= 0) {
        pressFold(fold, point);
        return;
    }
    m_wantedX = -1;
    m_caretShown = false;
    m_dragging = true;
    setCaret(nearestOffset(point), event->modifiers().testFlag(Qt::ShiftModifier));
}

void PaperView::dragTo(QPoint point)
{
    const QPoint inside(point.x(), std::clamp(point.y(), 0, viewport()->height() - 1));
    setCaret(nearestOffset(inside), true);
}

void PaperView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_draggedHandle >= 0) {
        m_dragged = m_dragged || (point - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (m_dragged)
            Q_EMIT handleDragged(m_draggedHandle == 1, nearestOffset(point));
        return;
    }
    if (m_dragging) {
        m_dragged = m_dragged || (point - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (!m_dragged)
            return;
        m_dragPoint = point;
        if (viewport()->rect().contains(point))
            m_autoScroll.stop();
        else if (!m_autoScroll.isActive())
            m_autoScroll.start();
        dragTo(point);
        return;
    }
    if (handleAt(point) >= 0) {
        viewport()->setCursor(Qt::SizeHorCursor);
        Q_EMIT wordsHovered(-1, point);
        return;
    }
    const bool clickable = discAt(point) >= 0 || foldNoteAt(point) >= 0;
    const qint32 offset = clickable ? -1 : characterAt(point);
    const bool onMark = offset >= 0 && !m_scene.marks->at(offset, m_scene.layers).empty();
    viewport()->setCursor(clickable || onMark ? Qt::PointingHandCursor : point.x() < m_left ? Qt::ArrowCursor : Qt::IBeamCursor);
    Q_EMIT wordsHovered(offset, point);
}

void PaperView::mouseReleaseEvent(QMouseEvent *event)
{
    m_autoScroll.stop();
    if (event->button() == Qt::LeftButton && std::exchange(m_draggedHandle, -1) >= 0) {
        if (m_dragged)
            Q_EMIT handleDropped();
        return;
    }
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    if (m_dragged) {
        if (QClipboard *clipboard = QGuiApplication::clipboard(); clipboard->supportsSelection() && !m_scene.selection.isEmpty())
            clipboard->setText(selectedText(), QClipboard::Selection);
        return;
    }
    const qint32 offset = characterAt(event->position().toPoint());
    if (offset >= 0 && !event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT wordsClicked(offset, event->modifiers());
}

void PaperView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qint32 at = nearestOffset(event->position().toPoint());
    const Span span = m_scene.layout.blocks().span(m_scene.layout.blocks().at(at));
    const QString words = text().mid(span.start, span.length());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, words);
    finder.setPosition(std::min<qsizetype>(at - span.start, words.size()));
    const qsizetype start = finder.isAtBoundary() ? at - span.start : finder.toPreviousBoundary();
    finder.setPosition(start);
    const qsizetype end = finder.toNextBoundary();
    if (end > start)
        setSelectedSpan({span.start + static_cast<qint32>(start), span.start + static_cast<qint32>(end)});
    m_dragging = false;
}

void PaperView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        Q_EMIT zoomWanted(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void PaperView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint point = byMouse ? viewport()->mapFromGlobal(event->globalPos()) : caretRect().bottomLeft();
    const int fold = byMouse ? foldNoteAt(point) : -1;
    const qint32 offset = fold >= 0 ? m_scene.layout.blocks().start(m_scene.layout.folds()[static_cast<size_t>(fold)].first) : byMouse ? characterAt(point) : m_caret;
    Q_EMIT menuWanted(byMouse ? event->globalPos() : viewport()->mapToGlobal(point), offset);
    event->accept();
}

void PaperView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_caretShown = m_caretShown || event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    viewport()->update();
}

void PaperView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool PaperView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        Q_EMIT wordsHovered(-1, {});
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString tip;
        if (const int disc = discAt(help->pos()); disc >= 0) {
            tip = m_scene.discs[static_cast<size_t>(disc)].name;
        } else if (const qint32 at = characterAt(help->pos()); at >= 0) {
            const char16_t unit = text()[at].unicode();
            if (explore::isUndrawable(unit) || (m_reveal && explore::isInvisible(unit)))
                tip = explore::characterName(unit);
            else if (const UncertainWord *word = m_scene.uncertainAt(at))
                tip = tr("Recognised in a picture, with %L1 % certainty").arg(word->percent);
        }
        // A tool tip guesses rich text from its words: names are not ours.
        QToolTip::showText(help->globalPos(), tip.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(tip.toHtmlEscaped()), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace onrecord::ui
