// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/graph.h"
#include "core/record/speakers.h"

#include <QHash>
#include <algorithm>
#include <optional>
#include <tuple>

namespace onrecord::explore {

namespace {

struct Neighbour {
    ItemId item;
    NodeKind kind = NodeKind::Person;
    EdgeKind edge = EdgeKind::Said;
    qint32 weight = 1;
    double rank = 0; ///< more important first
};

/// Asks the record who stands beside whom, through what the filter and the legend let through.
class Neighbourhood
{
public:
    Neighbourhood(const Snapshot &snapshot, const Visible &visible, const GraphTypes &types) : m_s(snapshot), m_visible(visible), m_types(types)
    {
        if (!types.has(EdgeKind::WorksFor))
            return;
        for (const Agent &agent : snapshot.agents()) {
            if (agent.affiliation)
                m_staff[agent.affiliation].push_back(agent.id);
        }
    }

    [[nodiscard]] std::optional<NodeKind> kindOf(ItemId item) const
    {
        switch (item.type) {
        case ItemType::Agent:
            if (const Agent *agent = m_s.agent({item.value})) {
                if (agent->type == AgentType::Organisation)
                    return NodeKind::Organisation;
                if (agent->type == AgentType::Person || agent->type == AgentType::Unnamed)
                    return NodeKind::Person;
            }
            return std::nullopt;
        case ItemType::Outlet:
            return m_s.outlet({item.value}) ? std::optional(NodeKind::Outlet) : std::nullopt;
        case ItemType::Article:
            return m_s.article({item.value}) ? std::optional(NodeKind::Article) : std::nullopt;
        case ItemType::Quotation:
            return m_s.quotation({item.value}) ? std::optional(NodeKind::Quotation) : std::nullopt;
        case ItemType::Utterance:
            return m_s.utterance({item.value}) ? std::optional(NodeKind::Utterance) : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    /// May this item be a node?
    [[nodiscard]] std::optional<NodeKind> shown(ItemId item) const
    {
        const auto kind = kindOf(item);
        return kind && m_types.has(*kind) && m_visible.has(m_s, item) ? kind : std::nullopt;
    }

    /// All neighbours, most important first; one entry for each item and kind of edge.
    [[nodiscard]] std::vector<Neighbour> of(ItemId item)
    {
        m_out.clear();
        m_at.clear();
        switch (item.type) {
        case ItemType::Agent:
            ofAgent({item.value});
            break;
        case ItemType::Quotation:
            if (const Quotation *row = m_s.quotation({item.value}))
                ofQuotation(*row);
            break;
        case ItemType::Article:
            if (const Article *row = m_s.article({item.value}))
                ofArticle(*row);
            break;
        case ItemType::Outlet:
            ofOutlet({item.value});
            break;
        case ItemType::Utterance:
            for (const QuotationId id : m_s.variantsOf({item.value}))
                addQuotation(id, EdgeKind::SameUtterance);
            break;
        default:
            break;
        }
        std::ranges::stable_sort(m_out, [](const Neighbour &a, const Neighbour &b) { return std::tuple(-a.rank, a.item) < std::tuple(-b.rank, b.item); });
        return m_out;
    }

private:
    void add(ItemId item, EdgeKind edge, double rank)
    {
        const auto kind = m_types.has(edge) ? shown(item) : std::nullopt;
        if (!kind)
            return;
        const auto key = std::pair(item, static_cast<int>(edge));
        if (const auto it = m_at.constFind(key); it != m_at.constEnd()) {
            m_out[*it].weight += 1;
            m_out[*it].rank += rank;
            return;
        }
        m_at.insert(key, m_out.size());
        m_out.push_back({item, *kind, edge, 1, rank});
    }

    [[nodiscard]] static double rankOf(const Quotation &row)
    {
        switch (row.kind) {
        case Kind::Statement:
            return 3 + row.confidence;
        case Kind::Fragment:
        case Kind::Indirect:
            return 2 + row.confidence;
        default:
            return row.confidence;
        }
    }

    void addQuotation(QuotationId id, EdgeKind edge)
    {
        if (const Quotation *row = m_s.quotation(id))
            add(id, edge, rankOf(*row));
    }

    /// The article where articles are shown, else its outlet.
    [[nodiscard]] ItemId placeOf(ArticleId id) const
    {
        const Article *article = m_s.article(id);
        if (!article || m_types.has(NodeKind::Article))
            return article ? ItemId(id) : ItemId();
        return article->outlet ? ItemId(article->outlet) : ItemId();
    }

    void ofAgent(AgentId id)
    {
        for (const QuotationId quotation : m_s.quotationsBy(id)) {
            const Quotation *row = m_s.quotation(quotation);
            if (!m_visible.has(m_s, quotation))
                continue;
            add(m_types.has(NodeKind::Quotation) ? ItemId(quotation) : placeOf(row->article), EdgeKind::Said, rankOf(*row));
        }
        const Agent *agent = m_s.agent(id);
        if (agent && agent->affiliation)
            add(agent->affiliation, EdgeKind::WorksFor, 5);
        for (const AgentId member : m_staff.value(id))
            add(member, EdgeKind::WorksFor, 1);
        for (const MentionId mention : m_s.mentionsOf(id)) {
            if (m_visible.has(m_s, m_s.mention(mention)->article))
                add(placeOf(m_s.mention(mention)->article), EdgeKind::Mentions, 0.1);
        }
    }

    void ofQuotation(const Quotation &row)
    {
        for (const AgentId speaker : speakersOf(row))
            add(speaker, EdgeKind::Said, 10);
        add(placeOf(row.article), EdgeKind::PrintedIn, 8);
        if (!row.utterance)
            return;
        if (m_types.has(NodeKind::Utterance)) {
            add(row.utterance, EdgeKind::SameUtterance, 6);
            return;
        }
        // A chain, not everybody with everybody: ten reprints are nine lines.
        QuotationId before;
        for (const QuotationId variant : m_s.variantsOf(row.utterance)) {
            if (!shown(variant))
                continue;
            if (variant == row.id && before)
                addQuotation(before, EdgeKind::SameUtterance);
            else if (before == row.id)
                addQuotation(variant, EdgeKind::SameUtterance);
            before = variant;
        }
    }

    void ofArticle(const Article &row)
    {
        if (row.outlet)
            add(row.outlet, EdgeKind::PublishedBy, 100);
        for (const QuotationId id : m_s.quotationsIn(row.id))
            fromPlace(id);
        for (const MentionId id : m_s.mentionsIn(row.id))
            add(m_s.mention(id)->agent, EdgeKind::Mentions, 0.1);
    }

    void ofOutlet(OutletId id)
    {
        for (const ArticleId article : m_s.articlesOf(id)) {
            if (m_types.has(NodeKind::Article)) {
                add(article, EdgeKind::PublishedBy, 1.0 + static_cast<double>(m_s.quotationsIn(article).size()));
                continue;
            }
            if (!m_visible.has(m_s, article))
                continue;
            for (const QuotationId quotation : m_s.quotationsIn(article))
                fromPlace(quotation);
            for (const MentionId mention : m_s.mentionsIn(article))
                add(m_s.mention(mention)->agent, EdgeKind::Mentions, 0.1);
        }
    }

    /// A quotation seen from where it is printed: itself, or its speaker where quotations are not shown.
    void fromPlace(QuotationId id)
    {
        const Quotation *row = m_s.quotation(id);
        if (m_types.has(NodeKind::Quotation))
            addQuotation(id, EdgeKind::PrintedIn);
        else if (m_visible.has(m_s, id)) {
            for (const AgentId speaker : speakersOf(*row))
                add(speaker, EdgeKind::Said, rankOf(*row));
        }
    }

    const Snapshot &m_s;
    const Visible &m_visible;
    const GraphTypes &m_types;
    QHash<AgentId, std::vector<AgentId>> m_staff;
    std::vector<Neighbour> m_out;
    QHash<std::pair<ItemId, int>, size_t> m_at;
};

class Grower
{
public:
    Grower(const Snapshot &snapshot, const Visible &visible, const GraphAsk &ask) : m_ask(ask), m_around(snapshot, visible, ask.types) {}

    Graph run()
    {
        for (const ItemId &centre : m_ask.centres) {
            // A centre is shown whatever the legend says: it is what was asked for.
            if (const auto kind = m_around.kindOf(centre); kind && !m_ask.hidden.contains(centre))
                addNode(centre, *kind, 0);
        }
        for (size_t at = 0; at < m_out.nodes.size(); ++at)
            grow(at);
        connectNodes();
        return std::move(m_out);
    }

private:
    void addNode(ItemId item, NodeKind kind, qint32 steps)
    {
        if (m_places.contains(item))
            return;
        m_places.insert(item, static_cast<qint32>(m_out.nodes.size()));
        m_out.nodes.push_back({.item = item, .kind = kind, .steps = steps, .isExpanded = m_ask.expanded.contains(item)});
    }

    void grow(size_t at)
    {
        const GraphNode node = m_out.nodes[at];
        const bool isFar = node.steps >= m_ask.depth && !node.isExpanded;
        if (m_ask.collapsed.contains(node.item) || (isFar && node.kind != NodeKind::Article))
            return;
        const int limit = node.isExpanded ? m_ask.mostNodes : node.steps == 0 ? 2 * m_ask.neighbours : m_ask.neighbours;
        int taken = 0;
        for (const Neighbour &next : m_around.of(node.item)) {
            if (m_ask.hidden.contains(next.item))
                continue;
            if (isFar && next.edge != EdgeKind::PublishedBy) // beyond the last step an article brings only its outlet
                continue;
            if (m_places.contains(next.item)) {
                ++taken;
                continue;
            }
            if (taken >= limit || static_cast<int>(m_out.nodes.size()) >= m_ask.mostNodes)
                return;
            addNode(next.item, next.kind, node.steps + 1);
            ++taken;
        }
    }

    void connectNodes()
    {
        for (size_t at = 0; at < m_out.nodes.size(); ++at) {
            GraphNode &node = m_out.nodes[at];
            QSet<ItemId> outside;
            for (const Neighbour &next : m_around.of(node.item)) {
                const qint32 other = m_places.value(next.item, -1);
                if (other < 0) {
                    outside.insert(next.item);
                } else if (other > static_cast<qint32>(at)) {
                    m_out.edges.push_back({static_cast<qint32>(at), other, next.edge, next.weight});
                    m_out.nodes[static_cast<size_t>(other)].degree += 1;
                    node.degree += 1;
                }
            }
            node.hiddenCount = static_cast<qint32>(outside.size());
        }
    }

    const GraphAsk &m_ask;
    Neighbourhood m_around;
    Graph m_out;
    QHash<ItemId, qint32> m_places;
};

} // namespace

qint32 Graph::find(ItemId item) const
{
    const auto it = std::ranges::find(nodes, item, &GraphNode::item);
    return it == nodes.end() ? -1 : static_cast<qint32>(it - nodes.begin());
}

Graph growGraph(const Snapshot &snapshot, const Visible &visible, const GraphAsk &ask)
{
    return Grower(snapshot, visible, ask).run();
}

std::vector<ItemId> centresOf(const Snapshot &snapshot, const QSet<ItemId> &selection, ItemId current, size_t most)
{
    std::vector<ItemId> items(selection.begin(), selection.end());
    // The current item first, the rest in a fixed order: a set has none.
    std::ranges::sort(items, [current](const ItemId &a, const ItemId &b) { return std::tuple(a != current, a) < std::tuple(b != current, b); });
    std::vector<ItemId> out;
    const auto add = [&](ItemId item) {
        if (!item.isNull() && out.size() < most && std::ranges::find(out, item) == out.end())
            out.push_back(item);
    };
    for (const ItemId &item : items) {
        switch (item.type) {
        case ItemType::Agent:
        case ItemType::Outlet:
        case ItemType::Article:
        case ItemType::Quotation:
        case ItemType::Utterance:
            add(item);
            break;
        case ItemType::Figure:
            if (const Figure *row = snapshot.figure({item.value})) {
                add(row->quotation ? ItemId(row->quotation) : ItemId(row->article));
                add(row->assertedBy ? ItemId(row->assertedBy) : ItemId());
            }
            break;
        case ItemType::Event:
            if (const Event *row = snapshot.event({item.value})) {
                std::ranges::for_each(row->agents, add);
                std::ranges::for_each(row->articles, add);
            }
            break;
        case ItemType::Mention:
            if (const Mention *row = snapshot.mention({item.value}))
                add(row->agent);
            break;
        case ItemType::Claim:
            if (const Claim *row = snapshot.claim({item.value})) {
                for (const Evidence &evidence : row->evidence)
                    add(evidence.item.type == ItemType::Quotation ? evidence.item : ItemId());
            }
            break;
        case ItemType::None:
        case ItemType::DateMention:
        case ItemType::Note:
            break;
        }
    }
    return out;
}

GraphTypes overviewTypes()
{
    GraphTypes types;
    types.set(NodeKind::Quotation, false);
    types.set(EdgeKind::WorksFor, false);
    return types;
}

GraphAsk overviewAsk(const Snapshot &snapshot, const Visible &visible, GraphTypes types, size_t mostAgents)
{
    QHash<AgentId, double> counts;
    for (size_t i = 0; i < snapshot.quotations().size(); ++i) {
        const Quotation &row = snapshot.quotations()[i];
        // Who is cut to a fragment is not as present as who speaks a sentence.
        if (!visible.quotations[i])
            continue;
        for (const AgentId speaker : speakersOf(row))
            counts[speaker] += row.kind == Kind::Statement ? 1 : 0.5;
    }
    std::vector<std::pair<double, AgentId>> order;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        order.emplace_back(-it.value(), it.key());
    std::ranges::sort(order);
    GraphAsk ask;
    ask.types = types;
    ask.depth = 1;
    ask.neighbours = 4;
    for (const auto &[count, agent] : order) {
        if (ask.centres.size() == mostAgents)
            break;
        ask.centres.push_back(agent);
    }
    // Of many articles the outlets say enough.
    constexpr int mostArticles = 24;
    if (visible.articleCount.shown > mostArticles)
        ask.types.set(NodeKind::Article, false);
    return ask;
}

std::vector<ItemId> evidenceOf(const Snapshot &snapshot, const Visible &visible, ItemId a, ItemId b, EdgeKind kind)
{
    if (a.type > b.type || (a.type == b.type && b < a))
        std::swap(a, b);
    // Ordered by the numbers of ItemType: Article, Agent, Quotation, …, Outlet, Utterance.
    std::vector<ItemId> out;
    const auto isIn = [&](ArticleId article, ItemId place) {
        const Article *row = snapshot.article(article);
        return row && (place == ItemId(article) || place == ItemId(row->outlet));
    };
    const auto addQuotation = [&](QuotationId id) {
        if (visible.has(snapshot, id))
            out.push_back(id);
    };
    for (const ItemId &end : {a, b}) {
        if (end.type == ItemType::Quotation)
            addQuotation({end.value});
    }
    switch (kind) {
    case EdgeKind::Said:
    case EdgeKind::Mentions: {
        const ItemId agent = a.type == ItemType::Agent ? a : b;
        const ItemId place = a.type == ItemType::Agent ? b : a;
        if (agent.type != ItemType::Agent || place.type == ItemType::Quotation)
            break;
        if (kind == EdgeKind::Said) {
            for (const QuotationId id : snapshot.quotationsBy({agent.value})) {
                if (isIn(snapshot.quotation(id)->article, place))
                    addQuotation(id);
            }
        } else {
            for (const MentionId id : snapshot.mentionsOf({agent.value})) {
                if (isIn(snapshot.mention(id)->article, place))
                    out.push_back(id);
            }
        }
        break;
    }
    case EdgeKind::PublishedBy:
        out.push_back(a.type == ItemType::Article ? a : b);
        break;
    case EdgeKind::SameUtterance:
        if (b.type == ItemType::Utterance) { // the other wordings are the reason why this one is beside it
            out.clear();
            for (const QuotationId id : snapshot.variantsOf({b.value}))
                addQuotation(id);
        }
        break;
    case EdgeKind::WorksFor:
        // The role is read beside a quotation or a mention of the person.
        for (const ItemId &end : {a, b}) {
            const Agent *agent = snapshot.agent({end.value});
            if (!agent || agent->affiliation.isNull() || (ItemId(agent->affiliation) != a && ItemId(agent->affiliation) != b))
                continue;
            for (const QuotationId id : snapshot.quotationsBy(agent->id))
                addQuotation(id);
            for (const MentionId id : snapshot.mentionsOf(agent->id))
                out.push_back(id);
        }
        break;
    case EdgeKind::PrintedIn:
        break;
    }
    return out;
}

QUuid uuidOf(const Snapshot &snapshot, ItemId item)
{
    const auto of = [](const auto *row) { return row ? row->uuid : QUuid(); };
    switch (item.type) {
    case ItemType::Agent:
        return of(snapshot.agent({item.value}));
    case ItemType::Outlet:
        return of(snapshot.outlet({item.value}));
    case ItemType::Article:
        return of(snapshot.article({item.value}));
    case ItemType::Quotation:
        return of(snapshot.quotation({item.value}));
    case ItemType::Utterance:
        return of(snapshot.utterance({item.value}));
    default:
        return {};
    }
}

} // namespace onrecord::explore
