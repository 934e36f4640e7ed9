// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace onrecord {

/// Takes everything from this process that reading bytes and writing an answer does not need: memory and time over a cap, files
/// written, core dumps, new processes, files opened, sockets, privileges. What the kernel does not offer is left out silently;
/// the limits and the system-call filter are required. False when one of those could not be put in place: do not go on.
[[nodiscard]] bool enterSandbox();

} // namespace onrecord
