// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QFlags>

/// What somebody should look at before the record is relied on: the review queue, worked out, never stored.
namespace onrecord::explore {

enum class Concern : quint8 {
    NoSpeaker = 1,     ///< said words that nobody is named for
    UnsureSpeaker = 2, ///< an attribution below `unsureBelow` that nobody has looked at
    NoOutlet = 4,
    NoDate = 8,        ///< an article without publication date
    NoSubject = 16,    ///< a figure that does not say what it measures
    LostInVersion = 32, ///< decided on, and not found again in a later version of the article
};
Q_DECLARE_FLAGS(Concerns, Concern)
Q_DECLARE_OPERATORS_FOR_FLAGS(Concerns)

inline constexpr double unsureBelow = 0.6;

/// Nothing for a rejected row: somebody has looked at it.
[[nodiscard]] Concerns concernsOf(const Article &row);
[[nodiscard]] Concerns concernsOf(const Quotation &row);
[[nodiscard]] Concerns concernsOf(const Figure &row);
/// With what only the record around a quotation tells.
[[nodiscard]] Concerns concernsOf(const Snapshot &record, const Quotation &row);

} // namespace onrecord::explore
