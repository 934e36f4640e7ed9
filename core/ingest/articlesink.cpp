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

std::vector<Result<store::Added>> StoreSink::add(std::vector<store::NewArticle> articles)
{
    using Answers = Result<std::vector<Result<store::Added>>>;
    const size_t count = articles.size();
    auto answers = ask([articles = std::move(articles)](store::Project &project) -> Answers { return project.addArticles(articles); });
    if (answers)
        return std::move(*answers);
    return {count, std::unexpected(answers.error())};
}

Result<void> StoreSink::end()
{
    return ask([](store::Project &project) { return project.endBatch(); });
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
