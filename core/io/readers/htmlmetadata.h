// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/htmlpage.h"

namespace onrecord::io {

/// Title, outlet, authors, date, address and language as the page's own markup states them. In this order, each field from the
/// first that has it: JSON-LD of an article, OpenGraph and article:*, other meta tags and microdata, <time>, byline elements, <title>;
/// addresses also from the comments that browsers and page savers leave. Basis Metadata, for byline elements Stated.
void addPageMetadata(const Page &page, ReadDocument &document);

} // namespace onrecord::io
