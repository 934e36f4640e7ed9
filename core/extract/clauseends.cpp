// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/clauseends.h"

#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

bool isTerminal(const Reading &r, int i)
{
    return r.iSign(i, u'.') || r.iSign(i, u'?') || r.iSign(i, u'!') || r.iSign(i, u'\u2026') || r.iSign(i, u':');
}

/// Does a finite verb stand between the item and the end of the sentence, outside asides?
bool holdsVerb(const Reading &r, int i, int ceiling)
{
    for (int k = i; k < ceiling && !r.isGerman; ++k) {
        if (isComma(r, k))
            return false;
        if (!r.isStretch(k) && r.iis(k, Auxiliary | Past) && !(r.iis(k, Participle) && k > i && r.iis(k - 1, Determiner | Weekday)))
            return true;
    }
    return false;
}

/// Words in marks that end in a comma, as American papers print it: “a wreck,”
bool closesWithComma(const Reading &r, int i)
{
    return !r.isGerman && r.isStretch(i) && r.tok(r.stretches[static_cast<size_t>(r.item(i).stretch)].last).sign == u',';
}

class ClauseEnd
{
public:
    ClauseEnd(const Reading &reading, const Cue &cue)
        : r(reading), m_floor(reading.sentences[static_cast<size_t>(cue.sentence)].first), m_ceiling(reading.sentences[static_cast<size_t>(cue.sentence)].last)
    {
    }

    [[nodiscard]] int endOf(int c, int from) const
    {
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        int end = m_ceiling - 1;
        // The cues stand in the order of the text, but for those of nouns, which come last.
        const auto ordered = std::ranges::partition_point(r.cues, [](const Cue &any) { return !any.isNoun; });
        for (auto it = std::ranges::upper_bound(r.cues.begin(), ordered, cue.head, {}, &Cue::head); it != ordered && it->sentence == cue.sentence; ++it) {
            const Cue &next = *it;
            if (next.first <= from || !next.source.isValid())
                continue;
            const int start = next.source.first > cue.head ? std::min(next.first, next.source.first) : next.first;
            const int before = start - 1;
            if (before <= from)
                continue;
            const bool sameSubject = next.source.head == cue.source.head;
            if (!sameSubject && r.iSign(before, u';'))
                end = std::min(end, before - 1);
            else if (next.isParticiple && isComma(r, before) && sameSubject)
                end = std::min(end, before - 1);
            else if (sameSubject && isComma(r, before) && r.iWord(next.first, u"then"))
                end = std::min(end, before - 1); // "denied it, then said"
            else if (sameSubject && r.iis(before, Conjunction) && !next.isInfinitive && (r.isGerman || next.isSpeech()))
                end = std::min(end, isComma(r, before - 1) ? before - 2 : before - 1);
            else if (next.isSpeech() && isComma(r, before) && next.source.first > cue.head && closesSentence(r, std::max(next.last, next.source.last) + 1, m_ceiling))
                end = std::min(end, before - 1);
            else if (!sameSubject && next.source.first > from && r.iis(before, Conjunction | Subordinator) && isComma(r, before - 1) && !r.iWord(before, u"that"))
                end = std::min(end, before - 2);
            else if (!r.isGerman && !sameSubject && !next.isParticiple && !next.isInfinitive && !next.source.isRelative && isComma(r, before) && !holdsVerb(r, from, before))
                end = std::min(end, before - 1); // "Vela charges $60, Hale charges $2"
            else if (!sameSubject && next.source.first > from && r.iis(before, Conjunction) && closesWithComma(r, before - 1))
                end = std::min(end, before - 1); // "called it “junk,” and Hale called it “a marvel”"
            else if (!r.isGerman && !sameSubject && next.source.first > from && !next.source.isRelative && closesWithComma(r, next.source.first - 1))
                end = std::min(end, next.source.first - 1);
            else if (next.isAccording && isComma(r, before))
                end = std::min(end, before - 1);
        }
        end = std::min(end, asideStart(from, end));
        if (!r.isGerman && cue.source.isRelative && isComma(r, cue.source.first - 1)) {
            for (int i = from; i < end; ++i) {
                if (closesWithComma(r, i) && holdsVerb(r, i + 1, m_ceiling))
                    return i; // "Hale, who called it “junk,” left"
                if (isComma(r, i))
                    break;
            }
            if (const int close = firstComma(from, end); close < end && holdsVerb(r, close + 1, m_ceiling))
                return close - 1; // "Hale, who denied the claim, is waiting"
        }
        const int comma = r.isGerman ? end : firstComma(from, end);
        return opensSubordinate(cue) && comma < end ? comma - 1 : end;
    }

private:
    [[nodiscard]] int firstComma(int from, int end) const
    {
        for (int i = from + 1; i < end; ++i) {
            if (isComma(r, i))
                return i;
        }
        return end;
    }

