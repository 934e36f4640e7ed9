// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generatedrecord.h"
#include "tests/support/samplerecord.h"
#include "ui/present/words.h"
#include "ui/timeline/rangeeditor.h"
#include "ui/timeline/timelinepane.h"
#include "ui/widgets/desk.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::Facet;
using explore::Lane;

namespace {

constexpr qint64 day = 86400;

/// A pane with everything it needs, shown.
struct Stage {
    explicit Stage(SnapshotPtr record = test::sampleRecord(), QSize size = {800, 260})
    {
        workspace.reset(std::move(record));
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
    [[nodiscard]] bool isReady() { return QTest::qWaitFor([this] { return pane.view()->itemCount() > 0; }); }
    [[nodiscard]] QPoint centre(ItemId item, Lane lane) const { return pane.view()->rectOf(item, lane).center(); }
    [[nodiscard]] QWidget *surface() const { return pane.view()->viewport(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(pane.view(), static_cast<Qt::Key>(key), modifiers); }
    void wheel(QPointF at, int angle)
    {
        QWheelEvent event(at, surface()->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(surface(), &event);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(surface(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(surface(), (from + to) / 2);
        QTest::mouseMove(surface(), to);
        QTest::mouseRelease(surface(), Qt::LeftButton, modifiers, to);
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    explore::Workspace workspace;
    store::Store store{std::make_shared<SystemClock>()};
    Desk desk{workspace, store, settings};
    TimelinePane pane{desk};
    QWidget titleBar;
};

} // namespace

class TestTimelinePane : public QObject
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
    void aFewFarMarksDoNotSqueezeTheRest();
    void aPinnedPaneCanStillBeZoomed();
    void theRangeCanBeTyped();
    void aWrongDateIsSaidAndNothingChanges();
    void datesAreReadAsPeopleWriteThem_data();
    void datesAreReadAsPeopleWriteThem();
    void rowsCanBeSplitByPerson();
    void wordsOfSeveralAreReadOutWithAllNamesAndKeepTheirRow();
    void anEmptyRecordSaysWhatWouldBeHere();
    void aFilterThatHidesAllOffersToClear();
    void screenReadersSeeEveryMark();
    void stateIsRestored();
    void narrowAndWideStayInsideThePane_data();
    void narrowAndWideStayInsideThePane();
};

void TestTimelinePane::aClickSelectsWhatItHits()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{2}, Lane::Said));
    QCOMPARE(stage.workspace.selection().items(), QSet<ItemId>{ItemId(QuotationId{2})});
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(EventId{1}, Lane::Events));
    QCOMPARE(stage.workspace.selection().current(), ItemId(EventId{1}));
}

void TestTimelinePane::aDoubleClickOpensThePassage()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseDClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{4}, Lane::Printed));
    QCOMPARE(stage.workspace.passage().article, ArticleId{2});
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
}

void TestTimelinePane::controlClickAddsToTheSelection()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{1}, Lane::Said));
    QTest::mouseClick(stage.surface(), Qt::LeftButton, Qt::ControlModifier, stage.centre(QuotationId{3}, Lane::Said));
    QCOMPARE(stage.workspace.selection().items(), (QSet<ItemId>{QuotationId{1}, QuotationId{3}}));
}

void TestTimelinePane::aClickOnNothingClearsTheSelection()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.workspace.selection().set(QuotationId{1});
    const QPoint mark = stage.centre(QuotationId{1}, Lane::Said);
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, QPoint(mark.x() - 200, mark.y()));
    QVERIFY(stage.workspace.selection().items().isEmpty());
}

void TestTimelinePane::hoveringIsShared()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseMove(stage.surface(), stage.centre(QuotationId{3}, Lane::Said));
    QTRY_COMPARE(stage.workspace.selection().hovered(), ItemId(QuotationId{3}));
    QVERIFY(stage.workspace.selection().items().isEmpty());
}

void TestTimelinePane::theWheelZoomsAtTheMouse()
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

