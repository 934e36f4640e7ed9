// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"
#include "tests/support/filesamples.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using test::PdfText;

namespace {

io::ReadDocument read(const QByteArray &bytes, const QString &name)
{
    auto document = io::readBytes(bytes, {name, {}});
    if (!document)
        qWarning("%s: %s", qPrintable(name), qPrintable(document.error().detail));
    return document ? *document : io::ReadDocument{};
}

QString wordsOf(const io::ReadDocument &document, RegionKind kind)
{
    QStringList words;
    for (const Region &region : document.regions) {
        if (region.kind == kind)
            words << document.text.sliced(region.span.start, region.span.length());
    }
    return words.join(u'|');
}

void checkSpans(const io::ReadDocument &document)
{
    qint32 at = 0;
    for (const Region &region : document.regions) {
        QVERIFY(region.span.start >= at && !region.span.isEmpty() && region.span.end <= document.text.size());
        at = region.span.end;
    }
    for (const io::Turn &turn : document.turns)
        QVERIFY(!turn.speaker.isEmpty() && turn.speaker.end <= turn.words.start && !turn.words.isEmpty()
                && turn.words.end <= document.text.size());
    QVERIFY(document.text.isValidUtf16());
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleEndsAsItShould_data()
    {
        QTest::addColumn<test::Sample>("sample");
        for (const test::Sample &sample : test::samples())
            QTest::newRow(qPrintable(sample.name)) << sample;
    }
    void everySampleEndsAsItShould()
    {
        QFETCH(test::Sample, sample);
        const auto document = io::readBytes(sample.bytes, {sample.name, {}});
        if (!document) {
            QVERIFY2(!sample.isRead, qPrintable(document.error().detail));
            QVERIFY(!document.error().detail.isEmpty());
            return;
        }
        if (document->parts.empty()) {
            QVERIFY2(sample.isRead, qPrintable(document->text.left(200)));
            checkSpans(*document);
        } else {
            QCOMPARE(document->parts.front().refusal.isEmpty(), sample.isRead);
        }
    }

    /// Cut or changed anywhere, a file is read or refused, never more.
    void damagedFilesFailAlone_data() { everySampleEndsAsItShould_data(); }
    void damagedFilesFailAlone()
    {
        QFETCH(test::Sample, sample);
        const QByteArray whole = sample.bytes.left(4000);
        const qsizetype step = std::max<qsizetype>(1, whole.size() / 12);
        for (qsizetype at = 1; at < whole.size(); at += step) {
            if (const auto document = io::readBytes(whole.first(at), {sample.name, {}}))
                checkSpans(*document);
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
            if (const auto document = io::readBytes(flipped, {sample.name, {}}))
                checkSpans(*document);
        }
    }

    void aWrongNameIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("docx as pdf") << u"word.pdf"_s << u"named .pdf, but the content is DOCX"_s;
        QTest::newRow("pdf as docx") << u"print.docx"_s << u"named .docx, but the content is PDF"_s;
        QTest::newRow("mail as text") << u"letter.txt"_s << u"named .txt, but the content is a mail message"_s;
        QTest::newRow("saved page as html")
            << u"saved.html"_s << u"named .html, but the content is a saved page (MHTML)"_s;
        QTest::newRow("rtf as text") << u"rich.txt"_s << u"named .txt, but the content is RTF"_s;
        QTest::newRow("captions as text") << u"captions.txt"_s << u"named .txt, but the content is WebVTT subtitles"_s;
        QTest::newRow("references as text") << u"records.txt"_s << u"named .txt, but the content is RIS references"_s;
    }
    void aWrongNameIsSaid()
    {
        QFETCH(QString, name);
        const auto all = test::samples();
        const auto sample = std::ranges::find(all, name, &test::Sample::name);
        QVERIFY(sample != all.end());
        QTEST(inEnglish(read(sample->bytes, name).remarks).value(0), "said");
    }

    // DOCX and ODT

