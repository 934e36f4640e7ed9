// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/alignment.h"
#include "core/match/comparedwords.h"

#include <optional>

/// When another order of the same words says something else.
namespace onrecord::match {

using Words = std::vector<const ComparedWord *>;

/// Do the moved words, which both wordings have, turn the meaning? A negation, number, hedge or quantifier that belongs to another word
/// now ("not closing and leaving", "closing and not leaving"), or two opposites that changed places. `printed` and `asked` are the moved words.
[[nodiscard]] bool turnsByOrder(const ComparedText &a, const ComparedText &b, const Words &printed, const Words &asked);

/// Two who changed places around what one does to the other: "Ruiz beat Hale" and "Hale beat Ruiz", "older than the dam". Pairs of words of
/// `a` and `b`; nothing when nobody did.
struct Exchange {
    Words printed;
    Words asked;
};
[[nodiscard]] std::optional<Exchange> exchangedActors(const ComparedText &a, const ComparedText &b);

/// The "was" and the "by" of a passive that only this side has, while all beside them stands on both: "was warned by" against "warned" makes one who
/// did it of one to whom it was done. Empty for none.
[[nodiscard]] Words turnedPassive(const std::vector<Stretch> &stretches, const ComparedText &text, bool isPrinted);

} // namespace onrecord::match