void TestTimelinePane::draggingPansTheWindowOfTime()
{
    Stage stage;
    QVERIFY(stage.isReady());
    const explore::TimeAxis before = stage.pane.view()->axis();
    stage.drag({400, 120}, {300, 120});
    const explore::TimeAxis after = stage.pane.view()->axis();
    QCOMPARE(after.end - after.start, before.end - before.start);
    QVERIFY(std::abs(explore::xAt(after, explore::timeAt(before, 400)) - 300) < 1);
}

void TestTimelinePane::draggingOnTheRulerFiltersByWhenItWasSaid()
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

void TestTimelinePane::shiftDraggingInPrintedFiltersByWhenItWasPrinted()
{
    Stage stage;
    QVERIFY(stage.isReady());
    const QPoint mark = stage.centre(QuotationId{1}, Lane::Printed);
    stage.drag(mark - QPoint(30, 0), mark + QPoint(4, 0), Qt::ShiftModifier);
    QCOMPARE(stage.workspace.filter().terms.size(), size_t{1});
    QCOMPARE(stage.workspace.filter().terms[0].facet, Facet::Printed);
}

void TestTimelinePane::escapeGivesUpADrag()
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

void TestTimelinePane::deleteRemovesTheRange()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.drag({300, 10}, {500, 10});
    QVERIFY(!stage.workspace.filter().isEmpty());
    stage.key(Qt::Key_Delete);
    QVERIFY(stage.workspace.filter().isEmpty());
}

void TestTimelinePane::arrowsWalkFromMarkToMark()
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

void TestTimelinePane::downFindsTheSameQuotationInPrint()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, stage.centre(QuotationId{3}, Lane::Said));
    stage.key(Qt::Key_Down);
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{3}));
    QCOMPARE(stage.pane.view()->scene().current.row, 2);
}

void TestTimelinePane::enterOpensWhatTheKeyboardStandsOn()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.key(Qt::Key_Right);
    stage.key(Qt::Key_Down);
    stage.key(Qt::Key_Return);
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1}));
}

void TestTimelinePane::plusAndMinusZoomAndFFits()
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

void TestTimelinePane::aFewFarMarksDoNotSqueezeTheRest()
{
    Snapshot::Rows rows;
    for (int i = 1; i <= 12; ++i) {
        Event event;
        event.id = {i};
        event.name = u"Event %1"_s.arg(i);
        event.when.when = i == 1 ? PartialDate::day(2015, 6, 1) : PartialDate::day(2031, 3, i);
        rows.events.push_back(event);
    }
    Stage stage(std::make_shared<Snapshot>(rows));
    QVERIFY(stage.isReady());
    const explore::TimeAxis axis = stage.pane.view()->axis();
    QVERIFY(axis.end - axis.start < 40 * day);
    QCOMPARE(stage.pane.view()->scene().beyond.size(), size_t{1}); // and the one outside is not hidden without a word
    const OutOfView before = stage.pane.view()->scene().beyond[0];
    QVERIFY(before.isBefore);
    QCOMPARE(before.count, qsizetype{1});
    QTest::mouseClick(stage.surface(), Qt::LeftButton, {}, (before.rect.center() + QPointF(0, stage.pane.view()->scene().rulerHeight)).toPoint());
    const auto shows2015 = [&] { return stage.pane.view()->axis().start < PartialDate::day(2015, 6, 1).earliest() && stage.pane.view()->axis().end > PartialDate::day(2015, 6, 1).latest(); };
    QTRY_VERIFY(shows2015());
    stage.key(Qt::Key_F); // everything
    QTRY_VERIFY(shows2015() && stage.pane.view()->axis().end > PartialDate::day(2031, 3, 12).latest());
}

void TestTimelinePane::aPinnedPaneCanStillBeZoomed()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.pane.setPinned(true);
    const explore::TimeAxis before = stage.pane.view()->axis();
    stage.wheel({300, 100}, 240);
    QVERIFY(stage.pane.view()->axis().end - stage.pane.view()->axis().start < before.end - before.start);
}

