// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/quantity.h"
#include "core/extract/reading.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

/// What stands behind a number: the second of a range or a ratio, and the unit it is counted in. All places are tokens; where nothing is found
/// the answer is the last token that was given in.
class FigureUnits
{
public:
    explicit FigureUnits(const Reading &reading) : r(reading) {}

    /// "1/50th", "1/3": the value becomes the ratio.
    [[nodiscard]] int ratioAt(int last, FoundFigure &figure) const;
    /// "60-65 billion", "60 to 65": the second number and what scales both.
    [[nodiscard]] int rangeAt(const Quantity &q, FoundFigure &figure, QString &unit, bool &measured) const;
    /// The unit behind a number: %, a word of the lists, or the noun that is counted. Returns its last token.
    [[nodiscard]] int unitAt(int last, const Quantity &q, QString &unit, bool &measured) const;
    [[nodiscard]] bool isYear(const Quantity &q, int t) const;
    /// "$60 per million tokens", "$8 a month": the unit becomes a price per something.
    [[nodiscard]] int perUnitAt(int last, QString &unit) const;

private:
    [[nodiscard]] bool isWordAt(int t, Folded w) const { return t >= 0 && t < r.count() && r.isWord(t, w); }
    [[nodiscard]] bool isSignAt(int t, char16_t sign) const { return t >= 0 && t < r.count() && r.isSign(t, sign); }
    /// "from 5%", "rose 5%": before "to", what changed, and no range.
    [[nodiscard]] bool isChange(int number) const;
    /// "between 1,200 and 1,400": the word stands before the first number and its sign.
    [[nodiscard]] bool isBetween(const Quantity &q, int sign) const;
    [[nodiscard]] double scaleOf(const Quantity &q, int at) const;
    /// "95% less", "30 times cheaper"
    [[nodiscard]] int comparisonAt(int last) const;
    [[nodiscard]] int nounAt(int next, const Quantity &q, QString &unit, bool &measured, int last) const;
    /// "three bridges", not "two reasons": a small number in letters counts things that can be seen.
    [[nodiscard]] bool isCountable(const Quantity &q, int noun) const;
    template<size_t n>
    [[nodiscard]] bool isOneOf(int t, const std::array<Folded, n> &words) const
    {
        return std::ranges::any_of(words, [&](Folded w) { return isWordAt(t, w); });
    }

    const Reading &r;
};

} // namespace onrecord::extract
