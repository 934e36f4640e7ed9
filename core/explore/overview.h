// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/reprints.h"

/// What is shown, in numbers that lead to their rows: who is quoted how often, in which outlets, and which words stand in several places.
namespace onrecord::explore {

/// Somebody's share of the voice.
struct Voice {
    AgentId agent;
    int quotations = 0;
    int outlets = 0; ///< that print them
    friend bool operator==(const Voice &, const Voice &) = default;
};

struct OutletShare {
    OutletId outlet;
    int articles = 0;
    int quotations = 0;
    friend bool operator==(const OutletShare &, const OutletShare &) = default;
};

struct Overview {
    int articles = 0;
    int quotations = 0;
    int withoutName = 0; ///< of the quotations: by unnamed sources alone
    int byNobody = 0;    ///< of the quotations: said words that nobody is given for
    qint64 from = 0;     ///< seconds since 1970 UTC: the first day an article was published; `from` > `to` when no article is dated
    qint64 to = -1;      ///< the last
    std::vector<Voice> voices;        ///< most quotations first, then most outlets, then as in the record; unnamed sources are none
    std::vector<OutletShare> outlets; ///< most quotations first, then as in the record
    std::vector<Reprint> reprints;    ///< those with different wordings first
    friend bool operator==(const Overview &, const Overview &) = default;
};

/// Counts what passes the filter. Pure, O(rows), any thread.
[[nodiscard]] Overview overviewOf(const Snapshot &record, const Visible &visible);

} // namespace onrecord::explore
