// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"

#include "core/io/readers/encoding.h"
#include "core/io/readers/html.h"
#include "core/io/readers/markdown.h"
#include "core/io/readers/mediatype.h"
#include "core/io/readers/statedfields.h"

#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

void remarkOnCharacters(const Decoded &decoded, ReadDocument &document)
{
    if (decoded.replacements > 0)
        document.remarks << u"%1 places were not valid %2"_s.arg(decoded.replacements).arg(decoded.encoding);
    else if (decoded.isGuess)
        document.remarks << u"encoding guessed: %1"_s.arg(decoded.encoding);
    const auto isOdd = [](QChar c) { return (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r' && c != u'\f') || c == u'\x7F'; };
    if (const auto odd = std::ranges::count_if(document.text, isOdd); odd > 0)
        document.remarks << u"%1 control characters in the text"_s.arg(odd);
}

bool isBlank(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
}

} // namespace

Result<ReadDocument> readBytes(QByteArrayView bytes, const ReadHints &hints)
{
    if (bytes.isEmpty())
        return fail(Fault::Empty, u"the file is empty"_s);
    const MediaType type = mediaTypeOf(bytes, hints.fileName);
    if (type.format == Format::Unsupported)
        return fail(Fault::UnsupportedType, type.why);
    auto decoded = decodeText(bytes, hints.encoding, type.format == Format::Html ? declaredCharset(bytes) : QString());
    if (!decoded)
        return std::unexpected(decoded.error());

    ReadDocument document;
    document.mediaType = type.name;
    document.encoding = decoded->encoding;
    document.replacements = decoded->replacements;
    if (!type.remark.isEmpty())
        document.remarks << type.remark;
    const QString text = withPlainLineEnds(std::move(decoded->text));
    switch (type.format) {
    case Format::Html:
        if (auto read = readHtml(text, document); !read)
            return std::unexpected(read.error());
        break;
    case Format::Markdown:
        if (auto read = readMarkdown(text, document); !read)
            return std::unexpected(read.error());
        break;
    case Format::PlainText:
    case Format::Unsupported:
        document.text = text;
        addStatedFields(document);
        break;
    }
    if (isBlank(document.text))
        return fail(Fault::Empty, u"no text in it"_s);
    remarkOnCharacters(*decoded, document);
    return document;
}

} // namespace onrecord::io
