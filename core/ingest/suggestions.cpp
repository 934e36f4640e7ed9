// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/suggestions.h"

#include "core/ingest/people.h"
#include "core/record/struck.h"

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
    if (!document.people.empty())
        return listedPeople(document);
    extract::Extraction extraction = extract::extract(document.text, optionsFor(document, words));
    keepLikely(extraction);
    return extraction;
}

} // namespace onrecord::ingest
