// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "tests/ui/panecase.h"
#include "ui/coverage/coveragemodel.h"
#include "ui/coverage/coveragepane.h"
#include "ui/coverage/doubtmodel.h"
#include "ui/coverage/oppositionmodel.h"
#include "ui/widgets/emptystate.h"

#include <QAbstractItemModelTester>
#include <QTableView>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

/// Three outlets print one remark: whole, shortened and not at all; and a fourth gives other words to two people.
class TestCoveragePane : public test::PaneCase<CoveragePane>
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_pane.reset(); }
    void aCellSaysHowAnOutletCarriesARemarkAndOpensIt();
    void doubtfulSpeakersAreListedAndOpenBothPlaces();
    void allWhoSayItTogetherAreNamed();
    void aTabWithoutRowsSaysWhatWouldBeThere();
    void opposingStatementsOpenTheirPlaces();
    void opposingStatementsAreReadFromTheArticlesWhenLookedAt();

private:
    static SnapshotPtr record();
};

SnapshotPtr TestCoveragePane::record()
{
    Snapshot::Rows rows;
    for (qint64 id = 1; id <= 3; ++id) {
        Outlet outlet;
        outlet.id = {id};
        outlet.name = QStringList{u"Harbour Post"_s, u"Kite"_s, u"Lamp"_s}[id - 1];
        rows.outlets.push_back(outlet);
        Article article;
        article.id = {id};
        article.outlet = {id};
        rows.articles.push_back(article);
    }
    rows.utterances.push_back({{1}, {}, Status::Suggested});
    const QStringList words{u"We will open the new line in March, whatever the weather brings us."_s,
                            u"We will open the new line in March"_s};
    for (qint64 id = 1; id <= 2; ++id) {
        Quotation quotation;
        quotation.id = {id};
        quotation.article = {id};
        quotation.content.exact = words[id - 1];
        quotation.content.span = {10, 20};
        quotation.utterance = {1};
        rows.quotations.push_back(quotation);
    }
    return std::make_shared<Snapshot>(std::move(rows), 1);
}

void TestCoveragePane::init()
{
    enter(record());
    newPane();
    showPane({900, 300});
}

void TestCoveragePane::aCellSaysHowAnOutletCarriesARemarkAndOpensIt()
{
    auto *view = m_pane->findChild<QTableView *>(u"coverage.matrix"_s);
    QAbstractItemModel *model = view->model();
    const QAbstractItemModelTester tester(model);
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->columnCount(), 4);
    QCOMPARE(model->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Kite"_s);
    QVERIFY(model->index(0, 1).data().toString().contains(u"verbatim"));
    QVERIFY(model->index(0, 2).data().toString().contains(u"shortened"));
    QCOMPARE(model->index(0, 3).data().toString(), u"–"_s);
    QVERIFY(model->index(0, 3).data(Qt::AccessibleTextRole).toString().contains(u"absent"));
    QVERIFY(model->index(0, 3).data(Qt::AccessibleTextRole).toString().contains(u"Lamp"));
    view->setFocus();
    view->setCurrentIndex(model->index(0, 1));
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->currentIndex().column(), 2);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_room->workspace.selection().current(), ItemId(QuotationId{2}));
    QCOMPARE(m_room->workspace.passage().article, ArticleId{2});
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Return); // absent: nothing to open
    QCOMPARE(m_room->workspace.passage().article, ArticleId{2});
}

void TestCoveragePane::doubtfulSpeakersAreListedAndOpenBothPlaces()
{
    Snapshot::Rows rows;
    for (qint64 id = 1; id <= 2; ++id) {
        Article article;
        article.id = {id};
        rows.articles.push_back(article);
        Agent agent;
        agent.id = {id};
        agent.name = id == 1 ? u"Ida Moor"_s : u"Jon Falk"_s;
        rows.agents.push_back(agent);
        Quotation quotation;
        quotation.id = {id};
        quotation.article = {id};
        quotation.speaker = {id};
        quotation.content.exact = u"We never closed the ferry."_s;
        quotation.content.span = {5, 31};
        rows.quotations.push_back(quotation);
    }
    const auto snapshot = std::make_shared<Snapshot>(std::move(rows), 2);
    DoubtModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(snapshot, match::misattributions(*snapshot));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, DoubtModel::First).data().toString().contains(u"Ida Moor"));
    QVERIFY(model.index(0, DoubtModel::Second).data().toString().contains(u"Jon Falk"));
    QCOMPARE(model.quotationAt(model.index(0, DoubtModel::First)), QuotationId{1});
    QCOMPARE(model.quotationAt(model.index(0, DoubtModel::Second)), QuotationId{2});
}

