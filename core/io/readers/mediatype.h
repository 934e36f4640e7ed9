// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace onrecord::io {

enum class Format : quint8 { PlainText, Markdown, Html, Unsupported };

struct MediaType {
    Format format = Format::PlainText;
    QString name;   ///< "text/html"; of an unsupported one the nearest registered name
    QString remark; ///< where file name and content disagree; else empty
    QString why;    ///< of an unsupported one, for people: "a PDF file: no reader for it yet"
};

/// What the bytes are. Content decides; the name decides only between plain text and Markdown, which look alike.
[[nodiscard]] MediaType mediaTypeOf(QByteArrayView bytes, const QString &fileName);

} // namespace onrecord::io
