// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generatedrecord.h"
#include "tests/support/samplerecord.h"
#include "ui/graph/edgetable.h"
#include "ui/graph/graphpane.h"
#include "ui/widgets/desk.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::EdgeKind;
using explore::Facet;
using explore::NodeKind;

namespace {

/// A pane with everything it needs, shown.
struct Stage {
    explicit Stage(SnapshotPtr record = test::sampleRecord(), ItemId selected = {}, QSize size = {700, 400})
    {
        workspace.reset(std::move(record));
        if (!selected.isNull())
            workspace.selection().set(selected);
        auto *row = new QHBoxLayout(&titleBar);
        for (QWidget *widget : pane.titleWidgets())
            row->addWidget(widget);
        titleBar.show();
        pane.resize(size);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qWarning("the pane is not shown");
        pane.activateWindow();
        pane.view()->setFocus();
    }
    [[nodiscard]] bool shows(ItemId item) { return QTest::qWaitFor([&] { return graph().find(item) >= 0; }); }
    [[nodiscard]] bool hides(ItemId item) { return QTest::qWaitFor([&] { return graph().find(item) < 0; }); }
    /// The answer for this centre has arrived: not the overview's, which knows no quotations.
    [[nodiscard]] bool isAround(ItemId item)
    {
        return QTest::qWaitFor([&] {
            return !graph().nodes.empty() && graph().nodes[0].item == item
                && std::ranges::any_of(graph().nodes, [](const explore::GraphNode &node) { return node.kind == NodeKind::Quotation; });
        });
    }
    [[nodiscard]] const explore::Graph &graph() const { return *pane.view()->scene().graph; }
    [[nodiscard]] QPoint at(ItemId item) const { return pane.view()->placeOf(item).toPoint(); }
    void settle() { QVERIFY(QTest::qWaitFor([this] { return !pane.view()->isMoving(); })); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(pane.view(), static_cast<Qt::Key>(key), modifiers); }
    [[nodiscard]] QPoint middleOf(ItemId a, ItemId b) const { return (at(a) + at(b)) / 2; }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    explore::Workspace workspace;
    store::Store store{std::make_shared<SystemClock>()};
    Desk desk{workspace, store, settings};
    GraphPane pane{desk};
    QWidget titleBar;
};

} // namespace

class TestGraphPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSelectedShowsWhoIsQuotedMost();
    void aSelectionElsewhereBecomesTheCentre();
    void aClickSelectsAndKeepsTheOthers();
    void aDoubleClickOpensThePassage();
    void controlEnterCentres();
    void theSliderSaysHowFar();
    void theLegendTakesKindsAwayWithoutMovingTheRest();
    void theFilterReducesWithoutMovingTheRest();
    void draggingPlacesANodeForGood();
    void draggingTheGroundPans();
    void theWheelZoomsAtTheMouse();
    void aLineLeadsToItsPassages();
    void aSingleReasonOpensAtOnce();
    void deleteHidesAndResetBringsBack();
    void arrowsWalkAlongTheLinks();
    void typingFindsANode();
    void controlNineFits();
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
    Stage stage;
    QVERIFY(stage.shows(AgentId{1}));
    QCOMPARE(stage.graph().find(QuotationId{1}), -1); // people and articles, not every quotation
    QVERIFY(stage.graph().find(ArticleId{1}) >= 0);
    QVERIFY(!stage.pane.subtitle().isEmpty());
}

void TestGraphPane::aSelectionElsewhereBecomesTheCentre()
{
    Stage stage;
    QVERIFY(stage.shows(AgentId{1}));
    stage.workspace.selection().set(AgentId{1});
    QVERIFY(stage.shows(QuotationId{1}));
    QCOMPARE(stage.pane.centres(), std::vector<ItemId>{AgentId{1}});
    QTRY_VERIFY2(stage.pane.subtitle().contains(u"Ana Ruiz"_s), qPrintable(stage.pane.subtitle()));
    stage.workspace.selection().set(FigureId{2});
    QVERIFY(stage.shows(ArticleId{2}));
    QTRY_COMPARE(stage.graph().nodes[0].item, ItemId(ArticleId{2}));
}

