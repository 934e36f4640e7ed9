// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hits.h"
#include "core/record/speakers.h"
#include "core/store/projectprivate.h"
#include "core/store/searchquery.h"
#include "core/text/fold.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

using Op = QueryNode::Op;
using Ranks = QHash<qint64, double>; // search row → rank, smaller is better

/// Answers one query over one connection and one snapshot.
class Search
{
public:
    Search(Connection &connection, const Snapshot &snapshot) : m_connection(connection), m_snapshot(snapshot) {}

    Ranks evaluate(const QueryNode &query)
    {
        m_inTitle = wants(query, Op::InTitle);
        return evaluateNode(query);
    }

private:
    /// In the outermost group: `in:title` speaks about the whole query.
    static bool wants(const QueryNode &query, Op op)
    {
        return query.op == op || (query.op == Op::All && std::ranges::any_of(query.children, [op](const QueryNode &child) { return child.op == op; }));
    }

    static bool isCondition(const QueryNode &node)
    {
        return (node.op >= Op::Person && node.op <= Op::After) || (node.op == Op::Not && isCondition(node.children.front()));
    }

    Ranks evaluateNode(const QueryNode &node)
    {
        if (isCondition(node))
            return filtered(everything(), node);
        if (const auto fts = ftsOf(node, m_inTitle))
            return askIndex(*fts);
        switch (node.op) {
        case Op::All:
            return evaluateAll(node);
        case Op::Any: {
            Ranks out;
            for (const QueryNode &child : node.children) {
                const Ranks found = evaluateNode(child);
                for (const auto &[row, rank] : found.asKeyValueRange())
                    out[row] += rank;
            }
            return out;
        }
        case Op::Not:
            return without(everything(), evaluateNode(node.children.front()));
        case Op::Scan:
            return scan(node);
        default:
            return {};
        }
    }

    Ranks evaluateAll(const QueryNode &node)
    {
        // What the index can answer goes to it in one question, so that it meets only once.
        QueryNode forIndex;
        forIndex.op = Op::All;
        std::vector<const QueryNode *> rest;
        std::vector<const QueryNode *> conditions;
        for (const QueryNode &child : node.children) {
            const bool isNot = child.op == Op::Not;
            if (isCondition(child))
                conditions.push_back(&child);
            else if (ftsOf(isNot ? child.children.front() : child, m_inTitle))
                forIndex.children.push_back(child);
            else
                rest.push_back(&child);
        }
        std::optional<Ranks> out;
        if (const auto fts = ftsOf(forIndex, m_inTitle)) {
            out = askIndex(*fts);
        } else {
            for (const QueryNode &child : forIndex.children) // only exclusions
                out = without(out ? std::move(*out) : everything(), evaluateNode(child.children.front()));
        }
        for (const QueryNode *child : rest) {
            const Ranks found = evaluateNode(*child);
            if (!out) {
                out = found;
                continue;
            }
            out->removeIf([&found](const Ranks::iterator &it) { return !found.contains(it.key()); });
            for (auto it = out->begin(); it != out->end(); ++it)
                it.value() += found.value(it.key());
        }
        if (!out)
            out = everything();
        for (const QueryNode *condition : conditions)
            out = filtered(std::move(*out), *condition);
        return std::move(*out);
    }

    Ranks askIndex(const QString &fts)
    {
        Ranks out;
        // A hit in a title says more than one in the text.
        Query query(m_connection, "SELECT rowid, bm25(search, 5.0, 1.0) FROM search WHERE search MATCH ?");
        query.add(fts);
        while (query.next())
            out.insert(query.integer(0), query.real(1));
        return out;
    }

    Ranks scan(const QueryNode &node)
    {
        Ranks out;
        const auto each = [&](const char *sql, ItemType type) {
            for (const QString &words : node.words) {
                Query query(m_connection, sql);
                query.add(words);
                while (query.next())
                    out.insert(searchRow({type, query.integer(0)}), -1.0);
            }
        };
        if (m_inTitle) {
            each("SELECT id FROM article WHERE instr(title, ?) > 0", ItemType::Article);
            return out;
        }
        each("SELECT a.id FROM article a JOIN source_text t ON t.id = a.text_id WHERE instr(a.title, ?1) > 0 OR instr(t.text, ?1) > 0", ItemType::Article);
        each("SELECT id FROM quotation WHERE instr(exact, ?) > 0", ItemType::Quotation);
        each("SELECT agent_id FROM agent_name WHERE instr(name, ?) > 0", ItemType::Agent);
        each("SELECT id FROM note WHERE instr(text, ?) > 0", ItemType::Note);
        return out;
    }

    Ranks everything() const
    {
        Ranks out;
        const auto add = [&out](const auto &rows) {
            for (const auto &row : rows)
                out.insert(searchRow(ItemId(row.id)), 0.0);
        };
        add(m_snapshot.articles());
        add(m_snapshot.quotations());
        add(m_snapshot.agents());
        add(m_snapshot.notes());
        return out;
    }

    static Ranks without(Ranks from, const Ranks &taken)
    {
        from.removeIf([&taken](const Ranks::iterator &it) { return taken.contains(it.key()); });
        return from;
    }

    Ranks filtered(Ranks ranks, const QueryNode &condition)
    {
        const bool isNot = condition.op == Op::Not;
        const QueryNode &node = isNot ? condition.children.front() : condition;
        if (node.op == Op::Not)
            return filtered(std::move(ranks), node.children.front());
        const QSet<qint64> named = namedBy(node);
        ranks.removeIf([&](const Ranks::iterator &it) { return passes(itemOfSearchRow(it.key()), node, named) == isNot; });
        return ranks;
    }

