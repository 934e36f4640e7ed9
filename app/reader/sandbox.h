// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace onrecord {

/// Takes everything from this process and its forks that reading bytes and writing an answer does not need: memory and time over a
/// cap, files written, core dumps, files opened, sockets, privileges. What is left over what a document's own process keeps is to
/// fork and to wait for the fork. What the kernel does not offer is left out silently; the limits, the system-call filter, and
/// Landlock where the kernel has it, are required. False when one of those could not be put in place: do not go on.
[[nodiscard]] bool enterSandbox();

/// In a fork, before it sees a document: takes forking, signals to others, descriptors from others and further filters away, too.
/// False when that failed: do not go on.
[[nodiscard]] bool confineFork();

} // namespace onrecord
