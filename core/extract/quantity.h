// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>

/// The arithmetic of printed numbers: "1,234.5", "65B", "two dozen", "1.3 million".
namespace onrecord::extract {

/// A printed number with what is glued to it.
struct Quantity {
    std::optional<double> value; ///< nothing for "thousands"
    int last = -1;               ///< last token that belongs to it; -1 when no number begins there
    QString unit;                ///< unit glued to the digits ("GW"), else empty
    bool isScaled = false;       ///< a magnitude stood with it
    bool isOrdinal = false;
    bool isWord = false;         ///< written in letters
};

/// The number that begins at token `at`.
[[nodiscard]] Quantity quantityAt(const Reading &reading, int at);
/// 1e3 for "thousand", "k"; nothing for other words.
[[nodiscard]] std::optional<double> magnitudeOf(QStringView word);
/// "thousands", "tens": a number without a value.
[[nodiscard]] bool isVagueNumber(quint64 hash);
/// ISO 4217 code of a currency sign or word ("$", "euros"); empty for others.
[[nodiscard]] QString currencyOf(QStringView word);

} // namespace onrecord::extract
