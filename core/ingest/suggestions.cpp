// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/suggestions.h"

#include "core/ingest/people.h"
#include "core/record/struck.h"
#include "core/text/quotemarks.h"

#include <algorithm>

namespace onrecord::ingest {

namespace {

/// Reported speech without marks is suggested only where it is likely: a list in which every second row is none is no help.
/// `onrecord-cli extract` gives all of it, with its confidence.
void keepLikely(extract::Extraction &extraction)
{
    constexpr double likely = 0.7;
    std::erase_if(extraction.quotations, [](const extract::FoundQuotation &quotation) { return quotation.kind == Kind::Indirect && quotation.confidence < likely; });
}

/// Words whose mark is struck, though they are not, are no quotation any more; nor is what was quoted within them, or asserted by who said them.
void leaveOutTorn(extract::Extraction &extraction, const QString &text, const std::vector<Span> &struck)
{
    std::vector<Span> torn;
    std::vector<Span> whole;
    std::erase_if(extraction.quotations, [&](const extract::FoundQuotation &quotation) {
        const Span content = quotation.content;
        const bool isTorn = quotation.directness != Directness::Indirect
            && (isTouched(torn, content) || (!isTouched(struck, content) && isTouched(struck, withQuoteMarks(text, content))));
        std::vector<Span> &places = isTorn ? torn : whole;
        if (places.empty() || places.back().end < content.end)
            places.push_back(content);
        return isTorn;
    });
    whole = spansApart(std::move(whole));
    for (extract::FoundFigure &figure : extraction.figures) {
        if (isTouched(torn, figure.content) && !isTouched(whole, figure.content))
            figure.assertedBy = -1;
    }
    if (!torn.empty())
        keepAgents(extraction, neededAgents(extraction));
}

extract::Options optionsFor(const io::ReadDocument &document, const OwnWords &words)
{
    extract::Options options;
    options.words = words;
    options.language = document.language;
    options.published = document.published.when;
    options.authors = document.authors;
    options.struck = struckSpans(document.regions);
    for (const Region &region : document.regions) {
        if (!region.struck && region.kind == RegionKind::BlockQuote)
            options.setApart.push_back(region.span);
    }
    for (const io::Turn &turn : document.turns)
        options.turns.push_back({turn.speaker, turn.words});
    return options;
}

} // namespace

extract::Extraction suggestionsOf(const io::ReadDocument &document, const OwnWords &words)
{
    if (document.textIs == io::TextIs::Listed)
        return listedPeople(document);
    const extract::Options options = optionsFor(document, words);
    extract::Extraction extraction = extract::extract(document.text, options);
    leaveOutTorn(extraction, document.text, options.struck);
    keepLikely(extraction);
    return extraction;
}

} // namespace onrecord::ingest
