// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

namespace onrecord::test {

/// How large a made-up record is and how its dates are known.
struct RecordSize {
    int articles = 12;
    int people = 14;
    int organisations = 6;
    int outlets = 5;
    int quotationsPerArticle = 5;
    int events = 9;
    int days = 12; ///< over which everything is spread, from 20 January 2031
};

/// An invented record of any size, the same for the same size in every session: dates of every precision, vague ones, open ones and
/// missing ones, quotations of most kinds, variants of one utterance in several articles, mentions and affiliations. For layouts,
/// pictures and measurements; anchors are numbers without texts.
[[nodiscard]] SnapshotPtr generatedRecord(const RecordSize &size = {});

} // namespace onrecord::test