    void aDocxIsReadInOrder()
    {
        const QByteArray body = "<w:p><w:pPr><w:pStyle w:val='Title'/><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Mill "
                                "to</w:t></w:r><w:r><w:t xml:space='preserve'> stay</w:t></w:r></w:p>"
                                "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:footnoteReference "
                                "w:id='2'/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></"
                                "w:del><w:ins><w:r><w:t> three.</w:t></w:r></w:ins></w:p>"
                                "<w:p><w:pPr><w:pStyle w:val='Quote'/></w:pPr><w:r><w:t>Said words.</w:t></w:r></w:p>"
                                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</"
                                "w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                                "<w:p><w:r><w:t>Last</w:t><w:br/><w:t>line &amp; end</w:t></w:r></w:p>";
        const auto document = read(
            test::docx(
                body,
                "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote><w:footnote "
                "w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>"),
            u"a.docx"_s);
        QCOMPARE(
            document.text,
            u"Mill to stay\n\nOne\ttwo three.\n\nA note.\n\nSaid words.\n\na\nb\n\nLast\nline & end\n\nMill file, page"_s);
        QCOMPARE(wordsOf(document, RegionKind::Headline), u"Mill to stay"_s);
        QCOMPARE(wordsOf(document, RegionKind::BlockQuote), u"Said words."_s);
        QCOMPARE(wordsOf(document, RegionKind::Boilerplate), u"Mill file, page"_s);
        QCOMPARE(document.title, (Sourced{u"Mill to stay"_s, Basis::Metadata}));
        QCOMPARE(document.authors, QStringList{u"Ann Ray"_s});
        QCOMPARE(document.published.when.toEdtf(), u"2024-05-04T10:15:00Z"_s);
        QVERIFY(inEnglish(document.remarks).contains(u"has tracked changes: deletions were left out, insertions taken in"_s));
    }

    void anOdtIsReadInOrder()
    {
        const auto document = read(
            test::odt("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Mill to stay</text:h>"
                      "<text:p>One<text:tab/>two<text:note><text:note-citation>1</"
                      "text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>\n   "
                      "three<text:s text:c='2'/>four"
                      "<text:line-break/>five<office:annotation><text:p>no</text:p></office:annotation></"
                      "text:p><text:p text:style-name='P1'>Said words.</text:p>"),
            u"a.odt"_s);
        QCOMPARE(document.text, u"Mill to stay\n\nOne\ttwo three  four\nfive\n\nA note.\n\nSaid words."_s);
        QCOMPARE(wordsOf(document, RegionKind::Headline), u"Mill to stay"_s);
        QCOMPARE(wordsOf(document, RegionKind::BlockQuote), u"Said words."_s);
        QCOMPARE(document.published.when.toEdtf(), u"2024-05-04T10:15:00"_s);
        QCOMPARE(document.authors, QStringList{u"Ann Ray"_s});
    }

    void aBookIsItsChapters()
    {
        const auto document = read(
            test::epub({"<h1>First</h1><p>Words of it.</p>", "<blockquote><p>Said.</p></blockquote>"}), u"a.epub"_s);
        QCOMPARE(document.text, u"First\n\nWords of it.\n\nSaid."_s);
        QCOMPARE(document.title.value, u"The mill book"_s);
        QCOMPARE(document.outlet.value, u"Mill Press"_s);
        QCOMPARE(document.published.when.toEdtf(), u"2024-05"_s);
        QCOMPARE(document.language, u"en"_s);
    }

    void rtfKeepsItsCharacters()
    {
        const auto document =
            read("{\\rtf1\\ansi\\ansicpg1251\\uc1{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}{\\info{\\title "
                 "A title}}{\\header Running head\\par}\\f0 Caf\\'e9 \\u8220?so\\u8221?\\~\\emdash "
                 "\\u-10179?\\u-8704?{\\f1 \\'cf\\'f0}{\\v hidden}{\\*\\foo gone}{\\footnote A "
                 "note.}\\par{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}} end\\bin3 }}}\\par}",
                 u"a.rtf"_s);
        QCOMPARE(document.text, u"Café “so”\u00A0—😀Пр\n\nA note.\n\nlink end\n\nRunning head"_s);
        QCOMPARE(document.title.value, u"A title"_s);
        QCOMPARE(wordsOf(document, RegionKind::Boilerplate), u"Running head"_s);
    }

