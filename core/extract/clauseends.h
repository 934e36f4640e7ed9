// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

/// Where the words end that a cue reports. All indexes are items of the outer level.
namespace onrecord::extract {

/// The last item of the clause that begins at `from` and is reported by the cue of that index.
[[nodiscard]] int clauseEnd(const Reading &reading, int cue, int from);
/// Do only adverbials of time and place stand between the item and the end of the sentence at `ceiling`?
[[nodiscard]] bool closesSentence(const Reading &reading, int item, int ceiling);

} // namespace onrecord::extract