    /// The agents (or outlets) that a name condition means.
    QSet<qint64> namedBy(const QueryNode &node) const
    {
        QSet<qint64> out;
        const auto means = [&node](const QString &name) {
            const QString folded = u' ' + foldedText(name) + u' ';
            return folded.contains(u' ' + node.words.first());
        };
        if (node.op == Op::Outlet) {
            for (const Outlet &outlet : m_snapshot.outlets()) {
                if (means(outlet.name))
                    out.insert(outlet.id.value);
            }
        } else if (node.op == Op::Person || node.op == Op::Speaker) {
            for (const Agent &agent : m_snapshot.agents()) {
                if (means(agent.name) || std::ranges::any_of(agent.names, [&](const AgentName &name) { return means(name.name); }))
                    out.insert(agent.id.value);
            }
        }
        return out;
    }

    bool passes(ItemId item, const QueryNode &node, const QSet<qint64> &named) const
    {
        const Article *article = nullptr;
        const Quotation *quotation = nullptr;
        if (item.type == ItemType::Quotation) {
            quotation = m_snapshot.quotation({item.value});
            article = quotation ? m_snapshot.article(quotation->article) : nullptr;
        } else if (item.type == ItemType::Article) {
            article = m_snapshot.article({item.value});
        }
        switch (node.op) {
        case Op::Speaker:
            return speaks(item, article, quotation, named);
        case Op::Person:
            return speaks(item, article, quotation, named) || mentions(article, quotation, named);
        case Op::Outlet:
            return article && named.contains(article->outlet.value);
        case Op::OfKind:
            return quotation && quotation->kind == node.kind;
        case Op::InTitle:
        case Op::InArticles:
            return item.type == ItemType::Article;
        case Op::InQuotations:
            return item.type == ItemType::Quotation;
        case Op::InNames:
            return item.type == ItemType::Agent;
        case Op::InNotes:
            return item.type == ItemType::Note;
        case Op::Before:
        case Op::After: {
            if (!article)
                return false;
            const PartialDate &when = quotation && quotation->said.when.isKnown() ? quotation->said.when : article->published.when;
            // A vague date passes when some of it does: what may fit is shown.
            return when.isKnown() && (node.op == Op::Before ? when.earliest() < node.date.earliest() : when.latest() > node.date.latest());
        }
        default:
            return true;
        }
    }

    static bool isSaidByOneOf(const Quotation &quotation, const QSet<qint64> &named)
    {
        return std::ranges::any_of(speakersOf(quotation), [&named](AgentId id) { return named.contains(id.value); });
    }

    bool speaks(ItemId item, const Article *article, const Quotation *quotation, const QSet<qint64> &named) const
    {
        if (item.type == ItemType::Agent)
            return named.contains(item.value);
        if (quotation)
            return isSaidByOneOf(*quotation, named);
        if (!article)
            return false;
        return std::ranges::any_of(m_snapshot.quotationsIn(article->id), [&](QuotationId id) {
            return isSaidByOneOf(*m_snapshot.quotation(id), named);
        });
    }

    bool mentions(const Article *article, const Quotation *quotation, const QSet<qint64> &named) const
    {
        if (!article)
            return false;
        return std::ranges::any_of(m_snapshot.mentionsIn(article->id), [&](MentionId id) {
            const Mention *mention = m_snapshot.mention(id);
            return named.contains(mention->agent.value) && (!quotation || quotation->content.span.contains(mention->span));
        });
    }

    Connection &m_connection;
    const Snapshot &m_snapshot;
    bool m_inTitle = false;
};

} // namespace

Result<std::vector<ItemId>> Project::searchItems(const QString &query) const
{
    return guarded([&]() -> Result<std::vector<ItemId>> {
        const QueryNode parsed = parseQuery(query);
        std::vector<ItemId> out;
        if (parsed.op == Op::Nothing)
            return out;
        const auto record = snapshot();
        if (!record)
            return std::unexpected(record.error());
        const Ranks found = Search(d->readable(), **record).evaluate(parsed);
        std::vector<std::pair<double, qint64>> order;
        for (const auto &[row, rank] : found.asKeyValueRange())
            order.emplace_back(rank, row);
        std::ranges::sort(order);
        for (const auto &[rank, row] : order)
            out.push_back(itemOfSearchRow(row));
        return out;
    });
}

Result<SearchAnswer> Project::search(const QString &query, int limit) const
{
    return guarded([&]() -> Result<SearchAnswer> {
        SearchAnswer answer;
        const QueryNode parsed = parseQuery(query);
        answer.explained = explain(parsed);
        if (parsed.op == Op::Nothing)
            return answer;
        const auto record = snapshot();
        if (!record)
            return std::unexpected(record.error());
        const Ranks found = Search(d->readable(), **record).evaluate(parsed);
        answer.total = found.size();
        std::vector<std::pair<double, qint64>> order;
        order.reserve(static_cast<size_t>(found.size()));
        for (const auto &[row, rank] : found.asKeyValueRange())
            order.emplace_back(rank, row);
        const auto shown = std::min(order.size(), static_cast<size_t>(std::max(limit, 0)));
        std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(shown));
        order.resize(shown);
        std::vector<QueryNode> leaves;
        collectLeaves(parsed, leaves);
        for (const auto &[rank, row] : order) {
            SearchHit hit = describeHit(d->readable(), **record, itemOfSearchRow(row), leaves);
            hit.rank = rank;
            answer.hits.push_back(std::move(hit));
        }
        return answer;
    });
}

} // namespace onrecord::store
