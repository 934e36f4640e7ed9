// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// samples(): what is written here is nobody's article.
#include "tests/support/exchangesamples.h"
#include "tests/support/filesamples.h"

namespace onrecord::test {

using namespace Qt::StringLiterals;

namespace {

/// The same few sentences with a word that differs, so that no two samples are one article.
QByteArray prose(const QByteArray &mark)
{
    return "The council met for three hours on Monday in the " + mark
        + " hall, heard eleven speakers, and decided nothing, which surprised nobody.";
}

QByteArray mail(const QByteArray &mark)
{
    return "From: =?utf-8?q?Ann_R=C3=A4y?= <ann@example.org>\r\nTo: Bo Li <bo@example.org>\r\nSubject: Mill to "
           "stay\r\nDate: Sat, 4 May 2024 10:15:00 +0200\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; "
           "charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + prose(mark)
        + " Caf=E9.\r\n> Will it stay?\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: "
          "attachment; filename=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--b--\r\n";
}

QByteArray savedPage(const QByteArray &mark)
{
    return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/" + mark
        + "\r\nSubject: Mill to stay\r\nDate: Sat, 4 May 2024 10:15:00 -0000\r\nMIME-Version: 1.0\r\n"
          "Content-Type: multipart/related; type=\"text/html\"; boundary=\"--x\"\r\n\r\n----x\r\nContent-Type: "
          "text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/"
        + mark
        + "\r\n\r\n<!DOCTYPE html><html><head><meta charset=3D\"utf-8\"><title>Mill to "
          "stay</title></head><body><h1>Mill to stay</h1><p>"
        + prose(mark) + "</p><p>" + prose("second " + mark) + "</p></body></html>\r\n----x--\r\n";
}

void addText(std::vector<Sample> &all)
{
    all.push_back({u"good.txt"_s, "Mill to stay\n\nBy Ann Ray\n\n" + prose("text")});
    all.push_back({u"good.md"_s, "# Mill to stay\n\n" + prose("markdown")});
    all.push_back(
        {u"good.html"_s,
         "<!DOCTYPE html><title>Mill</title><h1>Mill to stay</h1><p>" + prose("page") + "<p>" + prose("second page")});
    all.push_back({u"empty.txt"_s, {}, false});
    all.push_back({u"blank.txt"_s, " \n\t\n", false});
    all.push_back({u"bytes.txt"_s, QByteArray::fromHex("00010203040506070e0f").repeated(40), false});
    all.push_back({u"deep.html"_s, QByteArray("<div>").repeated(20'000), false});
    all.push_back(
        {u"page.txt"_s, "<!DOCTYPE html><html><body><h1>Mill</h1><p>" + prose("mislabelled page") + "</body></html>"});
    all.push_back({u"picture.html"_s, QByteArray("\x89PNG\r\n\x1A\n0000", 12), false});
    all.push_back({u"good.srt"_s,
                   "1\n00:00:01,000 --> 00:00:03,500\nANN RAY: The mill will\n\n2\n00:00:03,500 --> "
                   "00:00:06,000\nstay, I promise.\n\n3\n00:00:07,000 --> 00:00:09,000\nBO LI: For how long?\n"});
    all.push_back({u"good.vtt"_s,
                   "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann Ray>The mill will stay in town.</v>\n\n00:04.000 --> "
                   "00:06.000\n<v Bo Li>Nobody believes it.</v>\n"});
    all.push_back({u"broken.srt"_s, "1\n00:00:01,000 --> 00:00:03,500\n", false});
    all.push_back({u"captions.txt"_s, "WEBVTT\n\n00:01.000 --> 00:03.000\nThe mill is where it was.\n"});
    all.push_back({u"talk.txt"_s,
                   "Ann Ray: The mill will stay where it is.\nBo Li: For how long?\nAnn Ray: For good.\nBo Li: I shall "
                   "hold you to that.\n"});
}

void addContainers(std::vector<Sample> &all)
{
    const QByteArray wordBody =
        "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Mill to stay</w:t></w:r></w:p><w:p><w:r><w:t>"
        + prose("docx") + "</w:t></w:r></w:p>";
    const QByteArray goodDocx = docx(wordBody);
    all.push_back({u"good.docx"_s, goodDocx});
    all.push_back({u"cut.docx"_s, goodDocx.first(goodDocx.size() / 2), false});
    all.push_back({u"brokenxml.docx"_s, docx("<w:p><w:r><w:t>words</w:p>"), false});
    all.push_back({u"entities.docx"_s, docx("<w:p/>", {}, "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'>]>"), false});
    all.push_back({u"nested.docx"_s, docx(QByteArray("<w:p>").repeated(5'000)), false});
    all.push_back({u"word.pdf"_s, docx("<w:p><w:r><w:t>" + prose("mislabelled docx") + "</w:t></w:r></w:p>")});
    all.push_back({u"good.odt"_s, odt("<text:h>Mill to stay</text:h><text:p>" + prose("odt") + "</text:p>")});
    all.push_back({u"entities.odt"_s, odt("<text:p/>", "<!DOCTYPE a [<!ENTITY b 'b'>]>"), false});
    all.push_back({u"good.epub"_s,
                   epub({"<h1>Mill to stay</h1><p>" + prose("book") + "</p>", "<p>" + prose("second book") + "</p>"})});
    all.push_back({u"protected.epub"_s, epub({"<p>" + prose("protected") + "</p>"}, true), false});
    all.push_back({u"overlap.zip"_s, overlappingZip(200), false});
    all.push_back({u"nothing.zip"_s, zip({}), false});
    all.push_back({u"noarchive.zip"_s, "PK\x03\x04 and then nothing of the kind", false});
    all.push_back({u"one.zip"_s, zip({{"../../etc/inside.txt", prose("archived")}})});
    all.push_back({u"locked.zip"_s, zip({{"locked.txt", prose("locked"), true, 0x801}}), false});
    all.push_back({u"lie.zip"_s, zip({{"lie.txt", prose("lie"), true, 0x800, 5}}), false});
}

void addOthers(std::vector<Sample> &all)
{
    const QByteArray goodPdf =
        pdf({{{72, 760, 20, "Mill to stay in town"},
              {72, 720, 11, "The council met for three hours on Monday in the printed hall, heard"},
              {72, 706, 11, "eleven speakers, and decided nothing, which surprised nobody at all."}}});
    all.push_back({u"good.pdf"_s, goodPdf});
    all.push_back({u"cut.pdf"_s, goodPdf.first(60), false});
    all.push_back({u"scan.pdf"_s, pdf({{}}), false});
    all.push_back({u"circle.pdf"_s,
                   "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 "
                   "R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
                   false});
    all.push_back({u"print.docx"_s,
                   pdf({{{72, 720, 11, "A page that was printed and then named as something else entirely."}}})});
    all.push_back({u"good.rtf"_s,
                   "{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Mill to stay}{\\author Ann Ray}}\\pard " + prose("rtf")
                       + " Caf\\'e9 \\u8212? done.\\par}"});
    all.push_back({u"cut.rtf"_s, "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial", false});
    all.push_back({u"deep.rtf"_s, "{\\rtf1 " + QByteArray("{").repeated(100'000), false});
    all.push_back({u"rich.txt"_s, "{\\rtf1\\ansi " + prose("mislabelled rtf") + "\\par}"});
    all.push_back({u"good.eml"_s, mail("mail")});
    all.push_back({u"picture.eml"_s,
                   "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: "
                   "image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n",
                   false});
    all.push_back({u"letter.txt"_s, mail("mislabelled mail")});
    all.push_back({u"good.mhtml"_s, savedPage("saved")});
    all.push_back({u"saved.html"_s, savedPage("mislabelled")});
    all.push_back({u"good.ris"_s,
                   "TY  - NEWS\r\nAU  - Ray, Ann\r\nTI  - Mill to stay, says the record\r\nT2  - The Daily\r\nDA  - "
                   "2024/05/04/\r\nUR  - https://example.org/ris\r\nER  - \r\n"});
    all.push_back({u"good.bib"_s,
                   "@online{ray2024,\n  author = {Ray, Ann and {The Mill Group}},\n  title = {{Mill} to stay in "
                   "B\\\"uren},\n  date = {2024-05-04},\n  url = {https://example.org/bib}\n}\n"});
    all.push_back(
        {u"good.json"_s,
         R"([{"id":"ray2024","type":"article-newspaper","title":"Mill to stay, the list says","container-title":"The Daily","author":[{"family":"Ray","given":"Ann"}],"issued":{"date-parts":[[2024,5,4]]}}])"});
    all.push_back({u"empty.bib"_s, "@comment{nothing}\n", false});
    all.push_back({u"records.txt"_s, "TY  - NEWS\nTI  - Mill, the mislabelled record\nER  - \n"});
    all.push_back(
        {u"good.csv"_s,
         "title,text,author,date\nMill to stay,\"" + prose("table").replace(",", " and") + "\",Ann Ray,2024-05-04\n"});
    all.push_back({u"ragged.csv"_s, "title,text,author\nMill,words\n", false});
    all.push_back({u"open.csv"_s, "title,text\nMill,\"words that never end\n", false});
}

/// What the lists above leave open of: damaged, hostile and mislabelled texts and pages.
void addMoreTexts(std::vector<Sample> &all)
{
    all.push_back({u"damaged.txt"_s, prose("damaged \xC3\x28 and \xF0\x9F") + " " + prose("other")});
    all.push_back({u"controls.txt"_s, prose("\xE2\x80\xAE""controlled\xE2\x80\xAC \x1B[2J") + QByteArray("\0\xEF\xBF\xBE\xEF\xB7\x90", 7)});
    all.push_back({u"text.pdf"_s, prose("mislabelled text")});
    all.push_back({u"open.md"_s, "# Mill *to [stay\n\n```\n" + prose("unclosed markdown")});
    all.push_back({u"nested.md"_s, QByteArray("> ").repeated(20'000) + prose("deeply quoted")});
    all.push_back({u"header.txt"_s, "---\ntitle: Mill to stay\n---\n" + prose("mislabelled markdown")});
    all.push_back({u"cut.html"_s, "<!DOCTYPE html><html><body><h1>Mill<p>" + prose("cut page") + "<p class='x"});
    all.push_back({u"drawing.html"_s, "<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'><text>Mill</text></svg>", false});
    all.push_back({u"drawing.svg"_s, "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'><svg/>", false});
    all.push_back({u"backwards.vtt"_s, "WEBVTT\n\n99:59:59.999 --> 00:00:00.000\n<v " + QByteArray("<b>").repeated(3000) + ">The mill went backwards in time.\n"});
    all.push_back({u"talk.csv"_s, "A: \"x\nB: \"\"y\nA,B: z\n"});
    all.push_back({u"mislabelled talk.md"_s, "Ann Ray: Is this the mill?\nBo Li: It is the other one.\nAnn Ray: Then where is ours?\nBo Li: It burnt down.\n"});
}

/// … and of files that hold others.
void addMoreContainers(std::vector<Sample> &all)
{
    const QByteArray text = odt("<text:p>" + prose("half an odt") + "</text:p>");
    all.push_back({u"cut.odt"_s, text.first(text.size() / 2), false});
    all.push_back({u"text.docx"_s, odt("<text:p>" + prose("mislabelled odt") + "</text:p>")});
    const QByteArray book = epub({"<p>" + prose("half a book") + "</p>"});
    all.push_back({u"cut.epub"_s, book.first(book.size() / 2), false});
    all.push_back({u"entities.epub"_s, zip({{"mimetype", "application/epub+zip", false}, {"META-INF/container.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><c>&b;</c>"}}), false});
    all.push_back({u"book.odt"_s, epub({"<p>" + prose("mislabelled book") + "</p>"})});
    all.push_back({u"archive.txt"_s, zip({{"inside.txt", prose("mislabelled archive")}})});
    all.push_back({u"cut.eml"_s, mail("cut mail").first(520)});
    all.push_back({u"nested.eml"_s, "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + QByteArray("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n").repeated(3'000), false});
    all.push_back({u"cut.mhtml"_s, savedPage("cut page of a saver").first(560)});
    all.push_back({u"attached.mhtml"_s,
                   "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: message/external-body; access-type=local-file; "
                   "name=\"/etc/passwd\"\r\n\r\n\r\n--b--\r\n",
                   false});
    all.push_back({u"cut.bib"_s, "@misc{a, title={A title that never ends, author={Ray", false});
    all.push_back({u"nested.bib"_s, "@misc{a, title=" + QByteArray("{").repeated(50'000), false});
    all.push_back({u"wide.csv"_s, "title,text\n" + QByteArray(",").repeated(20'000) + "\n", false});
    all.push_back({u"rows.txt"_s, "title,text,author,date\nMill to go,\"" + prose("mislabelled table").replace(",", " and") + "\",Ann Ray,2024-05-04\n"});
}

} // namespace

std::vector<Sample> samples()
{
    std::vector<Sample> all;
    addText(all);
    addContainers(all);
    addOthers(all);
    addMoreTexts(all);
    addMoreContainers(all);
    addExchange(all);
    return all;
}

QByteArray sampleNamed(const QString &name)
{
    const auto all = samples();
    const auto found = std::ranges::find(all, name, &Sample::name);
    if (found == all.end())
        qFatal("no sample %s", qPrintable(name));
    return found->bytes;
}

} // namespace onrecord::test
