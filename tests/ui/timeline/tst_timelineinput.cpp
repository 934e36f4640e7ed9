// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/timelinestage.h"

using namespace onrecord;
using explore::Facet;
using explore::Lane;
using Stage = test::TimelineStage;

namespace {

constexpr qint64 day = 86400;

} // namespace

/// The timeline by mouse, wheel and keys.
class TestTimelineInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickSelectsWhatItHits();
    void aDoubleClickOpensThePassage();
    void controlClickAddsToTheSelection();
    void aClickOnNothingClearsTheSelection();
    void hoveringIsShared();
    void theWheelZoomsAtTheMouse();
    void draggingPansTheWindowOfTime();
    void draggingOnTheRulerFiltersByWhenItWasSaid();
    void shiftDraggingInPrintedFiltersByWhenItWasPrinted();
    void escapeGivesUpADrag();
    void deleteRemovesTheRange();
    void arrowsWalkFromMarkToMark();
    void downFindsTheSameQuotationInPrint();
    void enterOpensWhatTheKeyboardStandsOn();
    void plusAndMinusZoomAndFFits();
    void aPinnedPaneCanStillBeZoomed();
};

void TestTimelineInput::aClickSelectsWhatItHits()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{2}, Lane::Said));
    QCOMPARE(stage.workspace.selection().items(), QSet<ItemId>{ItemId(QuotationId{2})});
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(EventId{1}, Lane::Events));
    QCOMPARE(stage.workspace.selection().current(), ItemId(EventId{1}));
}

void TestTimelineInput::aDoubleClickOpensThePassage()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseDClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{4}, Lane::Printed));
    QCOMPARE(stage.workspace.passage().article, ArticleId{2});
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
}

void TestTimelineInput::controlClickAddsToTheSelection()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{1}, Lane::Said));
    QTest::mouseClick(stage.surface(), Qt::LeftButton, Qt::ControlModifier, stage.centre(QuotationId{3}, Lane::Said));
    QCOMPARE(stage.workspace.selection().items(), (QSet<ItemId>{QuotationId{1}, QuotationId{3}}));
}

void TestTimelineInput::aClickOnNothingClearsTheSelection()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.workspace.selection().set(QuotationId{1});
    const QPoint mark = stage.centre(QuotationId{1}, Lane::Said);
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, QPoint(mark.x() - 200, mark.y()));
    QVERIFY(stage.workspace.selection().items().isEmpty());
}

void TestTimelineInput::hoveringIsShared()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseMove(stage.surface(), stage.centre(QuotationId{3}, Lane::Said));
    QTRY_COMPARE(stage.workspace.selection().hovered(), ItemId(QuotationId{3}));
    QVERIFY(stage.workspace.selection().items().isEmpty());
}

void TestTimelineInput::theWheelZoomsAtTheMouse()
{
    Stage stage;
    QVERIFY(stage.isReady());
    const explore::TimeAxis before = stage.pane.view()->axis();
    stage.wheel({300, 100}, 120);
    const explore::TimeAxis after = stage.pane.view()->axis();
    QVERIFY(after.end - after.start < before.end - before.start);
    QVERIFY(std::abs(explore::timeAt(after, 300) - explore::timeAt(before, 300)) <= 2);
    QCOMPARE(stage.workspace.timeWindow().start(), after.start);
    QVERIFY(stage.workspace.filter().isEmpty()); // looking closer hides nothing elsewhere
}

void TestTimelineInput::draggingPansTheWindowOfTime()
{
    Stage stage;
    QVERIFY(stage.isReady());
    const explore::TimeAxis before = stage.pane.view()->axis();
    stage.drag({400, 120}, {300, 120});
    const explore::TimeAxis after = stage.pane.view()->axis();
    QCOMPARE(after.end - after.start, before.end - before.start);
    QVERIFY(std::abs(explore::xAt(after, explore::timeAt(before, 400)) - 300) < 1);
}

