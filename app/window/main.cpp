// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/idlewatch.h"
#include "app/window/options.h"
#include "app/window/picture.h"
#include "ui/present/schemes.h"
#include "ui/shell/actions.h"
#include "ui/shell/fileactions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/projects.h"

#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <memory>

namespace {

using namespace onrecord;
using namespace Qt::StringLiterals;

/// Pictures and measurements must not depend on, or leave anything in, the settings of whoever makes them.
std::unique_ptr<QSettings> openSettings(const Options &options, const QTemporaryDir *own)
{
    if (!options.settings.isEmpty())
        return std::make_unique<QSettings>(options.settings, QSettings::IniFormat);
    if (own)
        return std::make_unique<QSettings>(own->filePath(u"settings.ini"_s), QSettings::IniFormat);
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"onrecord"_s, u"onrecord"_s);
}

/// The action that brings up the pane --view names; null for what is no pane, or needs more than that (start, story, walk).
QAction *paneAction(ui::MainWindow &window, const QString &view)
{
    return view.isEmpty() || view == "walk"_L1 ? nullptr : window.actions().find(u"pane."_s + view);
}

/// Help and version need no display, so they must not wait for one.
bool onlyAsks(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView word(argument);
        return word == "--help" || word == "-h" || word == "--help-all" || word == "--version" || word == "-v";
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (onlyAsks(argc, argv)) {
        QCoreApplication app(argc, argv);
        QCoreApplication::setApplicationName(u"onrecord"_s);
        QCoreApplication::setApplicationVersion(QStringLiteral(ONRECORD_VERSION));
        (void)parseOptions(app);
        return 0;
    }
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"onrecord"_s);
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(ONRECORD_VERSION));
    QApplication::setDesktopFileName(u"onrecord"_s);
    const Options options = parseOptions(app);
    const bool isPicture = !options.screenshot.isEmpty();

    std::unique_ptr<QTemporaryDir> own;
    if (isPicture || options.reportStartup)
        own = std::make_unique<QTemporaryDir>();
    const std::unique_ptr<QSettings> settings = openSettings(options, own.get());
    const QString theme = options.theme.isEmpty()
        ? settings->value(u"window/colours"_s, isPicture ? u"light"_s : u"system"_s).toString()
        : options.theme;
    present::applyScheme(present::schemeFromSpelling(theme));

    store::Store store(std::make_shared<SystemClock>());
    explore::Workspace workspace;
    ui::Desk desk(workspace, store, *settings);
    ui::MainWindow window(desk);

    if (isPicture) {
        Picture picture(options, window, desk, own->path());
        picture.start();
        return QApplication::exec();
    }
    std::unique_ptr<StartupReport> report;
    if (options.reportStartup)
        report = std::make_unique<StartupReport>(window, store);
    QAction *pane = paneAction(window, options.view);
    if (pane) // once more when a project is there: reading it brings up its text
        QObject::connect(&window.projects(), &ui::Projects::placeRestored, pane, &QAction::trigger, Qt::SingleShotConnection);
    const bool toStory = options.view == "story"_L1 || options.view == "walk"_L1;
    if (options.view == "start"_L1
        || (options.files.isEmpty() && !toStory && !pane && !window.files().willStartOnProject(!options.newSession)))
        window.showStart();
    window.show();
    // The first frame needs no project; reading one starts when it is on the screen.
    QObject::connect(&window, &ui::MainWindow::firstPainted, &window, [&] {
        if (!options.files.isEmpty())
            window.files().openOrImport(options.files);
        else if (options.view == "walk"_L1)
            window.files().walkStory();
        else if (toStory)
            window.files().openStory(false);
        else if (options.view != "start"_L1)
            window.files().restoreSession(!options.newSession);
        if (pane)
            pane->trigger();
    });
    return QApplication::exec();
}
