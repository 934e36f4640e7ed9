// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/filter.h"

#include <algorithm>

namespace onrecord::explore {

bool Filter::has(Facet facet) const
{
    return std::ranges::any_of(terms, [facet](const Term &term) { return term.facet == facet; });
}

Filter Filter::with(const Term &term) const
{
    Filter out = *this;
    if (std::ranges::find(terms, term) == terms.end())
        out.terms.push_back(term);
    return out;
}

Filter Filter::without(const Term &term) const
{
    Filter out = *this;
    std::erase(out.terms, term);
    return out;
}

Filter Filter::without(Facet facet) const
{
    Filter out = *this;
    std::erase_if(out.terms, [facet](const Term &term) { return term.facet == facet; });
    return out;
}

Filter Filter::replacing(const Term &term) const
{
    return without(term.facet).with(term);
}

namespace {

/// The terms of one facet, ready to be asked: any of the wanted, none of the excluded.
struct Ask {
    std::vector<const Term *> wanted;
    std::vector<const Term *> excluded;

    Ask(const Filter &filter, Facet facet)
    {
        for (const Term &term : filter.terms) {
            if (term.facet == facet)
                (term.excluded ? excluded : wanted).push_back(&term);
        }
    }
    [[nodiscard]] bool isEmpty() const { return wanted.empty() && excluded.empty(); }
    template<class Holds>
    [[nodiscard]] bool passes(Holds holds) const
    {
        const auto test = [&](const Term *term) { return holds(*term); };
        return (wanted.empty() || std::ranges::any_of(wanted, test)) && std::ranges::none_of(excluded, test);
    }
    [[nodiscard]] bool passesValue(qint64 value) const
    {
        return passes([value](const Term &term) { return term.value == value; });
    }
    [[nodiscard]] bool passesDate(const PartialDate &date) const
    {
        return passes([&date](const Term &term) { return date.isKnown() && date.earliest() <= term.to && date.latest() >= term.from; });
    }
};

struct Asks {
    explicit Asks(const Filter &filter)
        : agent(filter, Facet::Agent), outlet(filter, Facet::Outlet), article(filter, Facet::Article), kind(filter, Facet::Kind),
          status(filter, Facet::Status), said(filter, Facet::Said), printed(filter, Facet::Printed), words(filter, Facet::Words),
          agentType(filter, Facet::AgentType)
    {
    }
    Ask agent, outlet, article, kind, status, said, printed, words, agentType;
};

/// One pass over the record; the members are the intermediate answers.
class Applier
{
public:
    Applier(const Filter &filter, const Snapshot &snapshot, const WordHits &hits) : m_asks(filter), m_snapshot(snapshot), m_hits(hits) {}

