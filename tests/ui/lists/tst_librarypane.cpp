// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/shapes.h"
#include "tests/ui/lists/librarystage.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using present::Section;
using test::click;
using test::firstColumn;
using Stage = test::LibraryStage;

/// The pane around its tables: sections, what is found and kept, what is done to the rows.
class tst_LibraryPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNameIsCutOnlyWhereItDoesNotFit()
    {
        CountButton button(u"Needs attention"_s, u"section"_s);
        for (int points = 8; points < 16; ++points) {
            QFont font = button.font();
            font.setPointSizeF(points + 0.4);
            button.setFont(font);
            for (const int count : {7, 10, 1'234}) {
                button.setCount({count, count});
                for (int air = 0; air < 24; ++air) {
                    button.resize(button.fullWidth() + air, 28);
                    QCOMPARE(button.shownWords(), button.text());
                }
                button.resize(button.fullWidth() - 2, 28);
                QVERIFY(button.shownWords() != button.text());
            }
        }
    }

    void sectionsCountWhatIsShownOfAll()
    {
        Stage stage;
        const auto count = [&](Section section) { return stage.button(section)->countText(); };
        QCOMPARE(count(Section::Articles), u"3"_s);
        QCOMPARE(count(Section::Quotations), u"6"_s);
        QCOMPARE(count(Section::Attention), u"2"_s); // no date, no outlet
        stage.workspace.setFilter(explore::Filter().with({.facet = explore::Facet::Agent, .value = 1}));
        QTRY_COMPARE(count(Section::Quotations), u"2/6"_s);
        QCOMPARE(count(Section::Articles), u"2/3"_s);
        QCOMPARE(stage.button(Section::Quotations)->accessibleName(), u"Quotations, 2 of 6 shown"_s);
    }

    void arrowsMoveThroughTheSections()
    {
        Stage stage;
        auto *articles = stage.button(Section::Articles);
        articles->setFocus();
        QTest::keyClick(articles, Qt::Key_Right);
        QCOMPARE(stage.pane.section(), Section::People);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(stage.pane.section(), Section::Quotations);
    }

    void theNextInTheListOpensItsPassage()
    {
        Stage stage;
        stage.show(Section::Quotations);
        QAction *next = stage.action(u"library.next"_s);
        QAction *previous = stage.action(u"library.previous"_s);
        QVERIFY(next && previous);
        next->trigger();
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1}));
        next->trigger();
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{2}));
        previous->trigger();
        previous->trigger(); // the first stays the first
        QCOMPARE(stage.workspace.passage().item, ItemId(QuotationId{1}));
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
};

QTEST_MAIN(tst_LibraryPane)
#include "tst_librarypane.moc"
