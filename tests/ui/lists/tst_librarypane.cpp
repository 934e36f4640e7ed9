// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/shapes.h"
#include "tests/core/store/samplearticles.h"
#include "tests/support/generatedrecord.h"
#include "tests/support/samplerecord.h"
#include "ui/lists/librarypane.h"
#include "ui/lists/sectiongrid.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"

#include <QJsonObject>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using present::Section;

namespace {

/// A pane with everything it needs, shown.
struct Stage {
    explicit Stage(SnapshotPtr record = test::sampleRecord(), QSize size = {320, 640})
    {
        QObject::connect(&store, &store::Store::snapshotChanged, &workspace, [this] { workspace.setSnapshot(store.snapshot()); });
        workspace.reset(std::move(record));
        pane.resize(size);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qWarning("the pane is not shown");
        pane.activateWindow();
        QCoreApplication::processEvents();
    }
    /// A real project with two articles instead of a record made by hand.
    [[nodiscard]] bool openProject()
    {
        store.create(folder.filePath(u"bridge.onrecord"_s));
        store.run([](store::Project &project) -> Result<void> {
            for (const auto &article : {test::bridgeShut(), test::rustAndRumours()}) {
                if (const auto added = project.addArticle(article); !added)
                    return std::unexpected(added.error());
            }
            return {};
        });
        return QTest::qWaitFor([this] { return workspace.snapshot()->articles().size() == 2; });
    }
    RecordView &show(Section section)
    {
        QTest::mouseClick(pane.findChild<CountButton *>(u"section."_s + present::sectionKey(section)), Qt::LeftButton);
        RecordView &view = pane.view(section);
        view.setFocus();
        QCoreApplication::processEvents();
        return view;
    }
    QAction *action(const QString &name) const { return pane.findChild<QAction *>(name); }
    AgentId agentNamed(const QString &name) const
    {
        for (const Agent &row : workspace.snapshot()->agents()) {
            if (row.name == name)
                return row.id;
        }
        return {};
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    explore::Workspace workspace;
    store::Store store{test::fixedClock()};
    Desk desk{workspace, store, settings};
    LibraryPane pane{desk};
};

void click(RecordView &view, ItemId item, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QRect where = view.visualRect(view.words().index(view.model().rowOf(item), 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, where.center());
    QCoreApplication::processEvents();
}

QStringList firstColumn(RecordView &view)
{
    QStringList out;
    for (int row = 0; row < view.words().rowCount(); ++row)
        out.append(view.words().index(row, 0).data().toString());
    return out;
}

} // namespace

class tst_LibraryPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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

