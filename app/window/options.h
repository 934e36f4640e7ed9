// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

class QCoreApplication;

namespace onrecord {

/// What the command line of the window asks for.
struct Options {
    QStringList files;          ///< one project, or articles to import
    QString screenshot;         ///< a picture of the window on the bundled story goes here; then the program ends
    QSize size{1440, 900};      ///< of that picture, in device-independent pixels
    QString theme;              ///< spelling of a Scheme; empty: what is set
    QString view;               ///< start, story, check or walk
    QString select;             ///< the name of an agent, outlet or article to select
    QString settings;           ///< a settings file of its own
    bool newSession = false;    ///< do not go back to where the last session was
    bool reportStartup = false; ///< say when painted and when loaded, then end: for the benchmark
};

/// Reads the arguments; --help, --version and mistakes end the program here with the usual exit codes.
[[nodiscard]] Options parseOptions(const QCoreApplication &app);

} // namespace onrecord
