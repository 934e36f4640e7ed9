// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/timeaxis.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace onrecord;
using namespace onrecord::explore;

namespace {

constexpr qint64 day = 86400;

qint64 at(int y, int m, int d, int hour = 0)
{
    return QDateTime(QDate(y, m, d), QTime(hour, 0), QTimeZone::UTC).toSecsSinceEpoch();
}

} // namespace

class TestTimeAxis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPixelAndItsSecondAgree();
    void zoomingKeepsTheSecondUnderTheMouse();
    void zoomingStopsAtTenMinutesAndAtTheCalendarsEnd();
    void panningFollowsTheMouse();
    void theStepIsTheFinestThatFits();
    void marksLieOnTheCalendar_data();
    void marksLieOnTheCalendar();
    void marksAreApartAtEveryZoom();
    void aDayWithoutZoneKeepsItsCalendarDay();
    void aDayWithAZoneKeepsItsCalendarDayToo();
    void aClockTimeWithAZoneIsPlacedInUtc();
    void extentsAreNeverNarrowerThanTheDate_data();
    void extentsAreNeverNarrowerThanTheDate();
    void openEndsReachWithoutEnd();
    void anUnknownDateHasNoExtent();
};

void TestTimeAxis::aPixelAndItsSecondAgree()
{
    const TimeAxis axis{at(2025, 1, 20), at(2025, 1, 30), 80, 700};
    QCOMPARE(xAt(axis, axis.start), 80.0);
    QCOMPARE(xAt(axis, axis.end), 780.0);
    for (double x = 80; x < 780; x += 7)
        QVERIFY(std::abs(xAt(axis, timeAt(axis, x)) - x) < 0.01);
}

void TestTimeAxis::zoomingKeepsTheSecondUnderTheMouse()
{
    const TimeAxis axis{at(2025, 1, 20), at(2025, 1, 30), 80, 700};
    for (const double factor : {0.1, 0.5, 0.8, 1.25, 4.0}) {
        const TimeAxis out = zoomed(axis, 300, factor);
        QVERIFY(std::abs(xAt(out, timeAt(axis, 300)) - 300) < 0.05);
        QVERIFY(std::abs(static_cast<double>(out.end - out.start) - 10.0 * day * factor) <= 1);
    }
}

void TestTimeAxis::zoomingStopsAtTenMinutesAndAtTheCalendarsEnd()
{
    TimeAxis axis{at(2025, 1, 20), at(2025, 1, 30), 0, 700};
    for (int i = 0; i < 200; ++i)
        axis = zoomed(axis, 350, 0.5);
    QCOMPARE(axis.end - axis.start, qint64{600});
    for (int i = 0; i < 200; ++i)
        axis = zoomed(axis, 10, 2);
    QCOMPARE(axis.end, at(10000, 1, 1));
    QVERIFY(axis.start < at(-9000, 1, 1));
}

void TestTimeAxis::panningFollowsTheMouse()
{
    const TimeAxis axis{at(2025, 1, 20), at(2025, 1, 30), 0, 1000};
    QCOMPARE(panned(axis, 100).start, at(2025, 1, 19));
    QCOMPARE(panned(axis, -200).end, at(2025, 2, 1));
}

void TestTimeAxis::theStepIsTheFinestThatFits()
{
    const TimeAxis tenDays{at(2025, 1, 20), at(2025, 1, 30), 0, 700};
    QCOMPARE(stepFor(tenDays, 60), (TimeStep{TimeUnit::Day, 1}));
    QCOMPARE(stepFor(tenDays, 71), (TimeStep{TimeUnit::Day, 2}));
    QCOMPARE(stepFor(tenDays, 35), (TimeStep{TimeUnit::Hour, 12}));
    const TimeAxis century{at(1925, 1, 1), at(2025, 1, 1), 0, 700};
    QCOMPARE(stepFor(century, 60), (TimeStep{TimeUnit::Year, 10}));
}

