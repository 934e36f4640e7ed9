// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

#include <QString>

namespace onrecord::io {

/// SubRip and WebVTT by their first lines.
[[nodiscard]] bool looksLikeSubtitles(const QString &text);
/// Lines that open with a speaker's name and a colon, at least three of them, and most of the text.
[[nodiscard]] bool looksLikeTranscript(const QString &text);

/// Cues become turns: "[00:01:15] Ann Ray: words", the times struck, one paragraph a speaker's turn or pause. Each turn
/// of a named speaker is listed in `document.turns`.
[[nodiscard]] Result<void> readSubtitles(const QString &text, ReadDocument &document);
/// The text as it is, with its turns; times in front of names are struck.
void readTranscript(const QString &text, ReadDocument &document);

} // namespace onrecord::io
