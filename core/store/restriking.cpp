// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An article read anew with a passage struck or restored: what it finds is laid beside what the record has.
#include "core/record/struck.h"
#include "core/store/articlewriter.h"
#include "core/store/jointspeakers.h"
#include "core/store/projectprivate.h"
#include "core/store/quotationplaces.h"
#include "core/store/removal.h"
#include "core/store/restrikeplan.h"
#include "core/store/values.h"

#include <algorithm>
#include <map>
#include <set>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

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
void noteAgents(Connection &connection, const char *sql, const std::set<qint64> &rows, QSet<qint64> &agents)
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
    const auto figures = placed(m_connection, placedFigures, article);
    const RestrikePlan ofQuotations = planOf(quotations, contentsOf(found.quotations), {changed, {}, m_text});
    const RestrikePlaces within{changed, ofQuotations.touched};
    const RestrikePlan ofFigures = planOf(figures, contentsOf(found.figures), within);
    const RestrikePlan ofDates = planOf(placed(m_connection, placedDates, article), contentsOf(found.dates), within);
    std::vector<Span> mentions;
    for (const extract::FoundAgent &agent : found.agents)
        mentions.insert(mentions.end(), agent.mentions.begin(), agent.mentions.end());
    std::ranges::sort(mentions);
    const RestrikePlan ofMentions = planOf(placed(m_connection, placedMentions, article), mentions, within);
    std::vector<std::pair<Span, qint64>> decided; // words that stay, and their figures with them
    for (const Placed &row : quotations) {
        if (row.isDecided && row.status != Status::Rejected)
            decided.emplace_back(row.content, row.id);
    }
    const QuotationPlaces settled(std::move(decided));
    std::map<Span, qint64> toLink; // what stands in quotations that come or go is asserted by others now
    for (const Placed &row : figures) {
        const bool stays = row.isDecided || ofFigures.gone.contains(row.id) || settled.around(row.content) != 0;
        if (!stays && isTouched(ofQuotations.touched, row.content))
            toLink.insert({row.content, row.id});
    }

    QSet<qint64> forsaken;
    noteAgents(m_connection, "SELECT speaker_id FROM quotation WHERE id = ?", ofQuotations.gone, forsaken);
    for (const qint64 id : ofQuotations.gone)
        collectJointSpeakers(m_connection, id, forsaken);
    noteAgents(m_connection, "SELECT asserted_by_id FROM figure WHERE id = ?", ofFigures.gone, forsaken);
    for (const auto &[content, row] : toLink)
        noteAgents(m_connection, "SELECT asserted_by_id FROM figure WHERE id = ?", {row}, forsaken);
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
    const std::set<size_t> comingFigures(ofFigures.come.begin(), ofFigures.come.end());
    std::vector<size_t> figuresTold;
    for (size_t i = 0; i < found.figures.size(); ++i) {
        if (comingFigures.contains(i) || toLink.contains(found.figures[i].content))
            figuresTold.push_back(i);
    }
    keepOnly(found.figures, figuresTold);
    keepOnly(found.dates, ofDates.come);
    std::set<Span> newMentions;
    for (const size_t i : ofMentions.come)
        newMentions.insert(mentions[i]);
    for (extract::FoundAgent &agent : found.agents)
        std::erase_if(agent.mentions, [&newMentions](Span mention) { return !newMentions.contains(mention); });
    const std::vector<bool> isNeeded = extract::neededAgents(found);
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
    linkLooseFigures(article);
    for (const Placed &row : quotations) {
        if (!ofQuotations.gone.contains(row.id))
            m_quotations.emplace_back(row.content, row.id);
    }
    std::vector<std::pair<extract::FoundFigure, qint64>> known;
    for (const extract::FoundFigure &figure : found.figures) {
        if (const auto row = toLink.find(figure.content); row != toLink.end())
            known.emplace_back(figure, row->second);
    }
    std::erase_if(found.figures, [&toLink](const extract::FoundFigure &figure) { return toLink.contains(figure.content); });
    linkFigures(known);
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

/// Decided or not: they stand in quotations which have just come.
void ArticleWriter::linkLooseFigures(ArticleId article)
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
    const QuotationPlaces quotations(m_quotations);
    for (const auto &[figure, content] : loose) {
        if (const qint64 around = quotations.around(content); around != 0)
            m_writer.update("figure", figure, {{"quotation_id", around}});
    }
}

void ArticleWriter::linkFigures(const std::vector<std::pair<extract::FoundFigure, qint64>> &known)
{
    const QuotationPlaces quotations(m_quotations);
    for (const auto &[found, row] : known) {
        const AgentId asserter = agentAt(found.assertedBy);
        const qint64 around = quotations.around(found.content);
        Query query(m_connection, "SELECT ifnull(asserted_by_id, 0), ifnull(quotation_id, 0), subject FROM figure WHERE id = ?");
        query.add(row);
        if (query.next() && (query.integer(0) != asserter.value || query.integer(1) != around || query.text(2) != found.subject))
            m_writer.update("figure", row, {{"asserted_by_id", reference(asserter)}, {"quotation_id", around == 0 ? Value() : Value(around)}, {"subject", found.subject}});
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
