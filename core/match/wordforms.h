// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/comparedwords.h"

/// What two words have to do with each other.
namespace onrecord::match {

/// Two forms of one verb, or of one auxiliary.
[[nodiscard]] bool isOtherTense(const ComparedWord &a, const ComparedWord &b);

/// "rose" and "fell", by the lists of either language. Folded words.
[[nodiscard]] bool areOpposite(const QString &a, const QString &b);

/// "unlike" for "like", "fell" for "rose": the one says the contrary of the other. Folded words.
[[nodiscard]] bool isTurned(const QString &a, const QString &b);

/// Who a pronoun stands for, the same number for all its cases ("we", "us", "our"); 0 for other words, and for "it", which often is no one.
[[nodiscard]] int personOf(const QString &key);

/// Do the words differ by contractions only ("do not" and "don't")?
[[nodiscard]] bool isContraction(const std::vector<ComparedWord> &a, size_t aFrom, size_t aTo, const std::vector<ComparedWord> &b, size_t bFrom, size_t bTo);

/// "leaked" and "did not leak", either way round: one verb, denied with the help of another.
[[nodiscard]] bool isDeniedVerb(const std::vector<ComparedWord> &a, size_t aFrom, size_t aTo, const std::vector<ComparedWord> &b, size_t bFrom, size_t bTo);

} // namespace onrecord::match
