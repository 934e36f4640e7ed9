// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

/// How a document gets to a process that has seen no other. onrecord-reader's stdin is a socket to the program. For each document the
/// program sends a descriptor over it: the document's own line, on which the frames of frame.h go. The reader never reads that
/// line itself; a child that it forks while it is still clean does, answers and ends. Then the reader sends the child's wait status
/// (4 bytes, this machine's order) over the socket and forks the next child, which waits for the next document.
namespace onrecord::io {

inline constexpr int endOfLine = 3; ///< exit status of a child that met the end of the program's socket

/// Sends one descriptor over a socket. False when the other side is gone.
[[nodiscard]] bool giveDescriptor(int socket, int descriptor);
/// Waits for one; -1 at the end of the line.
[[nodiscard]] int takeDescriptor(int socket);

/// The reader's side: a fresh child for each document, until the program's end of stdin is closed. `serve` gets the document's line in a
/// child that holds nothing else of the program's. Comes back in no child; the result is the process's exit status.
[[nodiscard]] int serveEach(const std::function<void(int line)> &serve);

} // namespace onrecord::io
