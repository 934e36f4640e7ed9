// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"
#include "core/store/connection.h"

namespace onrecord::store {

/// The whole record as plain rows, without texts and bytes. O(rows).
[[nodiscard]] Snapshot::Rows readRows(Connection &connection);

} // namespace onrecord::store
