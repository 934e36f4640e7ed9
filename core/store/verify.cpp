// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/text/fold.h"

#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;
using match::Hit;
using match::Verdict;

namespace {

bool isMark(QChar c)
{
    static constexpr QStringView marks = u"\"'“”„‟‘’‚‛«»‹›";
    return marks.contains(c);
}

match::Searched searchedIn(const Snapshot &record)
{
    match::Searched out;
    out.articles = static_cast<int>(record.articles().size());
    for (const Article &article : record.articles()) {
        const PartialDate &date = article.published.when;
        if (!date.isKnown()) {
            ++out.undated;
            continue;
        }
        if (!date.isOpenStart() && (!out.from.isKnown() || date.earliest() < out.from.earliest()))
            out.from = PartialDate::at(date.from());
        const DatePoint last = date.isOpenEnd() ? date.from() : date.to();
        if (!out.to.isKnown() || PartialDate::at(last).latest() > out.to.latest())
            out.to = PartialDate::at(last);
    }
    return out;
}

/// The innermost quotation of the article that holds the span; null when the words stand in running text.
const Quotation *holder(const Snapshot &record, ArticleId article, Span span)
{
    const Quotation *best = nullptr;
    for (const QuotationId id : record.quotationsIn(article)) {
        const Quotation *row = record.quotation(id);
        // A closing point or comma that was pasted along may lie just outside the anchor.
        const Span content{row->content.span.start, row->content.span.end + 1};
        if (row->status != Status::Rejected && content.contains(span) && (!best || row->content.span.length() < best->content.span.length()))
            best = row;
    }
    return best;
}

QString explain(const Hit &hit, const Quotation *quotation, const QString &speaker)
{
    QString out = hit.tier == u"exact" ? u"Every character is the same."_s
                                       : u"The words are the same; only what the matching contract folds differs (case, spaces, glyphs of quotation marks and dashes)."_s;
    if (!quotation) {
        out += u" They stand in the article's own words, not in a quotation."_s;
        return out;
    }
    if (quotation->kind == Kind::Hypothetical)
        out += u" The article imagines somebody saying this: it is not a statement."_s;
    else if (quotation->kind == Kind::Scare || quotation->kind == Kind::Title)
        out += u" The marks do not report speech here."_s;
    if (hit.passages.front().length() + 2 < quotation->content.span.length())
        out += u" They are part of a longer quotation: read on before and after them."_s;
    if (!speaker.isEmpty() && hit.speakerAgrees)
        out += u" The article names the speaker you asked for."_s;
    else if (!speaker.isEmpty())
        out += quotation->speaker ? u" The article names another speaker."_s : u" The article names no speaker."_s;
    return out;
}

} // namespace

QString bareQuote(const QString &pasted)
{
    QStringView words = QStringView(pasted).trimmed();
    while (!words.isEmpty() && isMark(words.front()))
        words = words.sliced(1).trimmed();
    while (!words.isEmpty() && isMark(words.back()))
        words = words.chopped(1).trimmed();
    return words.toString();
}

bool isNamed(const Agent &agent, const QString &asked)
{
    const QString wanted = foldedText(asked);
    if (wanted.isEmpty())
        return false;
    if (foldedText(agent.name) == wanted)
        return true;
    if (std::ranges::any_of(agent.names, [&](const AgentName &name) { return foldedText(name.name) == wanted; }))
        return true;
    return agent.type == AgentType::Person && !wanted.contains(u' ') && foldedText(agent.name).endsWith(u" "_s + wanted);
}

Result<match::Verification> verify(const Project &project, const QString &quote, const QString &speaker, int limit)
{
    match::Verification out;
    out.quote = bareQuote(quote);
    out.speaker = speaker.trimmed();
    if (std::ranges::none_of(out.quote, [](QChar c) { return c.isLetterOrNumber(); }))
        return fail(Fault::BadInput, u"no word in the quote"_s);
    const auto record = project.snapshot();
    if (!record)
        return std::unexpected(record.error());
    const auto found = project.findWords(out.quote, limit);
    if (!found)
        return std::unexpected(found.error());
    out.searched = searchedIn(**record);
    for (const SearchHit &place : *found) {
        const auto text = project.articleText(place.article);
        if (!text)
            return std::unexpected(text.error());
        const Quotation *quotation = holder(**record, place.article, place.span);
        Hit hit;
        hit.article = place.article;
        hit.passages = {place.span};
        hit.text = text->sliced(place.span.start, place.span.length());
        hit.tier = hit.text == out.quote ? u"exact"_s : u"folded"_s;
        hit.quotation = quotation ? quotation->id : QuotationId();
        hit.speaker = quotation ? quotation->speaker : AgentId();
        const Agent *agent = (*record)->agent(hit.speaker);
        hit.speakerAgrees = out.speaker.isEmpty() || (agent && isNamed(*agent, out.speaker));
        hit.verdict = hit.speakerAgrees ? Verdict::Verbatim : Verdict::VerbatimOtherSpeaker;
        hit.pieces = {{match::Piece::Op::Same, hit.text}};
        hit.explanation = explain(hit, quotation, out.speaker);
        hit.likeness = (hit.tier == u"exact" ? 1.0 : 0.99) - (quotation ? 0.0 : 0.05);
        out.hits.push_back(std::move(hit));
    }
    std::ranges::stable_sort(out.hits, [](const Hit &a, const Hit &b) { return std::pair(a.verdict, -a.likeness) < std::pair(b.verdict, -b.likeness); });
    out.verdict = out.hits.empty() ? Verdict::NotFound : out.hits.front().verdict;
    return out;
}

} // namespace onrecord::store
