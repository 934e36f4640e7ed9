// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>
#include <memory>

namespace onrecord::store {

/// A project on its own thread, for programs with an event loop. Made and used on the GUI thread, never blocks it (but for the
/// destructor, which waits for the calls under way). Calls run in order of asking. Only run() may also be called on a worker thread,
/// which may wait for its answer.
class Store : public QObject
{
    Q_OBJECT
public:
    explicit Store(std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~Store() override;

    /// When the new project is open, what was open before is closed; when it fails, what was open stays as it was.
    QFuture<Result<void>> open(const QString &path, OpenMode mode = OpenMode::ReadWrite);
    QFuture<Result<void>> create(const QString &path);
    QFuture<void> close();

    /// Runs `call(Project &)` on the store thread; its return value (a Result) arrives in the future. Fault::NotFound when no
    /// project is open. After a call that changed the record, snapshotChanged() is emitted on the GUI thread, before the answer
    /// to a question asked there; in a quick row of calls not after each, but always after the last.
    template<class Call>
    auto run(Call call) -> QFuture<std::invoke_result_t<Call, Project &>>
    {
        using R = std::invoke_result_t<Call, Project &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        auto future = promise->future();
        post(
            [promise, call = std::move(call)](Project *project) mutable {
                if (project)
                    promise->addResult(call(*project));
                else
                    promise->addResult(R(fail(Fault::NotFound, QStringLiteral("no project is open"))));
            },
            [promise] { promise->finish(); });
        return future;
    }

    [[nodiscard]] SnapshotPtr snapshot() const { return m_snapshot; } ///< never null
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString undoName() const { return m_undoName; }
    [[nodiscard]] QString redoName() const { return m_redoName; }

Q_SIGNALS:
    void snapshotChanged();
    void openChanged();
    void historyChanged();

private:
    struct Worker;
    struct State;

    QFuture<Result<void>> replaceProject(std::function<Result<std::unique_ptr<Project>>(Worker &)> next);
    void post(std::function<void(Project *)> call, std::function<void()> finish);
    void take(const State &state);

    std::unique_ptr<Worker> m_worker;
    SnapshotPtr m_snapshot;
    QString m_path, m_undoName, m_redoName;
    bool m_open = false;
    bool m_readOnly = false;
};

} // namespace onrecord::store
