// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"
#include "ui/details/editablefield.h"

#include "ui/present/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>
#include <map>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

qint64 dayOf(const Snapshot &record, QuotationId id)
{
    const Quotation *row = record.quotation(id);
    const PartialDate &said = row->said.when;
    if (said.isKnown() && !said.isOpenStart())
        return said.earliest();
    const Article *article = record.article(row->article);
    return article && article->published.when.isKnown() && !article->published.when.isOpenStart() ? article->published.when.earliest() : std::numeric_limits<qint64>::max();
}

/// What is said by somebody, oldest first, the undated last.
std::vector<ItemId> quotationsByDate(const Snapshot &record, AgentId id)
{
    std::vector<std::pair<qint64, QuotationId>> dated;
    for (const QuotationId quotation : record.quotationsBy(id)) {
        if (record.quotation(quotation)->status != Status::Rejected)
            dated.emplace_back(dayOf(record, quotation), quotation);
    }
    std::ranges::stable_sort(dated);
    std::vector<ItemId> out;
    for (const auto &[day, quotation] : dated)
        out.emplace_back(quotation);
    return out;
}

std::vector<ItemId> articlesNaming(const Snapshot &record, AgentId id)
{
    std::vector<ArticleId> articles;
    for (const MentionId mention : record.mentionsOf(id))
        articles.push_back(record.mention(mention)->article);
    std::ranges::sort(articles);
    articles.erase(std::ranges::unique(articles).begin(), articles.end());
    return {articles.begin(), articles.end()};
}

/// Outlets that print somebody's words, most first.
QString outletLine(const Snapshot &record, const std::vector<ItemId> &quotations)
{
    std::map<QString, int> counts;
    for (const ItemId &item : quotations) {
        const QString name = record.outletName(record.quotation({item.value})->article);
        if (!name.isEmpty())
            ++counts[name];
    }
    std::vector<std::pair<int, QString>> order;
    for (const auto &[name, count] : counts)
        order.emplace_back(-count, name);
    std::ranges::sort(order);
    QStringList out;
    for (const auto &[count, name] : order)
        out.append(CardStack::tr("%1 (%2)", "an outlet and how many quotations it prints").arg(name, QLocale().toString(-count)));
    return out.join(u", "_s);
}

void addNames(CardStack &stack, const Agent &row)
{
    Card *card = stack.addCard(CardStack::tr("Names"));
    for (const AgentName &name : row.names)
        card->addField(present::typeName(name.type), name.name);
    if (!stack.isWritable())
        return;
    auto *line = new QWidget(card);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *words = new QLineEdit(line);
    words->setObjectName(u"details.newName"_s);
    words->setPlaceholderText(CardStack::tr("Another name"));
    words->setAccessibleName(words->placeholderText());
    auto *type = new QComboBox(line);
    type->setAccessibleName(CardStack::tr("Kind of name"));
    for (const NameType kind : {NameType::Short, NameType::Nickname, NameType::Handle, NameType::Misspelling, NameType::Former, NameType::Acronym, NameType::Full, NameType::Nominal})
        type->addItem(present::typeName(kind), static_cast<int>(kind));
    type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    layout->addWidget(words, 3);
    layout->addWidget(type, 2);
    card->addWidget(line);
    QPushButton *add = card->addButton(CardStack::tr("Add Name"), u"details.addName"_s);
    add->setEnabled(false);
    QObject::connect(words, &QLineEdit::textChanged, add, [add](const QString &text) { add->setEnabled(!text.trimmed().isEmpty()); });
    QObject::connect(words, &QLineEdit::returnPressed, add, &QPushButton::click);
    QObject::connect(add, &QPushButton::clicked, card, [&stack, words, type, id = row.id] {
        const AgentName name{words->text().simplified(), static_cast<NameType>(type->currentData().toInt())};
        words->clear();
        stack.setFocus(Qt::OtherFocusReason); // the new name comes with the next record
        stack.desk().change([id, name](store::Project &project) { return project.addName(id, name); });
    });
}

} // namespace

void addAgentCards(CardStack &stack, AgentId id)
{
    const Snapshot &record = stack.record();
    const Agent *row = record.agent(id);
    if (!row)
        return;
    const std::vector<ItemId> quotations = quotationsByDate(record, id);
    const std::vector<ItemId> articles = articlesNaming(record, id);
    Card *card = stack.addCard(present::typeName(row->type));
    card->addHeadingTag(new Tag(present::statusName(row->status), Tag::toneOf(row->status), card));
    card->addWidget(new ItemRow(stack.desk(), id, row->name, row->role, card));
    auto *name = new EditableField(CardStack::tr("Name"), row->name, row->name, card);
    name->setObjectName(u"details.name"_s);
    name->setReadOnly(!stack.isWritable());
    name->setCheck([](const QString &words) { return words.isEmpty() ? CardStack::tr("A name needs at least one letter.") : QString(); });
    QObject::connect(name, &EditableField::committed, &stack, [&stack, id](const QString &words) {
        stack.desk().change([id, words](store::Project &project) { return project.renameAgent(id, words); });
    });
    card->addField(CardStack::tr("Name"), name);
    card->addField(CardStack::tr("Role"), row->role);
    if (const Agent *of = record.agent(row->affiliation))
        card->addWidget(new ItemRow(stack.desk(), of->id, of->name, CardStack::tr("belongs to"), card));
    card->addField(CardStack::tr("Says"), present::countInWords(present::Noun::Quotation, static_cast<qint64>(quotations.size())));
    card->addField(CardStack::tr("Named"), CardStack::tr("%1 in %2", "mentions, articles")
                                               .arg(present::countInWords(present::Noun::Mention, static_cast<qint64>(record.mentionsOf(id).size())),
                                                    present::countInWords(present::Noun::Article, static_cast<qint64>(articles.size()))));
    card->addField(CardStack::tr("Quoted by"), outletLine(record, quotations));
    QObject::connect(card->addButton(CardStack::tr("Show Only"), u"details.showOnly"_s), &QPushButton::clicked, &stack, [&stack, id] {
        auto &workspace = stack.desk().workspace();
        workspace.setFilter(workspace.filter().with({.facet = explore::Facet::Agent, .value = id.value}));
        workspace.markPlace();
    });
    stack.addStatusButtons(*card, row->status);
    addPositionCard(stack, id);
    addListCard(stack, CardStack::tr("Named in"), articles);
    addNames(stack, *row);
}

} // namespace onrecord::ui
