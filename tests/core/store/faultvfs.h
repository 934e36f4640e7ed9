// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace onrecord::test {

/// A layer over SQLite's file access that fails on command: every read, write, sync, truncation, opening, deletion and
/// locking is counted, and the one with the number asked for fails (fault matrix F1 to F3). One thread.
enum class FaultMode {
    Once,      ///< that operation only: an I/O error
    ForEver,   ///< that one and every later one
    DiskFull,  ///< that one and every later write: half of the bytes are written, then "disk full"
};

/// Makes it SQLite's default; once per program, before the first project is opened.
void installFaultVfs();
/// From now on operation `number` (1 is the next) fails so; 0: none does.
void failAt(int number, FaultMode mode);
/// Operations since the last failAt().
[[nodiscard]] int operationsSeen();
/// Did a fault happen since the last failAt()?
[[nodiscard]] bool hasFailed();

} // namespace onrecord::test
