// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

/// What the shape of a German word tells when no list has it.
namespace onrecord::extract {

/// The classes that the last part of a compound gives the whole: a "…sprecherin" is somebody, a "…verband" a body that speaks, "…angaben" are
/// something said. 0 for most words. Wants the word as it is written.
[[nodiscard]] quint64 classesByEnding(QStringView word);
/// Is the token an office, a trade or the like right before a name: "|Anwohnerin| Leyla Demir"? Also a long word of no list before a given name.
[[nodiscard]] bool isGermanOffice(const Reading &reading, int token);
/// A noun of the lists, or one that its ending makes of another word („Freiheit“), and no body.
[[nodiscard]] bool isOrdinaryNoun(const Reading &reading, int token);
/// Is the item a verb in the form that German keeps for what others said ("sei", "werde", "koste")? A form that the indicative shares is none.
[[nodiscard]] bool isSubjunctive(const Reading &reading, int item);
/// Does a verb in that form stand among the items [from, to), outside marks?
[[nodiscard]] bool holdsSubjunctive(const Reading &reading, int from, int to);
/// Does an infinitive with "zu" stand among the items [from, to), outside marks ("zu warten", "abzuwarten")?
[[nodiscard]] bool holdsInfinitive(const Reading &reading, int from, int to);
/// Do the tokens [first, last] look like a sentence, with a finite verb by its ending and place ("Wer jetzt kürzt, würgt den Markt ab")?
[[nodiscard]] bool looksFinite(const Reading &reading, int first, int last);

} // namespace onrecord::extract
