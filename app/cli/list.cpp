// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "claimlist.h"
#include "command.h"
#include "core/match/coverage.h"
#include "core/record/speakers.h"
#include "core/record/spelling.h"
#include "core/store/draft.h"
#include "openproject.h"
#include "shapes.h"

#include <algorithm>
#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr auto kind = "kind"_L1;
constexpr auto speaker = "speaker"_L1;

constexpr std::array<Option, 3> options{{
    {json, {}, "an array of objects"_L1},
    {kind, "KIND"_L1,
     "of quotations only: statement, fragment, scare, title, hypothetical, indirect or self; may be repeated"_L1},
    {speaker, "NAME"_L1, "of quotations only: those whose speaker has this name"_L1},
}};

QString dateWords(const Dated &date)
{
    return date.when.toEdtf();
}

QString titleOf(const Article &article)
{
    return article.title.value.isEmpty() ? article.fileName : article.title.value;
}

Listing articles(const Snapshot &snapshot)
{
    Listing out{{u"ID"_s, u"PUBLISHED"_s, u"OUTLET"_s, u"QUOTATIONS"_s, u"TITLE"_s}, {}, {}};
    for (const Article &article : snapshot.articles()) {
        out.objects.append(toJson(snapshot, article));
        out.rows.push_back({QString::number(article.id.value), dateWords(article.published),
                            snapshot.outletName(article.id), QString::number(snapshot.quotationsIn(article.id).size()),
                            titleOf(article)});
    }
    return out;
}

Listing agents(const Snapshot &snapshot, AgentType type)
{
    Listing out{{u"ID"_s, u"QUOTATIONS"_s, u"MENTIONS"_s, u"NAME"_s, u"ROLE"_s}, {}, {}};
    for (const Agent &agent : snapshot.agents()) {
        if (agent.type != type)
            continue;
        out.objects.append(toJson(snapshot, agent));
        out.rows.push_back({QString::number(agent.id.value), QString::number(snapshot.quotationsBy(agent.id).size()),
                            QString::number(snapshot.mentionsOf(agent.id).size()), agent.name, agent.role});
    }
    return out;
}

