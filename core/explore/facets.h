// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/filter.h"

#include <vector>

/// What a filter menu offers: the values of a facet and what would remain of each.
namespace onrecord::explore {

struct FacetCount {
    qint64 value = 0;   ///< as in Term::value
    int quotations = 0; ///< shown if this value were asked for, everything else in the filter as it is
    int articles = 0;   ///< that hold them
    bool wanted = false;   ///< the filter asks for it
    bool excluded = false; ///< the filter excludes it
    friend bool operator==(const FacetCount &, const FacetCount &) = default;
};

/// Every value of the facet that would leave something, and those the filter names, most quotations first, then by value.
/// Terms of one facet are alternatives, so the facet's own terms are left out of the counting. Agent, Outlet, Article, Kind, Status and
/// AgentType; empty for facets without values. Pure, O(rows), callable from any thread.
[[nodiscard]] std::vector<FacetCount> countFacet(Facet facet, const Filter &filter, const Snapshot &record, const WordHits &hits = {});

} // namespace onrecord::explore
