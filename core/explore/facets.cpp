// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/facets.h"

#include <QHash>
#include <algorithm>

namespace onrecord::explore {

namespace {

/// The value of a facet that a quotation has; 0 for none. Of several speakers the first.
qint64 valueOf(Facet facet, const Quotation &row, const Snapshot &record)
{
    switch (facet) {
    case Facet::Agent:
        return row.speaker.value;
    case Facet::Article:
        return row.article.value;
    case Facet::Kind:
        return static_cast<qint64>(row.kind);
    case Facet::Status:
        return static_cast<qint64>(row.status);
    case Facet::Outlet: {
        const Article *article = record.article(row.article);
        return article ? article->outlet.value : 0;
    }
    case Facet::AgentType: {
        const Agent *agent = record.agent(row.speaker);
        return agent ? static_cast<qint64>(agent->type) : 0;
    }
    case Facet::Said:
    case Facet::Printed:
    case Facet::Words:
        break;
    }
    return 0;
}

/// Everything but the facet's own terms; of the status every value, since nothing asked for hides the rejected.
Filter othersOf(const Filter &filter, Facet facet)
{
    Filter others = filter.without(facet);
    if (facet == Facet::Status) {
        for (const Status status : {Status::Suggested, Status::Accepted, Status::Edited, Status::Rejected})
            others = others.with({.facet = Facet::Status, .value = static_cast<qint64>(status)});
    }
    return others;
}

/// All values of a facet that a quotation has, each once: of several speakers everybody.
std::vector<qint64> valuesOf(Facet facet, const Quotation &row, const Snapshot &record)
{
    std::vector<qint64> values;
    const auto add = [&values](qint64 value) {
        if (value != 0 && !std::ranges::contains(values, value))
            values.push_back(value);
    };
    add(valueOf(facet, row, record));
    for (const AgentId other : row.alsoSpeakers) {
        const Agent *agent = facet == Facet::AgentType ? record.agent(other) : nullptr;
        add(agent ? static_cast<qint64>(agent->type) : facet == Facet::Agent ? other.value : 0);
    }
    return values;
}

struct Tally {
    int quotations = 0;
    int articles = 0;
    ArticleId last; ///< quotations of one article mostly stand together
    QSet<ArticleId> seen;

    void add(ArticleId article)
    {
        ++quotations;
        if (article != last && !seen.contains(article)) {
            seen.insert(article);
            ++articles;
        }
        last = article;
    }
};

} // namespace

std::vector<FacetCount> countFacet(Facet facet, const Filter &filter, const Snapshot &record, const WordHits &hits)
{
    if (facet == Facet::Said || facet == Facet::Printed || facet == Facet::Words)
        return {};
    const Visible visible = apply(othersOf(filter, facet), record, hits);
    QHash<qint64, Tally> tallies;
    for (size_t i = 0; i < record.quotations().size(); ++i) {
        if (!visible.quotations[i])
            continue;
        const Quotation &row = record.quotations()[i];
        for (const qint64 value : valuesOf(facet, row, record))
            tallies[value].add(row.article);
    }
    for (const Term &term : filter.terms) {
        if (term.facet == facet)
            tallies[term.value]; // stays offered, so that it can be taken back
    }
    std::vector<FacetCount> out;
    for (auto it = tallies.cbegin(); it != tallies.cend(); ++it) {
        FacetCount count{.value = it.key(), .quotations = it->quotations, .articles = it->articles};
        for (const Term &term : filter.terms) {
            if (term.facet == facet && term.value == it.key())
                (term.excluded ? count.excluded : count.wanted) = true;
        }
        out.push_back(count);
    }
    std::ranges::sort(out, {}, [](const FacetCount &count) { return std::pair(-count.quotations, count.value); });
    return out;
}

} // namespace onrecord::explore
