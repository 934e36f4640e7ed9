// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayView>
#include <QString>

namespace onrecord::io {

struct Decoded {
    QString text;         ///< well-formed UTF-16, without byte order mark, otherwise every character of the file
    QString encoding;     ///< the charset's usual name ("UTF-8", "windows-1252")
    int replacements = 0; ///< places that were not valid in it; each is U+FFFD in the text
    bool isGuess = false; ///< neither marked, nor provable, nor declared, nor chosen
};

/// Bytes to text. The charset is, in this order: `chosen` by the user, the byte order mark, UTF-16 or UTF-32 by their
/// pattern of zero bytes, UTF-8 when the bytes are valid UTF-8 (or nearly: a damaged file of it), the one the content
/// `declares`
/// (`<meta charset>`), uchardet's finding, windows-1252. BadInput for a chosen charset that does not exist.
[[nodiscard]] Result<Decoded> decodeText(QByteArrayView bytes, const QString &chosen = {},
                                         const QString &declared = {});

/// Half a surrogate pair is no character: it becomes U+FFFD, as a database and a JSON file could not carry it.
void mendSurrogates(QString &text);

/// Line ends as the stored text has them: CRLF becomes LF, and so does CR in a text that has no LF at all. Nothing else
/// changes.
[[nodiscard]] QString withPlainLineEnds(QString text);

} // namespace onrecord::io
