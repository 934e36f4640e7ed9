// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// Adds what the speakers of `out.quotations` quote, behind them, with `depth` quotations around the text already.
void findNested(const Reading &reading, Extraction &out, int depth);

/// extract() of the words of a quotation, with `depth` quotations around them.
[[nodiscard]] Extraction extractWithin(QStringView text, const Options &options, int depth);

} // namespace onrecord::extract
