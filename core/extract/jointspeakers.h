// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// Who else does what the source of this cue does: "|Ana Ruiz|, |Bo Hale| and Ida Lind said", "sagten Ruiz und |Hale|". In text order, without
/// the source itself; empty when it stands alone or another verb may be the neighbour's own. Names, roles with their article, he and she.
[[nodiscard]] std::vector<Source> jointSources(const Reading &reading, const Cue &cue, const Source &source);

} // namespace onrecord::extract
