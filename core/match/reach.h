// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/comparedwords.h"
#include "core/match/verification.h"

/// What words that were left out say about those that stay. By form: signs, joining words, subjects and finite verbs; nothing is understood.
namespace onrecord::match {

/// The words [from, to) of `whole` are left out; what stands around them stays.
struct LeftOut {
    const std::vector<ComparedWord> &whole;
    size_t from = 0;
    size_t to = 0;
};

/// Does the word at `word`, one of those left out, say something about words that stay? A negation, hedge or condition does not reach over
/// another clause with a subject of its own ("…, and nobody | paid"); a condition or report before the first clause governs those joined by "and".
/// `kind`: Negation, Hedge or Quantifier, by the class of the word.
[[nodiscard]] bool reaches(const LeftOut &cut, size_t word, ChangeKind kind);

/// The words that gave what stays to somebody else: "They say that |", "I was told |", "| , he claims". Empty when none did, or when the
/// speaker says it all the same ("I tell you that |", "As Ito says, |"). Indices into `whole`.
struct Report {
    size_t from = 0;
    size_t to = 0;
    [[nodiscard]] bool isEmpty() const { return from >= to; }
};
[[nodiscard]] Report lostReport(const LeftOut &cut);

/// Is the word of saying at `verb` the speaker's own ("I tell you")? Not "I was told", not "we heard". The clause begins at `from`.
[[nodiscard]] bool isOwnReport(const std::vector<ComparedWord> &words, size_t from, size_t verb);

/// Does a clause or phrase that was cut narrow a "nothing", "nobody" or "no …" that stays ("found nothing | that would have stopped us")?
[[nodiscard]] bool narrowsNegation(const LeftOut &cut);

/// Are these words between two commas of one sentence, an aside that the rest of it stands without ("The ship, | which was built in 1990, | is ready")?
[[nodiscard]] bool isAside(const LeftOut &cut);

} // namespace onrecord::match
