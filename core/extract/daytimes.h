// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>

/// The time of day that is printed beside a date: "3:15 p.m. EST on May 3".
namespace onrecord::extract {

/// A time with minutes, and where it stands.
struct DayTime {
    int first = 0; ///< tokens
    int last = 0;
    int hour = 0;  ///< 0 to 23
    int minute = 0;
    std::optional<qint16> utcOffset = std::nullopt; ///< minutes east of UTC, when a zone stands with it that means one offset
};

/// The time that ends right before the date at token `date`, over "on" and a comma.
[[nodiscard]] std::optional<DayTime> timeBefore(const Reading &reading, int date);
/// The time that begins right behind the date whose last token is `date`, over "at" and a comma.
[[nodiscard]] std::optional<DayTime> timeBehind(const Reading &reading, int date);

} // namespace onrecord::extract
