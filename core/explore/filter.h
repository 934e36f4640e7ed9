// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QSet>
#include <QString>
#include <vector>

/// What is shown. A Filter is a complete, comparable value; the panes never keep a filter of their own.
namespace onrecord::explore {

/// What a term of a filter speaks about. Stored in saved views: never renumber.
enum class Facet : quint8 {
    Agent = 1,   ///< value: AgentId; quotations by, items that mention, articles that do either
    Outlet = 2,  ///< value: OutletId
    Article = 3, ///< value: ArticleId
    Kind = 4,    ///< value: Kind
    Status = 5,  ///< value: Status
    Said = 6,    ///< from/to: when it was said (events: when it happened)
    Printed = 7, ///< from/to: when it was published
    Words = 8,   ///< words: what the search box holds; hits come from the search index
    AgentType = 9, ///< value: AgentType
};

/// One chip. Terms of one facet are alternatives, different facets must all hold, excluded terms must not.
struct Term {
    Facet facet = Facet::Agent;
    qint64 value = 0;
    qint64 from = 0; ///< seconds since 1970 UTC, inclusive; time facets only
    qint64 to = 0;   ///< inclusive
    QString words = {}; ///< Facet::Words only
    bool excluded = false;
    friend bool operator==(const Term &, const Term &) = default;
};

struct Filter {
    std::vector<Term> terms;

    [[nodiscard]] bool isEmpty() const { return terms.empty(); }
    [[nodiscard]] bool has(Facet facet) const;
    [[nodiscard]] Filter with(const Term &term) const;       ///< the same filter when the term is in it
    [[nodiscard]] Filter without(const Term &term) const;
    [[nodiscard]] Filter without(Facet facet) const;
    /// With every term of the facet replaced by this one: what dragging a time range does.
    [[nodiscard]] Filter replacing(const Term &term) const;
    friend bool operator==(const Filter &, const Filter &) = default;
};

/// What the search index answered for a Words term; set semantics, no order.
struct WordHits {
    QString words;
    QSet<ItemId> items;
    friend bool operator==(const WordHits &, const WordHits &) = default;
};

/// Which rows pass: one flag per row of the snapshot, in the snapshot's row order, and the counts.
/// Rejected rows never pass unless the filter asks for them (Facet::Status).
struct Visible {
    std::vector<bool> articles, agents, quotations, figures, events, outlets, claims;
    struct Count {
        int shown = 0;
        int total = 0;
        friend bool operator==(const Count &, const Count &) = default;
    };
    Count articleCount, personCount, organisationCount, quotationCount, figureCount, eventCount, claimCount;

    [[nodiscard]] bool has(const Snapshot &snapshot, ItemId id) const; ///< O(log n); true for types it does not reduce
    friend bool operator==(const Visible &, const Visible &) = default;
};

/// Applies a filter to a whole record: pure, O(rows), callable from any thread.
/// An agent is visible when it speaks a visible quotation or is mentioned in a visible article; with an Agent term only
/// the agents asked for are.
[[nodiscard]] Visible apply(const Filter &filter, const Snapshot &snapshot, const WordHits &hits = {});

} // namespace onrecord::explore
