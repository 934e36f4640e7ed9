// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/clauseends.h"
#include "core/extract/contentstarts.h"
#include "core/extract/germanclauses.h"
#include "core/extract/germanwords.h"
#include "core/extract/jointspeakers.h"
#include "core/extract/reportspans.h"
#include "core/extract/sieves/sieves.h"
#include "core/extract/unsaid.h"

#include <algorithm>

/// Finds what a cue reports without marks, or partly in marks: Ruiz said that …, …, Ruiz said, according to Ruiz ….
/// The clause takes its "that" with it and ends where the next report begins.
namespace onrecord::extract {

namespace {

using namespace word;

class ClauseFinder
{
public:
    explicit ClauseFinder(Reading &reading) : r(reading) {}

    void run()
    {
        for (size_t c = 0; c < r.cues.size(); ++c) {
            const Cue &cue = r.cues[c];
            m_floor = r.sentences[static_cast<size_t>(cue.sentence)].first;
            m_ceiling = r.sentences[static_cast<size_t>(cue.sentence)].last;
            if (findHearsay(r, static_cast<int>(c)) || findAsked(r, static_cast<int>(c)))
                continue;
            if (!cue.source.isValid() || findByWhom(static_cast<int>(c)) || isPassedOver(cue) || isDisclaimed(r, cue))
                continue;
            if (findAroundGermanAside(r, static_cast<int>(c)) || findBehindGermanAs(r, static_cast<int>(c)))
                continue;
            const bool found = cue.isAccording ? findAccording(static_cast<int>(c)) : findTrailing(static_cast<int>(c)) || findFollowing(static_cast<int>(c));
            Q_UNUSED(found)
        }
    }

private:
    /// Attitudes of things, and verbs that merely stand in a clause of somebody else's, are left out.
    [[nodiscard]] bool isPassedOver(const Cue &cue) const
    {
        if (cue.isAccording)
            return false;
        if (cue.isPassive || (cue.isInfinitive && !cue.isSpeech()))
            return true;
        const Source &s = cue.source;
        return !cue.isSpeech() && !(s.mention >= 0 || s.isRole || s.isPronoun);
    }

    [[nodiscard]] bool isComma(int i) const { return r.iSign(i, u','); }
    [[nodiscard]] bool isDash(int i) const { return r.iSign(i, u'—') || r.iSign(i, u'–'); }
    [[nodiscard]] bool isTerminal(int i) const { return isTerminalItem(r, i); }

    void add(int c, int first, int last) { addClause(r, c, first, last); }

    bool findAccording(int c)
    {
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        const int first = std::min(cue.first, cue.source.first);
        const int last = std::max(cue.last, cue.source.last);
        if (first - m_floor <= 1) {
            int from = last + 1;
            while (!r.isGerman && from < m_ceiling && !isComma(from))
                ++from;
            if (r.isGerman && !isComma(from))
                from = last; // "Laut Ruhland leckt die Pumpe": the verb comes next
            if (from + 1 < m_ceiling)
                add(c, from + 1, m_ceiling - 1);
        } else if (r.isGerman && r.isWordItem(last + 1)) {
            // "Er soll |laut Ruhland| am Mittwoch kommen": the words on both sides are one report
            const size_t before = r.clauses.size();
            add(c, isComma(last + 1) ? last + 2 : last + 1, m_ceiling - 1);
            if (r.clauses.size() > before && !isComma(first - 1))
                r.clauses.back().before = {r.itemStart(m_floor), r.itemEnd(first - 1)};
        } else {
            add(c, overConnective(), first - 1);
        }
        return true;
    }