void TestCoveragePane::allWhoSayItTogetherAreNamed()
{
    const SnapshotPtr joint = test::jointRecord();
    CoverageModel matrix;
    Snapshot::Rows rows = test::sampleRows();
    rows.quotations[3].alsoSpeakers = {{4}};
    const auto both = std::make_shared<Snapshot>(std::move(rows), 2);
    matrix.setCoverage(both, match::coverage(*both));
    QVERIFY(matrix.index(0, 0).data().toString().startsWith(u"Ana Ruiz, Tom Hale: "));
    QVERIFY(matrix.index(0, 2).data(Qt::ToolTipRole).toString().contains(u"Ana Ruiz, Tom Hale: "));

    DoubtModel doubts;
    doubts.setRows(joint, {{match::Doubt::TwoSpeakers, {1}, {2}, u"rust"_s, false, false}});
    QCOMPARE(doubts.index(0, DoubtModel::First).data().toString(), u"Ana Ruiz, Tom Hale, in Harbour Herald"_s); // whose role would it be?

    match::Statement yes;
    yes.article = {1};
    yes.speakers = {{1}, {4}};
    yes.isSaidOutright = true;
    match::Statement no = yes;
    no.speakers.clear();
    OppositionModel opposed;
    opposed.setRows(joint, {{u"bridge"_s, u"safe"_s, {yes}, {no}}});
    QCOMPARE(opposed.index(0, OppositionModel::Yes).data().toString(), u"Ana Ruiz, Tom Hale, in Harbour Herald"_s);
}

void TestCoveragePane::aTabWithoutRowsSaysWhatWouldBeThere()
{
    auto *matrix = m_pane->findChild<QTableView *>(u"coverage.matrix"_s);
    QTRY_COMPARE(matrix->model()->rowCount(), 1);
    QVERIFY(matrix->isVisible());
    m_pane->showDoubts();
    QVERIFY(!m_pane->findChild<QTableView *>(u"coverage.doubts"_s)->isVisible());
    const auto shown = [this] {
        for (const auto *empty : m_pane->findChildren<EmptyState *>()) {
            if (empty->isVisible())
                return empty->sentence();
        }
        return QString();
    };
    const QString doubts = shown();
    QVERIFY(!doubts.isEmpty());
    m_pane->showOppositions();
    QVERIFY(!m_pane->findChild<QTableView *>(u"coverage.oppositions"_s)->isVisible());
    QVERIFY(!shown().isEmpty());
    QVERIFY(shown() != doubts);
}

void TestCoveragePane::opposingStatementsOpenTheirPlaces()
{
    const auto made = record();
    OppositionModel model;
    const QAbstractItemModelTester tester(&model);
    match::Opposition found;
    found.subject = u"the ferry"_s;
    found.property = u"safe"_s;
    match::Statement yes;
    yes.article = {1};
    yes.span = {3, 7};
    yes.subjectPrinted = u"the ferry"_s;
    yes.propertyPrinted = u"safe"_s;
    yes.isSaidOutright = true;
    match::Statement no = yes;
    no.article = {2};
    no.span = {8, 12};
    no.isDenied = true;
    match::Statement passing = yes;
    passing.article = {3};
    passing.isSaidOutright = false;
    found.yes = {yes, passing};
    found.no = {no};
    model.setRows(made, {found});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0, OppositionModel::What).data().toString().contains(u"safe"));
    QVERIFY(model.index(0, OppositionModel::Yes).data().toString().contains(u"Harbour Post"));
    QVERIFY(model.index(0, OppositionModel::No).data().toString().contains(u"Kite"));
    QVERIFY(model.index(1, OppositionModel::Yes).data().toString().contains(u"in passing"));
    QCOMPARE(model.statementAt(model.index(1, OppositionModel::Yes)).article, ArticleId{3});
    QCOMPARE(model.statementAt(model.index(1, OppositionModel::No)).span, (Span{8, 12}));
}

void TestCoveragePane::opposingStatementsAreReadFromTheArticlesWhenLookedAt()
{
    m_room->createProject();
    for (const QString &text : {u"The Kestrel Bridge is not safe, said the mayor's office on Monday."_s, u"Engineers wrote that the Kestrel Bridge is safe for lorries."_s}) {
        test::ArticleBuilder article(text, text.left(9) + u".txt"_s);
        article.agent(u"Kestrel Bridge"_s, AgentType::Organisation);
        m_room->put(article.article());
    }
    QTRY_COMPARE(m_room->workspace.snapshot()->articles().size(), 2u);
    auto *view = m_pane->findChild<QTableView *>(u"coverage.oppositions"_s);
    QCOMPARE(view->model()->rowCount(), 0); // nobody has looked
    m_pane->showOppositions();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, OppositionModel::Yes));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_room->workspace.passage().article, m_room->workspace.snapshot()->articles()[1].id);
    QVERIFY(!m_room->workspace.passage().span.isEmpty());
}

QTEST_MAIN(TestCoveragePane)
#include "tst_coveragepane.moc"
