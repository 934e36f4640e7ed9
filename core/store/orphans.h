// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

namespace onrecord::store {

/// Of rows read from a damaged file, or one that somebody made: leaves out what cannot be without a row that is missing or stands outside its
/// text, and takes back references to such rows, so that whoever reads the record finds every row that another one names. True when
/// there was anything. The rows are in the order of their ids.
bool dropOrphans(Snapshot::Rows &rows);

} // namespace onrecord::store
