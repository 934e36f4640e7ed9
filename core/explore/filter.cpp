// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/filter.h"
#include "core/record/speakers.h"

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

/// Where a row with an id stands in its vector. Ids of a project are nearly without gaps, so a table answers in one step what a search
/// would in twenty; with many gaps it searches.
template<class Row>
class Positions
{
public:
    static constexpr size_t none = static_cast<size_t>(-1);

    explicit Positions(const std::vector<Row> &rows) : m_rows(rows)
    {
        const size_t last = rows.empty() ? 0 : static_cast<size_t>(std::max<qint64>(0, rows.back().id.value));
        if (rows.empty() || rows.front().id.value < 0 || last > rows.size() * 4 + 1024)
            return;
        m_table.assign(last + 1, gap);
        for (size_t i = 0; i < rows.size(); ++i)
            m_table[static_cast<size_t>(rows[i].id.value)] = static_cast<quint32>(i);
    }
    [[nodiscard]] size_t operator[](qint64 id) const
    {
        if (!m_table.empty()) {
            const quint32 at = id >= 0 && static_cast<size_t>(id) < m_table.size() ? m_table[static_cast<size_t>(id)] : gap;
            return at == gap ? none : at;
        }
        const auto it = std::ranges::lower_bound(m_rows, id, {}, [](const Row &row) { return row.id.value; });
        return it != m_rows.end() && it->id.value == id ? static_cast<size_t>(it - m_rows.begin()) : none;
    }

private:
    static constexpr quint32 gap = 0xffffffffU;
    const std::vector<Row> &m_rows;
    std::vector<quint32> m_table;
};

/// One pass over the record; the members are the intermediate answers, one flag a row.
class Applier
{
public:
    Applier(const Filter &filter, const Snapshot &snapshot, const WordHits &hits)
        : m_asks(filter), m_isAll(filter.isEmpty()), m_snapshot(snapshot), m_hits(hits), m_articleAt(snapshot.articles()), m_agentAt(snapshot.agents()),
          m_withQuotation(snapshot.articles().size(), 0), m_speaks(snapshot.agents().size(), 0)
    {
    }

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
    [[nodiscard]] bool isShownArticle(ArticleId id) const
    {
        const size_t at = m_articleAt[id.value];
        return at != Positions<Article>::none && m_out.articles[at];
    }

    /// Outlet, article and publication date: what an article passes by itself.
    void passArticlesAlone()
    {
        m_alone.reserve(m_snapshot.articles().size());
        for (const Article &row : m_snapshot.articles()) {
            m_alone.push_back(m_isAll
                              || (m_asks.outlet.passesValue(row.outlet.value) && m_asks.article.passesValue(row.id.value)
                                  && (m_asks.printed.isEmpty() || m_asks.printed.passesDate(row.published.when))));
        }
    }

    void passQuotations()
    {
        const auto &rows = m_snapshot.quotations();
        m_out.quotations.reserve(rows.size());
        for (const Quotation &row : rows) {
            if (m_isAll) { // what it speaks of is not needed: everything else passes too
                m_out.quotations.push_back(row.status != Status::Rejected);
                continue;
            }
            const size_t article = m_articleAt[row.article.value];
            const bool passes = statusPasses(row.status) && article != Positions<Article>::none && m_alone[article] && m_asks.agent.passes([&row](const Term &term) { return isSaidBy(row, {term.value}); })
                && m_asks.kind.passesValue(static_cast<qint64>(row.kind)) && (m_asks.said.isEmpty() || m_asks.said.passesDate(row.said.when))
                && (m_asks.agentType.isEmpty() || m_asks.agentType.passes([&](const Term &term) { return passesType(row, term.value); }))
                && (m_asks.words.isEmpty() || wordsPass(row.id, {}));
            m_out.quotations.push_back(passes);
            if (!passes)
                continue;
            m_withQuotation[article] = 1;
            for (const AgentId id : speakersOf(row)) {
                if (const size_t speaker = m_agentAt[id.value]; speaker != Positions<Agent>::none)
                    m_speaks[speaker] = 1;
            }
        }
    }

    /// Of several who say it together one is enough.
    [[nodiscard]] bool passesType(const Quotation &row, qint64 type) const
    {
        return typeOf(row.speaker) == type || std::ranges::any_of(row.alsoSpeakers, [&](AgentId id) { return typeOf(id) == type; });
    }

    [[nodiscard]] qint64 typeOf(AgentId id) const
    {
        const size_t at = m_agentAt[id.value];
        return at == Positions<Agent>::none ? 0 : static_cast<qint64>(m_snapshot.agents()[at].type);
    }

