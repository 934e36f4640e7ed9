// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "tests/ui/panecase.h"
#include "ui/variants/collationview.h"
#include "ui/variants/utterancelist.h"
#include "ui/variants/variantspane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

/// Three outlets print one remark: whole, with a lost "not", and shortened; a fourth remark stands alone.
class TestVariantsPane : public test::PaneCase<VariantsPane>
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_pane.reset(); }
    void utterancesWithSeveralWordingsAreListed();
    void whoSaysItTogetherIsReadOut();
    void wordingsStandUnderTheFullestOneInTheOrderTheyAppeared();
    void theBaseCanBeChosenByKeyAndByList();
    void arrowsWalkTheDifferencesAndEnterOpensThePassage();
    void aClickIntoTheStripGoesThere();
    void aSelectedQuotationBringsUpItsLine();
    void theTableIsCopiedAsText();
    void narrowPanesBreakTheWordsIntoBlocks();
    void anEmptyRecordSaysWhatWouldStandHere();

private:
    static SnapshotPtr record(bool isEmpty = false);
    CollationView *view() const { return m_pane->findChild<CollationView *>(); }
};

SnapshotPtr TestVariantsPane::record(bool isEmpty)
{
    Snapshot::Rows rows;
    const QStringList words{u"We will not open the new line in March, whatever the weather brings us."_s,
                            u"We will open the new line in March, whatever the weather brings us."_s,
                            u"We will not open the new line in March"_s, u"Nobody asked the gulls."_s};
    const QStringList outlets{u"Harbour Post"_s, u"Kite"_s, u"Lamp"_s, u"Kite"_s};
    const QList<int> days{5, 6, 4, 4};
    for (qint64 id = 1; id <= 3; ++id) {
        Outlet outlet;
        outlet.id = {id};
        outlet.name = outlets[id - 1];
        rows.outlets.push_back(outlet);
        Article article;
        article.id = {id};
        article.outlet = {id};
        article.language = u"en"_s;
        article.published.when = PartialDate::day(2031, 2, days[id - 1]);
        rows.articles.push_back(article);
    }
    Agent agent;
    agent.id = {1};
    agent.name = u"Ida Moor"_s;
    rows.agents.push_back(agent);
    rows.utterances.push_back({{1}, {}, Status::Suggested});
    rows.utterances.push_back({{2}, {}, Status::Suggested});
    for (qint64 id = 1; id <= 4; ++id) {
        Quotation quotation;
        quotation.id = {id};
        quotation.article = {std::min<qint64>(id, 3)};
        quotation.speaker = {1};
        quotation.content.exact = words[id - 1];
        quotation.content.span = {qint32(id) * 100, qint32(id) * 100 + 50};
        quotation.utterance = {id == 4 ? 2 : 1};
        if (!isEmpty || id == 4)
            rows.quotations.push_back(quotation);
    }
    return std::make_shared<Snapshot>(std::move(rows), 1);
}

void TestVariantsPane::init()
{
    enter(record());
    newPane();
    showPane({1000, 320});
    QTRY_COMPARE(view()->itemCount(), 3);
}

void TestVariantsPane::utterancesWithSeveralWordingsAreListed()
{
    auto *list = m_pane->findChild<QListView *>(u"variants.utterances"_s);
    const QAbstractItemModelTester tester(list->model());
    QCOMPARE(list->model()->rowCount(), 1); // one wording alone is no row
    QVERIFY(list->model()->index(0, 0).data().toString().contains(u"not open the new line"));
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Ida Moor"));
    QVERIFY(m_pane->subtitle().contains(u'1'));
}

void TestVariantsPane::whoSaysItTogetherIsReadOut()
{
    Snapshot::Rows rows = test::sampleRows();
    rows.quotations[3].alsoSpeakers = {{4}};
    const auto joint = std::make_shared<Snapshot>(std::move(rows));
    UtteranceList list;
    list.setRecord(joint, explore::apply({}, *joint));
    QVERIFY(list.index(0).data(Qt::AccessibleTextRole).toString().startsWith(u"Ana Ruiz, Tom Hale: "_s));
}

