// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace Qt::StringLiterals;

class tst_Fold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothSpellingsFoldAlike_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("case") << u"The BRIDGE"_s << u"the bridge"_s;
        QTest::newRow("white space") << u"  one\u00A0two\n\tthree "_s << u"one two three"_s;
        QTest::newRow("double quotes") << u"„so“ «so» “so” 「so」"_s << u"\"so\" \"so\" \"so\" \"so\""_s;
        QTest::newRow("single quotes") << u"it’s ‘so’ ‹so› ʼs"_s << u"it's 'so' 'so' 's"_s;
        QTest::newRow("dashes") << u"a—b – c‑d −1"_s << u"a-b - c-d -1"_s;
        QTest::newRow("ellipsis") << u"well…"_s << u"well..."_s;
        QTest::newRow("ligatures") << u"eﬃcient ﬁre"_s << u"efficient fire"_s;
        QTest::newRow("full width") << u"ＡＢＣ１２"_s << u"abc12"_s;
        QTest::newRow("composed") << u"caf\u00E9"_s << u"cafe\u0301"_s;
        QTest::newRow("soft hyphen") << u"Infor\u00ADmation"_s << u"information"_s;
        QTest::newRow("zero width") << u"\uFEFFze\u200Bro\u200D"_s << u"zero"_s;
        QTest::newRow("sharp s") << u"Straße"_s << u"STRASSE"_s;
        QTest::newRow("full width quote") << u"＂so＂"_s << u"\"so\""_s;
        QTest::newRow("only white space") << u" \n "_s << QString();
    }
    void bothSpellingsFoldAlike()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QCOMPARE(foldedText(a), foldedText(b));
    }

    void whatTellsWordsApartIsKept()
    {
        QVERIFY(foldedText(u"cafe") != foldedText(u"café"));
        QVERIFY(foldedText(u"is not") != foldedText(u"is now"));
        QVERIFY(foldedText(u"10") != foldedText(u"100"));
        QVERIFY(foldedText(u"no one") != foldedText(u"noone"));
        QVERIFY(foldedText(u"Übung") != foldedText(u"Ubung"));
    }

    void foldingTwiceChangesNothing()
    {
        for (const QString &text : {u"„Ｔhe  eﬃcient—Straße”…"_s, u"e\u0301 \u00AD ʼn ŉ"_s, u"ﷺ ½ №"_s})
            QCOMPARE(foldedText(foldedText(text)), foldedText(text));
    }

    void everyFoldedUnitKnowsWhereItCameFrom()
    {
        const QString text = u"  A “eﬃ” 😀e\u0301\u00AD b… "_s;
        const Folded folded = fold(text);
        QCOMPARE(static_cast<qsizetype>(folded.origin.size()), folded.text.size() + 1);
        QCOMPARE(folded.origin.back(), static_cast<qint32>(text.size()));
        QVERIFY(std::ranges::is_sorted(folded.origin));
        const auto original = [&](QStringView words) {
            const auto at = static_cast<size_t>(folded.text.indexOf(words));
            return text.sliced(folded.origin[at], folded.origin[at + static_cast<size_t>(words.size())] - folded.origin[at]);
        };
        QCOMPARE(original(u"a"), u"A"_s);
        QVERIFY(original(u"ffi").startsWith(u'ﬃ'));
        QVERIFY(original(u"😀").startsWith(u"😀"));
        QVERIFY(original(u"é").startsWith(u"e\u0301"));
        QVERIFY(original(u"...").startsWith(u'…'));
    }

    void anyTextFoldsWithASoundMap()
    {
        QRandomGenerator random(42);
        for (int round = 0; round < 2000; ++round) {
            QString text;
            const int length = random.bounded(20);
            for (int i = 0; i < length; ++i)
                text += QChar(static_cast<char16_t>(random.bounded(0x10000)));
            const Folded folded = fold(text);
            QCOMPARE(static_cast<qsizetype>(folded.origin.size()), folded.text.size() + 1);
            QVERIFY(std::ranges::is_sorted(folded.origin));
            QVERIFY(folded.origin.front() >= 0 && folded.origin.back() == text.size());
            QVERIFY(!folded.text.startsWith(u' ') && !folded.text.endsWith(u' ') && !folded.text.contains(u"  "));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Fold)
#include "tst_fold.moc"