    /// A figure has no date of its own: it is said when its article is published.
    void passFigures()
    {
        const auto &rows = m_snapshot.figures();
        m_out.figures.reserve(rows.size());
        for (const Figure &row : rows) {
            if (m_isAll) {
                m_out.figures.push_back(row.status != Status::Rejected);
                continue;
            }
            const size_t article = m_articleAt[row.article.value];
            m_out.figures.push_back(statusPasses(row.status) && article != Positions<Article>::none && m_alone[article]
                                    && (m_asks.said.isEmpty() || m_asks.said.passesDate(m_snapshot.articles()[article].published.when))
                                    && m_asks.agent.passesValue(row.assertedBy.value) && m_asks.kind.isEmpty()
                                    && (m_asks.words.isEmpty() || wordsPass(row.id, row.article)));
        }
    }

    /// An article is shown when it passes alone and, where a term speaks of quotations or people, holds one that passes.
    void passArticles()
    {
        std::vector<char> mentioning(m_snapshot.articles().size(), 0);
        for (const Term *term : m_asks.agent.wanted) {
            for (const MentionId id : m_snapshot.mentionsOf(AgentId{term->value})) {
                if (const size_t at = m_articleAt[m_snapshot.mention(id)->article.value]; at != Positions<Article>::none)
                    mentioning[at] = 1;
            }
        }
        const bool quotationTerms = !m_asks.kind.isEmpty() || !m_asks.said.isEmpty() || !m_asks.status.isEmpty() || !m_asks.agentType.isEmpty();
        m_out.articles.reserve(m_snapshot.articles().size());
        for (size_t i = 0; i < m_snapshot.articles().size(); ++i) {
            bool passes = m_alone[i];
            if (passes && quotationTerms)
                passes = m_withQuotation[i];
            else if (passes && !m_asks.agent.wanted.empty())
                passes = m_withQuotation[i] || mentioning[i];
            if (passes && !m_asks.words.isEmpty())
                passes = m_withQuotation[i] || wordsPass(m_snapshot.articles()[i].id, {});
            m_out.articles.push_back(passes);
        }
    }

    void passEvents()
    {
        for (const Event &row : m_snapshot.events()) {
            const bool agents = m_asks.agent.passes([&](const Term &term) { return std::ranges::find(row.agents, AgentId{term.value}) != row.agents.end(); });
            const bool articles = m_asks.outlet.isEmpty() && m_asks.article.isEmpty()
                ? true
                : std::ranges::any_of(row.articles, [&](ArticleId id) { return isShownArticle(id); });
            m_out.events.push_back(statusPasses(row.status) && agents && articles && (m_asks.said.isEmpty() || m_asks.said.passesDate(row.when.when))
                                   && (m_asks.words.isEmpty() || wordsPass(row.id, {})));
        }
    }

    void passAgents()
    {
        const bool byQuotation = !m_asks.kind.isEmpty() || !m_asks.said.isEmpty() || !m_asks.words.isEmpty();
        const bool reduced = byQuotation || !m_asks.agent.isEmpty() || !m_asks.outlet.isEmpty() || !m_asks.article.isEmpty() || !m_asks.printed.isEmpty();
        if (reduced && !byQuotation) {
            for (const Mention &row : m_snapshot.mentions()) {
                if (const size_t agent = m_agentAt[row.agent.value]; agent != Positions<Agent>::none && !m_speaks[agent] && isShownArticle(row.article))
                    m_speaks[agent] = 1; // named is enough
            }
        }
        m_out.agents.reserve(m_snapshot.agents().size());
        for (size_t i = 0; i < m_snapshot.agents().size(); ++i) {
            const Agent &row = m_snapshot.agents()[i];
            bool passes = statusPasses(row.status) && m_asks.agentType.passesValue(static_cast<qint64>(row.type)) && m_asks.agent.passesValue(row.id.value);
            if (passes && reduced)
                passes = m_speaks[i] || (!m_asks.words.isEmpty() && m_hits.items.contains(row.id));
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
        for (const Outlet &row : m_snapshot.outlets())
            m_out.outlets.push_back(std::ranges::any_of(m_snapshot.articlesOf(row.id), [&](ArticleId id) { return isShownArticle(id); }));
    }

    Asks m_asks;
    bool m_isAll;
    const Snapshot &m_snapshot;
    const WordHits &m_hits;
    Positions<Article> m_articleAt;
    Positions<Agent> m_agentAt;
    Visible m_out;
    std::vector<char> m_alone;
    std::vector<char> m_withQuotation; ///< articles that hold a quotation that passes
    std::vector<char> m_speaks;        ///< agents that speak one, or are named where that is enough
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