void TestTimeAxis::marksLieOnTheCalendar_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("second");
    QTest::addColumn<qint64>("mark");
    QTest::addColumn<qint64>("next");
    const auto row = [](const char *name, TimeUnit unit, int count, qint64 second, qint64 mark, qint64 next) {
        QTest::newRow(name) << static_cast<int>(unit) << count << second << mark << next;
    };
    row("hours", TimeUnit::Hour, 6, at(2025, 1, 24, 13), at(2025, 1, 24, 12), at(2025, 1, 24, 18));
    row("a day", TimeUnit::Day, 1, at(2025, 1, 24, 13), at(2025, 1, 24), at(2025, 1, 25));
    row("a week begins on Monday", TimeUnit::Week, 1, at(2025, 1, 24), at(2025, 1, 20), at(2025, 1, 27));
    row("a leap February", TimeUnit::Month, 1, at(2024, 2, 29), at(2024, 2, 1), at(2024, 3, 1));
    row("a quarter", TimeUnit::Month, 3, at(2024, 12, 31), at(2024, 10, 1), at(2025, 1, 1));
    row("a decade", TimeUnit::Year, 10, at(2025, 6, 1), at(2020, 1, 1), at(2030, 1, 1));
    row("before 1970", TimeUnit::Day, 1, at(1969, 12, 31, 5), at(1969, 12, 31), at(1970, 1, 1));
    row("a month before the epoch", TimeUnit::Month, 1, at(1912, 4, 15), at(1912, 4, 1), at(1912, 5, 1));
    row("over the year that does not exist", TimeUnit::Year, 1, at(-1, 6, 1), at(-1, 1, 1), at(1, 1, 1));
}

void TestTimeAxis::marksLieOnTheCalendar()
{
    QFETCH(int, unit);
    QFETCH(int, count);
    QFETCH(qint64, second);
    const TimeStep step{static_cast<TimeUnit>(unit), count};
    QTEST(floorTo(step, second), "mark");
    QTEST(nextMark(step, floorTo(step, second)), "next");
}

void TestTimeAxis::marksAreApartAtEveryZoom()
{
    constexpr double least = 60;
    TimeAxis axis{at(2025, 1, 24, 12), at(2025, 1, 24, 12) + 600, 50, 900};
    for (int i = 0; i < 60; ++i) {
        const TimeStep step = stepFor(axis, least);
        const std::vector<qint64> all = marks(axis, step);
        QVERIFY(!all.empty());
        QVERIFY(all.front() <= axis.start);
        QVERIFY2(all.size() <= static_cast<size_t>(axis.width / least * 1.2) + 2, qPrintable(QString::number(all.size())));
        for (size_t k = 1; k < all.size(); ++k)
            QVERIFY(xAt(axis, all[k]) - xAt(axis, all[k - 1]) > least * 0.85); // February is a short month
        axis = zoomed(axis, 400, 1.5);
    }
}

void TestTimeAxis::aDayWithoutZoneKeepsItsCalendarDay()
{
    const TimeExtent extent = extentOf(PartialDate::day(2025, 1, 24));
    QCOMPARE(extent.start, at(2025, 1, 24));
    QCOMPARE(extent.end, at(2025, 1, 25));
}

void TestTimeAxis::aDayWithAZoneKeepsItsCalendarDayToo()
{
    DatePoint point = PartialDate::day(2025, 1, 24).from();
    point.utcOffset = qint16{-480};
    QCOMPARE(extentOf(PartialDate::at(point)), extentOf(PartialDate::day(2025, 1, 24)));
}

void TestTimeAxis::aClockTimeWithAZoneIsPlacedInUtc()
{
    const TimeExtent extent = extentOf(*PartialDate::fromEdtf(u"2025-01-24T23:00-08:00"));
    QCOMPARE(extent.start, at(2025, 1, 25, 7));
    QCOMPARE(extent.length(), qint64{60});
}

void TestTimeAxis::extentsAreNeverNarrowerThanTheDate_data()
{
    QTest::addColumn<QString>("edtf");
    for (const char *edtf : {"2025", "2025-01", "2025-01-24", "2025-01-24T14:05Z", "2025-01-24/2025-01-30", "2024/2025-03", "2025-01~"})
        QTest::newRow(edtf) << QString::fromLatin1(edtf);
}

void TestTimeAxis::extentsAreNeverNarrowerThanTheDate()
{
    QFETCH(QString, edtf);
    const PartialDate date = *PartialDate::fromEdtf(edtf);
    const TimeExtent extent = extentOf(date);
    QVERIFY(extent.isKnown);
    QCOMPARE(extent.start, date.earliest());
    QCOMPARE(extent.end, date.latest() + 1);
}

void TestTimeAxis::openEndsReachWithoutEnd()
{
    const TimeExtent after = extentOf(*PartialDate::fromEdtf(u"2025-01-27/.."));
    QCOMPARE(after.start, at(2025, 1, 27));
    QCOMPARE(after.reachEnd(), std::numeric_limits<qint64>::max());
    const TimeExtent before = extentOf(*PartialDate::fromEdtf(u"../2025-01-27"));
    QCOMPARE(before.reachStart(), std::numeric_limits<qint64>::min());
    QCOMPARE(before.end, at(2025, 1, 28));
}

void TestTimeAxis::anUnknownDateHasNoExtent()
{
    QVERIFY(!extentOf(PartialDate()).isKnown);
}

QTEST_GUILESS_MAIN(TestTimeAxis)
#include "tst_timeaxis.moc"
