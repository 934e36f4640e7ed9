// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

struct sqlite3;

namespace onrecord::store {

/// Copies the open database page by page into the existing file `target` with SQLite's online backup, within one read transaction
/// of the source. Throws SQLite::Exception.
void copyPages(sqlite3 *from, const QByteArray &target);

} // namespace onrecord::store
