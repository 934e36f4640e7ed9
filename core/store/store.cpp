// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTimer>
#include <algorithm>
#include <atomic>

namespace onrecord::store {

/// What the GUI thread is told after a call.
struct Store::State {
    bool open = false;
    bool readOnly = false;
    QString path, undoName, redoName;
    SnapshotPtr snapshot; ///< null: as before
};

/// Lives on the store thread, with the project it owns.
struct Store::Worker : QObject {
    Worker(std::shared_ptr<const Clock> with, Store *of) : clock(std::move(with)), store(of), idle(this)
    {
        idle.setSingleShot(true);
        connect(&idle, &QTimer::timeout, this, [this] { tell(true); });
    }

    /// After every call: what has changed goes to the GUI thread. A snapshot costs as much as the record is large, so in
    /// a row of calls one is made only when the last is some time old; the timer makes the one at the end.
    void callDone()
    {
        const qint64 pause = std::max<qint64>(150, 4 * buildTime);
        const bool isDue = waiting.load() == 0 || !sinceSnapshot.isValid() || sinceSnapshot.elapsed() > pause;
        tell(isDue);
        if (!isDue)
            idle.start(static_cast<int>(pause));
    }

    void tell(bool withSnapshot)
    {
        State state;
        state.open = project != nullptr;
        if (project) {
            state.readOnly = project->isReadOnly();
            state.path = project->path();
            state.undoName = project->undoName();
            state.redoName = project->redoName();
        }
        if (withSnapshot) {
            idle.stop();
            QElapsedTimer timer;
            timer.start();
            if (!project)
                state.snapshot = std::make_shared<Snapshot>();
            else if (const auto made = project->snapshot())
                state.snapshot = *made;
            if (project && state.snapshot == lastSnapshot)
                state.snapshot.reset();
            else
                buildTime = timer.elapsed();
            if (state.snapshot)
                lastSnapshot = state.snapshot;
            sinceSnapshot.start();
        }
        QMetaObject::invokeMethod(store, [store = store, state = std::move(state)] { store->take(state); }, Qt::QueuedConnection);
    }

    std::shared_ptr<const Clock> clock;
    Store *store; ///< outlives the worker: its destructor waits for the thread
    std::unique_ptr<Project> project;
    SnapshotPtr lastSnapshot;
    QTimer idle;
    QElapsedTimer sinceSnapshot;
    qint64 buildTime = 0;
    std::atomic<int> waiting = 0;
    QThread thread;
};

Store::Store(std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(std::move(clock), this)), m_snapshot(std::make_shared<Snapshot>())
{
    m_worker->thread.setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(&m_worker->thread);
    m_worker->thread.start();
}

Store::~Store()
{
    // The worker goes back to this thread, so that its timer dies where it lives.
    QThread *here = QThread::currentThread();
    QMetaObject::invokeMethod(m_worker.get(), [this, here] {
        m_worker->project.reset();
        m_worker->idle.stop();
        m_worker->moveToThread(here);
    }, Qt::BlockingQueuedConnection);
    m_worker->thread.quit();
    m_worker->thread.wait();
}

void Store::post(std::function<void(Project *)> call, std::function<void()> finish)
{
    // Whoever asks on this thread is answered on it, behind the news of what the call changed. A worker that waits for its answer
    // must not wait for this thread's events.
    const bool answersHere = QThread::currentThread() == thread();
    ++m_worker->waiting;
    QMetaObject::invokeMethod(m_worker.get(), [this, answersHere, worker = m_worker.get(), call = std::move(call), finish = std::move(finish)] {
        call(worker->project.get());
        --worker->waiting;
        worker->callDone();
        if (answersHere)
            QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
        else
            finish();
    }, Qt::QueuedConnection);
}

void Store::take(const State &state)
{
    const bool openDiffers = state.open != m_open || state.readOnly != m_readOnly || state.path != m_path;
    const bool historyDiffers = state.undoName != m_undoName || state.redoName != m_redoName;
    m_open = state.open;
    m_readOnly = state.readOnly;
    m_path = state.path;
    m_undoName = state.undoName;
    m_redoName = state.redoName;
    if (state.snapshot)
        m_snapshot = state.snapshot;
    if (openDiffers)
        Q_EMIT openChanged();
    if (state.snapshot)
        Q_EMIT snapshotChanged();
    if (historyDiffers)
        Q_EMIT historyChanged();
}

QFuture<Result<void>> Store::replaceProject(std::function<Result<std::unique_ptr<Project>>(Worker &)> next)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    post(
        [promise, next = std::move(next), worker = m_worker.get()](Project *) {
            auto opened = next(*worker);
            if (opened)
                worker->project = std::move(*opened); // only now the other one closes: a failure leaves it as it was
            promise->addResult(opened ? Result<void>() : std::unexpected(opened.error()));
        },
        [promise] { promise->finish(); });
    return promise->future();
}

QFuture<Result<void>> Store::open(const QString &path, OpenMode mode)
{
    return replaceProject([path, mode](Worker &worker) -> Result<std::unique_ptr<Project>> {
        const bool isSame = worker.project && QFileInfo(path).canonicalFilePath() == QFileInfo(worker.project->path()).canonicalFilePath();
        if (isSame)
            worker.project.reset(); // a file is never open twice
        return Project::open(path, worker.clock, mode);
    });
}

QFuture<Result<void>> Store::create(const QString &path)
{
    return replaceProject([path](Worker &worker) { return Project::create(path, worker.clock); });
}

QFuture<void> Store::close()
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    post([worker = m_worker.get()](Project *) { worker->project.reset(); }, [promise] { promise->finish(); });
    return promise->future();
}

} // namespace onrecord::store
