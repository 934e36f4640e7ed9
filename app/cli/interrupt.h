// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace onrecord::cli {

/// From now on Ctrl-C (SIGINT, SIGTERM, SIGHUP) asks for an orderly end instead of ending the program.
void catchInterrupts();
[[nodiscard]] bool isInterrupted();

} // namespace onrecord::cli
