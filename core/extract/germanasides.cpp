// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/clauseends.h"
#include "core/extract/germanwords.h"
#include "core/extract/phrases.h"

#include <algorithm>

/// German puts the words of saying into what they report: "Das Bad, |sagte Ruhland|, sei marode". Verb first between two commas, or behind "so".
namespace onrecord::extract {

namespace {

using namespace word;

/// "|Als der Rat kam|, sagte Ruhland, …": a clause of time or reason that is nobody's words, up to item `to`.
bool opensWithCircumstance(const Reading &r, int sentence, int to)
{
    static constexpr WordSet openers{u"als", u"wenn", u"nachdem", u"bevor", u"weil", u"obwohl", u"während", u"da", u"sobald", u"falls", u"auf", u"ob", u"dass"};
    const int floor = r.sentences[static_cast<size_t>(sentence)].first;
    return r.iAny(floor, openers) && !holdsSubjunctive(r, floor, to);
}

class Aside
{
public:
    Aside(const Reading &reading, int cue) : r(reading), m_cue(r.cues[static_cast<size_t>(cue)])
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(m_cue.sentence)];
        m_floor = sentence.first;
        m_ceiling = sentence.last;
        m_first = std::min(m_cue.first, m_cue.source.first);
        if (r.iWord(m_first - 1, u"das") && isComma(r, m_first - 2))
            --m_first; // "Die Dächer, das bestätigte ein Gutachter, waren dicht"
        m_behind = closingComma();
    }

    /// Between commas, verb first, and not the main clause that a subordinate one opens ("Als er kam, sagte Ruhland, …").
    [[nodiscard]] bool isAside() const
    {
        if (m_first - 2 < m_floor || !isComma(r, m_first - 1) || r.isStretch(m_first - 2) || m_cue.source.first < m_cue.head || m_behind < 0)
            return false;
        if (opensWithCircumstance(r, m_cue.sentence, m_first - 1))
            return false;
        for (int i = m_floor; i < m_first; ++i) {
            if (r.iSign(i, u':') || (r.isStretch(i) && r.iSign(i - 1, u':')))
                return false;
        }
        return true;
    }

    /// Is what follows the second comma reported as well, and not told about the speaker ("sagte Ruhland, der das Bad leitet")?
    [[nodiscard]] bool goesOn() const
    {
        const int from = m_behind + 1;
        if (from >= m_ceiling)
            return false;
        if (r.isStretch(from))
            return hasMoreThan(from); // words in marks alone are quoted, and have the sieves
        static constexpr WordSet elsewhere{u"und", u"dann", u"danach", u"aber", u"doch", u"bevor", u"der", u"die", u"das", u"dem", u"den", u"dessen", u"deren", u"als", u"wobei", u"woraufhin", u"nachdem"};
        if (r.iAny(from, elsewhere) && !holdsSubjunctive(r, from, m_ceiling))
            return false; // ", sagte Ruhland, |und ging|", "|die es leitet|"
        if (!hasFinite() || isSubjunctive(r, m_first - 2) || r.iis(m_first - 2, Auxiliary) || r.iWord(from, u"dass") || r.iWord(from, u"ob"))
            return true;
        static constexpr WordSet relatives{u"der", u"die", u"das", u"dem", u"den", u"dessen", u"deren", u"welcher", u"welche", u"als", u"wobei", u"woraufhin", u"nachdem"};
        static constexpr WordSet past{u"hätten", u"wären", u"würden", u"könnten", u"müssten", u"sollten", u"stünden", u"gäben", u"kämen", u"lägen", u"gingen", u"ließen", u"hätte", u"wäre", u"würde"};
        const bool verb = r.isToken(from) && !r.item(from).isCapital && r.word(r.item(from).token).endsWith(u'e') && !r.iis(from, Function | Adverb); // ", |erfasse| aber auch …"
        bool reported = verb || holdsSubjunctive(r, from, m_ceiling);
        for (int i = from; i < m_ceiling; ++i)
            reported = reported || r.iAny(i, past);
        return (!r.iAny(from, relatives) || isSubjunctive(r, from + 1)) && reported; // ", |das helfe| mehr als jeder Kurs"
    }

    [[nodiscard]] int floor() const { return m_floor; }
    [[nodiscard]] int lastBefore() const { return m_first - 2; }
    [[nodiscard]] int firstBehind() const { return m_behind + 1; }

    /// The last item reported: a semicolon ends it where the rest is told in the indicative.
    [[nodiscard]] int last() const
    {
        for (int i = m_behind + 1; i < m_ceiling; ++i) {
            if (r.iSign(i, u';') && !holdsSubjunctive(r, i, m_ceiling))
                return i - 1;
        }
        return m_ceiling - 1;
    }

private:
    [[nodiscard]] bool hasMoreThan(int stretch) const
    {
        for (int i = stretch + 1; i < m_ceiling; ++i) {
            if (r.isWordItem(i) || r.isStretch(i))
                return true;
        }
        return false;
    }

