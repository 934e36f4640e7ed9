// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Speaks the protocol of onrecord-reader and breaks it as the document's first word says. An answer's text is the process that gave it.
#include "core/io/frame.h"
#include "core/io/readerline.h"

#include <QByteArray>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

using namespace onrecord;

namespace {

QByteArray take(int line, qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype filled = 0; filled < size;) {
        const ssize_t got = ::read(line, bytes.data() + filled, static_cast<size_t>(size - filled));
        if (got <= 0)
            std::_Exit(1);
        filled += got;
    }
    return bytes;
}

QByteArray takeFrame(int line)
{
    return take(line, io::lengthOf(take(line, io::frameHeader)));
}

void give(int line, QByteArrayView bytes)
{
    if (::write(line, bytes.data(), static_cast<size_t>(bytes.size())) != bytes.size())
        std::_Exit(1);
}

void answer(int line, const QByteArray &bytes)
{
    give(line, io::frameLength(static_cast<quint32>(bytes.size())));
    give(line, bytes);
}

void serve(int line)
{
    takeFrame(line);
    const QByteArray bytes = takeFrame(line);
    const std::string_view word(bytes.constData(), static_cast<size_t>(bytes.size()));
    io::ReadDocument document;
    document.text = QString::number(::getpid());
    document.mediaType = QStringLiteral("text/plain");
    if (word.starts_with("span"))
        document.regions.push_back({{0, 99'999}, RegionKind::Heading, false});
    if (word.starts_with("crash"))
        std::raise(SIGKILL);
    if (word.starts_with("parent")) // takes all of it along
        ::kill(::getppid(), SIGKILL);
    if (word.starts_with("hang"))
        ::pause();
    if (word.starts_with("huge")) {
        give(line, io::frameLength(0xFFFFFFF0U));
        ::pause();
    }
    if (word.starts_with("half")) {
        give(line, io::frameLength(100));
        give(line, "{");
        return;
    }
    if (word.starts_with("garbage"))
        answer(line, "\xFF\xFEno answer");
    else
        answer(line, io::encodeAnswer(document));
    if (word.starts_with("stay"))
        ::pause();
}

} // namespace

int main()
{
    return io::serveEach(serve);
}