    /// "But the pump leaks, Ruiz said", "In fact, …": what joins the sentence to the one before is the author's.
    [[nodiscard]] int overConnective() const
    {
        static constexpr WordSet joining{u"but", u"and"};
        static constexpr WordSet connecting{u"however", u"moreover", u"nevertheless", u"nonetheless", u"furthermore", u"indeed", u"also", u"still"};
        if (r.isGerman || m_floor + 4 >= m_ceiling)
            return m_floor;
        if (r.iAny(m_floor, joining))
            return isComma(m_floor + 1) ? m_floor : m_floor + 1;
        if (r.iAny(m_floor, connecting) && isComma(m_floor + 1))
            return m_floor + 2;
        const bool inFact = r.iWord(m_floor, u"in") && (r.iWord(m_floor + 1, u"fact") || r.iWord(m_floor + 1, u"addition"));
        return inFact && isComma(m_floor + 2) ? m_floor + 3 : m_floor;
    }

    /// “The pump was old, Ruiz said on Monday.”
    bool findTrailing(int c)
    {
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        const bool isPerfect = isGermanPerfect(r, cue, m_floor);
        const int first = std::min(cue.first, cue.source.first) - (isPerfect ? 1 : 0);
        const int last = std::max(cue.last, cue.source.last);
        if (!cue.isSpeech() || (cue.isParticiple && !isPerfect) || cue.isInfinitive || cue.source.isRelative || first <= m_floor || first > cue.head + (cue.isInverted ? 0 : 1))
            return false;
        if (r.isStretch(first - 1) && first - 1 > m_floor)
            return findMixedBefore(c, first - 1);
        if (!r.isGerman && r.iWord(first - 1, u"as"))
            return findAsReported(c, first - 1, last + 1);
        const int wie = r.iWord(first - 1, u"es") ? first - 2 : first - 1;
        if (r.isGerman && r.iWord(wie, u"wie") && wie - 2 > m_floor && isComma(wie - 1) && closesSentence(r, last + 1, m_ceiling)) {
            add(c, m_floor, wie - 2); // "Das Bad wird teuer, wie Ruhland sagte."
            return true;
        }
        if (first - 1 == m_floor || !isComma(first - 1) || (r.isGerman && !isPerfect && !cue.isInverted && cue.source.first < cue.head))
            return false; // "Ruhland sagte, |er| habe das nie |behauptet|": behind what is reported the verb stands before who says it
        const int behind = overOthers(r, cue, overHearer(cue, last + 1), m_ceiling);
        if (!r.isGerman && first - 2 > m_floor && r.iis(first - 2, Relative | Subordinator | Conjunction) && isComma(behind) && behind + 1 < m_ceiling && !r.isStretch(behind + 1)) {
            add(c, behind + 1, clauseEnd(r, c, behind + 1)); // "…, where, Ruiz said, it leaks"
            return true;
        }
        if (findAround(c, first, behind))
            return true;
        if (!closesSentence(r, behind, m_ceiling))
            return false;
        if (introducesMarks(c))
            return false;
        add(c, overConnective(), first - 2);
        return true;
    }

    /// Behind whom a verb tells: "told |the Herald|".
    [[nodiscard]] int overHearer(const Cue &cue, int k) const
    {
        if (r.isGerman || !takesHearer(r, cue) || k >= m_ceiling || r.isStretch(k))
            return k;
        const Source hearer = phraseStartingAt(r, k, m_ceiling);
        return hearer.isValid() ? hearer.last + 1 : k;
    }

    /// The pump, Ruiz said, has been shut. – the words on both sides are the report.
    bool findAround(int c, int first, int behind)
    {
        behind += r.iWord(behind, u"on") && r.iis(behind + 1, Weekday) ? 2 : 0; // "Ruiz said on Monday,"
        if (r.isGerman || !isComma(behind) || !goesOn(behind + 1) || (c > 0 && r.cues[static_cast<size_t>(c) - 1].sentence == r.cues[static_cast<size_t>(c)].sentence))
            return false;
        if (r.cues[static_cast<size_t>(c)].isInverted && r.iis(behind + 1, Determiner))
            return false; // "said Ruiz, the depot manager"
        add(c, overConnective(), first - 2);
        if (!r.isStretch(behind + 1))
            add(c, behind + 1, clauseEnd(r, c, behind + 1));
        return true;
    }

