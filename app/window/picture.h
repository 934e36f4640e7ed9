// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/idlewatch.h"
#include "app/window/options.h"

#include <QObject>

namespace onrecord {

namespace ui {
class Desk;
class MainWindow;
} // namespace ui

/// Draws the window on the bundled story, in the view that was asked for, into a file, and ends the program: 0 when the
/// picture is written, 1 when it is not.
class Picture : public QObject
{
    Q_OBJECT
public:
    /// `folder` is where the story's project is made; nothing else is touched.
    Picture(const Options &options, ui::MainWindow &window, ui::Desk &desk, QString folder);
    void start();

private:
    void showView();
    void select();
    void save(bool inTime);

    const Options m_options;
    ui::MainWindow &m_window;
    ui::Desk &m_desk;
    QString m_folder;
    IdleWatch m_idle;
    bool m_viewShown = false;
};

/// Writes "painted …" and "loaded …" with the peak memory to standard output, then ends the program.
class StartupReport : public QObject
{
    Q_OBJECT
public:
    StartupReport(ui::MainWindow &window, store::Store &store);

private:
    IdleWatch m_idle;
};

} // namespace onrecord
