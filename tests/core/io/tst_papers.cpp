// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"
#include "tests/support/filesamples.h"
#include "tests/support/readback.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

/// Files of word processors, books and printed pages: DOCX, ODT, EPUB, RTF and PDF.
class TestPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        const auto document = readOf(
            docx(
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
        const auto document = readOf(
            odt("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Mill to stay</text:h>"
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
        const auto document = readOf(
            epub({"<h1>First</h1><p>Words of it.</p>", "<blockquote><p>Said.</p></blockquote>"}), u"a.epub"_s);
        QCOMPARE(document.text, u"First\n\nWords of it.\n\nSaid."_s);
        QCOMPARE(document.title.value, u"The mill book"_s);
        QCOMPARE(document.outlet.value, u"Mill Press"_s);
        QCOMPARE(document.published.when.toEdtf(), u"2024-05"_s);
        QCOMPARE(document.language, u"en"_s);
    }

    void rtfKeepsItsCharacters()
    {
        const auto document =
            readOf("{\\rtf1\\ansi\\ansicpg1251\\uc1{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}{\\info{\\title "
                 "A title}}{\\header Running head\\par}\\f0 Caf\\'e9 \\u8220?so\\u8221?\\~\\emdash "
                 "\\u-10179?\\u-8704?{\\f1 \\'cf\\'f0}{\\v hidden}{\\*\\foo gone}{\\footnote A "
                 "note.}\\par{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}} end\\bin3 }}}\\par}",
                 u"a.rtf"_s);
        QCOMPARE(document.text, u"Café “so”\u00A0—😀Пр\n\nA note.\n\nlink end\n\nRunning head"_s);
        QCOMPARE(document.title.value, u"A title"_s);
        QCOMPARE(wordsOf(document, RegionKind::Boilerplate), u"Running head"_s);
    }

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
        const auto document = readOf(pdf(pages), u"a.pdf"_s);
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
        const auto blank = io::readBytes(pdf({{}, {}}), {u"a.pdf"_s, {}});
        QVERIFY(!blank);
        QCOMPARE(blank.error().fault, Fault::Empty);
        QVERIFY(blank.error().detail.contains(u"its 2 pages are blank"_s));
    }
};

QTEST_GUILESS_MAIN(TestPapers)
#include "tst_papers.moc"
