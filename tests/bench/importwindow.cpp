// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/lateness.h"
#include "tests/bench/subcommand.h"
#include "ui/shell/fileactions.h"
#include "ui/shell/imports.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/projects.h"

#include <QApplication>
#include <QJsonDocument>
#include <QSettings>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <cstdio>
#include <sys/resource.h>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int settling = 1000; // ms of rest before the import starts

double cpuSeconds()
{
    double seconds = 0;
    for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        getrusage(who, &usage);
        seconds += static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
    return seconds;
}

double peakKib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss);
}

void print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

int importIntoWindow(int argc, char **argv)
{
    const QApplication app(argc, argv);
    if (argc != 4)
        return 64;
    const QString project = QString::fromLocal8Bit(argv[2]);
    const QString folder = QString::fromLocal8Bit(argv[3]);
    const QTemporaryDir own;
    QSettings settings(own.filePath(u"settings.ini"_s), QSettings::IniFormat);
    store::Store store(std::make_shared<SystemClock>());
    explore::Workspace workspace;
    ui::Desk desk(workspace, store, settings);
    ui::MainWindow window(desk);
    window.resize(1440, 900);
    Lateness lateness;
    QElapsedTimer timer;
    double cpuBefore = 0;
    QObject::connect(&window, &ui::MainWindow::firstPainted, &window, [&] { window.projects().create(project); });
    QObject::connect(&window.projects(), &ui::Projects::placeRestored, &window, [&] {
        QTimer::singleShot(settling, &window, [&] {
            cpuBefore = cpuSeconds();
            timer.start();
            lateness.start();
            window.files().imports().importPaths({folder});
        });
    });
    QObject::connect(&window.files().imports(), &ui::Imports::finished, &window, [&](const ingest::ImportReport &report) {
        const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        // What the last snapshot makes the panes do still counts.
        QTimer::singleShot(settling, &window, [&, report, seconds] {
            lateness.stop();
            window.hide();
            print({{u"seconds"_s, seconds},
                   {u"imported"_s, report.count(ingest::FileState::Imported)},
                   {u"offered"_s, report.offered()},
                   {u"quotations"_s, static_cast<qint64>(store.snapshot()->quotations().size())},
                   {u"lateness"_s, lateness.toJson()},
                   {u"main_cpu_seconds"_s, cpuSeconds() - cpuBefore},
                   {u"peak_rss_kib"_s, peakKib()}});
            QApplication::quit();
        });
    });
    window.show();
    return QApplication::exec();
}

int watchClock(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Lateness lateness;
    QSocketNotifier end(0, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    lateness.start();
    const int code = QCoreApplication::exec();
    print(lateness.toJson());
    return code;
}

} // namespace onrecord::bench