    void everyTableSpeaksInWords()
    {
        const auto record = test::sampleRecord();
        for (int i = 0; i < present::sectionCount; ++i) {
            const auto section = static_cast<Section>(i);
            models::RecordModel model(present::shapeOf(section));
            present::TableProxy words(section, model);
            QAbstractItemModelTester tester(&words, QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.show(record, explore::apply({}, *record));
            for (int column = 0; column < words.columnCount(); ++column) {
                QVERIFY(!words.headerData(column, Qt::Horizontal).toString().isEmpty());
                QVERIFY(!present::columnKey(section, column).isEmpty());
            }
            QCOMPARE(present::sectionFromKey(present::sectionKey(section)), std::optional(section));
        }
    }

    void wordsKeepClearOfTheDiscBesideThem()
    {
        const SnapshotPtr sample = test::sampleRecord();
        Snapshot::Rows rows;
        rows.outlets = sample->outlets();
        rows.articles = sample->articles();
        rows.agents = sample->agents();
        rows.quotations = sample->quotations();
        Carry lost;
        lost.id = {1};
        lost.quotation = rows.quotations.front().id;
        lost.article = rows.articles.back().id;
        rows.carries.push_back(lost);
        const auto record = std::make_shared<Snapshot>(std::move(rows));
        bool isInAttention = false;
        for (int i = 0; i < present::sectionCount; ++i) {
            const auto section = static_cast<Section>(i);
            models::RecordModel model(present::shapeOf(section));
            const present::TableProxy words(section, model);
            model.show(record, explore::apply({}, *record));
            for (int row = 0; row < words.rowCount(); ++row) {
                const QModelIndex first = words.index(row, 0);
                const bool hasDisc = !first.data(present::TableProxy::DiscRole).value<present::Disc>().identity.isEmpty();
                QVERIFY(!hasDisc || first.data(present::TableProxy::HasDiscsRole).toBool());
                isInAttention = isInAttention || (hasDisc && section == Section::Attention);
            }
        }
        QVERIFY(isInAttention); // a quotation that a later version lost, with its speaker's disc
    }

    void sectionsCountWhatIsShownOfAll()
    {
        Stage stage;
        const auto count = [&](Section section) { return stage.pane.findChild<CountButton *>(u"section."_s + present::sectionKey(section))->countText(); };
        QCOMPARE(count(Section::Articles), u"3"_s);
        QCOMPARE(count(Section::Quotations), u"6"_s);
        QCOMPARE(count(Section::Attention), u"2"_s); // no date, no outlet
        stage.workspace.setFilter(explore::Filter().with({.facet = explore::Facet::Agent, .value = 1}));
        QTRY_COMPARE(count(Section::Quotations), u"2/6"_s);
        QCOMPARE(count(Section::Articles), u"2/3"_s);
        QCOMPARE(stage.pane.findChild<CountButton *>(u"section.quotations"_s)->accessibleName(), u"Quotations, 2 of 6 shown"_s);
    }

    void arrowsMoveThroughTheSections()
    {
        Stage stage;
        auto *articles = stage.pane.findChild<CountButton *>(u"section.articles"_s);
        articles->setFocus();
        QTest::keyClick(articles, Qt::Key_Right);
        QCOMPARE(stage.pane.section(), Section::People);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(stage.pane.section(), Section::Quotations);
    }

    void aClickSelectsEverywhere()
    {
        Stage stage;
        RecordView &people = stage.show(Section::People);
        click(people, AgentId{1});
        QCOMPARE(stage.workspace.selection().items(), QSet<ItemId>{AgentId{1}});
        QCOMPARE(stage.workspace.selection().current(), ItemId(AgentId{1}));
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

    void theNextInTheListOpensItsPassage()
    {
        Stage stage;
        stage.show(Section::Quotations);
        auto *next = stage.pane.findChild<QAction *>(u"library.next"_s);
        auto *previous = stage.pane.findChild<QAction *>(u"library.previous"_s);
        QVERIFY(next && previous);
        next->trigger();
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1}));
        next->trigger();
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{2}));
        previous->trigger();
        previous->trigger(); // the first stays the first
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1}));
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

    void typingInTheTableFinds()
    {
        Stage stage;
        RecordView &people = stage.show(Section::People);
        auto *find = stage.pane.findChild<QLineEdit *>(u"library.find"_s);
        QTest::keyClick(&people, Qt::Key_R);
        QCOMPARE(find->text(), u"r"_s);
        QVERIFY(find->hasFocus());
        QTest::keyClicks(find, u"uiz"_s);
        QCOMPARE(firstColumn(people), QStringList{u"Ana Ruiz"_s});
        QTest::keyClick(find, Qt::Key_Return);
        QVERIFY(people.hasFocus());
        QCOMPARE(stage.workspace.selection().current(), ItemId(AgentId{1}));
        QTest::keyClick(&people, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(find->hasFocus());
    }

    void anEmptyTableSaysWhyAndOffersAWayOut()
    {
        Stage stage(std::make_shared<Snapshot>());
        auto *empty = stage.pane.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QSignalSpy wanted(&stage.desk, &Desk::actionWanted);
        QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), u"file.import"_s);
        stage.workspace.setSnapshot(test::sampleRecord());
        QTRY_VERIFY(!empty->isVisible());
        stage.workspace.setFilter(explore::Filter().with({.facet = explore::Facet::Article, .value = 99}));
        QTRY_VERIFY(empty->isVisible());
        QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(stage.workspace.filter().isEmpty());
        QTRY_VERIFY(!empty->isVisible());
    }

    void sectionColumnsAndOrderAreRemembered()
    {
        QJsonObject state;
        {
            Stage stage;
            RecordView &quotations = stage.show(Section::Quotations);
            quotations.showColumn(models::QuotationColumn::Said, true);
            quotations.showColumn(models::QuotationColumn::Outlet, true);
            quotations.horizontalHeader()->moveSection(quotations.horizontalHeader()->visualIndex(models::QuotationColumn::Outlet), 1);
            quotations.sortByColumn(models::QuotationColumn::Said, Qt::DescendingOrder);
            state = stage.pane.saveState();
        }
        Stage stage;
        stage.pane.restoreState(QJsonDocument::fromJson(QJsonDocument(state).toJson()).object());
        QCOMPARE(stage.pane.section(), Section::Quotations);
        RecordView &quotations = stage.pane.view(Section::Quotations);
        QCOMPARE(quotations.shownColumns(), (QList<int>{models::QuotationColumn::Words, models::QuotationColumn::Outlet, models::QuotationColumn::Said}));
        QCOMPARE(quotations.model().sortColumn(), static_cast<int>(models::QuotationColumn::Said));
        QCOMPARE(quotations.model().sortOrder(), Qt::DescendingOrder);
        stage.pane.restoreState({});
        QCOMPARE(quotations.shownColumns(), QList<int>{models::QuotationColumn::Words});
    }

    void showOnlyAndExcludeReduceEveryPane()
    {
        Stage stage;
        RecordView &quotations = stage.show(Section::Quotations);
        click(quotations, QuotationId{1});
        stage.action(u"library.showOnly"_s)->trigger();
        QCOMPARE(stage.workspace.filter(), explore::Filter().with({.facet = explore::Facet::Agent, .value = 1}));
        QTRY_COMPARE(quotations.words().rowCount(), 2);
        QVERIFY(stage.workspace.selection().has(QuotationId{1})); // still selected
        stage.workspace.goBack();
        stage.workspace.setFilter({});
        RecordView &people = stage.show(Section::People);
        click(people, AgentId{1});
        stage.action(u"library.exclude"_s)->trigger();
        QTRY_COMPARE(people.model().rowOf(AgentId{1}), -1);
    }

    void showOnlyMeansEverybodyWhoSaysIt()
    {
        Stage stage(test::jointRecord());
        click(stage.show(Section::Quotations), QuotationId{1});
        QCOMPARE(stage.action(u"library.showOnly"_s)->text(), u"&Show Only Ana Ruiz, Tom Hale"_s);
        stage.action(u"library.showOnly"_s)->trigger();
        const auto said = [](qint64 agent) { return explore::Term{.facet = explore::Facet::Agent, .value = agent}; };
        QCOMPARE(stage.workspace.filter(), explore::Filter().with(said(1)).with(said(4)));
        stage.workspace.setFilter({});
        stage.action(u"library.exclude"_s)->trigger();
        QTRY_COMPARE(stage.pane.view(Section::Quotations).model().rowOf(QuotationId{3}), -1);
    }

    void rowsAreCopiedAsTextCsvAndCitation()
    {
        Stage stage;
        RecordView &people = stage.show(Section::People);
        people.showColumn(models::AgentColumn::Role, true);
        click(people, AgentId{1});
        QTest::keyClick(&people, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Ana Ruiz\tchief engineer\t2\n"_s);
        stage.action(u"library.copyCsv"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().replace(u"\r\n"_s, u"\n"_s), u"Name,Role,Quotations\nAna Ruiz,chief engineer,2\n"_s);
        RecordView &quotations = stage.show(Section::Quotations);
        click(quotations, QuotationId{1});
        stage.action(u"library.copyCitation"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"“We found rust in every second bolt,” — Ana Ruiz, “The bridge stays shut”, Harbour Herald, "_s + QLocale().toString(QDate(2031, 5, 6), u"d MMMM yyyy"_s) + u'.');
    }

    void csvQuotesWhatWouldBreakIt()
    {
        const auto record = test::sampleRecord();
        models::RecordModel model(models::quotationShape());
        present::TableProxy words(Section::Quotations, model);
        model.show(record, explore::apply({}, *record));
        QCOMPARE(tableText(words, {0, 1}, {models::QuotationColumn::Words, models::QuotationColumn::Speaker}, TableFormat::Csv),
                 u"Quotation,Speaker\r\n\"“We found rust in every second bolt,”\",Ana Ruiz\r\n“regrettable”,Harbour Board\r\n"_s);
    }

    void decisionsAreStoredAndUndone()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        RecordView &quotations = stage.show(Section::Quotations);
        const QuotationId first = stage.workspace.snapshot()->quotations().front().id;
        const auto status = [&] { return stage.workspace.snapshot()->quotation(first)->status; };
        click(quotations, first);
        stage.action(u"library.accept"_s)->trigger();
        QTRY_COMPARE(status(), Status::Accepted);
        QVERIFY(quotations.selectionModel()->hasSelection());
        stage.action(u"library.reject"_s)->trigger();
        QTRY_COMPARE(status(), Status::Rejected);
        QTRY_COMPARE(quotations.model().rowOf(first), -1); // rejected words are not shown
        stage.store.run([](store::Project &project) { return project.undo(); });
        QTRY_COMPARE(status(), Status::Accepted);
    }

    void aNameIsChangedWhereItStands()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        RecordView &people = stage.show(Section::People);
        const AgentId ana = stage.agentNamed(u"Ana Ruiz"_s);
        QVERIFY(ana);
        click(people, ana);
        QTest::keyClick(&people, Qt::Key_F2);
        auto *editor = people.viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"Ana Maria Ruiz"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->agent(ana)->name, u"Ana Maria Ruiz"_s);
        QTRY_VERIFY(firstColumn(people).contains(u"Ana Maria Ruiz"_s));
    }

    void theCurrentPersonKeepsTheMergedOnesQuotations()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        RecordView &people = stage.show(Section::People);
        const AgentId ana = stage.agentNamed(u"Ana Ruiz"_s);
        AgentId other;
        for (int row = 0; row < people.words().rowCount(); ++row) {
            if (people.model().itemAt(row) != ItemId(ana))
                other = {people.model().itemAt(row).value};
        }
        QVERIFY(other);
        const auto words = stage.workspace.snapshot()->quotationsBy(ana).size() + stage.workspace.snapshot()->quotationsBy(other).size();
        click(people, other);
        click(people, ana, Qt::ControlModifier);
        stage.action(u"library.merge"_s)->trigger();
        QTRY_VERIFY(!stage.workspace.snapshot()->agent(other));
        QCOMPARE(stage.workspace.snapshot()->quotationsBy(ana).size(), words);
        QCOMPARE(stage.workspace.selection().items(), QSet<ItemId>{ana});
    }

    void whoPerhapsSaysItTogetherIsNamed()
    {
        Snapshot::Rows rows = test::sampleRows();
        rows.quotations[0].alsoSpeakers = {{4}};
        rows.quotations[0].confidence = 0.1;
        const auto record = std::make_shared<Snapshot>(std::move(rows));
        models::RecordModel model(present::shapeOf(Section::Attention));
        const present::TableProxy words(Section::Attention, model);
        model.show(record, explore::apply({}, *record));
        const QString line = words.index(model.rowOf(QuotationId{1}), 0).data(present::TableProxy::SecondLineRole).toString();
        QVERIFY2(line.startsWith(u"perhaps Ana Ruiz, Tom Hale"_s), qPrintable(line));
    }

    void aRowIsReadOutWithItsSecondLine()
    {
        Stage stage;
        RecordView &quotations = stage.show(Section::Quotations);
        QCOMPARE(quotations.words().index(1, 0).data(Qt::AccessibleTextRole).toString(), u"“regrettable”, Harbour Board · Harbour Herald · "_s + QLocale().toString(QDate(2031, 5, 6), u"d MMM yyyy"_s));
        QVERIFY(!quotations.accessibleName().isEmpty());
    }
};

QTEST_MAIN(tst_LibraryPane)
#include "tst_librarypane.moc"
