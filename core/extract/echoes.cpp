// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/reading.h"

#include <algorithm>
#include <unordered_map>

/// “It leaks and nobody cares” – in a heading nobody says it, further down Ruiz does: the same words have the same speaker.
namespace onrecord::extract {

namespace {

constexpr int fewest = 4; ///< words that tell who spoke; fewer are anybody's
constexpr double weakly = 0.75; ///< a heading that names somebody before a colon, who need not speak

class Echoes
{
public:
    explicit Echoes(Reading &reading) : r(reading) {}

    void run()
    {
        for (const Attribution &a : r.attributions) {
            const Stretch &s = r.stretches[static_cast<size_t>(a.stretch)];
            if (!isOpen(a) || s.isNickname || s.last - s.first + 1 < fewest || wordsOf(s.first, s.last, m_words) < fewest)
                continue;
            m_wanted[keyOf(0)].push_back({a.stretch, m_words});
            m_bits |= bitOf(m_words[0]);
        }
        if (m_wanted.empty())
            return;
        for (const Attribution &a : r.attributions) {
            const Stretch &s = r.stretches[static_cast<size_t>(a.stretch)];
            if (a.isDecided && a.agent >= 0 && !isOpen(a))
                seek(s.first, s.last, a.agent, a.speakerSpan);
        }
        for (const Turn &turn : r.turns) {
            if (turn.agent < 0)
                continue;
            const auto from = std::ranges::lower_bound(r.tokens, turn.content.start, {}, &Token::start);
            const auto to = std::ranges::lower_bound(r.tokens, turn.content.end, {}, &Token::start);
            seek(static_cast<int>(from - r.tokens.begin()), static_cast<int>(to - r.tokens.begin()) - 1, turn.agent, turn.speakerSpan);
        }
    }

private:
    struct Wanted {
        int stretch;
        std::vector<quint64> words;
    };

    [[nodiscard]] static bool isOpen(const Attribution &a) { return !a.isDecided || (a.rule == u"headline" && a.confidence <= weakly); }

    /// Of the four words of m_words from `at` on.
    [[nodiscard]] quint64 keyOf(size_t at) const
    {
        quint64 key = 0;
        for (size_t i = at; i < at + fewest; ++i)
            key = phraseHash(key, m_words[i]);
        return key;
    }

    /// One bit of a word tells nearly every other at the first look.
    static quint64 bitOf(quint64 hash) { return 1ULL << (hash >> 58); }

    /// The words among tokens [first, last], as hashes; how many.
    int wordsOf(int first, int last, std::vector<quint64> &words) const
    {
        words.clear();
        for (int t = first; t <= last; ++t) {
            if (r.tok(t).hash != 0)
                words.push_back(r.tok(t).hash);
        }
        return static_cast<int>(words.size());
    }

    /// Gives the stretches whose words stand among tokens [first, last] to who speaks there.
    void seek(int first, int last, int agent, Span speaker)
    {
        bool any = false;
        for (int t = first; t <= last && !any; ++t)
            any = m_bits & bitOf(r.tok(t).hash);
        if (!any)
            return;
        wordsOf(first, last, m_words);
        for (size_t at = 0; at + fewest <= m_words.size(); ++at) {
            if (!(m_bits & bitOf(m_words[at])))
                continue;
            const auto wanted = m_wanted.find(keyOf(at));
            if (wanted == m_wanted.end())
                continue;
            for (const Wanted &w : wanted->second) {
                Attribution &a = r.attributions[static_cast<size_t>(w.stretch)];
                const Stretch &own = r.stretches[static_cast<size_t>(w.stretch)];
                if (own.first <= last && own.end() >= first)
                    continue; // the words themselves, within somebody's turn
                if (!isOpen(a) || w.words.size() > m_words.size() - at || !std::equal(w.words.begin(), w.words.end(), m_words.begin() + static_cast<qptrdiff>(at)))
                    continue;
                a.isDecided = true;
                a.cue = -1;
                a.cueSpan = {};
                a.source = {};
                a.agent = agent;
                a.alsoAgents.clear();
                a.speakerSpan = speaker;
                a.rule = QStringLiteral("same words elsewhere");
                a.confidence = 0.85;
            }
        }
    }

    Reading &r;
    std::unordered_map<quint64, std::vector<Wanted>> m_wanted; ///< stretches of nobody, by their first words
    quint64 m_bits = 0; ///< of those first words
    std::vector<quint64> m_words;
};

} // namespace

void shareEchoes(Reading &reading)
{
    Echoes(reading).run();
}

} // namespace onrecord::extract
