// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spokenwords.h"

#include "core/match/quoteindex.h"
#include "core/match/sameutterance.h"

#include <algorithm>

namespace onrecord::store {

namespace {

constexpr int leastPairs = 4; ///< word pairs in common before two wordings are compared
constexpr size_t mostCompared = 8;
constexpr int mostOfOnePair = 2000; ///< wordings that a pair of words everybody says is looked up in, the latest first

std::vector<quint64> pairsOf(const QString &words)
{
    const auto codes = match::wordCodes(words);
    std::vector<quint64> out;
    for (size_t i = 0; i + 1 < codes.size(); ++i)
        out.push_back((quint64(codes[i]) << 32) | codes[i + 1]);
    std::ranges::sort(out);
    const auto twice = std::ranges::unique(out);
    out.erase(twice.begin(), twice.end());
    return out;
}

} // namespace

void SpokenWords::Speaker::add(Said one)
{
    const size_t at = said.size();
    one.comparable = match::comparableWords(one.words);
    // A refrain within one article: the first of it stands for all.
    const auto [first, last] = byWords.equal_range(one.comparable);
    if (std::any_of(first, last, [&](size_t other) { return said[other].article == one.article; }))
        return;
    byWords.insert(one.comparable, at);
    for (const quint64 pair : pairsOf(one.words))
        byPair.insert(pair, at);
    said.push_back(std::move(one));
}

/// Those with the same words, then those with most word pairs in common.
std::vector<size_t> SpokenWords::Speaker::alike(const QString &words) const
{
    std::vector<size_t> out;
    const auto [first, last] = byWords.equal_range(match::comparableWords(words));
    std::copy(first, last, std::back_inserter(out));
    std::ranges::sort(out);
    QHash<size_t, int> shared;
    for (const quint64 pair : pairsOf(words)) {
        int looked = 0;
        const auto [from, to] = byPair.equal_range(pair);
        for (auto it = from; it != to && looked < mostOfOnePair; ++it, ++looked)
            ++shared[*it];
    }
    std::vector<std::pair<int, size_t>> ranked;
    for (const auto &[at, count] : shared.asKeyValueRange()) {
        if (count >= leastPairs)
            ranked.emplace_back(-count, at);
    }
    std::ranges::sort(ranked);
    for (const auto &[count, at] : ranked) {
        if (out.size() >= mostCompared)
            break;
        if (std::ranges::find(out, at) == out.end())
            out.push_back(at);
    }
    return out;
}

SpokenWords::Speaker &SpokenWords::saidBy(Connection &connection, AgentId speaker)
{
    auto it = m_bySpeaker.find(speaker.value);
    if (it == m_bySpeaker.end()) {
        it = m_bySpeaker.insert(speaker.value, {});
        Query query(connection, "SELECT id, article_id, exact FROM quotation WHERE speaker_id = ? AND status <> 4 ORDER BY utterance_id IS NULL, id");
        query.add(speaker.value);
        while (query.next())
            it->add({query.integer(0), query.integer(1), query.text(2), {}});
    }
    return *it;
}

SpokenWords::Match SpokenWords::find(Connection &connection, AgentId speaker, ArticleId notIn, const QString &words)
{
    Match best;
    const Speaker &known = saidBy(connection, speaker);
    const QString comparable = match::comparableWords(words);
    for (const size_t at : known.alike(words)) {
        const Said &said = known.said[at];
        if (said.article == notIn.value || !(match::isSameUtterance(comparable, said.comparable) || match::isVariant(words, said.words)))
            continue;
        Query row(connection, "SELECT utterance_id FROM quotation WHERE id = ? AND status <> 4");
        row.add(said.quotation);
        if (!row.next())
            continue;
        if (!row.isNull(0))
            return {said.quotation, row.integer(0)};
        if (best.quotation == 0)
            best.quotation = said.quotation;
    }
    return best;
}

void SpokenWords::add(AgentId speaker, qint64 quotation, ArticleId article, const QString &words)
{
    if (const auto it = m_bySpeaker.find(speaker.value); it != m_bySpeaker.end())
        it->add({quotation, article.value, words, {}});
}

} // namespace onrecord::store
