// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/filesamples.h"
#include "tests/support/readback.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

/// Talk that is written down with who speaks: subtitles and transcripts.
class TestTranscripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subtitlesBecomeTurns()
    {
        const auto srt = readOf(sampleNamed(u"good.srt"_s), u"a.srt"_s);
        QCOMPARE(srt.text, u"[00:00:01] ANN RAY: The mill will stay, I promise.\n\n[00:00:07] BO LI: For how long?"_s);
        QCOMPARE(srt.turns.size(), 2U);
        QCOMPARE(words(srt, srt.turns[0].speaker), u"ANN RAY"_s);
        QCOMPARE(words(srt, srt.turns[0].words), u"The mill will stay, I promise."_s);
        QCOMPARE(srt.turns[1].time, u"00:00:07"_s);
        QCOMPARE(wordsOf(srt, RegionKind::Boilerplate), u"[00:00:01] |[00:00:07] "_s);
        const auto vtt = readOf(sampleNamed(u"good.vtt"_s), u"a.vtt"_s);
        QCOMPARE(vtt.text,
                 u"[00:00:01] Ann Ray: The mill will stay in town.\n\n[00:00:04] Bo Li: Nobody believes it."_s);
    }

    void talkHasTurns()
    {
        const QByteArray talk = "[00:01:15] Ann Ray: At 10:30 we met.\nAnd went home.\n\n[00:01:20] BO LI: Did "
                                "you?\n\nAnn Ray (laughs): Note: we did.\n";
        const auto document = readOf(talk, u"a.txt"_s);
        QCOMPARE(document.text, QString::fromUtf8(talk));
        QCOMPARE(document.turns.size(), 3U);
        QCOMPARE(words(document, document.turns[0].words), u"At 10:30 we met.\nAnd went home."_s);
        QCOMPARE(document.turns[0].time, u"00:01:15"_s);
        QVERIFY(document.turns[2].time.isEmpty());
        // A form and an article with colons are none.
        QVERIFY(readOf("Date: today\nPlace: here\nSubject: mills\nContact: Ann\n", u"b.txt"_s).turns.empty());
        QVERIFY(readOf("Mill: a place.\nThe owner came.\nHe said: I stay.\nShe left.\nThen it rained.\nThat was all.\n",
                       u"c.txt"_s)
                    .turns.empty());
    }
};

QTEST_GUILESS_MAIN(TestTranscripts)
#include "tst_transcripts.moc"
