// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>
#include <QtTypes>
#include <span>
#include <vector>

/// Which of very many quotations share most word pairs with a wording. Pure and deterministic: the same quotations in the same order
/// give the same index and the same answers on any machine. Finds candidates; compare() decides.
namespace onrecord::match {

/// The words of a quotation as numbers: folded, signs left out.
[[nodiscard]] std::vector<quint32> wordCodes(QStringView quotation);

class QuoteIndex
{
public:
    using Doc = quint32; ///< counted from 0 in the order of add()

    struct Candidate {
        Doc doc = 0;
        float likeness = 0; ///< words in common, in order, of the shorter of the two; 0..1
    };

    /// Adds a quotation; found only after settle(). Returns its number.
    Doc add(std::span<const quint32> words);
    /// Takes what was added since into the postings: a counting sort over all word pairs, O(all words). Cheap to call again when
    /// nothing was added.
    void settle();

    /// Up to `most` quotations, best first. Word pairs are looked up rarest first, no more than `budget` postings together.
    [[nodiscard]] std::vector<Candidate> find(std::span<const quint32> words, int most, int budget = 4096) const;

    /// Groups of quotations that report the same words: the group's number for each quotation (that of its first member). Two are
    /// joined when enough words, and `leastShared` at least, are in both in the same order; joining is transitive.
    [[nodiscard]] std::vector<Doc> groups(double leastLikeness = 0.75, int leastShared = 6) const;

    [[nodiscard]] Doc count() const { return static_cast<Doc>(m_start.size() - 1); }
    [[nodiscard]] std::span<const quint32> words(Doc doc) const { return {m_words.data() + m_start[doc], m_start[doc + 1] - m_start[doc]}; }

    /// The word pair's bucket in an index of 2^bits of them, and the bits for so many pairs: for whoever keeps postings elsewhere.
    [[nodiscard]] static quint32 bucketOf(quint32 first, quint32 second, int bits)
    {
        const quint64 mixed = (quint64(first) * 0x9e3779b97f4a7c15ULL) ^ (quint64(second) * 0xc2b2ae3d27d4eb4fULL);
        return static_cast<quint32>(((mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9ULL) >> (64 - bits));
    }
    [[nodiscard]] int bits() const { return m_bits; }
    [[nodiscard]] std::span<const Doc> postings(quint32 bucket) const { return {m_postings.data() + m_offset[bucket], m_offset[bucket + 1] - m_offset[bucket]}; }

private:
    std::vector<quint32> m_words;       ///< of all quotations, one after the other
    std::vector<quint32> m_start{0};    ///< where each begins; one more for the end
    std::vector<quint32> m_offset;      ///< where each bucket's postings begin; one more for the end
    std::vector<Doc> m_postings;        ///< ascending within a bucket
    Doc m_settled = 0;
    int m_bits = 0;
};

} // namespace onrecord::match
