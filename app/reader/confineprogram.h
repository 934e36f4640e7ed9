// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace onrecord {

/// For a foreign program that is about to take this process over: takes everything from it that computing from stdin to
/// stdout does not need. Left are reading and running what lies in /usr, /lib, /lib64, `program` itself (an absolute path without links)
/// with the libraries and the folder tessdata beside it (for PLACE/bin also those in PLACE/lib, PLACE/lib64 and
/// PLACE/share), reading what lies in `data` (a folder, or empty), and ends that are open. Gone are sockets, other
/// processes and threads, signals to others, also by way of descriptors, files written or made (by the filter of calls,
/// by Landlock where the kernel has it, and by a limit of 0 bytes), more than 2 GiB of memory and a minute of processor
/// time. The program ends with the thread that started it. False when a limit, the filter, or Landlock where the kernel
/// has it, could not be put in place: do not go on.
[[nodiscard]] bool confineProgram(const std::string &program, const std::string &data);

} // namespace onrecord
