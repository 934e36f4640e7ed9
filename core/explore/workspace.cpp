// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/workspace.h"
#include "core/record/speakers.h"

#include <QMetaObject>
#include <algorithm>

namespace onrecord::explore {

Workspace::Workspace(QObject *parent) : QObject(parent), m_snapshot(std::make_shared<Snapshot>())
{
    m_visible = apply(m_filter, *m_snapshot);
    connect(&m_selection, &Selection::changed, this, [this] { note(SelectionChange); });
    connect(&m_timeWindow, &TimeWindow::changed, this, [this] { note(TimeWindowChange); });
}

void Workspace::setSnapshot(SnapshotPtr snapshot)
{
    if (!snapshot || snapshot == (m_incoming ? m_incoming : m_snapshot))
        return;
    m_incoming = std::move(snapshot);
    refilter(SnapshotChange);
}

void Workspace::reset(SnapshotPtr snapshot)
{
    m_filter = {};
    m_hits = {};
    m_passage = {};
    m_trail.clear();
    m_at = -1;
    m_selection.clear();
    m_timeWindow.reset();
    m_incoming = snapshot ? std::move(snapshot) : std::make_shared<Snapshot>();
    refilter(AllChanges);
    Q_EMIT trailChanged();
}

void Workspace::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    note(FilterChange);
    refilter(FilterChange);
    for (const Term &term : m_filter.terms) {
        if (term.facet == Facet::Words && term.words != m_hits.words)
            Q_EMIT wordsWanted(term.words);
    }
}

void Workspace::setWordHits(const WordHits &hits)
{
    const bool wanted = std::ranges::any_of(m_filter.terms, [&hits](const Term &term) { return term.facet == Facet::Words && term.words == hits.words; });
    if (!wanted || hits == m_hits)
        return;
    m_hits = hits;
    refilter(FilterChange);
}

void Workspace::setPassage(const Passage &passage)
{
    if (passage == m_passage)
        return;
    m_passage = passage;
    note(PassageChange);
}

Passage Workspace::passageOf(ItemId item) const
{
    switch (item.type) {
    case ItemType::Quotation:
        if (const auto *row = m_snapshot->quotation({item.value}))
            return {row->article, row->content.span, item};
        break;
    case ItemType::Figure:
        if (const auto *row = m_snapshot->figure({item.value}))
            return {row->article, row->content.span, item};
        break;
    case ItemType::DateMention:
        if (const auto *row = m_snapshot->date({item.value}))
            return {row->article, row->content.span, item};
        break;
    case ItemType::Mention:
        if (const auto *row = m_snapshot->mention({item.value}))
            return {row->article, row->span, item};
        break;
    case ItemType::Article:
        if (const auto *row = m_snapshot->article({item.value}))
            return {row->id, {}, item};
        break;
    case ItemType::Outlet: {
        const auto articles = m_snapshot->articlesOf({item.value});
        if (!articles.empty())
            return {articles.front(), {}, item};
        break;
    }
    case ItemType::Utterance: {
        const auto variants = m_snapshot->variantsOf({item.value});
        if (!variants.empty())
            return passageOf(variants.front());
        break;
    }
    case ItemType::Agent: {
        for (const QuotationId id : m_snapshot->quotationsBy({item.value})) {
            if (m_visible.has(*m_snapshot, id))
                return passageOf(id);
        }
        const auto mentions = m_snapshot->mentionsOf({item.value});
        if (!mentions.empty())
            return passageOf(mentions.front());
        break;
    }
    case ItemType::Event:
        if (const auto *row = m_snapshot->event({item.value}); row && !row->articles.empty())
            return {row->articles.front(), {}, item};
        break;
    case ItemType::Claim:
        if (const auto *row = m_snapshot->claim({item.value}); row && !row->evidence.empty())
            return passageOf(row->evidence.front().item);
        break;
    case ItemType::Note:
        if (const auto *row = m_snapshot->note({item.value}); row && row->about.type != ItemType::Note)
            return passageOf(row->about);
        break;
    case ItemType::None:
        break;
    }
    return {};
}

void Workspace::open(ItemId item)
{
    m_selection.set(item);
    const Passage passage = passageOf(item);
    if (passage.article) {
        // Asked for again: nobody wants to hear that they are there already, they want to see it.
        if (passage == m_passage)
            note(PassageChange);
        setPassage(passage);
    }
    markPlace();
}

