// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/shell/actions.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/fileactions.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/header.h"
#include "ui/shell/imports.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/projects.h"
#include "ui/shell/searchbox.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace onrecord::test {

/// A whole window with its own settings file: what one start of the program is.
struct Session {
    explicit Session(const QString &folder)
        : settings(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat), store(std::make_shared<SystemClock>()),
          desk(workspace, store, settings), window(std::make_unique<ui::MainWindow>(desk))
    {
        QObject::connect(&window->projects(), &ui::Projects::openFailed, window.get(), [](const QString &path, const Error &error) {
            qInfo("%s: fault %d, %s", qUtf8Printable(path), static_cast<int>(error.fault), qUtf8Printable(error.detail));
        });
    }

    /// Shows the window and waits until it takes keys.
    [[nodiscard]] bool show(QSize size = {1440, 900})
    {
        window->resize(size);
        window->show();
        return QTest::qWaitForWindowActive(window.get());
    }

    /// Opens (or makes) a project and waits until its place is restored.
    [[nodiscard]] bool open(const QString &path)
    {
        QSignalSpy restored(&window->projects(), &ui::Projects::placeRestored);
        if (QFile::exists(path))
            window->projects().open(path);
        else
            window->projects().create(path);
        return restored.wait(20'000);
    }

    /// Opens the bundled story of `folder`, reading it in when it is not there yet.
    [[nodiscard]] bool openStory(const QString &folder)
    {
        QSignalSpy read(&window->files().imports(), &ui::Imports::finished);
        QSignalSpy restored(&window->projects(), &ui::Projects::placeRestored);
        const bool isNew = !QFile::exists(folder + QStringLiteral("/The Story.onrecord"));
        window->files().openStory(false, folder);
        return isNew ? read.wait(60'000) : restored.wait(20'000);
    }

    [[nodiscard]] QAction *action(const QString &name) const { return window->actions().find(name); }

    QSettings settings;
    store::Store store;
    explore::Workspace workspace;
    ui::Desk desk;
    std::unique_ptr<ui::MainWindow> window;
};

/// A folder that goes after the session in it.
struct SessionFolder {
    std::unique_ptr<QTemporaryDir> folder;
};

/// A session on a copy of the story that is its own.
struct StorySession : private SessionFolder, Session {
    explicit StorySession(std::unique_ptr<QTemporaryDir> copy) : SessionFolder{std::move(copy)}, Session(folder->path()) {}
};

/// The story's project, read once and copied for each test.
class StoryCopies
{
public:
    [[nodiscard]] bool read()
    {
        Session session(m_story.path());
        return session.openStory(m_story.path()) && session.workspace.snapshot()->articles().size() == 5U;
    }

    /// A fresh folder with it.
    [[nodiscard]] std::unique_ptr<QTemporaryDir> folder() const
    {
        auto dir = std::make_unique<QTemporaryDir>();
        QFile::copy(m_story.filePath(QStringLiteral("The Story.onrecord")), dir->filePath(QStringLiteral("The Story.onrecord")));
        return dir;
    }

    /// A window that shows a copy of it and takes keys; null when that failed.
    [[nodiscard]] std::unique_ptr<StorySession> window(QSize size = {1440, 900}) const
    {
        auto dir = folder();
        const QString path = dir->path();
        auto session = std::make_unique<StorySession>(std::move(dir));
        return session->show(size) && session->openStory(path) ? std::move(session) : nullptr;
    }

private:
    QTemporaryDir m_story;
};

} // namespace onrecord::test
