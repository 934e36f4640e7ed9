// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/collation.h"

#include <QFontMetricsF>
#include <QRectF>

namespace onrecord::ui {

/// Where the words of a collation stand: word under word, broken into blocks as wide as the view, in each block a line for the base
/// and one for every wording. A block in which nobody differs has the base's line alone. Pixels from the top left of the words.
struct CollationLayout {
    struct Block {
        size_t from = 0, to = 0; ///< columns [from, to)
        double top = 0;
        int lines = 1;           ///< 1 when all wordings are alike here
    };
    struct Place {
        size_t block = 0;
        double x = 0, width = 0; ///< with the space behind the word
    };
    std::vector<Block> blocks;
    std::vector<Place> places; ///< one a column
    double lineHeight = 0;
    double height = 0;

    /// Line 0 is the base. Null when the block has no such line.
    [[nodiscard]] QRectF rectOf(size_t column, int line) const;
    /// The line at this height, and the block it is in: {-1, …} between blocks.
    struct At {
        int line = -1;
        size_t block = 0;
    };
    [[nodiscard]] At lineAt(double y) const;
};

/// What a cell shows, its sign in front where a run of missing or added words begins.
[[nodiscard]] QString cellText(const match::CollatedRow &row, size_t column);

/// O(cells). `width` is what the words may take; a word wider than that has a block of its own. `leastLine`: what the labels need.
[[nodiscard]] CollationLayout layOut(const match::Collation &made, const QFontMetricsF &metrics, double width, double leastLine = 0);

} // namespace onrecord::ui
