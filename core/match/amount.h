// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

namespace onrecord::match {

/// A figure on the scale on which it can be compared with others: everything it can mean, from `low` to `high`.
struct Amount {
    QString dimension; ///< "USD", "USD/token", "percent", "chip", "day", "W"; empty for a bare number. Currencies stay
                       ///< apart
    double low = 0;
    double high = 0; ///< may be infinite; equal to low for one number
    double grain =
        0; ///< half a unit of the last digit that was printed: "1.3 million" may be 1.25 to 1.35; 0 for small counts
    bool isRange = false; ///< two numbers were printed
    bool isBound = false; ///< "at least", "up to", "more than": one end is open
    bool isVague = false; ///< "thousands": no number was printed
    bool isGeneric =
        false; ///< counts what anything has (people, dollars, days): the unit alone says nothing about the subject

    [[nodiscard]] bool isComparable() const { return low != 0 || high != 0; }
    [[nodiscard]] bool isMoney() const;
    friend bool operator==(const Amount &, const Amount &) = default;
};

/// "USD", "crowns": a currency by its code, or by a name that several share.
[[nodiscard]] bool isCurrency(QStringView unit);

/// Pure. Units of one kind become one (kilometres and miles are "m", "1K tokens" and "1M tokens" are "token").
[[nodiscard]] Amount amountOf(const Figure &figure);

/// The same words of a language in one form: without an English plural or verb ending, lower case. "chips" is "chip",
/// "spending" is "spend". No dictionary: good enough to tell whether two words may be forms of one.
[[nodiscard]] QString wordStem(QStringView word);

} // namespace onrecord::match
