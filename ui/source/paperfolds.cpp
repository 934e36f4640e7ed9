// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is struck on the paper: its folds and the words that restore it.
#include "ui/source/paperview.h"

#include <QAccessible>
#include <QScrollBar>
#include <algorithm>

namespace onrecord::ui {

void PaperView::setRegions(const std::vector<Region> &regions)
{
    PaperLayout &layout = m_scene.layout;
    const qint32 place = readingPosition();
    const std::vector<PaperLayout::Fold> before = layout.folds();
    const QString words = text();
    layout.setText(words, regions, m_scene.head.title);
    for (size_t i = 0; i < layout.folds().size(); ++i) {
        const PaperLayout::Fold &fold = layout.folds()[i];
        const bool wasOpen = std::ranges::any_of(before, [&fold](const PaperLayout::Fold &one) { return one.open && one.first <= fold.last && fold.first <= one.last; });
        layout.setFoldOpen(static_cast<int>(i), wasOpen);
    }
    // A caret on words that are folded away stands on their line.
    if (const int fold = layout.foldAt(layout.blocks().at(m_caret)); fold >= 0 && !layout.folds()[static_cast<size_t>(fold)].open) {
        const qint32 start = layout.blocks().start(layout.folds()[static_cast<size_t>(fold)].first);
        setSelectedSpan({start, start});
    }
    m_topBlock = 0;
    measure();
    setReadingPosition(place);
}

void PaperView::setMayRestore(bool may)
{
    m_scene.mayRestore = may;
    viewport()->update();
}

Span PaperView::struckAround(qint32 offset) const
{
    const PaperLayout &layout = m_scene.layout;
    if (const int fold = layout.foldAt(layout.blocks().at(offset)); fold >= 0) {
        const PaperLayout::Fold &lines = layout.folds()[static_cast<size_t>(fold)];
        return {layout.blocks().start(lines.first), layout.blocks().span(lines.last).end};
    }
    const auto around = std::ranges::find_if(layout.struck(), [offset](Span span) { return offset >= span.start && offset <= span.end; });
    return around == layout.struck().end() ? Span() : *around;
}

QRect PaperView::foldNoteRect(int fold) const
{
    const PaperLayout &layout = m_scene.layout;
    const qint64 top = pageTop() + layout.top(layout.folds()[static_cast<size_t>(fold)].first);
    return {m_left, static_cast<int>(top), layout.type().column, layout.foldNoteHeight()};
}

QRect PaperView::restoreRect(int fold) const
{
    const FoldNote note = foldNote(m_scene, fold, font());
    return note.restore.isEmpty() ? QRect() : note.restorePlace.toAlignedRect().translated(foldNoteRect(fold).topLeft());
}

int PaperView::foldNoteAt(QPoint point) const
{
    const PaperLayout &layout = m_scene.layout;
    const qint64 y = point.y() - pageTop();
    if (y < 0 || y >= layout.height() || point.x() < m_left)
        return -1;
    const int block = layout.blockAt(y);
    const int fold = layout.foldAt(block);
    const bool onNote = fold >= 0 && layout.folds()[static_cast<size_t>(fold)].first == block && y - layout.top(block) < layout.foldNoteHeight();
    return onNote ? fold : -1;
}

int PaperView::foldOfCaret() const
{
    const PaperLayout &layout = m_scene.layout;
    const int fold = layout.foldAt(layout.blocks().at(m_caret));
    return fold >= 0 && !layout.folds()[static_cast<size_t>(fold)].open ? fold : -1;
}

bool PaperView::isStop(int block) const
{
    const PaperLayout &layout = m_scene.layout;
    return !layout.isFoldedAway(block) || layout.folds()[static_cast<size_t>(layout.foldAt(block))].first == block;
}

void PaperView::turnFold(int fold)
{
    PaperLayout &layout = m_scene.layout;
    layout.setFoldOpen(fold, !layout.folds()[static_cast<size_t>(fold)].open);
    settle();
    viewport()->update();
}

/// A click on a fold's line: on its last words it restores, elsewhere it opens or closes.
void PaperView::pressFold(int fold, QPoint point)
{
    const PaperLayout &layout = m_scene.layout;
    const qint32 start = layout.blocks().start(layout.folds()[static_cast<size_t>(fold)].first);
    m_caretShown = false;
    setSelectedSpan({start, start});
    if (restoreRect(fold).contains(point))
        Q_EMIT restoreWanted(struckAround(start));
    else
        turnFold(fold);
}

/// A caret on a fold's line stands on words that are not in sight.
void PaperView::announceFold()
{
    const int fold = foldOfCaret();
    if (fold < 0 || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent announcement(this, foldNote(m_scene, fold, font()).words);
    announcement.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace onrecord::ui