void TestGraphPane::aClickSelectsAndKeepsTheOthers()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    const size_t before = stage.graph().nodes.size();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(QuotationId{4}));
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{4}));
    QTRY_VERIFY(stage.pane.view()->scene().selected.contains(QuotationId{4}));
    QCOMPARE(stage.graph().nodes.size(), before);
    QCOMPARE(stage.pane.centres(), std::vector<ItemId>{AgentId{1}});
}

void TestGraphPane::aDoubleClickOpensThePassage()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseDClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(QuotationId{4}));
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
}

void TestGraphPane::controlEnterCentres()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(ArticleId{2}));
    stage.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(stage.graph().nodes[0].item, ItemId(ArticleId{2}));
}

void TestGraphPane::theSliderSaysHowFar()
{
    Stage stage(test::generatedRecord(), AgentId{1});
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
    Stage stage(test::sampleRecord(), AgentId{1});
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
    Stage stage(test::sampleRecord(), AgentId{1});
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

void TestGraphPane::draggingPlacesANodeForGood()
{
    Stage stage(test::sampleRecord(), AgentId{1});
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

void TestGraphPane::draggingTheGroundPans()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    const QPoint before = stage.at(AgentId{1});
    QTest::mousePress(stage.pane.view(), Qt::LeftButton, {}, {4, 4});
    QTest::mouseMove(stage.pane.view(), {30, 30});
    QTest::mouseMove(stage.pane.view(), {64, 24});
    QTest::mouseRelease(stage.pane.view(), Qt::LeftButton, {}, {64, 24});
    QVERIFY((stage.at(AgentId{1}) - before - QPoint(60, 20)).manhattanLength() <= 2);
}

void TestGraphPane::theWheelZoomsAtTheMouse()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    const QPoint at = stage.at(QuotationId{1});
    const double zoom = stage.pane.view()->zoom();
    QWheelEvent event(at, stage.pane.view()->mapToGlobal(QPointF(at)), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(stage.pane.view(), &event);
    QVERIFY(stage.pane.view()->zoom() > zoom);
    QVERIFY((stage.at(QuotationId{1}) - at).manhattanLength() <= 2);
}

void TestGraphPane::aLineLeadsToItsPassages()
{
    const SnapshotPtr record = test::generatedRecord();
    Stage stage(record);
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

void TestGraphPane::aSingleReasonOpensAtOnce()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.middleOf(AgentId{1}, QuotationId{4}));
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
}

void TestGraphPane::deleteHidesAndResetBringsBack()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    QTest::mouseClick(stage.pane.view(), Qt::LeftButton, {}, stage.at(QuotationId{4}));
    stage.key(Qt::Key_Delete);
    QVERIFY(stage.hides(QuotationId{4}));
    QTRY_VERIFY(stage.pane.subtitle().contains(u'1')); // says that something is taken out
    stage.pane.resetPicture();
    QVERIFY(stage.shows(QuotationId{4}));
}

void TestGraphPane::arrowsWalkAlongTheLinks()
{
    Stage stage(test::sampleRecord(), AgentId{1});
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

void TestGraphPane::typingFindsANode()
{
    Stage stage(test::sampleRecord());
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

void TestGraphPane::controlNineFits()
{
    Stage stage(test::sampleRecord(), AgentId{1});
    QVERIFY(stage.shows(QuotationId{4}));
    stage.settle();
    stage.pane.view()->zoomAround({0, 0}, 3.5);
    QVERIFY(!stage.pane.view()->rect().contains(stage.at(ArticleId{1})) || !stage.pane.view()->rect().contains(stage.at(ArticleId{2})));
    stage.key(Qt::Key_9, Qt::ControlModifier);
    for (const explore::GraphNode &node : stage.graph().nodes)
        QVERIFY(stage.pane.view()->rect().contains(stage.at(node.item)));
}

void TestGraphPane::theTableSaysTheSame()
{
    Stage stage(test::sampleRecord(), AgentId{1});
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
    Stage stage(test::sampleRecord(), AgentId{1});
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
        Stage stage(test::generatedRecord(), AgentId{2});
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
    Stage stage(test::generatedRecord());
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
        Stage stage(test::generatedRecord());
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
    Stage stage(std::make_shared<Snapshot>());
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
    Stage stage(test::generatedRecord(), AgentId{1}, {420, 260});
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
