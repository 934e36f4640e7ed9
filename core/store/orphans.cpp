// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/orphans.h"

#include <algorithm>

namespace onrecord::store {

namespace {

/// Which ids are there: of rows in their order.
template<class Row>
struct Known {
    const std::vector<Row> &rows;
    [[nodiscard]] bool contains(decltype(Row::id) id) const { return std::ranges::binary_search(rows, id, {}, &Row::id); }
};

} // namespace

bool dropOrphans(Snapshot::Rows &rows)
{
    bool hasDropped = false;
    const auto clearUnless = [&hasDropped](const auto &known, auto &reference) {
        if (!reference || known.contains(reference))
            return;
        reference = {};
        hasDropped = true;
    };
    const auto drop = [&hasDropped](auto &from, const auto &isOrphan) { hasDropped = std::erase_if(from, isOrphan) > 0 || hasDropped; };
    const Known outlets{rows.outlets};
    const Known articles{rows.articles};
    const Known agents{rows.agents};
    const Known utterances{rows.utterances};
    const auto withoutArticle = [&articles](const auto &row) { return !articles.contains(row.article); };
    const auto isOutside = [](Span span, const Article &article) { return span.start < 0 || span.end < span.start || span.end > article.textLength; };
    const auto withoutPlace = [&](const auto &row, Span span) {
        const auto at = std::ranges::lower_bound(rows.articles, row.article, {}, &Article::id);
        return at == rows.articles.end() || at->id != row.article || isOutside(span, *at);
    };
    const auto withoutWords = [&](const auto &row) { return withoutPlace(row, row.content.span); };
    for (Article &article : rows.articles) {
        clearUnless(outlets, article.outlet);
        drop(article.regions, [&](const Region &region) { return isOutside(region.span, article); });
        if (article.recognition)
            drop(article.recognition->uncertain,
                 [&](const UncertainWord &word) { return isOutside(word.span, article); });
    }
    for (Agent &agent : rows.agents)
        clearUnless(agents, agent.affiliation);
    for (Outlet &outlet : rows.outlets)
        clearUnless(agents, outlet.agent);
    drop(rows.mentions, [&](const Mention &row) { return withoutPlace(row, row.span) || !agents.contains(row.agent); });
    drop(rows.quotations, withoutWords);
    drop(rows.figures, withoutWords);
    drop(rows.dates, withoutWords);
    const Known quotations{rows.quotations};
    const Known figures{rows.figures};
    for (Quotation &row : rows.quotations) {
        clearUnless(agents, row.speaker);
        drop(row.alsoSpeakers, [&](AgentId id) { return !agents.contains(id); });
        if (!row.speaker && !row.alsoSpeakers.empty()) {
            row.speaker = row.alsoSpeakers.front();
            row.alsoSpeakers.erase(row.alsoSpeakers.begin());
        }
        clearUnless(utterances, row.utterance);
    }
    for (Figure &row : rows.figures) {
        clearUnless(agents, row.assertedBy);
        clearUnless(quotations, row.quotation);
    }
    for (Event &event : rows.events) {
        drop(event.agents, [&](AgentId id) { return !agents.contains(id); });
        drop(event.articles, [&](ArticleId id) { return !articles.contains(id); });
    }
    const auto isPassage = [&](ItemId item) {
        return item.type == ItemType::Quotation ? quotations.contains({item.value}) : figures.contains({item.value});
    };
    for (Claim &claim : rows.claims)
        drop(claim.evidence, [&](const Evidence &evidence) { return !isPassage(evidence.item); });
    drop(rows.relations, [&](const Relation &row) { return !isPassage(row.from) || !isPassage(row.to); });
    drop(rows.kinships, [&](const Kinship &row) { return withoutArticle(row) || !articles.contains(row.earlier); });
    drop(rows.carries, [&](const Carry &row) { return withoutArticle(row) || !quotations.contains(row.quotation); });
    for (Carry &row : rows.carries)
        clearUnless(quotations, row.to);
    return hasDropped;
}

} // namespace onrecord::store
