// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/bylinenames.h"
#include "core/io/readers/reader.h"
#include "tests/support/readback.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using test::wordsOf;

namespace {

io::ReadDocument read(const QByteArray &bytes, const QString &name = u"a.txt"_s)
{
    auto document = io::readBytes(bytes, {name, {}});
    return document ? *document : io::ReadDocument{};
}

const QByteArray prose =
    "The council met for three hours and decided nothing, which surprised nobody who had followed the matter.\n";

} // namespace

class TestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Plain text

    void plainTextStaysAsItIs()
    {
        const QByteArray text = " A\u00A0line\twith  spaces \n\n\n“Words.”  \n";
        const auto document = read(text);
        QCOMPARE(document.text.toUtf8(), text);
        QCOMPARE(document.mediaType, u"text/plain"_s);
        QCOMPARE(document.encoding, u"UTF-8"_s);
        QVERIFY(document.remarks.empty());
    }

    void theNameOfAFileDatesWhatNothingElseDoes()
    {
        const QByteArray prose = "The bridge stays shut, the council said, and nobody knows for how long it will.\n";
        const auto published = [&prose](const QString &name, const QByteArray &before = {}) { return read(before + prose, name).published; };
        QCOMPARE(published(u"2025-01-30 The bridge.txt"_s), (Dated{PartialDate::day(2025, 1, 30), Basis::FileName, u"2025-01-30"_s}));
        QCOMPARE(published(u"herald_2025_01_30_bridge.txt"_s).when, PartialDate::day(2025, 1, 30));
        QCOMPARE(published(u"2025-01-30.txt"_s, "Title: Bridge\nDate: 2025-02-02\n\n").when, PartialDate::day(2025, 2, 2));
        for (const QString &name : {u"2025-02-30.txt"_s, u"2025-01_30.txt"_s, u"12025-01-30.txt"_s, u"2025-01-301.txt"_s, u"30-01-2025.txt"_s, u"1025-01-30.txt"_s})
            QVERIFY2(!published(name).when.isKnown(), qPrintable(name));
    }

    void aHeadlineLineIsTheTitle()
    {
        const auto document = read("Mill to stay with the town\n\n" + prose);
        QCOMPARE(document.title, (Sourced{u"Mill to stay with the town"_s, Basis::Stated}));
        QCOMPARE(wordsOf(document, RegionKind::Headline), u"Mill to stay with the town"_s);
    }

    void proseHasNoTitle_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a sentence") << QByteArray("The council met.\n\n") + prose;
        QTest::newRow("one paragraph") << prose;
        QTest::newRow("no prose after it") << QByteArray("Milk and bread\nEggs\nButter\n");
        QTest::newRow("an address") << QByteArray("https://example.org/ words here\n\n") + prose;
        QTest::newRow("loading") << QByteArray("Loading more words...\n") + prose;
        QTest::newRow("newsletter box") << QByteArray("Join our weekly newsletter for more of the same. Learn More\n")
                + prose;
    }
    void proseHasNoTitle()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(read(text).title, Sourced{});
    }

    void bylinesAndDatelinesAreStated_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QStringList>("authors");
        QTest::addColumn<QString>("date");
        const QStringList ann{u"Ann Ray"_s};
        QTest::newRow("date, then name") << QByteArray(" date 2025-03-02 By Ann Ray") << ann << u"2025-03-02"_s;
        QTest::newRow("name alone") << QByteArray("By Ann Ray") << ann << QString();
        QTest::newRow("two names") << QByteArray("By Ann Ray and Bo de la Cruz")
                                   << QStringList{u"Ann Ray"_s, u"Bo de la Cruz"_s} << QString();
        QTest::newRow("name and job") << QByteArray("By Ann Ray, Health Editor") << ann << QString();
        QTest::newRow("name, then date") << QByteArray("By Ann Ray | Published March 2, 2025") << ann
                                         << u"2025-03-02"_s;
        QTest::newRow("german") << QByteArray("Von Ann Ray") << ann << QString();
        QTest::newRow("date alone") << QByteArray("Published: 2 March 2025") << QStringList{} << u"2025-03-02"_s;
        QTest::newRow("place, date, name") << QByteArray("Neuhafen, 2. März 2025. Von Ann Ray") << ann << u"2025-03-02"_s;
        QTest::newRow("place and date") << QByteArray("New Haven, March 2, 2025") << QStringList{} << u"2025-03-02"_s;
        QTest::newRow("a sentence with a place and a year") << QByteArray("Northport, which in 2025 lost its mill, votes") << QStringList{} << QString();
        QTest::newRow("copyright") << QByteArray("© 2025 Ann Ray |") << ann << u"2025"_s;
        QTest::newRow("no byline") << QByteArray("By then it was too late for the mill") << QStringList{} << QString();
        QTest::newRow("a year is no date") << QByteArray("2021") << QStringList{} << QString();
    }
    void bylinesAndDatelinesAreStated()
    {
        QFETCH(QByteArray, line);
        QFETCH(QStringList, authors);
        QFETCH(QString, date);
        const auto document = read("Mill to stay with the town\n" + line + "\n\n" + prose);
        QCOMPARE(document.authors, authors);
        QCOMPARE(document.authorsBasis, authors.isEmpty() ? Basis::None : Basis::Stated);
        QCOMPARE(document.published.when.toEdtf(), date);
        QCOMPARE(document.published.basis, date.isEmpty() ? Basis::None : Basis::Stated);
    }

    void boxesAroundAnArticleAreStruckNotCut()
    {
        const auto document = read("Mill to stay with the town\n\n" + prose + "\nAlso Read\n\n" + prose
                                   + "Sign up for our daily newsletter here\n");
        QCOMPARE(wordsOf(document, RegionKind::Boilerplate), u"Also Read|Sign up for our daily newsletter here"_s);
        for (const Region &region : document.regions)
            QCOMPARE(region.struck, region.kind == RegionKind::Boilerplate);
    }

    void quotedWordsAreNeverStruck()
    {
        QCOMPARE(wordsOf(read(prose + "Subscribe to “our newsletter” now\n"), RegionKind::Boilerplate), QString());
    }

    void companiesHoldRightsAsOutlets()
    {
        const auto document = read(prose + "Copyright © 2024 Example Media Group. All rights reserved.\n");
        QCOMPARE(document.outlet.value, u"Example Media Group"_s);
        QVERIFY(document.authors.isEmpty());
    }

    // What is refused, what is said

    void whatIsNoTextIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("empty") << QByteArray() << Fault::Empty;
        QTest::newRow("blanks") << QByteArray(" \n\t\r\n ") << Fault::Empty;
        QTest::newRow("a mark and nothing") << QByteArray("\xEF\xBB\xBF") << Fault::Empty;
        QTest::newRow("a page without words") << QByteArray("<html><script>alert(1)</script></html>") << Fault::Empty;
        QTest::newRow("PDF") << QByteArray("%PDF-1.7 words") << Fault::Malformed;
        QTest::newRow("ZIP") << QByteArray("PK\x03\x04 words") << Fault::Malformed;
        QTest::newRow("film") << QByteArray("0000ftypmp42") << Fault::UnsupportedType;
        QTest::newRow("bytes") << QByteArray("\x01\x02\x03\x04\x05\x06\x07words\x01\x02\x03") << Fault::UnsupportedType;
    }
    void whatIsNoTextIsRefusedByName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Fault, fault);
        const auto document = io::readBytes(bytes, {u"a.txt"_s, {}});
        QVERIFY(!document);
        QCOMPARE(document.error().fault, fault);
        QVERIFY(!document.error().detail.isEmpty());
    }

    void contentDecidesAndAWrongNameIsSaid()
    {
        const auto page = read("<!DOCTYPE html><p>Some words on a page.", u"page.txt"_s);
        QCOMPARE(page.mediaType, u"text/html"_s);
        QCOMPARE(inEnglish(page.remarks), QStringList{u"named .txt, but the content is HTML"_s});
        const auto text = read(prose, u"paper.pdf"_s);
        QCOMPARE(text.mediaType, u"text/plain"_s);
        QCOMPARE(inEnglish(text.remarks), QStringList{u"named .pdf, but the content is plain text"_s});
        QVERIFY(read(prose, u"no-extension"_s).remarks.empty());
        QVERIFY(read("a < b and <b>bold</b> words", u"a.txt"_s).mediaType == u"text/plain"_s);
    }

    void controlCharactersAreKeptAndSaid()
    {
        const auto document = read(QByteArray("One\0 nul and a bell\x07. ", 22) + prose);
        QVERIFY(document.text.contains(QChar::Null));
        QCOMPARE(document.remarks, (std::vector<Remark>{{RemarkKind::ControlCharacters, {u"2"_s}}}));
    }

    void plainTextMayOpenWithTheSameLines()
    {
        const auto document = read("Title: Ten minutes at the mill\nOutlet: Radio Vela\nBy: Ann Ray\nDate: 3 March 2025\n\nThe mill stands still, and nobody knows for how long it will.\n");
        QCOMPARE(document.title, (Sourced{u"Ten minutes at the mill"_s, Basis::Header}));
        QCOMPARE(document.outlet, (Sourced{u"Radio Vela"_s, Basis::Header}));
        QCOMPARE(document.authors, QStringList{u"Ann Ray"_s});
        QCOMPARE(document.published.when, PartialDate::day(2025, 3, 3));
        QVERIFY(document.text.startsWith(u"The mill stands"_s));
    }

    void aTranscriptMayToo()
    {
        const auto document = read("Title: Ten minutes\nDate: 2025-03-03\n\nHost: Is it safe?\nAnn Ray: Today it is.\nHost: And in May?\nAnn Ray: Ask me in May.\n");
        QCOMPARE(document.title.value, u"Ten minutes"_s);
        QCOMPARE(document.turns.size(), size_t(4));
        QCOMPARE(document.text.sliced(document.turns[1].words.start, document.turns[1].words.length()), u"Today it is."_s);
    }

    void linesThatOnlyLookLikeAHeaderStayInTheText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("one line") << QByteArray("Title: a word that means little\n\nIt was printed on every door of the town that year.\n");
        QTest::newRow("a key nobody knows") << QByteArray("Title: The mill\nWeather: bad\n\nIt was printed on every door of the town that year.\n");
        QTest::newRow("no empty line") << QByteArray("Title: The mill\nDate: 2025-03-03\nIt was printed on every door of the town that year.\n");
        QTest::newRow("further down") << QByteArray("It was printed on every door.\n\nTitle: The mill\nDate: 2025-03-03\n\nOf the town that year.\n");
    }

    void linesThatOnlyLookLikeAHeaderStayInTheText()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(read(text).text.simplified(), QString::fromUtf8(text).simplified());
    }

    // Markdown

    void aHeaderBlockSaysWhatItKnows()
    {
        const auto document = read(
            "---\ntitle: \"The mill: a story\"\noutlet: The Daily\noutlet-basis: inferred\nauthor: Ann Ray, Bo Li\n"
            "date: 2025-03-02/..\ndate-basis: public-record\nurl: https://example.org/mill\nlang: en\nnote: Written "
            "for a test.\n---\n\n# The mill\n\nWords.\n",
            u"mill.md"_s);
        QCOMPARE(document.mediaType, u"text/markdown"_s);
        QCOMPARE(document.title, (Sourced{u"The mill: a story"_s, Basis::Header}));
        QCOMPARE(document.outlet, (Sourced{u"The Daily"_s, Basis::Inferred}));
        QCOMPARE(document.authors, (QStringList{u"Ann Ray"_s, u"Bo Li"_s}));
        QCOMPARE(document.authorsBasis, Basis::Header);
        QCOMPARE(document.published,
                 (Dated{PartialDate::after({Precision::Day, 2025, 3, 2}), Basis::PublicRecord, u"2025-03-02/.."_s}));
        QCOMPARE(document.url, (Sourced{u"https://example.org/mill"_s, Basis::Header}));
        QCOMPARE(document.language, u"en"_s);
        QCOMPARE(document.note, u"Written for a test."_s);
        QCOMPARE(document.text, u"The mill\n\nWords."_s);
        QVERIFY(document.remarks.empty());
    }

    void whatAHeaderSaysInVainIsRemarked()
    {
        const auto document = read(
            "---\ntitle: A\ndate: someday\ncolour: red\noutlet: B\noutlet-basis: gossip\n---\nWords.\n", u"a.md"_s);
        QCOMPARE(document.remarks.size(), 3u);
        QVERIFY(!document.published.when.isKnown());
    }

    void aRuleIsNoHeaderBlock()
    {
        QCOMPARE(read("---\n\nSome words: here.\n\n---\n\nMore words.\n", u"a.md"_s).text,
                 u"Some words: here.\n\nMore words."_s);
    }

    void markdownBecomesWordsWithRegions()
    {
        const auto document = read("# The mill\n\nShe *said* “we **stay**” to [us](https://x.example/a \"t\").\nSame "
                                   "line.\n\n> Quoted one.\n>\n> Quoted two.\n\n"
                                   "## Later\n\n- first\n- second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n&copy; and "
                                   "&amp; &#8220;x&#8221; `code`<br>next <b>bold</b>\n\n<div>a block</div>\n",
                                   u"a.md"_s);
        QCOMPARE(
            document.text,
            u"The mill\n\nShe said “we stay” to us. Same line.\n\nQuoted one.\n\nQuoted two.\n\nLater\n\nfirst\nsecond\n\na b\n1 2\n\n© and & “x” code\nnext bold\n\na block"_s);
        QCOMPARE(document.title, (Sourced{u"The mill"_s, Basis::Stated}));
        QCOMPARE(wordsOf(document, RegionKind::Headline), u"The mill"_s);
        QCOMPARE(wordsOf(document, RegionKind::Heading), u"Later"_s);
        QCOMPARE(wordsOf(document, RegionKind::BlockQuote), u"Quoted one.\n\nQuoted two."_s);
    }

    void aHeadingPartsAQuote()
    {
        const auto document = read("- item\n  > one\n  > # Head\n  > two\n\nlast\n", u"a.md"_s);
        QCOMPARE(document.text, u"item\n\none\n\nHead\n\ntwo\n\nlast"_s);
        QCOMPARE(wordsOf(document, RegionKind::BlockQuote), u"one|two"_s);
        QCOMPARE(wordsOf(document, RegionKind::Headline), u"Head"_s);
        for (size_t i = 1; i < document.regions.size(); ++i)
            QVERIFY(document.regions[i - 1].span.end <= document.regions[i].span.start);
    }

    void namesAreNames_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("By ANN RAY") << QStringList{u"ANN RAY"_s};
        QTest::newRow("Ann O’Ray-Li; Bo Li") << QStringList{u"Ann O’Ray-Li"_s, u"Bo Li"_s};
        QTest::newRow("the staff") << QStringList{};
        QTest::newRow("Sign Up For Our Newsletter") << QStringList{};
        QTest::newRow("Par Ann Ray (avec Bo Li et Cy Doe)") << QStringList{u"Ann Ray"_s, u"Bo Li"_s, u"Cy Doe"_s};
        QTest::newRow("Por Ann Ray, Bo Li y Cy Doe") << QStringList{u"Ann Ray"_s, u"Bo Li"_s, u"Cy Doe"_s};
        QTest::newRow("Written by Ann Ray\nEdited by Bo Li") << QStringList{u"Ann Ray"_s};
        QTest::newRow("By Ann Ray — @annray — Updated 3:15 pm, 1 May 2024") << QStringList{u"Ann Ray"_s};
        QTest::newRow("By Ann van der Ray | The Daily Mill 4 May") << QStringList{u"Ann van der Ray"_s};
        QTest::newRow("文 山田 太郎") << QStringList{};
        QTest::newRow("山田 太郎") << QStringList{u"山田 太郎"_s};
        QTest::newRow("By Ann Ray, Staff Writer") << QStringList{u"Ann Ray"_s};
    }
    void namesAreNames()
    {
        QFETCH(QStringList, names);
        QCOMPARE(io::namesOfByline(QString::fromUtf8(QTest::currentDataTag())), names);
    }
};

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
