// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

namespace onrecord {

/// Words with the quotation marks right before and behind them, where there are any; angled marks may stand a space apart.
[[nodiscard]] Span withQuoteMarks(QStringView text, Span words);

} // namespace onrecord
