// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/overview.h"
#include "ui/details/card.h"
#include "ui/widgets/desk.h"

class QVBoxLayout;

namespace onrecord::ui {

/// The cards of one item, made anew whenever the item or the record changes. Changes go through the desk.
class CardStack : public QWidget
{
    Q_OBJECT
public:
    CardStack(Desk &desk, ItemId item, QWidget *parent = nullptr);
    /// The cards of no item: what is shown at a glance. item() is null.
    CardStack(Desk &desk, const explore::Overview &overview, QWidget *parent = nullptr);

    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] ItemId item() const { return m_item; }
    [[nodiscard]] const Snapshot &record() const { return *m_record; }
    [[nodiscard]] const SnapshotPtr &recordPtr() const { return m_record; }
    [[nodiscard]] bool isWritable() const;

    Card *addCard(const QString &heading);
    /// Somebody is typing into one of the cards.
    [[nodiscard]] bool isEditing() const;

    /// "Show Context", "Copy With Citation" for anything with a passage.
    void addPassageButtons(Card &card, ArticleId article, Span span);
    /// Accept, Reject, or back to suggested.
    void addStatusButtons(Card &card, Status status);

private:
    void showContext(Card &card, ArticleId article, Span span);
    void copyCitation(ArticleId article, Span span);

    Desk &m_desk;
    ItemId m_item;
    SnapshotPtr m_record;
    QVBoxLayout *m_column;
};

// What each kind of item has to say; nothing is added for an item the record does not have.
void addQuotationCards(CardStack &stack, QuotationId id);
void addAgentCards(CardStack &stack, AgentId id);
void addArticleCards(CardStack &stack, ArticleId id);
/// Its versions, and the articles that print the same text.
void addKinCards(CardStack &stack, ArticleId id);
/// What became of a quotation in later versions of its article.
void addCarryCards(CardStack &stack, QuotationId id);
void addOutletCards(CardStack &stack, OutletId id);
void addFigureCards(CardStack &stack, FigureId id);
void addEventCards(CardStack &stack, EventId id);
void addClaimCards(CardStack &stack, ClaimId id);
void addDateCards(CardStack &stack, DateMentionId id);
/// What somebody says, oldest first, on a topic that can be typed; and where it turns against what was said before.
void addPositionCard(CardStack &stack, AgentId id);
/// How a quotation or a figure stands to others, with the line to say so.
void addRelationCards(CardStack &stack);
/// What is shown at a glance, for a stack without an item: how much there is, whose words, printed where, and which stand in several places.
void addOverviewCards(CardStack &stack, const explore::Overview &overview);
/// Notes about the stack's item, with the line to write another.
void addNotesCard(CardStack &stack);

/// A card that lists items, the first few of them, and says how many there are.
void addListCard(CardStack &stack, const QString &heading, const std::vector<ItemId> &items);
/// The words of a row for an item, and its second line.
[[nodiscard]] QString rowLine(const Snapshot &record, ItemId item);

} // namespace onrecord::ui
