// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <optional>

namespace onrecord::store {

/// What the GUI thread is told after a call.
struct Store::State {
    bool open = false;
    bool readOnly = false;
    quint64 session = 0;
    QString path;
    ChangeSet undo, redo;
    SnapshotPtr snapshot; ///< null: this and the names are as before
    std::optional<Error> error; ///< the record could not be read; the snapshot is an empty one
};

/// Lives on the store thread, with the project it owns.
struct Store::Worker : QObject {
    Worker(std::shared_ptr<const Clock> with, Store *of) : clock(std::move(with)), store(of), idle(this), loading(this)
    {
        idle.setSingleShot(true);
        connect(&idle, &QTimer::timeout, this, [this] { tell(true); });
        loading.setSingleShot(true);
        connect(&loading, &QTimer::timeout, this, [this] { loadOn(); });
    }

    /// After every call: what has changed goes to the GUI thread. A snapshot costs as much as the record is large. Who asks on the GUI
    /// thread has it with the answer; in a batch of another thread's calls one is made only when the last is some time old, and
    /// the timer makes the one at the end. A question in the midst of such a batch that changed nothing has none made for it: every
    /// new one is asked about, and each answer would make the next.
    void callDone(bool onWindowsThread, bool hasChanged)
    {
        const bool forWindow = onWindowsThread && (hasChanged || !(project && project->isInBatch()));
        const bool isNews = project && project->revision() != toldRevision;
        const qint64 pause = forWindow ? std::max<qint64>(150, 4 * buildTime) : std::max<qint64>(400, 12 * buildTime);
        const bool isCalm = waiting.load() == 0 && !(project && project->isInBatch());
        const bool isDue = toldSession != session || (isNews && (forWindow || isCalm || sinceSnapshot.elapsed() > pause));
        tell(isDue);
        if (isNews && !isDue && !idle.isActive())
            idle.start(static_cast<int>(pause));
    }

    void tell(bool withSnapshot)
    {
        State state;
        state.open = project != nullptr;
        state.session = session;
        if (project) {
            state.readOnly = project->isReadOnly();
            state.path = project->path();
        }
        if (withSnapshot)
            addSnapshot(state);
        QMetaObject::invokeMethod(store, [store = store, state = std::move(state)] { store->take(state); }, Qt::QueuedConnection);
    }

    void addSnapshot(State &state)
    {
        idle.stop();
        QElapsedTimer timer;
        timer.start();
        state.snapshot = std::make_shared<Snapshot>();
        if (project) {
            state.undo = project->undoStep();
            state.redo = project->redoStep();
            if (const auto made = project->snapshot())
                state.snapshot = *made;
            else
                state.error = made.error();
            toldRevision = project->revision();
        }
        toldSession = session;
        buildTime = timer.elapsed();
        sinceSnapshot.start();
    }

    void replace(std::unique_ptr<Project> next)
    {
        project = std::move(next);
        ++session;
        loading.start(0);
    }

    /// Between the calls of others, and never while articles come in: what is asked for is not kept waiting for more than a slice.
    void loadOn()
    {
        constexpr std::chrono::milliseconds slice{4};
        constexpr int soon = 1;   // ms
        constexpr int pause = 50;
        constexpr int later = 2000; // whether so much has changed that it is worth reading anew
        if (!project)
            return;
        const bool isBusy = waiting.load() > 0 || project->isInBatch();
        const bool isDone = !isBusy && project->loadQuotes(slice);
        loading.start(isDone ? later : isBusy ? pause : soon);
    }

    std::shared_ptr<const Clock> clock;
    Store *store; ///< outlives the worker: its destructor waits for the thread
    std::unique_ptr<Project> project;
    quint64 session = 0;     ///< which project: grows when another one, or none, takes the place
    quint64 toldSession = 0; ///< what the window was told last
    quint64 toldRevision = 0;
    QTimer idle;
    QTimer loading; ///< of the index of quotations
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
        m_worker->loading.stop();
        m_worker->moveToThread(here);
    }, Qt::BlockingQueuedConnection);
    m_worker->thread.quit();
    m_worker->thread.wait();
}

void Store::post(std::function<void(Project *, quint64)> call, std::function<void()> finish)
{
    // Whoever asks on this thread is answered on it, behind the news of what the call changed. A worker that waits for its answer
    // must not wait for this thread's events.
    const bool answersHere = QThread::currentThread() == thread();
    ++m_worker->waiting;
    QMetaObject::invokeMethod(m_worker.get(), [this, answersHere, worker = m_worker.get(), call = std::move(call), finish = std::move(finish)] {
        const auto revision = [worker] { return worker->project ? worker->project->revision() : 0; };
        const quint64 before = revision();
        call(worker->project.get(), worker->session);
        --worker->waiting;
        worker->callDone(answersHere, revision() != before);
        if (answersHere)
            QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
        else
            finish();
    }, Qt::QueuedConnection);
}

void Store::take(const State &state)
{
    const bool openDiffers = state.session != m_session;
    const bool historyDiffers = state.snapshot && (state.undo != m_undo || state.redo != m_redo);
    m_open = state.open;
    m_readOnly = state.readOnly;
    m_path = state.path;
    m_session = state.session;
    if (state.snapshot) {
        m_undo = state.undo;
        m_redo = state.redo;
        m_snapshot = state.snapshot;
    }
    if (openDiffers)
        Q_EMIT openChanged();
    if (state.snapshot)
        Q_EMIT snapshotChanged();
    if (historyDiffers)
        Q_EMIT historyChanged();
    if (state.error)
        Q_EMIT recordUnreadable(*state.error);
}

QFuture<Result<void>> Store::replaceProject(std::function<Result<std::unique_ptr<Project>>(Worker &)> next)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    post(
        [promise, next = std::move(next), worker = m_worker.get()](Project *, quint64) {
            auto opened = next(*worker);
            if (opened)
                worker->replace(std::move(*opened)); // only now the other one closes: a failure leaves it as it was
            promise->addResult(opened ? Result<void>() : std::unexpected(opened.error()));
        },
        [promise] { promise->finish(); });
    return promise->future();
}

QFuture<Result<void>> Store::open(const QString &path, OpenMode mode)
{
    return replaceProject([path, mode](Worker &worker) -> Result<std::unique_ptr<Project>> {
        const QString file = QFileInfo(path).canonicalFilePath();
        if (worker.project && !file.isEmpty() && file == QFileInfo(worker.project->path()).canonicalFilePath())
            worker.replace({}); // a file is never open twice
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
    post([worker = m_worker.get()](Project *, quint64) { worker->replace({}); }, [promise] { promise->finish(); });
    return promise->future();
}

} // namespace onrecord::store
