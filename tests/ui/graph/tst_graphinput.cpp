// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generatedrecord.h"
#include "tests/ui/graph/graphstage.h"
#include "ui/graph/edgetable.h"

#include <QLineEdit>
#include <QMenu>
#include <QWheelEvent>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::EdgeKind;

/// Mouse and keys in the graph.
class TestGraphInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickSelectsAndKeepsTheOthers();
    void aDoubleClickOpensThePassage();
    void controlEnterCentres();
    void draggingPlacesANodeForGood();
    void draggingTheGroundPans();
    void theWheelZoomsAtTheMouse();
    void aLineLeadsToItsPassages();
    void aSingleReasonOpensAtOnce();
    void deleteHidesAndResetBringsBack();
    void arrowsWalkAlongTheLinks();
    void typingFindsANode();
    void controlNineFits();
};

void TestGraphInput::aClickSelectsAndKeepsTheOthers()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    const size_t before = stage.graph().nodes.size();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(QuotationId{4}));
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{4}));
    QTRY_VERIFY(stage.pane.view()->scene().selected.contains(QuotationId{4}));
    QCOMPARE(stage.graph().nodes.size(), before);
    QCOMPARE(stage.pane.centres(), std::vector<ItemId>{AgentId{1}});
}

void TestGraphInput::aDoubleClickOpensThePassage()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseDClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(QuotationId{4}));
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
}

void TestGraphInput::controlEnterCentres()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(ArticleId{2}));
    stage.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(stage.graph().nodes[0].item, ItemId(ArticleId{2}));
}

void TestGraphInput::draggingPlacesANodeForGood()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    const QPoint from = stage.at(QuotationId{4});
    const QPoint to = from + QPoint(60, -45);
    QTest::mousePress(stage.pane.view(), Qt::LeftButton, {}, from);
    QTest::mouseMove(stage.pane.view(), (from + to) / 2);
    QTest::mouseMove(stage.pane.view(), to);
    QTest::mouseRelease(stage.pane.view(), Qt::LeftButton, {}, to);
    QVERIFY((stage.at(QuotationId{4}) - to).manhattanLength() <= 2);
    QVERIFY(stage.workspace.selection().current() == ItemId(AgentId{1})); // placing is not selecting
    stage.pane.setDepth(3); // laid out again, with more nodes
    QTRY_VERIFY(stage.graph().nodes.size() > 8);
    stage.settle();
    QVERIFY((stage.at(QuotationId{4}) - to).manhattanLength() <= 2);
    QVERIFY(stage.pane.view()->scene().isPinned[static_cast<size_t>(stage.graph().find(QuotationId{4}))]);
}

void TestGraphInput::draggingTheGroundPans()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    const QPoint before = stage.at(AgentId{1});
    QTest::mousePress(stage.pane.view(), Qt::LeftButton, {}, {4, 4});
    QTest::mouseMove(stage.pane.view(), {30, 30});
    QTest::mouseMove(stage.pane.view(), {64, 24});
    QTest::mouseRelease(stage.pane.view(), Qt::LeftButton, {}, {64, 24});
    QVERIFY((stage.at(AgentId{1}) - before - QPoint(60, 20)).manhattanLength() <= 2);
}

void TestGraphInput::theWheelZoomsAtTheMouse()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    const QPoint at = stage.at(QuotationId{1});
    const double zoom = stage.pane.view()->zoom();
    QWheelEvent event(at, stage.pane.view()->mapToGlobal(QPointF(at)), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(stage.pane.view(), &event);
    QVERIFY(stage.pane.view()->zoom() > zoom);
    QVERIFY((stage.at(QuotationId{1}) - at).manhattanLength() <= 2);
}