    /// Does the sentence go on at item i, behind an aside: with words in marks, or with words that have a finite verb?
    [[nodiscard]] bool goesOn(int i) const
    {
        if (i + 1 >= m_ceiling || r.isStretch(i))
            return i + 1 < m_ceiling;
        if (r.iis(i, Gerund | Conjunction | Relative | Subordinator) || r.iWord(i, u"who") || r.iWord(i, u"which"))
            return false;
        for (int k = i; k < m_ceiling && !r.isStretch(k) && !isComma(k); ++k) {
            if (r.iis(k, Auxiliary | Past | Third) && (r.iis(k, Auxiliary) || isVerbHere(r, k, m_floor)))
                return true;
        }
        return false;
    }

    /// Hale was told by Ruiz that it leaks.
    bool findByWhom(int c)
    {
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        const int that = cue.source.last + 1;
        if (r.isGerman || !cue.isPassive || !cue.isSpeech() || cue.source.first < cue.head || !r.iWord(that, u"that"))
            return false;
        add(c, that, clauseEnd(r, c, that));
        return true;
    }

    /// As Ruiz reported, it leaks. It leaks, as Ruiz reported.
    bool findAsReported(int c, int as, int behind)
    {
        constexpr int adverbial = 6; // "as Ruiz put it earlier this week, …"
        for (int i = behind; i < std::min(m_ceiling, behind + adverbial) && !r.isStretch(i) && !r.iis(i, Auxiliary | Speech); ++i) {
            if (isComma(i)) {
                behind = i;
                break;
            }
        }
        const bool opens = as == m_floor || (isComma(as - 1) && behind < m_ceiling && isComma(behind));
        if (opens && behind + 1 < m_ceiling && isComma(behind)) {
            add(c, behind + 1, m_ceiling - 1);
            return true;
        }
        if (as - 1 <= m_floor || !isComma(as - 1) || !closesSentence(r, behind, m_ceiling))
            return false;
        add(c, m_floor, as - 2);
        return true;
    }

    /// The pump is “a wreck and nobody wants it,” Ruiz said. – the words before the marks belong to the report too.
    bool findMixedBefore(int c, int stretch)
    {
        const Stretch &s = r.stretches[static_cast<size_t>(r.item(stretch).stretch)];
        if (r.isGerman || stretch == m_floor || r.attributions[static_cast<size_t>(r.item(stretch).stretch)].cue != c)
            return false;
        const Token &inner = r.tok(s.last);
        const bool closed = inner.shape == TokenShape::Point && (inner.sign == u',' || inner.sign == u'?' || inner.sign == u'!');
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        if (!closesSentence(r, std::max(cue.last, cue.source.last) + 1, m_ceiling) || (stretch == m_floor + 1 && r.iis(m_floor, Preposition)))
            return false;
        if (!closed || isTerminal(stretch - 1) || isDash(stretch - 1) || (isComma(stretch - 1) && !isClause(m_floor, stretch - 1)))
            return closed;
        const int from = behindOther(c, stretch);
        if (from < stretch)
            add(c, from, stretch);
        return true;
    }

    /// “We tried,” said Ruiz, and |“it failed,”| said Hale. – where the clause of cue c begins, behind words in marks of somebody else and a joint.
    [[nodiscard]] int behindOther(int c, int stretch) const
    {
        for (int i = stretch - 1; i >= m_floor; --i) {
            const int other = r.isStretch(i) ? r.attributions[static_cast<size_t>(r.item(i).stretch)].cue : -1;
            if (other < 0 || other == c)
                continue;
            const Cue &before = r.cues[static_cast<size_t>(other)];
            for (int joint = std::max({i, before.last, before.source.last}) + 1; joint < stretch; ++joint) {
                if (r.iis(joint, Conjunction) || r.iSign(joint, u';'))
                    return joint + 1;
            }
        }
        return m_floor;
    }

