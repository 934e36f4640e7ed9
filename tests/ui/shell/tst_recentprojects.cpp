// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recentprojects.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord::ui;
using namespace Qt::StringLiterals;

class TestRecentProjects : public QObject
{
    Q_OBJECT
private:
    static QStringList paths(const RecentProjects &recents)
    {
        QStringList all;
        for (const auto &one : recents.all())
            all << one.path;
        return all;
    }

private Q_SLOTS:
    void newestIsFirstAndNobodyIsTwice()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
        RecentProjects recents(settings);
        for (const QString &path : {u"/a"_s, u"/b"_s, u"/a"_s})
            recents.note(path);
        QCOMPARE(paths(recents), QStringList({u"/a"_s, u"/b"_s}));
    }

    void pinnedStayBeforeAllAndAreNeverDropped()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
        RecentProjects recents(settings);
        recents.note(u"/kept"_s);
        recents.setPinned(u"/kept"_s, true);
        for (int i = 0; i < 40; ++i)
            recents.note(u"/p%1"_s.arg(i));
        QCOMPARE(recents.all().size(), 15U);
        QCOMPARE(paths(recents).mid(0, 2), QStringList({u"/kept"_s, u"/p39"_s}));
        recents.clear();
        QCOMPARE(paths(recents), QStringList({u"/kept"_s}));
    }

    void listComesBackFromSettings()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"s.ini"_s);
        {
            QSettings settings(file, QSettings::IniFormat);
            RecentProjects recents(settings);
            recents.note(u"/a"_s);
            recents.note(u"/ü “b”"_s);
            recents.setPinned(u"/a"_s, true);
        }
        QSettings settings(file, QSettings::IniFormat);
        const RecentProjects recents(settings);
        QCOMPARE(recents.all(), (std::vector<RecentProjects::Recent>{{u"/a"_s, true}, {u"/ü “b”"_s, false}}));
    }

    void forgettingAnUnknownOneSaysNothing()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
        RecentProjects recents(settings);
        recents.note(u"/a"_s);
        QSignalSpy changed(&recents, &RecentProjects::changed);
        recents.forget(u"/b"_s);
        recents.setPinned(u"/a"_s, false);
        QCOMPARE(changed.count(), 0);
        recents.forget(u"/a"_s);
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRecentProjects)
#include "tst_recentprojects.moc"
