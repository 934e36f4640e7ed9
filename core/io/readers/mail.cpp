// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/mail.h"

#include "core/io/readers/encoding.h"
#include "core/io/readers/flow.h"
#include "core/io/readers/html.h"
#include "core/io/readers/mime.h"
#include "core/io/readers/writtendate.h"

#include <QRegularExpression>
#include <algorithm>
#include <vector>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

void setPublished(ReadDocument &document, const QString &words)
{
    static const QRegularExpression comment(u"\\s*\\([^)]*\\)\\s*$"_s); // "+0000 (UTC)"
    if (const auto when = writtenDate(QString(words).remove(comment).simplified());
        when && !document.published.when.isKnown())
        document.published = {*when, Basis::Metadata, words.simplified()};
}

/// "Ann Ray <ann@example.org>" → the name, or the address where there is none.
QString senderName(const QString &from)
{
    static const QRegularExpression shape(u"^\\s*\"?([^\"<]*?)\"?\\s*<[^>]*>"_s);
    const QString name = shape.match(from).captured(1).simplified();
    return (name.isEmpty() ? from.simplified() : name).left(300);
}

Result<Decoded> decodedPart(const MimePart &part, const QString &chosen)
{
    const QString declared =
        part.charset.isEmpty() && part.type == u"text/html"_s ? declaredCharset(part.body) : part.charset;
    return decodeText(part.body, chosen, declared);
}

void noteDecoding(const Decoded &decoded, ReadDocument &document)
{
    document.encoding = decoded.encoding;
    document.replacements = decoded.replacements;
}

void addPlain(const QString &text, Flow &flow)
{
    static const QRegularExpression quoted(u"^\\s{0,3}>"_s);
    QStringList lines;
    bool isQuote = false;
    const auto flush = [&] {
        if (!lines.isEmpty())
            flow.paragraph(lines.join(u'\n'), isQuote ? std::optional(RegionKind::BlockQuote) : std::nullopt);
        lines.clear();
    };
    for (const QString &line : withPlainLineEnds(text).split(u'\n')) {
        const bool nowQuote = quoted.match(line).hasMatch();
        if (line.trimmed().isEmpty() || nowQuote != isQuote)
            flush();
        isQuote = nowQuote;
        if (!line.trimmed().isEmpty())
            lines << line;
    }
    flush();
}

void nameAttachments(const MimePart &part, ReadDocument &document)
{
    const bool isWords = part.type.startsWith(u"text/"_s) || part.type.startsWith(u"multipart/"_s);
    if ((part.isAttachment || (!isWords && !part.fileName.isEmpty())) && document.remarks.size() < 50)
        document.remarks.push_back({RemarkKind::AttachmentLeft, {part.fileName.isEmpty() ? part.type : part.fileName}});
    for (const MimePart &one : part.parts)
        nameAttachments(one, document);
}

/// Whether the bytes end inside `part`, the words that were read.
bool endsInside(const MimePart &message, const MimePart &part)
{
    if (!message.isLastCutOff)
        return false;
    return &message.parts.back() == &part || endsInside(message.parts.back(), part);
}

/// What of a file that ends too early was kept. A part that is not closed within a message that is, is only written carelessly.
void remarkCut(const MimePart &message, const MimePart &words, ReadDocument &document)
{
    if (!message.isCutOff)
        return;
    const bool isWhole = !endsInside(message, words) || words.body.toLower().contains("</html>");
    document.remarks.push_back({isWhole ? RemarkKind::CutOffBehindWords : RemarkKind::CutOffInWords});
}

Result<void> readSavedPage(const MimePart &message, const MimePart &page, const QString &chosen, ReadDocument &document)
{
    const auto decoded = decodedPart(page, chosen);
    if (!decoded)
        return std::unexpected(decoded.error());
    noteDecoding(*decoded, document);
    document.mediaType = u"multipart/related"_s;
    if (auto read = readHtml(withPlainLineEnds(decoded->text), document); !read)
        return read;
    for (const QString &address : {message.field(u"snapshot-content-location"_s), page.field(u"content-location"_s)}) {
        if (document.url.value.isEmpty() && address.startsWith(u"http"_s, Qt::CaseInsensitive))
            document.url = {address.trimmed().left(2000), Basis::Metadata};
    }
    if (document.title.value.isEmpty() && !message.field(u"subject"_s).isEmpty())
        document.title = {message.field(u"subject"_s).simplified().left(2000), Basis::Metadata};
    remarkCut(message, page, document);
    return {};
}

