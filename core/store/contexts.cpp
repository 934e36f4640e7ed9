// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/contexts.h"

#include <map>

namespace onrecord::store {

namespace {

match::ArticleNames namesIn(const Snapshot &snapshot, ArticleId article)
{
    std::map<AgentId, std::vector<Span>> spans;
    for (const MentionId id : snapshot.mentionsIn(article)) {
        const Mention *mention = snapshot.mention(id);
        spans[mention->agent].push_back(mention->span);
    }
    match::ArticleNames out;
    for (const auto &[id, of] : spans) {
        if (const Agent *agent = snapshot.agent(id))
            out.add(of, agent->type, agent->name);
    }
    out.finish();
    return out;
}

} // namespace

Result<std::vector<match::FigureContext>> figureContexts(const Project &project, std::span<const ArticleId> articles)
{
    const auto record = project.snapshot();
    if (!record)
        return std::unexpected(record.error());
    const Snapshot &snapshot = **record;
    std::vector<match::FigureContext> out;
    for (const ArticleId id : articles) {
        const Article *article = snapshot.article(id);
        if (!article || snapshot.figuresIn(id).empty())
            continue;
        const auto text = project.articleText(id);
        if (!text)
            return std::unexpected(text.error());
        const match::ArticleNames names = namesIn(snapshot, id);
        for (const FigureId figure : snapshot.figuresIn(id))
            out.push_back(match::readContext(*snapshot.figure(figure), *text, names, article->language));
    }
    return out;
}

} // namespace onrecord::store
