// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <span>

namespace onrecord::store {

class Connection;

/// One step of the file format: what turns a file of version `to` − 1 into one of version `to`.
/// `apply` runs inside a transaction with schema changes allowed; it throws SQLite::Exception or Refusal to give up.
struct FormatStep {
    int to;
    void (*apply)(Connection &connection);
};

/// All steps there ever were, in order; the last leads to schemaVersion.
[[nodiscard]] std::span<const FormatStep> formatSteps();

/// Brings the open, sound file at `path` from version `from` to the version of the last step: all steps in one transaction, none
/// without a copy of the old file beside it that was opened, checked and counted first (P9, F28). Returns the copy's path.
/// `check` looks at the result before it counts and throws to give up. Throws; the file is then as it was and the copy is gone.
/// A step may add tables and indexes. One that changes the columns of a record table must rewrite the change sets and digests too
/// (changeformat.h): they know columns by their place.
QString bringUpToDate(Connection &connection, const QString &path, int from, std::span<const FormatStep> steps,
                      const std::function<void(Connection &)> &check = {});

} // namespace onrecord::store
