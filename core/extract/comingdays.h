// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

/// Does what stands around a day say that it is still to come? Private to the room.
namespace onrecord::extract {

/// A participle that is not over: "will be opened", "to be opened", "is opened".
[[nodiscard]] bool isToCome(const Reading &r, int verb);
/// "by Friday": who says so on a Friday means the next.
[[nodiscard]] bool isDeadline(const Reading &r, int t);
/// Is the day at token `first` to come, because the verb before it says so ("will open by Friday", "is due to open on Friday")? The nearest
/// verb decides: "will go, she said on Friday" is over.
[[nodiscard]] bool isAhead(const Reading &r, int first);

} // namespace onrecord::extract
