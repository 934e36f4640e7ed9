// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/graph.h"
#include "tests/support/generatedrecord.h"
#include "tests/support/samplerecord.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;

namespace {

Graph around(const SnapshotPtr &record, std::vector<ItemId> centres, int depth = 2, GraphTypes types = {})
{
    GraphAsk ask;
    ask.centres = std::move(centres);
    ask.depth = depth;
    ask.types = types;
    return growGraph(*record, apply({}, *record), ask);
}

bool hasEdge(const Graph &graph, ItemId a, ItemId b, EdgeKind kind)
{
    const qint32 at = graph.find(a);
    const qint32 to = graph.find(b);
    return std::ranges::any_of(graph.edges, [&](const GraphEdge &edge) {
        return edge.kind == kind && ((edge.a == at && edge.b == to) || (edge.a == to && edge.b == at));
    });
}

} // namespace

class TestGraph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPersonIsJoinedToWordsAndArticles();
    void wordsOfSeveralAreJoinedToEach();
    void depthSaysHowFar();
    void theSameAskGivesTheSameGraph();
    void aHubShowsTheMostImportantAndCountsTheRest();
    void expandingShowsAllAndCollapsingNone();
    void hiddenNodesAreGone();
    void withoutArticlesWordsAreJoinedToOutlets();
    void withoutQuotationsPeopleAreJoinedToArticles();
    void variantsAreJoinedWithAndWithoutTheirUtterance();
    void whatTheFilterHidesIsNotShown();
    void rejectedQuotationsAreNotShown();
    void theOverviewIsSmallWhateverTheRecord();
    void figuresAndEventsGrowFromWhatTheyBelongTo();
    void everyEdgeHasItsPassages();
    void placesAndProductsAreNoNodes();
};

void TestGraph::aPersonIsJoinedToWordsAndArticles()
{
    const Graph graph = around(test::sampleRecord(), {AgentId{1}});
    QCOMPARE(graph.nodes[0].item, ItemId(AgentId{1}));
    QVERIFY(hasEdge(graph, AgentId{1}, QuotationId{1}, EdgeKind::Said));
    QVERIFY(hasEdge(graph, QuotationId{1}, ArticleId{1}, EdgeKind::PrintedIn));
    QVERIFY(hasEdge(graph, ArticleId{1}, OutletId{1}, EdgeKind::PublishedBy)); // the outlet comes along
    QVERIFY(hasEdge(graph, QuotationId{1}, QuotationId{4}, EdgeKind::SameUtterance));
    QCOMPARE(graph.find(AgentId{2}), -1); // only mentioned beside: three steps
}

void TestGraph::wordsOfSeveralAreJoinedToEach()
{
    const SnapshotPtr record = test::jointRecord();
    const Visible visible = apply({}, *record);
    const Graph graph = around(record, {AgentId{4}});
    QVERIFY(hasEdge(graph, AgentId{4}, QuotationId{1}, EdgeKind::Said));
    QVERIFY(hasEdge(graph, AgentId{1}, QuotationId{1}, EdgeKind::Said));
    QVERIFY(hasEdge(graph, AgentId{3}, QuotationId{3}, EdgeKind::Said));
    const Graph overview = growGraph(*record, visible, overviewAsk(*record, visible, overviewTypes()));
    QVERIFY(hasEdge(overview, AgentId{4}, ArticleId{1}, EdgeKind::Said)); // named beside an unnamed source
    QCOMPARE(evidenceOf(*record, visible, AgentId{4}, ArticleId{1}, EdgeKind::Said), (std::vector<ItemId>{QuotationId{1}, QuotationId{3}}));
}

void TestGraph::depthSaysHowFar()
{
    const SnapshotPtr record = test::generatedRecord();
    size_t before = 0;
    for (int depth = 1; depth <= 3; ++depth) {
        const Graph graph = around(record, {AgentId{1}}, depth);
        QVERIFY(graph.nodes.size() > before);
        before = graph.nodes.size();
        for (const GraphNode &node : graph.nodes)
            QVERIFY(node.steps <= depth + (node.kind == NodeKind::Outlet ? 1 : 0));
    }
}

