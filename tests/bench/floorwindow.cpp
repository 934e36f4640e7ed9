// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/subcommand.h"

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QMainWindow>
#include <QMenuBar>
#include <cstdio>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;

/// An empty window: what starting any Qt program of our shape costs at least.
class FloorWindow : public QMainWindow
{
public:
    FloorWindow()
    {
        menuBar()->addMenu(u"File"_s);
        setCentralWidget(new QWidget(this));
        const Qt::DockWidgetArea areas[] = {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea,
                                            Qt::BottomDockWidgetArea, Qt::RightDockWidgetArea};
        int number = 0;
        for (const Qt::DockWidgetArea area : areas) {
            auto *dock = new QDockWidget(u"Pane %1"_s.arg(++number), this);
            dock->setWidget(new QWidget(dock));
            addDockWidget(area, dock);
        }
        resize(1440, 900);
    }

protected:
    bool event(QEvent *event) override
    {
        const bool done = QMainWindow::event(event);
        if (event->type() == QEvent::UpdateRequest && !m_painted) {
            m_painted = true;
            QMetaObject::invokeMethod(this, &FloorWindow::report, Qt::QueuedConnection);
        }
        return done;
    }

private:
    void report()
    {
        long long peak = 0;
        QFile status(u"/proc/self/status"_s);
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("VmHWM:"))
                    peak = line.mid(6).chopped(2).trimmed().toLongLong();
            }
        }
        std::printf("painted %lld\n", peak);
        std::fflush(stdout);
        QApplication::quit();
    }

    bool m_painted = false;
};

} // namespace

int showFloorWindow(int argc, char **argv)
{
    const QApplication app(argc, argv);
    FloorWindow window;
    window.show();
    return QApplication::exec();
}

} // namespace onrecord::bench
