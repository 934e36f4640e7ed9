// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/filesamples.h"

#include <QtEndian>
#include <array>
#include <zlib.h>

namespace onrecord::test {

using namespace Qt::StringLiterals;

namespace {

template<class T>
QByteArray little(T value)
{
    QByteArray out(sizeof(T), Qt::Uninitialized);
    qToLittleEndian(value, out.data());
    return out;
}

QByteArray deflated(const QByteArray &bytes)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

QByteArray zipHeader(const ZipEntry &entry, quint32 packed)
{
    const auto crc =
        static_cast<quint32>(crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef *>(entry.bytes.constData()),
                                   static_cast<uInt>(entry.bytes.size())));
    const auto size = static_cast<quint32>(entry.statedSize < 0 ? entry.bytes.size() : entry.statedSize);
    return little<quint16>(20) + little(entry.flags) + little<quint16>(entry.deflate ? 8 : 0) + little<quint16>(0)
        + little<quint16>(0x21) + little(crc) + little(packed) + little(size)
        + little(static_cast<quint16>(entry.name.size())) + little<quint16>(0);
}

QByteArray zipDirectoryEntry(const ZipEntry &entry, quint32 packed, qsizetype at)
{
    return "PK\x01\x02" + little<quint16>(20) + zipHeader(entry, packed) + little<quint16>(0) + little<quint16>(0)
        + little<quint16>(0) + little<quint32>(0) + little(static_cast<quint32>(at)) + entry.name;
}

QByteArray zipEnd(qsizetype count, qsizetype size, qsizetype at)
{
    return QByteArray("PK\x05\x06") + little<quint16>(0) + little<quint16>(0) + little(static_cast<quint16>(count))
        + little(static_cast<quint16>(count)) + little(static_cast<quint32>(size)) + little(static_cast<quint32>(at))
        + little<quint16>(0);
}

const QByteArray xml = "<?xml version='1.0' encoding='UTF-8'?>";

} // namespace

QByteArray zip(const std::vector<ZipEntry> &entries)
{
    QByteArray out;
    QByteArray directory;
    for (const ZipEntry &entry : entries) {
        const QByteArray packed = entry.deflate ? deflated(entry.bytes) : entry.bytes;
        directory += zipDirectoryEntry(entry, static_cast<quint32>(packed.size()), out.size());
        out += "PK\x03\x04" + zipHeader(entry, static_cast<quint32>(packed.size())) + entry.name + packed;
    }
    const qsizetype at = out.size();
    return out + directory + zipEnd(static_cast<qsizetype>(entries.size()), directory.size(), at);
}

QByteArray overlappingZip(int entries)
{
    const ZipEntry entry{"a.txt", QByteArray(1 << 20, 'a')};
    const QByteArray packed = deflated(entry.bytes);
    const QByteArray out = "PK\x03\x04" + zipHeader(entry, static_cast<quint32>(packed.size())) + entry.name + packed;
    QByteArray directory;
    for (int i = 0; i < entries; ++i)
        directory += zipDirectoryEntry(entry, static_cast<quint32>(packed.size()), 0);
    return out + directory + zipEnd(entries, directory.size(), out.size());
}

QByteArray docx(const QByteArray &body, const QByteArray &footnotes, const QByteArray &prolog)
{
    const QByteArray space = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    std::vector<ZipEntry> entries{
        {"[Content_Types].xml", xml + "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"},
        {"_rels/.rels",
         xml
             + "<Relationships><Relationship Id='r1' "
               "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
               "Target='word/document.xml'/></Relationships>"},
        {"docProps/core.xml",
         xml
             + "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>Mill to "
               "stay</dc:title><dc:creator>Ann Ray</dc:creator>"
               "<dcterms:created>2024-05-04T10:15:00Z</dcterms:created></cp:coreProperties>"},
        {"word/document.xml", xml + prolog + "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"},
        {"word/header1.xml", xml + "<w:hdr" + space + "><w:p><w:r><w:t>Mill file, page</w:t></w:r></w:p></w:hdr>"},
    };
    if (!footnotes.isEmpty())
        entries.push_back({"word/footnotes.xml", xml + "<w:footnotes" + space + ">" + footnotes + "</w:footnotes>"});
    return zip(entries);
}

