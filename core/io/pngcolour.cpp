// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pngcolour.h"

#include <QtEndian>

namespace onrecord::io {

namespace {

constexpr qsizetype frame = 12; // of a chunk: length, name, checksum
constexpr qsizetype colourType = 25;

} // namespace

QByteArray withoutKeyColour(QByteArrayView picture)
{
    QByteArray bytes = QByteArray::fromRawData(picture.data(), picture.size());
    if (!bytes.startsWith("\x89PNG\r\n\x1A\n") || bytes.size() <= colourType || bytes[colourType] != 0)
        return bytes;
    for (qsizetype at = 8; at + frame <= bytes.size();) {
        const qsizetype length = frame + qFromBigEndian<quint32>(bytes.constData() + at);
        const QByteArrayView name = QByteArrayView(bytes).sliced(at + 4, 4);
        if (name == "IDAT" || length > bytes.size() - at)
            break;
        if (name == "tRNS")
            bytes.remove(at, length);
        else
            at += length;
    }
    return bytes;
}

} // namespace onrecord::io
