// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/textfind.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;
using namespace Qt::StringLiterals;

class TestTextFind : public QObject
{
    Q_OBJECT

private:
    static QStringList words(const QString &text, const FindAnswer &answer)
    {
        QStringList out;
        for (const Span hit : answer.hits)
            out.append(text.mid(hit.start, hit.length()));
        return out;
    }

private Q_SLOTS:
    void findsFolded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("hits");
        QTest::newRow("case") << u"Rust and RUST"_s << u"rust"_s << QStringList{u"Rust"_s, u"RUST"_s};
        QTest::newRow("quotes") << u"it’s here, it's there"_s << u"it's"_s << QStringList{u"it’s"_s, u"it's"_s};
        QTest::newRow("over a line break") << u"every second\n  bolt."_s << u"second bolt"_s << QStringList{u"second\n  bolt"_s};
        QTest::newRow("no trailing space") << u"bolt \n\n and bolt"_s << u"bolt"_s << QStringList{u"bolt"_s, u"bolt"_s};
        QTest::newRow("soft hyphen inside") << u"a co\u00adoperation here"_s << u"cooperation"_s << QStringList{u"co\u00adoperation"_s};
        QTest::newRow("ligature") << u"the ﬁnal of it"_s << u"final"_s << QStringList{u"ﬁnal"_s};
        QTest::newRow("half a ligature") << u"the ﬁnal of it"_s << u"the f"_s << QStringList{u"the ﬁ"_s};
        QTest::newRow("emoji before") << u"😀😀 bolt"_s << u"bolt"_s << QStringList{u"bolt"_s};
        QTest::newRow("not there") << u"rust"_s << u"dust"_s << QStringList{};
        QTest::newRow("empty") << u"rust"_s << QString() << QStringList{};
        QTest::newRow("no overlap") << u"aaaa"_s << u"aa"_s << QStringList{u"aa"_s, u"aa"_s};
    }
    void findsFolded()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QFETCH(QStringList, hits);
        const FindAnswer answer = findAll(text, wanted, {});
        QCOMPARE(answer.state, FindAnswer::State::Complete);
        QCOMPARE(words(text, answer), hits);
    }

    void caseCountsWhenAsked()
    {
        QCOMPARE(words(u"Rust rust RUST"_s, findAll(u"Rust rust RUST"_s, u"Rust"_s, {.matchCase = true})), QStringList{u"Rust"_s});
    }

    void wholeWordsStandAlone()
    {
        const QString text = u"art, party, art's Art"_s;
        QCOMPARE(findAll(text, u"art"_s, {.wholeWords = true}).hits.size(), size_t(3));
        QCOMPARE(findAll(text, u"art"_s, {}).hits.size(), size_t(4));
    }

    void patternsSeeTheTextAsItIs()
    {
        const QString text = u"40 million, 45 million, ４６"_s;
        QCOMPARE(words(text, findAll(text, u"\\d+ m"_s, {.isPattern = true})), (QStringList{u"40 m"_s, u"45 m"_s}));
        QVERIFY(findAll(text, u"x*"_s, {.isPattern = true}).hits.empty());
    }

    void aBadPatternSaysWhere()
    {
        const FindAnswer answer = findAll(u"text"_s, u"a(b"_s, {.isPattern = true});
        QCOMPARE(answer.state, FindAnswer::State::BadPattern);
        QVERIFY(!answer.detail.isEmpty());
        QCOMPARE(answer.position, 3);
    }

    void aPatternThatGivesUpIsNotNothingFound()
    {
        const QString text = u"match here "_s + QString(40, u'a') + u'!';
        const FindAnswer answer = findAll(text, u"match|(a+)+$"_s, {.isPattern = true});
        QCOMPARE(answer.state, FindAnswer::State::TooCostly);
        QCOMPARE(answer.hits.size(), size_t(1));
    }

    void tooManyHitsAreSaid()
    {
        const FindAnswer answer = findAll(QString(mostHits + 10, u'a'), u"a"_s, {});
        QCOMPARE(answer.state, FindAnswer::State::TooMany);
        QCOMPARE(answer.hits.size(), size_t(mostHits));
    }

    void cancelStops()
    {
        const FindAnswer answer = findAll(u"aaa"_s, u"a"_s, {}, [] { return true; });
        QCOMPARE(answer.state, FindAnswer::State::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestTextFind)
#include "tst_textfind.moc"
