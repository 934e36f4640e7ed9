// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/appearances.h"
#include "core/match/verification.h"

/// What one person says on one topic, in order of time: whether a position changed is read there. Pure; any thread.
namespace onrecord::match {

struct Position {
    Appearance appearance;
    QuotationId against;         ///< an earlier remark of nearly the same words that says something else; null when there is none
    std::vector<Change> changes; ///< how it differs from that one, conflicts only
};

struct Positions {
    std::vector<Position> order; ///< as appearancesOf() orders; at most `most`
    int found = 0;               ///< of how many
};

/// Statements, fragments, reported speech and what authors say of themselves; scare quotes, titles, imagined speech and rejected ones are
/// left out, and of words printed twice the same day only one stands. `topic`: words that all have to begin a word of the quotation, folded;
/// empty takes everything. O(n · most) comparisons of the few that are kept.
[[nodiscard]] Positions positionsOf(const Snapshot &record, AgentId agent, const QString &topic, size_t most = 40);

} // namespace onrecord::match
