// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"
#include "core/record/recognition.h"

#include <vector>

namespace onrecord::match {

/// What the uncertain words of a scan mean for a passage found in it. The verdict says what stands in the text; this says where the text
/// itself may be wrong, so that a misreading is not taken for what somebody said.
struct ScanDoubt {
    std::vector<UncertainWord> words; ///< uncertain ones among the passage's
    std::vector<bool> changes;        ///< one for each of the hit's changes: whether it falls on such a word
    bool isAll = false;               ///< some do, and all others are words left out

    [[nodiscard]] int changesThere() const;
};

/// Whether words printed there stand, all or in part, on an uncertain one.
[[nodiscard]] bool isUncertain(const std::vector<UncertainWord> &words, Span printed);
[[nodiscard]] ScanDoubt scanDoubt(const Hit &hit, const Recognition &recognition);

} // namespace onrecord::match
