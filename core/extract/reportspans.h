// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

/// How far the words of a report reach, by the conventions of PARC 3.0 and PolNeAR (Pareti; Newell, Margolin and Ruths): the source
/// takes its apposition, relative clause and brackets, the cue its adverbs and the preposition it governs. All indexes are items.
namespace onrecord::extract {

/// The whole phrase of a cue's source in the text: "Ana Ruiz, who runs the depot,". Empty when the cue has no source.
[[nodiscard]] Span wholeSource(const Reading &reading, const Cue &cue);
/// The cue with the adverbs behind it, at least up to item `last`.
[[nodiscard]] Span wholeCue(const Reading &reading, const Cue &cue, int last = -1);

/// Does the adverb behind a verb of saying belong to it ("said repeatedly"), and not to what is said ("said there was", "said only")?
[[nodiscard]] bool isCueAdverb(const Reading &reading, int item);

/// How sure it is that the clause is what somebody said. A complementiser after a verb of saying makes reported speech plain, and so does
/// a whole clause with its own subject and verb ("she said the repair would cost 42 million"); what is neither is often an object, an
/// aside or a relative clause.
[[nodiscard]] double certaintyOf(const Reading &reading, const Clause &clause);

} // namespace onrecord::extract
