// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/wordpieces.h"

#include <QTest>

using namespace onrecord::match;
using namespace Qt::StringLiterals;

namespace {

/// "[-cut-] {+added+} same", spaces as they come.
QString drawn(const std::vector<Piece> &pieces)
{
    QString out;
    for (const Piece &piece : pieces)
        out += piece.op == Piece::Op::Same ? piece.text : piece.op == Piece::Op::Printed ? u"[-"_s + piece.text + u"-]"_s : u"{+"_s + piece.text + u"+}"_s;
    return out;
}

} // namespace

class tst_WordPieces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differencesStandWhereTheyAre_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("drawing");
        QTest::newRow("same") << u"one two three"_s << u"one two three"_s << u"one two three"_s;
        QTest::newRow("punctuation and case") << u"One, two—three."_s << u"one two—three"_s << u"One, two—three."_s;
        QTest::newRow("cut at the start") << u"the one two"_s << u"one two"_s << u"[-the -]one two"_s;
        QTest::newRow("added at the end") << u"one two"_s << u"one two three"_s << u"one two{+three+}"_s;
        QTest::newRow("changed inside") << u"it is now open"_s << u"it is not open"_s << u"it is [-now -]{+not +}open"_s;
        QTest::newRow("moved") << u"a b c d"_s << u"b c d a"_s << u"[-a -]b c d{+a+}"_s;
        QTest::newRow("all other") << u"one"_s << u"two"_s << u"[-one-]{+two+}"_s;
        QTest::newRow("nothing printed") << QString() << u"two words"_s << u"{+two words+}"_s;
        QTest::newRow("nothing asked") << u"two words"_s << QString() << u"[-two words-]"_s;
        QTest::newRow("only spaces") << u"  "_s << u" "_s << u"  "_s;
        QTest::newRow("repeated words") << u"no no no yes"_s << u"no no yes"_s << u"no no [-no -]yes"_s;
    }
    void differencesStandWhereTheyAre()
    {
        QFETCH(QString, printed);
        QFETCH(QString, asked);
        QTEST(drawn(wordPieces(printed, asked)), "drawing");
    }

    void linesEndWhereTheLaterTextEndsThem_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("drawing");
        QTest::newRow("a headline's last word") << u"Depot shut\n\nIt rained."_s << u"Depot shut again\n\nIt rained."_s << u"Depot shut {+again\n\n+}It rained."_s;
        QTest::newRow("one in its place") << u"Depot shut\n\nIt rained."_s << u"Depot open\n\nIt rained."_s << u"Depot [-shut -]{+open\n\n+}It rained."_s;
        QTest::newRow("a paragraph") << u"One.\n\nTwo."_s << u"One.\n\nNew lines.\n\nTwo."_s << u"One.\n\n{+New lines.\n\n+}Two."_s;
        QTest::newRow("a paragraph in its place") << u"One.\n\nOld.\n\nTwo."_s << u"One.\n\nNew.\n\nTwo."_s << u"One.\n\n[-Old.\n\n-]{+New.\n\n+}Two."_s;
        QTest::newRow("taken away") << u"Depot shut again\n\nIt rained."_s << u"Depot shut\n\nIt rained."_s << u"Depot shut [-again\n\n-]It rained."_s;
        QTest::newRow("at the very end") << u"It rained"_s << u"It rained again"_s << u"It rained {+again+}"_s;
        QTest::newRow("several") << u"A b\n\nc d\n\ne"_s << u"A b x\n\nc d y\n\ne"_s << u"A b {+x\n\n+}c d {+y\n\n+}e"_s;
    }
    void linesEndWhereTheLaterTextEndsThem()
    {
        QFETCH(QString, printed);
        QFETCH(QString, asked);
        QTEST(drawn(withLinesOf(asked, wordPieces(printed, asked))), "drawing");
    }

    void nothingOfThePrintedWordsIsLost()
    {
        const QString printed = u" We found — rust, in every\nsecond bolt. "_s;
        const QString asked = u"We have found rust in nearly every bolt"_s;
        QString together;
        for (const Piece &piece : wordPieces(printed, asked))
            together += piece.op == Piece::Op::Asked ? QString() : piece.text;
        QCOMPARE(together, printed);
    }

    void wordsAreCounted()
    {
        QCOMPARE(countWords(wordPieces(u"a b c d e", u"a x c d")), (WordCount{.printed = 2, .asked = 1, .same = 3}));
    }

    void veryLongWordingsAreStillAnswered()
    {
        const QString a = u"alpha beta "_s.repeated(3000);
        const QString b = u"gamma delta "_s.repeated(3000);
        const QString printed = u"same " + a + u"end";
        const QString asked = u"same " + b + u"end";
        const auto pieces = wordPieces(printed, asked);
        QCOMPARE(pieces.size(), size_t(4));
        QCOMPARE(pieces.front().text, u"same "_s);
        QCOMPARE(pieces.back().text, u"end"_s);
    }
};

QTEST_GUILESS_MAIN(tst_WordPieces)
#include "tst_wordpieces.moc"
