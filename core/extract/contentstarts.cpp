// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/contentstarts.h"

#include "core/extract/germanclauses.h"
#include "core/extract/germanwords.h"
#include "core/extract/jointspeakers.h"
#include "core/extract/reportspans.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

/// "teilte die Gewerkschaft |(GHV)| mit"
int overBrackets(const Reading &r, int k, int ceiling)
{
    constexpr int longest = 5;
    for (int i = k + 1; r.isGerman && r.iSign(k, u'(') && i < std::min(ceiling, k + longest); ++i) {
        if (r.iSign(i, u')'))
            return i + 1;
    }
    return k;
}

/// "sagte er |dieser Zeitung|", "|der Nachrichtenagentur dpa|": whom a verb tells, in the dative, up to the end of the sentence.
int overGermanHearer(const Reading &r, int k, int ceiling)
{
    constexpr int longest = 5; // items
    static constexpr WordSet datives{u"dem", u"der", u"den", u"dieser", u"unserer", u"einem", u"einer"};
    if (!r.isGerman || !r.iAny(k, datives))
        return k;
    for (int i = k + 1; i < ceiling && i <= k + longest; ++i) {
        if (isComma(r, i) || isTerminalItem(r, i))
            return i;
        if (!r.isStretch(i) && (!r.isWordItem(i) || (!r.itok(i).isCapital && r.iis(i, Auxiliary | Past | Third | Conjunction))))
            return k;
    }
    return k;
}

class Starts
{
public:
    Starts(const Reading &reading, Bounds bounds) : r(reading), m_floor(bounds.floor), m_ceiling(bounds.ceiling) {}

    [[nodiscard]] int find(const Cue &cue)
    {
        const bool isBehind = cue.isInverted || (r.isGerman && cue.source.first > cue.head);
        int k = std::max(cue.last, isBehind ? cue.source.last : cue.last) + 1;
        if (k >= m_ceiling)
            return -1;
        static constexpr WordSet particles{u"an", u"mit", u"zu", u"ein", u"vor", u"fest", u"klar", u"hin", u"aus", u"bekannt", u"entgegen"};
        constexpr int farthest = 7; // items between the verb and its particle
        for (int i = k; r.isGerman && i + 1 < std::min(m_ceiling, k + farthest) && !r.isStretch(i) && !isComma(r, i); ++i) {
            if (i > k && isComma(r, i + 1) && !(holdsInfinitive(r, i + 2, m_ceiling) || holdsSubjunctive(r, i + 2, m_ceiling) || r.iWord(i + 2, u"dass") || r.iWord(i + 2, u"ob")))
                break; // "stellte den Plan |vor|, der viel Geld kostet"
            if (r.iAny(i, particles) && isComma(r, i + 1)) {
                k = i + 2; // "kündigte im Gericht |an|, Stellen zu streichen"
                break;
            }
        }
        // The conjunction of the clause, near enough and before any other verb, settles where it begins.
        const int reach = r.isGerman || takesHearer(r, cue) || !isObject(k) ? 14 : 0;
        for (int i = k; i < std::min(m_ceiling, k + reach); ++i) {
            if (r.isStretch(i) || isTerminalItem(r, i) || r.iSign(i, u';'))
                break;
            if (r.isGerman ? (r.iWord(i, u"dass") || r.iWord(i, u"daß") || r.iWord(i, u"ob")) : (r.iWord(i, u"that") && !r.iis(i - 1, Preposition)))
                return i;
            if (i > k && r.iis(i, Auxiliary | Past))
                break;
        }
        if (r.isGerman) {
            for (int i = k; i + 1 < m_ceiling && !r.isStretch(i) && !isSubjunctive(r, i); ++i) {
                if (isComma(r, i) && holdsSubjunctive(r, i + 1, m_ceiling))
                    return i + 1; // "sagte dem Kurier, |die Firma könne| …"
            }
        }
        if (takesHearer(r, cue)) {
            const Source hearer = phraseStartingAt(r, k, m_ceiling);
            if (hearer.isValid())
                k = hearer.last + 1;
            else if ((r.iis(k, He | She | They | First | Second) || r.iWord(k, u"her")) && k + 1 < m_ceiling && !r.isStretch(k + 1) && (r.iis(k + 1, Pronoun | Determiner) || r.iMention(k + 1) >= 0))
                ++k; // "told her she should wait"
        }
        if (!r.isGerman && k + 1 < m_ceiling && isComma(r, k) && !r.isStretch(k + 1) && !r.iis(k + 1, Preposition | Weekday | Subordinator) && !opensClause(r, k + 1) && !isAdverb(r, k + 1))
            return -1;
        return overPreposition(cue.isSpeech() ? skipAdverbials(k) : overAdverbs(k));
    }

    [[nodiscard]] int cueLast() const { return m_cueLast; }

private:
    /// "talked about the pump", "called for an end", "referred to the plan": the preposition belongs to the cue.
    [[nodiscard]] int overPreposition(int k)
    {
        if (r.isGerman || k + 1 >= m_ceiling || r.isStretch(k))
            return k;
        const bool infinitive = r.iWord(k, u"to") && (r.isStretch(k + 1) || (!r.iis(k + 1, Determiner | Possessive | Pronoun) && !r.itok(k + 1).isCapital));
        if (r.iWord(k + 1, u"least") || r.iWord(k + 1, u"most") || r.iWord(k + 1, u"best") || r.iWord(k + 1, u"all") || r.iWord(k + 1, u"once"))
            return k;
        for (const Folded w : {Folded(u"about"), Folded(u"of"), Folded(u"for"), Folded(u"on"), Folded(u"against"), Folded(u"with"), Folded(u"at"), Folded(u"over"),
                               Folded(u"from"), Folded(u"toward"), Folded(u"upon"), Folded(u"to")}) {
            if (!r.iWord(k, w) || infinitive)
                continue;
            m_cueLast = k;
            return k + 1;
        }
        return k;
    }

