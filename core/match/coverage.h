// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <functional>

/// Who printed what: utterances and claims against outlets.
namespace onrecord::match {

/// How an outlet carries something, from the fullest.
enum class Carriage : quint8 {
    Verbatim,
    OtherSpeaker, ///< the same words, given to somebody else or to nobody
    Shortened,
    Altered,
    Paraphrased,
    Absent,
};

struct CoverageCell {
    Carriage carriage = Carriage::Absent;
    ItemId item; ///< the quotation or figure that opens; null when absent
    ArticleId copyOf; ///< the outlet has it only in a copy of this article's text, which is shown as well; null otherwise
    friend bool operator==(const CoverageCell &, const CoverageCell &) = default;
};

/// An outlet, or an article that names none.
struct CoverageColumn {
    OutletId outlet;
    ArticleId article; ///< null when `outlet` is not
    friend auto operator<=>(const CoverageColumn &, const CoverageColumn &) = default;
};

struct CoverageRow {
    ItemId what; ///< an utterance, or a claim
    QuotationId
        base; ///< the first full wording in marks that an outlet prints on its own: what the others are compared with; null for a claim
    QString words;
    std::vector<AgentId> speakers;   ///< of the base; none for a claim
    std::vector<CoverageCell> cells; ///< one a column
    int carriers = 0;                ///< columns that have it, copies of one text counted once
};

struct Coverage {
    std::vector<CoverageColumn> columns; ///< those that print most of the rows first, then by the outlet's name, articles without one last
    std::vector<CoverageRow> rows;       ///< most carried first, then as in the record
};

/// Utterances with two quotations or more, and claims with evidence. Rejected quotations are left out, and so is what `isShown` (if
/// there is one) says no to: articles, quotations, figures and claims; an outlet without an article shown has no column. Pure; any thread.
[[nodiscard]] Coverage coverage(const Snapshot &snapshot, const std::function<bool(ItemId)> &isShown = {});

} // namespace onrecord::match
