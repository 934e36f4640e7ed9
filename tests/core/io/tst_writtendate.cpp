// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/writtendate.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestWrittenDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrittenDateIsAsPreciseAsItsWords_data()
    {
        QTest::addColumn<QString>("edtf");
        const auto row = [](const char *words, const char *edtf) { QTest::newRow(words) << QString::fromLatin1(edtf); };
        row("2025-01-30", "2025-01-30");
        row("2025-01", "2025-01");
        row("2025-01-24/2025-01-31", "2025-01-24/2025-01-31");
        row("20250130", "2025-01-30");
        row("2025/01/30", "2025-01-30");
        row("2025-01-30T14:05:11+01:00", "2025-01-30T14:05:11+01:00");
        row("2025-01-30T14:05:11.123Z", "2025-01-30T14:05:11Z");
        row("2025-01-30 14:05:11 +0100", "2025-01-30T14:05:11+01:00");
        row("2025-01-30 14:05", "2025-01-30T14:05");
        row("Thu, 30 Jan 2025 14:05:11 GMT", "2025-01-30T14:05:11Z");
        row("January 30, 2025", "2025-01-30");
        row("Jan. 30, 2025", "2025-01-30");
        row("Thursday, January 30th, 2025 at 2:05 PM", "2025-01-30T14:05");
        row("January 30, 2025 12:05 a.m.", "2025-01-30T00:05");
        row("30 January 2025", "2025-01-30");
        row("30. Januar 2025", "2025-01-30");
        row("Sept 3, 2021", "2021-09-03");
        row("January 2025", "2025-01");
        row("1 mars 2024", "2024-03-01");
        row("01.02.2025", "2025-02-01");
        row("1er f\xC3\xA9vrier 2024", "2024-02-01");
        row("15 ao\xC3\xBBt 2024", "2024-08-15");
        row("15 de marzo de 2025", "2025-03-15");
        row("viernes, 4 de septiembre de 2020, 14:05", "2020-09-04T14:05");
        row("3 dic 2024", "2024-12-03");
        row("15 gennaio 2025", "2025-01-15");
        row("1\xC2\xBA maggio 2025", "2025-05-01");
        row("15 maart 2025", "2025-03-15");
        row("15 mrt. 2025", "2025-03-15");
        row("5 augustus 2025 om 14:05", "2025-08-05T14:05");
        row("15 marca 2025 r.", "2025-03-15");
        row("1 pa\xC5\xBA" "dziernika 2024", "2024-10-01");
        row("pi\xC4\x85tek, 15 lipca 2024", "2024-07-15");
        row("15. \xC4\x8D" "ervna 2024", "2024-06-15");
        row("15. \xC4\x8D" "ervence 2024", "2024-07-15");
        row("\xC3\xBAter\xC3\xBD 4. listopadu 2025", "2025-11-04");
        row("15 de mar\xC3\xA7o de 2025", "2025-03-15");
        row("10 out 2024", "2024-10-10");
        row("outubro de 2024", "2024-10");
        row("30 March 2025, 02:30", "2025-03-30T02:30"); // no such hour in some zones: kept as it is written
        row("30 March 2025, 02:30 CET", "2025-03-30T02:30+01:00");
        row("Montag, 3. 2. 2025, 14:05", "2025-02-03T14:05");
        row("27/01/2025", "2025-01-27");
        row("01/27/2025", "2025-01-27");
        row("04-04-2025", "2025-04-04");
        row("Sat 3 May 2025 14.05 CEST", "2025-05-03T14:05+02:00");
        row("May 2, 2025, at 4:20 PM EDT", "2025-05-02T16:20-04:00");
        row("4:20 PM EDT, Fri May 2, 2025", "2025-05-02T16:20-04:00");
        row("2 May 2025, 16:20 BST", "2025-05-02T16:20"); // British or Bangladeshi
        row("le 3 mai 2025 à 14h05", "2025-05-03T14:05");
        row("Mercredi 30 avril 2025", "2025-04-30");
        row("Fredag 4 april 2025", "2025-04-04");
        row("viernes 4 mar 2025", "2025-03-04");
        row("Lunedì 7 april 2025, 14:05", "2025-04-07T14:05");
        row("terça-feira, 01.04.2025", "2025-04-01");
        row("Today, 2 May 2025", "2025-05-02");
        row("Opdateret, May 2, 2025", "2025-05-02");
        row("14:05 May 2 2025", "2025-05-02T14:05");
        row("14:05 CEST 2 May 2025", "2025-05-02T14:05+02:00");
        row("2:05 PM Sept. 3, 2021", "2021-09-03T14:05");
        row("am Sa., 3. Mai 2025 um 14:05 Uhr", "2025-05-03T14:05");
    }
    void aWrittenDateIsAsPreciseAsItsWords()
    {
        QFETCH(QString, edtf);
        const auto date = io::writtenDate(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(date);
        QCOMPARE(date->toEdtf(), edtf);
    }

    void whatIsNoDateIsNothing_data()
    {
        QTest::addColumn<bool>("none");
        for (const char *words : {"", "yesterday", "01/02/2025", "30 February 2025", "32.01.2025", "30.02.2025", "01.13.2025", "1.2/2025", "13/13/2025", "2025-13-01", "January 30", "Ann Ray 2025", "25:99", "99999999", "The 30 January 2025 meeting", "Updated 3 May 2025", "Ann 3 May 2025", "99.99 3 May 2025", "30 de febrero", "1 January 0000", "29 February 1900", "31 April 2024", "2025-02-30T10:00", "2025-01-01T24:30", "1 January 10000", "Out 2025", "Set 2024", "Pro 3, 2024", "30 de febrero de 2024", "15 Äer 2024", "jui 2024", ", 3 May 2025", "Fredagen 4 april 2025", "Fredag, Today, 2 May 2025"})
            QTest::newRow(words) << true;
    }
    void whatIsNoDateIsNothing()
    {
        QVERIFY(!io::writtenDate(QString::fromUtf8(QTest::currentDataTag())));
    }
};

QTEST_GUILESS_MAIN(TestWrittenDate)
#include "tst_writtendate.moc"
