// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/draft.h"

#include "core/extract/extraction.h"
#include "core/store/contexts.h"
#include "core/store/verify.h"

#include <algorithm>

namespace onrecord::store {

namespace {

bool isChecked(const extract::FoundQuotation &quotation)
{
    return quotation.directness != Directness::Indirect && quotation.kind != Kind::Scare
        && quotation.kind != Kind::Title && quotation.kind != Kind::Hypothetical;
}

extract::Extraction read(const io::ReadDocument &draft)
{
    extract::Options options;
    options.language = draft.language;
    options.published = draft.published.when;
    options.authors = draft.authors;
    for (const Region &region : draft.regions) {
        if (region.struck)
            options.struck.push_back(region.span);
    }
    return extract::extract(draft.text, options);
}

Result<void> checkQuotes(const Project &project, const io::ReadDocument &draft, const extract::Extraction &found,
                         match::DraftReport &out)
{
    for (const extract::FoundQuotation &quotation : found.quotations) {
        if (!isChecked(quotation))
            continue;
        match::DraftQuote row;
        row.span = quotation.content;
        row.text = draft.text.sliced(quotation.content.start, quotation.content.length());
        if (quotation.speaker >= 0) {
            const extract::FoundAgent &agent = found.agents[static_cast<size_t>(quotation.speaker)];
            if (agent.type == AgentType::Person || agent.type == AgentType::Organisation)
                row.speaker = agent.name;
        }
        constexpr int mostHits = 10;
        auto answer = verify(project, row.text, row.speaker, mostHits);
        if (!answer && answer.error().fault == Fault::BadInput)
            continue; // marks around no word
        if (!answer)
            return std::unexpected(answer.error());
        row.answer = std::move(*answer);
        out.searched = row.answer.searched;
        out.quotes.push_back(std::move(row));
    }
    return {};
}

Result<void> checkFigures(const Project &project, const io::ReadDocument &draft, const extract::Extraction &found,
                          match::DraftReport &out)
{
    if (found.figures.empty())
        return {};
    const auto record = project.snapshot();
    if (!record)
        return std::unexpected(record.error());
    std::vector<ArticleId> articles;
    for (const Article &article : (*record)->articles())
        articles.push_back(article.id);
    const auto contexts = figureContexts(project, articles);
    if (!contexts)
        return std::unexpected(contexts.error());
    std::vector<Span> names;
    for (const extract::FoundAgent &agent : found.agents) {
        if (agent.type != AgentType::Unnamed)
            names.insert(names.end(), agent.mentions.begin(), agent.mentions.end());
    }
    std::ranges::sort(names, {}, [](Span s) { return s.end; });
    for (const extract::FoundFigure &f : found.figures) {
        Figure figure;
        figure.content = anchorAt(draft.text, f.content);
        figure.value = f.value;
        figure.max = f.max;
        figure.unit = f.unit;
        figure.qualifier = f.qualifier;
        figure.subject = f.subject;
        figure.predicate = f.predicate;
        out.figures.push_back(match::supportOf(figure, match::readContext(figure, draft.text, names, draft.language),
                                               **record, *contexts));
    }
    return {};
}

} // namespace

Result<match::DraftReport> checkDraft(const Project &project, const io::ReadDocument &draft)
{
    const extract::Extraction found = read(draft);
    match::DraftReport out;
    if (const auto done = checkQuotes(project, draft, found, out); !done)
        return std::unexpected(done.error());
    if (const auto done = checkFigures(project, draft, found, out); !done)
        return std::unexpected(done.error());
    return out;
}

Result<std::vector<match::Misattribution>> findMisattributions(const Project &project)
{
    const auto record = project.snapshot();
    if (!record)
        return std::unexpected(record.error());
    auto out = match::misattributions(**record);
    for (const Article &article : (*record)->articles()) {
        if (!match::quotesInHeadline(**record, article.id))
            continue;
        const auto text = project.articleText(article.id);
        if (!text)
            return std::unexpected(text.error());
        std::ranges::copy(match::headlineOnly(**record, article.id, *text), std::back_inserter(out));
    }
    return out;
}

Result<std::vector<match::Opposition>> findOppositions(const Project &project)
{
    const auto record = project.snapshot();
    if (!record)
        return std::unexpected(record.error());
    std::vector<match::Statement> all;
    for (const bool isPassing : {false, true}) {
        std::vector<match::Statement> denied;
        std::ranges::copy_if(all, std::back_inserter(denied), &match::Statement::isDenied);
        if (isPassing && denied.empty())
            break;
        for (const Article &article : (*record)->articles()) {
            const auto text = project.articleText(article.id);
            if (!text)
                return std::unexpected(text.error());
            std::ranges::copy(isPassing ? match::passingStatements(**record, article.id, *text, denied)
                                        : match::statementsIn(**record, article.id, *text),
                              std::back_inserter(all));
        }
    }
    return match::oppositions(all);
}

} // namespace onrecord::store
