// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/textkin.h"

#include "core/record/record.h"
#include "core/text/fold.h"

#include <QSet>
#include <algorithm>
#include <ranges>

namespace onrecord::store {

namespace {

constexpr size_t mostOfOneHash = 16;     // the earliest ones: a phrase that everybody prints tells nothing
constexpr int fewestShared = 4;          // of the hashes of two sketches
constexpr int mostFailures = 3;          // candidates in a row that are not alike
constexpr size_t mostLinks = 16;
constexpr size_t mergeAt = 1U << 15;

/// The text that counts: without what is struck.
match::WordRuns runsOfText(Connection &connection, qint64 text)
{
    Query row(connection, "SELECT text FROM source_text WHERE id = ?");
    row.add(text);
    if (!row.next())
        return {};
    std::vector<Span> struck;
    Query regions(connection, "SELECT start_at, end_at FROM region WHERE struck = 1 AND article_id = (SELECT min(id) FROM article WHERE text_id = ?) ORDER BY start_at");
    regions.add(text);
    while (regions.next())
        struck.push_back({static_cast<qint32>(regions.integer(0)), static_cast<qint32>(regions.integer(1))});
    return match::wordRuns(foldedText(withoutSpans(row.text(0), struck)));
}

} // namespace

void TextKin::load(Connection &connection)
{
    if (m_loaded)
        return;
    std::vector<quint32> missing;
    {
        Query rows(connection, "SELECT a.id, a.text_id, a.url, s.sketch FROM article a LEFT JOIN source_sketch s ON s.text_id = a.text_id ORDER BY a.id");
        while (rows.next()) {
            if (rows.isNull(3))
                missing.push_back(static_cast<quint32>(m_known.size()));
            put(rows.integer(0), rows.integer(1), match::unpackSketch(rows.blob(3)), match::addressKey(rows.text(2)));
        }
    }
    for (const quint32 index : missing) {
        const qint64 text = m_known[index].text;
        const auto sketch = match::sketchOf(runsOfText(connection, text));
        Query keep(connection, "INSERT OR IGNORE INTO source_sketch(text_id, sketch) VALUES(?, ?)");
        keep.add(text).add(match::packSketch(sketch)).run();
        for (const quint32 hash : sketch)
            m_recent[hash].push_back(index);
    }
    m_loaded = true;
}

void TextKin::forget()
{
    m_loaded = false;
    m_known.clear();
    m_sorted.clear();
    m_recent.clear();
    m_recentCount = 0;
    m_byAddress.clear();
    m_runs.clear();
}

void TextKin::put(qint64 article, qint64 text, const std::vector<quint32> &sketch, const QString &addressKey)
{
    const auto index = static_cast<quint32>(m_known.size());
    m_known.push_back({article, text});
    if (!addressKey.isEmpty())
        m_byAddress[addressKey] = article;
    for (const quint32 hash : sketch)
        m_recent[hash].push_back(index);
    m_recentCount += sketch.size();
    if (m_recentCount < mergeAt)
        return;
    const auto old = static_cast<qsizetype>(m_sorted.size());
    for (const auto &[hash, indexes] : m_recent.asKeyValueRange()) {
        for (const quint32 at : indexes)
            m_sorted.push_back(quint64(hash) << 32 | at);
    }
    std::sort(m_sorted.begin() + old, m_sorted.end());
    std::inplace_merge(m_sorted.begin(), m_sorted.begin() + old, m_sorted.end());
    m_recent.clear();
    m_recentCount = 0;
}

/// Indexes of known articles that share enough of the sketch, the most first.
std::vector<quint32> TextKin::candidates(const PreparedSource &source) const
{
    std::vector<quint32> met; // once for each hash in common
    for (const quint32 hash : source.sketch) {
        size_t seen = 0;
        for (auto it = std::ranges::lower_bound(m_sorted, quint64(hash) << 32); it != m_sorted.end() && (*it >> 32) == hash && seen < mostOfOneHash; ++it, ++seen)
            met.push_back(static_cast<quint32>(*it));
        if (const auto recent = m_recent.constFind(hash); recent != m_recent.cend()) {
            for (auto it = recent->begin(); it != recent->end() && seen < mostOfOneHash; ++it, ++seen)
                met.push_back(*it);
        }
    }
    std::ranges::sort(met);
    std::vector<std::pair<qsizetype, quint32>> ranked;
    for (auto it = met.begin(); it != met.end();) {
        const auto next = std::upper_bound(it, met.end(), *it);
        if (next - it >= fewestShared)
            ranked.emplace_back(it - next, *it);
        it = next;
    }
    std::ranges::sort(ranked);
    std::vector<quint32> found;
    std::ranges::copy(ranked | std::views::values, std::back_inserter(found));
    return found;
}

const match::WordRuns &TextKin::runsOf(Connection &connection, const Known &known)
{
    if (const match::WordRuns *runs = m_runs.object(known.text))
        return *runs;
    auto *runs = new match::WordRuns(runsOfText(connection, known.text));
    m_runs.insert(known.text, runs);
    return *runs;
}

std::vector<TextKin::Link> TextKin::find(Connection &connection, const PreparedSource &source, const std::vector<qint64> &except)
{
    std::vector<Link> links;
    int failures = 0;
    for (const quint32 index : candidates(source)) {
        const Known known = m_known[index];
        if (std::ranges::contains(except, known.article))
            continue;
        const double likeness = match::likeness(source.runs, runsOf(connection, known));
        if (likeness >= leastLikeness)
            links.push_back({known.article, likeness});
        failures = likeness >= leastLikeness ? 0 : failures + 1;
        if (failures == mostFailures || links.size() == mostLinks)
            break;
    }
    std::ranges::stable_sort(links, std::greater(), &Link::likeness);
    return links;
}

double TextKin::likenessTo(Connection &connection, const PreparedSource &source, qint64 article)
{
    const auto known = std::ranges::find(m_known, article, &Known::article);
    return known == m_known.end() ? 0 : match::likeness(source.runs, runsOf(connection, *known));
}

void TextKin::add(Connection &connection, qint64 article, qint64 text, const PreparedSource &source)
{
    Query keep(connection, "INSERT OR IGNORE INTO source_sketch(text_id, sketch) VALUES(?, ?)");
    keep.add(text).add(match::packSketch(source.sketch)).run();
    put(article, text, source.sketch, source.addressKey);
}

void forgetSketches(Connection &connection, const std::vector<ChangedRow> &rows)
{
    QSet<qint64> articles;
    for (const ChangedRow &row : rows) {
        if (row.table == "region" && row.article != 0)
            articles.insert(row.article);
        if (row.table != "region" || row.change != RowChange::Updated)
            continue;
        Query owner(connection, "SELECT article_id FROM region WHERE id = ?");
        owner.add(row.id);
        if (owner.next())
            articles.insert(owner.integer(0));
    }
    // Those that came or went with their regions have brought, or left, what is right.
    for (const ChangedRow &row : rows) {
        if (row.table == "article" && row.change != RowChange::Updated)
            articles.remove(row.id);
    }
    for (const qint64 article : std::as_const(articles)) {
        Query sketch(connection, "DELETE FROM source_sketch WHERE text_id = (SELECT text_id FROM article WHERE id = ?)");
        sketch.add(article).run();
    }
}

} // namespace onrecord::store
