// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/passages.h"

#include <QElapsedTimer>
#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestSelector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsHaveTheirPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("exact");
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("found"); // -1: lost
        const QString twice = u"the mill, the mill"_s;
        QTest::newRow("code points") << u"😀😀 the mill 漢字"_s << u"the mill"_s << QString() << QString() << 3 << 11 << 5;
        QTest::newRow("UTF-16 units") << u"😀😀 the mill the mill"_s << u"the mill"_s << QString() << QString() << 14 << 22 << 14;
        QTest::newRow("code points of an emoji") << u"a 😀 b 😀"_s << u"😀"_s << QString() << QString() << 6 << 7 << 7;
        QTest::newRow("combining marks") << u"e\u0301t e\u0301t"_s << u"e\u0301t"_s << QString() << QString() << 4 << 7 << 4;
        QTest::newRow("a position where other words stand") << u"one the mill"_s << u"the mill"_s << QString() << QString() << 0 << 8 << 4;
        QTest::newRow("between others") << twice << u"the mill"_s << u", "_s << QString() << -1 << -1 << 10;
        QTest::newRow("before others") << twice << u"the mill"_s << QString() << u", "_s << -1 << -1 << 0;
        QTest::newRow("once, between nothing known") << u"see the mill"_s << u"the mill"_s << u"was "_s << QString() << -1 << -1 << 4;
        QTest::newRow("once, between others on both sides") << u"see the mill here"_s << u"the mill"_s << u"was "_s << u" there"_s << -1 << -1 << -1;
        QTest::newRow("once, between others on one side") << u"see the mill here"_s << u"the mill"_s << u"was "_s << u" HERE, and"_s << -1 << -1 << 4;
        QTest::newRow("once, where a word around is cut") << u"see the mill here"_s << u"the mill"_s << u"ee "_s << u" there"_s << -1 << -1 << 4;
        QTest::newRow("once, between marks alone") << u"see the mill here"_s << u"the mill"_s << u"“"_s << u"”"_s << -1 << -1 << 4;
        QTest::newRow("the position of others") << u"see the mill here"_s << u"the mill"_s << u"was "_s << u" there"_s << 4 << 12 << -1;
        QTest::newRow("twice") << twice << u"the mill"_s << QString() << QString() << -1 << -1 << -1;
        QTest::newRow("twice, between nothing known") << twice << u"the mill"_s << u"a"_s << u"b"_s << -1 << -1 << -1;
        QTest::newRow("twice between the same") << u"a x b a x b"_s << u"x"_s << u"a "_s << u" b"_s << -1 << -1 << -1;
        QTest::newRow("overlapping") << u"aaa"_s << u"aa"_s << QString() << QString() << -1 << -1 << -1;
        QTest::newRow("a letter differs") << u"the mill"_s << u"the Mill"_s << QString() << QString() << 0 << 8 << -1;
        QTest::newRow("a space differs") << u"the  mill"_s << u"the mill"_s << QString() << QString() << -1 << -1 << -1;
        QTest::newRow("no words") << u"the mill"_s << QString() << QString() << QString() << 0 << 3 << -1;
        QTest::newRow("beyond the text") << u"the mill"_s << u"the mill and"_s << QString() << QString() << 0 << 12 << -1;
        QTest::newRow("far beyond") << u"the mill"_s << u"mill"_s << QString() << QString() << 2'000'000'000 << 2'000'000'004 << 4;
    }
    void wordsHaveTheirPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, exact);
        QFETCH(QString, prefix);
        QFETCH(QString, suffix);
        QFETCH(int, start);
        QFETCH(int, end);
        QFETCH(int, found);
        const Span place = placeOf({exact, prefix, suffix, start, end}, text);
        const auto size = static_cast<qint32>(exact.size());
        QCOMPARE(place, found < 0 ? Span{} : (Span{found, found + size}));
        Passages passages(text); // the same once there is an index
        for (int i = 0; i < 30; ++i)
            QCOMPARE(passages.placeOf({exact, prefix, suffix, start, end}), place);
    }

    void manyAreFoundInALongText()
    {
        QString text;
        for (int i = 0; i < 60'000; ++i)
            text += u"word %1, "_s.arg(i);
        Passages passages(text);
        QElapsedTimer timer;
        timer.start();
        int found = 0;
        for (int i = 0; i < 20'000; ++i)
            found += passages.placeOf({u" %1, word"_s.arg(i), u"word"_s, {}, -1, -1}).isEmpty() ? 0 : 1;
        for (int i = 0; i < 5'000; ++i)
            found += passages.placeOf({u"absent"_s, {}, {}, -1, -1}).isEmpty() ? 0 : 1;
        QCOMPARE(found, 20'000);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed()))); // without an index a minute
    }

    void tooManyPlacesAreNone() { QCOMPARE(placeOf({u"a"_s, {}, {}, -1, -1}, QString(100'000, u'a')), Span{}); }
};

QTEST_GUILESS_MAIN(TestSelector)
#include "tst_selector.moc"
