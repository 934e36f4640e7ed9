// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>

/// Figures that stand in a subject themselves, with their verb behind them. English.
namespace onrecord::extract {

/// What a figure is about; spans of the text, empty where there is none.
struct FigureSense {
    Span subject;
    Span predicate;
};

/// "12 |people|": the noun that is counted, when the figure ends with it; empty otherwise.
[[nodiscard]] Span countedNoun(const Reading &reading, const FoundFigure &figure);
/// "|at least| 12", "of |up to| $2 million": the first token of what only qualifies the figure at token `at`; `at` itself when nothing does.
[[nodiscard]] int qualifiersBefore(const Reading &reading, int at);
/// "the £80m |harbour plan|": the noun that a sum of money between its article and itself describes. `at`: the figure's first token.
[[nodiscard]] std::optional<FigureSense> nounDescribed(const Reading &reading, const FoundFigure &figure, int at);
/// "|State aid| of up to $2 million |was on the table|", "at least 12 |people| |are missing|": the figure belongs to the noun phrase that opens the
/// clause from token `from` on, or opens a clause of its own behind "and" or a comma, and a finite verb follows it.
[[nodiscard]] std::optional<FigureSense> verbBehind(const Reading &reading, const FoundFigure &figure, int at, int from);

} // namespace onrecord::extract