    // PDF

    void pdfLinesBecomeParagraphs()
    {
        std::vector<std::vector<PdfText>> pages;
        for (int page = 1; page <= 3; ++page) {
            pages.push_back({{72, 810, 9, "The Mill Review, May 2024"}, {290, 30, 9, QByteArray::number(page)}});
            if (page == 1)
                pages.back().push_back({72, 770, 22, "A mill that stays"});
            // Two columns; the left one ends in the middle of a word, the page in the middle of a sentence.
            const QByteArray number = QByteArray::number(page);
            for (const auto &[x, words] : {std::pair{72, "left"}, std::pair{320, "right"}}) {
                for (int line = 0; line < 12; ++line) {
                    QByteArray text = "This is line " + QByteArray(1, static_cast<char>('a' + line)) + " of the "
                        + words + " hand column";
                    if (line == 11)
                        text = x == 72 ? "which goes on in the next one as if noth-"
                                       : "and which goes on over the page, namely";
                    if (line == 0 && x == 320)
                        text = "ing had happened " + number + ". " + "It then says more";
                    if (line == 0 && x == 72 && page > 1)
                        text = "with more words of page " + number + " in this";
                    pages.back().push_back({static_cast<double>(x), 700.0 - line * 14, 11, text});
                }
            }
            if (page == 1)
                pages.back().push_back({72, 100, 8, "1 A note in small print at the foot."});
        }
        const auto document = read(test::pdf(pages), u"a.pdf"_s);
        QCOMPARE(wordsOf(document, RegionKind::Headline), u"A mill that stays"_s);
        QVERIFY2(document.text.contains(u"as if nothing had happened 1. It then says more"_s),
                 qPrintable(document.text));
        QVERIFY2(document.text.contains(u"over the page, namely with more words of page 2"_s),
                 qPrintable(document.text));
        QVERIFY(document.text.contains(u"\n\n1 A note in small print at the foot.\n\n"_s)
                || document.text.endsWith(u"\n\n1 A note in small print at the foot."_s));
        const QString struck = wordsOf(document, RegionKind::Boilerplate);
        QCOMPARE(struck.count(u"The Mill Review, May 2024"_s), 3);
        QVERIFY(struck.contains(u"|2"_s));
        QCOMPARE(document.title, (Sourced{u"Mill to stay"_s, Basis::Metadata}));
        QCOMPARE(document.authors, QStringList{u"Ann Ray"_s});
        QCOMPARE(document.published.when.toEdtf(), u"2024-05-04"_s);
    }

    void scansSayWhatTheyAre()
    {
        const auto blank = io::readBytes(test::pdf({{}, {}}), {u"a.pdf"_s, {}});
        QVERIFY(!blank);
        QCOMPARE(blank.error().fault, Fault::Empty);
        QVERIFY(blank.error().detail.contains(u"its 2 pages are blank"_s));
    }

    // Mail and saved pages

    void mailIsWordsAndFields()
    {
        const auto all = test::samples();
        const auto document = read(std::ranges::find(all, u"good.eml"_s, &test::Sample::name)->bytes, u"a.eml"_s);
        QCOMPARE(document.title.value, u"Mill to stay"_s);
        QCOMPARE(document.authors, QStringList{u"Ann Räy"_s});
        QCOMPARE(document.published.when.toEdtf(), u"2024-05-04T10:15:00+02:00"_s);
        QVERIFY(document.text.contains(u"Café."_s));
        QCOMPARE(wordsOf(document, RegionKind::BlockQuote), u"> Will it stay?"_s);
        QVERIFY(inEnglish(document.remarks).contains(u"attachment left out: plan.pdf"_s));
        const auto page = read(std::ranges::find(all, u"good.mhtml"_s, &test::Sample::name)->bytes, u"a.mhtml"_s);
        QCOMPARE(page.url.value, u"https://example.org/saved"_s);
        QCOMPARE(wordsOf(page, RegionKind::Headline), u"Mill to stay"_s);
        QVERIFY(!page.published.when.isKnown()); // when it was saved is not when it was published
    }

