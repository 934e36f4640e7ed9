// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"

#include "ui/present/words.h"
#include "ui/widgets/desk.h"

#include <QPushButton>

/// Figures, events, claims and dates: the smaller kinds.
namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

/// Figures that speak of the same thing, to compare with: same subject and predicate, other places.
std::vector<ItemId> comparable(const Snapshot &record, const Figure &row)
{
    std::vector<ItemId> out;
    if (row.subject.isEmpty())
        return out;
    for (const Figure &other : record.figures()) {
        if (other.id != row.id && other.status != Status::Rejected && other.unit == row.unit && other.subject.compare(row.subject, Qt::CaseInsensitive) == 0
            && other.predicate.compare(row.predicate, Qt::CaseInsensitive) == 0)
            out.emplace_back(other.id);
    }
    return out;
}

template<class Id>
std::vector<ItemId> itemsOf(const std::vector<Id> &ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

void addFigureCards(CardStack &stack, FigureId id)
{
    const Snapshot &record = stack.record();
    const Figure *row = record.figure(id);
    if (!row)
        return;
    Card *card = stack.addCard(present::typeName(ItemType::Figure));
    card->addHeadingTag(new Tag(present::statusName(row->status), Tag::toneOf(row->status), card));
    card->addWords(row->content.exact.simplified(), Card::Voice::Headline);
    card->addField(CardStack::tr("Means"), row->value ? present::figureInWords(*row) : CardStack::tr("no number is given"), row->qualifier == Qualifier::None ? nullptr : new Tag(present::qualifierName(row->qualifier), Tag::Tone::Plain, card));
    card->addField(CardStack::tr("Of what"), row->subject);
    card->addField(CardStack::tr("Measures"), row->predicate);
    if (const Agent *who = record.agent(row->assertedBy))
        card->addWidget(new ItemRow(stack.desk(), who->id, who->name, CardStack::tr("asserts it"), card));
    else
        card->addField(CardStack::tr("Asserted"), CardStack::tr("by the author of the article"));
    if (const Article *article = record.article(row->article))
        card->addField(CardStack::tr("Printed"), present::dateInWords(article->published.when), article->published.when.isKnown() ? new Tag(present::precisionAndBasis(article->published)) : nullptr);
    card->addField(CardStack::tr("Read by"), row->rule, row->rule.isEmpty() ? nullptr : new Tag(present::confidenceWord(row->confidence), Tag::toneOfConfidence(row->confidence), card));
    card->addWidget(new ItemRow(stack.desk(), row->article, present::itemName(record, row->article), rowLine(record, row->article), card));
    if (record.quotation(row->quotation))
        card->addWidget(new ItemRow(stack.desk(), row->quotation, present::itemName(record, row->quotation), CardStack::tr("inside this quotation"), card));
    stack.addStatusButtons(*card, row->status);
    stack.addPassageButtons(*card, row->article, row->content.span);
    QPushButton *compare = card->addButton(CardStack::tr("Compare"), u"details.compare"_s);
    compare->setToolTip(CardStack::tr("Shows the figures about the same thing side by side"));
    QObject::connect(compare, &QPushButton::clicked, &stack, [&stack] { stack.desk().trigger(u"check.figures"_s); });
    addListCard(stack, CardStack::tr("Same subject, same measure"), comparable(record, *row));
}

void addEventCards(CardStack &stack, EventId id)
{
    const Snapshot &record = stack.record();
    const Event *row = record.event(id);
    if (!row)
        return;
    Card *card = stack.addCard(present::typeName(ItemType::Event));
    card->addHeadingTag(new Tag(present::statusName(row->status), Tag::toneOf(row->status), card));
    card->addWords(row->name, Card::Voice::Headline);
    card->addField(CardStack::tr("When"), present::dateInWords(row->when.when), row->when.when.isKnown() ? new Tag(present::precisionAndBasis(row->when)) : nullptr);
    if (!row->note.isEmpty())
        card->addWords(row->note, Card::Voice::Text);
    stack.addStatusButtons(*card, row->status);
    addListCard(stack, CardStack::tr("Takes part"), itemsOf(row->agents));
    addListCard(stack, CardStack::tr("Reported in"), itemsOf(row->articles));
}

void addClaimCards(CardStack &stack, ClaimId id)
{
    const Snapshot &record = stack.record();
    const Claim *row = record.claim(id);
    if (!row)
        return;
    Card *card = stack.addCard(present::typeName(ItemType::Claim));
    if (!row->verdict.isEmpty())
        card->addHeadingTag(new Tag(row->verdict, Tag::Tone::Plain, card));
    card->addWords(row->text, Card::Voice::Headline);
    if (!row->explanation.isEmpty())
        card->addWords(row->explanation, Card::Voice::Text);
    for (const Stance stance : {Stance::For, Stance::Against, Stance::Mentions}) {
        std::vector<ItemId> items;
        for (const Evidence &evidence : row->evidence) {
            if (evidence.stance == stance)
                items.push_back(evidence.item);
        }
        addListCard(stack, CardStack::tr("Evidence · %1").arg(present::stanceName(stance)), items);
    }
}

void addDateCards(CardStack &stack, DateMentionId id)
{
    const Snapshot &record = stack.record();
    const DateMention *row = record.date(id);
    if (!row)
        return;
    Card *card = stack.addCard(present::typeName(ItemType::DateMention));
    card->addWords(row->content.exact.simplified(), Card::Voice::Headline);
    card->addField(CardStack::tr("Means"), present::dateInWords(row->when.when), row->when.when.isKnown() ? new Tag(present::precisionAndBasis(row->when)) : nullptr);
    card->addField(CardStack::tr("Read by"), row->rule);
    card->addWidget(new ItemRow(stack.desk(), row->article, present::itemName(record, row->article), rowLine(record, row->article), card));
    stack.addPassageButtons(*card, row->article, row->content.span);
}

} // namespace onrecord::ui
