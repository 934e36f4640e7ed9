// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/project.h"

#include <QObject>
#include <QStringList>
#include <functional>

class QMenu;
class QMimeData;
class QWidget;

namespace onrecord::ui {

class Desk;
class Imports;
class MainWindow;
class StartPage;

/// What the window does with files: the File menu with its dialogs and recent projects, what is dropped on the window,
/// the bundled story, and the words for everything that goes wrong with a project.
class FileActions : public QObject
{
    Q_OBJECT
public:
    FileActions(Desk &desk, MainWindow &window);

    /// Opens one project, imports everything else (into the open project, else into a new one whose place is asked for).
    void openOrImport(const QStringList &paths);
    /// The bundled story: the copy made at first run, or a fresh one. In the own folder unless another is named.
    void openStory(bool again, const QString &folder = {});
    [[nodiscard]] bool isStoryOpen() const;
    /// Opens the project that was open when the last session ended; at the very first start the story; else the start
    /// page.
    void restoreSession(bool wanted);
    [[nodiscard]] bool willStartOnProject(bool restoring) const; ///< what restoreSession() will do
    [[nodiscard]] StartPage *makeStartPage(QWidget *parent);
    /// Walks the story, opening it first where another project is open.
    void walkStory();

    [[nodiscard]] static bool canTake(const QMimeData &data);
    void take(const QMimeData &data);
    [[nodiscard]] Imports &imports() const { return *m_imports; }
    /// To the check pane; empty: the clipboard's text when it looks like a quote.
    void giveQuote(const QString &quote);

private:
    void on(const QString &action, const std::function<void()> &call);
    void askNew(const std::function<void()> &then = {});
    [[nodiscard]] static QString articleFilter();
    void askImport(bool folder);
    void askPreview();
    void askText(const QString &text, const QString &markup);
    void askText(const QMimeData &data);
    /// Runs it with a project open: at once, or when one has been made for it.
    void withProject(const std::function<void()> &call);
    void askOpen();
    void askBackup();
    void fillRecentMenu(QMenu *menu);
    void sayOpenFailure(const QString &path, const Error &error);
    void sayChecked(const store::CheckReport &report);

    void showRecents();
    void makeStory(const QString &path);

    Desk &m_desk;
    MainWindow &m_window;
    Imports *m_imports;
    StartPage *m_startPage = nullptr;
    std::function<void()> m_afterOpening; ///< what somebody wanted to do in the project that is on its way
};

} // namespace onrecord::ui
