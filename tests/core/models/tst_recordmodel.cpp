// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/attention.h"
#include "core/models/recordmodel.h"
#include "core/models/shapes.h"
#include "tests/support/samplerecord.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace onrecord;
using namespace onrecord::models;
using namespace Qt::StringLiterals;

namespace {

QStringList column(const RecordModel &model, int column)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.append(model.index(row, column).data(RecordModel::ValueRole).toString());
    return out;
}

explore::Filter filterBy(explore::Facet facet, qint64 value)
{
    return explore::Filter().with({.facet = facet, .value = value});
}

/// A record of many quotations by a few people in articles of fifty.
SnapshotPtr manyQuotations(int count)
{
    Snapshot::Rows rows;
    for (int i = 1; i <= 100; ++i) {
        Agent agent;
        agent.id = {i};
        agent.name = u"Person %1"_s.arg(i);
        rows.agents.push_back(agent);
    }
    for (int i = 1; i <= count / 50 + 1; ++i) {
        Article article;
        article.id = {i};
        article.title.value = u"Article %1"_s.arg(i);
        rows.articles.push_back(article);
    }
    rows.quotations.reserve(static_cast<size_t>(count));
    for (int i = 1; i <= count; ++i) {
        Quotation row;
        row.id = {i};
        row.article = {i / 50 + 1};
        row.content.span = {i % 50 * 10, i % 50 * 10 + 5};
        row.speaker = {(static_cast<qint64>(i) * 7919) % 100 + 1};
        rows.quotations.push_back(row);
    }
    return std::make_shared<Snapshot>(std::move(rows));
}

} // namespace