    /// After Ruiz said it leaked, Hale left. – the first clause is not the main one, so that its report ends at the comma.
    [[nodiscard]] bool opensSubordinate(const Cue &cue) const
    {
        const int opener = r.iis(m_floor, Conjunction | Adverb) && m_floor + 1 < m_ceiling ? m_floor + 1 : m_floor;
        const int first = cue.isParticiple || cue.source.first > cue.head ? cue.first : std::min(cue.first, cue.source.first);
        if (r.isStretch(opener) || first < opener)
            return false;
        if (cue.isParticiple && first == opener)
            return true; // "Expecting thousands, Ruiz shut the gate."
        for (const Folded w : {Folded(u"after"), Folded(u"before"), Folded(u"while"), Folded(u"when"), Folded(u"although"), Folded(u"though"), Folded(u"as"), Folded(u"since"),
                               Folded(u"if"), Folded(u"despite"), Folded(u"by"), Folded(u"because"), Folded(u"once"), Folded(u"even"), Folded(u"until")}) {
            if (r.iWord(opener, w))
                return !hasComma(opener, first);
            if (first > opener && r.iWord(first - 1, w))
                return true; // "It holds – while Ruiz said it leaked, nobody came."
        }
        return false;
    }

    [[nodiscard]] bool hasComma(int from, int to) const
    {
        for (int i = from; i < to; ++i) {
            if (isComma(r, i))
                return true;
        }
        return false;
    }

    /// Where a clause begins that no longer reports: ", noting …", ", which …", ", but …", ", while …", ", a …". The last item before
    /// its comma; `end` when there is none. Measured on PolNeAR, three of five reports end at such a comma.
    [[nodiscard]] int asideStart(int from, int end) const
    {
        constexpr int shortest = 3; // words before the comma
        for (int i = from + shortest; !r.isGerman && i + 1 <= end; ++i) {
            if ((r.iSign(i, u'—') || r.iSign(i, u'–')) && opensAside(i + 1))
                return i - 1;
            if (r.isStretch(i) || !isComma(r, i) || r.isStretch(i + 1))
                continue;
            const int next = isAdverb(r, i + 1) && i + 2 <= end ? i + 2 : i + 1;
            const bool gerund = r.iis(next, Gerund) && !r.iWord(next, u"including") && !r.iWord(next, u"according");
            const bool apposition = (r.iWord(i + 1, u"a") || r.iWord(i + 1, u"an")) && !listGoesOn(i, end);
            if (gerund || apposition || opensAside(i + 1) || (r.iWord(i + 1, u"but") && i + 2 <= end && isSubject(i + 2)))
                return i - 1;
        }
        return end;
    }

    [[nodiscard]] bool opensAside(int i) const
    {
        static constexpr WordSet opening{u"which", u"where", u"while", u"although", u"though", u"compared"};
        return r.iAny(i, opening);
    }

    [[nodiscard]] bool isSubject(int i) const { return !r.isStretch(i) && (r.iis(i, Pronoun | Determiner | Possessive) || r.iMention(i) >= 0); }

    /// "a pump, a gate, and a crane": a comma of a list, not of an apposition.
    [[nodiscard]] bool listGoesOn(int comma, int end) const
    {
        constexpr int reach = 8;
        for (int i = comma + 1; i < std::min(end, comma + reach); ++i) {
            if (r.isStretch(i))
                return false;
            if (r.iis(i, Conjunction) || (isComma(r, i) && !r.isStretch(i + 1) && r.iis(i + 1, Conjunction | Determiner)))
                return true;
        }
        return false;
    }

    const Reading &r;
    int m_floor = 0;
    int m_ceiling = 0;
};

} // namespace

bool closesSentence(const Reading &r, int i, int ceiling)
{
    constexpr int longest = 14;
    if (i >= ceiling || isTerminal(r, i) || r.iSign(i, u';'))
        return true;
    if (ceiling - i > longest)
        return isComma(r, i) && i + 1 < ceiling && (r.iis(i + 1, Gerund) || r.isStretch(i + 1));
    if (r.isGerman && r.iWord(i, u"ein") && (i + 1 >= ceiling || isTerminal(r, i + 1)))
        return true; // ", räumte Ruhland |ein|."
    if (r.isStretch(i) || holdsVerb(r, i, ceiling))
        return false;
    constexpr int few = 5;
    if (r.isGerman && ceiling - i <= few && r.isWordItem(i) && !r.itok(i).isCapital && !r.iis(i, Auxiliary | Verb | Conjunction | Determiner | Pronoun))
        return true; // ", erklärt Ruhland |schriftlich|."
    return r.iis(i, Weekday | Preposition | Adverb) || isComma(r, i) || isAdverb(r, i) || r.iWord(i, u"this") || r.iWord(i, u"last");
}

void addClause(Reading &r, int c, int first, int last)
{
    while (first <= last && !r.isStretch(first) && !r.isWordItem(first) && !r.iSign(first, u'$') && !r.iSign(first, u'('))
        ++first;
    while (last >= first && !r.isStretch(last) && !r.isWordItem(last) && !r.iSign(last, u'%') && !r.iSign(last, u')'))
        --last;
    int words = 0;
    int stretches = 0;
    for (int i = first; i <= last; ++i) {
        words += r.isWordItem(i) ? 1 : 0;
        stretches += r.isStretch(i) ? 1 : 0;
    }
    const bool isNothing = words == 1 && stretches == 0 && first == last && r.iis(first, word::Negation); // "widerspricht |nicht|"
    if (words == 0 || first > last || isNothing)
        return;
    Clause clause;
    clause.cue = c;
    clause.content = {r.itemStart(first), r.itemEnd(last)};
    clause.first = first;
    clause.last = last;
    clause.hasMarks = stretches > 0;
    r.clauses.push_back(clause);
}

int clauseEnd(const Reading &reading, int cue, int from)
{
    return ClauseEnd(reading, reading.cues[static_cast<size_t>(cue)]).endOf(cue, from);
}

} // namespace onrecord::extract
