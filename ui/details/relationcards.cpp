// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"
#include "ui/details/editablefield.h"
#include "ui/details/passagepicker.h"
#include "ui/present/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

/// How a passage stands to others, as a person says.
namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostNear = 7;

/// What is selected beside it comes first: two passages chosen with Ctrl are meant to be related.
std::vector<ItemId> offered(const CardStack &stack)
{
    std::vector<ItemId> out;
    for (const ItemId item : stack.desk().workspace().selection().items()) {
        if (item != stack.item() && (item.type == ItemType::Quotation || item.type == ItemType::Figure))
            out.push_back(item);
    }
    std::ranges::sort(out);
    for (const ItemId item : nearPassages(stack.record(), stack.item(), mostNear)) {
        if (out.size() < mostNear && !std::ranges::contains(out, item))
            out.push_back(item);
    }
    return out;
}

/// No kind is chosen for whoever relates: each of them says something of a person.
QComboBox *kindBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(CardStack::tr("How they stand to each other"));
    box->setMinimumHeight(28);
    for (const RelationKind kind : {RelationKind::Contradicts, RelationKind::Corrects, RelationKind::SameUtterance, RelationKind::Paraphrases,
                                    RelationKind::QuotesFrom, RelationKind::Translates, RelationKind::OutOfContext})
        box->addItem(present::relationName(kind, true), static_cast<int>(kind));
    box->setPlaceholderText(CardStack::tr("How do they stand to each other?"));
    box->setCurrentIndex(-1);
    return box;
}

void addRelation(CardStack &stack, Card &card, const Relation &relation)
{
    const bool isFrom = relation.from == stack.item();
    const ItemId other = isFrom ? relation.to : relation.from;
    const QString kind = present::relationName(relation.kind, isFrom);
    card.addSubheading(kind);
    card.addWidget(new ItemRow(stack.desk(), other, present::itemName(stack.record(), other), rowLine(stack.record(), other), &card));
    auto *note = new EditableField(CardStack::tr("Note"), relation.note.isEmpty() ? CardStack::tr("none") : relation.note, relation.note, &card);
    note->setObjectName(u"details.relation.note.%1"_s.arg(relation.id.value));
    note->setHint(CardStack::tr("Why you say so"));
    note->setReadOnly(!stack.isWritable());
    QObject::connect(note, &EditableField::committed, &stack, [&stack, relation](const QString &words) {
        stack.desk().change([relation, words](store::Project &project) {
            Relation changed = relation;
            changed.note = words;
            return project.setRelation(changed);
        });
    });
    card.addField(CardStack::tr("Note"), note);
    if (!stack.isWritable())
        return;
    QPushButton *remove = card.addButton(CardStack::tr("Remove"), u"details.relation.remove.%1"_s.arg(relation.id.value));
    remove->setAccessibleName(CardStack::tr("Remove: %1 %2", "kind of relation, other passage").arg(kind, present::itemName(stack.record(), other)));
    QObject::connect(remove, &QPushButton::clicked, &stack, [&stack, id = relation.id] {
        stack.desk().change([id](store::Project &project) { return project.removeRelation(id); });
    });
}

void startRelation(CardStack &stack, Card &card)
{
    if (auto *open = card.findChild<PassagePicker *>()) {
        open->setFocus(Qt::OtherFocusReason);
        return;
    }
    QComboBox *kind = kindBox(&card);
    kind->setObjectName(u"details.relation.kind"_s);
    card.addWidget(kind);
    auto *picker = new PassagePicker(stack.recordPtr(), stack.item(), offered(stack), &card);
    picker->setObjectName(u"details.relation.picker"_s);
    card.addWidget(picker);
    picker->show();
    picker->setFocus(Qt::OtherFocusReason);
    const auto close = [picker, kind, &card] {
        picker->deleteLater();
        kind->deleteLater();
        if (auto *button = card.findChild<QPushButton *>(u"details.relate"_s))
            button->setFocus(Qt::OtherFocusReason);
    };
    QObject::connect(picker, &ChoiceLine::cancelled, &card, close);
    QObject::connect(picker, &PassagePicker::picked, &card, [&stack, kind, close](ItemId other) {
        if (kind->currentIndex() < 0) {
            kind->setFocus(Qt::OtherFocusReason);
            return;
        }
        Relation relation;
        relation.from = stack.item();
        relation.to = other;
        relation.kind = static_cast<RelationKind>(kind->currentData().toInt());
        close();
        stack.desk().change([relation](store::Project &project) -> Result<void> {
            const auto added = project.addRelation(relation);
            return added ? Result<void>() : std::unexpected(added.error());
        });
    });
}

} // namespace

void addRelationCards(CardStack &stack)
{
    const auto relations = stack.record().relationsOf(stack.item());
    if (relations.empty() && !stack.isWritable())
        return;
    Card *card = stack.addCard(CardStack::tr("Relations"));
    card->setObjectName(u"details.relations"_s);
    for (const RelationId id : relations)
        addRelation(stack, *card, *stack.record().relation(id));
    if (!stack.isWritable())
        return;
    QPushButton *relate = card->addButton(CardStack::tr("Relate To…"), u"details.relate"_s);
    relate->setToolTip(CardStack::tr("Say how this passage stands to another: contradicts, corrects, quotes from…"));
    QObject::connect(relate, &QPushButton::clicked, card, [&stack, card] { startRelation(stack, *card); });
}

} // namespace onrecord::ui
