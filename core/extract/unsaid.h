// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// Are the words of the attribution ones that nobody said: denied ("denied saying", "never said", "hat nie gesagt"), wished or possible ("might have
/// asked", "I wish he had said", "hätte sagen sollen"), or a condition ("If she says “…,” we leave")?
[[nodiscard]] bool isUnsaid(const Reading &reading, const Attribution &attribution);

/// Neither Hale nor Ruiz said that it leaks. Hale sagte nicht, dass … – Anders als Hale behauptet, … – is what the cue would report nobody's report?
[[nodiscard]] bool isDisclaimed(const Reading &reading, const Cue &cue);

} // namespace onrecord::extract
