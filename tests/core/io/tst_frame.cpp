// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/frame.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

io::ReadDocument sample()
{
    io::ReadDocument document;
    document.text = u"Headline 😀\n\nWords with a nul\0 and é."_s;
    document.regions = {{{0, 11}, RegionKind::Headline, false}, {{13, 18}, RegionKind::Boilerplate, true}};
    document.title = {u"Headline 😀"_s, Basis::Metadata};
    document.outlet = {u"The Daily"_s, Basis::Header};
    document.authors = {u"Ann Ray"_s, u"Bo Li"_s};
    document.authorsBasis = Basis::Stated;
    document.published = {*PartialDate::fromEdtf(u"2025-01-27/.."), Basis::Inferred, u"after 27 January"_s};
    document.url = {u"https://example.org/a"_s, Basis::Metadata};
    document.language = u"en"_s;
    document.mediaType = u"text/html"_s;
    document.encoding = u"UTF-8"_s;
    document.replacements = 3;
    document.note = u"A note."_s;
    document.turns = {{{0, 8}, {13, 18}, u"00:01"_s}};
    document.people = {{{1, 7}, true, {{2, 3}, {3, 5}}, {4, 6}, {}}};
    document.remarks = {u"named .txt, but the content is HTML"_s};
    return document;
}

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentComesBackAsItWent()
    {
        const auto back = io::decodeAnswer(io::encodeAnswer(sample()));
        QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
        QVERIFY(*back == sample());
    }

    void partsComeBackAsTheyWent()
    {
        io::ReadDocument archive;
        archive.mediaType = u"application/zip"_s;
        archive.parts = {{u"a/b.txt"_s, QByteArray("\0\xFFwords", 7), {}},
                         {u"c.txt"_s, {}, u"encrypted with a password"_s}};
        const auto back = io::decodeAnswer(io::encodeAnswer(archive));
        QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
        QVERIFY(*back == archive);
        archive.text = u"words"_s; // both is neither
        QVERIFY(!io::decodeAnswer(io::encodeAnswer(archive)));
    }

    void aFailureComesBackAsItWent()
    {
        const auto back = io::decodeAnswer(io::encodeAnswer(fail(Fault::UnsupportedType, u"a film"_s)));
        QVERIFY(!back);
        QCOMPARE(back.error(), (Error{Fault::UnsupportedType, u"a film"_s}));
    }

    void hintsComeBackAsTheyWent()
    {
        const io::ReadHints hints{u"odd \n name\".txt"_s, u"KOI8-R"_s};
        QCOMPARE(io::decodeHints(io::encodeHints(hints)).value(), hints);
    }

    void lengthsAreBigEndian()
    {
        QCOMPARE(io::frameLength(0x01020304U), QByteArray("\x01\x02\x03\x04"));
        QCOMPARE(io::lengthOf(io::frameLength(4'000'000'000U)), 4'000'000'000U);
    }

    void whatBreaksARuleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("region beyond the text") << QByteArray("\"end\":18") << QByteArray("\"end\":1800");
        QTest::newRow("region before the text") << QByteArray("\"start\":13") << QByteArray("\"start\":-1");
        QTest::newRow("region backwards") << QByteArray("\"start\":13") << QByteArray("\"start\":18");
        QTest::newRow("region splits a character") << QByteArray("\"end\":11") << QByteArray("\"end\":10");
        QTest::newRow("somebody without a name") << QByteArray("\"name\":{\"end\":7") << QByteArray("\"name\":{\"end\":1");
        QTest::newRow("a name beyond the text") << QByteArray("\"name\":{\"end\":7") << QByteArray("\"name\":{\"end\":700");
        QTest::newRow("another name without letters") << QByteArray("{\"end\":3,\"start\":2}") << QByteArray("{\"end\":2,\"start\":2}");
        QTest::newRow("unknown kind") << QByteArray("\"boilerplate\"") << QByteArray("\"nonsense\"");
        QTest::newRow("unknown basis") << QByteArray("\"inferred\"") << QByteArray("\"guessed\"");
        QTest::newRow("not a date") << QByteArray("2025-01-27/..") << QByteArray("2025-02-30");
        QTest::newRow("number is a string") << QByteArray("\"replacements\":3") << QByteArray("\"replacements\":\"3\"");
        QTest::newRow("number below zero") << QByteArray("\"replacements\":3") << QByteArray("\"replacements\":-3");
        QTest::newRow("struck is no truth value") << QByteArray("\"struck\":true") << QByteArray("\"struck\":1");
        QTest::newRow("text missing") << QByteArray("\"text\"") << QByteArray("\"texte\"");
        QTest::newRow("half a character") << QByteArray("\"A note.\"") << QByteArray("\"\\ud800\"");
        QTest::newRow("authors no list") << QByteArray("[\"Ann Ray\",\"Bo Li\"]") << QByteArray("\"Ann Ray\"");
        QTest::newRow("field far too long") << QByteArray("A note.") << QByteArray(20'000, 'x');
    }
    void whatBreaksARuleIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray json = io::encodeAnswer(sample());
        QVERIFY(json.contains(from));
        json.replace(from, to);
        const auto back = io::decodeAnswer(json);
        QVERIFY(!back);
        QCOMPARE(back.error().fault, Fault::ReaderCrashed);
    }

    void noCutOfAnAnswerIsBelieved()
    {
        const QByteArray json = io::encodeAnswer(sample());
        for (qsizetype size = 0; size < json.size(); ++size)
            QVERIFY(!io::decodeAnswer(json.first(size)));
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