void TestVariantsPane::wordingsStandUnderTheFullestOneInTheOrderTheyAppeared()
{
    QCOMPARE(m_pane->base(), QuotationId{1});
    QVERIFY(view()->itemText(0).startsWith(u"Base: Harbour Post"));
    QVERIFY(view()->itemText(1).startsWith(u"Lamp")); // the 4th, before Kite's 6th
    QVERIFY(view()->itemText(1).contains(u"first"));
    QVERIFY(view()->itemText(2).startsWith(u"Kite"));
    QVERIFY(view()->itemText(2).contains(u"negation"));
    QVERIFY(view()->itemText(2).contains(u"meaning"));
    const auto summary = m_pane->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(summary, [](const QLabel *label) { return label->text().contains(u"3 sources") && label->text().contains(u"Lamp"); }));
}

void TestVariantsPane::theBaseCanBeChosenByKeyAndByList()
{
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(view()->currentLine(), 2);
    const QSignalSpy made(m_pane.get(), &VariantsPane::collated);
    QTest::keyClick(view(), Qt::Key_B);
    QCOMPARE(m_pane->base(), QuotationId{2});
    QTRY_COMPARE(made.size(), 1);
    QVERIFY(view()->itemText(0).startsWith(u"Base: Kite"));
    QCOMPARE(view()->collation().rows[1].added, 1); // "not" is now an addition of the Harbour Post
    auto *bases = m_pane->findChild<QComboBox *>(u"variants.base"_s);
    QVERIFY(bases->currentText().startsWith(u"Kite"));
    bases->setFocus();
    QTest::keyClick(bases, Qt::Key_Home);
    QTest::keyClick(bases, Qt::Key_Return);
    QCOMPARE(m_pane->base(), QuotationId{3});
}

void TestVariantsPane::arrowsWalkTheDifferencesAndEnterOpensThePassage()
{
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Right);
    const auto &columns = view()->collation().columns;
    QCOMPARE(columns[static_cast<size_t>(view()->currentColumn())].base, u"not"_s);
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(columns[static_cast<size_t>(view()->currentColumn())].base, u"whatever"_s);
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(columns[static_cast<size_t>(view()->currentColumn())].base, u"not"_s);
    QTest::keyClick(view(), Qt::Key_End);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(m_room->workspace.passage().article, ArticleId{2});
    QCOMPARE(m_room->workspace.selection().current(), ItemId(QuotationId{2}));
}

void TestVariantsPane::aClickIntoTheStripGoesThere()
{
    const QRectF strip = view()->stripRect();
    const auto &columns = view()->collation().columns;
    const auto at = std::ranges::find(columns, u"weather"_s, &match::CollatedColumn::base) - columns.begin();
    const double x = strip.left() + strip.width() * (double(at) + 0.5) / double(columns.size());
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, QPoint(int(x), int(strip.center().y())));
    QCOMPARE(view()->currentColumn(), int(at));
}

void TestVariantsPane::aSelectedQuotationBringsUpItsLine()
{
    m_room->workspace.selection().set(QuotationId{2});
    QTRY_COMPARE(view()->currentLine(), 2);
    m_room->workspace.selection().set(QuotationId{4}); // alone: nothing to compare
    QTest::qWait(0);
    QCOMPARE(m_pane->utterance(), UtteranceId{1});
}

void TestVariantsPane::theTableIsCopiedAsText()
{
    m_pane->findChild<QAction *>(u"variants.copy"_s)->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"We will [-not-] open the new line"), qPrintable(text));
    QVERIFY(text.contains(u"Base: Harbour Post"));
}

void TestVariantsPane::narrowPanesBreakTheWordsIntoBlocks()
{
    m_pane->resize(360, 500);
    QTRY_VERIFY(!view()->wordRect(0, 0).isNull());
    const QRectF first = view()->wordRect(0, 0);
    const size_t last = view()->collation().columns.size() - 1;
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Left); // the last difference comes into view
    QVERIFY(view()->wordRect(static_cast<size_t>(view()->currentColumn()), 0).right() <= view()->viewport()->width());
    QVERIFY(view()->wordRect(last, 1).isNull() || view()->wordRect(last, 1).right() <= view()->viewport()->width());
    QVERIFY(first.isValid());
}

void TestVariantsPane::anEmptyRecordSaysWhatWouldStandHere()
{
    m_room->workspace.reset(record(true));
    QTRY_VERIFY(!view()->isVisible());
    QCOMPARE(m_pane->utterance(), UtteranceId());
}

QTEST_MAIN(TestVariantsPane)
#include "tst_variantspane.moc"
