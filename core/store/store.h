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

    /// When the new project is open, what was open before is closed; when it fails, what was open stays as it was (the same file
    /// again closes first).
    QFuture<Result<void>> open(const QString &path, OpenMode mode = OpenMode::ReadWrite);
    QFuture<Result<void>> create(const QString &path);
    QFuture<void> close();

    /// Runs `call(Project &)` on the store thread; its return value (a Result) arrives in the future. Fault::NotFound when no
    /// project is open. After a call that changed the record, snapshotChanged() is emitted on the GUI thread, before the answer
    /// to a question asked there; in a batch that another thread fills not after each, but always after the last.
    template<class Call>
    auto run(Call call) -> QFuture<std::invoke_result_t<Call, Project &>>
    {
        return runWhen([](quint64) { return true; }, std::move(call));
    }

    /// The same for a call that is about one project: Fault::Conflict when another one has taken its place, however the two crossed.
    template<class Call>
    auto runIn(quint64 session, Call call) -> QFuture<std::invoke_result_t<Call, Project &>>
    {
        return runWhen([session](quint64 open) { return session == open; }, std::move(call));
    }

    [[nodiscard]] SnapshotPtr snapshot() const { return m_snapshot; } ///< never null
    /// Which project that snapshot is of: another number for every opening and closing.
    [[nodiscard]] quint64 session() const { return m_session; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] const ChangeSet &undoStep() const { return m_undo; } ///< without a name when there is nothing
    [[nodiscard]] const ChangeSet &redoStep() const { return m_redo; }
    [[nodiscard]] QString undoName() const { return m_undo.name; }
    [[nodiscard]] QString redoName() const { return m_redo.name; }

Q_SIGNALS:
    void snapshotChanged();
    void openChanged();
    void historyChanged();
    /// The rows of the open project cannot be read; what is shown of it is nothing.
    void recordUnreadable(const onrecord::Error &error);

private:
    struct Worker;
    struct State;

    template<class Allowed, class Call>
    auto runWhen(Allowed isAllowed, Call call) -> QFuture<std::invoke_result_t<Call, Project &>>
    {
        using R = std::invoke_result_t<Call, Project &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        auto future = promise->future();
        post(
            [promise, isAllowed, call = std::move(call)](Project *project, quint64 session) mutable {
                if (!isAllowed(session))
                    promise->addResult(R(fail(Fault::Conflict, QStringLiteral("another project has been opened meanwhile"))));
                else if (project)
                    promise->addResult(call(*project));
                else
                    promise->addResult(R(fail(Fault::NotFound, QStringLiteral("no project is open"))));
            },
            [promise] { promise->finish(); });
        return future;
    }

    QFuture<Result<void>> replaceProject(std::function<Result<std::unique_ptr<Project>>(Worker &)> next);
    void post(std::function<void(Project *, quint64)> call, std::function<void()> finish);
    void take(const State &state);

    std::unique_ptr<Worker> m_worker;
    SnapshotPtr m_snapshot;
    QString m_path;
    ChangeSet m_undo, m_redo;
    quint64 m_session = 0;
    bool m_open = false;
    bool m_readOnly = false;
};

} // namespace onrecord::store
