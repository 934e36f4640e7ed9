// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/timelinelayout.h"
#include "tests/support/generatedrecord.h"
#include "tests/support/samplerecord.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using namespace onrecord::explore;

namespace {

Timeline timelineOf(const SnapshotPtr &record, Grouping grouping = Grouping::None)
{
    return buildTimeline(*record, apply({}, *record), grouping);
}

LayoutAsk askFor(const Timeline &timeline, double width = 800, double height = 220)
{
    const auto [start, end] = timeline.whole();
    LayoutAsk ask;
    ask.axis = {start, end, 76, width - 76};
    ask.height = height;
    ask.labelWidth = [](const TimeMark &) { return 70.0; };
    return ask;
}

const TimeRow &rowOf(const Timeline &timeline, Lane lane)
{
    return *std::ranges::find(timeline.rows, lane, &TimeRow::lane);
}

/// How many marks a row's picture accounts for, shown or counted.
qsizetype accounted(const RowLayout &row)
{
    qsizetype all = static_cast<qsizetype>(row.spots.size() + row.boxes.size());
    for (const Cluster &cluster : row.clusters)
        all += cluster.count;
    return all;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void speechStandsInSaidAndEverythingInPrinted();
    void anArticleWithoutQuotationsStandsForItself();
    void unknownDatesAreUndatedNotMidnight();
    void theFilterReducesTheLanes();
    void rowsSplitByPersonMostQuotedFirst();
    void wordsOfSeveralStandInTheRowsOfEach();
    void thoseWithoutARowOfTheirOwnShareOneMark();
    void anArticleIsInItsOutletsRow();
    void theOrderOfOneDayIsStable();
    void aYearLongBarDoesNotSqueezeTheWeek();
    void countsAgreeWithMarks();
    void everyMarkInViewIsShownOrCounted();
    void spotsOfARowDoNotOverlap();
    void lowRowsAndCountsDoNotCoverEachOther();
    void labelsOfEventsDoNotOverlap();
    void crowdedDaysAreCounted();
    void prominentMarksAreShownFirst();
    void aVagueBarIsNeverNarrowerThanItsDate();
    void anOpenDateFadesOut();
    void theUndatedStandInTheTray();
    void manyMarksAreCountedByColumn();
    void columnsCountWhatTouchesThem();
    void aHitFindsWhatIsDrawn();
    void nothingDatedStillLaysOut();
};

void TestTimeline::speechStandsInSaidAndEverythingInPrinted()
{
    const Timeline timeline = timelineOf(test::sampleRecord());
    QCOMPARE(rowOf(timeline, Lane::Events).marks.size(), size_t{1});
    QCOMPARE(rowOf(timeline, Lane::Said).marks.size(), size_t{3});   // of article 1
    QCOMPARE(rowOf(timeline, Lane::Said).undated.size(), size_t{1}); // of article 2; nobody said the ghost bridge or the mayor's words
    QCOMPARE(rowOf(timeline, Lane::Printed).marks.size(), size_t{5});
    QCOMPARE(rowOf(timeline, Lane::Printed).undated.size(), size_t{1});
}

void TestTimeline::anArticleWithoutQuotationsStandsForItself()
{
    const SnapshotPtr record = test::sampleRecord();
    Filter statements;
    statements.terms.push_back({.facet = Facet::Outlet, .value = 2});
    Visible visible = apply(statements, *record);
    std::fill(visible.quotations.begin(), visible.quotations.end(), false);
    const Timeline timeline = buildTimeline(*record, visible);
    QCOMPARE(rowOf(timeline, Lane::Printed).marks.size(), size_t{1});
    QCOMPARE(rowOf(timeline, Lane::Printed).marks[0].item, ItemId(ArticleId{2}));
}

void TestTimeline::unknownDatesAreUndatedNotMidnight()
{
    const Timeline timeline = timelineOf(test::sampleRecord());
    QCOMPARE(rowOf(timeline, Lane::Printed).undated[0].item, ItemId(QuotationId{6}));
    QVERIFY(!rowOf(timeline, Lane::Printed).undated[0].extent.isKnown);
}

void TestTimeline::theFilterReducesTheLanes()
{
    const SnapshotPtr record = test::sampleRecord();
    Filter onlyAna;
    onlyAna.terms.push_back({.facet = Facet::Agent, .value = 1});
    const Timeline timeline = buildTimeline(*record, apply(onlyAna, *record));
    QCOMPARE(rowOf(timeline, Lane::Said).size(), 2);
    for (const TimeMark &mark : rowOf(timeline, Lane::Printed).marks)
        QCOMPARE(mark.agent, AgentId{1});
}

void TestTimeline::rowsSplitByPersonMostQuotedFirst()
{
    const Timeline timeline = timelineOf(test::generatedRecord(), Grouping::Person);
    QVERIFY(timeline.rows.size() > 7);
    qint32 before = std::numeric_limits<qint32>::max();
    for (size_t row = 2; row < timeline.rows.size(); row += 2) { // Printed holds each of a person's quotations
        if (timeline.rows[row].group.isNull())
            continue;
        QVERIFY(timeline.rows[row].size() <= before);
        before = timeline.rows[row].size();
        for (const TimeMark &mark : timeline.rows[row].marks)
            QCOMPARE(ItemId(mark.agent), timeline.rows[row].group);
    }
}

void TestTimeline::wordsOfSeveralStandInTheRowsOfEach()
{
    const SnapshotPtr record = test::jointRecord();
    const Timeline timeline = timelineOf(record, Grouping::Person);
    for (const Lane lane : {Lane::Said, Lane::Printed}) {
        for (const AgentId agent : {AgentId{1}, AgentId{4}}) {
            const auto row = std::ranges::find_if(timeline.rows, [&](const TimeRow &r) { return r.lane == lane && r.group == ItemId(agent); });
            QVERIFY(row != timeline.rows.end());
            QCOMPARE(std::ranges::count(row->marks, ItemId(QuotationId{1}), &TimeMark::item), 1);
            QVERIFY(std::ranges::all_of(row->marks, [&](const TimeMark &mark) { return mark.agent == agent; }));
        }
    }
    for (const Grouping grouping : {Grouping::None, Grouping::Outlet}) { // where nobody has a row of their own they stand once
        const Timeline other = timelineOf(record, grouping);
        QCOMPARE(other.datedCount + other.undatedCount, timelineOf(test::sampleRecord(), grouping).datedCount + timelineOf(test::sampleRecord(), grouping).undatedCount);
    }
}

void TestTimeline::thoseWithoutARowOfTheirOwnShareOneMark()
{
    const SnapshotPtr record = test::jointRecord();
    const Timeline timeline = buildTimeline(*record, apply({}, *record), Grouping::Person, 0);
    QCOMPARE(timeline.rows.size(), size_t{3});
    QCOMPARE(std::ranges::count(timeline.rows[2].marks, ItemId(QuotationId{1}), &TimeMark::item), 1);
    QCOMPARE(std::ranges::find(timeline.rows[2].marks, ItemId(QuotationId{1}), &TimeMark::item)->agent, AgentId{1});
}

void TestTimeline::anArticleIsInItsOutletsRow()
{
    const SnapshotPtr record = test::generatedRecord();
    const Timeline timeline = timelineOf(record, Grouping::Outlet);
    int checked = 0;
    for (const TimeRow &row : timeline.rows) {
        for (const TimeMark &mark : row.marks) {
            if (mark.item.type != ItemType::Quotation)
                continue;
            const Article *article = record->article(record->quotation({mark.item.value})->article);
            QCOMPARE(row.group, article->outlet ? ItemId(article->outlet) : ItemId());
            ++checked;
        }
    }
    QVERIFY(checked > 50);
}

void TestTimeline::theOrderOfOneDayIsStable()
{
    const SnapshotPtr record = test::generatedRecord();
    const Timeline a = timelineOf(record);
    const Timeline b = timelineOf(record);
    for (size_t row = 0; row < a.rows.size(); ++row) {
        QCOMPARE(a.rows[row].size(), b.rows[row].size());
        for (qint32 i = 0; i < a.rows[row].size(); ++i)
            QCOMPARE(a.rows[row].at(i).item, b.rows[row].at(i).item);
    }
}

void TestTimeline::aYearLongBarDoesNotSqueezeTheWeek()
{
    Snapshot::Rows rows;
    const auto event = [](int id, const PartialDate &when) {
        Event e;
        e.id = {id};
        e.when.when = when;
        return e;
    };
    rows.events = {event(1, PartialDate::day(2031, 3, 3)), event(2, PartialDate::day(2031, 3, 9)), event(3, PartialDate::year(2031))};
    const Timeline within = timelineOf(std::make_shared<Snapshot>(rows));
    QCOMPARE(within.last - within.first, qint64{7} * 86400);
    rows.events.push_back(event(4, PartialDate::month(2030, 1)));
    const Timeline outside = timelineOf(std::make_shared<Snapshot>(rows));
    QCOMPARE(outside.first, PartialDate::month(2030, 1).earliest());
}

void TestTimeline::countsAgreeWithMarks()
{
    const Timeline timeline = timelineOf(test::generatedRecord({.articles = 40}));
    for (const TimeRow &row : timeline.rows) {
        for (qint64 from = timeline.first - 86400 * 40; from < timeline.last; from += 86400 / 3) {
            const qint64 to = from + 86400 * 2;
            const auto expected = std::ranges::count_if(row.marks, [&](const TimeMark &m) { return m.extent.reachStart() < to && m.extent.reachEnd() > from; });
            QCOMPARE(row.countIn(from, to), static_cast<qsizetype>(expected));
            const std::vector<qint32> found = row.marksIn(from, to);
            QCOMPARE(found.size(), static_cast<size_t>(expected));
            QVERIFY(std::ranges::is_sorted(found));
        }
    }
}

void TestTimeline::everyMarkInViewIsShownOrCounted()
{
    const Timeline timeline = timelineOf(test::generatedRecord({.articles = 50, .events = 30}));
    for (const double height : {120.0, 220.0, 600.0}) {
        LayoutAsk ask = askFor(timeline, 800, height);
        for (int zoom = 0; zoom < 12; ++zoom) {
            const TimelineLayout layout = layOut(timeline, ask);
            for (size_t row = 0; row < layout.rows.size(); ++row) {
                const qint64 margin = static_cast<qint64>(ask.measures.widestLabel / ask.axis.pixelsPerSecond());
                QCOMPARE(accounted(layout.rows[row]), timeline.rows[row].countIn(ask.axis.start - margin, ask.axis.end + margin));
            }
            ask.axis = zoomed(ask.axis, 500, 0.6);
        }
    }
}

void TestTimeline::spotsOfARowDoNotOverlap()
{
    const Timeline timeline = timelineOf(test::generatedRecord());
    LayoutAsk ask = askFor(timeline, 900, 900); // room enough: only the height can force marks together
    for (int zoom = 0; zoom < 10; ++zoom) {
        for (const RowLayout &row : layOut(timeline, ask).rows) {
            for (size_t a = 0; a < row.spots.size(); ++a) {
                for (size_t b = a + 1; b < row.spots.size(); ++b)
                    QVERIFY2(!row.spots[a].rect.adjusted(0.01, 0.01, -0.01, -0.01).intersects(row.spots[b].rect), qPrintable(QString::number(zoom)));
            }
        }
        ask.axis = zoomed(ask.axis, 480, 0.7);
    }
}

void TestTimeline::labelsOfEventsDoNotOverlap()
{
    const Timeline timeline = timelineOf(test::generatedRecord({.events = 30}));
    LayoutAsk ask = askFor(timeline, 900, 260);
    for (int zoom = 0; zoom < 10; ++zoom) {
        const RowLayout row = layOut(timeline, ask).rows[0];
        const double right = ask.axis.left + ask.axis.width;
        for (size_t a = 0; a < row.boxes.size(); ++a) {
            if (const QRectF &label = row.boxes[a].label; label.left() > ask.axis.left && label.left() + 40 < right)
                QVERIFY2(label.right() <= right, qPrintable(QString::number(label.right())));
            for (size_t b = 0; b < row.boxes.size(); ++b) {
                if (a == b || row.boxes[a].label.isEmpty())
                    continue;
                QVERIFY(!row.boxes[a].label.intersects(row.boxes[b].label));
                QVERIFY(!row.boxes[a].label.intersects(row.boxes[b].stretch.extent));
            }
        }
        ask.axis = zoomed(ask.axis, 480, 0.7);
    }
}

void TestTimeline::lowRowsAndCountsDoNotCoverEachOther()
{
    for (const int articles : {12, 60, 900}) {
        const Timeline timeline = timelineOf(test::generatedRecord({.articles = articles}));
        for (const double height : {60.0, 100.0, 140.0}) {
            LayoutAsk ask = askFor(timeline, 620, height);
            ask.trayLeft = 620;
            ask.trayWidth = 70;
            for (const RowLayout &row : layOut(timeline, ask).rows) {
                std::vector<QRectF> things;
                for (const Spot &spot : row.spots)
                    things.push_back(spot.rect);
                for (const Cluster &cluster : row.clusters) {
                    things.push_back(cluster.rect);
                    // Its number, in the digits' own width, stands inside.
                    const double digits = ask.measures.digit * static_cast<double>(QString::number(cluster.count).size() + 1);
                    if (cluster.isUndated)
                        QVERIFY2(cluster.rect.width() >= std::min(digits, ask.trayWidth - 4), qPrintable(QString::number(cluster.count)));
                }
                for (size_t a = 0; a < things.size(); ++a) {
                    for (size_t b = a + 1; b < things.size(); ++b)
                        QVERIFY2(!things[a].adjusted(0.5, 0.5, -0.5, -0.5).intersects(things[b]), qPrintable(u"%1 articles, %2 px"_s.arg(articles).arg(height)));
                }
            }
        }
    }
}

void TestTimeline::crowdedDaysAreCounted()
{
    const Timeline timeline = timelineOf(test::generatedRecord({.articles = 60}));
    const TimelineLayout layout = layOut(timeline, askFor(timeline, 600, 140));
    const RowLayout &printed = layout.rows[2];
    QVERIFY(!printed.clusters.empty());
    for (const Cluster &cluster : printed.clusters)
        QVERIFY(cluster.count >= 2 || !cluster.marks.empty());
}

void TestTimeline::prominentMarksAreShownFirst()
{
    const Timeline timeline = timelineOf(test::generatedRecord({.articles = 60}));
    LayoutAsk ask = askFor(timeline, 1200, 220);
    const Cluster crowd = layOut(timeline, ask).rows[2].clusters.front();
    const ItemId wanted = timeline.rows[2].at(crowd.marks.back()).item;
    ask.isProminent = [wanted](const TimeMark &mark) { return mark.item == wanted; };
    const RowLayout row = layOut(timeline, ask).rows[2];
    QVERIFY(std::ranges::any_of(row.spots, [&](const Spot &spot) { return spot.mark == crowd.marks.back(); }));
}

void TestTimeline::aVagueBarIsNeverNarrowerThanItsDate()
{
    const Timeline timeline = timelineOf(test::generatedRecord());
    LayoutAsk ask = askFor(timeline, 900, 700);
    int checked = 0;
    for (int zoom = 0; zoom < 14; ++zoom) {
        const TimelineLayout layout = layOut(timeline, ask);
        for (size_t row = 0; row < layout.rows.size(); ++row) {
            const auto check = [&](const Stretch &stretch) {
                const TimeExtent &extent = timeline.rows[row].at(stretch.mark).extent;
                QVERIFY(stretch.extent.left() <= xAt(ask.axis, extent.start) + 0.01);
                QVERIFY(stretch.extent.right() >= xAt(ask.axis, extent.end) - 0.01);
                ++checked;
            };
            for (const Stretch &stretch : layout.rows[row].stretches)
                check(stretch);
            for (const EventBox &box : layout.rows[row].boxes)
                check(box.stretch);
            // And a single disc without a bar stands inside the cell that holds its whole date.
            for (const Spot &spot : layout.rows[row].spots) {
                if (!timeline.rows[row].isDated(spot.mark))
                    continue;
                const TimeExtent &extent = timeline.rows[row].at(spot.mark).extent;
                if (!extent.isOpen() && extent.length() <= 86400)
                    QVERIFY(extent.length() <= static_cast<qint64>(length(layout.step)) || !layout.rows[row].stretches.empty());
            }
        }
        ask.axis = zoomed(ask.axis, 480, 0.6);
    }
    QVERIFY(checked > 100);
}

void TestTimeline::anOpenDateFadesOut()
{
    Snapshot::Rows rows;
    Article article;
    article.id = {1};
    article.published.when = PartialDate::after(PartialDate::day(2031, 3, 3).from());
    Quotation quotation;
    quotation.id = {1};
    quotation.article = {1};
    quotation.said.when = PartialDate::before(PartialDate::day(2031, 3, 1).to());
    rows.articles = {article};
    rows.quotations = {quotation};
    const Timeline timeline = timelineOf(std::make_shared<Snapshot>(rows));
    const LayoutAsk ask = askFor(timeline);
    const TimelineLayout layout = layOut(timeline, ask);
    QCOMPARE(layout.rows[1].stretches.at(0).fadeLeft, ask.measures.openFade);
    QCOMPARE(layout.rows[1].stretches.at(0).fadeRight, ask.measures.fade);
    QCOMPARE(layout.rows[2].stretches.at(0).fadeRight, ask.measures.openFade);
}

void TestTimeline::theUndatedStandInTheTray()
{
    const Timeline timeline = timelineOf(test::sampleRecord());
    LayoutAsk ask = askFor(timeline);
    ask.trayLeft = 800;
    ask.trayWidth = 60;
    const TimelineLayout layout = layOut(timeline, ask);
    const RowLayout &said = layout.rows[1];
    const auto spot = std::ranges::find_if(said.spots, [&](const Spot &s) { return !timeline.rows[1].isDated(s.mark); });
    QVERIFY(spot != said.spots.end());
    QVERIFY(spot->rect.left() >= 800 && spot->rect.right() <= 860);
    QVERIFY(spot->rect.top() >= said.top && spot->rect.bottom() <= said.top + said.height);
}

void TestTimeline::manyMarksAreCountedByColumn()
{
    const Timeline timeline = timelineOf(test::generatedRecord({.articles = 1200, .days = 900}));
    const LayoutAsk ask = askFor(timeline);
    const TimelineLayout layout = layOut(timeline, ask);
    QVERIFY(!layout.rows[2].columns.empty());
    QVERIFY(layout.rows[2].spots.empty());
    LayoutAsk near = ask;
    for (int i = 0; i < 16; ++i)
        near.axis = zoomed(near.axis, 400, 0.6);
    QVERIFY(layOut(timeline, near).rows[2].columns.empty());
}

void TestTimeline::columnsCountWhatTouchesThem()
{
    const Timeline timeline = timelineOf(test::generatedRecord({.articles = 200, .days = 90}));
    const TimeAxis axis{timeline.first, timeline.last, 10, 500};
    for (const TimeRow &row : timeline.rows) {
        size_t next = 0;
        const std::vector<CountColumn> columns = countColumns(row, axis, 3);
        for (double x = 10; x < 510; x += 3) {
            const qsizetype expected = row.countIn(timeAt(axis, x), timeAt(axis, x + 3));
            if (expected == 0)
                continue;
            QVERIFY(next < columns.size());
            QCOMPARE(columns[next].x, x);
            QCOMPARE(columns[next].count, expected);
            ++next;
        }
        QCOMPARE(next, columns.size());
    }
}

void TestTimeline::aHitFindsWhatIsDrawn()
{
    const Timeline timeline = timelineOf(test::generatedRecord());
    const TimelineLayout layout = layOut(timeline, askFor(timeline, 1000, 500));
    for (size_t row = 0; row < layout.rows.size(); ++row) {
        for (const Spot &spot : layout.rows[row].spots) {
            const TimelineHit hit = hitAt(layout, spot.rect.center());
            QCOMPARE(hit.row, static_cast<qint32>(row));
            QVERIFY(hit.mark >= 0);
            QVERIFY(placeOf(layout.rows[row], spot.mark).contains(spot.rect.center()));
        }
    }
    QCOMPARE(hitAt(layout, {500, -40}), TimelineHit());
}

void TestTimeline::nothingDatedStillLaysOut()
{
    const Timeline timeline = timelineOf(std::make_shared<Snapshot>());
    QVERIFY(timeline.isEmpty());
    LayoutAsk ask;
    ask.axis = {0, 86400, 76, 700};
    ask.height = 200;
    QCOMPARE(layOut(timeline, ask).rows.size(), size_t{3});
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
