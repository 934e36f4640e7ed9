// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes what fuzzing starts from: fuzz_seeds FOLDER makes a folder a reader in it, of the samples that the tests read.
#include "core/io/frame.h"
#include "core/io/readers/mediatype.h"
#include "core/io/readers/reader.h"
#include "core/io/readers/zipfile.h"
#include "tests/support/exchangesamples.h"
#include "tests/support/filesamples.h"

#include <QDir>
#include <QFile>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &folder, const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(folder);
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

QString readerOf(io::Format format)
{
    switch (format) {
    case io::Format::Pdf:
        return u"pdf"_s;
    case io::Format::Docx:
        return u"docx"_s;
    case io::Format::Odt:
        return u"odt"_s;
    case io::Format::Epub:
        return u"epub"_s;
    case io::Format::Rtf:
        return u"rtf"_s;
    case io::Format::Mail:
        return u"mail"_s;
    case io::Format::Subtitles:
        return u"subtitles"_s;
    case io::Format::Transcript:
        return u"transcript"_s;
    case io::Format::References:
        return u"references"_s;
    case io::Format::Table:
        return u"table"_s;
    case io::Format::Ftm:
        return u"entities"_s;
    case io::Format::Annotations:
        return u"annotations"_s;
    case io::Format::Gexf:
        return u"gexf"_s;
    case io::Format::GraphMl:
        return u"graphml"_s;
    case io::Format::Html:
        return u"html"_s;
    case io::Format::Markdown:
        return u"markdown"_s;
    case io::Format::Archive:
        return u"archive"_s;
    default:
        return u"encoding"_s;
    }
}

/// The XML inside, as the harness takes it.
QByteArray inside(io::Format format, const QByteArray &bytes)
{
    const auto zip = io::ZipFile::open(bytes);
    if (!zip)
        return bytes;
    if (format == io::Format::Docx)
        return zip->read(u"word/document.xml", 1 << 20).value_or(QByteArray());
    if (format == io::Format::Odt)
        return zip->read(u"content.xml", 1 << 20).value_or(QByteArray());
    if (format == io::Format::Epub)
        return "<p><metadata><title>T</title></metadata><manifest><item id='c' href='c'/></manifest><spine><itemref "
               "idref='c'/></spine></p>"
            + QByteArray(1, '\0') + zip->read(u"OEBPS/chapter 0.xhtml", 1 << 20).value_or(QByteArray());
    return bytes;
}

void writeTalks(const QString &folder)
{
    const QString talks = folder + u"transcript"_s;
    write(talks, u"times.txt"_s,
          "By Ann Ray\n\n[00:00:01] Ana Ruiz: Words one.\n(00:07) ITO: Words two,\nwhich go on.\n\nAnd on.\nSPEAKER 1: What?\nAna Ruiz (mayor): 10:30 is late.\n12:30 ITO: No.\n\nCorrection: it was later.\n");
    write(talks, u"interview.txt"_s, "Q: Why?\nA: Because.\n\nQ: When?\nA: Now — and later.\n");
    const QString subtitles = folder + u"subtitles"_s;
    write(subtitles, u"voices.vtt"_s,
          "WEBVTT - a talk\nKind: captions\n\nNOTE a remark\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.500 align:start\n<v.loud Ana Ruiz>Words <i>one</i> &amp; &lt;two&gt;&nbsp;</v>\n\n"
          "00:02.500 --> 00:04.000\n- Ito: more words\n- and more\n\n01:00:09.000 --> 01:00:08.000\n>> VELA: {\\an8}late <00:01:02.000><c.x>words</c>.\n\n00:05 --> nothing\n");
    write(subtitles, u"rolling.srt"_s,
          "1\n00:00:01,000 --> 00:00:02,000\nAna Ruiz: words that\n\n2\n00:00:02,000 --> 00:00:03,000\nwords that\n\n3\n00:00:30,000 --> 00:00:31,000\nlater words.\n\n4\n00:00:31,000 --> 00:00:32,000\n\n");
}

