// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

/// Where the words end that a cue reports. All indexes are items of the outer level.
namespace onrecord::extract {

/// The last item of the clause that begins at `from` and is reported by the cue of that index.
[[nodiscard]] int clauseEnd(const Reading &reading, int cue, int from);
/// Do only adverbials of time and place stand between the item and the end of the sentence at `ceiling`?
[[nodiscard]] bool closesSentence(const Reading &reading, int item, int ceiling);

/// Adds what cue `cue` reports in the items [first, last] to the clauses, without the signs around it; nothing when no word is left.
void addClause(Reading &reading, int cue, int first, int last);

/// "is expected to close", "seems to leak": a view that the text gives to nobody. True when the cue is one; its clause is added.
bool findHearsay(Reading &reading, int cue);
/// "When asked whether it leaked, Ruiz left": what somebody unnamed asks. True when the cue is one; its clause is added.
bool findAsked(Reading &reading, int cue);
/// Reports whose cue is no verb: "the claim that it leaks", "Ruiz: It leaks" as a headline. Appends cues and clauses, and keeps the
/// clauses in the order of their sentences; nothing may look for cues by their place in the text any more.
void findOtherReports(Reading &reading);

/// German: "Das Bad, |sagte Ruhland|, sei marode": the words on both sides, or, where the second comma begins something else, those before. True when
/// the cue stands so; its clause is added.
bool findAroundGermanAside(Reading &reading, int cue);
/// German: "Wie Ruhland |mitteilte|, leckt die Pumpe". True when the cue stands so; its clause is added.
bool findBehindGermanAs(Reading &reading, int cue);

/// German: adds a clause, with a cue of its own, for each sentence in the subjunctive that goes on with somebody's report, and gives the words in
/// marks within it to whoever that is. Wants all other clauses.
void findSubjunctives(Reading &reading);

} // namespace onrecord::extract
