// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An article read anew with a passage struck or restored: what it finds is laid beside what the record has.
#include "core/record/struck.h"
#include "core/store/articlewriter.h"
#include "core/store/projectprivate.h"
#include "core/store/removal.h"
#include "core/store/values.h"

#include <algorithm>
#include <map>
#include <set>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// A row with its place, and whether somebody decided on it or built on it.
struct Placed {
    qint64 id = 0;
    Span content;
    Status status = Status::Suggested;
    bool isDecided = false;
};

constexpr auto placedQuotations =
    "SELECT id, start_at, end_at, status, status <> 1 OR rule = '' OR EXISTS (SELECT 1 FROM evidence WHERE quotation_id = q.id) "
    "OR EXISTS (SELECT 1 FROM carry WHERE quotation_id = q.id) OR EXISTS (SELECT 1 FROM carry WHERE to_id = q.id) "
    "OR EXISTS (SELECT 1 FROM note WHERE about_type = 3 AND about_id = q.id) OR EXISTS (SELECT 1 FROM relation WHERE from_type = 3 AND from_id = q.id) "
    "OR EXISTS (SELECT 1 FROM relation WHERE to_type = 3 AND to_id = q.id) OR EXISTS (SELECT 1 FROM utterance WHERE id = q.utterance_id AND status <> 1) "
    "FROM quotation q WHERE article_id = ? ORDER BY start_at, id";
constexpr auto placedFigures =
    "SELECT id, start_at, end_at, status, status <> 1 OR EXISTS (SELECT 1 FROM evidence WHERE figure_id = f.id) "
    "OR EXISTS (SELECT 1 FROM note WHERE about_type = 4 AND about_id = f.id) OR EXISTS (SELECT 1 FROM relation WHERE from_type = 4 AND from_id = f.id) "
    "OR EXISTS (SELECT 1 FROM relation WHERE to_type = 4 AND to_id = f.id) FROM figure f WHERE article_id = ? ORDER BY start_at, id";
constexpr auto placedDates = "SELECT id, start_at, end_at, 1, EXISTS (SELECT 1 FROM note WHERE about_type = 10 AND about_id = d.id) "
                             "FROM date_mention d WHERE article_id = ? ORDER BY start_at, id";
constexpr auto placedMentions = "SELECT id, start_at, end_at, 1, EXISTS (SELECT 1 FROM note WHERE about_type = 9 AND about_id = m.id) "
                                "FROM mention m WHERE article_id = ? ORDER BY start_at, id";

std::vector<Placed> placed(Connection &connection, const char *sql, ArticleId article)
{
    Query query(connection, sql);
    query.add(article.value);
    std::vector<Placed> rows;
    while (query.next())
        rows.push_back({query.integer(0), {static_cast<qint32>(query.integer(1)), static_cast<qint32>(query.integer(2))}, static_cast<Status>(query.integer(3)), query.integer(4) != 0});
    return rows;
}

bool touches(const std::vector<Span> &spans, Span span)
{
    return std::ranges::any_of(spans, [span](Span one) { return one.overlaps(span); });
}

/// The same words but for an end that somebody moved.
bool isMuchTheSame(Span a, Span b)
{
    const qint32 common = std::min(a.end, b.end) - std::max(a.start, b.start);
    return common * 2 > std::max(a.length(), b.length());
}

/// What is to be done with the rows of one table.
struct Plan {
    std::vector<qint64> gone;
    std::vector<size_t> come; ///< indexes into what was found, ascending
    int kept = 0;             ///< decided ones inside what changed
};

/// `changed`: what was struck, or restored. Elsewhere nothing comes, nor goes unless it is a part of what comes.
Plan planOf(const std::vector<Placed> &rows, const std::vector<Span> &found, const std::vector<Span> &changed)
{
    Plan plan;
    const std::set<Span> isFound(found.begin(), found.end());
    std::set<Span> isThere;
    std::vector<Span> left;
    for (const Placed &row : rows) {
        isThere.insert(row.content);
        if (!touches(changed, row.content))
            continue;
        if (row.isDecided) {
            plan.kept += row.status != Status::Rejected ? 1 : 0;
        } else if (!isFound.contains(row.content)) {
            plan.gone.push_back(row.id);
            left.push_back(row.content);
        }
    }
    std::vector<Span> come;
    for (size_t i = 0; i < found.size(); ++i) {
        const bool isNews = touches(changed, found[i]) || touches(left, found[i]);
        // A decided row that is found as it stands is no other one with an end moved.
        const auto isMoved = [&](const Placed &row) { return row.isDecided && !isFound.contains(row.content) && isMuchTheSame(row.content, found[i]); };
        if (!isNews || isThere.contains(found[i]) || std::ranges::any_of(rows, isMoved))
            continue;
        plan.come.push_back(i);
        come.push_back(found[i]);
    }
    for (const Placed &row : rows) {
        if (!row.isDecided && !isFound.contains(row.content) && !touches(changed, row.content) && touches(come, row.content))
            plan.gone.push_back(row.id);
    }
    return plan;
}

