// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"

#include "core/text/shown.h"

#include <QCoreApplication>
#include <limits>

namespace onrecord::present {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Words)
};

} // namespace

QString basisName(Basis basis)
{
    switch (basis) {
    case Basis::None:
        return {};
    case Basis::Stated:
        return Words::tr("in the text");
    case Basis::Metadata:
        return Words::tr("page metadata");
    case Basis::Header:
        return Words::tr("file header");
    case Basis::PublicRecord:
        return Words::tr("public record");
    case Basis::Resolved:
        return Words::tr("worked out");
    case Basis::Inferred:
        return Words::tr("inferred");
    case Basis::FileName:
        return Words::tr("file name");
    case Basis::User:
        return Words::tr("by hand");
    }
    return {};
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Statement:
        return Words::tr("Statement");
    case Kind::Fragment:
        return Words::tr("Fragment");
    case Kind::Scare:
        return Words::tr("Scare quote");
    case Kind::Title:
        return Words::tr("Title or term");
    case Kind::Hypothetical:
        return Words::tr("Hypothetical");
    case Kind::Indirect:
        return Words::tr("Indirect speech");
    case Kind::Self:
        return Words::tr("Author’s own words");
    }
    return {};
}

QString directnessName(Directness how)
{
    switch (how) {
    case Directness::Direct:
        return Words::tr("in quotation marks");
    case Directness::Mixed:
        return Words::tr("partly in quotation marks");
    case Directness::Indirect:
        return Words::tr("without quotation marks");
    }
    return {};
}

QString statusName(Status status)
{
    switch (status) {
    case Status::Suggested:
        return Words::tr("Suggested");
    case Status::Accepted:
        return Words::tr("Accepted");
    case Status::Edited:
        return Words::tr("Edited");
    case Status::Rejected:
        return Words::tr("Rejected");
    }
    return {};
}

QString typeName(AgentType type)
{
    switch (type) {
    case AgentType::Person:
        return Words::tr("Person");
    case AgentType::Organisation:
        return Words::tr("Organisation");
    case AgentType::Unnamed:
        return Words::tr("Unnamed source");
    case AgentType::Place:
        return Words::tr("Place");
    case AgentType::Product:
        return Words::tr("Product");
    }
    return {};
}

QString typeName(ItemType type)
{
    switch (type) {
    case ItemType::None:
        return {};
    case ItemType::Article:
        return Words::tr("Article");
    case ItemType::Agent:
        return Words::tr("Person or organisation");
    case ItemType::Quotation:
        return Words::tr("Quotation");
    case ItemType::Figure:
        return Words::tr("Figure");
    case ItemType::Event:
        return Words::tr("Event");
    case ItemType::Outlet:
        return Words::tr("Outlet");
    case ItemType::Utterance:
        return Words::tr("Utterance");
    case ItemType::Claim:
        return Words::tr("Claim");
    case ItemType::Mention:
        return Words::tr("Mention");
    case ItemType::DateMention:
        return Words::tr("Date");
    case ItemType::Note:
        return Words::tr("Note");
    }
    return {};
}

QString typeName(NameType type)
{
    switch (type) {
    case NameType::Full:
        return Words::tr("Full name");
    case NameType::Short:
        return Words::tr("Short name");
    case NameType::Nickname:
        return Words::tr("Nickname");
    case NameType::Handle:
        return Words::tr("Handle");
    case NameType::Misspelling:
        return Words::tr("Misspelling");
    case NameType::Former:
        return Words::tr("Former name");
    case NameType::Acronym:
        return Words::tr("Acronym");
    case NameType::Nominal:
        return Words::tr("Description");
    }
    return {};
}

QString regionName(RegionKind kind)
{
    switch (kind) {
    case RegionKind::Headline:
        return Words::tr("Headline");
    case RegionKind::Standfirst:
        return Words::tr("Standfirst");
    case RegionKind::Byline:
        return Words::tr("Byline");
    case RegionKind::Dateline:
        return Words::tr("Dateline");
    case RegionKind::Caption:
        return Words::tr("Caption");
    case RegionKind::Correction:
        return Words::tr("Correction");
    case RegionKind::Boilerplate:
        return Words::tr("Not part of the article");
    case RegionKind::BlockQuote:
        return Words::tr("Block quotation");
    case RegionKind::Heading:
        return Words::tr("Heading");
    }
    return {};
}