    /// The comma behind the words of saying and their circumstances ("zu ihrem Bruder", "am Montag"); -1 where a verb or nothing comes first.
    [[nodiscard]] int closingComma() const
    {
        constexpr int reach = 9;
        const int from = std::max(m_cue.last, m_cue.source.last) + 1;
        bool does = false; // "sagt Ruhland |und dreht| am Rad"
        for (int i = from; i < std::min(m_ceiling, from + reach); ++i) {
            if (isComma(r, i))
                return i;
            does = does || (r.iWord(i, u"und") && i + 1 < m_ceiling && r.iis(i + 1, Past | Third) && !isSubjunctive(r, i + 1));
            if (does && r.isWordItem(i))
                continue;
            if (r.isStretch(i) || r.iSign(i, u':') || r.iSign(i, u';') || (r.iis(i, Auxiliary | Past | Third) && !isNounLike(r, i)))
                return -1;
        }
        return -1;
    }

    [[nodiscard]] bool hasFinite() const
    {
        for (int i = m_floor; i < m_first - 1; ++i) {
            if (!r.isStretch(i) && (isSubjunctive(r, i) || r.iis(i, Auxiliary) || (r.iis(i, Past | Third) && !isNounLike(r, i))))
                return true;
        }
        return false;
    }

    const Reading &r;
    const Cue &m_cue;
    int m_floor = 0;
    int m_ceiling = 0;
    int m_first = 0;  ///< of the words of saying
    int m_behind = -1;///< the comma behind them
};

/// "Als der Rat kam, sagte Ruhland, |das Bad sei zu|"
bool findBehindCircumstance(Reading &r, int c)
{
    const Cue &cue = r.cues[static_cast<size_t>(c)];
    const Sentence &sentence = r.sentences[static_cast<size_t>(cue.sentence)];
    const int comma = cue.source.last + 1;
    if (cue.isAccording || cue.source.first < cue.head || !isComma(r, cue.first - 1) || !isComma(r, comma) || r.isStretch(comma + 1)
        || !opensWithCircumstance(r, cue.sentence, cue.first) || !holdsSubjunctive(r, comma, sentence.last))
        return false;
    addClause(r, c, comma + 1, sentence.last - 1);
    return true;
}

} // namespace

bool findAroundGermanAside(Reading &reading, int c)
{
    const Cue &cue = reading.cues[static_cast<size_t>(c)];
    if (!reading.isGerman || !cue.isSpeech() || cue.isNoun || cue.isPassive || cue.isInfinitive || !cue.source.isValid() || cue.source.isRelative
        || (cue.isAccording && !reading.iWord(cue.head, u"so")))
        return false;
    const Aside aside(reading, c);
    if (!aside.isAside())
        return findBehindCircumstance(reading, c);
    const int floor = aside.floor();
    const int before = aside.lastBefore();
    const int from = aside.firstBehind();
    const int last = aside.last();
    if (!aside.goesOn()) {
        addClause(reading, c, floor, before);
        return true;
    }
    const size_t known = reading.clauses.size();
    addClause(reading, c, from, last);
    if (reading.clauses.size() > known)
        reading.clauses.back().before = {reading.itemStart(floor), reading.itemEnd(before)};
    return true;
}

bool findBehindGermanAs(Reading &reading, int c)
{
    const Cue &cue = reading.cues[static_cast<size_t>(c)];
    const Sentence &sentence = reading.sentences[static_cast<size_t>(cue.sentence)];
    const int comma = std::max(cue.last, cue.source.last) + 1;
    if (!reading.isGerman || !cue.isSpeech() || !cue.source.isValid() || !reading.iWord(sentence.first, u"wie") || cue.source.first > cue.head
        || cue.source.first != sentence.first + 1 || !isComma(reading, comma) || comma + 2 >= sentence.last || reading.isStretch(comma + 1))
        return false;
    const int who = sentence.first + 1;
    if (!reading.itok(who).isCapital && !reading.iis(who, Determiner | Possessive | Pronoun))
        return false; // "Wie |schön| Hale erzählt, …"
    const int verb = comma + 1;
    if (reading.iWord(verb, u"wie") || !(isSubjunctive(reading, verb) || reading.iis(verb, Auxiliary | Verb)) || reading.itok(verb).isCapital)
        return false; // "Wie Ruhland erklärte, wie sie läuft, …"
    for (int i = cue.source.last + 1; i < cue.first; ++i) {
        if (reading.iis(i, Pronoun) || (reading.iis(i, Determiner) && !reading.iis(i - 1, Preposition)))
            return false; // "Wie Hale |das| sagte, gefiel ihr nicht"
    }
    for (int i = sentence.first; i < comma; ++i) {
        if (isComma(reading, i) || reading.isStretch(i))
            return false; // "Wie hoch die Kosten sind, sagte Ruhland nicht"
    }
    addClause(reading, c, comma + 1, sentence.last - 1);
    return true;
}

} // namespace onrecord::extract
