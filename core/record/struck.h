// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

namespace onrecord {

/// The text as it is read: without its struck regions, paragraphs apart by one empty line. `regions` in order of their spans.
[[nodiscard]] QString withoutStruck(const QString &text, const std::vector<Region> &regions);

} // namespace onrecord