    [[nodiscard]] bool isClause(int from, int to) const
    {
        for (int i = from; i < to; ++i) {
            if (!r.isStretch(i) && r.iis(i, Auxiliary | Past | Third) && r.iMention(i) < 0)
                return true;
        }
        return false;
    }

    /// Is the cue that of a quotation behind it: In May, Ruiz said evenly, “It leaks.”
    [[nodiscard]] bool introducesMarks(int c) const
    {
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        for (int i = cue.last + 1; i < m_ceiling; ++i) {
            if (r.isStretch(i) && i > m_floor && (isComma(i - 1) || r.iSign(i - 1, u':')) && r.attributions[static_cast<size_t>(r.item(i).stretch)].cue == c)
                return true;
        }
        return false;
    }

    /// Is the cue that of a quotation before it: “It leaks,” Ruiz said in front of the council.
    [[nodiscard]] bool closesMarks(int c) const
    {
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        const int first = cue.source.first > cue.head ? cue.first : std::min(cue.first, cue.source.first);
        for (int i = first - 1; i >= std::max(m_floor, first - 2); --i) {
            if (r.isStretch(i)) // behind a preposition that opens the sentence stands where it was said: On “Face the Harbour,” Ruiz said …
                return r.attributions[static_cast<size_t>(r.item(i).stretch)].cue == c && !(i == m_floor + 1 && r.iis(m_floor, Preposition));
        }
        return false;
    }

    /// “Ruiz told Park on Monday that …”
    bool findFollowing(int c)
    {
        const Cue &cue = r.cues[static_cast<size_t>(c)];
        if (cue.isInverted && !r.isGerman)
            return false; // “…,” said Ruiz, the manager: the words stand before it
        const ContentStart start = contentStart(r, cue, {m_floor, m_ceiling});
        int from = start.item;
        if (!r.isGerman && from >= 0 && from < m_ceiling && !opensClause(r, from) && (introducesMarks(c) || closesMarks(c)))
            return false;
        if (from < 0 || from >= m_ceiling || isTerminal(from))
            return false;
        int to = clauseEnd(r, c, from);
        for (int i = from + 1; r.isGerman && i < to && !r.isStretch(i); ++i) { // "wies dies zurück: |das Tor sei zu|"
            if (!r.iSign(i, u':'))
                continue;
            if (!holdsSubjunctive(r, from, i) && holdsSubjunctive(r, i + 1, to + 1))
                from = i + 1;
            break;
        }
        for (int i = from + 1; r.isGerman && i < to; ++i) {
            if (r.iSign(i, u':') && r.isStretch(i + 1))
                to = i - 1; // "bestreitet das: „…“": the words in marks are a report of their own
        }
        if (r.isGerman && ((!holdsSubjunctive(r, from, to + 1) && opensCircumstance(from)) || isReflexive(cue)))
            return false;
        if (opensWithReport(cue, from))
            return false;
        to = beforeParticle(cue, from, to);
        if (to < from)
            return false;
        if (r.isGerman && !opensClause(r, from) && !holdsSubjunctive(r, from, to + 1) && closesMarks(c))
            return false; // „…“, sagte Ruhland (SPD) nach der Sitzung.
        if (!(r.isGerman && ((isComma(from - 1) && !r.iis(m_floor, Subordinator)) || holdsSubjunctive(r, from, to + 1) || holdsInfinitive(r, from, to + 1))) && !reportsThis(cue, start, to))
            return false;
        if (r.isGerman && from == to && !r.isStretch(from))
            return false;
        // Words wholly in marks behind a comma or colon are direct speech, which the sieves have.
        if (from == to && r.isStretch(from))
            return false;
        const size_t before = r.clauses.size();
        add(c, from, to);
        if (r.clauses.size() > before)
            r.clauses.back().cueLast = start.cueLast;
        return true;
    }

    /// "…, Ruhland habe das behauptet, |sagte Sand|": who reports it, and nothing that is reported.
    [[nodiscard]] bool opensWithReport(const Cue &cue, int from) const
    {
        return r.isGerman && std::ranges::any_of(r.cues, [&](const Cue &other) { return other.sentence == cue.sentence && other.head == from && other.isInverted; });
    }