void TestTimelinePane::theRangeCanBeTyped()
{
    Stage stage;
    QVERIFY(stage.isReady());
    auto *editor = stage.pane.findChild<RangeEditor *>();
    QTest::mouseClick(stage.titleBar.findChild<QWidget *>(u"timelineRange"_s), Qt::LeftButton);
    QTRY_VERIFY(editor->isVisible());
    auto *from = editor->findChild<QLineEdit *>(u"filterFrom"_s);
    auto *to = editor->findChild<QLineEdit *>(u"filterTo"_s);
    from->setText(u"2031-05-06"_s);
    to->clear();
    QTest::keyClicks(to, u"7 May 2031"_s);
    QTest::keyClick(to, Qt::Key_Return);
    QCOMPARE(stage.workspace.filter().terms.size(), size_t{1});
    QCOMPARE(stage.workspace.filter().terms[0].from, PartialDate::day(2031, 5, 6).earliest());
    QCOMPARE(stage.workspace.filter().terms[0].to, PartialDate::day(2031, 5, 7).latest());
    QVERIFY(!editor->isVisible());
}

void TestTimelinePane::aWrongDateIsSaidAndNothingChanges()
{
    Stage stage;
    QVERIFY(stage.isReady());
    auto *editor = stage.pane.findChild<RangeEditor *>();
    editor->popUp(stage.pane.mapToGlobal(QPoint(400, 10)), RangeEditor::Field::Filter);
    auto *from = editor->findChild<QLineEdit *>(u"filterFrom"_s);
    from->setText(u"the other day"_s);
    QTest::mouseClick(editor->findChild<QPushButton *>(u"applyFilter"_s), Qt::LeftButton);
    QVERIFY(editor->isVisible());
    QVERIFY(stage.workspace.filter().isEmpty());
    from->setText(u"2031-05-09"_s);
    editor->findChild<QLineEdit *>(u"filterTo"_s)->setText(u"2031-05-01"_s);
    QTest::mouseClick(editor->findChild<QPushButton *>(u"applyFilter"_s), Qt::LeftButton);
    QVERIFY(stage.workspace.filter().isEmpty());
    editor->hide();
}

void TestTimelinePane::datesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("edtf");
    QTest::newRow("EDTF") << u"2025-01-24"_s << u"2025-01-24"_s;
    QTest::newRow("long") << u"24 January 2025"_s << u"2025-01-24"_s;
    QTest::newRow("short month") << u" 24  Jan 2025 "_s << u"2025-01-24"_s;
    QTest::newRow("American") << u"January 24, 2025"_s << u"2025-01-24"_s;
    QTest::newRow("month") << u"January 2025"_s << u"2025-01"_s;
    QTest::newRow("year") << u"2025"_s << u"2025"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words") << u"yesterday"_s << QString();
    QTest::newRow("no such day") << u"30 February 2025"_s << QString();
}

void TestTimelinePane::datesAreReadAsPeopleWriteThem()
{
    QFETCH(QString, words);
    const auto date = present::dateFromWords(words, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTEST(date ? date->toEdtf() : QString(), "edtf");
}

void TestTimelinePane::rowsCanBeSplitByPerson()
{
    Stage stage(test::generatedRecord(), {900, 300});
    QVERIFY(stage.isReady());
    QCOMPARE(stage.pane.view()->scene().timeline->rows.size(), size_t{3});
    stage.pane.setGrouping(explore::Grouping::Person);
    QTRY_VERIFY(stage.pane.view()->scene().timeline->rows.size() > 9);
    QTRY_VERIFY(stage.pane.view()->verticalScrollBar()->maximum() > 0); // more than fits can be scrolled to
}

void TestTimelinePane::wordsOfSeveralAreReadOutWithAllNamesAndKeepTheirRow()
{
    Stage stage(test::jointRecord(), {900, 500});
    QVERIFY(stage.isReady());
    stage.pane.setGrouping(explore::Grouping::Person);
    TimelineView *view = stage.pane.view();
    QTRY_VERIFY(view->scene().timeline->rows.size() > 5);
    const auto group = [view] { return view->scene().current.isNull() ? ItemId() : view->scene().timeline->rows[static_cast<size_t>(view->scene().current.row)].group; };
    stage.workspace.selection().set(QuotationId{1});
    QTRY_COMPARE(group(), ItemId(AgentId{1}));
    stage.key(Qt::Key_Down); // in print
    stage.key(Qt::Key_Down); // the same words in the row of who said them too
    QCOMPARE(group(), ItemId(AgentId{4}));
    QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{1}));
    QVERIFY2(view->itemText(view->currentItem()).startsWith(u"Ana Ruiz, Tom Hale, said "_s), qPrintable(view->itemText(view->currentItem())));
    const auto before = view->scene().timeline;
    stage.workspace.setFilter(explore::Filter().with({.facet = Facet::Outlet, .value = 1}));
    QTRY_VERIFY(view->scene().timeline != before);
    QCOMPARE(group(), ItemId(AgentId{4}));
}

