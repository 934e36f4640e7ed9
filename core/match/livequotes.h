// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/quoteindex.h"

#include <map>
#include <unordered_set>

namespace onrecord::match {

/// The part of the shorter wording's words that both have in the same order, 0..1; 0 when one has none.
[[nodiscard]] float likenessOf(std::span<const quint32> a, std::span<const quint32> b);

/// A QuoteIndex by the quotations' own numbers that follows the record: most of it settled once, the few that came, changed or went
/// since beside it. One thread.
class LiveQuotes
{
public:
    struct Candidate {
        qint64 id = 0;
        float likeness = 0; ///< likenessOf()
        friend bool operator==(const Candidate &, const Candidate &) = default;
    };

    LiveQuotes() = default;
    /// `ids` of the settled index's quotations, ascending.
    LiveQuotes(std::vector<qint64> ids, QuoteIndex settled) : m_ids(std::move(ids)), m_settled(std::move(settled)) {}

    /// A quotation that is new, or has other words now.
    void put(qint64 id, std::vector<quint32> words);
    void remove(qint64 id);
    /// Up to `most`, best first; equal ones by their numbers.
    [[nodiscard]] std::vector<Candidate> find(std::span<const quint32> asked, int most);

    /// Quotations beside the settled ones, and settled ones that are not true any more. Many make it slow: settle anew.
    [[nodiscard]] size_t loose() const { return m_loose.size() + m_gone.size(); }
    [[nodiscard]] size_t count() const { return m_ids.size() - m_gone.size() + m_loose.size(); }

private:
    void leave(qint64 id);

    std::vector<qint64> m_ids;
    QuoteIndex m_settled;
    std::unordered_set<qint64> m_gone; ///< settled ones
    std::map<qint64, std::vector<quint32>> m_loose;
    std::vector<qint64> m_looseIds; ///< as m_looseIndex numbers them
    QuoteIndex m_looseIndex;
    bool m_isLooseIndexed = true;
};

/// Drops what has nothing in common, then all but the best `most`; equal ones by their numbers.
void keepBest(std::vector<LiveQuotes::Candidate> &candidates, int most);

/// How much the quotations that were found by their pairs have in common with a wording.
class PairTally
{
public:
    /// All quotations (or as many as were read) that have one pair. A pair that few have says more.
    void add(std::span<const qint64> found);
    [[nodiscard]] bool isEmpty() const { return m_met.empty(); }
    /// The best `most`, by worth and number; `likeness` holds the worth. Empties the tally.
    [[nodiscard]] std::vector<LiveQuotes::Candidate> best(size_t most);

private:
    std::vector<LiveQuotes::Candidate> m_met;
};

} // namespace onrecord::match
