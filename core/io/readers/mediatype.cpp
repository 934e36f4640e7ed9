// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/mediatype.h"

#include "core/io/readers/annotations.h"
#include "core/io/readers/encoding.h"
#include "core/io/readers/ftm.h"
#include "core/io/readers/jsonitems.h"
#include "core/io/readers/jsonoutline.h"
#include "core/io/readers/mime.h"
#include "core/io/readers/references.h"
#include "core/io/readers/table.h"
#include "core/io/readers/transcript.h"
#include "core/io/readers/zipfile.h"
#include "core/io/readhints.h"

#include <QByteArray>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

struct Magic {
    QByteArrayView bytes;
    qsizetype at;
    QLatin1StringView type;
    QLatin1StringView words;
};

const std::array<Magic, 5> pictures{{
    {QByteArrayView("\x89PNG\r\n\x1A\n", 8), 0, "image/png"_L1, "a picture (PNG)"_L1},
    {QByteArrayView("\xFF\xD8\xFF", 3), 0, "image/jpeg"_L1, "a picture (JPEG)"_L1},
    {QByteArrayView("II*\0", 4), 0, "image/tiff"_L1, "a picture (TIFF)"_L1},
    {QByteArrayView("MM\0*", 4), 0, "image/tiff"_L1, "a picture (TIFF)"_L1},
    {"WEBP", 8, "image/webp"_L1, "a picture (WebP)"_L1},
}};

const std::array<Magic, 20> magics{{
    {QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), 0, "application/x-ole-storage"_L1, "an old Office file"_L1},
    {QByteArrayView("\x1F\x8B", 2), 0, "application/gzip"_L1, "a gzip archive"_L1},
    {"BZh", 0, "application/x-bzip2"_L1, "a bzip2 archive"_L1},
    {QByteArrayView("\xFD"
                    "7zXZ\x00",
                    6),
     0, "application/x-xz"_L1, "an xz archive"_L1},
    {QByteArrayView("\x28\xB5\x2F\xFD", 4), 0, "application/zstd"_L1, "a zstd archive"_L1},
    {QByteArrayView("7z\xBC\xAF\x27\x1C", 6), 0, "application/x-7z-compressed"_L1, "a 7z archive"_L1},
    {"Rar!", 0, "application/vnd.rar"_L1, "a RAR archive"_L1},
    {"ustar", 257, "application/x-tar"_L1, "a tar archive"_L1},
    {"GIF8", 0, "image/gif"_L1, "a picture"_L1},
    {"ftyphei", 4, "image/heic"_L1, "a picture"_L1},
    {"ftypavif", 4, "image/avif"_L1, "a picture"_L1},
    {"AT&TFORM", 0, "image/vnd.djvu"_L1, "scanned pages (DjVu)"_L1},
    {"BOOKMOBI", 60, "application/x-mobipocket-ebook"_L1, "a Mobipocket book"_L1},
    {"bplist", 0, "application/x-plist"_L1, "a binary property list or Safari web archive"_L1},
    {"%!PS", 0, "application/postscript"_L1, "a PostScript file"_L1},
    {"RIFF", 0, "application/x-riff"_L1, "a picture or recording"_L1},
    {"ftyp", 4, "video/mp4"_L1, "a film or recording"_L1},
    {QByteArrayView("ID3", 3), 0, "audio/mpeg"_L1, "a recording"_L1},
    {QByteArrayView("\x7F"
                    "ELF",
                    4),
     0, "application/x-executable"_L1, "a program"_L1},
    {QByteArrayView("SQLite format 3\0", 16), 0, "application/vnd.sqlite3"_L1, "a database"_L1},
}};

bool isThere(const Magic &magic, QByteArrayView bytes)
{
    return bytes.size() >= magic.at + magic.bytes.size() && bytes.sliced(magic.at).startsWith(magic.bytes);
}

/// The beginning of the file in Latin letters: zero bytes of UTF-16 and UTF-32 left out.
QByteArray letters(QByteArrayView bytes)
{
    QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 16384)).toByteArray();
    head.removeIf([](char c) { return c == '\0'; });
    for (const QByteArrayView mark :
         {QByteArrayView("\xEF\xBB\xBF"), QByteArrayView("\xFF\xFE"), QByteArrayView("\xFE\xFF")}) {
        if (head.startsWith(mark))
            head.remove(0, mark.size());
    }
    return head;
}

