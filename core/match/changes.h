// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/alignment.h"
#include "core/match/verification.h"

namespace onrecord::match {

/// Two wordings side by side, as far as naming what differs needs them.
struct SideBySide {
    QStringView printedText;
    QStringView askedText;
    const ComparedText &printed;
    const ComparedText &asked;
    const std::vector<Stretch> &stretches;
};

/// Every difference by its name, in reading order. A stretch with words of the guard gives a change for each class that differs, and
/// one for what is left. A cut at an end, or behind an ellipsis, names besides itself the negation, hedge, quantifier or condition
/// that it takes from the rest of its sentence.
[[nodiscard]] std::vector<Change> nameChanges(const SideBySide &sides);

} // namespace onrecord::match