    /// A noun phrase right behind the verb is what is reported: "dismissed the idea that it leaks".
    [[nodiscard]] bool isObject(int k) const
    {
        return !r.isStretch(k) && !r.iWord(k, u"that") && !r.iis(k, Weekday) && (r.iis(k, Determiner | Possessive | Pronoun) || isNounLike(r, k)) && !r.iWord(k, u"last")
            && !r.iWord(k, u"this") && !r.iWord(k, u"earlier") && !r.iWord(k, u"yesterday") && !r.iWord(k, u"today");
    }

    /// Over adverbs that belong to the cue: "said repeatedly", "replied evenly".
    [[nodiscard]] int overAdverbs(int k) const
    {
        while (!r.isGerman && k < m_ceiling && isCueAdverb(r, k))
            ++k;
        return k;
    }

    /// Over "on Monday", "in a statement", "Monday" and the commas around them.
    [[nodiscard]] int skipAdverbials(int k) const
    {
        for (int hops = 0; hops < 3 && k < m_ceiling; ++hops) {
            if (r.isStretch(k))
                return k;
            if (const int over = overAdverbs(k); over > k) {
                k = over;
                continue;
            }
            if (r.iis(k, Weekday) || isComma(r, k) || r.iWord(k, u"yesterday") || r.iWord(k, u"today")) {
                ++k;
                continue;
            }
            const bool when = r.iis(k, Preposition) && k + 1 < m_ceiling && !r.isStretch(k + 1);
            if (!when)
                return k;
            const Source object = phraseStartingAt(r, k + 1, m_ceiling);
            const bool day = r.iis(k + 1, Weekday | Month);
            if (!day && !(object.isValid() && r.is(object.head, Medium | ReportNoun | Place)))
                return k;
            k = day ? k + 2 : object.last + 1;
        }
        return k;
    }

    const Reading &r;
    int m_floor = 0;
    int m_ceiling = 0;
    int m_cueLast = -1;
};

} // namespace

bool isTerminalItem(const Reading &r, int i)
{
    return r.iSign(i, u'.') || r.iSign(i, u'?') || r.iSign(i, u'!') || r.iSign(i, u'\u2026') || r.iSign(i, u':');
}

bool opensClause(const Reading &r, int i)
{
    for (const Folded w : {Folded(u"that"), Folded(u"whether"), Folded(u"if"), Folded(u"how"), Folded(u"why"), Folded(u"what"), Folded(u"dass"), Folded(u"daß"), Folded(u"ob"), Folded(u"warum"), Folded(u"wann")}) {
        if (r.iWord(i, w))
            return true;
    }
    return false;
}

bool takesHearer(const Reading &r, const Cue &cue)
{
    for (const Folded w : {Folded(u"told"), Folded(u"tells"), Folded(u"tell"), Folded(u"telling"), Folded(u"informed"), Folded(u"reminded"), Folded(u"assured"), Folded(u"asked"), Folded(u"warned")}) {
        if (r.iWord(cue.head, w))
            return true;
    }
    return false;
}

bool isGermanPerfect(const Reading &r, const Cue &cue, int floor)
{
    static constexpr WordSet having{u"hat", u"haben", u"hatte", u"hatten"};
    const int verb = cue.source.first - 1;
    return r.isGerman && cue.source.first < cue.head && verb - 1 > floor && r.iAny(verb, having) && isComma(r, verb - 1);
}

int overOthers(const Reading &r, const Cue &cue, int k, int ceiling)
{
    for (const Source &joint : r.isGerman ? jointSources(r, cue, cue.source) : std::vector<Source>{})
        k = std::max(k, joint.last + 1);
    const auto isCapitalAt = [&r, ceiling](int i) { return i < ceiling && r.isWordItem(i) && r.itok(i).isCapital; };
    while (r.isGerman && cue.source.head >= 0 && r.is(cue.source.head, OrganisationWord) && (isCapitalAt(k) || (r.iWord(k, u"und") && isCapitalAt(k + 1))))
        ++k;
    k = overBrackets(r, k, ceiling);
    k = overGermanHearer(r, k, ceiling);
    if (!r.isGerman || !r.iWord(k, u"und") || k + 1 >= ceiling || !r.isWordItem(k + 1) || isCapitalAt(k + 1))
        return k;
    if (!mayBeGermanVerb(r, r.item(k + 1).token) || isSubjunctive(r, k + 1))
        return k;
    while (k < ceiling && !isComma(r, k) && !r.isStretch(k) && !isTerminalItem(r, k))
        ++k;
    return k;
}

ContentStart contentStart(const Reading &reading, const Cue &cue, Bounds bounds)
{
    Starts starts(reading, bounds);
    const int item = starts.find(cue);
    return {item, starts.cueLast()};
}

} // namespace onrecord::extract
