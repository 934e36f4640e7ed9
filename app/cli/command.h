// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "console.h"

#include <span>

namespace onrecord::cli {

/// One command: all there is to know about it, for the dispatch and for the help.
struct Command {
    QLatin1StringView name;
    QLatin1StringView usage;   ///< its plain words: "PROJECT FILE..."
    qsizetype fewest = 0;      ///< plain words it needs
    qsizetype most = 0;        ///< and takes; -1: any number
    QLatin1StringView summary; ///< one line
    QLatin1StringView details; ///< further lines of its own help
    std::span<const Option> options;
    int (*run)(const Arguments &);
};

extern const Command newCommand, importCommand, listCommand, searchCommand, extractCommand, readCommand, verifyCommand, figuresCommand, draftCommand, compareCommand, checkCommand, backupCommand, storyCommand,
    historyCommand, undoCommand, redoCommand;

/// All commands in the order of the help.
[[nodiscard]] std::span<const Command *const> commands();

} // namespace onrecord::cli
