// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace onrecord::match {

/// Where a text was printed, as far as it is known. Empty: not said.
struct Print {
    QString title;
    QString outlet;
    QString url;
};

/// A Print as it is compared: folded.
struct PrintKey {
    QString title;
    QString outlet;
    QString address;
};

[[nodiscard]] PrintKey keyOf(const Print &print);

/// May `found` be the very same article as `known`, which has its words? No where `found` says something that tells it apart: another
/// headline, another site, an outlet that `known` does not name. An article that says nothing of itself may be any. Pure.
[[nodiscard]] bool isSamePrint(const PrintKey &found, const PrintKey &known);

} // namespace onrecord::match
