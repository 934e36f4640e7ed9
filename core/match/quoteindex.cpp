// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/quoteindex.h"

#include "core/match/passages.h"

#include <QtConcurrentMap>
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <memory>
#include <numeric>
#include <rapidfuzz/distance/LCSseq.hpp>
#include <utility>

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

/// A radix sort of all pairs: first into parts by the uppermost bits of their buckets, then each part for itself, so that nearly all
/// reads and writes stay in the processor's caches. Blocks of quotations and parts are shared out to the threads; where each writes is
/// known before, so that the outcome never depends on them.
void QuoteIndex::settle()
{
    if (m_settled == count() && m_bits != 0)
        return;
    m_bits = std::clamp(static_cast<int>(std::bit_width(m_words.size())), 8, 26);
    const int partBits = std::min(m_bits, 8);
    const int within = m_bits - partBits;
    const size_t parts = size_t(1) << partBits;
    const Doc block = std::max<Doc>(4096, count() / 64 + 1);
    struct Block {
        Doc from, to;
        std::vector<quint32> next; ///< by part: how many pairs, then where the next one goes
    };
    std::vector<Block> blocks;
    for (Doc from = 0; from < count(); from += block)
        blocks.push_back({from, std::min(count(), from + block), std::vector<quint32>(parts, 0)});
    const auto eachPair = [this](const Block &of, auto call) {
        for (Doc doc = of.from; doc < of.to; ++doc) {
            const auto own = words(doc);
            for (size_t i = 0; i + 1 < own.size(); ++i)
                call(bucketOf(own[i], own[i + 1], m_bits), doc);
        }
    };
    QtConcurrent::blockingMap(blocks, [&](Block &of) { eachPair(of, [&](quint32 bucket, Doc) { ++of.next[bucket >> within]; }); });
    std::vector<quint32> partStart(parts + 1, 0);
    quint32 at = 0;
    for (size_t part = 0; part < parts; ++part) {
        partStart[part] = at;
        for (Block &of : blocks)
            at += std::exchange(of.next[part], at);
    }
    partStart[parts] = at;
    struct Entry {
        quint32 bucket;
        Doc doc;
    };
    const auto entries = std::make_unique_for_overwrite<Entry[]>(at);
    QtConcurrent::blockingMap(blocks, [&](Block &of) {
        eachPair(of, [&](quint32 bucket, Doc doc) { entries[of.next[bucket >> within]++] = {bucket, doc}; });
    });
    m_offset.assign((size_t(1) << m_bits) + 1, 0);
    m_postings.resize(at);
    std::vector<size_t> all(parts);
    std::iota(all.begin(), all.end(), size_t(0));
    QtConcurrent::blockingMap(all, [&](size_t part) {
        const size_t first = part << within;
        std::vector<quint32> next((size_t(1) << within) + 1, 0);
        const std::span<const Entry> own(entries.get() + partStart[part], partStart[part + 1] - partStart[part]);
        for (const Entry &entry : own)
            ++next[entry.bucket - first + 1];
        next[0] = partStart[part];
        std::partial_sum(next.begin(), next.end(), next.begin());
        std::copy(next.begin(), next.end() - 1, m_offset.begin() + static_cast<ptrdiff_t>(first));
        for (const Entry &entry : own)
            m_postings[next[entry.bucket - first]++] = entry.doc;
    });
    m_offset.back() = at;
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

namespace {

constexpr size_t rarestRead = 8;    ///< pairs of a quotation that are looked up
constexpr quint32 longestRead = 64; ///< postings of a pair that is not a stock phrase
constexpr int bitSteps = 8;         ///< a bit of evidence is counted in eighths

/// Another quotation that has a pair, and how many have that pair: log2 in eighths.
struct Met {
    QuoteIndex::Doc doc;
    quint32 rarity;
};

struct Edge {
    QuoteIndex::Doc a, b;
};

quint32 rarityOf(size_t quotations)
{
    static const auto table = [] {
        std::array<quint32, longestRead + 1> out{};
        for (size_t i = 1; i < out.size(); ++i)
            out[i] = static_cast<quint32>(std::lround(std::log2(double(i)) * bitSteps));
        return out;
    }();
    return table[quotations];
}

/// Earlier quotations that share one of the rarest pairs with this one, by number. Returns how many pairs were looked up.
size_t meet(const QuoteIndex &index, QuoteIndex::Doc doc, std::vector<Lookup> &lookups, std::vector<Met> &near)
{
    lookupsOf(index, index.words(doc), lookups);
    near.clear();
    size_t read = 0;
    for (const Lookup &lookup : lookups) {
        if (lookup.size > longestRead || read >= rarestRead)
            break;
        if (lookup.size < 2)
            continue; // nobody but this one
        ++read;
        for (const QuoteIndex::Doc other : index.postings(lookup.bucket)) {
            if (other >= doc)
                break;
            near.push_back({other, rarityOf(lookup.size)});
        }
    }
    std::ranges::sort(near, {}, &Met::doc);
    return read;
}

/// How many words two quotations must have in common, in order, to be one; more than there are when nothing would do. `evidence`: how
/// unlikely it is, in bits, that among all quotations one shares such pairs by chance.
size_t wordsWanted(double evidence, size_t shorter, bool isSameLength, double leastLikeness, int leastShared)
{
    struct Demand {
        double likeness;
        int shared;
    };
    const Demand demand = evidence >= 20 ? Demand{leastLikeness, leastShared - 1}
        : evidence >= 8                  ? Demand{std::max(leastLikeness, 0.8), leastShared - 1}
                                         : Demand{0.97, leastShared + (isSameLength ? 0 : 3)}; // may be chance, or a stock phrase
    return std::max(static_cast<size_t>(std::max(demand.shared, 1)), static_cast<size_t>(std::ceil(demand.likeness * double(shorter))));
}

} // namespace

std::vector<QuoteIndex::Doc> QuoteIndex::groups(double leastLikeness, int leastShared) const
{
    constexpr Doc block = 8192;
    const double logCount = std::log2(std::max(2.0, double(count())));
    const auto edgesOf = [&](Doc from) {
        std::vector<Edge> edges;
        std::vector<Lookup> lookups;
        std::vector<Met> near;
        const Doc to = std::min(count(), from + block);
        for (Doc doc = from; doc < to; ++doc) {
            const auto own = words(doc);
            if (own.size() + 1 < static_cast<size_t>(leastShared))
                continue;
            const size_t read = meet(*this, doc, lookups, near);
            if (near.empty())
                continue;
            const rapidfuzz::CachedLCSseq<quint32> common(own.begin(), own.end());
            for (size_t at = 0; at < near.size();) {
                const Doc other = near[at].doc;
                double evidence = -logCount;
                size_t met = 0;
                for (; at < near.size() && near[at].doc == other; ++at, ++met)
                    evidence += logCount - double(near[at].rarity) / bitSteps;
                if (met == 1 && read > 2)
                    continue; // most of what is read by many is chance
                const auto their = words(other);
                const size_t shorter = std::min(own.size(), their.size());
                const size_t wanted = wordsWanted(evidence, shorter, own.size() == their.size(), leastLikeness, leastShared);
                if (wanted <= shorter && common.similarity(their.begin(), their.end(), wanted) >= wanted)
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