template<class Found>
std::vector<Span> contentsOf(const std::vector<Found> &found)
{
    std::vector<Span> spans;
    for (const Found &one : found)
        spans.push_back(one.content);
    return spans;
}

template<class T>
void keepOnly(std::vector<T> &all, const std::vector<size_t> &indexes)
{
    std::vector<T> kept;
    for (const size_t i : indexes)
        kept.push_back(std::move(all[i]));
    all = std::move(kept);
}

/// The agents that the rest of an extraction speaks of, by mention or reference.
std::vector<bool> neededAgents(const extract::Extraction &extraction)
{
    std::vector<bool> isNeeded;
    for (const extract::FoundAgent &agent : extraction.agents)
        isNeeded.push_back(!agent.mentions.empty());
    const auto need = [&isNeeded](int agent) {
        if (agent >= 0)
            isNeeded[static_cast<size_t>(agent)] = true;
    };
    for (const extract::FoundQuotation &quotation : extraction.quotations)
        need(quotation.speaker);
    for (const extract::FoundFigure &figure : extraction.figures)
        need(figure.assertedBy);
    for (size_t i = 0; i < isNeeded.size(); ++i) {
        if (isNeeded[i])
            need(extraction.agents[i].affiliation);
    }
    return isNeeded;
}

std::vector<Region> regionsOf(Connection &connection, ArticleId article)
{
    Query query(connection, "SELECT start_at, end_at, kind, struck FROM region WHERE article_id = ? ORDER BY start_at, id");
    query.add(article.value);
    std::vector<Region> regions;
    while (query.next())
        regions.push_back({{static_cast<qint32>(query.integer(0)), static_cast<qint32>(query.integer(1))}, static_cast<RegionKind>(query.integer(2)), query.integer(3) != 0});
    return regions;
}

/// Rows of a table that refer to agents, before they go.
void noteAgents(Connection &connection, const char *sql, const std::vector<qint64> &rows, QSet<qint64> &agents)
{
    for (const qint64 row : rows) {
        Query query(connection, sql);
        query.add(row);
        if (query.next() && !query.isNull(0))
            agents.insert(query.integer(0));
    }
}

} // namespace

void ArticleWriter::recognizeAgents(ArticleId article, const extract::Extraction &extraction)
{
    std::map<Span, qint64> byPlace;
    Query query(m_connection, "SELECT start_at, end_at, agent_id FROM mention WHERE article_id = ?");
    query.add(article.value);
    while (query.next())
        byPlace.insert({{static_cast<qint32>(query.integer(0)), static_cast<qint32>(query.integer(1))}, query.integer(2)});
    m_sureAgents.clear();
    for (const extract::FoundAgent &found : extraction.agents) {
        QHash<qint64, int> votes;
        std::pair<int, qint64> most{0, 0};
        for (const Span mention : found.mentions) {
            if (const auto agent = byPlace.find(mention); agent != byPlace.end())
                most = std::max(most, {++votes[agent->second], agent->second});
        }
        m_sureAgents.push_back({most.second});
    }
}