/// Text holds hardly any control bytes. UTF-16 and UTF-32 are full of zeros, but evenly placed: counted by their
/// pattern.
bool looksBinary(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 65536));
    const auto isOdd = [](char c) {
        return static_cast<uchar>(c) < 0x20 && !QByteArrayView("\t\n\r\f\v\x1B\b").contains(c);
    };
    const qsizetype odd = std::ranges::count_if(head, isOdd);
    if (odd * 20 < head.size())
        return false;
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF")
        || head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return false;
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[static_cast<size_t>(i % 4)] += head[i] == 0 ? 1 : 0;
    const auto [fewest, most] = std::ranges::minmax(zeros);
    const qsizetype others = odd - (zeros[0] + zeros[1] + zeros[2] + zeros[3]);
    return !(fewest * 20 < head.size() && most * 5 > head.size() && others * 100 < head.size());
}

/// An SVG drawing holds words at most as labels, and its element names are HTML's neighbours.
bool isDrawing(const QByteArray &head)
{
    static const QRegularExpression first(u"^(?:\\s|<!--.*?-->|<\\?xml[^>]*>)*<(?:!doctype\\s+svg|(?:\\w+:)?svg)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return first.match(QString::fromLatin1(head)).hasMatch();
}

/// The first element, whatever its prefix, is of this name.
bool isXmlOf(const QByteArray &head, QLatin1StringView root)
{
    const QRegularExpression first(u"^(?:\\s|<!--.*?-->|<\\?[^>]*>|<!doctype[^>\\[]*(?:\\[.*?\\]\\s*)?>)*<(?:\\w+:)?%1\\b"_s.arg(root),
                                   QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return head.contains(QByteArrayView(root.data(), root.size())) && first.match(QString::fromLatin1(head)).hasMatch();
}

bool isHtml(const QByteArray &head, const QString &extension)
{
    static const QRegularExpression first(
        u"^(?:\\s|<!--.*?-->|<\\?xml[^>]*>)*<(?:!doctype\\s+html|html|head|body|title|meta|article|main)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromLatin1(head);
    if (first.match(text).hasMatch())
        return true;
    static const QRegularExpression anyTag(u"<(?:!--|!doctype|/?[a-z][a-z0-9-]*(?:\\s[^<>]*)?/?>)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (extension == u"html"_s || extension == u"htm"_s || extension == u"xhtml"_s)
        return true; // a page without a single tag is still a page: HTML has no invalid input
    static const QRegularExpression block(u"</(?:p|div|h1|h2|section|body|ul|table)\\s*>"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return text.startsWith(u'<') && anyTag.match(text).hasMatch() && block.match(text).hasMatch();
}

bool hasHeaderBlock(const QByteArray &head)
{
    static const QRegularExpression block(
        u"^---[ \\t]*\\r?\\n(?:[A-Za-z][A-Za-z-]*[ \\t]*:[^\\n]*\\n|[ \\t]+[^\\n]*\\n|#[^\\n]*\\n|\\r?\\n)+---[ \\t]*\\r?(?:\\n|$)"_s);
    return block.match(QString::fromLatin1(head)).hasMatch();
}

std::optional<Remark> disagreement(const QString &extension, const QStringList &expected, QLatin1StringView what)
{
    if (extension.isEmpty() || expected.contains(extension))
        return {};
    static const QStringList known{u"txt"_s, u"text"_s,  u"md"_s,   u"markdown"_s, u"html"_s, u"htm"_s, u"xhtml"_s,
                                   u"pdf"_s, u"docx"_s,  u"docm"_s, u"dotx"_s,     u"doc"_s,  u"odt"_s, u"ott"_s,
                                   u"rtf"_s, u"epub"_s,  u"png"_s,  u"jpg"_s,      u"jpeg"_s, u"zip"_s, u"eml"_s,
                                   u"mht"_s, u"mhtml"_s, u"srt"_s,  u"vtt"_s,      u"ris"_s,  u"bib"_s, u"csv"_s,
                                   u"tsv"_s, u"ftm"_s,   u"ijson"_s, u"gexf"_s, u"graphml"_s, u"jsonld"_s};
    if (!known.contains(extension))
        return {};
    Remark remark{RemarkKind::OtherType};
    remark.args << extension << what;
    return remark;
}

/// A page that speaks of PDF files is a page.
bool looksLikeMarkup(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).toByteArray().trimmed();
    return head.startsWith('<') || head.startsWith("---");
}

MediaType zipType(QByteArrayView bytes, const QString &extension)
{
    const auto zip = ZipFile::open(bytes);
    if (!zip) // cut off or a bomb: the reader says so
        return {Format::Archive, u"application/zip"_s, {}, {}};
    const ZipFile::Entry *kind = zip->find(u"mimetype");
    const QByteArray type = kind ? zip->read(*kind, 200).value_or(QByteArray()).trimmed() : QByteArray();
    if (type == "application/epub+zip" || (type.isEmpty() && zip->find(u"META-INF/container.xml")))
        return {Format::Epub, u"application/epub+zip"_s, disagreement(extension, {u"epub"_s}, "EPUB"_L1), {}};
    if (type.startsWith("application/vnd.oasis.opendocument.text"))
        return {Format::Odt,
                u"application/vnd.oasis.opendocument.text"_s,
                disagreement(extension, {u"odt"_s, u"ott"_s}, "ODT"_L1),
                {}};
    if (type.startsWith("application/vnd.oasis."))
        return {Format::Unsupported,
                QString::fromLatin1(type),
                {},
                u"an OpenDocument file that is no text: no reader for it"_s};
    if (zip->find(u"[Content_Types].xml") || zip->find(u"word/document.xml")) {
        if (zip->find(u"word/document.xml") || zip->find(u"word/document2.xml"))
            return {Format::Docx,
                    u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s,
                    disagreement(extension, {u"docx"_s, u"docm"_s, u"dotx"_s}, "DOCX"_L1),
                    {}};
        return {Format::Unsupported,
                u"application/vnd.openxmlformats-officedocument"_s,
                {},
                u"an Office file that is no text (a table or slides): no reader for it"_s};
    }
    return {Format::Archive, u"application/zip"_s, disagreement(extension, {u"zip"_s}, "a ZIP archive"_L1), {}};
}

/// The beginning of a text, in which a JSON file shows its keys however long its values are.
QString beginningOf(QByteArrayView bytes, const QString &encoding)
{
    constexpr qsizetype usual = 400'000;
    constexpr qsizetype longest = qsizetype(64) << 20;
    const auto decoded = [&](qsizetype size) {
        const auto some = decodeText(bytes.first(std::min(bytes.size(), size)), encoding);
        return some ? withPlainLineEnds(some->text) : QString();
    };
    const QString text = decoded(usual);
    const QStringView first = QStringView(text).trimmed();
    const bool mayBeJson = first.startsWith(u'{') || first.startsWith(u'[');
    return mayBeJson && bytes.size() > usual ? jsonOutline(decoded(longest), usual) : text;
}

/// The first line of a list may be damaged.
bool holdsFtm(const QString &text)
{
    constexpr qsizetype mostLines = 100;
    const auto lines = QStringView(text).split(u'\n');
    return std::any_of(lines.cbegin(), lines.cbegin() + std::min(mostLines, lines.size()), [](QStringView line) { return looksLikeFtm(line.toString()); });
}

MediaType unknownJson(const QString &text)
{
    QStringList keys = firstKeys(text).values();
    keys.sort();
    return {Format::Unsupported, u"application/json"_s, {},
            u"a JSON file of a kind that is not read; FollowTheMoney entities, web annotations and CSL-JSON references are (its keys: %1)"_s.arg(keys.join(u", "_s).left(200))};
}

/// Kinds of text that only their words tell apart.
MediaType textType(QByteArrayView bytes, const QString &extension, const QString &encoding)
{
    const QString text = beginningOf(bytes, encoding);
    const bool isNamedFtm = extension == u"ftm"_s || extension == u"ijson"_s;
    if (looksLikeSubtitles(text)) {
        const bool isVtt = text.startsWith(u"WEBVTT"_s);
        return {Format::Subtitles,
                isVtt ? u"text/vtt"_s : u"application/x-subrip"_s,
                disagreement(extension, {u"srt"_s, u"vtt"_s}, isVtt ? "WebVTT subtitles"_L1 : "SubRip subtitles"_L1),
                {}};
    }
    if (looksLikeFtm(text) || (isNamedFtm && holdsFtm(text))) // a part of a graph is named after it
        return {Format::Ftm, u"application/x-ftm+json"_s, isEntityPart(text) ? std::nullopt : disagreement(extension, {u"ftm"_s, u"ijson"_s, u"json"_s}, "FollowTheMoney entities"_L1), {}};
    if (looksLikeAnnotations(text))
        return {Format::Annotations, u"application/ld+json"_s, disagreement(extension, {u"json"_s, u"jsonld"_s}, "web annotations"_L1), {}};
    switch (referenceFormatOf(text, extension)) {
    case ReferenceFormat::Ris:
        return {Format::References,
                u"application/x-research-info-systems"_s,
                disagreement(extension, {u"ris"_s}, "RIS references"_L1),
                {}};
    case ReferenceFormat::BibTeX:
        return {Format::References,
                u"application/x-bibtex"_s,
                disagreement(extension, {u"bib"_s, u"bibtex"_s}, "BibTeX references"_L1),
                {}};
    case ReferenceFormat::CslJson:
        return {Format::References,
                u"application/vnd.citationstyles.csl+json"_s,
                disagreement(extension, {u"json"_s, u"csljson"_s}, "CSL-JSON references"_L1),
                {}};
    case ReferenceFormat::None:
        break;
    }
    if (isJsonData(text, isNamedFtm || QStringList{u"json"_s, u"jsonl"_s, u"ndjson"_s, u"jsonld"_s, u"geojson"_s}.contains(extension)))
        return unknownJson(text);
    if (isNamedFtm)
        return {Format::Unsupported, u"text/plain"_s, {}, u"named .%1, but there is no FollowTheMoney entity at its beginning"_s.arg(extension)};
    const bool isTabbed = extension == u"tsv"_s || extension == u"tab"_s;
    if (extension == u"csv"_s || isTabbed || looksLikeKnownTable(text))
        return {Format::Table,
                isTabbed ? u"text/tab-separated-values"_s : u"text/csv"_s,
                disagreement(extension, {u"csv"_s, u"tsv"_s, u"tab"_s}, "a table"_L1),
                {}};
    if (extension == u"md"_s || extension == u"markdown"_s)
        return {Format::Markdown, u"text/markdown"_s, {}, {}};
    const auto remark = extension == u"json"_s ? std::optional(Remark{RemarkKind::PlainJson}) : disagreement(extension, {u"txt"_s, u"text"_s}, "plain text"_L1);
    return {looksLikeTranscript(text) ? Format::Transcript : Format::PlainText, u"text/plain"_s, remark, {}};
}

} // namespace

QString extensionOf(const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return dot <= 0 ? QString() : fileName.sliced(dot + 1).toLower();
}

MediaType mediaTypeOf(QByteArrayView bytes, const QString &fileName, const QString &encoding)
{
    const QString extension = extensionOf(fileName);
    if (mayBePdf(bytes) && !looksLikeMarkup(bytes))
        return {Format::Pdf, u"application/pdf"_s, disagreement(extension, {u"pdf"_s}, "PDF"_L1), {}};
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06") || bytes.startsWith("PK\x07\x08PK"))
        return zipType(bytes, extension);
    if (bytes.startsWith("{\\rtf"))
        return {Format::Rtf, u"application/rtf"_s, disagreement(extension, {u"rtf"_s, u"doc"_s}, "RTF"_L1), {}};
    for (const Magic &picture : pictures) {
        if (isThere(picture, bytes) && (picture.at == 0 || bytes.startsWith("RIFF")))
            return {Format::Picture,
                    picture.type,
                    disagreement(extension, {u"png"_s, u"jpg"_s, u"jpeg"_s}, picture.words),
                    {}};
    }
    for (const Magic &magic : magics) {
        if (isThere(magic, bytes))
            return {Format::Unsupported, magic.type, {}, magic.words + u": no reader for it"_s};
    }
    if (looksBinary(bytes))
        return {Format::Unsupported, u"application/octet-stream"_s, {}, u"not text: full of control bytes"_s};
    const QByteArray head = letters(bytes);
    if (hasHeaderBlock(head))
        return {Format::Markdown,
                u"text/markdown"_s,
                disagreement(extension, {u"md"_s, u"markdown"_s, u"txt"_s, u"text"_s}, "Markdown"_L1),
                {}};
    if (looksLikeMail(head)) {
        const bool isPage = head.toLower().contains("multipart/related");
        return {Format::Mail,
                isPage ? u"multipart/related"_s : u"message/rfc822"_s,
                disagreement(extension, {u"eml"_s, u"mht"_s, u"mhtml"_s, u"mbox"_s, u"msg"_s},
                             isPage ? "a saved page (MHTML)"_L1 : "a mail message"_L1),
                {}};
    }
    if (isDrawing(head))
        return {Format::Unsupported, u"image/svg+xml"_s, {}, u"a drawing (SVG): no reader for it"_s};
    if (isXmlOf(head, "gexf"_L1))
        return {Format::Gexf, u"application/gexf+xml"_s, disagreement(extension, {u"gexf"_s, u"xml"_s}, "a graph (GEXF)"_L1), {}};
    if (isXmlOf(head, "graphml"_L1))
        return {Format::GraphMl, u"application/graphml+xml"_s, disagreement(extension, {u"graphml"_s, u"xml"_s}, "a graph (GraphML)"_L1), {}};
    if (isHtml(head, extension))
        return {
            Format::Html, u"text/html"_s, disagreement(extension, {u"html"_s, u"htm"_s, u"xhtml"_s}, "HTML"_L1), {}};
    return textType(bytes, extension, encoding);
}

} // namespace onrecord::io
