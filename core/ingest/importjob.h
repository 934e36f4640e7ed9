// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importer.h"

#include <QFutureWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace onrecord::ingest {

/// A file of the offer goes on: it is being read, or this became of it (or of one of the articles it holds).
struct FileChange {
    int file = 0;
    std::optional<FileOutcome> outcome = {}; ///< nothing: reading has begun, or goes on
    int done = 0;    ///< with an outcome: how many there are now,
    int offered = 0; ///< of how many
    int page = 0;    ///< without an outcome: the page whose text is being recognised, from 1; 0: none
    int pages = 0;   ///< of how many
};

/// An import into a window's store, on a thread of its own. Made and used on the GUI thread, which never waits for it except in the
/// destructor (for the file in work; Cancel is implied). One start a job. Must be destroyed before the store.
class ImportJob : public QObject
{
    Q_OBJECT
public:
    explicit ImportJob(store::Store &store, QObject *parent = nullptr);
    ~ImportJob() override;

    /// The folder of the user's own word lists, before start(). The bundled story is read with the lists built in.
    void setWords(const QString &folder) { m_words = folder; }
    /// How text in pictures is recognised, and the program for it (empty: the one at its usual place), before start().
    void setRecognition(const io::RecognitionChoice &choice, const QString &program)
    {
        m_recognition = choice;
        m_recogniser = program;
    }
    /// Files and folders; all read in this encoding, where one is given.
    void start(const QStringList &paths, const QString &encoding = {});
    void start(Offer offer);               ///< pasted words
    void startStory();                     ///< the bundled story with its events
    void cancel();
    /// The files in work are finished; no further one is begun until it goes on.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const;
    /// Leaves a file out that is not stored yet; it is refused as skipped.
    void skip(int file);
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }
    [[nodiscard]] bool isCancelled() const { return m_control->cancelled.load(); }

Q_SIGNALS:
    /// Once, before the others: what the offer holds.
    void offered(const QStringList &files);
    /// What happened since the last time, a few times a second at most, in order.
    void changed(const std::vector<onrecord::ingest::FileChange> &changes);
    /// With changed(), when files were finished. `offered` grows when a file turns out to hold several articles.
    void progressed(int done, int offered, const onrecord::ingest::FileOutcome &last);
    /// Once, also after cancel().
    void finished(const onrecord::ingest::ImportReport &report);

private:
    void run(std::function<ImportReport(ArticleSink &, const Listener &)> work);
    [[nodiscard]] Listener listener();
    [[nodiscard]] ImportOptions options() const;
    void note(FileChange change); ///< any thread
    void flush();

    /// What the importing threads look at.
    struct Control {
        std::atomic<bool> cancelled = false;
        std::mutex mutex;
        std::condition_variable goesOn;
        bool paused = false;
        QSet<int> skipped;
    };

    store::Store &m_store;
    QString m_words;
    io::RecognitionChoice m_recognition = io::RecognitionChoice::from({});
    QString m_recogniser;
    std::shared_ptr<Control> m_control = std::make_shared<Control>();
    std::mutex m_mutex;
    std::vector<FileChange> m_changes; ///< not yet told
    QTimer m_telling;
    QFutureWatcher<ImportReport> m_watcher;
};

} // namespace onrecord::ingest