/// As Tesseract writes them.
void writeRecognised(const QString &folder)
{
    const auto words = [](const char *head, std::initializer_list<const char *> rows) {
        QByteArray table = head;
        for (const char *row : rows)
            table += QByteArray(row).replace(' ', '\t') + '\n';
        return table;
    };
    const QByteArray page = words("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n",
                                  {"1 1 0 0 0 0 0 0 1200 1600 -1 ", "2 1 1 0 0 0 90 80 500 60 -1 ", "5 1 1 1 1 1 90 80 200 60 96.4 Mill", "5 1 1 1 1 2 300 80 60 60 95 to", "5 1 1 1 1 3 380 80 90 60 41.5 st\xC3\xA4y",
                                   "4 1 2 1 1 0 90 200 500 20 -1 ", "5 1 2 1 1 1 90 200 90 20 91 Words", "5 1 2 1 1 2 190 200 80 20 12 con-", "5 1 2 1 2 1 90 230 90 20 88 tinued.", "5 1 3 1 1 1 700 200 90 20 90 Aside"});
    write(folder + u"recognised"_s, u"page.tsv"_s, page);
    write(folder + u"recognised"_s, u"pages.tsv"_s, page + '\0' + page + '\0');
}

/// What samples are too plain for: every way a page says what it is, and blocks of every kind.
void writePages(const QString &folder)
{
    const QString pages = folder + u"html"_s;
    write(pages, u"states.html"_s,
          "<!-- saved from url=(0026)https://example.org/a?b=1 --><html lang=de><head><base href='/x/'><title>Mill to stay | by Ann Ray | The Daily</title>"
          "<link rel=canonical href='https://example.org/a'><meta name=author content='Ray, Ann'><meta name=citation_author content='Ray, Ann'>"
          "<meta property='og:title' content='Mill'><meta property='og:site_name' content='The Daily'><meta property='article:published_time' content='2025-03-02T08:00:00+01:00'>"
          "<meta name=date content='2. März 2025'><meta itemprop=datePublished content=2025><script type='application/ld+json'>"
          "[{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"Mill\",\"author\":[{\"@id\":\"#a\"},\"Bo Li\",{\"name\":[\"Cy Doe\"]}],\"publisher\":{\"name\":\"The Daily\"},"
          "\"datePublished\":\"2025-03-02\",\"mainEntityOfPage\":{\"@id\":\"https://example.org/a\"}},{\"@id\":\"#a\",\"name\":\"Ann Ray\"}]}]</script></head>"
          "<body><nav><a href=/>Home</a></nav><main><article><h1>Mill to stay</h1><p class=standfirst>Why.</p><div class=byline><a rel=author href='/authors/ann'>Ann Ray</a>, editor</div>"
          "<time datetime='2025-03-02'>2 March</time><p>LOWFORD (ABC) — Words that are long enough to be the text of an article, with a comma, and more.</p></article></main></body></html>");
    write(pages, u"blocks.html"_s,
          "<body><div itemscope><span itemprop=author><span itemprop=name>Ann Ray</span></span></div><h2>Part</h2><ul><li>One<li>Two</ul><ol><li><p>Three</p></ol><pre>a\n  b</pre>"
          "<blockquote><p>Words</p></blockquote><table><caption>c</caption><tr><th>a<td>b</table><dl><dt>d<dd>e</dl><figure><img alt=x><figcaption>Photo: Dee Other</figcaption></figure>"
          "<p hidden>no</p><p style='display:none'>no</p><p aria-hidden=true>no</p><details><summary>s</summary>t</details><select><option>o</select><textarea>t</textarea><ruby>漢<rt>kan</ruby>"
          "<p>a<br>b<wbr>c&shy;d<sup>2</sup></p><p>Also read: Another story</p><p>Sign up for our newsletter.</p><p>Correction: it was later.</p><aside class=related><h3>More</h3></aside>"
          "<div class='comment-list'><p>By Dee Other</p></div><template>t</template><noscript>n</noscript><svg><text>x</text></svg><math><mi>x</mi></math><footer>Imprint</footer>");
    write(folder + u"epub"_s, u"book.txt"_s,
          QByteArray("<package><metadata><title>T</title><creator>Ann Ray</creator><creator>Bo Li</creator><publisher>House</publisher><date>2025-03</date><language>de</language>"
                     "<identifier>https://example.org/b</identifier></metadata><manifest><item id='c' href='c'/><item id='d' href='d%2fc'/><item id='n' href='none'/></manifest>"
                     "<spine><itemref idref='c'/><itemref idref='d'/><itemref idref='n'/></spine></package>")
              + '\0' + "<html><body><h1>T</h1><p>Words.</p><blockquote><p>Quoted</p></blockquote><nav>n</nav></body></html>");
    write(folder + u"epub"_s, u"locked.txt"_s,
          QByteArray("<p><manifest><item id='c' href='c'/></manifest><spine><itemref idref='c'/></spine></p>") + '\0' + "<p>Words.</p>" + '\0'
              + "<e><CipherReference URI='c'/></e>");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 64;
    const QString folder = QString::fromLocal8Bit(argv[1]) + u'/';
    for (const test::Sample &sample : test::samples()) {
        if (sample.bytes.isEmpty() || sample.bytes.size() > 20'000)
            continue;
        const io::Format format = io::mediaTypeOf(sample.bytes, sample.name).format;
        write(folder + readerOf(format), sample.name, inside(format, sample.bytes));
        write(folder + u"any"_s, sample.name, sample.bytes);
        write(folder + u"encoding"_s, sample.name, sample.bytes);
        if (const auto document = io::readBytes(sample.bytes, {sample.name, {}}))
            write(folder + u"frame"_s, sample.name, io::encodeAnswer(document));
    }
    write(folder + u"docx"_s, u"rich.xml"_s,
          "<w:document xmlns:w='w'><w:p><w:pPr><w:pStyle "
          "w:val='Quote'/></w:pPr><w:r><w:t>a</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/"
          "><w:footnoteReference w:id='1'/></w:r>"
          "<w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></"
          "w:tbl><w:footnote w:id='1'><w:p><w:r><w:t>c</w:t></w:r></w:p></w:footnote></w:document>");
    write(folder + u"odt"_s, u"rich.xml"_s,
          "<o xmlns:t='t'><style name='P1' parent-style-name='Title'/><t:h>a</t:h><t:p style-name='P1'>a<t:s "
          "c='3'/><t:tab/><t:line-break/><t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>n</t:p>"
          "</t:note-body></t:note></t:p><table-cell><t:p>b</t:p></table-cell><tracked-changes><t:p/></"
          "tracked-changes></o>");
    writeTalks(folder);
    write(folder + u"entities"_s, u"leak.ftm"_s, test::ftmSample());
    write(folder + u"gexf"_s, u"who.gexf"_s, test::gexfSample());
    write(folder + u"graphml"_s, u"who.graphml"_s, test::graphMlSample());
    write(folder + u"annotations"_s, u"notes.jsonld"_s, test::annotationSample());
    write(folder + u"annotations"_s, u"rows.json"_s, test::hypothesisSample());
    write(folder + u"annotations"_s, u"graph.jsonld"_s,
          "{\"@context\":{\"oa\":\"http://www.w3.org/ns/oa#\"},\"@graph\":[{\"@id\":\"_:s\",\"@type\":\"oa:TextQuoteSelector\",\"oa:exact\":{\"@value\":\"x y\"}},{\"@id\":\"_:t\",\"oa:hasSource\":{\"@id\":\"https://example.org/"
          "a\"},\"oa:hasSelector\":{\"@id\":\"_:s\"}},{\"@id\":\"_:b\",\"@type\":\"oa:TextualBody\",\"rdf:value\":\"Ana Ruiz\",\"oa:hasPurpose\":{\"@id\":\"oa:identifying\"}},{\"@id\":\"urn:1\",\"@type\":\"oa:Annotation\","
          "\"oa:motivatedBy\":{\"@id\":\"oa:quoting\"},\"oa:hasBody\":[{\"@id\":\"_:b\"}],\"oa:hasTarget\":{\"@id\":\"_:t\"}}]}");
    writePages(folder);
    writeRecognised(folder);
    write(folder + u"table"_s, u"quotations.csv"_s,
          "quote,speaker,outlet,date,url,note\n\"“Words.”\",Ana Ruiz,The Daily,2025-03-02,https://example.org/a,n\nMore words,,The Daily,2025-03-02,https://example.org/a,\n,Ito,,,,\n");
    write(folder + u"table"_s, u"people.csv"_s,
          "name,aliases,title,organisation,type,note\nAna Ruiz,\"Annie Ruiz; @aruiz\",mayor,Northport Council,,n\nVela,,,,company,\n,Nobody,,,,\n");
    write(folder + u"table"_s, u"zitate.csv"_s, "sep=;\nZitat;Sprecher;Datum\n\"Worte; und mehr\";Vela;3. März 2025\n");
    return 0;
}
