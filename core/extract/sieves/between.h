// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/phrases.h"

/// What stands between one stretch in quotation marks and the next: reports, questions, gestures.
namespace onrecord::extract {

/// A stretch of a sentence of its own: nothing but it between two full stops.
[[nodiscard]] bool standsAlone(const Reading &reading, int stretch);
/// The stretch before that is no nickname; -1 when there is none.
[[nodiscard]] int previousStretch(const Reading &reading, int stretch);
[[nodiscard]] int paragraphOf(const Reading &reading, int stretch);
/// The last cue of a sentence that says who goes on: no relative clause and no report within another, unless there is nothing else.
[[nodiscard]] int closingCue(const Reading &reading, const Sentence &sentence, bool speechOnly);
/// "|Umfragen| zeigten, dass …"
[[nodiscard]] bool isThing(const Source &source);
/// “No,” Ito said. She says it is late. “Ask me in May.” – a sentence of saying right before the words, behind the item `fromItem`. In German the
/// report may go on in the subjunctive between the two.
[[nodiscard]] int reportBetween(const Reading &reading, int fromItem, int stretch);
/// „Nein“, sagte Ito. ¶ Die Pumpe, erklärt Ruhland, sei alt. Ob sie zu retten ist? „Kaum.“ – the last report of the paragraph, where the stretch `from`
/// stands in an earlier one. German.
[[nodiscard]] int reportInParagraph(const Reading &reading, int from, int stretch);
/// „Nein“, sagte Ito. Auch Ruhland ist dieser Meinung. „Es leckt.“ – a sentence that tells what somebody named thinks, right before the words.
[[nodiscard]] Source agreeingBetween(const Reading &reading, int from, int stretch);
/// “No,” Ito said. |Ruiz shrugs.| “Ask me in May.” – somebody named who does nothing but move, right before words that stand alone: these are theirs, as
/// their subject introduces them (decideIntroduced).
[[nodiscard]] bool gesturesBetween(const Reading &reading, int from, int stretch);
/// “Did you try?” Hale asked |Ruiz|. “Of course we tried.” – whoever was asked, when the words of stretch `before` end with a question mark and those
/// of `stretch` do not. Invalid otherwise.
[[nodiscard]] Source askedIn(const Reading &reading, int before, int stretch);
/// “Are you coming?” asked Ruiz. “No, I’m staying.” – yes or no right behind a question that somebody asked: another answers.
[[nodiscard]] bool isAnswer(const Reading &reading, int before, int stretch);

} // namespace onrecord::extract
