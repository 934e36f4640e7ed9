// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "core/store/store.h"

#include <memory>
#include <vector>

namespace onrecord::ingest {

/// Where an import puts what it read: a project on this thread, or the store of a window. Called by the importing thread only.
class ArticleSink
{
public:
    using Articles = std::shared_ptr<const std::vector<store::NewArticle>>;

    virtual ~ArticleSink() = default;
    [[nodiscard]] virtual QString projectPath() = 0;
    virtual Result<void> begin(const QString &name) = 0;
    /// One transaction for all; an answer an article, in their order. What is answered with a value is on the disk.
    virtual std::vector<Result<store::Added>> add(const Articles &articles) = 0;
    virtual Result<void> end() = 0;
    virtual Result<void> addEvents(const std::vector<Event> &events) = 0; ///< one undo step
    virtual Result<SnapshotPtr> snapshot() = 0;
};

/// A project opened on the importing thread.
class ProjectSink final : public ArticleSink
{
public:
    explicit ProjectSink(store::Project &project) : m_project(project) {}
    [[nodiscard]] QString projectPath() override { return m_project.path(); }
    Result<void> begin(const QString &name) override { return m_project.beginBatch(name); }
    std::vector<Result<store::Added>> add(const Articles &articles) override { return m_project.addArticles(*articles); }
    Result<void> end() override { return m_project.endBatch(); }
    Result<void> addEvents(const std::vector<Event> &events) override;
    Result<SnapshotPtr> snapshot() override { return m_project.snapshot(); }

private:
    store::Project &m_project;
};

/// A window's store. The importing thread is never the GUI thread: every call waits for the store's thread. The store must outlive
/// the import; closing its project in between, or opening another, makes the calls fail with Conflict.
class StoreSink final : public ArticleSink
{
public:
    /// On the GUI thread: notes which project is open.
    explicit StoreSink(store::Store &store) : m_store(store), m_path(store.path()), m_session(store.session()) {}
    [[nodiscard]] QString projectPath() override { return m_path; }
    Result<void> begin(const QString &name) override;
    std::vector<Result<store::Added>> add(const Articles &articles) override;
    Result<void> end() override;
    Result<void> addEvents(const std::vector<Event> &events) override;
    Result<SnapshotPtr> snapshot() override;

private:
    template<class Call>
    auto ask(Call call) -> std::invoke_result_t<Call, store::Project &>;

    store::Store &m_store;
    QString m_path;
    quint64 m_session;
};

} // namespace onrecord::ingest
