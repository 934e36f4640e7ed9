// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>
#include <memory>
#include <utility>

namespace onrecord {

/// Asks questions of worker threads and lets only the newest answer arrive: a new question cancels the old one, and an answer that was
/// under way when cancel() was called never comes. (A plain future.then(receiver, …) delivers stale answers.)
/// Used on one thread with an event loop; owned as a member by whoever waits for the answer.
template<class T>
class Latest
{
public:
    Latest() = default;
    ~Latest() { cancel(); }
    Latest(const Latest &) = delete;
    Latest &operator=(const Latest &) = delete;

    /// `work(QPromise<T> &)` runs on a worker with values only: it tests isCanceled() in its loops and adds one result.
    /// `then(T)` runs on this thread; not at all when the work added nothing.
    template<class Work, class Then>
    void ask(Work work, Then then)
    {
        cancel();
        m_watcher = std::make_unique<QFutureWatcher<T>>();
        QObject::connect(m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(), [this, then = std::move(then)] {
            QFuture<T> future = m_watcher->future();
            m_watcher.release()->deleteLater(); // we are inside its signal; `then` may ask again
            if (!future.isCanceled() && future.resultCount() > 0)
                then(future.takeResult());
        });
        m_watcher->setFuture(QtConcurrent::run([work = std::move(work)](QPromise<T> &promise) { work(promise); }));
    }

    void cancel()
    {
        if (!m_watcher)
            return;
        m_watcher->disconnect();
        m_watcher->cancel();
        m_watcher.reset();
    }

    [[nodiscard]] bool isAsking() const { return m_watcher != nullptr; }

private:
    std::unique_ptr<QFutureWatcher<T>> m_watcher;
};

} // namespace onrecord
