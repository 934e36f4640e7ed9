// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/compare.h"

#include <QStringList>

/// All wordings of one utterance beside a base text, word under word: the apparatus of a critical edition, after the collation tables
/// of textual scholarship (Juxta, CollateX), with each wording aligned to the base and to no other. Pure; any thread.
namespace onrecord::match {

/// What one wording has in one column.
struct CollatedCell {
    enum class State : quint8 {
        Same,    ///< the base's word
        Missing, ///< the base's word is not in this wording
        Added,   ///< a word that the base does not have here
        Nothing, ///< no word, where another wording adds one
    };
    State state = State::Same;
    QString word;          ///< as this wording prints it with the signs beside it; of a missing one as the base does
    bool conflict = false; ///< part of a named conflict: negation, number, unit, name, hedge, quantifier
    friend bool operator==(const CollatedCell &, const CollatedCell &) = default;
};

/// A word of the base, or a place between two where some wording adds a word.
struct CollatedColumn {
    QString base;          ///< empty: a place for added words
    int differing = 0;     ///< wordings that have a missing or added word here
    bool conflict = false; ///< in one of them at least
    friend bool operator==(const CollatedColumn &, const CollatedColumn &) = default;
};

struct CollatedRow {
    std::vector<CollatedCell> cells; ///< one a column
    Comparison comparison;           ///< of the base (printed) with this wording (asked)
    int missing = 0, added = 0;      ///< words
};

struct Collation {
    std::vector<CollatedColumn> columns;
    std::vector<CollatedRow> rows; ///< in the order the wordings were given
};

/// O(words of the base × words) for each wording. `language` as in compare().
[[nodiscard]] Collation collate(const QString &base, const QStringList &wordings, const QString &language = {});

} // namespace onrecord::match