QString markerName(MarkerKind kind)
{
    switch (kind) {
    case MarkerKind::Negation:
        return Words::tr("negation");
    case MarkerKind::Hedge:
        return Words::tr("hedge");
    case MarkerKind::Modality:
        return Words::tr("modal verb");
    case MarkerKind::Quantifier:
        return Words::tr("quantifier");
    }
    return {};
}

QString stanceName(Stance stance)
{
    switch (stance) {
    case Stance::For:
        return Words::tr("for", "evidence for a claim");
    case Stance::Against:
        return Words::tr("against", "evidence against a claim");
    case Stance::Mentions:
        return Words::tr("mentions", "evidence that only mentions a claim");
    }
    return {};
}

QString relationName(RelationKind kind, bool isFrom)
{
    switch (kind) {
    case RelationKind::SameUtterance:
        return Words::tr("reports the same words as", "relation of passages");
    case RelationKind::Paraphrases:
        return isFrom ? Words::tr("paraphrases", "relation of passages") : Words::tr("is paraphrased by", "relation of passages");
    case RelationKind::Contradicts:
        return isFrom ? Words::tr("contradicts", "relation of passages") : Words::tr("is contradicted by", "relation of passages");
    case RelationKind::Corrects:
        return isFrom ? Words::tr("corrects", "relation of passages") : Words::tr("is corrected by", "relation of passages");
    case RelationKind::QuotesFrom:
        return isFrom ? Words::tr("quotes from", "relation of passages") : Words::tr("is quoted by", "relation of passages");
    case RelationKind::Translates:
        return isFrom ? Words::tr("translates", "relation of passages") : Words::tr("is translated by", "relation of passages");
    case RelationKind::OutOfContext:
        return isFrom ? Words::tr("takes out of its context", "relation of passages") : Words::tr("is taken out of its context by", "relation of passages");
    }
    return {};
}

Confidence confidenceOf(double confidence)
{
    return confidence >= 0.85 ? Confidence::Sure : confidence >= 0.6 ? Confidence::Likely : Confidence::Unsure;
}

QString confidenceWord(double confidence)
{
    switch (confidenceOf(confidence)) {
    case Confidence::Sure:
        return Words::tr("sure", "how sure an attribution is");
    case Confidence::Likely:
        return Words::tr("likely", "how sure an attribution is");
    case Confidence::Unsure:
        return Words::tr("unsure", "how sure an attribution is");
    }
    return {};
}

QString countInWords(Noun noun, qint64 count, const QLocale &locale)
{
    // The source language has its two forms in the code, so that it is right without a translation file; translators give
    // their language's forms to the second.
    const QString number = locale.toString(count);
    const int form = static_cast<int>(qMin<qint64>(count, std::numeric_limits<int>::max()));
    const auto pick = [&](const char *one, const char *many) {
        return count == 1 ? Words::tr(one).arg(number) : Words::tr(many, nullptr, form).arg(number);
    };
    switch (noun) {
    case Noun::Item:
        return pick(QT_TR_NOOP("%1 item"), QT_TR_N_NOOP("%1 items"));
    case Noun::Article:
        return pick(QT_TR_NOOP("%1 article"), QT_TR_N_NOOP("%1 articles"));
    case Noun::Person:
        return pick(QT_TR_NOOP("%1 person"), QT_TR_N_NOOP("%1 people"));
    case Noun::Organisation:
        return pick(QT_TR_NOOP("%1 organisation"), QT_TR_N_NOOP("%1 organisations"));
    case Noun::Quotation:
        return pick(QT_TR_NOOP("%1 quotation"), QT_TR_N_NOOP("%1 quotations"));
    case Noun::Figure:
        return pick(QT_TR_NOOP("%1 figure"), QT_TR_N_NOOP("%1 figures"));
    case Noun::Event:
        return pick(QT_TR_NOOP("%1 event"), QT_TR_N_NOOP("%1 events"));
    case Noun::Claim:
        return pick(QT_TR_NOOP("%1 claim"), QT_TR_N_NOOP("%1 claims"));
    case Noun::Outlet:
        return pick(QT_TR_NOOP("%1 outlet"), QT_TR_N_NOOP("%1 outlets"));
    case Noun::Mention:
        return pick(QT_TR_NOOP("%1 mention"), QT_TR_N_NOOP("%1 mentions"));
    case Noun::Wording:
        return pick(QT_TR_NOOP("%1 wording"), QT_TR_N_NOOP("%1 wordings"));
    case Noun::Word:
        return pick(QT_TR_NOOP("%1 word"), QT_TR_N_NOOP("%1 words"));
    case Noun::Note:
        return pick(QT_TR_NOOP("%1 note"), QT_TR_N_NOOP("%1 notes"));
    case Noun::Place:
        return pick(QT_TR_NOOP("%1 place"), QT_TR_N_NOOP("%1 places"));
    case Noun::Source:
        return pick(QT_TR_NOOP("%1 source"), QT_TR_N_NOOP("%1 sources"));
    case Noun::Utterance:
        return pick(QT_TR_NOOP("%1 utterance"), QT_TR_N_NOOP("%1 utterances"));
    }
    return {};
}

