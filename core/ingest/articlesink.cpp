// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/articlesink.h"

namespace onrecord::ingest {

namespace {

template<class T>
Result<void> withoutValue(const Result<T> &result)
{
    if (!result)
        return std::unexpected(result.error());
    return {};
}

} // namespace

Result<void> ProjectSink::addNote(ItemId about, const QString &text)
{
    return withoutValue(m_project.addNote(about, text));
}

Result<void> ProjectSink::addEvent(const Event &event)
{
    return withoutValue(m_project.addEvent(event));
}

template<class Call>
auto StoreSink::ask(Call call) -> std::invoke_result_t<Call, store::Project &>
{
    auto future = m_store.runIn(m_session, std::move(call));
    future.waitForFinished();
    if (future.resultCount() == 0)
        return fail(Fault::Cancelled); // the store went away
    return future.takeResult();
}

Result<void> StoreSink::begin(const QString &name)
{
    return ask([name](store::Project &project) { return project.beginBatch(name); });
}

Result<store::Added> StoreSink::add(store::NewArticle article)
{
    return ask([article = std::move(article)](store::Project &project) { return project.addArticle(article); });
}

Result<void> StoreSink::end()
{
    return ask([](store::Project &project) { return project.endBatch(); });
}

Result<void> StoreSink::addNote(ItemId about, const QString &text)
{
    return ask([about, text](store::Project &project) { return withoutValue(project.addNote(about, text)); });
}

Result<void> StoreSink::addEvent(const Event &event)
{
    return ask([event](store::Project &project) { return withoutValue(project.addEvent(event)); });
}

Result<SnapshotPtr> StoreSink::snapshot()
{
    return ask([](store::Project &project) { return project.snapshot(); });
}

} // namespace onrecord::ingest
