// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/shapes.h"
#include "tests/support/generatedrecord.h"
#include "tests/ui/lists/librarystage.h"

#include <QHeaderView>
#include <QJsonObject>
#include <QScrollBar>
#include <QSignalSpy>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using present::Section;
using test::click;
using test::firstColumn;
using Stage = test::LibraryStage;

/// One table of the library: selected, sorted and read by mouse, keys and ear.
class tst_RecordView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickSelectsEverywhere()
    {
        Stage stage;
        RecordView &people = stage.show(Section::People);
        click(people, AgentId{1});
        QCOMPARE(stage.workspace.selection().items(), QSet<ItemId>{AgentId{1}});
        QCOMPARE(stage.workspace.selection().current(), ItemId(AgentId{1}));
    }

    void controlAndShiftSelectSeveral()
    {
        Stage stage;
        RecordView &quotations = stage.show(Section::Quotations);
        click(quotations, QuotationId{1});
        click(quotations, QuotationId{3}, Qt::ShiftModifier);
        QCOMPARE(stage.workspace.selection().items(), (QSet<ItemId>{QuotationId{1}, QuotationId{2}, QuotationId{3}}));
        QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{3}));
        click(quotations, QuotationId{2}, Qt::ControlModifier);
        QCOMPARE(stage.workspace.selection().items(), (QSet<ItemId>{QuotationId{1}, QuotationId{3}}));
    }

    void arrowsSelectAndEnterOpens()
    {
        Stage stage;
        RecordView &quotations = stage.show(Section::Quotations);
        click(quotations, QuotationId{1});
        QTest::keyClick(&quotations, Qt::Key_Down);
        QCOMPARE(stage.workspace.selection().current(), ItemId(QuotationId{2}));
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1})); // the page of the click, not yet of the arrow
        QTest::keyClick(&quotations, Qt::Key_Return);
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{2}));
    }

    void aDoubleClickOpensThePassage()
    {
        Stage stage;
        RecordView &quotations = stage.show(Section::Quotations);
        const QPoint where = quotations.visualRect(quotations.words().index(3, 0)).center();
        QTest::mouseClick(quotations.viewport(), Qt::LeftButton, {}, where);
        stage.workspace.setPassage({});
        QTest::mouseDClick(quotations.viewport(), Qt::LeftButton, {}, where);
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
    }

    void aSelectionMadeElsewhereIsFollowedAndNotCutDown()
    {
        Stage stage;
        RecordView &people = stage.show(Section::People);
        QSignalSpy changed(&stage.workspace.selection(), &explore::Selection::changed);
        const QSet<ItemId> both{AgentId{1}, QuotationId{2}};
        stage.workspace.selection().set(both, QuotationId{2});
        QTRY_COMPARE(people.selectionModel()->selectedRows().size(), 1);
        QCOMPARE(people.model().itemAt(people.selectionModel()->selectedRows()[0].row()), ItemId(AgentId{1}));
        stage.workspace.selection().set(QuotationId{2});
        QTRY_VERIFY(people.selectionModel()->selectedRows().isEmpty());
        QCOMPARE(stage.workspace.selection().items(), QSet<ItemId>{QuotationId{2}});
        QCOMPARE(changed.count(), 2); // nothing of it came back
    }

    void hoveringIsShared()
    {
        Stage stage;
        RecordView &people = stage.show(Section::People);
        QTest::mouseMove(people.viewport(), people.visualRect(people.words().index(people.model().rowOf(AgentId{4}), 0)).center());
        QTRY_COMPARE(stage.workspace.selection().hovered(), ItemId(AgentId{4}));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&people, &leave);
        QVERIFY(stage.workspace.selection().hovered().isNull());
    }

    void aClickOnTheHeaderSorts()
    {
        Stage stage;
        RecordView &articles = stage.show(Section::Articles);
        auto *header = articles.horizontalHeader();
        const auto press = [&] { QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {header->sectionViewportPosition(0) + 20, header->height() / 2}); };
        press();
        QCOMPARE(firstColumn(articles), QStringList({u"A letter from the river"_s, u"Rust and rumours"_s, u"The bridge stays shut"_s}));
        press();
        QCOMPARE(firstColumn(articles).front(), u"The bridge stays shut"_s);
    }

    void selectionSortingAndScrollSurviveANewRecord()
    {
        const test::RecordSize size{.articles = 90, .people = 60};
        Stage stage(test::generatedRecord(size));
        RecordView &articles = stage.show(Section::Articles);
        articles.sortByColumn(models::ArticleColumn::Title, Qt::DescendingOrder);
        articles.scrollTo(articles.words().index(50, 0), QAbstractItemView::PositionAtTop);
        const ItemId top = articles.model().itemAt(articles.rowAt(0));
        const ItemId chosen = articles.model().itemAt(articles.rowAt(0) + 2);
        stage.workspace.selection().set(chosen);
        QTRY_COMPARE(articles.selectionModel()->selectedRows().size(), 1);
        // One article less, so that the table is reset, and none of those in view.
        Snapshot::Rows rows;
        const auto record = stage.workspace.snapshot();
        rows.articles.assign(record->articles().begin(), record->articles().end());
        rows.outlets = record->outlets();
        std::erase_if(rows.articles, [&](const Article &row) { return row.id == ArticleId{articles.model().itemAt(0).value}; });
        stage.workspace.setSnapshot(std::make_shared<Snapshot>(std::move(rows), 2));
        QTRY_COMPARE(articles.words().rowCount(), 89);
        QCOMPARE(articles.model().itemAt(articles.rowAt(0)), top);
        QCOMPARE(articles.model().sortColumn(), static_cast<int>(models::ArticleColumn::Title));
        QCOMPARE(articles.selectionModel()->selectedRows().size(), 1);
        QCOMPARE(stage.workspace.selection().items(), QSet<ItemId>{chosen});
    }

    void aNarrowTableKeepsItsNamesAndDoesNotScrollSideways()
    {
        Stage stage;
        RecordView &view = stage.show(Section::People);
        const int number = view.shownColumns().at(1);
        const auto setWidth = [&](int width) {
            stage.pane.resize(width, 500);
            QTRY_COMPARE(stage.pane.width(), std::max(width, stage.pane.minimumSizeHint().width()));
            QCoreApplication::processEvents();
        };
        setWidth(210);
        QVERIFY(view.horizontalScrollBar()->maximum() == 0);
        QVERIFY(view.columnWidth(0) >= 150);
        const int narrow = view.columnWidth(number);
        setWidth(420);
        QVERIFY2(view.columnWidth(number) > narrow, qPrintable(u"%1, then %2 of %3"_s.arg(narrow).arg(view.columnWidth(number)).arg(view.viewport()->width()))); // the header has its room again
        // A width given by hand is kept over narrow times, and in what is saved.
        view.horizontalHeader()->resizeSection(number, 130);
        setWidth(210);
        QVERIFY(view.columnWidth(number) < 130);
        const QJsonObject state = view.saveState();
        setWidth(420);
        QCOMPARE(view.columnWidth(number), 130);
        view.restoreState({});
        view.restoreState(state);
        QCOMPARE(view.columnWidth(number), 130);
    }

    void aRowIsReadOutWithItsSecondLine()
    {
        Stage stage;
        RecordView &quotations = stage.show(Section::Quotations);
        QCOMPARE(quotations.words().index(1, 0).data(Qt::AccessibleTextRole).toString(), u"“regrettable”, Harbour Board · Harbour Herald · "_s + QLocale().toString(QDate(2031, 5, 6), u"d MMM yyyy"_s));
        QVERIFY(!quotations.accessibleName().isEmpty());
    }
};

QTEST_MAIN(tst_RecordView)
#include "tst_recordview.moc"
