// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameprint.h"

#include <QTest>

using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestSamePrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_same_words_are_the_same_article_unless_it_says_otherwise_data()
    {
        QTest::addColumn<Print>("known");
        QTest::addColumn<Print>("found");
        QTest::addColumn<bool>("isSame");
        const Print pier{u"Ferry late"_s, u"The Pier"_s, u"https://pier.example/ferry"_s};
        const Print pierOnPaper{u"Ferry late"_s, u"The Pier"_s, {}};
        const Print nameless;
        QTest::newRow("once more") << pier << pier << true;
        QTest::newRow("nothing said of either") << nameless << nameless << true;
        QTest::newRow("a copy that says nothing") << pier << nameless << true;
        QTest::newRow("a copy without its address") << pier << pierOnPaper << true;
        QTest::newRow("a copy with its address") << pierOnPaper << pier << true;
        QTest::newRow("the outlet written otherwise") << pierOnPaper << Print{u"Ferry  late"_s, u"the pier"_s, {}} << true;
        QTest::newRow("another outlet") << pierOnPaper << Print{u"Ferry late"_s, u"Evening Post"_s, {}} << false;
        QTest::newRow("an outlet where none was known") << Print{u"Ferry late"_s, {}, {}} << pierOnPaper << false;
        QTest::newRow("another headline") << pierOnPaper << Print{u"No boat at noon"_s, u"The Pier"_s, {}} << false;
        QTest::newRow("another headline at the same address") << pier << Print{u"No boat at noon"_s, u"The Pier"_s, pier.url} << false;
        QTest::newRow("a headline where none was known") << Print{{}, u"The Pier"_s, {}} << pierOnPaper << true;
        QTest::newRow("another site") << pier << Print{u"Ferry late"_s, {}, u"https://post.example/ferry"_s} << false;
        QTest::newRow("another site, the same outlet") << pier << Print{u"Ferry late"_s, u"The Pier"_s, u"https://post.example/ferry"_s} << false;
        QTest::newRow("a site where none was known") << pierOnPaper << Print{u"Ferry late"_s, {}, u"https://post.example/ferry"_s} << false;
        QTest::newRow("the same address, followed from a letter") << pier << Print{{}, u"Pier Online"_s, u"http://www.pier.example/ferry/?utm_source=letter"_s} << true;
        QTest::newRow("another page of the same outlet") << pier << Print{u"Ferry late"_s, u"The Pier"_s, u"https://pier.example/print/ferry"_s} << true;
        QTest::newRow("another page of the same site") << pier << Print{{}, {}, u"https://amp.pier.example/ferry?view=print"_s} << true;
        QTest::newRow("the outlet of a site that was known") << Print{{}, {}, pier.url} << Print{{}, u"The Pier"_s, u"https://pier.example/print/ferry"_s} << true;
        QTest::newRow("two outlets on one site") << pier << Print{u"Ferry late"_s, u"Harbour Notes"_s, u"https://pier.example/harbour/ferry"_s} << false;
    }

    void the_same_words_are_the_same_article_unless_it_says_otherwise()
    {
        QFETCH(Print, known);
        QFETCH(Print, found);
        QFETCH(bool, isSame);
        QCOMPARE(isSamePrint(keyOf(found), keyOf(known)), isSame);
    }
};

QTEST_GUILESS_MAIN(TestSamePrint)
#include "tst_sameprint.moc"
