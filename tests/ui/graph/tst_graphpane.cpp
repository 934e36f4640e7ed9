// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generatedrecord.h"
#include "tests/ui/graph/graphstage.h"
#include "ui/graph/edgetable.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QToolButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::Facet;
using explore::NodeKind;

/// What the graph shows, says and keeps.
class TestGraphPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSelectedShowsWhoIsQuotedMost();
    void aSelectionElsewhereBecomesTheCentre();
    void theSliderSaysHowFar();
    void theLegendTakesKindsAwayWithoutMovingTheRest();
    void theFilterReducesWithoutMovingTheRest();
    void theTableSaysTheSame();
    void screenReadersSeeEveryNode();
    void thePictureIsTheSameAfterRestart();
    void thePictureIsTheSameForTheSameData();
    void anEmptyRecordSaysWhatWouldBeHere();
    void labelsDoNotCollideInTheView();
    void aGreatGraphIsPaintedByTheRasteriser();
};

void TestGraphPane::nothingSelectedShowsWhoIsQuotedMost()
{
    test::GraphStage stage;
    QVERIFY(stage.shows(AgentId{1}));
    QCOMPARE(stage.graph().find(QuotationId{1}), -1); // people and articles, not every quotation
    QVERIFY(stage.graph().find(ArticleId{1}) >= 0);
    QVERIFY(!stage.pane.subtitle().isEmpty());
}

void TestGraphPane::aSelectionElsewhereBecomesTheCentre()
{
    test::GraphStage stage;
    QVERIFY(stage.shows(AgentId{1}));
    stage.workspace.selection().set(AgentId{1});
    QVERIFY(stage.shows(QuotationId{1}));
    QCOMPARE(stage.pane.centres(), std::vector<ItemId>{AgentId{1}});
    QTRY_VERIFY2(stage.pane.subtitle().contains(u"Ana Ruiz"_s), qPrintable(stage.pane.subtitle()));
    stage.workspace.selection().set(FigureId{2});
    QVERIFY(stage.shows(ArticleId{2}));
    QTRY_COMPARE(stage.graph().nodes[0].item, ItemId(ArticleId{2}));
}

void TestGraphPane::theSliderSaysHowFar()
{
    test::GraphStage stage(test::generatedRecord(), AgentId{1});
    QVERIFY(stage.shows(AgentId{1}));
    QTRY_VERIFY(stage.graph().nodes.size() > 5);
    const size_t two = stage.graph().nodes.size();
    auto *slider = stage.titleBar.findChild<QSlider *>(u"graphDepth"_s);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(stage.pane.depth(), 3);
    QTRY_VERIFY(stage.graph().nodes.size() > two);
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_VERIFY(stage.graph().nodes.size() < two);
}

void TestGraphPane::theLegendTakesKindsAwayWithoutMovingTheRest()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(OutletId{1}));
    stage.settle();
    QHash<ItemId, QPointF> before;
    for (const explore::GraphNode &node : stage.graph().nodes)
        before.insert(node.item, stage.pane.view()->placeOf(node.item));
    auto *menu = stage.titleBar.findChild<QMenu *>(u"graphLegendMenu"_s);
    for (QAction *action : menu->actions()) {
        if (action->text() == nodeKindName(NodeKind::Outlet))
            action->trigger();
    }
    QVERIFY(!stage.pane.types().has(NodeKind::Outlet));
    QVERIFY(stage.hides(OutletId{1}));
    stage.settle();
    // The view fits anew, so compare the shape: distances keep their proportion.
    const auto distance = [&](auto place) { return QLineF(place(ItemId(AgentId{1})), place(ItemId(QuotationId{4}))).length() / QLineF(place(ItemId(AgentId{1})), place(ItemId(ArticleId{1}))).length(); };
    QVERIFY(qAbs(distance([&](ItemId item) { return before.value(item); }) - distance([&](ItemId item) { return stage.pane.view()->placeOf(item); })) < 1e-6);
}

void TestGraphPane::theFilterReducesWithoutMovingTheRest()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(OutletId{2}));
    stage.settle();
    stage.pane.view()->zoomAround({100, 100}, 1.01); // somebody has taken the view in hand
    const QPointF place = stage.pane.view()->placeOf(QuotationId{1});
    stage.workspace.setFilter(explore::Filter().with({.facet = Facet::Outlet, .value = 1}));
    QVERIFY(stage.hides(OutletId{2}));
    stage.settle();
    QCOMPARE(stage.pane.view()->placeOf(QuotationId{1}), place);
    stage.workspace.setFilter({});
    QVERIFY(stage.shows(OutletId{2}));
    stage.settle();
    QCOMPARE(stage.pane.view()->placeOf(QuotationId{1}), place);
}

void TestGraphPane::theTableSaysTheSame()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    auto *button = stage.titleBar.findChild<QToolButton *>(u"graphAsTable"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    auto *table = stage.pane.findChild<QTableView *>(u"graphTable"_s);
    QTRY_VERIFY(table->isVisible());
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), static_cast<int>(stage.graph().edges.size()));
    QStringList lines;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        lines += table->model()->index(row, EdgeTable::From).data().toString() + u'|' + table->model()->index(row, EdgeTable::How).data().toString() + u'|' + table->model()->index(row, EdgeTable::To).data().toString();
    QVERIFY2(std::ranges::any_of(lines, [](const QString &line) { return line.startsWith(u"Ana Ruiz|said|“We found"_s); }), qPrintable(lines.join(u'\n')));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(stage.workspace.passage().article);
}

