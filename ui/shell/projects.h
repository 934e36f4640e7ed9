// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/project.h"

#include <QObject>
#include <QTimer>
#include <functional>

namespace onrecord::ui {

class Desk;
class JobBar;
class RecentProjects;

/// The life of the open project: new, open, the bundled story, backup, check, close; and where somebody was in it, kept
/// in the project's view state. Every answer arrives later; failures as openFailed() or through the desk.
class Projects : public QObject
{
    Q_OBJECT
public:
    Projects(Desk &desk, RecentProjects &recents, JobBar &jobs, QObject *parent = nullptr);

    void open(const QString &path, store::OpenMode mode = store::OpenMode::ReadWrite);
    void create(const QString &path);
    void close();
    void backup(const QString &target);
    void check();

    [[nodiscard]] bool isOpening() const { return m_opening > 0; }
    void savePlace(); ///< now, not after the usual short wait
    /// What panes keep about their own layout; read when a project opens, written when it closes.
    void setPaneState(std::function<QJsonObject()> save, std::function<void(const QJsonObject &)> restore);

    /// The folder of projects that nobody chose a place for.
    [[nodiscard]] static QString ownFolder();

Q_SIGNALS:
    void opened(const QString &path);
    void placeRestored(); ///< after opened(): panes and workspace are where they were left
    void closed();
    void openFailed(const QString &path, const onrecord::Error &error);
    void checked(const onrecord::store::CheckReport &report);

private:
    void begin();
    void finishOpening(const QString &path, const Result<void> &done);
    void sayFindings();
    void restorePlace();

    Desk &m_desk;
    RecentProjects &m_recents;
    JobBar &m_jobs;
    QTimer m_placeTimer;
    int m_opening = 0;
    std::function<QJsonObject()> m_savePanes;
    std::function<void(const QJsonObject &)> m_restorePanes;
};

} // namespace onrecord::ui
