// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/citation.h"

#include "core/explore/textblocks.h"
#include "core/record/speakers.h"
#include "ui/present/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *words)
{
    return QCoreApplication::translate("onrecord::ui::SourceView", words);
}

/// Which paragraph with words in it an offset stands in, from 1.
int paragraphOf(QStringView text, qint32 offset)
{
    const explore::TextBlocks blocks(text.first(std::min<qsizetype>(text.size(), offset)));
    int paragraph = 0;
    for (int block = 0; block < blocks.count(); ++block) {
        const Span span = blocks.span(block);
        const bool last = block + 1 == blocks.count();
        if (!blocks.isContinuation(block) && (last || !text.sliced(span.start, span.length()).trimmed().isEmpty()))
            ++paragraph;
    }
    return std::max(1, paragraph);
}

QStringList describeQuotation(const Snapshot &record, const Quotation &row)
{
    QStringList lines;
    const Agent *speaker = record.agent(row.speaker);
    lines.append(speaker ? namesOf(record, speakersOf(row)) : say("Speaker not known"));
    if (speaker && row.alsoSpeakers.empty() && !speaker->role.isEmpty())
        lines.append(speaker->role);
    lines.append(present::kindName(row.kind) + u" \u00b7 "_s + present::directnessName(row.directness));
    if (row.said.when.isKnown())
        lines.append(say("Said %1").arg(present::dateInWords(row.said.when)));
    if (row.status == Status::Suggested && !row.rule.isEmpty())
        lines.append(say("Suggested: %1 (%2)").arg(row.rule, present::confidenceWord(row.confidence)));
    const auto others = static_cast<int>(record.variantsOf(row.utterance).size()) - 1;
    if (others > 0)
        lines.append(say("Other wordings: %1").arg(QLocale().toString(others)));
    return lines;
}

QStringList describeAgent(const Snapshot &record, const Agent &row)
{
    QStringList lines{row.name};
    if (!row.role.isEmpty())
        lines.append(row.role);
    const auto said = static_cast<qint64>(record.quotationsBy(row.id).size());
    lines.append(present::typeName(row.type) + u" \u00b7 "_s + present::countInWords(present::Noun::Quotation, said));
    return lines;
}

} // namespace

QString citation(const Snapshot &record, ArticleId article, QStringView text, Span span, const Quotation *quotation)
{
    QString out = u"\u201c%1\u201d"_s.arg(text.sliced(span.start, span.length()));
    if (quotation) {
        if (const QString names = namesOf(record, speakersOf(*quotation)); !names.isEmpty())
            out += u"\n\u2014 "_s + names;
    }
    const Article *row = record.article(article);
    if (!row)
        return out;
    QStringList where;
    where.append(row->title.value.isEmpty() ? row->fileName : u"\u201c%1\u201d"_s.arg(row->title.value));
    if (const QString outlet = record.outletName(article); !outlet.isEmpty())
        where.append(outlet);
    if (row->published.when.isKnown())
        where.append(present::dateInWords(row->published.when));
    where.append(say("paragraph %1").arg(QLocale().toString(paragraphOf(text, span.start))));
    out += u'\n' + where.join(u", "_s);
    if (!row->url.value.isEmpty())
        out += u'\n' + row->url.value;
    return out;
}

QStringList describe(const Snapshot &record, ItemId item)
{
    switch (item.type) {
    case ItemType::Quotation:
        if (const auto *row = record.quotation({item.value}))
            return describeQuotation(record, *row);
        break;
    case ItemType::Agent:
        if (const auto *row = record.agent({item.value}))
            return describeAgent(record, *row);
        break;
    case ItemType::Figure:
        if (const auto *row = record.figure({item.value})) {
            QStringList lines{present::figureInWords(*row)};
            if (const QString about = QStringList{row->subject, row->predicate}.join(u' ').trimmed(); !about.isEmpty())
                lines.append(about);
            const Agent *by = record.agent(row->assertedBy);
            lines.append(by ? say("Says %1").arg(by->name) : say("The article says so"));
            return lines;
        }
        break;
    case ItemType::DateMention:
        if (const auto *row = record.date({item.value}))
            return {present::dateInWords(row->when.when), present::precisionAndBasis(row->when)};
        break;
    default:
        break;
    }
    return {};
}

} // namespace onrecord::ui
