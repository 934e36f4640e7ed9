// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace onrecord::cli {

namespace {

std::atomic<bool> interrupted = false; // lock-free, so safe in a signal handler
static_assert(std::atomic<bool>::is_always_lock_free);

} // namespace

void catchInterrupts()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = SA_RESTART | SA_RESETHAND; // a second Ctrl-C ends at once
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

bool isInterrupted()
{
    return interrupted;
}

} // namespace onrecord::cli
