// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/remark.h"

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace onrecord::io {

enum class Format : quint8 {
    PlainText,
    Markdown,
    Html,
    Pdf,
    Docx,
    Odt,
    Epub,
    Archive,
    Rtf,
    Mail,
    Subtitles,
    Transcript,
    References,
    Table,
    Picture,
    Ftm,
    Annotations,
    Gexf,
    GraphMl,
    Unsupported
};

struct MediaType {
    Format format = Format::PlainText;
    QString name;   ///< "text/html"; of an unsupported one the nearest registered name
    std::optional<Remark> remark; ///< where file name and content disagree
    QString why;    ///< of an unsupported one, for people: "a PDF file: no reader for it yet"
};

/// What the bytes are. Content decides; the name decides only between plain text and Markdown and between text and a
/// table, which look alike. `encoding` is the one chosen by the user, or empty.
[[nodiscard]] MediaType mediaTypeOf(QByteArrayView bytes, const QString &fileName, const QString &encoding = {});

/// What follows the last dot, lower case.
[[nodiscard]] QString extensionOf(const QString &fileName);

} // namespace onrecord::io
