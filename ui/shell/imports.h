// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importjob.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>
#include <functional>
#include <memory>

class QWidget;

namespace onrecord::ui {

class Desk;
class ImportQueue;
class ImportWindow;
class JobBar;
class MessageBar;

/// What somebody said about a text they pasted; empty where they did not.
struct PastedArticle {
    QString text; ///< verbatim
    QString title;
    QString outlet;
    QString date; ///< EDTF ("2025-01-24", "2025-01")
    QString url;
    QString markup = {}; ///< of a page, instead of the text: it is read as a saved page is
};

/// Takes articles into the open project, one job at a time: progress in the window's bar with Cancel, at the end one message
/// that counts what was imported, known and refused. The queue of all files, live and afterwards, is a click away.
class Imports : public QObject
{
    Q_OBJECT
public:
    Imports(Desk &desk, JobBar &jobs, MessageBar &messages, QWidget *window);

    void importPaths(const QStringList &paths) { importPathsAs(paths, {}, {}); }
    /// All read in one encoding, and text in pictures in these languages; empty: found out for each, as in the settings.
    void importPathsAs(const QStringList &paths, const QString &encoding, const QString &languages);
    /// Shows how text in pictures is recognised, to be chosen anew.
    void chooseRecognition();
    /// Shows what a file is read as, before anything is taken in.
    void preview(const QString &path);
    void importText(const PastedArticle &article);
    /// The bundled story; `then` when it is in.
    void importStory(const std::function<void()> &then);
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    [[nodiscard]] ImportQueue &queue() const { return *m_queue; }
    /// The window of the queue, made when first asked for.
    ImportWindow *showQueue();

Q_SIGNALS:
    /// A queue of files is there to be looked at.
    void queueChanged();
    void finished(const onrecord::ingest::ImportReport &report);

private:
    ingest::ImportJob *begin(const QString &what); ///< null while another job runs
    void end(const ingest::ImportReport &report);
    void showImported(const ingest::ImportReport &report);
    void sayReport(const ingest::ImportReport &report);
    void retry(const std::vector<int> &rows);
    void setPaused(bool paused);
    void tellQueueWindow();

    Desk &m_desk;
    JobBar &m_jobs;
    MessageBar &m_messages;
    QWidget *m_window;
    ingest::ImportJob *m_job = nullptr;
    std::function<void()> m_then;
    ImportQueue *m_queue;
    QPointer<ImportWindow> m_queueWindow;
    QSet<QString> m_named; ///< the paths that somebody named for this queue: links are followed there, and only there
    std::vector<int> m_again; ///< rows of the queue that the next job works on; empty: a new queue
    bool m_showsNew = false; ///< what comes in is what somebody wants to see
    bool m_isQuiet = false; ///< the story's own report interests nobody
};

} // namespace onrecord::ui
