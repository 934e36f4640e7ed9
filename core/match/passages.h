// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QStringView>
#include <vector>

/// Where in a long text a wording may stand: cheap, generous, decides nothing.
namespace onrecord::match {

/// A word of a text by the hash of its folded letters. Spans are UTF-16 units.
struct LightWord {
    Span span;
    quint64 hash = 0;
    bool tells = false; ///< long enough to be of no closed class
};
/// Letters, digits and inner apostrophes; soft hyphens are skipped, a hyphen at a line's end joins.
[[nodiscard]] std::vector<LightWord> lightWords(QStringView text);

/// Up to `most` stretches of the text that share most words and word pairs with the wording, best first, not overlapping.
[[nodiscard]] std::vector<Span> likelyPassages(const std::vector<LightWord> &text, const std::vector<LightWord> &asked, int most);

/// A run of the asked words that stands in the text word for word.
struct WordRun {
    size_t asked = 0;  ///< index of its first word in the wording
    size_t text = 0;   ///< and in the text
    size_t length = 0;
};
/// For each position of the wording the longest run that begins there, if it has `least` words; the first one in the text wins.
[[nodiscard]] std::vector<WordRun> runsIn(const std::vector<LightWord> &text, const std::vector<LightWord> &asked, size_t least);

} // namespace onrecord::match
