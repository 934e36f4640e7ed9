// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// onrecord-reader: reads documents for OnRecord where a hostile one can do no harm. Questions on stdin, answers on stdout, in the
// frames of core/io/frame.h, until the line ends. Not for people.
#include "core/io/frame.h"
#include "core/io/readers/reader.h"
#include "core/io/readfile.h"
#include "sandbox.h"

#include <QStringConverter>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <unistd.h>

using namespace onrecord;

namespace {

constexpr int wrongUse = 64;
constexpr int noSandbox = 71;

/// Exactly `size` bytes, or fewer at the end of the line.
QByteArray take(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(STDIN_FILENO, bytes.data() + filled, static_cast<size_t>(size - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        filled += got;
    }
    bytes.truncate(filled);
    return bytes;
}

bool give(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t done = ::write(STDOUT_FILENO, bytes.data(), static_cast<size_t>(bytes.size()));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes = bytes.sliced(done);
    }
    return true;
}

/// Nothing at the end of the line; ends the process when the frame is none.
std::optional<QByteArray> takeFrame(qint64 cap)
{
    const QByteArray header = take(io::frameHeader);
    if (header.isEmpty())
        return std::nullopt;
    const qint64 length = header.size() == io::frameHeader ? qint64(io::lengthOf(header)) : -1;
    if (length < 0 || length > cap)
        std::_Exit(wrongUse);
    QByteArray body = take(length);
    if (body.size() != length)
        std::_Exit(wrongUse);
    return body;
}

/// Converters load their tables at first use: once now, while files can still be opened.
void warmUp()
{
    for (const char *charset : {"windows-1252", "ISO-8859-2", "KOI8-R", "Shift_JIS", "GB18030", "Big5", "EUC-KR", "UTF-32LE"}) {
        QStringDecoder decoder(charset);
        [[maybe_unused]] const QString text = decoder.decode(QByteArrayView("warm"));
    }
    [[maybe_unused]] const auto page = io::readBytes(QByteArrayView("<html><p>By Ann Ray, 1 May 2020</p>"), {});
    [[maybe_unused]] const auto note = io::readBytes(QByteArrayView("---\ndate: 2020-05-01\n---\n# A heading\n\nWords \xE4\n"), {});
}

} // namespace

int main()
{
    if (::isatty(STDIN_FILENO))
        return wrongUse;
    warmUp();
    if (!enterSandbox())
        return noSandbox;
    while (const auto hintsJson = takeFrame(io::largestHints)) {
        const auto bytes = takeFrame(io::largestFile);
        if (!bytes)
            return wrongUse;
        const auto hints = io::decodeHints(*hintsJson);
        const QByteArray answer = io::encodeAnswer(hints ? io::readBytes(*bytes, *hints) : std::unexpected(hints.error()));
        if (!give(io::frameLength(static_cast<quint32>(answer.size()))) || !give(answer))
            return EXIT_FAILURE;
    }
    std::_Exit(EXIT_SUCCESS); // nothing to tidy up, and tidying needs calls that the sandbox took away
}
