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

Result<void> addAll(store::Project &project, const std::vector<Event> &events)
{
    return project.oneStep(QStringLiteral("Add the Events of the Story"), {}, [&events](store::Project &into) -> Result<void> {
        for (const Event &event : events) {
            if (const auto added = into.addEvent(event); !added)
                return std::unexpected(added.error());
        }
        return {};
    });
}

} // namespace

Result<void> ProjectSink::addEvents(const std::vector<Event> &events)
{
    return addAll(m_project, events);
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

std::vector<Result<store::Added>> StoreSink::add(const Articles &articles)
{
    using Answers = Result<std::vector<Result<store::Added>>>;
    auto answers = ask([articles](store::Project &project) -> Answers { return project.addArticles(*articles); });
    if (answers)
        return std::move(*answers);
    return {articles->size(), std::unexpected(answers.error())};
}

Result<void> StoreSink::end()
{
    return ask([](store::Project &project) { return project.endBatch(); });
}

Result<void> StoreSink::addEvents(const std::vector<Event> &events)
{
    return ask([events](store::Project &project) { return addAll(project, events); });
}

Result<SnapshotPtr> StoreSink::snapshot()
{
    return ask([](store::Project &project) { return project.snapshot(); });
}

} // namespace onrecord::ingest