void TestGraph::theSameAskGivesTheSameGraph()
{
    QVERIFY(around(test::generatedRecord(), {AgentId{1}}, 3) == around(test::generatedRecord(), {AgentId{1}}, 3));
}

void TestGraph::aHubShowsTheMostImportantAndCountsTheRest()
{
    const SnapshotPtr record = test::generatedRecord({.articles = 200});
    GraphAsk ask;
    ask.centres = {AgentId{1}};
    ask.depth = 1;
    ask.neighbours = 5;
    const Visible visible = apply({}, *record);
    const Graph graph = growGraph(*record, visible, ask);
    const auto said = static_cast<qint32>(record->quotationsBy({1}).size());
    QVERIFY(said > 30);
    QVERIFY(graph.nodes.size() < 20);
    QVERIFY(graph.nodes[0].hiddenCount >= said - 10);
    for (const GraphNode &node : graph.nodes) {
        if (node.kind == NodeKind::Quotation)
            QCOMPARE(record->quotation({node.item.value})->kind, Kind::Statement);
    }
}

void TestGraph::expandingShowsAllAndCollapsingNone()
{
    const SnapshotPtr record = test::generatedRecord({.articles = 60});
    const Visible visible = apply({}, *record);
    GraphAsk ask;
    ask.centres = {AgentId{1}};
    ask.depth = 1;
    ask.neighbours = 2;
    ask.expanded = {AgentId{1}};
    const Graph open = growGraph(*record, visible, ask);
    QCOMPARE(open.nodes[0].hiddenCount, 0);
    QVERIFY(open.nodes[0].isExpanded);
    ask.expanded.clear();
    ask.collapsed = {AgentId{1}};
    const Graph closed = growGraph(*record, visible, ask);
    QCOMPARE(closed.nodes.size(), size_t{1});
    QVERIFY(closed.nodes[0].hiddenCount > 10);
}

void TestGraph::hiddenNodesAreGone()
{
    const SnapshotPtr record = test::sampleRecord();
    GraphAsk ask;
    ask.centres = {AgentId{1}};
    ask.hidden = {QuotationId{1}};
    const Graph graph = growGraph(*record, apply({}, *record), ask);
    QCOMPARE(graph.find(QuotationId{1}), -1);
    QVERIFY(graph.find(QuotationId{4}) >= 0);
}

void TestGraph::withoutArticlesWordsAreJoinedToOutlets()
{
    GraphTypes types;
    types.set(NodeKind::Article, false);
    const Graph graph = around(test::sampleRecord(), {AgentId{1}}, 2, types);
    QVERIFY(hasEdge(graph, QuotationId{1}, OutletId{1}, EdgeKind::PrintedIn));
    QVERIFY(hasEdge(graph, QuotationId{4}, OutletId{2}, EdgeKind::PrintedIn));
    QCOMPARE(graph.find(ArticleId{1}), -1);
}

void TestGraph::withoutQuotationsPeopleAreJoinedToArticles()
{
    const Graph graph = around(test::sampleRecord(), {AgentId{1}}, 1, overviewTypes());
    QVERIFY(hasEdge(graph, AgentId{1}, ArticleId{1}, EdgeKind::Said));
    QVERIFY(hasEdge(graph, AgentId{1}, ArticleId{2}, EdgeKind::Said));
}

void TestGraph::variantsAreJoinedWithAndWithoutTheirUtterance()
{
    GraphTypes types;
    types.set(NodeKind::Utterance, true);
    const Graph with = around(test::sampleRecord(), {QuotationId{1}}, 2, types);
    QVERIFY(hasEdge(with, QuotationId{1}, UtteranceId{1}, EdgeKind::SameUtterance));
    QVERIFY(hasEdge(with, QuotationId{4}, UtteranceId{1}, EdgeKind::SameUtterance));
    QVERIFY(!hasEdge(with, QuotationId{1}, QuotationId{4}, EdgeKind::SameUtterance));
}

void TestGraph::whatTheFilterHidesIsNotShown()
{
    const SnapshotPtr record = test::sampleRecord();
    Filter filter;
    filter.terms.push_back({.facet = Facet::Outlet, .value = 1});
    GraphAsk ask;
    ask.centres = {AgentId{1}};
    const Graph graph = growGraph(*record, apply(filter, *record), ask);
    QVERIFY(graph.find(QuotationId{1}) >= 0);
    QCOMPARE(graph.find(QuotationId{4}), -1);
    QCOMPARE(graph.find(OutletId{2}), -1);
}

