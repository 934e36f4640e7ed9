// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"

#include "core/record/speakers.h"
#include "ui/present/words.h"

#include <QPushButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using present::Noun;

namespace {

constexpr size_t mostRows = 6; // what is seen without scrolling far; the library has them all

QString percentOf(int part, int whole)
{
    return QLocale().toString(whole > 0 ? qRound(100.0 * part / whole) : 0) + u'\u00a0' + QLocale().percent();
}

QString headingOf(const QString &words, size_t count)
{
    return CardStack::tr("%1 · %2", "a heading and how many there are").arg(words, QLocale().toString(static_cast<qint64>(count)));
}

void addRest(Card &card, size_t count, Noun noun)
{
    if (count > mostRows)
        card.addWords(CardStack::tr("and %1 more", "what a list leaves out: 4 persons").arg(present::countInWords(noun, static_cast<qint64>(count - mostRows))), Card::Voice::Quiet);
}

void leadsTo(CardStack &stack, Card &card, const QString &text, const QString &action)
{
    QPushButton *button = card.addButton(text, u"overview."_s + action);
    QObject::connect(button, &QPushButton::clicked, &stack, [&stack, action] { stack.desk().trigger(action); });
}

void addNumbers(CardStack &stack, const explore::Overview &overview)
{
    Card *card = stack.addCard(CardStack::tr("At a glance"));
    const auto &workspace = stack.desk().workspace();
    if (!workspace.filter().isEmpty())
        card->addHeadingTag(new Tag(CardStack::tr("what the filter leaves"), Tag::Tone::Plain, card));
    card->addWords(CardStack::tr("%1, %2", "articles, quotations").arg(present::countInWords(Noun::Article, overview.articles), present::countInWords(Noun::Quotation, overview.quotations)),
                   Card::Voice::Headline);
    if (overview.from <= overview.to)
        card->addField(CardStack::tr("Printed"), present::rangeInWords(overview.from, overview.to));
    card->addField(CardStack::tr("Voices"), CardStack::tr("%1 by name", "3 voices by name").arg(QLocale().toString(static_cast<qint64>(overview.voices.size()))));
    if (overview.withoutName > 0)
        card->addField(CardStack::tr("Unnamed"), CardStack::tr("%1 of the quotations", "12 %").arg(percentOf(overview.withoutName, overview.quotations)));
    if (overview.byNobody > 0)
        card->addField(CardStack::tr("No speaker"), CardStack::tr("%1 of the quotations", "12 %").arg(percentOf(overview.byNobody, overview.quotations)));
    leadsTo(stack, *card, CardStack::tr("Check a Quote"), u"check.quote"_s);
    leadsTo(stack, *card, CardStack::tr("Compare Figures"), u"check.figures"_s);
    leadsTo(stack, *card, CardStack::tr("Who Printed What"), u"check.coverage"_s);
}

void addVoices(CardStack &stack, const explore::Overview &overview)
{
    if (overview.voices.empty())
        return;
    Card *card = stack.addCard(headingOf(CardStack::tr("Most quoted"), overview.voices.size()));
    for (size_t i = 0; i < overview.voices.size() && i < mostRows; ++i) {
        const explore::Voice &voice = overview.voices[i];
        const QString quotations = present::countInWords(Noun::Quotation, voice.quotations);
        const QString share = percentOf(voice.quotations, overview.quotations);
        const QString second = voice.outlets == 0
            ? CardStack::tr("%1 · %2", "quotations, percent").arg(quotations, share)
            : CardStack::tr("%1 in %2 · %3", "quotations, outlets, percent").arg(quotations, present::countInWords(Noun::Outlet, voice.outlets), share);
        auto *row = new ItemRow(stack.desk(), voice.agent, present::itemName(stack.record(), voice.agent), second, card);
        row->setShare(static_cast<double>(voice.quotations) / overview.voices.front().quotations);
        card->addWidget(row);
    }
    addRest(*card, overview.voices.size(), Noun::Item);
}

void addReprints(CardStack &stack, const explore::Overview &overview)
{
    if (overview.reprints.empty())
        return;
    Card *card = stack.addCard(headingOf(CardStack::tr("Said once, printed more than once"), overview.reprints.size()));
    for (size_t i = 0; i < overview.reprints.size() && i < mostRows; ++i) {
        const explore::Reprint &reprint = overview.reprints[i];
        const Quotation *row = stack.record().quotation(reprint.fullest);
        QStringList second;
        if (row && row->speaker)
            second.append(namesOf(stack.record(), speakersOf(*row)));
        second.append(reprint.wordings > 1 ? present::countInWords(Noun::Wording, reprint.wordings) : CardStack::tr("the same words %1 times").arg(QLocale().toString(reprint.prints)));
        card->addWidget(new ItemRow(stack.desk(), reprint.fullest, present::itemName(stack.record(), reprint.fullest), second.join(u" · "_s), card));
    }
    addRest(*card, overview.reprints.size(), Noun::Utterance);
    leadsTo(stack, *card, CardStack::tr("Compare Wordings"), u"check.variants"_s);
}

void addOutlets(CardStack &stack, const explore::Overview &overview)
{
    if (overview.outlets.empty())
        return;
    Card *card = stack.addCard(headingOf(CardStack::tr("Outlets"), overview.outlets.size()));
    for (size_t i = 0; i < overview.outlets.size() && i < mostRows; ++i) {
        const explore::OutletShare &share = overview.outlets[i];
        const QString second = CardStack::tr("%1, %2", "articles, quotations").arg(present::countInWords(Noun::Article, share.articles), present::countInWords(Noun::Quotation, share.quotations));
        auto *row = new ItemRow(stack.desk(), share.outlet, present::itemName(stack.record(), share.outlet), second, card);
        row->setShare(overview.outlets.front().quotations > 0 ? static_cast<double>(share.quotations) / overview.outlets.front().quotations : 0);
        card->addWidget(row);
    }
    addRest(*card, overview.outlets.size(), Noun::Outlet);
}

} // namespace

void addOverviewCards(CardStack &stack, const explore::Overview &overview)
{
    addNumbers(stack, overview);
    addReprints(stack, overview);
    addVoices(stack, overview);
    addOutlets(stack, overview);
}

} // namespace onrecord::ui
