// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/selector.h"

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
    }
};

QTEST_GUILESS_MAIN(TestSelector)
#include "tst_selector.moc"
