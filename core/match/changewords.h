// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/changes.h"
#include "core/match/wordorder.h"

#include <QStringView>
#include <array>

/// What lists of words that two wordings differ in have and lack: the small questions that naming a change asks.
namespace onrecord::match {

struct GuardedKind {
    quint32 classes;
    ChangeKind kind;
};
/// In the order in which they are named.
inline constexpr std::array guarded{GuardedKind{guard::Polarity, ChangeKind::Negation},        GuardedKind{guard::Number, ChangeKind::Number},
                                    GuardedKind{guard::Unit, ChangeKind::Unit},                GuardedKind{guard::Name, ChangeKind::Name},
                                    GuardedKind{guard::Hedge | guard::Modal, ChangeKind::Hedge}, GuardedKind{guard::Quantifier, ChangeKind::Quantifier}};

/// From the first word to the last; empty without words.
[[nodiscard]] Span spanOf(const Words &words);
/// The words as they are spelled; an ellipsis where others stand between them.
[[nodiscard]] QString textOf(QStringView text, const Words &words);
[[nodiscard]] Words slice(const std::vector<ComparedWord> &words, size_t from, size_t to);
/// What one list has and the other lacks, by sense.
[[nodiscard]] Words missing(const Words &from, const Words &in);
[[nodiscard]] Words ofClass(const Words &words, quint32 classes);
[[nodiscard]] bool isIn(const ComparedWord *word, const Words &words);
/// All but the first `kept`.
[[nodiscard]] Words missingCount(const Words &words, size_t kept);
/// "should", "must": who leaves it out makes a fact of a duty. "Will" only tells the time.
[[nodiscard]] bool isStrongModal(const ComparedWord &word);
/// A modal alone is no hedge: it counts where one of another strength stands for it.
void keepStrength(Words &lost, Words &gained);
/// The first word that is a pronoun of a person; null when there is none.
[[nodiscard]] const ComparedWord *firstPerson(const Words &words);
/// "we" and "they"; what stands in square brackets is an editor's help.
[[nodiscard]] bool areTwoPersons(const ComparedWord &printed, const ComparedWord &asked);
/// "We" for "the last government": words without a pronoun but with a noun, and "I" or "we" alone.
[[nodiscard]] bool isActorAndSpeaker(const Words &actor, const Words &speaker);

} // namespace onrecord::match
