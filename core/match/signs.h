// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/changes.h"

namespace onrecord::match {

/// What differs between words that are the same: signs that carry sense. "-5" and "5", "5-6 million" and "56 million", "10²" and "102",
/// a question made a statement, "No, more" and "No more", an editor's word in brackets taken for the speaker's, and three points of the
/// article's own behind which words are missing. In reading order; empty when the two say the same. Other signs do not count (docs/matching.md).
[[nodiscard]] std::vector<Change> signChanges(const SideBySide &sides);

} // namespace onrecord::match
