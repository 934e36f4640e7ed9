// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"

#include <optional>

namespace onrecord::io {

/// Adds a paragraph to the text of a source record, and its region; nothing where there are no words.
void addToRecord(ReadDocument &document, const QString &words, std::optional<RegionKind> kind = {});

/// Adds what somebody is quoted with, in marks where nobody is named. Where the quoted words stand.
[[nodiscard]] Span addQuoted(ReadDocument &document, const QString &speaker, const QString &words);

/// Adds parts for what was refused: the first thousand have a state of their own, the others are counted in one more.
void addRefusals(ReadDocument &document, const std::vector<ReadPart> &refused, const QString &fileName);

} // namespace onrecord::io