void TestGraphInput::aLineLeadsToItsPassages()
{
    const SnapshotPtr record = test::generatedRecord();
    test::GraphStage stage(record);
    QVERIFY(stage.shows(AgentId{1}));
    stage.settle();
    const auto edge = std::ranges::find_if(stage.graph().edges, [](const explore::GraphEdge &e) { return e.kind == EdgeKind::Said && e.weight > 1; });
    QVERIFY(edge != stage.graph().edges.end());
    const explore::Line line = stage.pane.view()->scene().lines[static_cast<size_t>(edge - stage.graph().edges.begin())];
    const qint32 weight = edge->weight;
    // A place on the line that no other line and no node covers.
    QPoint on;
    for (double share = 0.2; share < 0.8; share += 0.02) {
        const QPointF point = line.a + (line.b - line.a) * share;
        if (explore::lineAt(stage.pane.view()->scene().lines, point, 3) == static_cast<qint32>(edge - stage.graph().edges.begin()) && stage.pane.view()->itemAt(point.toPoint()) < 0)
            on = point.toPoint();
    }
    QVERIFY(!on.isNull());
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, on);
    QMenu *list = nullptr;
    QTRY_VERIFY((list = stage.pane.findChild<QMenu *>(u"graphPassages"_s)) && list->isVisible());
    QList<QAction *> passages;
    for (QAction *action : list->actions()) {
        if (!action->isSeparator())
            passages += action;
    }
    QCOMPARE(passages.size(), qsizetype{weight} + 1); // and one to select them all
    passages.front()->trigger();
    QCOMPARE(stage.workspace.passage().item.type, ItemType::Quotation);
    list->close();
}

void TestGraphInput::aSingleReasonOpensAtOnce()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.middleOf(AgentId{1}, QuotationId{4}));
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
}

void TestGraphInput::deleteHidesAndResetBringsBack()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(QuotationId{4}));
    stage.key(Qt::Key_Delete);
    QVERIFY(stage.hides(QuotationId{4}));
    QTRY_VERIFY(stage.pane.subtitle().contains(u'1')); // says that something is taken out
    stage.pane.resetPicture();
    QVERIFY(stage.shows(QuotationId{4}));
}

void TestGraphInput::arrowsWalkAlongTheLinks()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    stage.key(Qt::Key_Home);
    QCOMPARE(stage.pane.view()->currentItem(), 0);
    QSet<ItemId> seen;
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Up, Qt::Key_Left, Qt::Key_Left, Qt::Key_Left, Qt::Key_Down, Qt::Key_Right}) {
        stage.key(key);
        seen.insert(stage.workspace.selection().current());
    }
    QVERIFY2(seen.size() >= 3, qPrintable(QString::number(seen.size())));
    stage.workspace.selection().clear();
    QTRY_VERIFY(stage.pane.centres().empty());
    stage.workspace.selection().set(QuotationId{4});
    QVERIFY(stage.isAround(QuotationId{4}));
    stage.key(Qt::Key_Home);
    stage.key(Qt::Key_Return);
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
}

void TestGraphInput::typingFindsANode()
{
    test::GraphStage stage(test::sampleRecord());
    QVERIFY(stage.shows(AgentId{2}));
    QTest::keyClicks(stage.pane.view(), u"h"_s);
    auto *search = stage.pane.view()->findChild<QLineEdit *>(u"graphSearch"_s);
    QTRY_VERIFY(search->isVisible());
    QTest::keyClicks(search, u"arbour b"_s);
    QCOMPARE(std::ranges::count(stage.pane.view()->scene().isMatch, true), std::ptrdiff_t{1});
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(stage.workspace.selection().current(), ItemId(AgentId{2}));
    QVERIFY((stage.at(AgentId{2}) - stage.pane.view()->rect().center()).manhattanLength() <= 3);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!search->isVisible());
    QVERIFY(stage.pane.view()->scene().isMatch.empty());
}

void TestGraphInput::controlNineFits()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    stage.pane.view()->zoomAround({0, 0}, 3.5);
    QVERIFY(!stage.pane.view()->rect().contains(stage.at(ArticleId{1})) || !stage.pane.view()->rect().contains(stage.at(ArticleId{2})));
    stage.key(Qt::Key_9, Qt::ControlModifier);
    for (const explore::GraphNode &node : stage.graph().nodes)
        QVERIFY(stage.pane.view()->rect().contains(stage.at(node.item)));
}

QTEST_MAIN(TestGraphInput)
#include "tst_graphinput.moc"
