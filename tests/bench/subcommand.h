// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <expected>

namespace onrecord::bench {

/// How much is measured, how often.
struct Amounts {
    qint64 n = 0; ///< size of the input; what it counts is said by the subcommand; 0: its own choice
    int reps = 0; ///< 0: its own choice
    QString file; ///< a text, or JSON Lines with "text" (*.jsonl), to be read instead of invented ones; only for those that say so
};

/// The result as JSON, or why nothing could be measured.
using Measured = std::expected<QJsonObject, QString>;

/// T10: first paint of the window on a project, beside an empty Qt window with five docks, by turns.
[[nodiscard]] Measured measureStartup(const Amounts &amounts);
/// T3 and T4: finding and grouping quotations in memory.
[[nodiscard]] Measured measureQuotes(const Amounts &amounts);
/// T11: extraction on one thread, beside plain regular expressions, by turns; reads Amounts::file.
[[nodiscard]] Measured measureExtract(const Amounts &amounts);
/// The other side of measureStartup: shows the empty window, says "painted" with the peak memory, ends.
int showFloorWindow(int argc, char **argv);

/// T2 and T13: an import into the project of a window, beside explicit inserts of the same texts into a full-text index, by turns.
[[nodiscard]] Measured measureImport(const Amounts &amounts);
/// Its two processes: "import-window PROJECT FOLDER" imports and says as JSON how it went; "watch-clock" says how late its timer
/// came until its input ended.
int importIntoWindow(int argc, char **argv);
int watchClock(int argc, char **argv);

} // namespace onrecord::bench
