// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QFlags>
#include <array>

/// What somebody should look at before the record is relied on: the review queue, worked out, never stored.
namespace onrecord::explore {

/// In the order in which they are to be looked at.
enum class Concern : quint8 {
    LostInVersion = 1, ///< decided on, and not found again in a later version of the article
    DoubtfulReading = 2, ///< an article of which something is missing or damaged, or where a name may deceive
    UnsureSpeaker = 4, ///< an attribution below `unsureBelow` that nobody has looked at
    NoSpeaker = 8,     ///< said words that nobody is named for
    NoDate = 16,       ///< an article without publication date, and nobody said that it has none
    NoOutlet = 32,     ///< and so its outlet
};
Q_DECLARE_FLAGS(Concerns, Concern)
Q_DECLARE_OPERATORS_FOR_FLAGS(Concerns)

inline constexpr std::array allConcerns{Concern::LostInVersion, Concern::DoubtfulReading, Concern::UnsureSpeaker, Concern::NoSpeaker, Concern::NoDate, Concern::NoOutlet};
static_assert([] {
    for (size_t i = 0; i < allConcerns.size(); ++i) {
        if (static_cast<quint8>(allConcerns[i]) != 1U << i)
            return false;
    }
    return true;
}(), "a concern's place is its flag's");
inline constexpr double unsureBelow = 0.6;

/// A field that articles lack: one task however many lack it, for they are given it together. A quotation is judged by itself.
[[nodiscard]] constexpr bool isGap(Concern concern)
{
    return concern == Concern::NoDate || concern == Concern::NoOutlet;
}

[[nodiscard]] constexpr bool isOfArticle(Concern concern)
{
    return isGap(concern) || concern == Concern::DoubtfulReading;
}

/// Nothing for a rejected row: somebody has looked at it.
[[nodiscard]] Concerns concernsOf(const Article &row);
[[nodiscard]] Concerns concernsOf(const Quotation &row);
/// With what only the record around a quotation tells.
[[nodiscard]] Concerns concernsOf(const Snapshot &record, const Quotation &row);

} // namespace onrecord::explore
