// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

/// Who printed what: utterances and claims against outlets.
namespace onrecord::match {

/// How an outlet carries something, from the fullest.
enum class Carriage : quint8 { Verbatim, Shortened, Altered, Paraphrased, Absent };

struct CoverageCell {
    Carriage carriage = Carriage::Absent;
    ItemId item; ///< the quotation or figure that opens; null when absent
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
        base; ///< the wording printed most often, then the longest: what the others are compared with; null for a claim
    QString words;
    AgentId speaker;                 ///< null for a claim
    std::vector<CoverageCell> cells; ///< one a column
    int carriers = 0;                ///< columns that have it
};

struct Coverage {
    std::vector<CoverageColumn> columns; ///< by the outlet's name, articles without one last
    std::vector<CoverageRow> rows;       ///< most carried first, then as in the record
};

/// Utterances with two quotations or more, and claims with evidence. Rejected quotations are left out. Pure; any
/// thread.
[[nodiscard]] Coverage coverage(const Snapshot &snapshot);

} // namespace onrecord::match
