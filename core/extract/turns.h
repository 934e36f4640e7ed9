// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// The turns of an interview without labels: three questions or more, each a paragraph that ends in a question mark and that words of the one whom
/// the text presents follow. Empty when the text is none, or does not say that it is one. In text order.
[[nodiscard]] std::vector<Turn> interviewTurns(const Reading &reading);
/// Adds to Reading::turns what the file itself says to be somebody's words (Options::turns), where marks and labels have not said so already.
void addStatedTurns(Reading &reading);

} // namespace onrecord::extract