Result<void> readMessage(const MimePart &message, const QString &chosen, ReadDocument &document)
{
    const MimePart *plain = message.first(u"text/plain"_s);
    const MimePart *page = message.first(u"text/html"_s);
    if (plain && page && plain->body.trimmed().isEmpty())
        plain = nullptr;
    const QString subject = message.field(u"subject"_s).simplified().left(2000);
    const QString from = message.field(u"from"_s).simplified().left(2000);
    if (!subject.isEmpty())
        document.title = {subject, Basis::Metadata};
    if (!from.isEmpty()) {
        document.authors = {senderName(from)};
        document.authorsBasis = Basis::Metadata;
    }
    setPublished(document, message.field(u"date"_s));
    Flow flow(document);
    flow.paragraph(subject, RegionKind::Headline);
    if (!from.isEmpty())
        flow.paragraph(u"From: "_s + from, RegionKind::Byline);
    if (const QString to = message.field(u"to"_s).simplified(); !to.isEmpty())
        flow.paragraph(u"To: "_s + to.left(2000), RegionKind::Byline, TextBuilder::Gap::Line);
    if (const QString date = message.field(u"date"_s).simplified(); !date.isEmpty())
        flow.paragraph(u"Date: "_s + date.left(200), RegionKind::Dateline, TextBuilder::Gap::Line);
    const MimePart *body = plain ? plain : page;
    if (!body)
        return fail(Fault::Empty, u"the message holds no text, only %1"_s.arg(message.type));
    const auto decoded = decodedPart(*body, chosen);
    if (!decoded)
        return std::unexpected(decoded.error());
    noteDecoding(*decoded, document);
    addPlain(plain ? decoded->text : plainTextOfHtml(decoded->text), flow);
    nameAttachments(message, document);
    remarkCut(message, *body, document);
    flow.finish();
    return {};
}

/// Where the messages of a mailbox begin (RFC 4155, "mboxo"): "From address date", in the first line or behind an empty one.
std::vector<qsizetype> messageStarts(QByteArrayView bytes)
{
    static const QRegularExpression opening(u"^From \\S.*\\d\\d:\\d\\d.*\\d{4}\\s*$"_s);
    std::vector<qsizetype> starts;
    bool isBehindEmpty = true;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', at);
        const qsizetype end = newline < 0 ? bytes.size() : newline;
        const QByteArrayView line = bytes.sliced(at, end - at);
        if (isBehindEmpty && line.startsWith("From ") && line.size() < 1000 && opening.match(QString::fromLatin1(line)).hasMatch())
            starts.push_back(at);
        isBehindEmpty = line.trimmed().isEmpty();
        at = end + 1;
    }
    if (starts.size() > 1 && starts.front() != 0)
        starts.insert(starts.begin(), 0); // words that no line divides from the first message are kept, as a part of their own
    return starts;
}

/// A message without the line that divides it from the one before and without the mark that keeps its own lines from looking like
/// such a line (">From " is "From ", ">>From " is ">From ": "mboxrd"). Words without a dividing line stay as they are.
QByteArray unboxed(QByteArrayView part)
{
    if (messageStarts(part).empty())
        return part.toByteArray();
    QByteArray out;
    out.reserve(part.size());
    for (qsizetype at = std::min(part.indexOf('\n') + 1, part.size()); at < part.size();) {
        const qsizetype newline = part.indexOf('\n', at);
        const qsizetype end = newline < 0 ? part.size() : newline + 1;
        const QByteArrayView line = part.sliced(at, end - at);
        const auto behindMarks = std::ranges::find_if(line, [](char c) { return c != '>'; });
        const bool isMarked = line.startsWith('>') && QByteArrayView(behindMarks, line.end()).startsWith("From ");
        out += isMarked ? line.sliced(1) : line;
        at = end;
    }
    return out;
}

} // namespace

Result<void> readMail(QByteArrayView bytes, const QString &encoding, ReadDocument &document)
{
    if (bytes.startsWith("From ")) {
        const std::vector<qsizetype> starts = messageStarts(bytes);
        for (size_t i = 0; i < starts.size() && starts.size() > 1; ++i) {
            const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : bytes.size();
            document.parts.push_back({u"message %1.eml"_s.arg(i + 1), unboxed(bytes.sliced(starts[i], end - starts[i])), {}});
        }
        if (!document.parts.empty())
            return {};
    }
    const MimePart message = parseMime(bytes);
    const MimePart *page = message.first(u"text/html"_s);
    const bool isSaved = message.fields.contains(u"snapshot-content-location"_s)
        || (message.type == u"multipart/related"_s && !message.fields.contains(u"to"_s));
    if (isSaved && page)
        return readSavedPage(message, *page, encoding, document);
    return readMessage(message, encoding, document);
}

} // namespace onrecord::io
