// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/partialdate.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>
#include <limits>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

qint64 second(int y, int m, int d, int h = 0, int min = 0, int s = 0)
{
    return QDateTime(QDate(y, m, d), QTime(h, min, s), QTimeZone::UTC).toSecsSinceEpoch();
}

} // namespace

class tst_PartialDate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWrittenDateReadsBackTheSame_data()
    {
        QTest::addColumn<QString>("edtf");
        for (const char *edtf : {"2025", "2025-01", "2025-01-27", "2025-01-27T14:05", "2025-01-27T14:05Z", "2025-01-27T14:05:59+05:30", "2025-01-27T14:05-08:00",
                                 "2025-01~", "2025-01-24/2025-01-30", "2025/2026-02", "2025-01-27/..", "../2025-01-27", "2025-01-27/..~", "-0043-03-15", "0000-02-29", "9999-12-31"})
            QTest::newRow(edtf) << QString::fromLatin1(edtf);
    }
    void aWrittenDateReadsBackTheSame()
    {
        QFETCH(QString, edtf);
        const auto date = PartialDate::fromEdtf(edtf);
        QVERIFY(date);
        QCOMPARE(date->toEdtf(), edtf);
        QCOMPARE(PartialDate::fromEdtf(date->toEdtf()), date);
    }

    void whatIsNotADateIsNothing_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"", " ", "~", "..", "../..", "/", "2025/", "/2025", "25", "2025-13", "2025-00", "2025-02-30", "2025-02-29", "1900-02-29", "2025-04-31", "2025-1-1",
                                  "2025-01-01T24:00", "2025-01-01T12:60", "2025-01-01T12:00:60", "2025-01-01T12:00+14:01", "2025-01-30/2025-01-24", "2025-01-01/2025-02/2025-03",
                                  "2025-01-01T", "yesterday", "+2025", "12025", "2025-01-01 12:00"})
            QTest::newRow(*words ? words : "empty") << QString::fromLatin1(words);
        QTest::newRow("arabic digits") << u"٢٠٢٥"_s;
    }
    void whatIsNotADateIsNothing()
    {
        QFETCH(QString, words);
        QVERIFY(!PartialDate::fromEdtf(words));
    }

    void leapYearsFollowTheGregorianRule()
    {
        for (const char *leap : {"2024-02-29", "2000-02-29", "0000-02-29", "-0004-02-29", "-0400-02-29"})
            QVERIFY2(PartialDate::fromEdtf(QString::fromLatin1(leap)), leap);
        for (const char *common : {"2100-02-29", "-0001-02-29", "-0100-02-29"})
            QVERIFY2(!PartialDate::fromEdtf(QString::fromLatin1(common)), common);
    }

    void aDateMeansItsWholeStretch_data()
    {
        QTest::addColumn<QString>("edtf");
        QTest::addColumn<qint64>("earliest");
        QTest::addColumn<qint64>("latest");
        QTest::newRow("year") << u"2025"_s << second(2025, 1, 1) << second(2025, 12, 31, 23, 59, 59);
        QTest::newRow("month") << u"2024-02"_s << second(2024, 2, 1) << second(2024, 2, 29, 23, 59, 59);
        QTest::newRow("december") << u"2024-12"_s << second(2024, 12, 1) << second(2024, 12, 31, 23, 59, 59);
        QTest::newRow("day") << u"1969-12-31"_s << qint64(-86400) << qint64(-1);
        QTest::newRow("minute") << u"2025-01-27T14:05Z"_s << second(2025, 1, 27, 14, 5) << second(2025, 1, 27, 14, 5, 59);
        QTest::newRow("second") << u"2025-01-27T14:05:09Z"_s << second(2025, 1, 27, 14, 5, 9) << second(2025, 1, 27, 14, 5, 9);
        QTest::newRow("east") << u"2025-01-27T00:05+05:30"_s << second(2025, 1, 26, 18, 35) << second(2025, 1, 26, 18, 35, 59);
        QTest::newRow("west") << u"2025-01-27T20:00-08:00"_s << second(2025, 1, 28, 4) << second(2025, 1, 28, 4, 0, 59);
        QTest::newRow("range") << u"2025-01-24/2025-01"_s << second(2025, 1, 24) << second(2025, 1, 31, 23, 59, 59);
        QTest::newRow("after") << u"2025-01-27/.."_s << second(2025, 1, 27) << std::numeric_limits<qint64>::max();
        QTest::newRow("before") << u"../2025-01"_s << std::numeric_limits<qint64>::min() << second(2025, 1, 31, 23, 59, 59);
        QTest::newRow("before our era") << u"-0043-03-15"_s << second(-44, 3, 15) << second(-44, 3, 15, 23, 59, 59);
        QTest::newRow("last year") << u"9999"_s << second(9999, 1, 1) << second(9999, 12, 31, 23, 59, 59);
    }
    void aDateMeansItsWholeStretch()
    {
        QFETCH(QString, edtf);
        const auto date = PartialDate::fromEdtf(edtf);
        QVERIFY(date);
        QTEST(date->earliest(), "earliest");
        QTEST(date->latest(), "latest");
    }

    void precisionIsThatOfTheCoarserEnd()
    {
        QCOMPARE(PartialDate::fromEdtf(u"2025/2025-02-03")->precision(), Precision::Year);
        QCOMPARE(PartialDate::fromEdtf(u"2025-02-03/2026-01")->precision(), Precision::Month);
        QCOMPARE(PartialDate::fromEdtf(u"2025-02-03/..")->precision(), Precision::Day);
        QCOMPARE(PartialDate::fromEdtf(u"../2025")->precision(), Precision::Year);
        QCOMPARE(PartialDate().precision(), Precision::Unknown);
    }

    void nothingKnownIsNothing()
    {
        const PartialDate nothing;
        QVERIFY(!nothing.isKnown());
        QVERIFY(!nothing.isInterval());
        QCOMPARE(nothing.toEdtf(), QString());
        QCOMPARE(nothing.earliest(), 0);
        QCOMPARE(nothing.latest(), 0);
    }

    void beforeIsCertainOrNotSaid()
    {
        const auto date = [](QStringView words) { return *PartialDate::fromEdtf(words); };
        QVERIFY(isCertainlyBefore(date(u"2025-01-24"), date(u"2025-01-25")));
        QVERIFY(!isCertainlyBefore(date(u"2025-01-24"), date(u"2025-01-24")));
        QVERIFY(!isCertainlyBefore(date(u"2025-01"), date(u"2025-01-25")));
        QVERIFY(isCertainlyBefore(date(u"../2025-01-01"), date(u"2025-01-02/..")));
        QVERIFY(!isCertainlyBefore(date(u"2025-01-27/.."), date(u"2026")));
        QVERIFY(!isCertainlyBefore({}, date(u"2026")));
        QVERIFY(!isCertainlyBefore(date(u"2026"), {}));
    }

    void everyDayOfFourCenturiesStandsWhereTheCalendarPutsIt()
    {
        qint64 expected = second(1801, 1, 1);
        for (QDate day(1801, 1, 1); day.year() < 2202; day = day.addDays(1)) {
            const auto date = PartialDate::day(day.year(), day.month(), day.day());
            QCOMPARE(date.earliest(), expected);
            expected += 86400;
            QCOMPARE(date.latest(), expected - 1);
        }
    }
};

QTEST_GUILESS_MAIN(tst_PartialDate)
#include "tst_partialdate.moc"
