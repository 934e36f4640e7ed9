// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <QTest>

using onrecord::ui::fuzzyScore;
using namespace Qt::StringLiterals;

class TestFuzzy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCharacterHasToStandInOrder()
    {
        QVERIFY(fuzzyScore(u"impo", u"Import Folder"));
        QVERIFY(fuzzyScore(u"imfo", u"Import Folder"));
        QVERIFY(!fuzzyScore(u"fi", u"Import Folder").has_value()
                || *fuzzyScore(u"fi", u"Import Folder") < *fuzzyScore(u"fo", u"Import Folder"));
        QVERIFY(!fuzzyScore(u"xyz", u"Import Folder"));
        QVERIFY(!fuzzyScore(u"redloF", u"Folder"));
    }

    void nothingTypedFitsEverythingEqually()
    {
        QCOMPARE(fuzzyScore(u"", u"one"), std::optional(0));
        QCOMPARE(fuzzyScore(u"  ", u"another"), std::optional(0));
    }

    void better_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("beginning before middle") << u"an"_s << u"Ana Ruiz"_s << u"Tom Hale and man"_s;
        QTest::newRow("starts of words before insides") << u"ro"_s << u"Reset Online"_s << u"Chrome"_s;
        QTest::newRow("run before scattered") << u"bridge"_s << u"the bridge"_s << u"umbra whiled image"_s;
        QTest::newRow("shorter of two equals") << u"undo"_s << u"Undo"_s << u"Undo Import 5 Articles"_s;
        QTest::newRow("capital inside a word starts one") << u"ds"_s << u"DeepSeek"_s << u"deposits"_s;
    }
    void better()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto good = fuzzyScore(typed, better);
        const auto less = fuzzyScore(typed, worse);
        QVERIFY(good);
        QVERIFY(less);
        QVERIFY2(*good > *less, qPrintable(u"%1 against %2"_s.arg(*good).arg(*less)));
    }

    void caseAndAccentsDoNotMatter()
    {
        QVERIFY(fuzzyScore(u"jose", u"José Martínez"));
        QVERIFY(fuzzyScore(u"MARTINEZ", u"José Martínez"));
    }

    void longTextsStayCheapAndRight()
    {
        const QString text = QString(5000, u'a') + u" bolt"_s;
        QVERIFY(fuzzyScore(u"bolt", text));
        QVERIFY(!fuzzyScore(u"bolts", text));
    }
};

QTEST_GUILESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