    /// "kündigte Widerstand |an|": before the end of the verb of saying, behind words that have no verb; else the last item as it is.
    [[nodiscard]] int beforeParticle(const Cue &cue, int from, int to) const
    {
        static constexpr WordSet particles{u"an", u"ab", u"vor", u"zu", u"mit", u"aus", u"ein", u"auf", u"hin", u"zurück", u"entgegen", u"fest", u"nach", u"bei"};
        int end = to;
        while (end > from && !r.isStretch(end) && !r.isWordItem(end))
            --end;
        if (!r.isGerman || cue.head >= from || !r.iAny(end, particles) || r.itok(end).isCapital || isComma(from - 1))
            return to;
        for (int i = from; i < end; ++i) {
            if (r.isStretch(i) || isComma(i) || (r.iMention(i) < 0 && !r.itok(i).isCapital && r.iis(i, Verb | Auxiliary) && isVerbHere(r, i, from)))
                return to;
        }
        return end - 1;
    }

    /// "lachte, |als| Hale ging": a clause of time or reason is nobody's words.
    [[nodiscard]] bool opensCircumstance(int from) const
    {
        static constexpr WordSet circumstances{u"als", u"weil", u"während", u"nachdem", u"bevor", u"obwohl", u"damit", u"sodass", u"indem", u"sobald"};
        return r.iAny(from, circumstances);
    }

    /// "Wenn |sich| die Berichte bestätigten, müsse …": it turns out to be so, and nobody confirms it.
    [[nodiscard]] bool isReflexive(const Cue &cue) const
    {
        static const quint64 confirm = wordHash(u"bestätigen");
        if (r.lemmas[static_cast<size_t>(r.item(cue.head).token)] != confirm)
            return false;
        for (int i = cue.head - 1; i >= m_floor && !r.isStretch(i) && !isComma(i); --i) {
            if (r.iWord(i, u"sich"))
                return true;
        }
        return false;
    }

    /// Verbs that mostly do something else (begin, put, close) report only with a conjunction or marks; a particle or a day is nobody's view.
    [[nodiscard]] bool reportsThis(const Cue &cue, const ContentStart &start, int to) const
    {
        const int from = start.item;
        static const quint64 adding = wordHash(u"add");
        if (!r.isGerman && r.lemmas[static_cast<size_t>(r.item(cue.head).token)] == adding && !opensClause(r, from) && !isClause(from, to + 1))
            return false; // "who added nine minutes"
        while (to > from && !r.isStretch(to) && !r.isWordItem(to))
            --to;
        if (from == to && !r.isStretch(from) && (r.iis(from, Preposition | Adverb | Weekday) || isAdverb(r, from)))
            return false;
        if (!r.isStretch(from) && (r.iis(from, Weekday | Month) || (r.itok(from).shape == TokenShape::Number && from + 1 <= to && r.iis(from + 1, Month))) && to - from < 4)
            return false;
        const bool about = start.cueLast >= 0 && (r.iWord(start.cueLast, u"about") || r.iWord(start.cueLast, u"of") || r.iWord(start.cueLast, u"against"));
        if (!r.iis(cue.head, OnlyThat) || cue.last > cue.head || about || opensClause(r, from) || r.isStretch(from))
            return true;
        for (int i = from; i <= to; ++i) {
            if (r.isStretch(i) && r.attributions[static_cast<size_t>(r.item(i).stretch)].cue >= 0 && &cue == &r.cues[static_cast<size_t>(r.attributions[static_cast<size_t>(r.item(i).stretch)].cue)])
                return true;
        }
        return false;
    }

    Reading &r;
    int m_floor = 0;
    int m_ceiling = 0;
};

} // namespace

void findClauses(Reading &reading)
{
    ClauseFinder(reading).run();
    findOtherReports(reading);
    if (reading.isGerman)
        findSubjunctives(reading);
}

} // namespace onrecord::extract
