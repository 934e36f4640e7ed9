// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// onrecord-reader: reads documents for OnRecord where a hostile one can do no harm, each in a process that saw no other
// (core/io/readerline.h), in the frames of core/io/frame.h. Not for people.
#include "core/io/frame.h"
#include "core/io/readers/pdf.h"
#include "core/io/readers/reader.h"
#include "core/io/readerline.h"
#include "core/io/readfile.h"
#include "sandbox.h"

#include <QStringConverter>
#include <cerrno>
#include <cstdlib>
#include <malloc.h>
#include <unistd.h>

using namespace onrecord;

namespace {

constexpr int wrongUse = 64;
constexpr int noSandbox = 71;

/// Exactly `size` bytes, or fewer at the end of the line.
QByteArray take(int line, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(line, bytes.data() + filled, static_cast<size_t>(size - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        filled += got;
    }
    bytes.truncate(filled);
    return bytes;
}

bool give(int line, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t done = ::write(line, bytes.data(), static_cast<size_t>(bytes.size()));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes = bytes.sliced(done);
    }
    return true;
}

/// Ends the process when the frame is none.
QByteArray takeFrame(int line, qint64 cap)
{
    const QByteArray header = take(line, io::frameHeader);
    const qint64 length = header.size() == io::frameHeader ? qint64(io::lengthOf(header)) : -1;
    if (length < 0 || length > cap)
        std::_Exit(wrongUse);
    QByteArray body = take(line, length);
    if (body.size() != length)
        std::_Exit(wrongUse);
    return body;
}

/// In a fork of its own: one question, one answer.
void serve(int line)
{
    if (!confineFork())
        std::_Exit(noSandbox);
    const QByteArray wanted = takeFrame(line, io::largestHints);
    const QByteArray bytes = takeFrame(line, io::largestFile);
    const auto question = io::decodeQuestion(wanted);
    const QByteArray answer = !question ? io::encodeAnswer(std::unexpected(question.error()))
        : question->draw >= 0           ? io::encodePicture(io::drawPdf(bytes, question->draw))
                                        : io::encodeAnswer(io::readBytes(bytes, question->hints));
    if (!give(line, io::frameLength(static_cast<quint32>(answer.size()))) || !give(line, answer))
        std::_Exit(EXIT_FAILURE);
}

/// Has what most pages have, so that every pattern they are searched with is compiled once and not for each of them.
constexpr char page[] = R"(<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Words of today | The Paper</title>
<meta property=og:title content="Words of today"><meta name=author content="Ann Ray and Bo Li">
<meta property=article:published_time content=2020-05-01T10:00:00Z>
<script type=application/ld+json>{"@type":"NewsArticle","headline":"Words of today","datePublished":"2020-05-01",
"author":[{"@type":"Person","name":"Ann Ray"}],"publisher":{"name":"The Paper"}}</script></head>
<body><nav class=menu><ul><li><a href=/a>News</a><li><a href=/b>More</a></ul></nav><div id=main class=content><article class=story>
<h1 class=headline>Words of today</h1><p class=byline>By Ann Ray in London</p><time class=date datetime=2020-05-01>1 May 2020</time>
<p class=lead>LONDON (AP) — A first paragraph, which is long enough to be taken for one of an article, said somebody.</p>
<p>A second paragraph, of some more words, and with a comma or two, which says less than the one before it.</p>
<blockquote>Words of somebody else</blockquote><h2 class=title>More</h2><ul class=list><li>An item of a list</ul>
<p class=note>Correction: This was mended.</p><p class=tags>Topics: words</p></article>
<aside class=related><p>Read more</p></aside></div><footer class=footer><p>The Paper</p></footer></body></html>)";

/// Converters, locales and PDF's character names are loaded at first use, patterns compiled: once now, while files can still be opened.
void warmUp()
{
    for (const char *charset :
         {"windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
          "windows-1256", "windows-1257", "windows-1258", "ISO-8859-2",   "ISO-8859-15",  "KOI8-R",
          "macintosh",    "IBM437",       "IBM850",       "IBM866",       "Shift_JIS",    "EUC-JP",
          "ISO-2022-JP",  "GB18030",      "Big5",         "EUC-KR",       "UTF-16",       "UTF-32LE"}) {
        QStringDecoder decoder(charset);
        [[maybe_unused]] const QString text = decoder.decode(QByteArrayView("warm"));
    }
    for (const QByteArrayView sample :
         {QByteArrayView(page),
          QByteArrayView("<html><p>By Ann Ray, 1 May 2020</p>"),
          QByteArrayView("Words of today\nBy Ann Ray\n1 May 2020\n\nLONDON (AP) — A first paragraph, said somebody.\n\nA second one, of more words.\n"),
          QByteArrayView("---\ndate: 2020-05-01\n---\n# A heading\n\nWords \xE4\n"),
          QByteArrayView("{\\rtf1\\ansi Words}"),
          QByteArrayView("From: Ann\nTo: Bo\nDate: Thu, 30 Jan 2025 14:05:11 +0100\nMIME-Version: 1.0\n\nWords"),
          QByteArrayView(
              "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
              "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 "
              "R>>>>>>endobj\n"
              "4 0 obj<</Length 35>>stream\nBT /F 9 Tf 9 50 Td (Words \\344) Tj ET\nendstream endobj\n"
              "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
              "6 0 obj<</CreationDate(D:20200501120000Z)>>endobj\ntrailer<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n")})
        [[maybe_unused]]
        const auto read = io::readBytes(sample, {});
}

/// What warming up and the sandbox gave back is put in order now: else each fork would do it at its first larger request, and have every page
/// that it lies on copied.
void tidyMemory()
{
    constexpr size_t large = 100'000; // sorts what is free; less than is mapped on its own
    ::malloc_trim(0);
    void *volatile sorting = ::malloc(large);
    ::free(sorting);
}

} // namespace

int main()
{
    if (::isatty(STDIN_FILENO))
        return wrongUse;
    // Fonts are done without: nothing is drawn. Poppler would have all of the system looked through.
    ::setenv("FONTCONFIG_SYSROOT", "/dev/null", 1);
    warmUp();
    if (!enterSandbox())
        return noSandbox;
    tidyMemory();
    std::_Exit(io::serveEach(serve));
}
