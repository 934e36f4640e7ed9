// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figureboard.h"

/// Figures whose own clauses tell that they state one thing, brought together before words around them are asked.
namespace onrecord::match {

/// A figure that may stand on a board.
struct BoardItem {
    const FigureContext *context = nullptr;
    const Figure *figure = nullptr;
    Amount amount;
    BoardValue value;
    std::vector<Tie> names, topics;
    bool isTaken = false; ///< stands on a board
};

struct TiedGroup {
    std::vector<int> items; ///< two or more
    QString subject;        ///< "Tarnby, flood"
    QString predicate;      ///< "dead", "beds"
};

/// What a board says of a figure, but for its source.
[[nodiscard]] BoardValue boardValue(const Figure &figure, const FigureContext &context, const Snapshot &snapshot);

/// Groups in which each figure agrees or conflicts with another one, and those of the same that are of another time or currency.
/// Deterministic; O(figures), and quadratic only among those that share a word, a deed and what is counted.
[[nodiscard]] std::vector<TiedGroup> tiedClauses(const std::vector<BoardItem> &items);

} // namespace onrecord::match
