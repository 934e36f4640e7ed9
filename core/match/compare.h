// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"

#include <QStringView>

/// How two wordings relate, word by word, with every difference named (docs/matching.md). Pure; any thread.
namespace onrecord::match {

enum class Relation : quint8 {
    Identical, ///< the same words after folding
    Shortened, ///< one wording is the other with words left out at its ends, or where an ellipsis says so
    Altered,   ///< the same remark in other words
    Different, ///< another remark; words in common are chance or a stock phrase
};

struct Comparison {
    Relation relation = Relation::Different;
    bool same = false;            ///< both report the same remark: any relation but Different. Not: "both say the same"
    bool meaningChanged = false;  ///< a named conflict: negation, number, unit, name, hedge, quantifier, or a cut that hides one
    std::vector<Change> changes;  ///< from the first wording (`printed`) to the second (`asked`), in reading order
    std::vector<Piece> pieces;    ///< for drawing; the Same and Printed ones together are the first wording
    int sharedWords = 0;          ///< words in both, in the same order
    int longestRun = 0;           ///< of them without a break
    int printedWords = 0, askedWords = 0;
    double likeness = 0;          ///< 0..1: how much of the lighter wording stands in the other, by what its words tell
    double askedCover = 0;        ///< the same of the second wording, lighter or not
    int tellingWords = 0;         ///< of the shared ones: those that are of no closed class
    bool printedIsLonger = false; ///< of Shortened: the second wording is the short one
    Span printedCore;             ///< in the first wording: from the first word in common to the last
    bool signsDiffer = false;     ///< same words, other sense: see signs.h; each is among `changes`
    bool askedIsWhole = false;    ///< every word of the second wording stands in the first, in order
    bool askedIsUnbroken = false; ///< … and nothing stands between them
    int cutWords = 0;             ///< words of the first wording between those in common
};

/// `printed` is what an article has, `asked` what is compared with it. `language` ("en", "de") is told by the words when empty.
[[nodiscard]] Comparison compare(QStringView printed, QStringView asked, const QString &language = {});

/// Whether a change is a conflict: with it the two wordings do not say the same.
[[nodiscard]] constexpr bool isConflict(ChangeKind kind)
{
    return kind == ChangeKind::Negation || kind == ChangeKind::Number || kind == ChangeKind::Unit || kind == ChangeKind::Name
        || kind == ChangeKind::Hedge || kind == ChangeKind::Quantifier;
}
[[nodiscard]] inline bool isConflict(const Change &change)
{
    return change.bearing == Bearing::Conflict || (change.bearing == Bearing::OfKind && isConflict(change.kind));
}

} // namespace onrecord::match
