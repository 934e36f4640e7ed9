// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// What the number that begins at token `at`, without a noun of its own, counts: "a staff of 900", "the death toll has risen to 17", "the number of
/// patients was 300". The unit as it is shown; empty when nothing before it is a count.
[[nodiscard]] QString countedBefore(const Reading &reading, int at);

} // namespace onrecord::extract
