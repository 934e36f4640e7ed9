// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/textblocks.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;
using namespace Qt::StringLiterals;

class TestTextBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksCoverTheTextWithoutGap_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("empty") << QString() << 1;
        QTest::newRow("one line") << u"words"_s << 1;
        QTest::newRow("two lines") << u"one\ntwo"_s << 2;
        QTest::newRow("last line empty") << u"one\n"_s << 2;
        QTest::newRow("windows and old mac") << u"one\r\ntwo\rthree"_s << 3;
        QTest::newRow("unicode separators") << u"one\u2028two\u2029three"_s << 3;
        QTest::newRow("a long line") << QString(300'000, u'a') << 74;
        QTest::newRow("words in a long line") << u"word "_s.repeated(2000) << 3;
        QTest::newRow("only emoji") << u"😀"_s.repeated(5000) << 3;
    }
    void blocksCoverTheTextWithoutGap()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        const TextBlocks blocks(text);
        QCOMPARE(blocks.count(), count);
        qint32 at = 0;
        for (int block = 0; block < blocks.count(); ++block) {
            QCOMPARE(blocks.start(block), at);
            QVERIFY(blocks.span(block).length() <= longestBlock + 1);
            QVERIFY(!QStringView(text).sliced(blocks.span(block).start, blocks.span(block).length()).contains(u'\n'));
            QVERIFY(at >= text.size() || !text[at].isLowSurrogate());
            if (at < text.size())
                QCOMPARE(blocks.at(at), block);
            at = blocks.end(block);
        }
        QCOMPARE(at, static_cast<qint32>(text.size()));
        QCOMPARE(blocks.at(static_cast<qint32>(text.size())), count - 1);
    }

    void aSoftBreakStandsBehindASpace()
    {
        const QString text = u"word "_s.repeated(2000);
        const TextBlocks blocks(text);
        for (int block = 1; block < blocks.count(); ++block) {
            QVERIFY(blocks.isContinuation(block));
            QCOMPARE(text[blocks.start(block) - 1], u' ');
        }
        QVERIFY(!TextBlocks(u"one\ntwo").isContinuation(1));
    }

    void undrawableCharactersAreShownUnitForUnit()
    {
        const QString text = QString(QChar(0)) + u"a\u0007b\ufffc\ufdd0" + QChar(0xd800) + u"c\u202ed";
        const QString shown = shownText(text, false);
        QCOMPARE(shown.size(), text.size());
        QCOMPARE(shown, u"▯a▯b▯▯▯c\u202ed"_s);
        QCOMPARE(shownText(text, true), u"▯a▯b▯▯▯c▯d"_s);
        QCOMPARE(suspiciousCount(text), 6);
    }

    void ordinaryTextIsShownAsItIs()
    {
        const QString text = u"“Crème brûlée”, 👩\u200d🚒 said — co\u00adoperation\tתודה"_s;
        QCOMPARE(shownText(text, false), text);
        QCOMPARE(suspiciousCount(text), 0);
    }

    void charactersAreNamed()
    {
        QCOMPARE(characterName(0x202e), u"U+202E RIGHT-TO-LEFT OVERRIDE"_s);
        QCOMPARE(characterName(0x7), u"U+0007"_s);
    }
};

QTEST_GUILESS_MAIN(TestTextBlocks)
#include "tst_textblocks.moc"
