// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spokenwords.h"

#include "core/match/quoteindex.h"
#include "core/match/sameutterance.h"

#include <algorithm>
#include <utility>

namespace onrecord::store {

namespace {

constexpr int leastPairs = 4; ///< word pairs in common before two wordings are compared
constexpr size_t mostCompared = 8;
constexpr int mostOfOnePair = 2000; ///< wordings that a pair of words everybody says is looked up in, the latest first

} // namespace

Wording wordingOf(const QString &words, std::span<const quint32> codes)
{
    Wording out{words, match::comparableWords(words), {}};
    for (size_t i = 0; i + 1 < codes.size(); ++i)
        out.pairs.push_back((quint64(codes[i]) << 32) | codes[i + 1]);
    std::ranges::sort(out.pairs);
    const auto twice = std::ranges::unique(out.pairs);
    out.pairs.erase(twice.begin(), twice.end());
    return out;
}

void SpokenWords::Speaker::add(qint64 quotation, qint64 article, const Wording &wording)
{
    // A refrain within one article: the first of it stands for all.
    const auto [first, last] = byWords.equal_range(wording.comparable);
    if (std::any_of(first, last, [&](quint32 other) { return said[other].article == article; }))
        return;
    const auto at = static_cast<quint32>(said.size());
    byWords.insert(wording.comparable, at);
    for (const quint64 pair : wording.pairs)
        byPair[pair].append(at);
    said.push_back({quotation, article, wording.words, wording.comparable});
}

std::vector<quint32> SpokenWords::alike(const Speaker &speaker, const Wording &asked)
{
    std::vector<quint32> out;
    const auto [first, last] = speaker.byWords.equal_range(asked.comparable);
    std::copy(first, last, std::back_inserter(out));
    std::ranges::sort(out);
    m_shared.resize(std::max(m_shared.size(), speaker.said.size()));
    std::vector<quint32> met;
    for (const quint64 pair : asked.pairs) {
        const auto known = speaker.byPair.constFind(pair);
        if (known == speaker.byPair.cend())
            continue;
        for (qsizetype i = known->size(), end = std::max<qsizetype>(0, i - mostOfOnePair); i-- > end;) {
            if (m_shared[(*known)[i]]++ == 0)
                met.push_back((*known)[i]);
        }
    }
    std::vector<std::pair<int, quint32>> ranked;
    for (const quint32 at : met) {
        if (const int count = std::exchange(m_shared[at], 0); count >= leastPairs)
            ranked.emplace_back(-count, at);
    }
    std::ranges::sort(ranked);
    for (const auto &[count, at] : ranked) {
        if (out.size() >= mostCompared)
            break;
        if (!std::ranges::contains(out, at))
            out.push_back(at);
    }
    return out;
}

SpokenWords::Speaker &SpokenWords::saidBy(Connection &connection, AgentId speaker)
{
    auto it = m_bySpeaker.find(speaker.value);
    if (it == m_bySpeaker.end()) {
        it = m_bySpeaker.insert(speaker.value, {});
        Query query(connection, "SELECT id, article_id, exact FROM quotation WHERE (speaker_id = ?1 OR id IN (SELECT quotation_id FROM joint_speaker WHERE agent_id = ?1)) "
                                "AND status <> 4 ORDER BY utterance_id IS NULL, id");
        query.add(speaker.value);
        while (query.next())
            it->add(query.integer(0), query.integer(1), wordingOf(query.text(2), match::wordCodes(query.text(2))));
    }
    return *it;
}

SpokenWords::Match SpokenWords::find(Connection &connection, AgentId speaker, ArticleId notIn, const Wording &asked)
{
    Match best;
    const Speaker &known = saidBy(connection, speaker);
    for (const quint32 at : alike(known, asked)) {
        const Said &said = known.said[at];
        if (said.article == notIn.value || !(match::isSameUtterance(asked.comparable, said.comparable) || match::isVariant(asked.words, said.words)))
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

void SpokenWords::add(AgentId speaker, qint64 quotation, ArticleId article, const Wording &wording)
{
    if (const auto it = m_bySpeaker.find(speaker.value); it != m_bySpeaker.end())
        it->add(quotation, article.value, wording);
}

} // namespace onrecord::store
