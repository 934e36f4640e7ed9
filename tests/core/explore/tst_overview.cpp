// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/overview.h"
#include "tests/support/samplerecord.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;
using namespace Qt::StringLiterals;

class tst_Overview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingIsCountedOnce()
    {
        const auto record = test::sampleRecord();
        const Overview overview = overviewOf(*record, apply({}, *record));
        QCOMPARE(overview.articles, 3);
        QCOMPARE(overview.quotations, 6);
        QCOMPARE(overview.withoutName, 1);
        QCOMPARE(overview.byNobody, 0); // a scare quote and a thought are nobody's, and nothing is wrong with that
        QCOMPARE(overview.from, PartialDate::day(2031, 5, 6).earliest());
        QCOMPARE(overview.to, PartialDate::day(2031, 5, 9).latest());
        const std::vector<Voice> voices{{.agent = {1}, .quotations = 2, .outlets = 2}, {.agent = {2}, .quotations = 1, .outlets = 1}};
        QCOMPARE(overview.voices, voices);
        const std::vector<OutletShare> outlets{{.outlet = {1}, .articles = 1, .quotations = 3}, {.outlet = {2}, .articles = 1, .quotations = 2}};
        QCOMPARE(overview.outlets, outlets);
        const std::vector<Reprint> reprints{{.utterance = {1}, .fullest = {4}, .wordings = 2, .prints = 2}};
        QCOMPARE(overview.reprints, reprints);
    }

    void theFilterDecidesWhatIsCounted()
    {
        const auto record = test::sampleRecord();
        const Filter filter = Filter().with({.facet = Facet::Outlet, .value = 2});
        const Overview overview = overviewOf(*record, apply(filter, *record));
        QCOMPARE(overview.articles, 1);
        QCOMPARE(overview.quotations, 2);
        QCOMPARE(overview.voices.size(), size_t(1));
        QCOMPARE(overview.reprints.size(), size_t(1)); // its other print is hidden, and still there
        QCOMPARE(overview.from, PartialDate::day(2031, 5, 7).earliest());
    }

    void everybodyNamedIsAVoiceAlsoBesideAnUnnamedOne()
    {
        const auto record = test::jointRecord();
        const Overview overview = overviewOf(*record, apply({}, *record));
        QCOMPARE(overview.withoutName, 0);
        const std::vector<Voice> voices{{.agent = {1}, .quotations = 2, .outlets = 2}, {.agent = {4}, .quotations = 2, .outlets = 1}, {.agent = {2}, .quotations = 1, .outlets = 1}};
        QCOMPARE(overview.voices, voices);
    }

    void wordsThatNobodyIsGivenForAreCounted()
    {
        auto rows = Snapshot::Rows{};
        const auto sample = test::sampleRecord();
        rows.articles = sample->articles();
        rows.quotations = {sample->quotations().front()};
        rows.quotations.front().speaker = {};
        const Snapshot record(rows);
        const Overview overview = overviewOf(record, apply({}, record));
        QCOMPARE(overview.byNobody, 1);
        QVERIFY(overview.voices.empty());
    }

    void nothingGivesNothing()
    {
        const Overview overview = overviewOf({}, {});
        QCOMPARE(overview, Overview());
        QVERIFY(overview.from > overview.to);
    }
};

QTEST_GUILESS_MAIN(tst_Overview)
#include "tst_overview.moc"
