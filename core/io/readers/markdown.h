// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

namespace onrecord::io {

/// Decoded Markdown (CommonMark with tables, by md4c) to plain words in blocks: headings and block quotes become regions, marks of
/// emphasis, link targets and tags go, words stay. The first level-1 heading is the headline and, where the header block names
/// none, the title. Adds to `document`.
[[nodiscard]] Result<void> readMarkdown(const QString &text, ReadDocument &document);

} // namespace onrecord::io
