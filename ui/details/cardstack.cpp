// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"

#include "core/record/speakers.h"
#include "core/text/context.h"
#include "ui/present/citation.h"
#include "ui/present/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int contextSentences = 2;
constexpr size_t firstRows = 12;
}

CardStack::CardStack(Desk &desk, const explore::Overview &overview, QWidget *parent) : CardStack(desk, ItemId(), parent)
{
    addOverviewCards(*this, overview);
    m_column->addStretch(1);
}

CardStack::CardStack(Desk &desk, ItemId item, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_item(item), m_record(desk.workspace().snapshot()), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(12, 8, 12, 12);
    m_column->setSpacing(12);
    switch (item.type) {
    case ItemType::Quotation:
        addQuotationCards(*this, {item.value});
        break;
    case ItemType::Agent:
        addAgentCards(*this, {item.value});
        break;
    case ItemType::Article:
        addArticleCards(*this, {item.value});
        break;
    case ItemType::Outlet:
        addOutletCards(*this, {item.value});
        break;
    case ItemType::Figure:
        addFigureCards(*this, {item.value});
        break;
    case ItemType::Event:
        addEventCards(*this, {item.value});
        break;
    case ItemType::Claim:
        addClaimCards(*this, {item.value});
        break;
    case ItemType::DateMention:
        addDateCards(*this, {item.value});
        break;
    case ItemType::Mention:
        if (const Mention *row = record().mention({item.value}))
            addAgentCards(*this, row->agent);
        break;
    case ItemType::Utterance: {
        const auto variants = record().variantsOf({item.value});
        if (!variants.empty())
            addQuotationCards(*this, variants.front());
        break;
    }
    case ItemType::Note:
    case ItemType::None:
        break;
    }
    if (m_column->count() > 0 && (item.type == ItemType::Quotation || item.type == ItemType::Figure))
        addRelationCards(*this);
    if (m_column->count() > 0 && item.type != ItemType::Mention && item.type != ItemType::Utterance)
        addNotesCard(*this);
    if (!item.isNull())
        m_column->addStretch(1);
}

bool CardStack::isWritable() const
{
    return !m_desk.store().isReadOnly();
}

Card *CardStack::addCard(const QString &heading)
{
    auto *card = new Card(heading, this);
    m_column->addWidget(card);
    return card;
}

bool CardStack::isEditing() const
{
    const QWidget *focus = focusWidget();
    // A window in the background has no focus, but somebody means to come back to it.
    return focus && isAncestorOf(focus) && focus->isVisible() && (focus->hasFocus() || !isActiveWindow()) && (qobject_cast<const QLineEdit *>(focus) || qobject_cast<const QPlainTextEdit *>(focus));
}

void CardStack::addPassageButtons(Card &card, ArticleId article, Span span)
{
    QPushButton *context = card.addButton(tr("Show Context"), u"details.context"_s);
    connect(context, &QPushButton::clicked, this, [this, &card, context, article, span] {
        context->setEnabled(false);
        showContext(card, article, span);
    });
    connect(card.addButton(tr("Copy With Citation"), u"details.cite"_s), &QPushButton::clicked, this, [this, article, span] { copyCitation(article, span); });
}

void CardStack::showContext(Card &card, ArticleId article, Span span)
{
    m_desk.withText(article, &card, [this, &card, span](const Result<QString> &text) {
        if (!text) {
            m_desk.report(text.error());
            return;
        }
        if (span.end > text->size())
            return;
        const Context context = contextOf(*text, span, contextSentences);
        const QStringView all = *text;
        const auto words = [&all](Span part) { return all.sliced(part.start, part.length()).toString().simplified(); };
        card.addSubheading(tr("In context"));
        if (context.startsInside)
            card.addField(tr("Note"), tr("The quotation begins inside a sentence."));
        if (!context.before.isEmpty())
            card.addWords(words(context.before), Card::Voice::Quiet);
        card.addWords(words(span), Card::Voice::Text);
        if (!context.after.isEmpty())
            card.addWords(words(context.after), Card::Voice::Quiet);
    });
}

void CardStack::copyCitation(ArticleId article, Span span)
{
    // Without the text the citation only lacks its paragraph.
    m_desk.withText(article, this, [this, span](const Result<QString> &text) {
        const int paragraph = text && !span.isEmpty() ? present::paragraphAt(*text, span.start) : 0;
        QGuiApplication::clipboard()->setText(present::citation(record(), m_item, present::CitationStyle::Plain, paragraph));
    });
}

void CardStack::addStatusButtons(Card &card, Status status)
{
    if (!isWritable())
        return;
    const auto button = [&](const QString &text, const QString &name, Status to) {
        connect(card.addButton(text, name), &QPushButton::clicked, this, [this, to] {
            m_desk.change([item = m_item, to](store::Project &project) { return project.setStatus({item}, to); });
        });
    };
    if (status != Status::Accepted)
        button(tr("Accept"), u"details.accept"_s, Status::Accepted);
    if (status != Status::Rejected)
        button(tr("Reject"), u"details.reject"_s, Status::Rejected);
    else
        button(tr("Restore"), u"details.restore"_s, Status::Suggested);
}

QString rowLine(const Snapshot &record, ItemId item)
{
    QStringList parts;
    const auto place = [&](ArticleId id) {
        parts.append(record.outletName(id));
        if (const Article *article = record.article(id))
            parts.append(present::dateShort(article->published.when));
    };
    if (item.type == ItemType::Quotation) {
        if (const Quotation *row = record.quotation({item.value})) {
            parts.append(namesOf(record, speakersOf(*row)));
            place(row->article);
        }
    } else if (item.type == ItemType::Figure) {
        if (const Figure *row = record.figure({item.value})) {
            parts.append(QStringList{row->subject, row->predicate}.join(u' ').trimmed());
            place(row->article);
        }
    } else if (item.type == ItemType::Article) {
        place({item.value});
    } else if (item.type == ItemType::Agent) {
        if (const Agent *row = record.agent({item.value}))
            parts.append(row->role.isEmpty() ? present::typeName(row->type) : row->role);
    } else if (item.type == ItemType::Event) {
        if (const Event *row = record.event({item.value}))
            parts.append(present::dateShort(row->when.when));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void addListCard(CardStack &stack, const QString &heading, const std::vector<ItemId> &items)
{
    if (items.empty())
        return;
    Card *card = stack.addCard(heading);
    for (size_t i = 0; i < items.size() && i < firstRows; ++i)
        card->addWidget(new ItemRow(stack.desk(), items[i], present::itemName(stack.record(), items[i]), rowLine(stack.record(), items[i]), card));
    if (items.size() > firstRows)
        card->addWords(CardStack::tr("and %1 more: Show Only in the library lists them all").arg(QLocale().toString(static_cast<qint64>(items.size() - firstRows))), Card::Voice::Quiet);
}

} // namespace onrecord::ui
