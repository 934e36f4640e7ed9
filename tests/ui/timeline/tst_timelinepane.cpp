// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generatedrecord.h"
#include "tests/ui/timeline/timelinestage.h"
#include "ui/timeline/rangeeditor.h"

#include <QAccessible>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::Facet;
using Stage = test::TimelineStage;

namespace {

constexpr qint64 day = 86400;

} // namespace

/// What the timeline shows, offers and tells.
class TestTimelinePane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRangeCanBeTyped();
    void aWrongDateIsSaidAndNothingChanges();
    void aFewFarMarksDoNotSqueezeTheRest();
    void rowsCanBeSplitByPerson();
    void wordsOfSeveralAreReadOutWithAllNamesAndKeepTheirRow();
    void anEmptyRecordSaysWhatWouldBeHere();
    void aFilterThatHidesAllOffersToClear();
    void screenReadersSeeEveryMark();
    void stateIsRestored();
    void narrowAndWideStayInsideThePane_data();
    void narrowAndWideStayInsideThePane();
};

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
