// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/contexts.h"

#include <algorithm>

namespace onrecord::store {

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
        std::vector<Span> names;
        for (const MentionId mention : snapshot.mentionsIn(id)) {
            const Mention *row = snapshot.mention(mention);
            if (const Agent *agent = snapshot.agent(row->agent); agent && agent->type != AgentType::Unnamed)
                names.push_back(row->span);
        }
        std::ranges::sort(names, {}, [](Span s) { return s.end; });
        for (const FigureId figure : snapshot.figuresIn(id))
            out.push_back(match::readContext(*snapshot.figure(figure), *text, names, article->language));
    }
    return out;
}

} // namespace onrecord::store
