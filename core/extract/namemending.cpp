// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>

/// Mends what capitals alone tell wrongly, with the rest of the text as witness: the words of a heading in Title Case, and words that
/// ran together where a heading ended.
namespace onrecord::extract {

namespace {

using namespace word;

class Mending
{
public:
    explicit Mending(Reading &reading) : r(reading)
    {
        for (const Mention &mention : r.mentions) {
            if (mention.certainty > doubtful && !isHeading(mention.first))
                m_elsewhere.push_back(hashOf(mention.first, mention.last));
        }
        std::ranges::sort(m_elsewhere);
    }

    void run()
    {
        std::vector<Mention> kept;
        kept.reserve(r.mentions.size());
        for (const Mention &mention : r.mentions) {
            if (isRunTogether(mention))
                continue;
            if (!takeApart(mention, kept))
                kept.push_back(mention);
        }
        r.mentions = std::move(kept);
    }

private:
    static constexpr double doubtful = 0.2;

    [[nodiscard]] quint64 hashOf(int first, int last) const
    {
        quint64 hash = r.tok(first).hash;
        for (int t = first + 1; t <= last; ++t)
            hash = phraseHash(hash, r.tok(t).hash);
        return hash;
    }

    [[nodiscard]] bool isElsewhere(quint64 hash) const { return std::ranges::binary_search(m_elsewhere, hash); }

    [[nodiscard]] bool isHeading(int t) const
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(r.itemOf[static_cast<size_t>(t)])])];
        return sentence.isHeadline || sentence.isTitleCased;
    }

    /// "MessyVela": an ordinary word and a name that stands elsewhere in the text. Nobody is called so.
    [[nodiscard]] bool isRunTogether(const Mention &mention) const
    {
        if (r.isGerman || mention.first != mention.last || !r.tok(mention.first).hasInnerCapital)
            return false;
        const QStringView w = r.word(mention.first);
        constexpr qsizetype shortest = 3;
        for (qsizetype i = shortest; i + shortest <= w.size(); ++i) {
            if (!w[i].isUpper() || !w[i - 1].isLower())
                continue;
            const QStringView tail = w.sliced(i);
            const bool made = std::ranges::any_of(tail.sliced(1), [](QChar c) { return c.isUpper(); }); // "DeepSea": capitals of its own
            const bool ordinary = made || r.words->classesOf(w.first(i)) & (Common | Verb | Adverb | Function);
            if (ordinary && isElsewhere(wordHash(tail)))
                return true;
        }
        return false;
    }

    /// "Vela Checkmates Hale Works": in a heading a run of capitals holds names and other words; those that stand elsewhere in the text
    /// are the names. False when none do, or when the whole does.
    bool takeApart(const Mention &mention, std::vector<Mention> &out) const
    {
        const int words = mention.last - mention.first + 1;
        constexpr double listed = 0.9;
        constexpr int fewest = 3;
        if (words < fewest || r.isGerman || mention.certainty >= listed || !isHeading(mention.first) || isElsewhere(hashOf(mention.first, mention.last)))
            return false;
        std::vector<Mention> parts;
        for (int t = mention.first; t <= mention.last; ++t) {
            int last = mention.last;
            while (last >= t && !isElsewhere(hashOf(t, last)))
                --last;
            if (last < t)
                continue;
            Mention part;
            part.first = part.from = t;
            part.last = last;
            part.end = r.tok(last).end;
            part.isQuoted = mention.isQuoted;
            judgeName(r, part, 0);
            parts.push_back(part);
            t = last;
        }
        // "Ana Maria Ruiz" with "Ruiz" elsewhere is one name; a heading holds a word that is no name's.
        const bool given = r.is(mention.first, GivenName | Title) && parts.size() == 1;
        if (parts.empty() || given)
            return false;
        out.insert(out.end(), parts.begin(), parts.end());
        return true;
    }

    Reading &r;
    std::vector<quint64> m_elsewhere; ///< hashes of names in running text, sorted
};

} // namespace

void mendNames(Reading &reading)
{
    Mending(reading).run();
    for (size_t m = 0; m < reading.mentions.size(); ++m) {
        for (int t = reading.mentions[m].first; t <= reading.mentions[m].last; ++t)
            reading.mentionOf[static_cast<size_t>(t)] = static_cast<qint32>(m);
    }
}

} // namespace onrecord::extract
