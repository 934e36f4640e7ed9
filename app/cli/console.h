// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace onrecord::cli {

/// What the program returns to the shell (design of the command line: these numbers are fixed).
enum ExitCode : int { Done = 0, WrongUse = 1, NoProject = 2, SomethingRefused = 3, Interrupted = 4 };

/// A line on stdout for people: control and direction-changing characters are shown, not sent to the terminal.
void print(const QString &line);
/// A message on stderr.
void say(const QString &message);
/// One line of JSON on stdout.
void printJson(const QJsonObject &object);
void printJson(const QJsonArray &array);
void printLine(const QByteArray &line);

/// Rows under headings, columns aligned; cells are cut at `widest` characters.
void printTable(const QStringList &headings, const std::vector<QStringList> &rows, qsizetype widest = 60);

/// The same text fit for a terminal.
[[nodiscard]] QString printable(const QString &text);
/// What happened, what was kept, what to do.
[[nodiscard]] QString sentence(const Error &error);

} // namespace onrecord::cli
