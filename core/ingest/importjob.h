// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importer.h"

#include <QFutureWatcher>
#include <QObject>
#include <atomic>
#include <memory>

namespace onrecord::ingest {

/// An import into a window's store, on a thread of its own. Made and used on the GUI thread, which never waits for it except in the
/// destructor (for the file in work; Cancel is implied). One start a job. Must be destroyed before the store.
class ImportJob : public QObject
{
    Q_OBJECT
public:
    explicit ImportJob(store::Store &store, QObject *parent = nullptr);
    ~ImportJob() override;

    void start(const QStringList &paths);  ///< files and folders
    void start(Offer offer);               ///< pasted words
    void startStory();                     ///< the bundled story with its events
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(); }

Q_SIGNALS:
    /// After each file. `offered` grows when a file turns out to hold several articles.
    void progressed(int done, int offered, const onrecord::ingest::FileOutcome &last);
    /// Once, also after cancel().
    void finished(const onrecord::ingest::ImportReport &report);

private:
    void run(std::function<ImportReport(ArticleSink &, const Listener &)> work);
    [[nodiscard]] Listener listener();

    store::Store &m_store;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    QFutureWatcher<ImportReport> m_watcher;
};

} // namespace onrecord::ingest