Restruck ArticleWriter::restrike(const Restriking &restriking)
{
    const ArticleId article = restriking.article;
    m_text = restriking.read.document.text;
    m_textId = 0;
    {
        Query row(m_connection, "SELECT a.text_id, t.text FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?");
        row.add(article.value);
        if (!row.next())
            refuse(Fault::NotFound, u"article %1"_s.arg(article.value));
        if (row.text(1) != m_text || regionsOf(m_connection, article) != restriking.was)
            refuse(Fault::Conflict, u"the article was changed while it was read"_s);
        m_textId = row.integer(0);
    }
    const std::vector<Region> &now = restriking.read.document.regions;
    const auto before = struckSpans(restriking.was);
    const auto after = struckSpans(now);
    const std::vector<Span> changed = restriking.struck ? spansWithout(after, before) : spansWithout(before, after);
    changeRegions(article, restriking.was, now);

    extract::Extraction found = restriking.read.extraction;
    auto source = std::make_shared<PreparedSource>(restriking.read.prepared ? *restriking.read.prepared : prepareSource(restriking.read));
    recognizeAgents(article, found);
    const auto quotations = placed(m_connection, placedQuotations, article);
    const Plan ofQuotations = planOf(quotations, contentsOf(found.quotations), changed);
    const Plan ofFigures = planOf(placed(m_connection, placedFigures, article), contentsOf(found.figures), changed);
    const Plan ofDates = planOf(placed(m_connection, placedDates, article), contentsOf(found.dates), changed);
    std::vector<Span> mentions;
    for (const extract::FoundAgent &agent : found.agents)
        mentions.insert(mentions.end(), agent.mentions.begin(), agent.mentions.end());
    const Plan ofMentions = planOf(placed(m_connection, placedMentions, article), mentions, changed);

    QSet<qint64> forsaken;
    noteAgents(m_connection, "SELECT speaker_id FROM quotation WHERE id = ?", ofQuotations.gone, forsaken);
    noteAgents(m_connection, "SELECT asserted_by_id FROM figure WHERE id = ?", ofFigures.gone, forsaken);
    noteAgents(m_connection, "SELECT agent_id FROM mention WHERE id = ?", ofMentions.gone, forsaken);
    for (const qint64 id : ofFigures.gone)
        removeItem(m_writer, FigureId{id});
    for (const qint64 id : ofQuotations.gone)
        removeItem(m_writer, QuotationId{id});
    for (const qint64 id : ofDates.gone)
        removeItem(m_writer, DateMentionId{id});
    for (const qint64 id : ofMentions.gone)
        removeItem(m_writer, MentionId{id});

    keepOnly(found.quotations, ofQuotations.come);
    keepOnly(source->quotations, ofQuotations.come);
    keepOnly(found.figures, ofFigures.come);
    keepOnly(found.dates, ofDates.come);
    std::set<Span> newMentions;
    for (const size_t i : ofMentions.come)
        newMentions.insert(mentions[i]);
    for (extract::FoundAgent &agent : found.agents)
        std::erase_if(agent.mentions, [&newMentions](Span mention) { return !newMentions.contains(mention); });
    const std::vector<bool> isNeeded = neededAgents(found);
    std::vector<size_t> needed;
    for (size_t i = 0; i < isNeeded.size(); ++i) {
        if (isNeeded[i])
            needed.push_back(i);
    }
    keepAgents(found, isNeeded);
    keepOnly(source->agents, needed);
    keepOnly(m_sureAgents, needed);
    // What is known of somebody may come from a later article than this one.
    for (size_t i = 0; i < m_sureAgents.size(); ++i) {
        if (!m_sureAgents[i])
            continue;
        const KnownAgents::Agent &known = m_known.agent(m_connection, m_sureAgents[i]);
        if (!known.known.role.isEmpty())
            found.agents[i].role.clear();
        if (known.affiliation)
            found.agents[i].affiliation = -1;
    }
    m_source = source;
    addAgents(found, article);
    addQuotations(found, article);
    linkFigures(article);
    for (const Placed &row : quotations) {
        if (!std::ranges::contains(ofQuotations.gone, row.id))
            m_quotations.emplace_back(row.content, row.id);
    }
    addFigures(found, article);
    addDates(found, article);
    m_known.write(m_writer);
    removeForsakenAgents(m_writer, forsaken);
    judgeKinAnew(article);
    m_sureAgents.clear();
    return {static_cast<int>(ofQuotations.come.size()), static_cast<int>(ofFigures.come.size()), static_cast<int>(ofQuotations.gone.size() + ofFigures.gone.size()),
            ofQuotations.kept + ofFigures.kept};
}