bool hasName(const Snapshot &snapshot, AgentId id, const QString &name)
{
    const Agent *agent = snapshot.agent(id);
    if (!agent)
        return false;
    const auto same = [&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    return same(agent->name) || std::ranges::any_of(agent->names, same, &AgentName::name);
}

Listing quotations(const Snapshot &snapshot, const store::Project &project, const Arguments &arguments)
{
    Listing out{{u"ID"_s, u"ARTICLE"_s, u"KIND"_s, u"SPEAKER"_s, u"SAID"_s, u"WORDS"_s}, {}, {}};
    CodePoints points(project);
    const QStringList kinds = arguments.values(kind);
    for (const Quotation &quotation : snapshot.quotations()) {
        if (!kinds.isEmpty() && !kinds.contains(spelling(quotation.kind)))
            continue;
        if (arguments.has(speaker) && std::ranges::none_of(speakersOf(quotation), [&](AgentId id) { return hasName(snapshot, id, arguments.value(speaker)); }))
            continue;
        if (arguments.has(json))
            out.objects.append(toJson(snapshot, quotation, points));
        out.rows.push_back({QString::number(quotation.id.value), QString::number(quotation.article.value),
                            QString(spelling(quotation.kind)), namesOf(snapshot, speakersOf(quotation)),
                            dateWords(quotation.said), quotation.content.exact});
    }
    return out;
}

Listing figures(const Snapshot &snapshot, const store::Project &project, const Arguments &arguments)
{
    Listing out{{u"ID"_s, u"ARTICLE"_s, u"WORDS"_s, u"SUBJECT"_s, u"PREDICATE"_s, u"ASSERTED BY"_s}, {}, {}};
    CodePoints points(project);
    for (const Figure &figure : snapshot.figures()) {
        if (arguments.has(json))
            out.objects.append(toJson(snapshot, figure, points));
        out.rows.push_back({QString::number(figure.id.value), QString::number(figure.article.value),
                            figure.content.exact, figure.subject, figure.predicate,
                            nameOf(snapshot, figure.assertedBy)});
    }
    return out;
}

Listing events(const Snapshot &snapshot)
{
    Listing out{{u"ID"_s, u"WHEN"_s, u"BASIS"_s, u"EVENT"_s}, {}, {}};
    for (const Event &event : snapshot.events()) {
        out.objects.append(toJson(snapshot, event));
        out.rows.push_back(
            {QString::number(event.id.value), dateWords(event.when), QString(spelling(event.when.basis)), event.name});
    }
    return out;
}

/// Words under two speakers, and quotations that only a headline has.
Result<Listing> misattributions(const Snapshot &snapshot, const store::Project &project)
{
    static const std::array doubts{u"two-speakers"_s, u"organisation-and-person"_s, u"only-in-headline"_s};
    const auto found = store::findMisattributions(project);
    if (!found)
        return std::unexpected(found.error());
    Listing out{{u"WHAT"_s, u"SPEAKER"_s, u"OTHER SPEAKER"_s, u"WORDS"_s}, {}, {}};
    CodePoints points(project);
    const auto by = [&](QuotationId id) { return id ? namesOf(snapshot, speakersOf(*snapshot.quotation(id))) : QString(); };
    for (const match::Misattribution &row : *found) {
        const QString doubt = doubts.at(static_cast<size_t>(row.doubt));
        QJsonArray evidence;
        for (const QuotationId id : {row.a, row.b}) {
            if (id)
                evidence.append(toJson(snapshot, *snapshot.quotation(id), points));
        }
        out.objects.append(QJsonObject{{u"doubt"_s, doubt},
                                       {u"words"_s, row.words},
                                       {u"related"_s, row.related},
                                       {u"why"_s, match::explanation(row, snapshot)},
                                       {u"evidence"_s, evidence}});
        out.rows.push_back({doubt, by(row.a), by(row.b), row.words});
    }
    return out;
}

AgentId firstOf(const std::vector<AgentId> &speakers)
{
    return speakers.empty() ? AgentId() : speakers.front();
}

std::vector<AgentId> othersOf(const std::vector<AgentId> &speakers)
{
    return speakers.empty() ? speakers : std::vector(speakers.begin() + 1, speakers.end());
}

/// "X is P" here and "X is not P" there.
Result<Listing> oppositions(const Snapshot &snapshot, const store::Project &project)
{
    const auto found = store::findOppositions(project);
    if (!found)
        return std::unexpected(found.error());
    Listing out{{u"SUBJECT"_s, u"IT IS"_s, u"SAY SO"_s, u"DENY IT"_s}, {}, {}};
    CodePoints points(project);
    for (const match::Opposition &row : *found) {
        QStringList names[2];
        QJsonArray places[2];
        for (const int side : {0, 1}) {
            for (const match::Statement &at : side == 0 ? row.yes : row.no) {
                const Span span = points.of(at.article, at.span);
                const QString who = namesOf(snapshot, at.speakers);
                names[side] << (who.isEmpty() ? titleOf(*snapshot.article(at.article)) : who);
                places[side].append(QJsonObject{{u"article"_s, at.article.value},
                                                {u"start"_s, span.start},
                                                {u"end"_s, span.end},
                                                {u"text"_s, at.propertyPrinted},
                                                {u"outright"_s, at.isSaidOutright},
                                                {u"speaker"_s, orNull(nameOf(snapshot, firstOf(at.speakers)))},
                                                {u"also_speakers"_s, alsoNames(snapshot, othersOf(at.speakers))}});
            }
        }
        out.objects.append(QJsonObject{
            {u"subject"_s, row.subject}, {u"property"_s, row.property}, {u"yes"_s, places[0]}, {u"no"_s, places[1]}});
        out.rows.push_back({row.subject, row.property, names[0].join(u", "_s), names[1].join(u", "_s)});
    }
    return out;
}

/// Whom an outlet gives the words to.
std::vector<AgentId> speakersIn(const Snapshot &snapshot, ItemId item)
{
    const Quotation *quotation = item.type == ItemType::Quotation ? snapshot.quotation({item.value}) : nullptr;
    return quotation ? speakersOf(*quotation) : std::vector<AgentId>();
}

/// Remarks and claims against outlets.
Listing coverage(const Snapshot &snapshot)
{
    static const std::array carriages{u"verbatim"_s, u"other-speaker"_s, u"shortened"_s, u"altered"_s, u"paraphrased"_s, u"absent"_s};
    const match::Coverage made = match::coverage(snapshot);
    Listing out{{u"WORDS"_s}, {}, {}};
    QStringList names;
    for (const match::CoverageColumn &column : made.columns) {
        const Outlet *outlet = snapshot.outlet(column.outlet);
        const Article *article = snapshot.article(column.article);
        names << (outlet ? outlet->name : article ? titleOf(*article) : QString());
    }
    out.headings << names;
    for (const match::CoverageRow &row : made.rows) {
        QStringList cells{row.words};
        QJsonArray carried;
        for (size_t i = 0; i < row.cells.size(); ++i) {
            const match::CoverageCell &cell = row.cells[i];
            const std::vector<AgentId> speakers = speakersIn(snapshot, cell.item);
            cells << carriages.at(static_cast<size_t>(cell.carriage));
            carried.append(QJsonObject{
                {u"outlet"_s, names[static_cast<qsizetype>(i)]},
                {u"carriage"_s, cells.back()},
                {u"speaker"_s, orNull(nameOf(snapshot, firstOf(speakers)))},
                {u"also_speakers"_s, alsoNames(snapshot, othersOf(speakers))},
                {u"copy_of"_s, cell.copyOf ? QJsonValue(cell.copyOf.value) : QJsonValue(QJsonValue::Null)},
                {u"item"_s, cell.item.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(cell.item.value)}});
        }
        out.objects.append(QJsonObject{{u"words"_s, row.words},
                                       {u"speaker"_s, orNull(nameOf(snapshot, firstOf(row.speakers)))},
                                       {u"also_speakers"_s, alsoNames(snapshot, othersOf(row.speakers))},
                                       {u"claim"_s, row.what.type == ItemType::Claim},
                                       {u"sources"_s, row.carriers},
                                       {u"cells"_s, carried}});
        out.rows.push_back(cells);
    }
    return out;
}

int run(const Arguments &arguments)
{
    const QString what = arguments.plain()[1];
    static const QStringList known{u"articles"_s,        u"people"_s,      u"organisations"_s,
                                   u"quotations"_s,      u"figures"_s,     u"events"_s,
                                   u"misattributions"_s, u"oppositions"_s, u"coverage"_s,
                                   u"claims"_s,          u"relations"_s};
    for (const QString &word : arguments.values(kind)) {
        if (!kindFromSpelling(word)) {
            say(u"there is no kind “%1”"_s.arg(word));
            return WrongUse;
        }
    }
    if (!known.contains(what)) {
        say(u"what to list is one of: "_s + known.join(u", "_s));
        return WrongUse;
    }
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    const auto read = project->snapshot();
    if (!read)
        return refused(read.error());
    const Snapshot &snapshot = **read;
    const auto doubts = what == u"misattributions"_s ? misattributions(snapshot, *project)
        : what == u"oppositions"_s                   ? oppositions(snapshot, *project)
                                                     : Result<Listing>();
    if (!doubts)
        return refused(doubts.error());
    const Listing listing = what == u"misattributions"_s || what == u"oppositions"_s ? *doubts
        : what == u"coverage"_s                                                      ? coverage(snapshot)
        : what == u"claims"_s                                                        ? claimList(snapshot)
        : what == u"relations"_s                                                     ? relationList(snapshot)
        : what == u"articles"_s                                                      ? articles(snapshot)
        : what == u"people"_s        ? agents(snapshot, AgentType::Person)
        : what == u"organisations"_s ? agents(snapshot, AgentType::Organisation)
        : what == u"quotations"_s    ? quotations(snapshot, *project, arguments)
        : what == u"figures"_s       ? figures(snapshot, *project, arguments)
                                     : events(snapshot);
    if (arguments.has(json))
        printJson(listing.objects);
    else
        printTable(listing.headings, listing.rows, 80);
    return Done;
}

} // namespace

constinit const Command listCommand{
    "list"_L1,
    "PROJECT articles|people|organisations|quotations|figures|events|claims|relations|misattributions|oppositions|coverage"_L1,
    2,
    2,
    "list what a project holds"_L1,
    {},
    options,
    run};

} // namespace onrecord::cli
