// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readers/htmlpage.h"

#include <vector>

namespace onrecord::io {

/// For each block of the page: does it belong to the article? A page whose article cannot be told from the rest belongs whole.
/// Method: text-and-comma scores handed up to ancestors, weighed by link density and by what class names say; the best container with
/// its like siblings, less the lists, boxes and forms in it that are mostly links (after Arc90's Readability, 2009, and Mozilla's
/// Readability.js, described there; written anew for a flat list of blocks).
[[nodiscard]] std::vector<bool> articleBlocks(const Page &page);

} // namespace onrecord::io
