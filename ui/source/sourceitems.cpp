// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader points at in the text: clicking, hovering, stepping, the menu, copying.
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/source/citation.h"
#include "ui/source/findbar.h"
#include "ui/source/hovercard.h"
#include "ui/source/pickercard.h"
#include "ui/source/sourceview.h"
#include "ui/widgets/desk.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <algorithm>

namespace onrecord::ui {

using explore::Mark;
using explore::Sign;
using explore::Workspace;

QuotationId SourceView::currentQuotation() const
{
    const ItemId current = m_desk.workspace().selection().current();
    if (current.type != ItemType::Quotation)
        return {};
    const Quotation *row = m_desk.workspace().snapshot()->quotation({current.value});
    return row && row->article == m_article ? row->id : QuotationId();
}

void SourceView::clickWords(qint32 offset, Qt::KeyboardModifiers modifiers)
{
    Workspace &workspace = m_desk.workspace();
    std::vector<ItemId> items;
    for (const int i : m_marks->at(offset, m_layers)) {
        const ItemId item = m_marks->all()[static_cast<size_t>(i)].item;
        if (std::ranges::find(items, item) == items.end())
            items.push_back(item);
    }
    if (items.empty())
        return;
    // One click after the other walks through what lies on top of each other, the innermost first.
    const auto now = std::ranges::find(items, workspace.selection().current());
    const ItemId item = now == items.end() || now + 1 == items.end() ? items.front() : *(now + 1);
    if (modifiers.testFlag(Qt::ControlModifier))
        workspace.selection().toggle(item);
    else
        workspace.selection().set(item);
    workspace.markPlace();
}

void SourceView::hoverWords(qint32 offset, QPoint where)
{
    const std::vector<int> found = offset < 0 ? std::vector<int>() : m_marks->at(offset, m_layers);
    const ItemId item = found.empty() ? ItemId() : m_marks->all()[static_cast<size_t>(found.front())].item;
    m_hoverOffset = offset;
    m_hoverPoint = where;
    if (item == m_desk.workspace().selection().hovered() && !item.isNull())
        return;
    m_desk.workspace().selection().setHovered(item);
    m_hoverCard->hide();
    if (item.isNull())
        m_hoverTimer.stop();
    else
        m_hoverTimer.start();
}

void SourceView::showHoverCard()
{
    const std::vector<int> found = m_hoverOffset < 0 ? std::vector<int>() : m_marks->at(m_hoverOffset, m_layers);
    if (found.empty() || m_picker->isVisible())
        return;
    const Mark &mark = m_marks->all()[static_cast<size_t>(found.front())];
    const SnapshotPtr record = m_desk.workspace().snapshot();
    QStringList lines = describe(*record, mark.item);
    if (lines.isEmpty())
        return;
    if (const UncertainWord *word = m_paper->scene().uncertainAt(m_hoverOffset))
        lines.append(tr("This word was recognised with %L1 % certainty").arg(word->percent));
    AgentId about{mark.item.type == ItemType::Agent ? mark.item.value : 0};
    if (const Quotation *row = mark.item.type == ItemType::Quotation ? record->quotation({mark.item.value}) : nullptr)
        about = row->speaker;
    QColor colour;
    QString letters;
    bool square = false;
    if (const Agent *agent = record->agent(about)) {
        colour = present::agentColour(agent->name, palette());
        letters = present::initials(agent->name);
        square = agent->type == AgentType::Organisation;
    }
    QRect beside(m_hoverPoint, QSize(1, m_paper->scene().layout.lineHeight()));
    for (const QRect &rect : m_paper->rectsOf(mark.span)) {
        if (rect.contains(m_hoverPoint))
            beside = QRect(std::max(rect.left(), m_hoverPoint.x() - 24), rect.top(), 1, rect.height());
    }
    m_hoverCard->showLines(lines, colour, letters, square, beside);
}

void SourceView::dismiss()
{
    if (m_hoverCard->isVisible())
        m_hoverCard->hide();
    else if (m_findBar->isVisible())
        closeFind();
    else
        m_desk.workspace().selection().clear();
}

void SourceView::announceSelection()
{
    const ItemId current = m_desk.workspace().selection().current();
    if (!isVisible() || m_marks->wordsOf(current).empty() || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent announcement(m_paper, describe(*m_desk.workspace().snapshot(), current).join(QStringLiteral(", ")));
    announcement.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&announcement);
}

bool SourceView::stepMark(int direction)
{
    Workspace &workspace = m_desk.workspace();
    const auto &all = m_marks->all();
    const auto counts = [&](int i) {
        const Mark &mark = all[static_cast<size_t>(i)];
        const bool item = explore::isQuoted(mark.sign) || mark.sign == Sign::Figure || mark.sign == Sign::Date;
        return item && m_layers.testFlag(explore::layerOf(mark.sign)) && m_paper->scene().state(i) != MarkState::Hidden;
    };
    const std::vector<Span> now = m_marks->wordsOf(workspace.selection().current());
    const qint32 from = now.empty() ? m_paper->caret() - (direction > 0 ? 1 : 0) : now.front().start;
    const auto count = static_cast<int>(all.size());
    for (int i = direction > 0 ? 0 : count - 1; i >= 0 && i < count; i += direction) {
        const Mark &mark = all[static_cast<size_t>(i)];
        const bool beyond = direction > 0 ? mark.span.start > from : mark.span.start < from;
        if (!beyond || !counts(i) || mark.item == workspace.selection().current())
            continue;
        workspace.selection().set(mark.item);
        m_paper->setSelectedSpan({mark.span.start, mark.span.start});
        m_paper->showSpan(mark.span, false);
        workspace.markPlace();
        return true;
    }
    return false;
}

void SourceView::showMenu(QPoint where, qint32 offset)
{
    if (offset >= 0 && m_paper->selectedSpan().isEmpty() && !m_marks->at(offset, m_layers).empty())
        clickWords(offset, {});
    // What the menu offers to restore is what it was opened on.
    if (offset >= 0 && m_paper->selectedSpan().isEmpty() && !m_paper->struckAround(offset).isEmpty())
        m_paper->setSelectedSpan({offset, offset});
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : m_menuActions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(where);
}

void SourceView::copyWithCitation()
{
    const SnapshotPtr record = m_desk.workspace().snapshot();
    Span span = m_paper->selectedSpan();
    const Quotation *quotation = record->quotation(currentQuotation());
    if (span.isEmpty() && quotation)
        span = quotation->content.span;
    if (span.isEmpty()) {
        m_desk.say(tr("Select words or a quotation first."));
        return;
    }
    if (!quotation || !quotation->content.span.overlaps(span))
        quotation = nullptr;
    QGuiApplication::clipboard()->setText(citation(*record, m_article, m_paper->text(), span, quotation));
}

} // namespace onrecord::ui