QString headingOf(Noun noun)
{
    switch (noun) {
    case Noun::Item:
        return Words::tr("Items");
    case Noun::Article:
        return Words::tr("Articles");
    case Noun::Person:
        return Words::tr("People");
    case Noun::Organisation:
        return Words::tr("Organisations");
    case Noun::Quotation:
        return Words::tr("Quotations");
    case Noun::Figure:
        return Words::tr("Figures");
    case Noun::Event:
        return Words::tr("Events");
    case Noun::Claim:
        return Words::tr("Claims");
    case Noun::Outlet:
        return Words::tr("Outlets");
    case Noun::Mention:
        return Words::tr("Mentions");
    case Noun::Wording:
        return Words::tr("Wordings");
    case Noun::Word:
        return Words::tr("Words");
    case Noun::Note:
        return Words::tr("Notes");
    case Noun::Place:
        return Words::tr("Places");
    case Noun::Source:
        return Words::tr("Sources");
    case Noun::Utterance:
        return Words::tr("Utterances");
    }
    return {};
}

QString itemName(const Snapshot &record, ItemId item)
{
    const auto quoted = [](const QString &words) {
        constexpr qsizetype most = 56;
        const QString line = words.simplified();
        const QString cut = line.size() > most ? line.first(line.lastIndexOf(u' ', most) > most / 2 ? line.lastIndexOf(u' ', most) : most) + QChar(0x2026) : line;
        return Words::tr("“%1”", "words in quotation marks").arg(cut);
    };
    switch (item.type) {
    case ItemType::Article:
        if (const auto *row = record.article({item.value}))
            return shownName(row->title.value.isEmpty() ? row->fileName : row->title.value);
        break;
    case ItemType::Agent:
        if (const auto *row = record.agent({item.value}))
            return shownName(row->name);
        break;
    case ItemType::Quotation:
        if (const auto *row = record.quotation({item.value}))
            return quoted(row->content.exact);
        break;
    case ItemType::Figure:
        if (const auto *row = record.figure({item.value}))
            return row->content.exact.simplified();
        break;
    case ItemType::Event:
        if (const auto *row = record.event({item.value}))
            return shownName(row->name);
        break;
    case ItemType::Outlet:
        if (const auto *row = record.outlet({item.value}))
            return shownName(row->name);
        break;
    case ItemType::Utterance: {
        const auto variants = record.variantsOf({item.value});
        if (!variants.empty())
            return itemName(record, variants.front());
        break;
    }
    case ItemType::Claim:
        if (const auto *row = record.claim({item.value}))
            return row->text;
        break;
    case ItemType::Mention:
        if (const auto *row = record.mention({item.value}))
            return itemName(record, row->agent);
        break;
    case ItemType::DateMention:
        if (const auto *row = record.date({item.value}))
            return row->content.exact.simplified();
        break;
    case ItemType::Note:
        if (const auto *row = record.note({item.value}))
            return quoted(row->text);
        break;
    case ItemType::None:
        break;
    }
    return {};
}

} // namespace onrecord::present
