// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/quoteindex.h"

#include "core/match/passages.h"

#include <QtConcurrentMap>
#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <rapidfuzz/distance/LCSseq.hpp>

namespace onrecord::match {

namespace {

/// Counts how often each quotation was met; open addressing, forgets in O(met).
class Tally
{
public:
    Tally() : m_slots(1U << 13) {}

    void add(QuoteIndex::Doc doc, float worth)
    {
        if (m_used.size() * 2 >= m_slots.size())
            grow();
        Slot &slot = find(doc);
        if (slot.worth == 0) {
            slot.doc = doc;
            m_used.push_back(static_cast<quint32>(&slot - m_slots.data()));
        }
        slot.worth += worth;
    }

    /// The best `most` by worth, then by number; empties the tally.
    void take(size_t most, std::vector<QuoteIndex::Candidate> &out)
    {
        out.clear();
        for (const quint32 at : m_used) {
            out.push_back({m_slots[at].doc, m_slots[at].worth});
            m_slots[at] = {};
        }
        m_used.clear();
        const auto better = [](const QuoteIndex::Candidate &a, const QuoteIndex::Candidate &b) { return a.likeness != b.likeness ? a.likeness > b.likeness : a.doc < b.doc; };
        if (out.size() > most) {
            std::nth_element(out.begin(), out.begin() + static_cast<ptrdiff_t>(most), out.end(), better);
            out.resize(most);
        }
        std::ranges::sort(out, better);
    }

private:
    struct Slot {
        QuoteIndex::Doc doc = 0;
        float worth = 0;
    };

    Slot &find(QuoteIndex::Doc doc)
    {
        const size_t mask = m_slots.size() - 1;
        size_t at = (doc * 0x9e3779b1U) & mask;
        while (m_slots[at].worth != 0 && m_slots[at].doc != doc)
            at = (at + 1) & mask;
        return m_slots[at];
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        std::vector<quint32> used;
        used.swap(m_used);
        for (const quint32 at : used) {
            Slot &slot = find(old[at].doc);
            slot = old[at];
            m_used.push_back(static_cast<quint32>(&slot - m_slots.data()));
        }
    }

