// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/widgets/desk.h"

#include <QJsonObject>
#include <QMainWindow>
#include <functional>

class QStackedWidget;

namespace onrecord::ui {

class Actions;
class DockArea;
class FileActions;
class FilterBar;
class Header;
class JobBar;
class MessageBar;
class Pane;
class Projects;
class QuickBox;
class RecentProjects;
class StartPage;

/// The window: menu, tool row, filter, messages, progress and the docked panes, over one Desk. Assembles them and
/// connects actions; each part does its own work.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Desk &desk);
    ~MainWindow() override;

    [[nodiscard]] Actions &actions() const { return *m_actions; }
    [[nodiscard]] DockArea &docks() const { return *m_docks; }
    [[nodiscard]] Projects &projects() const { return *m_projects; }
    [[nodiscard]] RecentProjects &recents() const { return *m_recents; }
    [[nodiscard]] FilterBar &filterBar() const { return *m_filterBar; }
    [[nodiscard]] MessageBar &messages() const { return *m_messages; }
    [[nodiscard]] JobBar &jobs() const { return *m_jobs; }
    [[nodiscard]] Header &header() const { return *m_header; }
    [[nodiscard]] QuickBox &quickBox(); ///< made when first asked for

    [[nodiscard]] FileActions &files() const { return *m_files; }

    void showStart();
    void showPanes();
    /// Puts the focus into the text unless somebody is at work elsewhere already.
    void startReading();
    [[nodiscard]] bool isStartShown() const;

Q_SIGNALS:
    void firstPainted(); ///< the first frame is on the screen; what can wait starts now

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void on(const QString &action, const std::function<void()> &call);
    void connectEdit();
    void connectView();
    void connectGo();
    void connectDesk();
    void restoreWindow();
    void trigger(const QString &name);
    void takePane(Pane *pane);
    [[nodiscard]] QJsonObject savePanes() const;
    void restorePanes(const QJsonObject &states);
    void fillPanesMenu();
    void showHistory();
    void showOpen();
    void showTrail();
    void showPin();
    void showAbout();
    void search(const QString &words);
    void checkQuote(const QString &quote);
    void step(int by);
    void filterBySelection();
    void noteFocus(QWidget *now);
    void answerWords(const QString &words);

    Desk &m_desk;
    Actions *m_actions;
    RecentProjects *m_recents;
    MessageBar *m_messages;
    JobBar *m_jobs;
    Projects *m_projects;
    FileActions *m_files;
    Header *m_header;
    FilterBar *m_filterBar;
    QStackedWidget *m_stack;
    StartPage *m_start = nullptr;
    DockArea *m_docks;
    QuickBox *m_quickBox = nullptr;
    QList<Pane *> m_lastPanes; ///< the pane that had the focus last is first
    QJsonObject m_paneStates;
    bool m_painted = false;
};

} // namespace onrecord::ui
