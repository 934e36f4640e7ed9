// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/draft.h"

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

/// Of those who say it, whom a record could know.
QStringList namesIn(const extract::Extraction &found, const extract::FoundQuotation &quotation)
{
    std::vector<int> speakers{quotation.speaker};
    speakers.insert(speakers.end(), quotation.alsoSpeakers.begin(), quotation.alsoSpeakers.end());
    QStringList names;
    for (const int speaker : speakers) {
        const extract::FoundAgent *agent = speaker < 0 ? nullptr : &found.agents[static_cast<size_t>(speaker)];
        if (agent && (agent->type == AgentType::Person || agent->type == AgentType::Organisation))
            names.append(agent->name);
    }
    return names;
}

bool namesAnother(const match::Verification &answer)
{
    return !answer.hits.empty() && !answer.hits.front().speakerAgrees;
}

} // namespace

DraftReading readDraft(io::ReadDocument draft)
{
    extract::Options options;
    options.language = draft.language;
    options.published = draft.published.when;
    options.authors = draft.authors;
    for (const Region &region : draft.regions) {
        if (region.struck)
            options.struck.push_back(region.span);
        else if (region.kind == RegionKind::BlockQuote)
            options.setApart.push_back(region.span);
    }
    DraftReading out;
    out.found = extract::extract(draft.text, options);
    out.draft = std::move(draft);
    for (const extract::FoundQuotation &quotation : out.found.quotations) {
        match::DraftQuote quote;
        quote.span = quotation.content;
        quote.text = out.draft.text.sliced(quotation.content.start, quotation.content.length());
        if (!isChecked(quotation) || std::ranges::none_of(quote.text, [](QChar c) { return c.isLetterOrNumber(); }))
            continue;
        const QStringList names = namesIn(out.found, quotation);
        quote.speaker = names.value(0);
        quote.alsoSpeakers = names.mid(1);
        out.quotes.push_back(std::move(quote));
    }
    return out;
}

Result<match::DraftQuote> answerQuote(const Project &project, match::DraftQuote quote)
{
    constexpr int mostHits = 10;
    auto answer = verify(project, quote.text, quote.speaker, mostHits);
    if (!answer)
        return std::unexpected(answer.error());
    // Said by several together: each of them must have said it.
    for (const QString &other : std::as_const(quote.alsoSpeakers)) {
        if (namesAnother(*answer))
            break;
        auto next = verify(project, quote.text, other, mostHits);
        if (!next)
            return std::unexpected(next.error());
        if (namesAnother(*next))
            answer = std::move(next);
    }
    quote.answer = std::move(*answer);
    return quote;
}

std::vector<match::DraftFigure> answerFigures(const DraftReading &reading, const Snapshot &record, std::span<const match::FigureContext> contexts)
{
    match::ArticleNames names;
    for (const extract::FoundAgent &agent : reading.found.agents)
        names.add(agent.mentions, agent.type, agent.name);
    names.finish();
    std::vector<match::DraftFigure> out;
    for (const extract::FoundFigure &f : reading.found.figures) {
        Figure figure;
        figure.content = anchorAt(reading.draft.text, f.content);
        figure.value = f.value;
        figure.max = f.max;
        figure.unit = f.unit;
        figure.qualifier = f.qualifier;
        figure.subject = f.subject;
        figure.predicate = f.predicate;
        out.push_back(match::supportOf(figure, match::readContext(figure, reading.draft.text, names, reading.draft.language), record, contexts));
    }
    return out;
}

Result<match::DraftReport> checkDraft(const Project &project, const io::ReadDocument &draft, const std::function<bool(double)> &progress)
{
    const DraftReading reading = readDraft(draft);
    const auto record = project.snapshot();
    if (!record)
        return std::unexpected(record.error());
    const size_t figuresWeigh = reading.found.figures.empty() ? 0 : 1;
    size_t done = 0;
    const auto isCancelled = [&] { return progress && !progress(double(++done) / double(reading.quotes.size() + figuresWeigh)); };
    match::DraftReport out;
    out.searched = searchedIn(**record);
    for (const match::DraftQuote &quote : reading.quotes) {
        auto answered = answerQuote(project, quote);
        if (!answered)
            return std::unexpected(answered.error());
        out.quotes.push_back(std::move(*answered));
        if (isCancelled())
            return fail(Fault::Cancelled, {});
    }
    if (reading.found.figures.empty())
        return out;
    std::vector<ArticleId> articles;
    for (const Article &article : (*record)->articles())
        articles.push_back(article.id);
    const auto contexts = figureContexts(project, articles);
    if (!contexts)
        return std::unexpected(contexts.error());
    out.figures = answerFigures(reading, **record, *contexts);
    return isCancelled() ? Result<match::DraftReport>(fail(Fault::Cancelled, {})) : out;
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
