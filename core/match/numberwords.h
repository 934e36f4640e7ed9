// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace onrecord::match {

struct ComparedText;

/// Makes one word of each number with its magnitude ("50 billion", "two hundred and five", "1.5 Millionen"): its sense is its value, with a
/// point behind it when it orders instead of counting ("third", "3rd").
void joinNumbers(ComparedText &text);
/// "third" and "3rd"; a folded word.
[[nodiscard]] bool isOrdinal(const QString &key);
/// The value of printed digits with separators and an ending ("1,234.5", "50th", "1.234,5"); nothing when there are none. `german`
/// decides what a single point or comma before three digits means.
[[nodiscard]] std::optional<double> valueOfDigits(QStringView digits, bool german);

} // namespace onrecord::match