QByteArray odt(const QByteArray &body, const QByteArray &prolog)
{
    const QByteArray spaces =
        " xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:table='b' xmlns:dc='d' xmlns:meta='m'";
    return zip({{"mimetype", "application/vnd.oasis.opendocument.text", false},
                {"meta.xml",
                 xml + "<office:document-meta" + spaces
                     + "><office:meta><dc:title>Mill to stay</dc:title><dc:creator>Bo "
                       "Li</dc:creator><meta:initial-creator>Ann Ray</meta:initial-creator>"
                       "<dc:date>2024-06-01T00:00:00</dc:date><meta:creation-date>2024-05-04T10:15:00</"
                       "meta:creation-date></office:meta></office:document-meta>"},
                {"content.xml",
                 xml + prolog + "<office:document-content" + spaces
                     + "><office:automatic-styles><style:style style:name='P1' "
                       "style:parent-style-name='Quotations'/></office:automatic-styles>"
                       "<office:body><office:text>"
                     + body + "</office:text></office:body></office:document-content>"}});
}

QByteArray epub(const std::vector<QByteArray> &chapters, bool isProtected)
{
    std::vector<ZipEntry> entries{
        {"mimetype", "application/epub+zip", false},
        {"META-INF/container.xml",
         xml + "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"}};
    QByteArray manifest;
    QByteArray spine;
    for (size_t i = 0; i < chapters.size(); ++i) {
        const QByteArray number = QByteArray::number(static_cast<int>(i));
        manifest += "<item id='c" + number + "' href='chapter%20" + number + ".xhtml'/>";
        spine += "<itemref idref='c" + number + "'/>";
        entries.push_back({"OEBPS/chapter " + number + ".xhtml",
                           xml + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body>"
                               + chapters[i] + "</body></html>"});
    }
    entries.push_back({"OEBPS/book.opf",
                       xml
                           + "<package xmlns:dc='d'><metadata><dc:title>The mill book</dc:title><dc:creator>Ann "
                             "Ray</dc:creator><dc:publisher>Mill Press</dc:publisher>"
                             "<dc:language>en</dc:language><dc:date>2024-05</dc:date></metadata><manifest>"
                           + manifest + "</manifest><spine>" + spine + "</spine></package>"});
    if (isProtected)
        entries.push_back({"META-INF/encryption.xml",
                           xml
                               + "<encryption><EncryptedData><CipherData><CipherReference "
                                 "URI='OEBPS/chapter%200.xhtml'/></CipherData></EncryptedData></encryption>"});
    return zip(entries);
}

QByteArray pdf(const std::vector<std::vector<PdfText>> &pages, const QByteArray &info)
{
    std::vector<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>",
                                    {},
                                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
                                    "<<" + info + ">>"};
    QByteArray kids;
    for (const std::vector<PdfText> &page : pages) {
        QByteArray stream;
        for (const PdfText &text : page) {
            QByteArray words = text.words;
            words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
            stream += "BT /" + QByteArray(text.bold ? "B" : "F") + ' ' + QByteArray::number(text.size) + " Tf "
                + QByteArray::number(text.x) + ' ' + QByteArray::number(text.y) + " Td (" + words + ") Tj ET\n";
        }
        objects.push_back("<</Length " + QByteArray::number(stream.size()) + ">>\nstream\n" + stream + "endstream");
        const QByteArray content = QByteArray::number(static_cast<int>(objects.size()));
        objects.push_back(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>/Contents " + content
            + " 0 R>>");
        kids += QByteArray::number(static_cast<int>(objects.size())) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(static_cast<int>(pages.size())) + "/Kids[" + kids + "]>>";
    QByteArray out = "%PDF-1.4\n";
    QByteArray table;
    for (size_t i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(static_cast<int>(i) + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(static_cast<int>(objects.size()) + 1);
    return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + count
        + "/Root 1 0 R/Info 5 0 R>>\nstartxref\n" + QByteArray::number(out.size()) + "\n%%EOF\n";
}

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

} // namespace

std::vector<Sample> samples()
{
    std::vector<Sample> all;
    addText(all);
    addContainers(all);
    addOthers(all);
    return all;
}

} // namespace onrecord::test
