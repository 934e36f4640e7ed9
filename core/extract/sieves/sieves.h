// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/phrases.h"

#include <QLatin1StringView>
#include <span>

/// The sieves that say who spoke a stretch in quotation marks, surest first. Each looks at one stretch and either
/// decides – fills source, cue and agent of the attribution – or leaves it for the next.
namespace onrecord::extract {

struct Sieve {
    QLatin1StringView name; ///< shown to the user as the rule that decided
    bool (*decide)(const Reading &reading, int stretch, Attribution &attribution);
    double confidence;
};

/// The name of the sieve whose results go on with the quotation of the paragraph before.
inline constexpr QLatin1StringView continuedRule{"continued over paragraphs"};

/// Those that need only the sentence of the stretch, then those that need what was decided for its neighbours.
[[nodiscard]] std::span<const Sieve> sentenceSieves();
[[nodiscard]] std::span<const Sieve> neighbourSieves();

bool decideTurn(const Reading &reading, int stretch, Attribution &attribution);
bool decideForeign(const Reading &reading, int stretch, Attribution &attribution);
bool decideColon(const Reading &reading, int stretch, Attribution &attribution);
bool decideArrival(const Reading &reading, int stretch, Attribution &attribution);
bool decideSaidNext(const Reading &reading, int stretch, Attribution &attribution);
bool decideInvertedCue(const Reading &reading, int stretch, Attribution &attribution);
bool decideCueBehind(const Reading &reading, int stretch, Attribution &attribution);
bool decidePassiveBehind(const Reading &reading, int stretch, Attribution &attribution);
bool decideCueBefore(const Reading &reading, int stretch, Attribution &attribution);
bool decideAccording(const Reading &reading, int stretch, Attribution &attribution);
bool decideMixed(const Reading &reading, int stretch, Attribution &attribution);
bool decidePrefixed(const Reading &reading, int stretch, Attribution &attribution);
bool decideHeadline(const Reading &reading, int stretch, Attribution &attribution);
bool decideSignature(const Reading &reading, int stretch, Attribution &attribution);
bool decideSignedWithin(const Reading &reading, int stretch, Attribution &attribution);
bool decideVerbLast(const Reading &reading, int stretch, Attribution &attribution);
bool decideUnderBlock(const Reading &reading, int stretch, Attribution &attribution);
bool decideOwnReport(const Reading &reading, int stretch, Attribution &attribution);
bool decideReportNoun(const Reading &reading, int stretch, Attribution &attribution);
bool decideContinuation(const Reading &reading, int stretch, Attribution &attribution);
bool decideFloating(const Reading &reading, int stretch, Attribution &attribution);
bool decideSubjunctive(const Reading &reading, int stretch, Attribution &attribution);
bool decideIntroduced(const Reading &reading, int stretch, Attribution &attribution);
bool decideParagraph(const Reading &reading, int stretch, Attribution &attribution);
bool decideGoesOn(const Reading &reading, int stretch, Attribution &attribution);
bool decideRunning(const Reading &reading, int stretch, Attribution &attribution);
bool decideSubject(const Reading &reading, int stretch, Attribution &attribution);

/// Whoever wrote the paper that a cue has for its subject ("A letter from |Hale| to Boyle said"). Invalid otherwise.
[[nodiscard]] Source writtenBy(const Reading &reading, const Cue &cue);
/// Takes source and cue words over into the attribution.
void assign(const Reading &reading, Attribution &attribution, const Source &source, int cue);
/// The item of a stretch, and the sentence it stands in.
[[nodiscard]] int itemOfStretch(const Reading &reading, int stretch);
[[nodiscard]] const Sentence &sentenceOfStretch(const Reading &reading, int stretch);
/// Index of the cue whose head is item `head`; -1 when that item is no cue.
[[nodiscard]] int cueAt(const Reading &reading, int head);
/// The cue nearest before item `at` in [floor, at) with a known source; speech verbs only when asked. -1 when none.
[[nodiscard]] int cueBefore(const Reading &reading, int at, int floor, bool speechOnly);
/// Asked whether it was “old,” Ruiz nodded. – do the words belong to a question that the sentence opens with, put by nobody named?
[[nodiscard]] bool isAskedAbout(const Reading &reading, int stretch);
/// “It leaks,” said Ruiz, one of the “big four” – does item `item` belong to what the speaker of an inverted report is, not to what is said?
[[nodiscard]] bool isInApposition(const Reading &reading, const Cue &cue, int item);
/// Is the stretch first of its sentence, but for words that only tie it to the one before ("But", "And then")?
[[nodiscard]] bool opensSentence(const Reading &reading, int stretch);

/// Is the cue "should declare", "would argue": not said but asked for or expected?
[[nodiscard]] bool isModal(const Reading &reading, const Cue &cue);

} // namespace onrecord::extract
