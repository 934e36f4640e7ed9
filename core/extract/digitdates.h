// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>

/// Dates all in figures: "3.5.2025", "24.12.", "25/9/2023".
namespace onrecord::extract {

struct DigitDate {
    int last = 0;  ///< token
    int day = 0;   ///< 0: nobody can tell which is the day and which the month
    int month = 0;
    int year = 0;  ///< 0: not printed
};

/// The date that begins at the number token `t`. With points the day stands first, in English only where it can be nothing else; with slashes
/// where the language's country has it so ("en-US", "en-GB"), else only where one of the two is above twelve.
[[nodiscard]] std::optional<DigitDate> digitDateAt(const Reading &reading, int t);

} // namespace onrecord::extract
