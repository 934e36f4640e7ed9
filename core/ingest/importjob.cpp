// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importjob.h"

#include "core/ingest/story.h"

#include <QtConcurrentRun>
#include <algorithm>

namespace onrecord::ingest {

ImportJob::ImportJob(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    constexpr int pause = 50; // ms between two tellings
    m_telling.setSingleShot(true);
    m_telling.setInterval(pause);
    connect(&m_telling, &QTimer::timeout, this, &ImportJob::flush);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        flush();
        Q_EMIT finished(m_watcher.result());
    });
}

ImportJob::~ImportJob()
{
    cancel();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void ImportJob::start(const QStringList &paths, const QString &encoding)
{
    ImportOptions chosen = options();
    chosen.encoding = encoding;
    run([paths, chosen](ArticleSink &sink, const Listener &listener) { return importFiles(offerOf(paths), sink, listener, chosen); });
}

void ImportJob::start(Offer offer)
{
    run([offer = std::move(offer), options = options()](ArticleSink &sink, const Listener &listener) { return importFiles(offer, sink, listener, options); });
}

void ImportJob::startStory()
{
    run([](ArticleSink &sink, const Listener &listener) { return importStory(sink, listener); });
}

ImportOptions ImportJob::options() const
{
    ImportOptions options;
    options.words = m_words;
    options.recognition = m_recognition;
    options.recogniser = m_recogniser;
    return options;
}

void ImportJob::cancel()
{
    m_control->cancelled.store(true);
    setPaused(false);
}

void ImportJob::setPaused(bool paused)
{
    {
        const std::scoped_lock lock(m_control->mutex);
        m_control->paused = paused;
    }
    m_control->goesOn.notify_all();
}

bool ImportJob::isPaused() const
{
    const std::scoped_lock lock(m_control->mutex);
    return m_control->paused;
}

void ImportJob::skip(int file)
{
    const std::scoped_lock lock(m_control->mutex);
    m_control->skipped.insert(file);
}

void ImportJob::note(FileChange change)
{
    bool isFirst = false;
    {
        const std::scoped_lock lock(m_mutex);
        isFirst = m_changes.empty();
        m_changes.push_back(std::move(change));
    }
    if (isFirst)
        QMetaObject::invokeMethod(&m_telling, qOverload<>(&QTimer::start), Qt::QueuedConnection);
}

void ImportJob::flush()
{
    std::vector<FileChange> changes;
    {
        const std::scoped_lock lock(m_mutex);
        changes.swap(m_changes);
    }
    if (changes.empty())
        return;
    Q_EMIT changed(changes);
    const auto last = std::ranges::find_last_if(changes, [](const FileChange &change) { return change.outcome.has_value(); });
    if (!last.empty())
        Q_EMIT progressed(last.front().done, last.front().offered, *last.front().outcome);
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
    events.isCancelled = [control = m_control] { return control->cancelled.load(); };
    events.isSkipped = [control = m_control](int file) {
        const std::scoped_lock lock(control->mutex);
        return control->skipped.contains(file);
    };
    events.waitWhilePaused = [control = m_control] {
        std::unique_lock lock(control->mutex);
        control->goesOn.wait(lock, [&control] { return !control->paused || control->cancelled.load(); });
    };
    events.offered = [this](const QStringList &files) {
        QMetaObject::invokeMethod(this, [this, files] { Q_EMIT offered(files); }, Qt::QueuedConnection);
    };
    events.started = [this](int file) { note({.file = file}); };
    events.recognising = [this](int file, int page, int pages) { note({.file = file, .page = page, .pages = pages}); };
    events.finished = [this](int done, int offered, const FileOutcome &last) {
        note({.file = last.number, .outcome = last, .done = done, .offered = offered});
    };
    return events;
}

} // namespace onrecord::ingest
