// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/snapshot.h"

#include "core/record/speakers.h"
#include "core/record/syndication.h"

#include <algorithm>

namespace onrecord {

namespace {

template<class Row>
void sortById(std::vector<Row> &rows)
{
    std::ranges::sort(rows, {}, &Row::id);
}

template<class Row, class Key>
const Row *find(const std::vector<Row> &rows, Key id)
{
    const auto it = std::ranges::lower_bound(rows, id, {}, &Row::id);
    return it != rows.end() && it->id == id ? &*it : nullptr;
}

template<class Key, class Value>
std::span<const Value> listOf(const QHash<Key, std::vector<Value>> &map, Key key)
{
    const auto it = map.constFind(key);
    return it == map.cend() ? std::span<const Value>() : std::span<const Value>(*it);
}

/// Collects the ids of `rows` under their article, each list in text order.
template<class Row, class SpanOf>
auto byArticle(const std::vector<Row> &rows, SpanOf spanOf)
{
    using RowId = decltype(Row::id);
    std::vector<const Row *> order;
    order.reserve(rows.size());
    for (const Row &row : rows)
        order.push_back(&row);
    std::ranges::stable_sort(order, {}, [&](const Row *row) { return std::pair(row->article, spanOf(*row)); });
    QHash<ArticleId, std::vector<RowId>> out;
    for (const Row *row : order)
        out[row->article].push_back(row->id);
    return out;
}

} // namespace

Snapshot::Snapshot(Rows rows, quint64 revision) : m_rows(std::move(rows)), m_revision(revision)
{
    sortById(m_rows.outlets);
    sortById(m_rows.articles);
    sortById(m_rows.agents);
    sortById(m_rows.mentions);
    sortById(m_rows.quotations);
    sortById(m_rows.figures);
    sortById(m_rows.dates);
    sortById(m_rows.events);
    sortById(m_rows.utterances);
    sortById(m_rows.claims);
    sortById(m_rows.notes);
    sortById(m_rows.kinships);
    sortById(m_rows.carries);
    sortById(m_rows.relations);
    std::ranges::stable_sort(m_rows.grades, {}, [](const Grade &grade) { return std::pair(grade.number, grade.id); });

    const auto anchored = [](const auto &row) { return row.content.span; };
    m_quotationsIn = byArticle(m_rows.quotations, anchored);
    m_figuresIn = byArticle(m_rows.figures, anchored);
    m_datesIn = byArticle(m_rows.dates, anchored);
    m_mentionsIn = byArticle(m_rows.mentions, [](const Mention &row) { return row.span; });
    for (const Quotation &row : m_rows.quotations) {
        for (const AgentId speaker : speakersOf(row))
            m_quotationsBy[speaker].push_back(row.id);
        if (row.utterance)
            m_variantsOf[row.utterance].push_back(row.id);
    }
    for (const Mention &row : m_rows.mentions)
        m_mentionsOf[row.agent].push_back(row.id);
    for (const Article &row : m_rows.articles) {
        if (row.outlet)
            m_articlesOf[row.outlet].push_back(row.id);
    }
    for (const Kinship &row : m_rows.kinships) {
        m_kinOf[row.article].push_back(row.id);
        m_kinOf[row.earlier].push_back(row.id);
    }
    for (const Carry &row : m_rows.carries)
        m_carriesOf[row.quotation].push_back(row.id);
    for (const Relation &row : m_rows.relations) {
        m_relationsOf[row.from].push_back(row.id);
        m_relationsOf[row.to].push_back(row.id);
    }
    m_groups = textGroups(m_rows.articles, m_rows.kinships, m_rows.sameTextFrom);
    for (size_t i = 0; i < m_groups.size(); ++i) {
        for (const ArticleId id : m_groups[i])
            m_groupOf.insert(id, i);
    }
}

const Outlet *Snapshot::outlet(OutletId id) const { return find(m_rows.outlets, id); }
const Article *Snapshot::article(ArticleId id) const { return find(m_rows.articles, id); }
const Agent *Snapshot::agent(AgentId id) const { return find(m_rows.agents, id); }
const Mention *Snapshot::mention(MentionId id) const { return find(m_rows.mentions, id); }
const Quotation *Snapshot::quotation(QuotationId id) const { return find(m_rows.quotations, id); }
const Figure *Snapshot::figure(FigureId id) const { return find(m_rows.figures, id); }
const DateMention *Snapshot::date(DateMentionId id) const { return find(m_rows.dates, id); }
const Event *Snapshot::event(EventId id) const { return find(m_rows.events, id); }
const Utterance *Snapshot::utterance(UtteranceId id) const { return find(m_rows.utterances, id); }
const Claim *Snapshot::claim(ClaimId id) const { return find(m_rows.claims, id); }
const Note *Snapshot::note(NoteId id) const { return find(m_rows.notes, id); }
const Kinship *Snapshot::kinship(KinshipId id) const { return find(m_rows.kinships, id); }
const Carry *Snapshot::carry(CarryId id) const { return find(m_rows.carries, id); }

std::span<const QuotationId> Snapshot::quotationsIn(ArticleId id) const { return listOf(m_quotationsIn, id); }
std::span<const FigureId> Snapshot::figuresIn(ArticleId id) const { return listOf(m_figuresIn, id); }
std::span<const DateMentionId> Snapshot::datesIn(ArticleId id) const { return listOf(m_datesIn, id); }
std::span<const MentionId> Snapshot::mentionsIn(ArticleId id) const { return listOf(m_mentionsIn, id); }
std::span<const QuotationId> Snapshot::quotationsBy(AgentId id) const { return listOf(m_quotationsBy, id); }
std::span<const MentionId> Snapshot::mentionsOf(AgentId id) const { return listOf(m_mentionsOf, id); }
std::span<const ArticleId> Snapshot::articlesOf(OutletId id) const { return listOf(m_articlesOf, id); }
std::span<const QuotationId> Snapshot::variantsOf(UtteranceId id) const { return listOf(m_variantsOf, id); }
std::span<const KinshipId> Snapshot::kinOf(ArticleId id) const { return listOf(m_kinOf, id); }
std::span<const ArticleId> Snapshot::syndicationGroup(ArticleId id) const
{
    const auto it = m_groupOf.constFind(id);
    return it == m_groupOf.cend() ? std::span<const ArticleId>() : std::span<const ArticleId>(m_groups[*it]);
}
std::span<const CarryId> Snapshot::carriesOf(QuotationId id) const { return listOf(m_carriesOf, id); }

const Relation *Snapshot::relation(RelationId id) const { return find(m_rows.relations, id); }
std::span<const RelationId> Snapshot::relationsOf(ItemId passage) const { return listOf(m_relationsOf, passage); }

bool Snapshot::has(ItemId id) const
{
    switch (id.type) {
    case ItemType::Article: return article({id.value}) != nullptr;
    case ItemType::Agent: return agent({id.value}) != nullptr;
    case ItemType::Quotation: return quotation({id.value}) != nullptr;
    case ItemType::Figure: return figure({id.value}) != nullptr;
    case ItemType::Event: return event({id.value}) != nullptr;
    case ItemType::Outlet: return outlet({id.value}) != nullptr;
    case ItemType::Utterance: return utterance({id.value}) != nullptr;
    case ItemType::Claim: return claim({id.value}) != nullptr;
    case ItemType::Mention: return mention({id.value}) != nullptr;
    case ItemType::DateMention: return date({id.value}) != nullptr;
    case ItemType::Note: return note({id.value}) != nullptr;
    case ItemType::None: return false;
    }
    return false;
}

QString Snapshot::outletName(ArticleId id) const
{
    const Article *found = article(id);
    const Outlet *of = found ? outlet(found->outlet) : nullptr;
    return of ? of->name : QString();
}

} // namespace onrecord
