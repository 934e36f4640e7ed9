// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importjob.h"

#include "core/ingest/story.h"

#include <QtConcurrentRun>

namespace onrecord::ingest {

ImportJob::ImportJob(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(m_watcher.result()); });
}

ImportJob::~ImportJob()
{
    cancel();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void ImportJob::start(const QStringList &paths)
{
    run([paths](ArticleSink &sink, const Listener &listener) { return importFiles(offerOf(paths), sink, listener); });
}

void ImportJob::start(Offer offer)
{
    run([offer = std::move(offer)](ArticleSink &sink, const Listener &listener) { return importFiles(offer, sink, listener); });
}

void ImportJob::startStory()
{
    run([](ArticleSink &sink, const Listener &listener) { return importStory(sink, listener); });
}

void ImportJob::cancel()
{
    m_cancelled->store(true);
}

void ImportJob::run(std::function<ImportReport(ArticleSink &, const Listener &)> work)
{
    Q_ASSERT(!m_watcher.isRunning());
    // The sink notes the path here, on the GUI thread; the rest happens on the job's.
    auto sink = std::make_shared<StoreSink>(m_store);
    m_watcher.setFuture(QtConcurrent::run([work = std::move(work), sink, events = listener()] { return work(*sink, events); }));
}

Listener ImportJob::listener()
{
    Listener events;
    events.isCancelled = [cancelled = m_cancelled] { return cancelled->load(); };
    events.finished = [this](int done, int offered, const FileOutcome &last) {
        QMetaObject::invokeMethod(this, [this, done, offered, last] { Q_EMIT progressed(done, offered, last); }, Qt::QueuedConnection);
    };
    return events;
}

} // namespace onrecord::ingest
