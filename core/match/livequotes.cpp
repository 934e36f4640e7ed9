// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/livequotes.h"

#include <algorithm>
#include <rapidfuzz/distance/LCSseq.hpp>

namespace onrecord::match {

namespace {

bool isBetter(const LiveQuotes::Candidate &a, const LiveQuotes::Candidate &b)
{
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.id < b.id;
}

} // namespace

float likenessOf(std::span<const quint32> a, std::span<const quint32> b)
{
    const size_t shorter = std::min(a.size(), b.size());
    if (shorter == 0)
        return 0;
    return static_cast<float>(rapidfuzz::lcs_seq_similarity(a.begin(), a.end(), b.begin(), b.end())) / static_cast<float>(shorter);
}

void keepBest(std::vector<LiveQuotes::Candidate> &candidates, int most)
{
    std::erase_if(candidates, [](const LiveQuotes::Candidate &candidate) { return candidate.likeness <= 0; });
    std::ranges::sort(candidates, isBetter);
    if (candidates.size() > static_cast<size_t>(std::max(most, 0)))
        candidates.resize(static_cast<size_t>(std::max(most, 0)));
}

void LiveQuotes::leave(qint64 id)
{
    m_isLooseIndexed = m_loose.erase(id) == 0 && m_isLooseIndexed;
    if (std::ranges::binary_search(m_ids, id))
        m_gone.insert(id);
}

void LiveQuotes::put(qint64 id, std::vector<quint32> words)
{
    leave(id);
    m_loose.emplace(id, std::move(words));
    m_isLooseIndexed = false;
}

void LiveQuotes::remove(qint64 id)
{
    leave(id);
}

std::vector<LiveQuotes::Candidate> LiveQuotes::find(std::span<const quint32> asked, int most)
{
    if (!m_isLooseIndexed) {
        m_looseIndex = {};
        m_looseIds.clear();
        for (const auto &[id, words] : m_loose) {
            m_looseIndex.add(words);
            m_looseIds.push_back(id);
        }
        m_looseIndex.settle();
        m_isLooseIndexed = true;
    }
    std::vector<Candidate> out;
    // Those that are gone must not take the place of others.
    const int reserve = static_cast<int>(std::min<size_t>(m_gone.size(), static_cast<size_t>(most)));
    for (const QuoteIndex::Candidate &found : m_settled.find(asked, most + reserve)) {
        if (!m_gone.contains(m_ids[found.doc]))
            out.push_back({m_ids[found.doc], found.likeness});
    }
    for (const QuoteIndex::Candidate &found : m_looseIndex.find(asked, most))
        out.push_back({m_looseIds[found.doc], found.likeness});
    keepBest(out, most);
    return out;
}

void PairTally::add(std::span<const qint64> found)
{
    const float worth = 1.0F + 4.0F / static_cast<float>(std::max<size_t>(found.size(), 1));
    for (const qint64 id : found)
        m_met.push_back({id, worth});
}

std::vector<LiveQuotes::Candidate> PairTally::best(size_t most)
{
    std::ranges::stable_sort(m_met, {}, &LiveQuotes::Candidate::id);
    std::vector<LiveQuotes::Candidate> out;
    for (const auto &met : m_met) {
        if (!out.empty() && out.back().id == met.id)
            out.back().likeness += met.likeness;
        else
            out.push_back(met);
    }
    m_met.clear();
    const size_t kept = std::min(most, out.size());
    std::ranges::partial_sort(out, out.begin() + static_cast<ptrdiff_t>(kept), isBetter);
    out.resize(kept);
    return out;
}

} // namespace onrecord::match