    Visible run()
    {
        passArticlesAlone();
        passQuotations();
        passFigures();
        passArticles();
        passEvents();
        passAgents();
        passOutlets();
        m_out.claims.assign(m_snapshot.claims().size(), true);
        const auto count = [](const std::vector<bool> &flags) {
            return Visible::Count{static_cast<int>(std::ranges::count(flags, true)), static_cast<int>(flags.size())};
        };
        m_out.articleCount = count(m_out.articles);
        m_out.figureCount = count(m_out.figures);
        m_out.eventCount = count(m_out.events);
        m_out.claimCount = count(m_out.claims);
        m_out.quotationCount = count(m_out.quotations);
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool statusPasses(Status status) const
    {
        return m_asks.status.isEmpty() ? status != Status::Rejected : m_asks.status.passesValue(static_cast<qint64>(status));
    }
    [[nodiscard]] bool wordsPass(ItemId item, ArticleId article) const
    {
        return m_asks.words.passes([&](const Term &term) {
            return term.words != m_hits.words || m_hits.items.contains(item) || (article && m_hits.items.contains(article));
        });
    }
    [[nodiscard]] bool articleAlone(ArticleId id) const
    {
        const auto &rows = m_snapshot.articles();
        const auto it = std::ranges::lower_bound(rows, id, {}, &Article::id);
        return it != rows.end() && it->id == id && m_articlesAlone[static_cast<size_t>(it - rows.begin())];
    }

    /// Outlet, article and publication date: what an article passes by itself.
    void passArticlesAlone()
    {
        for (const Article &row : m_snapshot.articles()) {
            m_articlesAlone.push_back(m_asks.outlet.passesValue(row.outlet.value) && m_asks.article.passesValue(row.id.value)
                                      && (m_asks.printed.isEmpty() || m_asks.printed.passesDate(row.published.when)));
        }
    }

    void passQuotations()
    {
        for (const Quotation &row : m_snapshot.quotations()) {
            const bool passes = statusPasses(row.status) && articleAlone(row.article) && m_asks.agent.passesValue(row.speaker.value)
                && m_asks.kind.passesValue(static_cast<qint64>(row.kind)) && (m_asks.said.isEmpty() || m_asks.said.passesDate(row.said.when))
                && (m_asks.agentType.isEmpty() || m_asks.agentType.passesValue(typeOf(row.speaker)))
                && (m_asks.words.isEmpty() || wordsPass(row.id, {}) );
            m_out.quotations.push_back(passes);
            if (passes) {
                m_articlesWithQuotation.insert(row.article);
                if (row.speaker)
                    m_speakers.insert(row.speaker);
            }
        }
    }

    [[nodiscard]] qint64 typeOf(AgentId id) const
    {
        const Agent *agent = m_snapshot.agent(id);
        return agent ? static_cast<qint64>(agent->type) : 0;
    }

    void passFigures()
    {
        for (const Figure &row : m_snapshot.figures()) {
            const bool said = m_asks.said.isEmpty() || m_asks.said.passesDate(m_snapshot.article(row.article) ? m_snapshot.article(row.article)->published.when : PartialDate());
            m_out.figures.push_back(statusPasses(row.status) && articleAlone(row.article) && said && m_asks.agent.passesValue(row.assertedBy.value)
                                    && m_asks.kind.isEmpty() && (m_asks.words.isEmpty() || wordsPass(row.id, row.article)));
        }
    }

    /// An article is shown when it passes alone and, where a term speaks of quotations or people, holds one that passes.
    void passArticles()
    {
        QSet<ArticleId> mentioning;
        for (const Term *term : m_asks.agent.wanted) {
            for (const MentionId id : m_snapshot.mentionsOf(AgentId{term->value}))
                mentioning.insert(m_snapshot.mention(id)->article);
        }
        const bool quotationTerms = !m_asks.kind.isEmpty() || !m_asks.said.isEmpty() || !m_asks.status.isEmpty() || !m_asks.agentType.isEmpty();
        for (size_t i = 0; i < m_snapshot.articles().size(); ++i) {
            const ArticleId id = m_snapshot.articles()[i].id;
            bool passes = m_articlesAlone[i];
            if (passes && quotationTerms)
                passes = m_articlesWithQuotation.contains(id);
            else if (passes && !m_asks.agent.wanted.empty())
                passes = m_articlesWithQuotation.contains(id) || mentioning.contains(id);
            if (passes && !m_asks.words.isEmpty())
                passes = wordsPass(id, {}) || m_articlesWithQuotation.contains(id);
            m_out.articles.push_back(passes);
            if (passes)
                m_shownArticles.insert(id);
        }
    }

    void passEvents()
    {
        for (const Event &row : m_snapshot.events()) {
            const bool agents = m_asks.agent.passes([&](const Term &term) { return std::ranges::find(row.agents, AgentId{term.value}) != row.agents.end(); });
            const bool articles = m_asks.outlet.isEmpty() && m_asks.article.isEmpty()
                ? true
                : std::ranges::any_of(row.articles, [&](ArticleId id) { return m_shownArticles.contains(id); });
            m_out.events.push_back(statusPasses(row.status) && agents && articles && (m_asks.said.isEmpty() || m_asks.said.passesDate(row.when.when))
                                   && (m_asks.words.isEmpty() || wordsPass(row.id, {})));
        }
    }

    void passAgents()
    {
        const bool reduced = !m_asks.agent.isEmpty() || !m_asks.outlet.isEmpty() || !m_asks.article.isEmpty() || !m_asks.kind.isEmpty()
            || !m_asks.said.isEmpty() || !m_asks.printed.isEmpty() || !m_asks.words.isEmpty();
        const bool byQuotation = !m_asks.kind.isEmpty() || !m_asks.said.isEmpty() || !m_asks.words.isEmpty();
        QSet<AgentId> mentioned;
        if (reduced && !byQuotation) {
            for (const Mention &row : m_snapshot.mentions()) {
                if (m_shownArticles.contains(row.article))
                    mentioned.insert(row.agent);
            }
        }
        for (const Agent &row : m_snapshot.agents()) {
            bool passes = statusPasses(row.status) && m_asks.agentType.passesValue(static_cast<qint64>(row.type));
            if (passes && !m_asks.agent.isEmpty())
                passes = m_asks.agent.passesValue(row.id.value);
            if (passes && reduced)
                passes = m_speakers.contains(row.id) || mentioned.contains(row.id) || (!m_asks.words.isEmpty() && m_hits.items.contains(row.id));
            m_out.agents.push_back(passes);
            if (row.type == AgentType::Person || row.type == AgentType::Unnamed)
                bump(m_out.personCount, passes);
            else if (row.type == AgentType::Organisation)
                bump(m_out.organisationCount, passes);
        }
    }

    static void bump(Visible::Count &count, bool shown)
    {
        ++count.total;
        count.shown += shown ? 1 : 0;
    }

    void passOutlets()
    {
        for (const Outlet &row : m_snapshot.outlets()) {
            m_out.outlets.push_back(std::ranges::any_of(m_snapshot.articlesOf(row.id), [&](ArticleId id) { return m_shownArticles.contains(id); }));
        }
    }

    Asks m_asks;
    const Snapshot &m_snapshot;
    const WordHits &m_hits;
    Visible m_out;
    std::vector<bool> m_articlesAlone;
    QSet<ArticleId> m_articlesWithQuotation;
    QSet<ArticleId> m_shownArticles;
    QSet<AgentId> m_speakers;
};

template<class Row, class Key>
bool flagOf(const std::vector<Row> &rows, const std::vector<bool> &flags, Key id)
{
    const auto it = std::ranges::lower_bound(rows, id, {}, &Row::id);
    const auto at = static_cast<size_t>(it - rows.begin());
    return it != rows.end() && it->id == id && at < flags.size() && flags[at];
}

} // namespace

bool Visible::has(const Snapshot &snapshot, ItemId id) const
{
    switch (id.type) {
    case ItemType::Article:
        return flagOf(snapshot.articles(), articles, ArticleId{id.value});
    case ItemType::Agent:
        return flagOf(snapshot.agents(), agents, AgentId{id.value});
    case ItemType::Quotation:
        return flagOf(snapshot.quotations(), quotations, QuotationId{id.value});
    case ItemType::Figure:
        return flagOf(snapshot.figures(), figures, FigureId{id.value});
    case ItemType::Event:
        return flagOf(snapshot.events(), events, EventId{id.value});
    case ItemType::Outlet:
        return flagOf(snapshot.outlets(), outlets, OutletId{id.value});
    case ItemType::Claim:
        return flagOf(snapshot.claims(), claims, ClaimId{id.value});
    case ItemType::None:
    case ItemType::Utterance:
    case ItemType::Mention:
    case ItemType::DateMention:
    case ItemType::Note:
        return true;
    }
    return true;
}

Visible apply(const Filter &filter, const Snapshot &snapshot, const WordHits &hits)
{
    return Applier(filter, snapshot, hits).run();
}

} // namespace onrecord::explore