void TestGraphPane::screenReadersSeeEveryNode()
{
    test::GraphStage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(stage.pane.view());
    QVERIFY(list);
    QCOMPARE(list->childCount(), static_cast<int>(stage.graph().nodes.size()));
    QAccessibleInterface *ana = list->child(0);
    QVERIFY2(ana->text(QAccessible::Name).startsWith(u"Ana Ruiz, person"_s), qPrintable(ana->text(QAccessible::Name)));
    QVERIFY(ana->rect().contains(stage.pane.view()->mapToGlobal(stage.at(AgentId{1}))));
    QCOMPARE(list->childAt(ana->rect().center().x(), ana->rect().center().y()), ana);
    QVERIFY(ana->state().selected);
    list->child(list->childCount() - 1)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(stage.workspace.selection().current(), stage.graph().nodes.back().item);
}

void TestGraphPane::thePictureIsTheSameAfterRestart()
{
    QJsonObject state;
    QPointF place;
    {
        test::GraphStage stage(test::generatedRecord(), AgentId{2});
        QVERIFY(stage.isAround(AgentId{2}));
        stage.settle();
        const ItemId last = stage.graph().nodes.back().item;
        const QPoint from = stage.at(last);
        QTest::mousePress(stage.pane.view(), Qt::LeftButton, {}, from);
        QTest::mouseMove(stage.pane.view(), from + QPoint(20, 10));
        QTest::mouseMove(stage.pane.view(), from + QPoint(40, 20));
        QTest::mouseRelease(stage.pane.view(), Qt::LeftButton, {}, from + QPoint(40, 20));
        stage.pane.view()->fit();
        place = stage.pane.view()->placeOf(last);
        state = stage.pane.saveState();
    }
    test::GraphStage stage(test::generatedRecord());
    stage.pane.restoreState(state);
    stage.workspace.selection().set(AgentId{2});
    QVERIFY(stage.isAround(AgentId{2}));
    stage.settle();
    stage.pane.view()->fit();
    const QPointF now = stage.pane.view()->placeOf(stage.graph().nodes.back().item);
    QVERIFY(QLineF(place, now).length() < 1);
    QVERIFY(stage.pane.view()->scene().isPinned.back());
}

void TestGraphPane::thePictureIsTheSameForTheSameData()
{
    std::vector<QPointF> first;
    for (int run = 0; run < 2; ++run) {
        test::GraphStage stage(test::generatedRecord());
        if (run == 1) { // by another way
            stage.workspace.selection().set(AgentId{5});
            QVERIFY(stage.isAround(AgentId{5}));
        }
        stage.workspace.selection().set(AgentId{1});
        QVERIFY(stage.isAround(AgentId{1}));
        stage.settle();
        std::vector<QPointF> places;
        for (const explore::GraphNode &node : stage.graph().nodes)
            places.push_back(stage.pane.view()->placeOf(node.item));
        if (run == 0)
            first = places;
        else
            QCOMPARE(places, first);
    }
}

void TestGraphPane::anEmptyRecordSaysWhatWouldBeHere()
{
    test::GraphStage stage(std::make_shared<Snapshot>());
    QTRY_VERIFY(!stage.pane.view()->isVisible());
    QSignalSpy wanted(&stage.desk, &Desk::actionWanted);
    for (QPushButton *each : stage.pane.findChildren<QPushButton *>()) {
        if (each->isVisible())
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QCOMPARE(wanted.size(), 1);
}

void TestGraphPane::labelsDoNotCollideInTheView()
{
    test::GraphStage stage(test::generatedRecord(), AgentId{1}, {420, 260});
    QVERIFY(stage.shows(AgentId{1}));
    QTRY_VERIFY(stage.graph().nodes.size() > 6);
    stage.settle();
    int shown = 0;
    for (const double factor : {1.0, 2.0, 0.3}) {
        stage.pane.view()->zoomAround({210, 130}, factor);
        (void)stage.at(AgentId{1});
        const std::vector<QRectF> &labels = stage.pane.view()->scene().labels;
        for (size_t a = 0; a < labels.size(); ++a) {
            shown += labels[a].isEmpty() ? 0 : 1;
            for (size_t b = a + 1; b < labels.size(); ++b)
                QVERIFY(labels[a].isEmpty() || labels[b].isEmpty() || !labels[a].intersects(labels[b]));
        }
    }
    QVERIFY(shown > 5);
}

void TestGraphPane::aGreatGraphIsPaintedByTheRasteriser()
{
    // Lines drawn by us lie where QPainter's lie.
    QImage ours(200, 120, QImage::Format_RGB32);
    ours.fill(Qt::white);
    QImage theirs = ours;
    const std::vector<explore::Line> lines{{{10, 10}, {180, 60}}, {{20, 110}, {60, 5}}, {{0, 50}, {199, 50}}, {{-50, -20}, {250, 140}}, {{100, -30}, {100, 150}}};
    rasterLines(ours, lines, qRgb(0, 0, 0), 1.0, 3);
    QPainter painter(&theirs);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 1));
    painter.translate(0.5, 0.5);
    for (const explore::Line &line : lines)
        painter.drawLine(line.a, line.b);
    painter.end();
    qint64 difference = 0;
    qint64 ink = 0;
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 200; ++x) {
            difference += qAbs(qGray(ours.pixel(x, y)) - qGray(theirs.pixel(x, y)));
            ink += 255 - qGray(theirs.pixel(x, y));
        }
    }
    QVERIFY2(difference < ink / 4, qPrintable(u"%1 of %2"_s.arg(difference).arg(ink)));
}

QTEST_MAIN(TestGraphPane)
#include "tst_graphpane.moc"
