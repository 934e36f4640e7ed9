// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/htmlpage.h"

namespace onrecord::io {

/// Where on a page the article lies, as indices of its blocks.
struct ArticlePlace {
    int headline = -1; ///< the block that prints it; -1 when none does
    int first = 0;     ///< of the article's blocks
    int last = 0;
};

/// The authors a page prints, if `document` has none yet or only the house's own name: of all blocks that markup or
/// their words call a byline, those best marked and nearest to the article. Basis Stated.
void addPageByline(const Page &page, const ArticlePlace &place, ReadDocument &document);

} // namespace onrecord::io
