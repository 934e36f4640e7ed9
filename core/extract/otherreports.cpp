// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/clauseends.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <unordered_set>

/// Reports without marks whose cue is a noun or a colon.
namespace onrecord::extract {

namespace {

using namespace word;

class OtherReports
{
public:
    explicit OtherReports(Reading &reading) : r(reading) {}

    void run()
    {
        for (size_t s = 0; s < r.sentences.size(); ++s) {
            m_sentence = static_cast<int>(s);
            m_floor = r.sentences[s].first;
            m_ceiling = r.sentences[s].last;
            if (r.isGerman) {
                findSaidBefore();
                continue;
            }
            if (r.sentences[s].isHeadline)
                findHeadline();
            for (int i = m_floor; i + 2 < m_ceiling; ++i) {
                if (r.iis(i, ReportNoun))
                    findNoun(i);
            }
        }
        std::ranges::stable_sort(r.clauses, {}, [this](const Clause &clause) { return r.cues[static_cast<size_t>(clause.cue)].sentence; });
    }

private:
    /// Ruiz: The pump leaks
    void findHeadline()
    {
        constexpr int longest = 6; // items before the colon
        int colon = m_floor + 1;
        while (colon < std::min(m_ceiling, m_floor + longest) && !r.iSign(colon, u':'))
            ++colon;
        if (!r.iSign(colon, u':') || colon + 3 >= m_ceiling || r.isStretch(colon + 1))
            return;
        const Source speaker = phraseEndingAt(r, colon - 1, m_floor);
        const bool somebody = speaker.isValid() && speaker.first == m_floor && !isKicker(r, r.item(m_floor).token)
            && (speaker.isRole || r.is(speaker.head, ReportNoun | Medium) || (speaker.mention >= 0 && r.mention(speaker.mention).type <= AgentType::Organisation));
        if (somebody)
            addClause(r, add(colon, speaker), colon + 1, m_ceiling - 1);
    }

    /// Die Pumpe ist alt. |Das teilte eine Sprecherin am Montag mit.| – the sentence before is the report.
    void findSaidBefore()
    {
        static constexpr WordSet pointing{u"das", u"dies"};
        const int verb = m_floor + 1;
        if (m_sentence == 0 || !r.iAny(m_floor, pointing) || !r.iis(verb, Speech) || r.iis(verb, Auxiliary))
            return;

        const Sentence &before = r.sentences[static_cast<size_t>(m_sentence) - 1];
        const Source who = phraseStartingAt(r, verb + 1, m_ceiling);
        const bool somebody = who.isValid() && (who.mention >= 0 || who.isRole || r.iis(who.first, Determiner)) && !isNobodyInGerman(r, who);
        if (!somebody || before.paragraph != r.sentences[static_cast<size_t>(m_sentence)].paragraph || before.isHeadline || before.isLoose || before.last - before.first < fewest)
            return;
        for (int i = before.first; i < m_ceiling; ++i) {
            if (r.isStretch(i) || r.iSign(i, u':') || r.iSign(i, u'?') || (i > verb && (r.iWord(i, u"dass") || r.iWord(i, u"ob"))))
                return;
        }
        const int cue = add(verb, who);
        r.cues[static_cast<size_t>(cue)].classes = Speech;
        r.cues[static_cast<size_t>(cue)].isNoun = false;
        addClause(r, cue, before.first, before.last - 1);
    }

    /// Ruiz’s claim that the pump leaks; the claim by Ruiz that …
    void findNoun(int noun)
    {
        static constexpr WordSet vague{u"idea", u"notion", u"evidence", u"impression", u"interview", u"position", u"motto", u"word", u"words", u"thought", u"letter", u"ad", u"speech",
                                       u"question", u"questions", u"proposal", u"proposals", u"request", u"demand", u"demands", u"call", u"calls", u"attack", u"website", u"video", u"note"};
        int that = noun + 1;
        Source owner = ownerOf(noun);
        if (!owner.isValid() && (r.iWord(that, u"by") || r.iWord(that, u"from"))) {
            owner = phraseStartingAt(r, that + 1, m_ceiling);
            that = owner.last + 1;
        }
        // "claims that were false": the pronoun of a relative clause
        if (!r.iWord(that, u"that") || that + 1 >= m_ceiling || r.iAny(noun, vague) || r.isStretch(that + 1) || r.iis(that + 1, Auxiliary | Past | Third) || isVerbHere(r, noun, m_floor)
            || isReported(that))
            return;
        const int cue = add(noun, owner);
        addClause(r, cue, that, std::min(clauseEnd(r, cue, that), ownEnd(noun, that)));
    }

    /// "Ruiz said in a statement that": the verb reports it.
    static constexpr int fewest = 3; ///< items of a sentence that says something

    [[nodiscard]] bool isReported(int that)
    {
        for (; m_known < r.clauses.size(); ++m_known)
            m_starts.insert(r.clauses[m_known].content.start);
        return m_starts.contains(r.itemStart(that));
    }

    /// "The claim that it leaked angered Hale": where the noun opens the sentence a second finite verb is the noun's own. The last item
    /// before it; the sentence's when there is none.
    [[nodiscard]] int ownEnd(int noun, int that) const
    {
        constexpr int reach = 4; // words that may stand before the noun
        bool inClause = false;
        for (int i = that + 2; i < m_ceiling && noun - m_floor <= reach; ++i) {
            if (r.isStretch(i) || isComma(r, i) || r.iis(i, Conjunction | Relative | Subordinator) || r.iWord(i, u"that"))
                break;
            const bool finite = r.iis(i, Auxiliary | Past | Third) && (r.iis(i, Auxiliary) || isVerbHere(r, i, m_floor));
            const bool group = finite && (r.iis(i - 1, Auxiliary) || (r.iis(i - 1, Adverbial | Negation) && r.iis(i - 2, Auxiliary))); // "has been", "was not seen"
            if (finite && inClause && !group)
                return i - 1;
            inClause = inClause || finite;
        }
        return m_ceiling - 1;
    }

    [[nodiscard]] Source ownerOf(int noun) const
    {
        constexpr int reach = 12; // items before the noun
        int before = noun - 1;
        while (before > std::max(m_floor, noun - reach) && r.isWordItem(before) && !isClitic(r, before) && !r.iis(before, Possessive | Determiner) && isNounLike(r, before))
            --before; // "Ruiz’s repeated claim"
        if (isPossessiveClitic(r, before) && before > m_floor)
            return phraseEndingAt(r, before - 1, m_floor);
        Source owner;
        if (r.iis(before, Possessive) && r.isToken(before)) {
            owner.first = owner.last = before;
            owner.head = r.item(before).token;
            owner.isPronoun = true;
            owner.isPlural = r.iWord(before, u"their");
        }
        return owner;
    }

    int add(int head, const Source &source)
    {
        Cue cue;
        cue.sentence = m_sentence;
        cue.first = cue.last = cue.head = head;
        cue.source = source;
        cue.isNoun = true;
        r.cues.push_back(cue);
        return static_cast<int>(r.cues.size()) - 1;
    }

    Reading &r;
    std::unordered_set<qint32> m_starts; ///< where the first m_known clauses begin
    size_t m_known = 0;
    int m_sentence = 0;
    int m_floor = 0;
    int m_ceiling = 0;
};

} // namespace

void findOtherReports(Reading &reading)
{
    OtherReports(reading).run();
}

} // namespace onrecord::extract