void TestTimelinePane::anEmptyRecordSaysWhatWouldBeHere()
{
    Stage stage(std::make_shared<Snapshot>());
    QPushButton *button = nullptr;
    QTRY_VERIFY((button = stage.pane.findChild<QPushButton *>()) && !stage.pane.view()->isVisible());
    QSignalSpy wanted(&stage.desk, &Desk::actionWanted);
    for (QPushButton *each : stage.pane.findChildren<QPushButton *>()) {
        if (each->isVisible())
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), u"file.import"_s);
}

void TestTimelinePane::aFilterThatHidesAllOffersToClear()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.workspace.setFilter(explore::Filter().with({.facet = Facet::Agent, .value = 999}));
    QTRY_VERIFY(!stage.pane.view()->isVisible());
    for (QPushButton *each : stage.pane.findChildren<QPushButton *>()) {
        if (each->isVisible())
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QVERIFY(stage.workspace.filter().isEmpty());
    QTRY_VERIFY(stage.pane.view()->isVisible());
}

void TestTimelinePane::screenReadersSeeEveryMark()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(stage.pane.view());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), stage.pane.view()->itemCount());
    QCOMPARE(list->childCount(), 11);
    QStringList names;
    for (int i = 0; i < list->childCount(); ++i) {
        QAccessibleInterface *child = list->child(i);
        QVERIFY(child && child->isValid());
        QCOMPARE(child->parent(), list);
        QCOMPARE(list->indexOfChild(child), i);
        names += child->text(QAccessible::Name);
        if (!child->state().offscreen)
            QVERIFY(QRect(stage.surface()->mapToGlobal(QPoint()), stage.surface()->size()).intersects(child->rect()));
    }
    QVERIFY2(names.contains(u"Ana Ruiz, said 6 May 2031, day precision"_s), qPrintable(names.join(u'\n')));
    list->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1}));
    QVERIFY(list->child(1)->state().focused || !stage.pane.view()->hasFocus());
}

void TestTimelinePane::stateIsRestored()
{
    Stage stage(test::generatedRecord());
    QVERIFY(stage.isReady());
    stage.wheel({300, 100}, 240);
    stage.pane.setGrouping(explore::Grouping::Outlet);
    const QJsonObject state = stage.pane.saveState();
    Stage other(test::generatedRecord());
    QVERIFY(other.isReady());
    other.pane.restoreState(state);
    QTRY_COMPARE(other.pane.view()->scene().timeline->grouping, explore::Grouping::Outlet);
    QCOMPARE(other.workspace.timeWindow().start(), stage.workspace.timeWindow().start());
    QCOMPARE(other.pane.saveState(), state);
}

void TestTimelinePane::narrowAndWideStayInsideThePane_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("narrow") << QSize(300, 160);
    QTest::newRow("wide") << QSize(1400, 300);
    QTest::newRow("flat") << QSize(700, 90);
}

void TestTimelinePane::narrowAndWideStayInsideThePane()
{
    QFETCH(QSize, size);
    Stage stage(test::generatedRecord(), size);
    QVERIFY(stage.isReady());
    const explore::TimelineLayout &layout = (void(stage.pane.view()->axis()), stage.pane.view()->scene().layout);
    QVERIFY(layout.axis.width >= 40);
    for (const explore::RowLayout &row : layout.rows) {
        for (const explore::Spot &spot : row.spots)
            QVERIFY(spot.rect.top() >= row.top - 1 && spot.rect.bottom() <= row.top + row.height + 1);
    }
    QVERIFY(!stage.pane.grab().isNull());
}

QTEST_MAIN(TestTimelinePane)
#include "tst_timelinepane.moc"