void TestGraph::rejectedQuotationsAreNotShown()
{
    Snapshot::Rows rows;
    Agent agent;
    agent.id = {1};
    Quotation quotation;
    quotation.id = {1};
    quotation.article = {1};
    quotation.speaker = {1};
    quotation.status = Status::Rejected;
    Article article;
    article.id = {1};
    rows.agents = {agent};
    rows.quotations = {quotation};
    rows.articles = {article};
    QCOMPARE(around(std::make_shared<Snapshot>(rows), {AgentId{1}}).nodes.size(), size_t{1});
}

void TestGraph::theOverviewIsSmallWhateverTheRecord()
{
    for (const int articles : {3, 12, 400}) {
        const SnapshotPtr record = test::generatedRecord({.articles = articles, .people = 80});
        const Visible visible = apply({}, *record);
        const Graph graph = growGraph(*record, visible, overviewAsk(*record, visible, overviewTypes()));
        QVERIFY(graph.nodes.size() >= 4);
        QVERIFY2(graph.nodes.size() <= 70, qPrintable(QString::number(graph.nodes.size())));
        QVERIFY(!graph.edges.empty());
    }
}

void TestGraph::figuresAndEventsGrowFromWhatTheyBelongTo()
{
    const SnapshotPtr record = test::sampleRecord();
    QCOMPARE(centresOf(*record, {FigureId{1}}, FigureId{1}), (std::vector<ItemId>{ArticleId{1}, AgentId{2}}));
    QCOMPARE(centresOf(*record, {EventId{1}}, EventId{1}), (std::vector<ItemId>{AgentId{2}, ArticleId{1}}));
    QCOMPARE(centresOf(*record, {MentionId{1}}, {}), (std::vector<ItemId>{AgentId{1}}));
    QCOMPARE(centresOf(*record, {QuotationId{4}, QuotationId{1}}, QuotationId{4}), (std::vector<ItemId>{QuotationId{4}, QuotationId{1}}));
}

void TestGraph::everyEdgeHasItsPassages()
{
    const SnapshotPtr record = test::generatedRecord({.articles = 20});
    const Visible visible = apply({}, *record);
    GraphTypes all;
    all.nodes = all.edges = 0b111111;
    GraphTypes coarse = overviewTypes();
    coarse.set(NodeKind::Article, false);
    coarse.set(EdgeKind::Mentions, true);
    QSet<int> kinds;
    for (const GraphTypes &types : {all, overviewTypes(), coarse, GraphTypes()}) {
        GraphAsk ask;
        ask.centres = {AgentId{1}, AgentId{2}};
        ask.depth = 3;
        ask.types = types;
        const Graph graph = growGraph(*record, visible, ask);
        for (const GraphEdge &edge : graph.edges) {
            const ItemId a = graph.nodes[static_cast<size_t>(edge.a)].item;
            const ItemId b = graph.nodes[static_cast<size_t>(edge.b)].item;
            const std::vector<ItemId> passages = evidenceOf(*record, visible, a, b, edge.kind);
            kinds.insert(static_cast<int>(edge.kind));
            if (edge.kind != EdgeKind::WorksFor) // an affiliation may come from a list, not from a text
                QVERIFY2(!passages.empty(), qPrintable(QString::number(static_cast<int>(edge.kind))));
            QCOMPARE(passages, evidenceOf(*record, visible, b, a, edge.kind));
            if (edge.kind == EdgeKind::Said && a.type == ItemType::Agent && b.type != ItemType::Quotation)
                QCOMPARE(edge.weight, static_cast<qint32>(passages.size()));
        }
    }
    QCOMPARE(kinds.size(), edgeKindCount);
}

void TestGraph::placesAndProductsAreNoNodes()
{
    Snapshot::Rows rows;
    Agent place;
    place.id = {1};
    place.type = AgentType::Place;
    rows.agents = {place};
    QVERIFY(around(std::make_shared<Snapshot>(rows), {AgentId{1}}).nodes.empty());
}

QTEST_GUILESS_MAIN(TestGraph)
#include "tst_graph.moc"