    void aFileCutOffSaysWhatOfItWasKept()
    {
        const auto sample = [](const QString &name) {
            const auto all = test::samples();
            return std::ranges::find(all, name, &test::Sample::name)->bytes;
        };
        const auto saysCut = [](const io::ReadDocument &document, const QString &where) {
            return std::ranges::any_of(inEnglish(document.remarks), [&where](const QString &remark) { return remark.startsWith(u"the file is cut off "_s + where); });
        };
        const QByteArray page = sample(u"good.mhtml"_s);
        QVERIFY(!saysCut(read(page, u"a.mhtml"_s), {}));
        QVERIFY(saysCut(read(sample(u"cut.mhtml"_s), u"a.mhtml"_s), u"in the words"_s));
        const QByteArray whole = page.first(page.indexOf("</html>") + 7);
        QVERIFY(saysCut(read(whole, u"a.mhtml"_s), u"behind the words"_s));
        QVERIFY(saysCut(read(whole + "\r\n----x\r\nContent-Type: image/png\r\n\r\n12345", u"a.mhtml"_s), u"behind the words"_s));
        const QByteArray mail = sample(u"good.eml"_s);
        QVERIFY(!saysCut(read(mail, u"a.eml"_s), {}));
        QVERIFY(saysCut(read(mail.first(mail.indexOf("JVBE")), u"a.eml"_s), u"behind the words"_s));
        QVERIFY(saysCut(read(mail.first(mail.indexOf("Will it")), u"a.eml"_s), u"in the words"_s));
    }

