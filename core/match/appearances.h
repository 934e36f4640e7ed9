// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

/// Who printed an utterance first and who repeats it, as far as the dates in the record tell. Pure; any thread.
namespace onrecord::match {

/// What an appearance is dated by.
enum class DatedBy : quint8 {
    Said,      ///< the words are dated themselves
    Published, ///< when the article was published
    Captured,  ///< only when the article came into the project: an upper bound
    Nothing,
};

struct Appearance {
    QuotationId quotation;
    PartialDate when;     ///< as fine as it is known
    DatedBy by = DatedBy::Nothing;
    bool isCopy = false;  ///< its article prints the same text as one further up: a syndicated copy or a later version
};

struct Appearances {
    std::vector<Appearance> order; ///< earliest first; those dated only by capture, then undated ones, last; then by id
    bool firstIsSure = false;      ///< the first was certainly before every other: its last possible second before their first
    QuotationId firstPrinted;      ///< its article certainly came out before every other's, whenever the words were said; null when none did
    PartialDate printed;           ///< when that was
    int sources = 0;               ///< articles that are no copies of one another
};

/// When these words appeared, by the best there is.
[[nodiscard]] Appearance appearanceOf(const Snapshot &record, const Quotation &row);
/// Into the order of Appearances::order.
void sortByAppearance(std::vector<Appearance> &rows);

/// The quotations of an utterance, rejected ones left out. Empty for an utterance the record does not have.
[[nodiscard]] Appearances appearancesOf(const Snapshot &record, UtteranceId utterance);

} // namespace onrecord::match
