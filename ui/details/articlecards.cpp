// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"
#include "ui/details/editablefield.h"

#include "core/text/shown.h"
#include "ui/present/recognitionwords.h"
#include "ui/present/words.h"

#include <QPushButton>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

Tag *basisTag(Basis basis)
{
    const QString words = present::basisName(basis);
    return words.isEmpty() ? nullptr : new Tag(words);
}

/// A field without words: nobody knows them, or somebody said that there are none.
QString shownOrWhyNot(const QString &words, Basis basis)
{
    return !words.isEmpty() ? words : basis == Basis::User ? CardStack::tr("none") : CardStack::tr("not known");
}

/// A field of an article that people can set right where it stands; the store notes that somebody did.
EditableField *addEditable(CardStack &stack, Card &card, ArticleId id, const QString &label, const QString &field, const QString &shown, const QString &edited, Basis basis, Tag *tag)
{
    auto *editable = new EditableField(label, shownOrWhyNot(shown, basis), edited, &card);
    editable->setObjectName(u"details."_s + field);
    editable->setReadOnly(!stack.isWritable());
    if (tag)
        editable->setTag(tag);
    QObject::connect(editable, &EditableField::committed, &stack, [&stack, id, field](QString words) {
        if (const auto date = field == "published"_L1 ? present::dateFromWords(words) : std::nullopt)
            words = date->toEdtf(); // as the store reads it
        stack.desk().change([id, field, words](store::Project &project) { return project.setArticleField(id, field, words); });
    });
    card.addField(label, editable);
    return editable;
}

QString checkDate(const QString &words)
{
    return words.isEmpty() || present::dateFromWords(words) ? QString() : present::howToWriteADate();
}

std::vector<ItemId> quotationsOf(const Snapshot &record, ArticleId id)
{
    std::vector<ItemId> out;
    for (const QuotationId quotation : record.quotationsIn(id)) {
        if (record.quotation(quotation)->status != Status::Rejected)
            out.emplace_back(quotation);
    }
    return out;
}

} // namespace

void addArticleCards(CardStack &stack, ArticleId id)
{
    const Snapshot &record = stack.record();
    const Article *row = record.article(id);
    if (!row)
        return;
    Card *card = stack.addCard(present::typeName(ItemType::Article));
    card->addWords(present::itemName(record, id), Card::Voice::Headline);
    addEditable(stack, *card, id, CardStack::tr("Title"), u"title"_s, row->title.value, row->title.value, row->title.basis, basisTag(row->title.basis));
    addEditable(stack, *card, id, CardStack::tr("Outlet"), u"outlet"_s, record.outletName(id), record.outletName(id), row->outletBasis, basisTag(row->outletBasis));
    addEditable(stack, *card, id, CardStack::tr("Authors"), u"authors"_s, row->authors.join(u", "_s), row->authors.join(u"; "_s), row->authorsBasis, basisTag(row->authorsBasis))
        ->setHint(CardStack::tr("Names, parted by semicolons"));
    EditableField *published = addEditable(stack, *card, id, CardStack::tr("Published"), u"published"_s, row->published.when.isKnown() ? present::dateInWords(row->published.when) : QString(),
                                           row->published.when.toEdtf(), row->published.basis, row->published.when.isKnown() ? new Tag(present::precisionAndBasis(row->published)) : basisTag(row->published.basis));
    published->setHint(u"2025-01-24"_s);
    published->setCheck(checkDate);
    addEditable(stack, *card, id, CardStack::tr("Address"), u"url"_s, row->url.value, row->url.value, row->url.basis, basisTag(row->url.basis));
    card->addField(CardStack::tr("Language"), row->language.isEmpty() ? QString() : QLocale::languageToString(QLocale(row->language).language()));
    card->addField(CardStack::tr("Length"), present::countInWords(present::Noun::Word, row->wordCount));
    card->addField(CardStack::tr("File"), shownName(row->fileName));
    card->addField(CardStack::tr("Read as"), present::readAsInWords(row->mediaType, row->encoding));
    if (row->recognition)
        card->addField(CardStack::tr("Recognised"), present::recognitionInWords(*row->recognition));
    std::vector<Remark> noticed = row->remarks;
    if (row->recognition) // said in full above
        std::erase_if(noticed, [](const Remark &remark) { return remark.kind == RemarkKind::Recognised; });
    card->addList(CardStack::tr("Noticed"), present::remarksInWords(noticed));
    card->addField(CardStack::tr("Captured"), row->capturedAt.isValid() ? QLocale().toString(row->capturedAt, QLocale::ShortFormat) + u" UTC"_s : QString());
    // A digest is read in groups and must be able to wrap.
    const QString digest = QString::fromLatin1(row->sha256.toHex());
    QString grouped;
    for (qsizetype i = 0; i < digest.size(); i += 8)
        grouped += (i ? u" "_s : QString()) + digest.sliced(i, std::min<qsizetype>(8, digest.size() - i));
    card->addField(u"SHA-256"_s, grouped);
    QObject::connect(card->addButton(CardStack::tr("Open"), u"details.open"_s), &QPushButton::clicked, &stack, [&stack, id] { stack.desk().workspace().open(id); });
    QObject::connect(card->addButton(CardStack::tr("Show Only"), u"details.showOnly"_s), &QPushButton::clicked, &stack, [&stack, id] {
        auto &workspace = stack.desk().workspace();
        workspace.setFilter(workspace.filter().with({.facet = explore::Facet::Article, .value = id.value}));
        workspace.markPlace();
    });
    addKinCards(stack, id);
    addListCard(stack, CardStack::tr("Quotations · %1").arg(QLocale().toString(static_cast<qint64>(quotationsOf(record, id).size()))), quotationsOf(record, id));
    const auto figures = record.figuresIn(id);
    addListCard(stack, CardStack::tr("Figures · %1").arg(QLocale().toString(static_cast<qint64>(figures.size()))), {figures.begin(), figures.end()});
}

void addOutletCards(CardStack &stack, OutletId id)
{
    const Snapshot &record = stack.record();
    const Outlet *row = record.outlet(id);
    if (!row)
        return;
    Card *card = stack.addCard(present::typeName(ItemType::Outlet));
    card->addWords(row->name, Card::Voice::Headline);
    const auto articles = record.articlesOf(id);
    qint64 quotations = 0;
    for (const ArticleId article : articles)
        quotations += static_cast<qint64>(quotationsOf(record, article).size());
    card->addField(CardStack::tr("Holds"), CardStack::tr("%1, %2", "articles, quotations").arg(present::countInWords(present::Noun::Article, static_cast<qint64>(articles.size())),
                                                                                              present::countInWords(present::Noun::Quotation, quotations)));
    if (const Agent *agent = record.agent(row->agent))
        card->addWidget(new ItemRow(stack.desk(), agent->id, agent->name, CardStack::tr("speaks too"), card));
    QObject::connect(card->addButton(CardStack::tr("Show Only"), u"details.showOnly"_s), &QPushButton::clicked, &stack, [&stack, id] {
        auto &workspace = stack.desk().workspace();
        workspace.setFilter(workspace.filter().with({.facet = explore::Facet::Outlet, .value = id.value}));
        workspace.markPlace();
    });
    addListCard(stack, CardStack::tr("Articles"), {articles.begin(), articles.end()});
}

} // namespace onrecord::ui
