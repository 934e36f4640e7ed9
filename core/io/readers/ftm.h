// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

namespace onrecord::io {

/// Whether a JSON text holds FollowTheMoney entities, by its beginning.
[[nodiscard]] bool looksLikeFtm(const QString &text);

/// Whether it is a part that such a file, or a graph, came apart into.
[[nodiscard]] bool isEntityPart(const QString &text);

/// Entities of FollowTheMoney: a line each (.ftm, .ijson, an export of Aleph), a list, or a page of Aleph's answers
/// (`results`). Several lines about one entity are put together. A line that is no entity is refused with its number;
/// the others go in.
[[nodiscard]] Result<void> readFtm(const QString &text, const QString &fileName, ReadDocument &document);

} // namespace onrecord::io