class tst_RecordModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyShapeIsASoundModel_data()
    {
        QTest::addColumn<const Shape *>("shape");
        QTest::addColumn<int>("rows");
        QTest::newRow("articles") << &articleShape() << 3;
        QTest::newRow("people") << &personShape() << 3;
        QTest::newRow("organisations") << &organisationShape() << 1;
        QTest::newRow("quotations") << &quotationShape() << 6;
        QTest::newRow("figures") << &figureShape() << 2;
        QTest::newRow("events") << &eventShape() << 1;
        QTest::newRow("claims") << &claimShape() << 0;
        QTest::newRow("attention") << &attentionShape() << 1;
    }
    void everyShapeIsASoundModel()
    {
        QFETCH(const Shape *, shape);
        QFETCH(int, rows);
        RecordModel model(*shape);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto record = test::sampleRecord();
        model.show(record, explore::apply({}, *record));
        QCOMPARE(model.rowCount(), rows);
        for (int row = 0; row < rows; ++row) {
            QCOMPARE(model.rowOf(model.itemAt(row)), row);
            QCOMPARE(model.index(row, 0).data(RecordModel::ItemRole).value<ItemId>(), model.itemAt(row));
            for (int c = 0; c < model.columnCount(); ++c) {
                model.sort(c, Qt::DescendingOrder);
                model.sort(c, Qt::AscendingOrder);
            }
        }
        model.show(record, explore::apply(filterBy(explore::Facet::Article, 99), *record));
        model.show(std::make_shared<Snapshot>(), {});
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsFollowTheFilter()
    {
        const auto record = test::sampleRecord();
        RecordModel model(quotationShape());
        model.show(record, explore::apply(filterBy(explore::Facet::Agent, 1), *record));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.itemAt(0), ItemId(QuotationId{1}));
        QCOMPARE(model.itemAt(1), ItemId(QuotationId{4}));
        QCOMPARE(model.rowOf(QuotationId{2}), -1);
        QCOMPARE(model.rowOf(ArticleId{1}), -1);
    }

    void countsAreOfWhatIsShown()
    {
        const auto record = test::sampleRecord();
        RecordModel people(personShape());
        people.show(record, explore::apply({}, *record));
        const int ana = people.rowOf(AgentId{1});
        QCOMPARE(people.value(ana, AgentColumn::Quotations).toInt(), 2);
        QCOMPARE(people.value(ana, AgentColumn::Articles).toInt(), 2);
        QCOMPARE(people.value(ana, AgentColumn::Mentions).toInt(), 2);
        people.show(record, explore::apply(filterBy(explore::Facet::Outlet, 2), *record));
        QCOMPARE(people.value(people.rowOf(AgentId{1}), AgentColumn::Quotations).toInt(), 1);
        RecordModel articles(articleShape());
        articles.show(record, explore::apply({}, *record));
        QCOMPARE(articles.value(articles.rowOf(ArticleId{1}), ArticleColumn::Quotations).toInt(), 3);
        QCOMPARE(articles.value(articles.rowOf(ArticleId{1}), ArticleColumn::Figures).toInt(), 1);
    }

    void sortingIsStableAndPutsTheUnknownLast()
    {
        const auto record = test::sampleRecord();
        RecordModel model(articleShape());
        model.show(record, explore::apply({}, *record));
        model.sort(ArticleColumn::Published, Qt::AscendingOrder);
        QCOMPARE(model.itemAt(0), ItemId(ArticleId{1}));
        QCOMPARE(model.itemAt(2), ItemId(ArticleId{3}));
        model.sort(ArticleColumn::Title, Qt::AscendingOrder);
        QCOMPARE(column(model, ArticleColumn::Title), QStringList({u"A letter from the river"_s, u"Rust and rumours"_s, u"The bridge stays shut"_s}));
        model.sort(ArticleColumn::Language, Qt::DescendingOrder); // all equal
        QCOMPARE(model.itemAt(0), ItemId(ArticleId{1}));
        QCOMPARE(model.itemAt(2), ItemId(ArticleId{3}));
        model.sort(-1);
        QCOMPARE(model.itemAt(0), ItemId(ArticleId{1}));
    }

    void accentsAndCaseDoNotSplitTheAlphabet()
    {
        QCOMPARE(sortText(u"Ångström"), u"angstrom"_s);
        QVERIFY(sortText(u"élan") < sortText(u"Zebra"));
    }

    void findingLooksInEveryNameFolded()
    {
        const auto record = test::sampleRecord();
        RecordModel model(quotationShape());
        model.show(record, explore::apply({}, *record));
        model.setFind(u"EVERY  second"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setFind(u"ana ruiz"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setFind(u"nowhere at all"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFind({});
        QCOMPARE(model.rowCount(), 6);
    }

    void aChangeThatKeepsTheOrderDoesNotReset()
    {
        const auto record = test::sampleRecord();
        RecordModel model(personShape());
        model.show(record, explore::apply({}, *record));
        const QPersistentModelIndex second(model.index(1, 0));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.show(test::sampleRecord(), explore::apply({}, *record));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QVERIFY(second.isValid());
    }

    void concernsAreListedWithTheirReason()
    {
        const auto record = test::sampleRecord();
        RecordModel model(attentionShape());
        model.show(record, explore::apply({}, *record));
        QCOMPARE(model.itemAt(0), ItemId(ArticleId{3}));
        QCOMPARE(model.value(0, AttentionColumn::Concerns).toInt(), static_cast<int>((explore::Concern::NoOutlet | explore::Concern::NoDate).toInt()));
    }

    void concernsAreCountedByKindAndListedOneKindAtATime()
    {
        using explore::Concern;
        const auto sample = test::sampleRecord();
        Snapshot::Rows rows;
        rows.articles = sample->articles();
        rows.outlets = sample->outlets();
        rows.agents = sample->agents();
        rows.quotations = sample->quotations();
        rows.figures = sample->figures();
        for (Figure &figure : rows.figures)
            figure.subject.clear(); // what a figure does not say is nobody's task
        rows.quotations[0].confidence = 0.4;
        rows.articles[1].published = {};
        rows.articles[2].outletBasis = Basis::User; // somebody said that it has none
        const auto record = std::make_shared<Snapshot>(std::move(rows));
        RecordModel model(attentionShape());
        model.show(record, explore::apply({}, *record));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.ofKind(), (std::array<int, 8>{0, 0, 1, 0, 2, 0, 0, 0})); // unsure, no date
        model.setKinds(static_cast<quint32>(Concern::UnsureSpeaker));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.itemAt(0), ItemId(record->quotations()[0].id));
        QCOMPARE(model.ofKind()[4], 2); // counted all the same
        model.setKinds(static_cast<quint32>(Concern::NoDate));
        QCOMPARE(model.rowCount(), 2);
    }

    void aLargeTableIsMadeOnAWorkerAndTheNewestWishWins()
    {
        const auto record = manyQuotations(20000);
        RecordModel model(quotationShape());
        QSignalSpy shown(&model, &RecordModel::shown);
        model.show(record, explore::apply({}, *record));
        QCOMPARE(model.rowCount(), 0);
        model.show(record, explore::apply(filterBy(explore::Facet::Agent, 1), *record));
        QVERIFY(model.isWorking());
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(model.rowCount(), 200);
        QTest::qWait(0);
        QCOMPARE(shown.count(), 1);
    }

    void aMillionRowsAreWalkedByIdWithoutCounting()
    {
        const auto record = manyQuotations(1000000);
        RecordModel model(quotationShape());
        QSignalSpy shown(&model, &RecordModel::shown);
        model.show(record, explore::apply({}, *record));
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 1, 60000);
        QCOMPARE(model.rowCount(), 1000000);
        QElapsedTimer timer;
        timer.start();
        qint64 sum = 0;
        constexpr int jumps = 1000;
        for (int i = 0; i < jumps; ++i) {
            const int row = model.rowOf(QuotationId{(i * 7919LL * 31) % 1000000 + 1});
            for (int c = 0; c < model.columnCount(); ++c)
                sum += model.value(row, c).isValid() ? 1 : 0;
        }
        QVERIFY(sum > jumps);
        qInfo("T12: %.4f ms a jump with its row of cells", static_cast<double>(timer.nsecsElapsed()) / 1e6 / jumps);
    }
};

QTEST_GUILESS_MAIN(tst_RecordModel)
#include "tst_recordmodel.moc"
