// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"

namespace onrecord::io {

/// What the words of a text say about themselves: a headline line, "date 2025-01-30 By NAME", bylines, datelines,
/// copyright lines, invitations to subscribe. Fills only fields of `document` that are still empty, with basis Stated,
/// and adds regions; lines that are no journalism (subscribe boxes, cookie text, "also read") become struck
/// Boilerplate. Whole lines only.
void addStatedFields(ReadDocument &document);

/// Whether the span shares units with one of the regions, which are in order and apart.
[[nodiscard]] bool overlapsAny(const std::vector<Region> &regions, Span span);

} // namespace onrecord::io
