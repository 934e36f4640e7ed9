// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

/// Noun phrases beside a verb: who does it. All indexes are items of the outer level, so that words in quotation marks
/// are never part of a phrase and never name a speaker.
namespace onrecord::extract {

/// The noun phrase whose last word is item `at`, looking left no further than `floor`. Invalid when there is none.
[[nodiscard]] Source phraseEndingAt(const Reading &reading, int at, int floor);
/// The noun phrase that begins at item `at`, no further than before `ceiling`.
[[nodiscard]] Source phraseStartingAt(const Reading &reading, int at, int ceiling);
/// "said |the two|", "sagten |die beiden|", "|both| said": two who were named before.
[[nodiscard]] bool isBoth(const Reading &reading, const Source &source);
/// "|some of| the engineers": the noun phrase with the quantity that it is told to be a part by; as it is without one. English.
[[nodiscard]] Source withQuantity(const Reading &reading, const Source &noun);
/// The subject of the verb whose first word is item `verb`: steps over adverbs, auxiliaries, appositives and asides.
[[nodiscard]] Source subjectBefore(const Reading &reading, int verb, int floor);
/// "The port, Ruiz said, |has|": the subject of the verb at item `verb` that stands before a report which interrupts its clause. Invalid when none
/// does. Wants all cues.
[[nodiscard]] Source subjectAcrossReport(const Reading &reading, int verb, int floor);
/// Could this item be part of a noun group (not a verb, a closed-class word or a sign)?
[[nodiscard]] bool isNounLike(const Reading &reading, int item);
/// Is the listed verb at `item` used as a finite verb, a participle or an infinitive here, and not as a noun or adjective?
[[nodiscard]] bool isVerbHere(const Reading &reading, int item, int floor);
/// "The |first| said": stands for a noun, though it is an adverb elsewhere.
[[nodiscard]] inline bool isTheFirst(const Reading &reading, int item) { return !reading.isGerman && reading.iWord(item, u"first") && reading.iWord(item - 1, u"the"); }
[[nodiscard]] inline bool isAdverb(const Reading &reading, int item) { return reading.iis(item, word::Adverbial); }
/// "Obituary: …", "Exclusive: …": what kind of piece a headline announces, and nobody.
[[nodiscard]] inline bool isKicker(const Reading &reading, int token)
{
    static constexpr WordSet kickers{u"obituary", u"opinion", u"analysis", u"exclusive", u"live", u"watch", u"breaking", u"review", u"comment", u"commentary", u"letters", u"explainer", u"video", u"podcast",
                                     u"update", u"updated", u"correction", u"interview", u"editorial", u"profile", u"quiz", u"recap", u"preview", u"poll", u"fact", u"factbox", u"timeline", u"nachruf", u"kommentar",
                                     u"analyse", u"meinung", u"glosse", u"exklusiv", u"liveblog", u"newsletter", u"transcript", u"column", u"essay", u"gallery", u"photos"};
    return reading.isAny(token, kickers);
}
[[nodiscard]] inline bool isComma(const Reading &reading, int item) { return reading.iSign(item, u','); }
[[nodiscard]] inline bool isClitic(const Reading &reading, int item) { return reading.isToken(item) && reading.item(item).shape == TokenShape::Clitic; }
[[nodiscard]] inline bool isPossessiveClitic(const Reading &reading, int item) { return isClitic(reading, item) && reading.iWord(item, u"'s"); }
/// How a clause stands in its sentence: by itself, as what is reported ("that he left"), or depending otherwise ("who left").
enum class Embedding : quint8 { Main, Reported, Dependent };
/// A finite verb with its subject.
struct Clausehead {
    Source subject;
    int verb = -1;           ///< item of the first finite word; -1 when there is none
    Embedding embedding = Embedding::Main;
};
/// The nearest finite clause with its verb before item `at` in [floor, at); with `isMatrix` the nearest that is not embedded.
[[nodiscard]] Clausehead clauseBefore(const Reading &reading, int at, int floor, bool isMatrix);
/// The subject of the nearest finite clause that begins before item `at` in [floor, at). Invalid when there is none.
[[nodiscard]] Source clauseSubject(const Reading &reading, int at, int floor);

/// The items [floor, ceiling) of a sentence.
struct Bounds {
    int floor = 0;
    int ceiling = 0;
};
/// A sentence, by its index and its items [floor, ceiling).
struct SentenceBounds {
    int sentence = 0;
    int floor = 0;
    int ceiling = 0;
};
/// The subject that the participle at item `verb` shares ("Ruiz left, saying"); `before` is the item before its adverbs and auxiliaries.
/// Wants the cues found so far, which stand before it.
[[nodiscard]] Source participleSubject(const Reading &reading, int before, int verb, SentenceBounds bounds);
/// The subject that the verb behind the conjunction or comma at item `joint` shares with a verb before it.
[[nodiscard]] Source sharedSubject(const Reading &reading, int joint, int verb, SentenceBounds bounds);
/// German: gives the cue, whose sentence is within the bounds, its source. True when that is settled, also as nobody.
[[nodiscard]] bool findGermanSource(const Reading &reading, Cue &cue, Bounds bounds);
/// German: is the phrase in another case than the nominative, or no noun at all ("noch im Januar")?
[[nodiscard]] bool isNobodyInGerman(const Reading &reading, const Source &source);
/// The first noun phrase of a German main clause in [floor, ceiling) that may be its subject: not behind a preposition, in no other case,
/// behind a subordinate clause that comes first. Invalid when there is none, or within brackets.
[[nodiscard]] Source firstNominative(const Reading &reading, int floor, int ceiling);

} // namespace onrecord::extract
