// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/orphans.h"

#include <QSet>

namespace onrecord::store {

namespace {

/// The ids that are there.
template<class Row>
auto idsOf(const std::vector<Row> &rows)
{
    QSet<decltype(Row::id)> ids;
    for (const Row &row : rows)
        ids.insert(row.id);
    return ids;
}

template<class Id>
void clearUnless(const QSet<Id> &known, Id &reference)
{
    if (reference && !known.contains(reference))
        reference = {};
}

} // namespace

void dropOrphans(Snapshot::Rows &rows)
{
    const auto outlets = idsOf(rows.outlets);
    const auto articles = idsOf(rows.articles);
    const auto agents = idsOf(rows.agents);
    const auto utterances = idsOf(rows.utterances);
    const auto withoutArticle = [&articles](const auto &row) { return !articles.contains(row.article); };
    for (Article &article : rows.articles)
        clearUnless(outlets, article.outlet);
    for (Agent &agent : rows.agents)
        clearUnless(agents, agent.affiliation);
    for (Outlet &outlet : rows.outlets)
        clearUnless(agents, outlet.agent);
    std::erase_if(rows.mentions, [&](const Mention &row) { return withoutArticle(row) || !agents.contains(row.agent); });
    std::erase_if(rows.quotations, withoutArticle);
    std::erase_if(rows.figures, withoutArticle);
    std::erase_if(rows.dates, withoutArticle);
    const auto quotations = idsOf(rows.quotations);
    const auto figures = idsOf(rows.figures);
    for (Quotation &row : rows.quotations) {
        clearUnless(agents, row.speaker);
        clearUnless(utterances, row.utterance);
    }
    for (Figure &row : rows.figures) {
        clearUnless(agents, row.assertedBy);
        clearUnless(quotations, row.quotation);
    }
    for (Event &event : rows.events) {
        std::erase_if(event.agents, [&](AgentId id) { return !agents.contains(id); });
        std::erase_if(event.articles, [&](ArticleId id) { return !articles.contains(id); });
    }
    const auto isPassage = [&](ItemId item) {
        return item.type == ItemType::Quotation ? quotations.contains({item.value}) : figures.contains({item.value});
    };
    for (Claim &claim : rows.claims)
        std::erase_if(claim.evidence, [&](const Evidence &evidence) { return !isPassage(evidence.item); });
    std::erase_if(rows.relations, [&](const Relation &row) { return !isPassage(row.from) || !isPassage(row.to); });
    std::erase_if(rows.kinships, [&](const Kinship &row) { return withoutArticle(row) || !articles.contains(row.earlier); });
    std::erase_if(rows.carries, [&](const Carry &row) { return withoutArticle(row) || !quotations.contains(row.quotation); });
    for (Carry &row : rows.carries)
        clearUnless(quotations, row.to);
}

} // namespace onrecord::store
