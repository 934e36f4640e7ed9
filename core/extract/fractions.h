// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>
#include <vector>

/// Parts of a whole in words: "one in five", "a third of", "two-thirds of". English.
namespace onrecord::extract {

/// A part of a whole; tokens.
struct Fraction {
    double value = 0;
    int first = 0; ///< with the article of "a third"
    int last = 0;
};

/// The fraction whose telling word is token `at`; nothing for "the third of May", "a quarter of an hour", "two in May".
[[nodiscard]] std::optional<Fraction> fractionAt(const Reading &reading, int at);
/// Hashes of the words that a fraction may begin with, besides numbers.
[[nodiscard]] std::vector<quint64> wordsOfFractions();

} // namespace onrecord::extract
