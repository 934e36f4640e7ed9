// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/samplearticles.h"
#include "ui/coverage/coveragemodel.h"
#include "ui/coverage/coveragepane.h"
#include "ui/coverage/doubtmodel.h"
#include "ui/widgets/desk.h"

#include <QAbstractItemModelTester>
#include <QTableView>
#include <QTest>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

/// Three outlets print one remark: whole, shortened and not at all; and a fourth gives other words to two people.
class TestCoveragePane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aCellSaysHowAnOutletCarriesARemarkAndOpensIt();
    void doubtfulSpeakersAreListedAndOpenBothPlaces();

private:
    static SnapshotPtr record();

    QTemporaryDir m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<explore::Workspace> m_space;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<CoveragePane> m_pane;
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
    m_pane.reset();
    m_desk.reset();
    m_space.reset();
    m_settings = std::make_unique<QSettings>(m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<store::Store>(test::fixedClock());
    m_space = std::make_unique<explore::Workspace>();
    m_space->reset(record());
    m_desk = std::make_unique<Desk>(*m_space, *m_store, *m_settings);
    m_pane = std::make_unique<CoveragePane>(*m_desk);
    m_pane->resize(900, 300);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
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
    QVERIFY(model->index(0, 3).data().toString().contains(u"absent"));
    QVERIFY(model->index(0, 3).data(Qt::AccessibleTextRole).toString().contains(u"Lamp"));
    view->setFocus();
    view->setCurrentIndex(model->index(0, 1));
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->currentIndex().column(), 2);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_space->selection().current(), ItemId(QuotationId{2}));
    QCOMPARE(m_space->passage().article, ArticleId{2});
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Return); // absent: nothing to open
    QCOMPARE(m_space->passage().article, ArticleId{2});
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

QTEST_MAIN(TestCoveragePane)
#include "tst_coveragepane.moc"
