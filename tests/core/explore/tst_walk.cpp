// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/walk.h"
#include "tests/support/samplerecord.h"

#include <QFile>
#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;
using namespace Qt::StringLiterals;

namespace {

const QString sample = uR"(# A walk by the river

Three stops,
no more.

## The chief engineer
show: person "Ana Ruiz", kind statement
select: quotation "rust in every" in article2.txt
time: 2031-05-01/2031-05-10
panes: source, timeline

She says it twice.

Time: it is not a setting here.

Why it matters: once said,
twice printed.

## Marks
select: figure "45 million"

## Nobody
show: person "Nobody Known"
select: event "Bridge"
)"_s;

} // namespace

class TestWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsStopsSettingsAndParagraphs();
    void namesTheLineItDoesNotUnderstand_data();
    void namesTheLineItDoesNotUnderstand();
    void findsWhatAStopMeans();
    void leavesOutWhatIsNotInTheRecordAndCountsIt();
    void theBundledWalkIsGood();
};

void TestWalk::readsStopsSettingsAndParagraphs()
{
    const auto walk = parseWalk(sample);
    QVERIFY(walk);
    QCOMPARE(walk->title, u"A walk by the river"_s);
    QCOMPARE(walk->introduction, QStringList{u"Three stops, no more."_s});
    QCOMPARE(walk->stops.size(), 3);
    const Stop &first = walk->stops[0];
    QCOMPARE(first.show.size(), 2);
    QCOMPARE(first.show[1].kind, std::optional(Kind::Statement));
    QCOMPARE(first.select->words, u"rust in every"_s);
    QCOMPARE(first.select->file, u"article2.txt"_s);
    QCOMPARE(first.time.toEdtf(), u"2031-05-01/2031-05-10"_s);
    QCOMPARE(first.panes, QStringList({u"source"_s, u"timeline"_s}));
    QCOMPARE(first.paragraphs, QStringList({u"She says it twice."_s, u"Time: it is not a setting here."_s}));
    QCOMPARE(first.why, u"once said, twice printed."_s);
}

void TestWalk::namesTheLineItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("reference without marks") << u"select: person Ana"_s;
    QTest::newRow("unknown type") << u"show: planet \"Mars\""_s;
    QTest::newRow("unknown kind") << u"show: kind rumour"_s;
    QTest::newRow("no date") << u"time: last spring"_s;
    QTest::newRow("words after the reference") << u"select: person \"Ana\" somewhere"_s;
}

void TestWalk::namesTheLineItDoesNotUnderstand()
{
    QFETCH(QString, line);
    const auto walk = parseWalk(u"# T\n\n## S\n%1\n\nwords\n"_s.arg(line));
    QVERIFY(!walk);
    QCOMPARE(walk.error().fault, Fault::Malformed);
    QVERIFY2(walk.error().detail.startsWith(u"line 4: "_s), qPrintable(walk.error().detail));
}

void TestWalk::findsWhatAStopMeans()
{
    const auto walk = parseWalk(sample);
    const SnapshotPtr record = test::sampleRecord();
    QCOMPARE(resolve(*walk->stops[0].select, *record), ItemId(QuotationId{4}));
    QCOMPARE(resolve(*walk->stops[1].select, *record), ItemId(FigureId{2}));
    QCOMPARE(resolve(*walk->stops[2].select, *record), ItemId(EventId{1}));
    const Filter filter = filterOf(walk->stops[0], *record);
    QCOMPARE(filter.terms.size(), 2);
    QCOMPARE(apply(filter, *record).quotationCount.shown, 2);
}

void TestWalk::leavesOutWhatIsNotInTheRecordAndCountsIt()
{
    const auto walk = parseWalk(sample);
    int missing = 0;
    QVERIFY(filterOf(walk->stops[2], *test::sampleRecord(), &missing).isEmpty());
    QCOMPARE(missing, 1);
}

void TestWalk::theBundledWalkIsGood()
{
    QFile file(u":/onrecord/story/walk.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto walk = parseWalk(QString::fromUtf8(file.readAll()));
    QVERIFY2(walk, walk ? "" : qPrintable(walk.error().detail));
    QCOMPARE(walk->stops.size(), 8);
    for (const Stop &stop : walk->stops) {
        QVERIFY2(!stop.paragraphs.isEmpty() && !stop.why.isEmpty() && !stop.panes.isEmpty(), qPrintable(stop.title));
        QVERIFY2(stop.select.has_value(), qPrintable(stop.title));
    }
}

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
