// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Speaks the protocol of onrecord-reader and breaks it as the document's first word says.
#include "core/io/frame.h"

#include <QByteArray>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

using namespace onrecord;

namespace {

QByteArray takeFrame()
{
    char header[io::frameHeader];
    if (std::fread(header, 1, sizeof header, stdin) != sizeof header)
        std::_Exit(0);
    QByteArray body(io::lengthOf(QByteArrayView(header, sizeof header)), '\0');
    if (std::fread(body.data(), 1, static_cast<size_t>(body.size()), stdin) != static_cast<size_t>(body.size()))
        std::_Exit(1);
    return body;
}

void give(QByteArrayView bytes)
{
    std::fwrite(bytes.data(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void answer(const QByteArray &json)
{
    give(io::frameLength(static_cast<quint32>(json.size())));
    give(json);
}

} // namespace

int main()
{
    for (int served = 0;; ++served) {
        takeFrame();
        const QByteArray bytes = takeFrame();
        const std::string_view word(bytes.constData(), static_cast<size_t>(bytes.size()));
        io::ReadDocument document;
        document.text = QString::number(served);
        document.mediaType = QStringLiteral("text/plain");
        if (word.starts_with("crash"))
            std::raise(SIGKILL);
        if (word.starts_with("worn") && served > 0) // works in a fresh process only
            std::_Exit(9);
        if (word.starts_with("hang"))
            ::pause();
        if (word.starts_with("huge")) {
            give(io::frameLength(0xFFFFFFF0U));
            ::pause();
        }
        if (word.starts_with("half")) {
            give(io::frameLength(100));
            give("{");
            std::_Exit(0);
        }
        if (word.starts_with("garbage"))
            answer("\xFF\xFEnot json");
        else if (word.starts_with("span"))
            answer(io::encodeAnswer(document).replace("\"regions\":[]", "\"regions\":[{\"start\":0,\"end\":99999,\"kind\":\"heading\",\"struck\":false}]"));
        else
            answer(io::encodeAnswer(document));
    }
}
