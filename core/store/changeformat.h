// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql.h"

#include <QByteArrayView>
#include <functional>
#include <optional>
#include <vector>

namespace onrecord::store {

/// A row of a change set: a value a column, nothing for a column that the change does not tell.
using ChangeRow = std::vector<std::optional<Value>>;

/// The change set with every inserted and removed row of `table` as `rewrite` gives it, which may have another number of columns: what
/// a step of the file format needs when it gives a table another column. The first column is the key. Everything else stays byte for
/// byte. Nothing when the bytes are no change set, or when a row of the table was updated (a part of a row cannot be rewritten).
/// The format is that of SQLite's session extension, described in sqlite3session.c.
[[nodiscard]] std::optional<QByteArray> rewrittenRows(const QByteArray &changes, QByteArrayView table,
                                                      const std::function<ChangeRow(ChangeRow)> &rewrite);

/// The pieces of a change set, each put behind what is there. A change is an operation (SQLITE_INSERT …) and its values, behind the name
/// of its table.
namespace changeformat {

void addTable(QByteArray &out, size_t columns, QByteArrayView name);
void addOperation(QByteArray &out, int operation);
void addValue(QByteArray &out, const std::optional<Value> &value);
void addBlob(QByteArray &out, QByteArrayView bytes);
/// The values of a row as RowDigest has encoded them.
void addDigestedRow(QByteArray &out, QByteArrayView row);

} // namespace changeformat

} // namespace onrecord::store
