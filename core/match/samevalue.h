// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/changes.h"

namespace onrecord::match {

/// One value written in two ways: "$1.2 billion" and "1.2 billion dollars", "March 3" and "3 March", "U.S." and "US", "five percent" and "5 %".
/// Indices of words, the ends beyond the last.
struct SameValue {
    size_t a = 0, aEnd = 0;
    size_t b = 0, bEnd = 0;
};

/// Those whose words are not the same, in reading order. A number and an ordinal are two values, and so are a range and one of its ends.
[[nodiscard]] std::vector<SameValue> sameValues(const SideBySide &sides);

} // namespace onrecord::match