const QSet<ItemId> &Workspace::related() const
{
    if (!m_relatedStale)
        return m_related;
    m_relatedStale = false;
    m_related = m_selection.items();
    const Snapshot &record = *m_snapshot;
    const auto addQuotation = [&](QuotationId id) {
        const Quotation *row = record.quotation(id);
        if (!row)
            return;
        m_related.insert(id);
        m_related.insert(row->article);
        if (const Article *article = record.article(row->article); article && article->outlet)
            m_related.insert(article->outlet);
        for (const AgentId speaker : speakersOf(*row))
            m_related.insert(speaker);
        for (const QuotationId variant : record.variantsOf(row->utterance))
            m_related.insert(variant);
    };
    for (const ItemId &item : m_selection.items()) {
        switch (item.type) {
        case ItemType::Agent:
            for (const QuotationId id : record.quotationsBy({item.value}))
                addQuotation(id);
            for (const MentionId id : record.mentionsOf({item.value})) {
                m_related.insert(id);
                m_related.insert(record.mention(id)->article);
            }
            for (const Figure &row : record.figures()) {
                if (row.assertedBy == AgentId{item.value})
                    m_related.insert(row.id);
            }
            for (const Event &row : record.events()) {
                if (std::ranges::find(row.agents, AgentId{item.value}) != row.agents.end())
                    m_related.insert(row.id);
            }
            break;
        case ItemType::Quotation:
            addQuotation({item.value});
            break;
        case ItemType::Article: {
            const ArticleId id{item.value};
            for (const QuotationId quotation : record.quotationsIn(id)) {
                m_related.insert(quotation);
                for (const AgentId speaker : speakersOf(*record.quotation(quotation)))
                    m_related.insert(speaker);
            }
            for (const FigureId figure : record.figuresIn(id))
                m_related.insert(figure);
            if (const Article *article = record.article(id); article && article->outlet)
                m_related.insert(article->outlet);
            break;
        }
        case ItemType::Outlet:
            for (const ArticleId id : record.articlesOf({item.value})) {
                m_related.insert(id);
                for (const QuotationId quotation : record.quotationsIn(id))
                    m_related.insert(quotation);
            }
            break;
        case ItemType::Figure:
            if (const Figure *row = record.figure({item.value})) {
                m_related.insert(row->article);
                if (row->assertedBy)
                    m_related.insert(row->assertedBy);
            }
            break;
        case ItemType::Event:
            if (const Event *row = record.event({item.value})) {
                for (const AgentId id : row->agents)
                    m_related.insert(id);
                for (const ArticleId id : row->articles)
                    m_related.insert(id);
            }
            break;
        case ItemType::Utterance:
            for (const QuotationId id : record.variantsOf({item.value}))
                addQuotation(id);
            break;
        case ItemType::Mention:
            if (const Mention *row = record.mention({item.value})) {
                m_related.insert(row->agent);
                m_related.insert(row->article);
            }
            break;
        case ItemType::Claim:
            if (const Claim *row = record.claim({item.value})) {
                for (const Evidence &evidence : row->evidence)
                    m_related.insert(evidence.item);
            }
            break;
        case ItemType::DateMention:
        case ItemType::Note:
        case ItemType::None:
            break;
        }
    }
    return m_related;
}

void Workspace::markPlace()
{
    const Place place{m_filter, m_selection.items(), m_selection.current(), m_passage};
    if (m_travelling || (m_at >= 0 && m_trail[static_cast<size_t>(m_at)] == place))
        return;
    m_trail.resize(static_cast<size_t>(m_at + 1));
    m_trail.push_back(place);
    constexpr size_t longest = 200;
    if (m_trail.size() > longest)
        m_trail.erase(m_trail.begin());
    m_at = static_cast<int>(m_trail.size()) - 1;
    Q_EMIT trailChanged();
}

void Workspace::goTo(int trailPosition)
{
    if (trailPosition < 0 || trailPosition >= static_cast<int>(m_trail.size()) || trailPosition == m_at)
        return;
    m_travelling = true;
    m_at = trailPosition;
    const Place place = m_trail[static_cast<size_t>(m_at)];
    setFilter(place.filter);
    m_selection.set(place.items, place.current);
    setPassage(place.passage);
    prune();
    m_travelling = false;
    Q_EMIT trailChanged();
}

void Workspace::note(Changes changes)
{
    if (changes & (SnapshotChange | SelectionChange))
        m_relatedStale = true;
    m_pending |= changes;
    if (m_flushQueued)
        return;
    m_flushQueued = true;
    QMetaObject::invokeMethod(this, &Workspace::flush, Qt::QueuedConnection);
}

void Workspace::flush()
{
    m_flushQueued = false;
    const Changes changes = std::exchange(m_pending, {});
    if (changes)
        Q_EMIT changed(changes);
}

void Workspace::refilter(Changes changes)
{
    const SnapshotPtr record = m_incoming ? m_incoming : m_snapshot;
    m_refilterChanges |= changes;
    // Without a filter only the status of each row is looked at; with one, rows are looked up in each other.
    constexpr size_t rowsAtOnce = 50'000;
    const size_t rows = record->quotations().size() + record->figures().size() + record->mentions().size() + record->articles().size();
    if (rows <= rowsAtOnce || m_filter.isEmpty()) {
        m_latest.cancel();
        install(apply(m_filter, *record, m_hits), std::exchange(m_refilterChanges, {}));
        return;
    }
    m_latest.ask([filter = m_filter, record, hits = m_hits](QPromise<Visible> &promise) { promise.addResult(apply(filter, *record, hits)); },
                 [this](Visible visible) { install(std::move(visible), std::exchange(m_refilterChanges, {})); });
}

void Workspace::install(Visible visible, Changes changes)
{
    m_visible = std::move(visible);
    const bool isNewRecord = m_incoming != nullptr;
    if (isNewRecord) {
        m_snapshot = std::exchange(m_incoming, {});
        prune();
    }
    note(changes);
    if (!isNewRecord)
        return;
    // What the index answered was about the record before.
    for (const Term &term : m_filter.terms) {
        if (term.facet == Facet::Words)
            Q_EMIT wordsWanted(term.words);
    }
}

/// Forgets ids that the snapshot no longer has, in selection and passage.
void Workspace::prune()
{
    const Snapshot &record = *m_snapshot;
    const auto exists = [&record](const ItemId &id) { return record.has(id); };
    QSet<ItemId> items = m_selection.items();
    items.removeIf([&](const ItemId &id) { return !exists(id); });
    const ItemId current = exists(m_selection.current()) ? m_selection.current() : items.isEmpty() ? ItemId() : *items.cbegin();
    m_selection.set(items, current);
    if (m_passage.article && !record.article(m_passage.article))
        setPassage({});
}

} // namespace onrecord::explore
