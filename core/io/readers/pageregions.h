// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readers/htmlbyline.h"
#include "core/io/readers/htmlpage.h"

#include <optional>

namespace onrecord::io {

/// The day that a page prints right behind its headline, where its head and its markup state none. Basis Stated.
void addPrintedDate(const Page &page, const ArticlePlace &place, ReadDocument &document);

[[nodiscard]] bool isHeading(GumboTag tag);
/// Whether the element or one around it has this tag.
[[nodiscard]] bool isWithin(const Page &page, int node, GumboTag tag);

/// What a block of the article is beside running text: heading, standfirst, byline, dateline, caption, correction,
/// block quote, box (Boilerplate: to be struck). Nothing: running text. Never Headline: the place names that one.
[[nodiscard]] std::optional<RegionKind> regionOf(const Page &page, const ArticlePlace &place, int block);

} // namespace onrecord::io
