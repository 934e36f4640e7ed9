// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"
#include "core/store/connection.h"

namespace onrecord::store {

/// The whole record as plain rows, without texts and bytes. O(rows). With `unreadable`, what a damaged file still gives: it names the
/// tables that cannot be read, and rows that hang on rows which are missing are left out.
[[nodiscard]] Snapshot::Rows readRows(Connection &connection, QStringList *unreadable = nullptr);

} // namespace onrecord::store
