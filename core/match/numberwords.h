// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace onrecord::match {

struct ComparedText;

/// Makes one word of each number with its magnitude ("50 billion", "two hundred and five", "1.5 Millionen"): its sense is its value.
void joinNumbers(ComparedText &text);
/// The value of printed digits with separators and an ending ("1,234.5", "50th", "1.234,5"); nothing when there are none. `german`
/// decides what a single point or comma before three digits means.
[[nodiscard]] std::optional<double> valueOfDigits(QStringView digits, bool german);

} // namespace onrecord::match
