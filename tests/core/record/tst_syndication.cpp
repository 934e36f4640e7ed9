// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/snapshot.h"
#include "core/record/syndication.h"

#include <QTest>

using namespace onrecord;

namespace {

Article article(qint64 id, const PartialDate &when)
{
    Article row;
    row.id = {id};
    row.published.when = when;
    return row;
}

Kinship link(qint64 id, qint64 later, qint64 earlier, double likeness, Kin kind = Kin::SameText, Status status = Status::Suggested)
{
    return {{id}, {later}, {earlier}, kind, likeness, status};
}

std::vector<qint64> ids(std::span<const ArticleId> group)
{
    std::vector<qint64> out;
    for (const ArticleId id : group)
        out.push_back(id.value);
    return out;
}

} // namespace

class TestSyndication : public QObject
{
    Q_OBJECT

    Snapshot::Rows m_rows;

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        m_rows.articles = {article(1, PartialDate::day(2025, 3, 4)), article(2, PartialDate::day(2025, 3, 2)), article(3, {}), article(4, PartialDate::month(2025, 3)), article(5, {})};
        m_rows.kinships = {link(1, 2, 1, 0.9), link(2, 3, 2, 0.7), link(3, 4, 1, 0.5)};
    }

    void copies_of_copies_are_one_group_first_print_first()
    {
        const Snapshot record(m_rows, 1);
        QCOMPARE(ids(record.syndicationGroup({1})), std::vector<qint64>({2, 1, 3}));
        QCOMPARE(ids(record.syndicationGroup({3})), ids(record.syndicationGroup({1})));
        QVERIFY(record.syndicationGroup({4}).empty());
        QVERIFY(record.syndicationGroup({5}).empty());
    }

    void the_likeness_that_counts_can_be_set()
    {
        m_rows.sameTextFrom = 0.8;
        QCOMPARE(ids(Snapshot(m_rows, 1).syndicationGroup({1})), std::vector<qint64>({2, 1}));
        m_rows.sameTextFrom = 0.4;
        QCOMPARE(ids(Snapshot(m_rows, 1).syndicationGroup({1})), std::vector<qint64>({4, 2, 1, 3}));
    }

    void what_somebody_decided_beats_the_likeness()
    {
        m_rows.kinships[0].status = Status::Rejected;
        m_rows.kinships[2].status = Status::Accepted;
        const Snapshot record(m_rows, 1);
        QCOMPARE(ids(record.syndicationGroup({1})), std::vector<qint64>({4, 1}));
        QCOMPARE(ids(record.syndicationGroup({2})), std::vector<qint64>({2, 3}));
    }

    void the_first_print_is_sure_only_when_the_dates_say_so()
    {
        const Snapshot record(m_rows, 1);
        const ArticleId two[] = {{1}, {2}};
        QCOMPARE(firstPrintOf(record, two).article, ArticleId{2});
        QVERIFY(firstPrintOf(record, two).isSure);
        const ArticleId withUndated[] = {{1}, {2}, {3}};
        QCOMPARE(firstPrintOf(record, withUndated).article, ArticleId{2});
        QVERIFY(!firstPrintOf(record, withUndated).isSure);
        const ArticleId withMonth[] = {{1}, {4}};
        QVERIFY(!firstPrintOf(record, withMonth).isSure);
        const ArticleId undated[] = {{3}, {5}};
        QVERIFY(firstPrintOf(record, undated).article.isNull());
    }

    void independent_texts_count_a_group_once()
    {
        const Snapshot record(m_rows, 1);
        const ArticleId all[] = {{1}, {2}, {3}, {4}, {5}};
        QCOMPARE(independentTexts(record, all), 3);
        QCOMPARE(independentTexts(record, {}), 0);
    }

    void versions_are_one_chain_and_one_text()
    {
        m_rows.kinships = {link(1, 3, 1, 0.1, Kin::Version), link(2, 4, 3, 0.9, Kin::Version), link(3, 5, 4, 0.9)};
        const Snapshot record(m_rows, 1);
        QCOMPARE(ids(versionsOf(record, {3})), std::vector<qint64>({1, 3, 4}));
        QCOMPARE(ids(versionsOf(record, {2})), std::vector<qint64>({2}));
        QCOMPARE(record.syndicationGroup({1}).size(), 4u);
    }

    void versions_stand_in_the_order_of_their_days_when_all_have_one()
    {
        m_rows.kinships = {link(1, 2, 1, 0.1, Kin::Version)}; // the one printed first came in last
        QCOMPARE(ids(versionsOf(Snapshot(m_rows, 1), {1})), std::vector<qint64>({2, 1}));
        m_rows.kinships.push_back(link(2, 3, 2, 0.1, Kin::Version)); // no day: nobody can tell
        QCOMPARE(ids(versionsOf(Snapshot(m_rows, 1), {1})), std::vector<qint64>({1, 2, 3}));
    }
};

QTEST_GUILESS_MAIN(TestSyndication)
#include "tst_syndication.moc"
