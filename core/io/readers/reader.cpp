// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"

#include "core/io/readers/annotations.h"
#include "core/io/readers/archive.h"
#include "core/io/readers/docx.h"
#include "core/io/readers/encoding.h"
#include "core/io/readers/epub.h"
#include "core/io/readers/ftm.h"
#include "core/io/readers/graph.h"
#include "core/io/readers/headerblock.h"
#include "core/io/readers/html.h"
#include "core/io/readers/mail.h"
#include "core/io/readers/markdown.h"
#include "core/io/readers/mediatype.h"
#include "core/io/readers/odt.h"
#include "core/io/readers/pdf.h"
#include "core/io/readers/picture.h"
#include "core/io/readers/references.h"
#include "core/io/readers/rtf.h"
#include "core/io/readers/statedfields.h"
#include "core/io/readers/table.h"
#include "core/io/readers/transcript.h"

#include <QDate>
#include <QRegularExpression>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

void remarkOnCharacters(const Decoded &decoded, ReadDocument &document)
{
    if (document.replacements > 0)
        document.remarks.push_back({RemarkKind::BytesNotValid, {QString::number(document.replacements), document.encoding}});
    else if (decoded.isGuess)
        document.remarks.push_back({RemarkKind::EncodingGuessed, {decoded.encoding}});
    const auto isOdd = [](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r' && c != u'\f') || c == u'\x7F';
    };
    if (const auto odd = std::ranges::count_if(document.text, isOdd); odd > 0)
        document.remarks.push_back({RemarkKind::ControlCharacters, {QString::number(odd)}});
}

bool isBlank(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

/// Formats whose bytes are not text as a whole.
Result<void> readContainer(Format format, QByteArrayView bytes, const ReadHints &hints, ReadDocument &document)
{
    if (format == Format::Pdf)
        return readPdf(bytes, hints.recognised, document);
    if (format == Format::Picture)
        return readPicture(bytes, hints.recognised, document);
    if (format == Format::Rtf)
        return readRtf(bytes, document);
    if (format == Format::Mail)
        return readMail(bytes, hints.encoding, document);
    const auto zip = ZipFile::open(bytes);
    if (!zip)
        return std::unexpected(zip.error());
    switch (format) {
    case Format::Docx:
        return readDocx(*zip, document);
    case Format::Odt:
        return readOdt(*zip, document);
    case Format::Epub:
        return readEpub(*zip, document);
    default:
        return readArchive(*zip, document);
    }
}

Result<void> readText(Format format, const QString &text, const ReadHints &hints, ReadDocument &document)
{
    switch (format) {
    case Format::Html:
        return readHtml(text, document);
    case Format::Markdown:
        return readMarkdown(text, document);
    case Format::Subtitles:
        return readSubtitles(text, document);
    case Format::Transcript:
        readTranscript(takeHeaderLines(text, document), document);
        return {};
    case Format::References:
        return readReferences(text, referenceFormatOf(text, extensionOf(hints.fileName)), hints.fileName, document);
    case Format::Table:
        return readTable(text, hints.fileName, document);
    case Format::Annotations:
        return readAnnotations(text, hints.fileName, document);
    case Format::Gexf:
        return readGexf(text, hints.fileName, document);
    case Format::GraphMl:
        return readGraphMl(text, hints.fileName, document);
    case Format::Ftm:
        return readFtm(text, hints.fileName, document);
    default:
        document.text = takeHeaderLines(text, document);
        addStatedFields(document);
        return {};
    }
}

bool isContainer(Format format)
{
    return format == Format::Pdf || format == Format::Picture || format == Format::Rtf || format == Format::Mail
        || format == Format::Docx || format == Format::Odt || format == Format::Epub || format == Format::Archive;
}

bool isGraph(Format format)
{
    return format == Format::Gexf || format == Format::GraphMl;
}

/// A foreign file may hold half a character anywhere; an answer may not.
void mendFields(ReadDocument &document)
{
    mendSurrogates(document.text);
    for (QString *field : {&document.title.value, &document.outlet.value, &document.url.value, &document.language,
                           &document.published.words, &document.note})
        mendSurrogates(*field);
    for (QString &author : document.authors)
        mendSurrogates(author);
    for (ReadPart &part : document.parts) {
        mendSurrogates(part.name);
        mendSurrogates(part.refusal);
    }
    for (ListedAgent &listed : document.people)
        mendSurrogates(listed.note);
    for (ListedEvent &event : document.events) {
        mendSurrogates(event.note);
        mendSurrogates(event.when.words);
        std::ranges::for_each(event.addresses, mendSurrogates);
    }
    for (MarkedPassage &mark : document.marks) {
        mendSurrogates(mark.speaker);
        mendSurrogates(mark.note);
        mendSurrogates(mark.said.words);
        for (QString *words : {&mark.selector.exact, &mark.selector.prefix, &mark.selector.suffix})
            mendSurrogates(*words);
    }
    for (Remark &remark : document.remarks) {
        for (QString &arg : remark.args)
            mendSurrogates(arg);
    }
}

/// "2025-01-30 The bridge.txt": where nothing in a file says when it was published, its name may. Only a day that can be read in one way.
void dateFromName(const QString &fileName, ReadDocument &document)
{
    static const QRegularExpression day(u"(?<!\\d)((?:19|20)\\d\\d)([-_.])(\\d\\d)\\2(\\d\\d)(?!\\d)"_s);
    if (document.published.when.isKnown())
        return;
    const auto m = day.match(fileName);
    const QDate date(m.captured(1).toInt(), m.captured(3).toInt(), m.captured(4).toInt());
    if (m.hasMatch() && date.isValid())
        document.published = {PartialDate::day(date.year(), date.month(), date.day()), Basis::FileName, m.captured(0)};
}

} // namespace

Result<ReadDocument> readBytes(QByteArrayView bytes, const ReadHints &hints)
{
    if (bytes.isEmpty())
        return fail(Fault::Empty, u"the file is empty"_s);
    const MediaType type = mediaTypeOf(bytes, hints.fileName, hints.encoding);
    if (type.format == Format::Unsupported)
        return fail(Fault::UnsupportedType, type.why);

    ReadDocument document;
    document.mediaType = type.name;
    if (type.remark)
        document.remarks.push_back(*type.remark);
    Decoded decoded;
    Result<void> read;
    if (isContainer(type.format)) {
        read = readContainer(type.format, bytes, hints, document);
    } else {
        auto found =
            decodeText(bytes, hints.encoding, type.format == Format::Html || isGraph(type.format) ? declaredCharset(bytes) : QString());
        if (!found)
            return std::unexpected(found.error());
        decoded = std::move(*found);
        document.encoding = decoded.encoding;
        document.replacements = decoded.replacements;
        read = readText(type.format, withPlainLineEnds(std::move(decoded.text)), hints, document);
    }
    if (!read)
        return std::unexpected(read.error());
    mendFields(document);
    if (!document.parts.empty() || (document.text.isEmpty() && !document.pictures.empty()))
        return document;
    if (isBlank(document.text))
        return fail(Fault::Empty, type.format == Format::Html ? u"a page without words of its own: scripts may fill it in; save it again once it is loaded"_s : u"no letter or digit in it"_s);
    remarkOnCharacters(decoded, document);
    dateFromName(hints.fileName, document);
    return document;
}

} // namespace onrecord::io