void TestTimelineInput::draggingOnTheRulerFiltersByWhenItWasSaid()
{
    Stage stage;
    QVERIFY(stage.isReady());
    const explore::TimeAxis axis = stage.pane.view()->axis();
    const qint64 first = PartialDate::day(2031, 5, 5).earliest();
    const auto x = [&](qint64 second) { return static_cast<int>(explore::xAt(axis, second)); };
    stage.drag({x(first + day / 2), 10}, {x(first + day + day / 2), 10});
    QCOMPARE(stage.workspace.filter().terms.size(), size_t{1});
    const explore::Term term = stage.workspace.filter().terms[0];
    QCOMPARE(term.facet, Facet::Said);
    QCOMPARE(term.from, first);                  // whole days
    QCOMPARE(term.to, first + 2 * day - 1);
    QCOMPARE(stage.workspace.visible().quotationCount.shown, 3);
    QTRY_COMPARE(stage.pane.view()->scene().brushes.size(), size_t{1});
    QCOMPARE(stage.pane.view()->axis(), axis); // nothing jumps
}

void TestTimelineInput::shiftDraggingInPrintedFiltersByWhenItWasPrinted()
{
    Stage stage;
    QVERIFY(stage.isReady());
    const QPoint mark = stage.centre(QuotationId{1}, Lane::Printed);
    stage.drag(mark - QPoint(30, 0), mark + QPoint(4, 0), Qt::ShiftModifier);
    QCOMPARE(stage.workspace.filter().terms.size(), size_t{1});
    QCOMPARE(stage.workspace.filter().terms[0].facet, Facet::Printed);
}

void TestTimelineInput::escapeGivesUpADrag()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mousePress(stage.surface(), Qt::LeftButton, {}, {300, 10});
    QTest::mouseMove(stage.surface(), {400, 10});
    QVERIFY(stage.pane.view()->scene().drag.has_value());
    stage.key(Qt::Key_Escape);
    QVERIFY(!stage.pane.view()->scene().drag.has_value());
    QTest::mouseRelease(stage.surface(), Qt::LeftButton, {}, {400, 10});
    QVERIFY(stage.workspace.filter().isEmpty());
}

void TestTimelineInput::deleteRemovesTheRange()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.drag({300, 10}, {500, 10});
    QVERIFY(!stage.workspace.filter().isEmpty());
    stage.key(Qt::Key_Delete);
    QVERIFY(stage.workspace.filter().isEmpty());
}

void TestTimelineInput::arrowsWalkFromMarkToMark()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.key(Qt::Key_Right);
    QCOMPARE(stage.workspace.selection().current(), ItemId(EventId{1}));
    stage.key(Qt::Key_Down);
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{1}));
    stage.key(Qt::Key_Right);
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{2}));
    stage.key(Qt::Key_End);
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{4})); // undated: at the lane's end
    stage.key(Qt::Key_Home);
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{1}));
}

void TestTimelineInput::downFindsTheSameQuotationInPrint()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{3}, Lane::Said));
    stage.key(Qt::Key_Down);
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{3}));
    QCOMPARE(stage.pane.view()->scene().current.row, 2);
}

void TestTimelineInput::enterOpensWhatTheKeyboardStandsOn()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.key(Qt::Key_Right);
    stage.key(Qt::Key_Down);
    stage.key(Qt::Key_Return);
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1}));
}

void TestTimelineInput::plusAndMinusZoomAndFFits()
{
    Stage stage;
    QVERIFY(stage.isReady());
    const explore::TimeAxis whole = stage.pane.view()->axis();
    stage.key(Qt::Key_Plus);
    const explore::TimeAxis near = stage.pane.view()->axis();
    QVERIFY(near.end - near.start < whole.end - whole.start);
    stage.key(Qt::Key_Minus);
    QVERIFY(stage.pane.view()->axis().end - stage.pane.view()->axis().start > near.end - near.start);
    stage.key(Qt::Key_F);
    QTRY_COMPARE(stage.pane.view()->axis().start, whole.start);
    QTRY_COMPARE(stage.pane.view()->axis().end, whole.end);
}

void TestTimelineInput::aPinnedPaneCanStillBeZoomed()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.pane.setPinned(true);
    const explore::TimeAxis before = stage.pane.view()->axis();
    stage.wheel({300, 100}, 240);
    QVERIFY(stage.pane.view()->axis().end - stage.pane.view()->axis().start < before.end - before.start);
}

QTEST_MAIN(TestTimelineInput)
#include "tst_timelineinput.moc"
