// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture.h"

#include "ui/present/words.h"
#include "ui/shell/actions.h"
#include "ui/shell/fileactions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/projects.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QPixmap>
#include <cstdio>

namespace onrecord {

using namespace Qt::StringLiterals;

namespace {

/// Peak resident memory of this process in KiB; 0 where /proc does not say.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).chopped(2).trimmed().toLongLong();
    }
    return 0;
}

void report(const char *what)
{
    std::printf("%s %lld\n", what, static_cast<long long>(peakMemory()));
    std::fflush(stdout);
}

} // namespace

Picture::Picture(const Options &options, ui::MainWindow &window, ui::Desk &desk, QString folder)
    : m_options(options),
      m_window(window),
      m_desk(desk),
      m_folder(std::move(folder)),
      m_idle(desk.store())
{
    connect(&m_idle, &IdleWatch::idle, this, &Picture::save);
    connect(&window.projects(), &ui::Projects::openFailed, this, [](const QString &path, const Error &error) {
        std::fputs(qPrintable(QString(path + u": "_s + present::faultInWords(error.fault) + u" ("_s + error.detail
                                      + u")\n"_s)),
                   stderr);
        QApplication::exit(1);
    });
}

void Picture::start()
{
    QApplication::setCursorFlashTime(0);
    m_window.resize(m_options.size);
    m_window.show();
    if (m_options.view == "start"_L1) {
        m_window.showStart();
    } else if (m_options.files.isEmpty()) {
        m_window.files().openStory(false, m_folder);
    } else {
        m_window.files().openOrImport(m_options.files);
    }
    m_idle.start();
}

void Picture::showView()
{
    ui::Actions &actions = m_window.actions();
    if (m_options.view == "check"_L1)
        actions.find(u"check.quote"_s)->trigger();
    else if (m_options.view == "figures"_L1)
        actions.find(u"check.figures"_s)->trigger();
    else if (m_options.view == "claims"_L1 || m_options.view == "draft"_L1 || m_options.view == "coverage"_L1 || m_options.view == "variants"_L1)
        m_desk.trigger(u"pane.show."_s + m_options.view);
    else if (m_options.view == "walk"_L1)
        m_desk.trigger(u"pane.show.walk"_s);
    if (!m_options.select.isEmpty())
        select();
}

void Picture::select()
{
    explore::Workspace &workspace = m_desk.workspace();
    const Snapshot &record = *workspace.snapshot();
    const auto open = [&](const auto &rows) {
        for (const auto &row : rows) {
            if (present::itemName(record, row.id) == m_options.select) {
                workspace.open(row.id);
                return true;
            }
        }
        return false;
    };
    if (!open(record.agents()) && !open(record.outlets()) && !open(record.articles()) && !open(record.figures()))
        std::fputs(qPrintable(QString(u"onrecord: nothing in the story is called '%1'\n"_s.arg(m_options.select))),
                   stderr);
}

void Picture::save(bool inTime)
{
    if (!m_viewShown) {
        m_viewShown = true;
        showView();
        m_idle.start();
        return;
    }
    if (!inTime)
        std::fputs("onrecord: the window did not come to rest; the picture shows it as it was\n", stderr);
    const bool saved = m_window.grab().save(m_options.screenshot);
    if (!saved)
        std::fputs(qPrintable(QString(u"onrecord: %1 could not be written\n"_s.arg(m_options.screenshot))), stderr);
    QApplication::exit(saved ? 0 : 1);
}

StartupReport::StartupReport(ui::MainWindow &window, store::Store &store) : m_idle(store)
{
    connect(&window, &ui::MainWindow::firstPainted, this, [this] {
        report("painted");
        m_idle.start();
    });
    connect(&m_idle, &IdleWatch::idle, this, [] {
        report("loaded");
        QApplication::quit();
    });
}

} // namespace onrecord
