// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/filter.h"

#include <vector>

/// Which said words stand in more than one place. Pure; any thread.
namespace onrecord::explore {

struct Reprint {
    UtteranceId utterance;
    QuotationId fullest; ///< see fullestOf()
    int wordings = 0;    ///< different ones: case, spaces and the comma or point at the end apart
    int prints = 0;      ///< places in which they stand, rejected ones left out; two or more
    friend bool operator==(const Reprint &, const Reprint &) = default;
};

/// Utterances of which the filter leaves a quotation, with all their prints; most wordings first, then as in the record. O(quotations).
[[nodiscard]] std::vector<Reprint> reprintsIn(const Snapshot &record, const Visible &visible);

/// The quotation with the most characters of those that are not rejected; null when there is none.
[[nodiscard]] QuotationId fullestOf(const Snapshot &record, UtteranceId utterance);

} // namespace onrecord::explore