    std::vector<Slot> m_slots;
    std::vector<quint32> m_used;
};

struct Lookup {
    quint32 size = 0;
    quint32 bucket = 0;
};

/// The word pairs of a quotation, those with fewest postings first.
void lookupsOf(const QuoteIndex &index, std::span<const quint32> words, std::vector<Lookup> &out)
{
    out.clear();
    for (size_t i = 0; i + 1 < words.size(); ++i) {
        const quint32 bucket = QuoteIndex::bucketOf(words[i], words[i + 1], index.bits());
        if (const auto found = index.postings(bucket); !found.empty())
            out.push_back({static_cast<quint32>(found.size()), bucket});
    }
    std::ranges::sort(out, [](Lookup a, Lookup b) { return a.size != b.size ? a.size < b.size : a.bucket < b.bucket; });
    const auto twice = std::ranges::unique(out, {}, &Lookup::bucket);
    out.erase(twice.begin(), twice.end());
}

QuoteIndex::Doc rootOf(std::vector<QuoteIndex::Doc> &parent, QuoteIndex::Doc doc)
{
    while (parent[doc] != doc) {
        parent[doc] = parent[parent[doc]];
        doc = parent[doc];
    }
    return doc;
}

} // namespace

std::vector<quint32> wordCodes(QStringView quotation)
{
    std::vector<quint32> out;
    for (const LightWord &word : lightWords(quotation))
        out.push_back(static_cast<quint32>(word.hash ^ (word.hash >> 32)));
    return out;
}

QuoteIndex::Doc QuoteIndex::add(std::span<const quint32> words)
{
    m_words.insert(m_words.end(), words.begin(), words.end());
    m_start.push_back(static_cast<quint32>(m_words.size()));
    return count() - 1;
}

void QuoteIndex::settle()
{
    if (m_settled == count() && m_bits != 0)
        return;
    const size_t pairs = m_words.size();
    m_bits = std::clamp(static_cast<int>(std::bit_width(pairs)), 8, 26);
    m_offset.assign((size_t(1) << m_bits) + 1, 0);
    const auto eachPair = [this](auto call) {
        for (Doc doc = 0; doc < count(); ++doc) {
            const auto own = words(doc);
            for (size_t i = 0; i + 1 < own.size(); ++i)
                call(bucketOf(own[i], own[i + 1], m_bits), doc);
        }
    };
    eachPair([this](quint32 bucket, Doc) { ++m_offset[bucket + 1]; });
    std::partial_sum(m_offset.begin(), m_offset.end(), m_offset.begin());
    m_postings.resize(m_offset.back());
    std::vector<quint32> next(m_offset.begin(), m_offset.end() - 1);
    eachPair([&](quint32 bucket, Doc doc) { m_postings[next[bucket]++] = doc; });
    m_settled = count();
}

std::vector<QuoteIndex::Candidate> QuoteIndex::find(std::span<const quint32> asked, int most, int budget) const
{
    static thread_local Tally tally;
    static thread_local std::vector<Lookup> lookups;
    std::vector<Candidate> out;
    if (m_bits == 0 || asked.size() < 2 || most <= 0)
        return out;
    lookupsOf(*this, asked, lookups);
    qint64 read = 0;
    for (const Lookup &lookup : lookups) {
        read += lookup.size;
        if (read > budget && read != lookup.size)
            break;
        // A pair that few have says more than one that many have.
        const float worth = 1.0F + 4.0F / static_cast<float>(lookup.size);
        const auto found = postings(lookup.bucket);
        for (const Doc doc : found.first(std::min<size_t>(found.size(), static_cast<size_t>(budget))))
            tally.add(doc, worth);
    }
    tally.take(static_cast<size_t>(most) * 2, out);
    const rapidfuzz::CachedLCSseq<quint32> common(asked.begin(), asked.end());
    for (Candidate &candidate : out) {
        const auto own = words(candidate.doc);
        const auto shorter = static_cast<float>(std::min(own.size(), asked.size()));
        candidate.likeness = static_cast<float>(common.similarity(own.begin(), own.end())) / std::max(1.0F, shorter);
    }
    std::ranges::stable_sort(out, std::greater(), &Candidate::likeness);
    if (out.size() > static_cast<size_t>(most))
        out.resize(static_cast<size_t>(most));
    return out;
}

std::vector<QuoteIndex::Doc> QuoteIndex::groups(double leastLikeness, int leastShared) const
{
    constexpr size_t rarestRead = 8;    // pairs of a quotation that are looked up
    constexpr size_t leastMet = 3;      // of them in common with another
    constexpr quint32 longestRead = 64; // postings of a pair that is not a stock phrase
    constexpr Doc block = 8192;
    struct Edge {
        Doc a, b;
    };
    const auto edgesOf = [&](Doc from) {
        std::vector<Edge> edges;
        std::vector<Lookup> lookups;
        std::vector<Doc> near;
        const Doc to = std::min(count(), from + block);
        for (Doc doc = from; doc < to; ++doc) {
            const auto own = words(doc);
            if (own.size() < static_cast<size_t>(leastShared))
                continue;
            lookupsOf(*this, own, lookups);
            near.clear();
            size_t read = 0;
            for (const Lookup &lookup : lookups) {
                if (lookup.size > longestRead || read >= rarestRead)
                    break;
                if (lookup.size < 2)
                    continue; // nobody but this one
                ++read;
                for (const Doc other : postings(lookup.bucket)) {
                    if (other >= doc)
                        break;
                    near.push_back(other);
                }
            }
            if (near.empty())
                continue;
            std::ranges::sort(near);
            const rapidfuzz::CachedLCSseq<quint32> common(own.begin(), own.end());
            for (size_t at = 0; at < near.size();) {
                const Doc other = near[at];
                size_t met = 0;
                for (; at < near.size() && near[at] == other; ++at)
                    ++met;
                if (met == 1 && read > 2)
                    continue; // most of what is read by many is chance
                const auto their = words(other);
                const auto shorter = static_cast<double>(std::min(own.size(), their.size()));
                // One or two rare pairs in common may be chance: then nearly all words must be.
                const double likeness = met >= leastMet ? leastLikeness : std::max(leastLikeness, met == 1 ? 0.97 : 0.85);
                // So may a stock phrase that is all of a short quotation and a part of a long one.
                const int shared = leastShared + (met >= leastMet || own.size() == their.size() ? 0 : 3);
                const auto wanted = static_cast<size_t>(std::max<double>(shared, std::ceil(likeness * shorter)));
                if (common.similarity(their.begin(), their.end(), wanted) >= wanted)
                    edges.push_back({other, doc});
            }
        }
        return edges;
    };
    std::vector<Doc> blocks;
    for (Doc from = 0; from < count(); from += block)
        blocks.push_back(from);
    const auto found = QtConcurrent::blockingMapped<std::vector<std::vector<Edge>>>(blocks, edgesOf);
    std::vector<Doc> parent(count());
    std::iota(parent.begin(), parent.end(), Doc(0));
    for (const auto &edges : found) {
        for (const Edge &edge : edges) {
            const Doc a = rootOf(parent, edge.a);
            const Doc b = rootOf(parent, edge.b);
            parent[std::max(a, b)] = std::min(a, b); // the first member speaks for the group
        }
    }
    for (Doc doc = 0; doc < count(); ++doc)
        parent[doc] = rootOf(parent, doc);
    return parent;
}

} // namespace onrecord::match
