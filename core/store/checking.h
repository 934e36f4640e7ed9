// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/project.h"

namespace onrecord::store {

/// SQLite's words about what is wrong with the pages; empty when nothing is. The first is fast and looks at the b-trees and at each row,
/// by a connection of its own, within Connection::lockForGood() of another; the second reads the search indexes as well, which takes
/// longer than everything else; the third looks at indexes and references too.
[[nodiscard]] QString pagesComplaint(const QString &path);
[[nodiscard]] QString quickComplaint(Connection &connection);
[[nodiscard]] QString structureComplaint(Connection &connection);

/// SHA-256 in hex over every row of the full-text indexes' own tables. Kept once they have passed the check, and at closing: when it
/// is the same at opening, nobody need read them word by word. Empty when they cannot be read.
[[nodiscard]] QString sumOfIndexes(Connection &connection);

/// Whether such a complaint is about the search index or the index of quotations alone, which can be made anew from the rows.
[[nodiscard]] bool isAboutIndex(const QString &complaint);
/// About the index of quotations.
[[nodiscard]] bool isAboutQuotes(const QString &complaint);
/// Which items the search index lacks or has too many; empty when none.
[[nodiscard]] QString indexComplaint(Connection &connection);

/// Everything: structure, the digest of every source, row and change set, every anchor against its text, every item's row in
/// the search index. Reads what can be read of a damaged file. Throws Refusal{Cancelled} when `progress` says so.
[[nodiscard]] CheckReport checkEverything(Connection &connection, const std::function<bool(double)> &progress);

/// SHA-256 over the number and the digests of all sources, rows and change sets: equal projects have equal ones.
[[nodiscard]] QByteArray rootDigest(Connection &connection);

} // namespace onrecord::store
