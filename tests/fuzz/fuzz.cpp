// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What libFuzzer calls: the bytes through one reader (named by --reader=NAME), and then the promises every document
// keeps. Office files are fuzzed by their XML: changed bytes of a packed archive would hardly ever get past its
// checksums; archives have a harness of their own.
#include "core/io/frame.h"
#include "core/io/readers/annotations.h"
#include "core/io/readers/archive.h"
#include "core/io/readers/docx.h"
#include "core/io/readers/encoding.h"
#include "core/io/readers/epub.h"
#include "core/io/readers/ftm.h"
#include "core/io/readers/graph.h"
#include "core/io/readers/html.h"
#include "core/io/readers/mail.h"
#include "core/io/readers/markdown.h"
#include "core/io/readers/mediatype.h"
#include "core/io/readers/odt.h"
#include "core/io/readers/pdf.h"
#include "core/io/readers/reader.h"
#include "core/io/readers/recognised.h"
#include "core/io/readers/references.h"
#include "core/io/readers/rtf.h"
#include "core/io/readers/table.h"
#include "core/io/readers/transcript.h"
#include "tests/support/filesamples.h"

#include <QLoggingCategory>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t largestInput = 1 << 20;

void demand(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// Regions in order, inside the text and apart; turns inside; well-formed words.
void checkDocument(const io::ReadDocument &document)
{
    const auto size = static_cast<qint32>(document.text.size());
    qint32 at = 0;
    for (const Region &region : document.regions) {
        demand(region.span.start >= at && !region.span.isEmpty() && region.span.end <= size,
               "regions lie in the text, in order and apart");
        at = region.span.end;
    }
    for (const io::Turn &turn : document.turns)
        demand(turn.speaker.start >= 0 && !turn.speaker.isEmpty() && turn.speaker.end <= turn.words.start
                   && !turn.words.isEmpty() && turn.words.end <= size,
               "turns lie in the text");
    const auto lies = [size](Span span) { return span.start >= 0 && span.start <= span.end && span.end <= size; };
    for (const io::MarkedPassage &mark : document.marks)
        demand(lies(mark.place), "marks lie in the text");
    for (const io::ListedEvent &event : document.events)
        demand(lies(event.name) && !event.name.isEmpty(), "events lie in the text");
    for (const io::ListedAgent &listed : document.people)
        demand(!listed.name.isEmpty() && lies(listed.name) && lies(listed.role) && lies(listed.organisation)
                   && std::ranges::all_of(listed.forms, [&lies](Span form) { return !form.isEmpty() && lies(form); }),
               "listed people lie in the text");
}

/// What a reader answers the program takes.
void checkAnswer(const Result<io::ReadDocument> &document)
{
    if (!document)
        return;
    checkDocument(*document);
    const auto back = io::decodeAnswer(io::encodeAnswer(document));
    if (!back)
        std::fprintf(stderr, "%s\n", qPrintable(back.error().detail));
    demand(back.has_value(), "the program takes the answer");
}

/// Decoding has a harness of its own.
QString textOf(QByteArrayView bytes)
{
    return io::withPlainLineEnds(QString::fromUtf8(bytes));
}

void checkZip(const QByteArray &bytes, Result<void> (*read)(const io::ZipFile &, io::ReadDocument &))
{
    io::ReadDocument document;
    if (const auto zip = io::ZipFile::open(bytes); zip && read(*zip, document))
        checkDocument(document);
}

void fuzzAny(const QByteArray &bytes)
{
    checkAnswer(io::readBytes(bytes, {u"a.txt"_s, {}}));
}

void fuzzArchive(const QByteArray &bytes)
{
    io::ReadDocument document;
    const auto zip = io::ZipFile::open(bytes);
    if (!zip || !io::readArchive(*zip, document))
        return;
    for (const io::ReadPart &part : document.parts)
        demand(!part.name.isEmpty() && !part.name.startsWith(u'/') && !part.name.split(u'/').contains(u".."_s),
               "names lead nowhere");
}

void fuzzDocx(const QByteArray &bytes)
{
    checkZip(test::zip({{"word/document.xml", bytes, false}, {"word/footnotes.xml", bytes, false}}), io::readDocx);
}

void fuzzOdt(const QByteArray &bytes)
{
    checkZip(test::zip({{"content.xml", bytes, false}, {"meta.xml", bytes, false}}), io::readOdt);
}

void fuzzEpub(const QByteArray &bytes)
{
    // The package, a chapter and, where there is a third part, what lies beside them: what is encrypted, or where the package is.
    const QList<QByteArray> parts = bytes.split('\0');
    const QByteArray chapter = parts.value(1, bytes);
    const QByteArray beside = parts.value(2);
    const bool saysWhere = beside.contains("rootfile");
    checkZip(test::zip({{"META-INF/container.xml", saysWhere ? beside : QByteArray("<c><rootfile full-path='p'/></c>"), false},
                        {beside.isEmpty() || saysWhere ? "none" : "META-INF/encryption.xml", beside, false},
                        {"p", parts.value(0), false},
                        {"c", chapter, false},
                        {"d/c", chapter, false}}),
             io::readEpub);
}

void fuzzEncoding(const QByteArray &bytes)
{
    if (const auto decoded = io::decodeText(bytes))
        demand(decoded->text.isValidUtf16() && decoded->replacements >= 0, "decoded text is well formed");
    // One a run: to open a converter costs more than to use it.
    static const std::array charsets{u"UTF-16"_s, u"Shift_JIS"_s, u"GB18030"_s, u"ISO-2022-JP"_s};
    if (!bytes.isEmpty()) {
        const auto &charset = charsets[static_cast<uchar>(bytes.front()) % charsets.size()];
        [[maybe_unused]] const auto chosen = io::decodeText(bytes, charset);
    }
}

void fuzzFrame(const QByteArray &bytes)
{
    if (const auto document = io::decodeAnswer(bytes); document && document->parts.empty())
        demand(!document->text.isEmpty() || !document->pictures.empty(), "an answer holds a text, parts or pictures");
    [[maybe_unused]] const auto picture = io::decodePicture(bytes);
    [[maybe_unused]] const auto question = io::decodeQuestion(bytes);
}

void fuzzHtml(const QByteArray &bytes)
{
    io::ReadDocument document;
    if (io::readHtml(textOf(bytes), document))
        checkDocument(document);
}

void fuzzMarkdown(const QByteArray &bytes)
{
    io::ReadDocument document;
    if (io::readMarkdown(textOf(bytes), document))
        checkDocument(document);
}

void fuzzMail(const QByteArray &bytes)
{
    io::ReadDocument document;
    if (io::readMail(bytes, {}, document))
        checkDocument(document);
}

void fuzzPdf(const QByteArray &bytes)
{
    io::ReadDocument document;
    if (io::readPdf(bytes, {}, document))
        checkDocument(document);
}

void fuzzRtf(const QByteArray &bytes)
{
    io::ReadDocument document;
    if (io::readRtf(bytes, document))
        checkDocument(document);
}

void fuzzReferences(const QByteArray &bytes)
{
    const QString text = textOf(bytes);
    for (const auto format : {io::ReferenceFormat::Ris, io::ReferenceFormat::BibTeX, io::ReferenceFormat::CslJson}) {
        io::ReadDocument document;
        if (io::readReferences(text, format, u"a"_s, document))
            checkDocument(document);
    }
}

// Both kinds of talk are told apart by their text, so each harness also asks what it is.
void fuzzSubtitles(const QByteArray &bytes)
{
    const QString text = textOf(bytes);
    [[maybe_unused]] const bool isOne = io::looksLikeSubtitles(text) || io::looksLikeTranscript(text);
    io::ReadDocument document;
    if (io::readSubtitles(text, document))
        checkDocument(document);
}

void fuzzTranscript(const QByteArray &bytes)
{
    const QString text = textOf(bytes);
    if (io::looksLikeTranscript(text) || io::looksLikeSubtitles(text))
        fuzzSubtitles(bytes);
    io::ReadDocument document;
    io::readTranscript(text, document);
    checkDocument(document);
    demand(document.text == text, "a transcript keeps its text");
}

void fuzzTable(const QByteArray &bytes)
{
    io::ReadDocument document;
    if (io::readTable(textOf(bytes), u"a.csv"_s, document))
        checkDocument(document);
}

/// What came apart is read in its turn, and what that gives does not come apart again.
void checkParts(const io::ReadDocument &document)
{
    checkAnswer(document);
    for (const io::ReadPart &part : document.parts) {
        if (part.bytes.isEmpty())
            continue;
        const auto read = io::readBytes(part.bytes, {part.name, {}});
        demand(!read || read->parts.empty(), "a part does not come apart");
        checkAnswer(read);
    }
}

/// `bytes` as the program hands them to the reader; what it would hand to another, as the reader takes them.
void checkExchange(const QByteArray &bytes, io::Format format, Result<void> (*read)(const QString &, const QString &, io::ReadDocument &))
{
    if (io::mediaTypeOf(bytes, u"a.x"_s).format == format) {
        if (const auto whole = io::readBytes(bytes, {u"a.x"_s, {}}))
            checkParts(*whole);
        return;
    }
    io::ReadDocument document;
    QString text = textOf(bytes);
    io::mendSurrogates(text);
    if (!read(text, u"a.x"_s, document) || (document.text.isEmpty() && document.parts.empty()))
        return;
    if (io::encodeAnswer(document).size() < 1 << 24 && QString(document.text + document.note).isValidUtf16())
        checkDocument(document);
    for (const io::ReadPart &part : document.parts)
        demand(!part.name.isEmpty() && (part.bytes.isEmpty() != part.refusal.isEmpty()), "a part has bytes or a refusal");
}

void fuzzEntities(const QByteArray &bytes)
{
    checkExchange(bytes, io::Format::Ftm, io::readFtm);
}

void fuzzGexf(const QByteArray &bytes)
{
    checkExchange(bytes, io::Format::Gexf, io::readGexf);
}

void fuzzGraphml(const QByteArray &bytes)
{
    checkExchange(bytes, io::Format::GraphMl, io::readGraphMl);
}

void fuzzAnnotations(const QByteArray &bytes)
{
    checkExchange(bytes, io::Format::Annotations, io::readAnnotations);
}

/// Tables of recognised words, a page each with a zero byte between.
void fuzzRecognised(const QByteArray &bytes)
{
    std::vector<io::RecognisedPage> pages;
    for (const QByteArray &words : bytes.split('\0'))
        pages.push_back({static_cast<qint32>(pages.size()), words});
    pages.resize(std::min(pages.size(), size_t(8)));
    io::PdfPages lines;
    io::RecognisedWords words(pages);
    for (const io::RecognisedPage &page : pages) {
        lines.heights.push_back(800);
        words.addPage(page.page, lines.heights.back(), lines.lines);
    }
    io::ReadDocument document;
    document.recognition = words.finish(lines.lines);
    io::layOutPdf(lines, document);
    if (!document.text.isEmpty())
        checkAnswer(document);
}

struct Harness {
    std::string_view name;
    void (*run)(const QByteArray &);
};

constexpr std::array<Harness, 21> harnesses{{
    {"annotations", fuzzAnnotations},
    {"any", fuzzAny},
    {"archive", fuzzArchive},
    {"docx", fuzzDocx},
    {"encoding", fuzzEncoding},
    {"entities", fuzzEntities},
    {"epub", fuzzEpub},
    {"frame", fuzzFrame},
    {"gexf", fuzzGexf},
    {"graphml", fuzzGraphml},
    {"html", fuzzHtml},
    {"mail", fuzzMail},
    {"markdown", fuzzMarkdown},
    {"odt", fuzzOdt},
    {"pdf", fuzzPdf},
    {"recognised", fuzzRecognised},
    {"references", fuzzReferences},
    {"rtf", fuzzRtf},
    {"subtitles", fuzzSubtitles},
    {"table", fuzzTable},
    {"transcript", fuzzTranscript},
}};

const Harness *chosen = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    QLoggingCategory::setFilterRules(u"*=false"_s);
    for (int i = 1; i < *argc; ++i) {
        const std::string_view word((*argv)[i]);
        for (const Harness &harness : harnesses) {
            if (word.starts_with("--reader=") && word.substr(9) == harness.name)
                chosen = &harness;
        }
    }
    if (!chosen) {
        std::fprintf(stderr, "--reader=NAME: which?\n");
        std::exit(64);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size <= largestInput)
        chosen->run(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
