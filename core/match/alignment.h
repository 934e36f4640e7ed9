// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/comparedwords.h"

#include <vector>

namespace onrecord::match {

/// A stretch of the alignment: words [a, aEnd) of one text beside [b, bEnd) of the other.
struct Stretch {
    size_t a = 0, aEnd = 0;
    size_t b = 0, bEnd = 0;
    bool same = false; ///< the same words in the same order; otherwise nothing in it is aligned

    [[nodiscard]] size_t aCount() const { return aEnd - a; }
    [[nodiscard]] size_t bCount() const { return bEnd - b; }
};

/// The alignment of two wordings with the most telling words in common, unbroken runs before scattered words. Covers both texts in
/// order; same and differing stretches alternate. Lone closed-class words between differing stretches are not held for aligned.
/// O(n·m) after common ends are taken off; beyond `mostCells` the middle is one differing stretch.
[[nodiscard]] std::vector<Stretch> align(const std::vector<ComparedWord> &a, const std::vector<ComparedWord> &b);

} // namespace onrecord::match
