// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figurecontext.h"
#include "core/record/snapshot.h"

/// Figures about the same thing side by side: who asserts which number, and whether the numbers agree. Rules:
/// docs/matching.md.
namespace onrecord::match {

enum class FigureRelation : quint8 { Agree, Conflict, NotComparable, Unknown };

/// Why two figures stand to each other as they do; the rule that fired.
enum class FigureReason : quint8 {
    SameNumber,
    Contains, ///< one range holds the other number
    Overlaps,
    Rounded,    ///< equal after rounding to the digits the coarser one prints
    BoundHolds, ///< "more than a million" and 1.3 million
    VagueHolds, ///< "thousands" and 10,000
    NumbersDiffer,
    BoundBroken,
    OtherUnit,
    OtherMeasure,   ///< cost against computing power
    OtherBase,      ///< cheaper than whom
    OtherPredicate, ///< bought against used
    OtherSubject,
    OtherTime,
    UnclearPredicate,
    UnclearSubject,
    UnclearTime, ///< one names a past year, the other none
    UnclearMeasure,
    UnclearBase,
    OneSource, ///< one and the same source prints both numbers
    OnlyVague, ///< no number on either side
    BoundFar,  ///< "at least 10" and 5,000: possible, but it says nothing
};

/// Two values of a board, by index, and the words the reason speaks of.
struct FigurePair {
    int a = 0;
    int b = 0;
    FigureRelation relation = FigureRelation::Unknown;
    FigureReason reason = FigureReason::UnclearPredicate;
    QString first;  ///< what is different or shared, of a
    QString second; ///< of b
    friend bool operator==(const FigurePair &, const FigurePair &) = default;
};

struct BoardValue {
    FigureId figure;
    ArticleId article;
    AgentId assertedBy; ///< null: the article's author
    Amount amount;
    Relative relative; ///< valid for "30 times cheaper"
    QString deed;      ///< comparable form; empty when unclear
    QString predicate; ///< as printed: "has access to"
    Dated when;        ///< said, else published
    int source = 0; ///< values with equal numbers count as one source: same asserter, same outlet or a copied sentence
};

struct Board {
    QString subject;   ///< "Nvidia"
    QString predicate; ///< "chips", "spend", "compared with others"
    FigureRelation relation = FigureRelation::Unknown;
    std::vector<FigurePair> reasons; ///< what decided, the telling ones first, each kind of reason once
    std::vector<FigurePair> pairs;   ///< every pair
    std::vector<BoardValue> values;  ///< by date, then id
    int sources = 0;                 ///< independent sources among the values that agree; among all when none do
};

/// Boards with two values or more, the strongest tied first. Deterministic. `contexts` in any order; those of figures
/// the snapshot does not have, or that are rejected, are passed over. O(figures · ties) and quadratic only inside a
/// board.
[[nodiscard]] std::vector<Board> figureBoards(const Snapshot &snapshot, std::span<const FigureContext> contexts);

/// Do these two agree? Both must be on one board, which is what ties their subjects.
[[nodiscard]] FigurePair compareFigures(const BoardValue &a, const BoardValue &b, const FigureContext &contextA,
                                        const FigureContext &contextB);

/// What their own clauses say of it; nothing when these do not tell that both speak of one thing.
[[nodiscard]] std::optional<FigurePair> compareClauses(const BoardValue &a, const BoardValue &b, const FigureClause &sayA, const FigureClause &sayB);

/// The different words of a board's values that a reason speaks of, in board order: what is stated, measured or
/// compared with. Empty for reasons that need none.
[[nodiscard]] QStringList wordsOf(const Board &board, FigureReason reason);

/// An English sentence of the rule that fired.
[[nodiscard]] QString explanation(const FigurePair &comparison);
/// Of a whole board: how many agree, then the reasons.
[[nodiscard]] QString explanation(const Board &board);

} // namespace onrecord::match
