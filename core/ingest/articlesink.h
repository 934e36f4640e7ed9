// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "core/store/store.h"

namespace onrecord::ingest {

/// Where an import puts what it read: a project on this thread, or the store of a window. Each call is one transaction; called
/// by the importing thread only.
class ArticleSink
{
public:
    virtual ~ArticleSink() = default;
    [[nodiscard]] virtual QString projectPath() = 0;
    virtual Result<void> begin(const QString &name) = 0;
    virtual Result<store::Added> add(store::NewArticle article) = 0;
    virtual Result<void> end() = 0;
    virtual Result<void> addNote(ItemId about, const QString &text) = 0;
    virtual Result<void> addEvent(const Event &event) = 0;
    virtual Result<SnapshotPtr> snapshot() = 0;
};

/// A project opened on the importing thread.
class ProjectSink final : public ArticleSink
{
public:
    explicit ProjectSink(store::Project &project) : m_project(project) {}
    [[nodiscard]] QString projectPath() override { return m_project.path(); }
    Result<void> begin(const QString &name) override { return m_project.beginBatch(name); }
    Result<store::Added> add(store::NewArticle article) override { return m_project.addArticle(article); }
    Result<void> end() override { return m_project.endBatch(); }
    Result<void> addNote(ItemId about, const QString &text) override;
    Result<void> addEvent(const Event &event) override;
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
    Result<store::Added> add(store::NewArticle article) override;
    Result<void> end() override;
    Result<void> addNote(ItemId about, const QString &text) override;
    Result<void> addEvent(const Event &event) override;
    Result<SnapshotPtr> snapshot() override;

private:
    template<class Call>
    auto ask(Call call) -> std::invoke_result_t<Call, store::Project &>;

    store::Store &m_store;
    QString m_path;
    quint64 m_session;
};

} // namespace onrecord::ingest
