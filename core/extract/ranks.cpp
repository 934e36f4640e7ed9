// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/ranks.h"

#include <array>

namespace onrecord::extract {

namespace {

using namespace word;

constexpr std::array<QStringView, 10> ordinals{u"first", u"second", u"third", u"fourth", u"fifth", u"sixth", u"seventh", u"eighth", u"ninth", u"tenth"};
constexpr std::array<QStringView, 20> superlatives{u"largest", u"biggest", u"smallest", u"highest", u"lowest", u"tallest", u"longest", u"oldest", u"youngest", u"busiest",
                                                   u"fastest", u"richest", u"poorest", u"wealthiest", u"strongest", u"heaviest", u"deepest", u"best", u"worst", u"most"};
constexpr WordSet superlativeWords{u"largest", u"biggest", u"smallest", u"highest", u"lowest", u"tallest", u"longest", u"oldest", u"youngest", u"busiest",
                                   u"fastest", u"richest", u"poorest", u"wealthiest", u"strongest", u"heaviest", u"deepest", u"best", u"worst", u"most"};
constexpr WordSet placing{u"rank", u"ranks", u"ranked", u"ranking", u"came", u"come", u"comes", u"coming", u"finish", u"finishes", u"finished", u"finishing", u"placed", u"places", u"ran"};
constexpr WordSet taking{u"in", u"took", u"takes", u"take", u"taking", u"won", u"wins"};

/// 3 for "third", 12 for "12th"; 0 for other words.
int ordinalOf(const Reading &r, int t)
{
    const QStringView w = r.word(t);
    if (r.tok(t).shape == TokenShape::Number) {
        constexpr qsizetype longest = 5;
        const bool ends = w.size() > 2 && w.size() <= longest && (w.endsWith(u"th") || w.endsWith(u"st") || w.endsWith(u"nd") || w.endsWith(u"rd"));
        return ends ? w.chopped(2).toInt() : 0;
    }
    const qsizetype hyphen = w.indexOf(u'-');
    const QStringView word = hyphen < 0 ? w : w.first(hyphen);
    for (size_t i = 0; i < ordinals.size(); ++i) {
        if (word.compare(ordinals[i], Qt::CaseInsensitive) == 0)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

/// Does the clause go on behind token t without a noun that the ordinal would belong to?
bool standsAlone(const Reading &r, int t)
{
    const int next = t + 1;
    if (next >= r.count() || r.tok(next).startsParagraph || r.tok(next).shape == TokenShape::Quote)
        return true;
    if (r.tok(next).shape == TokenShape::Point)
        return !r.isSign(next, u'-') && !r.isSign(next, u'/');
    static constexpr WordSet going{u"overall", u"behind", u"ahead", u"nationally", u"worldwide", u"out"};
    return r.isAny(next, going) || (r.is(next, Preposition | Conjunction | Subordinator) && !r.isWord(next, u"to"));
}

/// "third |of 40| ports", "third |out of 40|", "third |among 40|": the token behind.
int behindTotal(const Reading &r, int next)
{
    int t = next < r.count() && r.isWord(next, u"out") ? next + 1 : next;
    if (t >= r.count() || !(r.isWord(t, u"of") || r.isWord(t, u"among")))
        return next;
    ++t;
    if (t < r.count() && r.isWord(t, u"the"))
        ++t;
    return t < r.count() && (r.tok(t).shape == TokenShape::Number || r.is(t, NumberWord)) ? t + 1 : next;
}

/// "ranks third", "came in 21st"
bool isPlaced(const Reading &r, int t)
{
    const int before = t - 1;
    const int verb = before >= 0 && (r.isWord(before, u"in") || r.is(before, Adverb)) ? before - 1 : before;
    return verb >= 0 && r.isAny(verb, placing) && !r.tok(t).isCapital && standsAlone(r, t);
}

} // namespace

std::optional<Rank> rankAt(const Reading &r, int at)
{
    if (r.isGerman || at == 0 || r.tok(at).startsParagraph)
        return std::nullopt;
    const int value = ordinalOf(r, at);
    if (value == 0)
        return std::nullopt;
    const int next = at + 1;
    const bool hyphened = r.tok(at).shape == TokenShape::Word && r.word(at).contains(u'-');
    if (hyphened || (next < r.count() && r.isAny(next, superlativeWords) && !r.isWord(next, u"most"))) {
        const int last = hyphened ? at : next;
        return Rank{.value = value, .last = last, .behind = last + 1}; // "the third-largest port", "the third largest"
    }
    if (next < r.count() && r.isWord(next, u"place") && r.isAny(at - 1, taking) && standsAlone(r, next))
        return Rank{.value = value, .last = next, .behind = behindTotal(r, next + 1)}; // "took third place"
    if (!isPlaced(r, at))
        return std::nullopt;
    return Rank{.value = value, .last = at, .behind = behindTotal(r, next)};
}

std::vector<quint64> wordsOfRanks()
{
    std::vector<quint64> out;
    for (const QStringView ordinal : ordinals) {
        out.push_back(wordHash(ordinal));
        for (const QStringView superlative : superlatives) {
            const QString both = ordinal + QString(u'-') + superlative;
            out.push_back(wordHash(both));
        }
    }
    return out;
}

} // namespace onrecord::extract