    void aPartWithoutItsClosingLineIsNoCutFile()
    {
        const QByteArray fields = "From: Ann Ray <ann@example.org>\r\nTo: Bo\r\nSubject: The mill\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n";
        const QByteArray inner = "--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\n";
        const QByteArray words = "Content-Type: text/plain\r\n\r\nThe mill stays.\r\n";
        const auto cutsOf = [](const io::ReadDocument &document) { return inEnglish(document.remarks).filter(u"cut off"_s); };
        QCOMPARE(cutsOf(read(fields + inner + words + "--o--\r\n", u"a.eml"_s)), QStringList());
        // Cut off where a part was about to open: those before it are whole, and a multipart may have none at all.
        QVERIFY(cutsOf(read(fields + "--o\r\n" + words + "--o\r\n", u"a.eml"_s)).value(0).contains(u"behind the words"_s));
        QVERIFY(cutsOf(read(fields + "--o\r\n" + words + inner, u"a.eml"_s)).value(0).contains(u"behind the words"_s));
        QVERIFY(cutsOf(read(fields + inner + words, u"a.eml"_s)).value(0).contains(u"in the words"_s));
        QByteArray many = fields + "--o\r\n" + words;
        for (int i = 0; i < 1'100; ++i)
            many += "--o\r\nContent-Type: image/png\r\n\r\n1\r\n";
        QVERIFY(cutsOf(read(many + inner + words, u"a.eml"_s)).value(0).contains(u"behind the words"_s)); // more parts than are read
    }

    // Transcripts

    void subtitlesBecomeTurns()
    {
        const auto all = test::samples();
        const auto srt = read(std::ranges::find(all, u"good.srt"_s, &test::Sample::name)->bytes, u"a.srt"_s);
        QCOMPARE(srt.text, u"[00:00:01] ANN RAY: The mill will stay, I promise.\n\n[00:00:07] BO LI: For how long?"_s);
        QCOMPARE(srt.turns.size(), 2U);
        QCOMPARE(srt.text.sliced(srt.turns[0].speaker.start, srt.turns[0].speaker.length()), u"ANN RAY"_s);
        QCOMPARE(srt.text.sliced(srt.turns[0].words.start, srt.turns[0].words.length()),
                 u"The mill will stay, I promise."_s);
        QCOMPARE(srt.turns[1].time, u"00:00:07"_s);
        QCOMPARE(wordsOf(srt, RegionKind::Boilerplate), u"[00:00:01] |[00:00:07] "_s);
        const auto vtt = read(std::ranges::find(all, u"good.vtt"_s, &test::Sample::name)->bytes, u"a.vtt"_s);
        QCOMPARE(vtt.text,
                 u"[00:00:01] Ann Ray: The mill will stay in town.\n\n[00:00:04] Bo Li: Nobody believes it."_s);
    }

    void talkHasTurns()
    {
        const QByteArray talk = "[00:01:15] Ann Ray: At 10:30 we met.\nAnd went home.\n\n[00:01:20] BO LI: Did "
                                "you?\n\nAnn Ray (laughs): Note: we did.\n";
        const auto document = read(talk, u"a.txt"_s);
        QCOMPARE(document.text, QString::fromUtf8(talk));
        QCOMPARE(document.turns.size(), 3U);
        QCOMPARE(document.text.sliced(document.turns[0].words.start, document.turns[0].words.length()),
                 u"At 10:30 we met.\nAnd went home."_s);
        QCOMPARE(document.turns[0].time, u"00:01:15"_s);
        QVERIFY(document.turns[2].time.isEmpty());
        // A form and an article with colons are none.
        QVERIFY(read("Date: today\nPlace: here\nSubject: mills\nContact: Ann\n", u"b.txt"_s).turns.empty());
        QVERIFY(read("Mill: a place.\nThe owner came.\nHe said: I stay.\nShe left.\nThen it rained.\nThat was all.\n",
                     u"c.txt"_s)
                    .turns.empty());
    }

    // References and tables

    void quotationsOfATableBecomeTurnsOfTheirSource()
    {
        const auto table = read("Quote,Said by,Outlet,Date,Link,Odd\n"
                                "\"“The bridge stays shut, and that is that.”\",Ana Ruiz,The Daily,2025-03-02,https://example.org/a,x\n"
                                "We were never asked.,Ito,Valley Post,2025-03-04,https://example.org/b,\n"
                                ",Ito,Valley Post,2025-03-04,https://example.org/b,\n"
                                "Nobody told me.,Vela,The Daily,2025-03-02,https://example.org/a,\n"
                                "Too few\n",
                                u"quotes.csv"_s);
        QVERIFY(inEnglish(table.remarks).contains(u"columns: Quote → words, Said by → speaker, Outlet → outlet, Date → date, Link → url"_s));
        QVERIFY(inEnglish(table.remarks).contains(u"columns not taken in: Odd"_s));
        QStringList parts;
        for (const io::ReadPart &part : table.parts)
            parts << part.name + u'|' + part.refusal;
        QCOMPARE(parts,
                 (QStringList{u"lines 2, 5 of quotes.csv|"_s, u"line 3 of quotes.csv|"_s, u"line 4 of quotes.csv|line 4: no words are quoted"_s,
                              u"line 6 of quotes.csv|line 6: 1 fields where the header has 6"_s}));
        const auto source = read(table.parts[0].bytes, table.parts[0].name);
        QCOMPARE(source.text, u"The Daily, 2025-03-02, https://example.org/a\n\nAna Ruiz: The bridge stays shut, and that is that.\n\nVela: Nobody told me."_s);
        QCOMPARE(source.outlet.value, u"The Daily"_s);
        QCOMPARE(source.url.value, u"https://example.org/a"_s);
        QCOMPARE(source.published.when.toEdtf(), u"2025-03-02"_s);
        QCOMPARE(source.turns.size(), 2U);
        const auto words = [&source](Span span) { return source.text.sliced(span.start, span.length()); };
        QCOMPARE(words(source.turns[0].speaker), u"Ana Ruiz"_s);
        QCOMPARE(words(source.turns[0].words), u"The bridge stays shut, and that is that."_s);
        QCOMPARE(words(source.turns[1].words), u"Nobody told me."_s);
        // Who said it may be unknown; then the marks say that somebody did.
        QCOMPARE(read("quote,source\nIt is over.,The Daily\n", u"q.csv"_s).text, u"The Daily\n\n“It is over.”"_s);
        QVERIFY(read("sprecher;zitat\nAna Ruiz;Die Brücke bleibt zu.\n", u"z.txt"_s).turns.size() == 1);
    }

    void aMailboxComesApart()
    {
        const QByteArray box = "From ann@example.org Mon Jan 27 10:00:00 2025\nFrom: Ann Ray <ann@example.org>\nSubject: One\nDate: Mon, 27 Jan 2025 10:00:00 +0100\n\n"
                               "The first words.\n\nFrom here on it rained.\n\n"
                               "From bo@example.org Tue Jan 28 10:00:00 2025\nFrom: Bo Li <bo@example.org>\nSubject: Two\nDate: Tue, 28 Jan 2025 10:00:00 +0100\n\nThe second words.\n";
        const auto mails = read(box, u"box.mbox"_s);
        QCOMPARE(mails.parts.size(), 2U);
        QCOMPARE(mails.parts[1].name, u"message 2.eml"_s);
        const auto first = read(mails.parts[0].bytes, mails.parts[0].name);
        QCOMPARE(first.authors, QStringList{u"Ann Ray"_s});
        QVERIFY(first.text.contains(u"From here on it rained."_s) && !first.text.contains(u"second"_s));
        QCOMPARE(read(mails.parts[1].bytes, mails.parts[1].name).published.when.toEdtf(), u"2025-01-28T10:00:00+01:00"_s);
    }

    void aMailboxLosesNoWordAndNoMark()
    {
        const QByteArray head = "From: Ann Ray <ann@example.org>\nSubject: One\nDate: Mon, 27 Jan 2025 10:00:00 +0100\n\n";
        // The first dividing line is damaged; the second message speaks of such lines.
        const QByteArray box = "From ann@example.org\n" + head + "The lock was shut.\n\nFrom ann@example.org Mon Jan 27 10:00:00 2025\n" + head
            + "Go on.\n\n>From ann@example.org Mon Jan 27 11:00:00 2025\n>From here on it rained.\n>>From there it did not.\n> From afar.\n\n"
              "From bo@example.org Tue Jan 28 10:00:00 2025\n" + head + "The end.\n";
        const auto mails = read(box, u"box.mbox"_s);
        QCOMPARE(mails.parts.size(), 3U);
        QVERIFY(read(mails.parts[0].bytes, mails.parts[0].name).text.contains(u"The lock was shut."_s));
        QCOMPARE(mails.parts[1].bytes, head + "Go on.\n\nFrom ann@example.org Mon Jan 27 11:00:00 2025\nFrom here on it rained.\n>From there it did not.\n> From afar.\n\n");
        const auto second = read(mails.parts[1].bytes, mails.parts[1].name);
        QVERIFY(second.parts.empty()); // what it speaks of divides nothing
        QCOMPARE(second.authors, QStringList{u"Ann Ray"_s});
        const qsizetype rain = second.text.indexOf(u"From here on it rained."_s);
        QVERIFY(rain > 0);
        for (const Region &region : second.regions)
            QVERIFY(region.kind != RegionKind::BlockQuote || region.span.start > rain);
        QVERIFY(read(mails.parts[2].bytes, mails.parts[2].name).text.contains(u"The end."_s));
    }

    void whatIsNotReadIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("GIF") << QByteArray("GIF89aaaaa") << u"a picture: no reader for it"_s;
        QTest::newRow("HEIC") << QByteArray("\0\0\0\x18" "ftypheic", 12) << u"a picture: no reader for it"_s;
        QTest::newRow("DjVu") << QByteArray("AT&TFORM\0\0\0\1DJVU", 16) << u"scanned pages (DjVu): no reader for it"_s;
        QTest::newRow("PostScript") << QByteArray("%!PS-Adobe-3.0\n") << u"a PostScript file: no reader for it"_s;
        QTest::newRow("web archive") << QByteArray("bplist00aaaa") << u"a binary property list or Safari web archive: no reader for it"_s;
    }
    void whatIsNotReadIsNamed()
    {
        QFETCH(QByteArray, bytes);
        const auto read = io::readBytes(bytes, {u"a.txt"_s, {}});
        QVERIFY(!read);
        QCOMPARE(read.error().fault, Fault::UnsupportedType);
        QTEST(read.error().detail, "why");
    }

    void dataThatNoReaderKnowsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        const QString json = u"a JSON file of a kind that is not read"_s;
        QTest::newRow("an object") << QByteArray("{\"a\": \"some words\"}") << u"a.json"_s << json;
        QTest::newRow("a list of objects") << QByteArray("[ {\"said\": \"yes\"}, {} ]") << u"a.json"_s << json;
        QTest::newRow("an object a line") << QByteArray("{\"said\": \"yes\"}\n{\"said\": \"no\"}\n") << u"a.txt"_s << json;
        QTest::newRow("its keys") << QByteArray("{\"total\": 2, \"rows\": [{\"said\": \"yes\"}]}") << u"a.json"_s << u"(its keys: rows, said, total)"_s;
        QTest::newRow("cut") << QByteArray("{\"said\": [\"yes") << u"a.json"_s << json;
        QTest::newRow("no entities") << QByteArray("Ana Ruiz said that \"the mill stays\".") << u"a.ftm"_s << u"named .ftm, but there is no FollowTheMoney entity at its beginning"_s;
        QTest::newRow("statements") << QByteArray("{\"id\":\"a\",\"entity_id\":\"p1\",\"prop\":\"name\",\"schema\":\"Person\",\"value\":\"Ana Ruiz\"}") << u"a.ijson"_s << json;
    }
    void dataThatNoReaderKnowsIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, why);
        const auto read = io::readBytes(bytes, {name, {}});
        QVERIFY(!read);
        QCOMPARE(read.error().fault, Fault::UnsupportedType);
        QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
    }

    void wordsInBracketsAreWords()
    {
        QCOMPARE(read("[Laughter] \"Yes,\" she said.", u"a.txt"_s).mediaType, u"text/plain"_s);
        QCOMPARE(read("{\"a\": 1} is what the file said.\nNobody knew why it did.\n", u"a.txt"_s).mediaType, u"text/plain"_s);
    }

    void entitiesBehindLongWordsAreFound()
    {
        const QByteArray first = "{\"id\":\"d1\",\"properties\":{\"title\":[\"Long\"],\"bodyText\":[\"" + QByteArray("Words and words. ").repeated(40'000) + "\"]},\"schema\":\"Article\"}\n";
        const auto document = read(first + "{\"id\":\"p1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana Ruiz\"]}}\n", u"a.ftm"_s);
        QCOMPARE(document.mediaType, u"application/x-ftm+json"_s);
        QCOMPARE(document.parts.size(), size_t(2));
    }

    void otherJsonIsTextAndSaysSo()
    {
        QVERIFY(inEnglish(read("[\"some words\"]", u"a.json"_s).remarks).contains(u"JSON, but no list of references (CSL-JSON): read as plain text"_s));
    }

    void peopleOfATableAreOneList()
    {
        const QByteArray good = "Name\tAliases\tTitle\tOrganisation\nAna Ruiz\tAnnie Ruiz; @aruiz\tmayor\tNorthport Council\nIto\t\t\t\n";
        const auto list = read(good, u"people.tsv"_s);
        QCOMPARE(list.text, u"Ana Ruiz (Annie Ruiz; @aruiz), mayor, Northport Council\nIto"_s);
        QVERIFY(inEnglish(list.remarks).contains(u"columns: Name → name, Aliases → forms, Title → role, Organisation → organisation"_s));
        QCOMPARE(list.people.size(), 2U);
        const auto words = [&list](Span span) { return list.text.sliced(span.start, span.length()); };
        QCOMPARE(words(list.people[0].name), u"Ana Ruiz"_s);
        QCOMPARE(words(list.people[0].forms.at(1)), u"@aruiz"_s);
        QCOMPARE(words(list.people[0].role), u"mayor"_s);
        QCOMPARE(words(list.people[0].organisation), u"Northport Council"_s);
        QCOMPARE(words(list.people[1].name), u"Ito"_s);
        QVERIFY(list.people[1].organisation.isEmpty());
        const auto some = read(good + "\tNobody\tclerk\t\n", u"people.tsv"_s);
        QCOMPARE(some.parts.size(), 2U);
        QCOMPARE(some.parts[0].name, u"lines 2, 3 of people.csv"_s);
        QCOMPARE(some.parts[1].refusal, u"line 4: nobody is named"_s);
        QCOMPARE(read(some.parts[0].bytes, some.parts[0].name).people, list.people);
        QCOMPARE(read("Vorname,Nachname,Firma\nAna,Ruiz,Nordwerft\n", u"l.csv"_s).people.size(), 1U);
        // A title alone does not make it a list of people, and an article's text makes it one of articles.
        QVERIFY(read("name,title,url\nx,Mill to stay,https://example.org/a\n", u"t.csv"_s).people.empty());
        QVERIFY(read("name,role,text\nx,y,The mill stays.\n", u"t.csv"_s).people.empty());
    }

    void tablesComeApartRowByRow()
    {
        const auto table = read("Headline;Body;Byline;Odd\nOne;\"First; \"\"words\"\"\";Ann "
                                "Ray;x\n\nTwo;short\nThree;Third words;Bo Li;y\n",
                                u"a.csv"_s);
        QCOMPARE(table.parts.size(), 3U);
        QCOMPARE(table.parts[1].refusal, u"line 4: 2 fields where the header has 4"_s);
        QCOMPARE(table.parts[2].name, u"line 5 of a.csv"_s);
        const auto first = read(table.parts[0].bytes, table.parts[0].name);
        QCOMPARE(first.text, u"One\n\nFirst; \"words\""_s);
        QCOMPARE(first.authors, QStringList{u"Ann Ray"_s});
        QVERIFY(inEnglish(table.remarks).contains(u"columns: Headline → title, Body → text, Byline → author"_s));
        QVERIFY(inEnglish(table.remarks).contains(u"columns not taken in: Odd"_s));
        QVERIFY(inEnglish(read("a,b\n1,2\n", u"b.csv"_s).remarks).value(0).contains(u"read as text"_s));
    }

    // Archives

    void archivesHandOutFilesByHarmlessNames()
    {
        const auto archive = read(test::zip({{"../../etc/passwd.txt", "one"},
                                             {"C:\\win\\two.txt", "two"},
                                             {"dir/", {}},
                                             {".hidden", "x"},
                                             {"__MACOSX/a", "x"},
                                             {"three.txt", "three", true, 0x801}}),
                                  u"a.zip"_s);
        QCOMPARE(archive.parts.size(), 3U);
        QCOMPARE(archive.parts[0].name, u"etc/passwd.txt"_s);
        QCOMPARE(archive.parts[1].name, u"win/two.txt"_s);
        QCOMPARE(archive.parts[1].bytes, QByteArray("two"));
        QCOMPARE(archive.parts[2].refusal, u"encrypted with a password"_s);
        QVERIFY(inEnglish(archive.remarks).contains(u"hidden entries of the archive, left out: 2"_s));
    }

    void bombsStopAtTheCap()
    {
        const auto bomb = io::readBytes(test::zip({{"bomb.txt", QByteArray(80 << 20, 'a')}, {"good.txt", "words"}}),
                                        {u"a.zip"_s, {}});
        QVERIFY(bomb);
        QVERIFY2(bomb->parts[0].refusal.contains(u"unpacks to more than"_s), qPrintable(bomb->parts[0].refusal));
        QCOMPARE(bomb->parts[1].bytes, QByteArray("words"));
        QCOMPARE(io::readBytes(test::overlappingZip(1000), {u"a.zip"_s, {}}).error().detail,
                 u"entries of the archive overlap, as in a bomb"_s);
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
