// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>
#include <vector>

/// Places in an order: "ranks third", "finished 12th", "the third-largest port". English.
namespace onrecord::extract {

/// An ordinal that tells a rank.
struct Rank {
    int value = 0;
    int last = 0;   ///< last token of the words that tell it
    int behind = 0; ///< token behind it and behind how many there are ("third |of 40|")
};

/// The rank that begins at token `at`; nothing for other ordinals ("the third time", "third week", "First Bank").
[[nodiscard]] std::optional<Rank> rankAt(const Reading &reading, int at);
/// Hashes of the words in letters that a rank may begin with.
[[nodiscard]] std::vector<quint64> wordsOfRanks();

} // namespace onrecord::extract