/// Rows that stay are not touched; one that is struck or restored as a whole is the same row.
void ArticleWriter::changeRegions(ArticleId article, std::vector<Region> was, const std::vector<Region> &now)
{
    const QList<qint64> rows = [&] {
        Query query(m_connection, "SELECT id FROM region WHERE article_id = ? ORDER BY start_at, id");
        query.add(article.value);
        QList<qint64> ids;
        while (query.next())
            ids.append(query.integer(0));
        return ids;
    }();
    for (size_t i = 0; i < was.size(); ++i) {
        const qint64 row = rows[static_cast<qsizetype>(i)];
        if (std::ranges::contains(now, was[i]))
            continue;
        was[i].struck = !was[i].struck;
        if (std::ranges::contains(now, was[i]))
            m_writer.update("region", row, {{"struck", qint64(was[i].struck)}});
        else
            m_writer.remove("region", row);
    }
    writeRegions(article, was, now);
}

/// Figures that stand in quotations which have just come.
void ArticleWriter::linkFigures(ArticleId article)
{
    if (m_quotations.empty())
        return;
    std::vector<std::pair<qint64, Span>> loose;
    {
        Query query(m_connection, "SELECT id, start_at, end_at FROM figure WHERE article_id = ? AND quotation_id IS NULL ORDER BY id");
        query.add(article.value);
        while (query.next())
            loose.emplace_back(query.integer(0), Span{static_cast<qint32>(query.integer(1)), static_cast<qint32>(query.integer(2))});
    }
    for (const auto &[figure, content] : loose) {
        const auto around = std::ranges::find_if(m_quotations, [&](const auto &quotation) { return quotation.first.contains(content); });
        if (around != m_quotations.end())
            m_writer.update("figure", figure, {{"quotation_id", around->second}});
    }
}

/// Which articles print the same words depends on what is struck. What somebody said of two articles stays, and so do the very same texts.
void ArticleWriter::judgeKinAnew(ArticleId article)
{
    struct Row {
        qint64 id;
        qint64 other;
        Kin kind;
        Status status;
        double likeness;
    };
    std::vector<Row> rows;
    Query query(m_connection, "SELECT id, CASE WHEN article_id = ?1 THEN earlier_id ELSE article_id END, kind, status, likeness FROM kinship WHERE article_id = ?1 OR earlier_id = ?1 ORDER BY id");
    query.add(article.value);
    while (query.next())
        rows.push_back({query.integer(0), query.integer(1), static_cast<Kin>(query.integer(2)), static_cast<Status>(query.integer(3)), query.real(4)});
    std::vector<qint64> versions{article.value};
    for (size_t i = 0; i < versions.size(); ++i) {
        Query beside(m_connection, "SELECT CASE WHEN article_id = ?1 THEN earlier_id ELSE article_id END FROM kinship WHERE kind = 2 AND (article_id = ?1 OR earlier_id = ?1)");
        beside.add(versions[i]);
        while (beside.next()) {
            if (!std::ranges::contains(versions, beside.integer(0)))
                versions.push_back(beside.integer(0));
        }
    }
    const auto isTwin = [this](qint64 other) {
        Query same(m_connection, "SELECT 1 FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ? AND t.folded_sha256 = ?");
        same.add(other).add(m_source->foldedDigest);
        return same.next();
    };
    m_kin.load(m_connection);
    for (const Row &row : rows) {
        if (row.status != Status::Suggested || (row.kind == Kin::SameText && isTwin(row.other)))
            continue;
        const double likeness = m_kin.likenessTo(m_connection, *m_source, row.other);
        if (row.kind == Kin::SameText && likeness < leastLikeness)
            m_writer.remove("kinship", row.id);
        else if (likeness != row.likeness)
            m_writer.update("kinship", row.id, {{"likeness", likeness}});
    }
    for (const TextKin::Link &link : m_kin.find(m_connection, *m_source, versions)) {
        if (!std::ranges::contains(rows, link.article, &Row::other))
            m_writer.insert("kinship", {std::max(article.value, link.article), std::min(article.value, link.article), code(Kin::SameText), link.likeness, code(Status::Suggested)});
    }
}

Result<Restruck> Project::restrike(const Restriking &restriking)
{
    ChangeName name{restriking.struck ? u"Strike “%1”"_s : u"Restore “%1”"_s, {}};
    return d->change(name, [&](RowWriter &writer) {
        const QString &text = restriking.read.document.text;
        const Span inside{std::max(0, restriking.passage.start), std::min(restriking.passage.end, static_cast<qint32>(text.size()))};
        name.args = {inside.isEmpty() ? QString() : brief(text.sliced(inside.start, std::min(inside.length(), 400)))};
        ImportMemory memory;
        return ArticleWriter(writer, memory, *d->clock).restrike(restriking);
    });
}

} // namespace onrecord::store
