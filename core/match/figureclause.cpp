// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figureclause.h"

#include "core/match/amount.h"
#include "core/match/clausetopics.h"
#include "core/match/clausewords.h"
#include "core/match/figurewords.h"

#include <algorithm>

/// Reads the clause around a figure by its form alone: where the figure is the object ("killed 12 people"), the subject ("twelve
/// people died"), the complement of a noun ("a budget of 12 million") or the level of one ("the toll rose to 12").
namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

class ClauseReader
{
public:
    explicit ClauseReader(const FigureTokens &tokens) : r(tokens), c(tokens) {}

    FigureClause read(const QString &body)
    {
        m_out.body = body;
        readNoun();
        if (!isDenied())
            readDeed();
        readTopics(c, m_deedWords, body, m_out);
        return std::move(m_out);
    }

private:
    // What is counted

    void readNoun()
    {
        const QString &unit = r.figure().unit;
        const bool isMoney = isCurrency(unit);
        if (unit == u"percent" || unit == u"ratio") {
            int t = r.last() + 1;
            if (r.isWord(t, u"of") || r.isWord(t, u"der") || r.isWord(t, u"des"))
                m_share = c.headBehind(t + 1);
            if (m_share >= 0)
                m_out.share = wordStem(r.wordAt(m_share));
        } else if (!isMoney && !unit.contains(u'/')) {
            m_out.noun = unit;
        }
    }

    /// "not by the 30 per cent that the union claims": stated by nobody here. "Not more than 30" is a limit.
    [[nodiscard]] bool isDenied() const
    {
        int t = r.first() - 1;
        while (t >= c.begin() && (c.isPreposition(t) || r.is(t, word::Determiner)))
            --t;
        return r.isWord(t, u"not") || (r.isWord(t, u"than") && r.isWord(t - 1, u"rather")) || r.isWord(t, u"instead");
    }

    // What is said

    void readDeed()
    {
        if (ownWordsTell() || afterwordTells())
            return;
        int t = r.first() - 1;
        while (t >= c.begin() && (c.isQualifier(t) || r.is(t, word::NumberWord)))
            --t;
        if (r.is(t, word::Possessive)) { // "three of its eleven routes"
            hasTells(t);
            return unitTells();
        }
        if (r.isWord(t, u"of") || r.isWord(t, u"von")) {
            if (c.isNoun(t - 1) && !c.isVerb(t - 1))
                return nounTells(t - 1);
        } else if (c.isOneOf(t, {u"to", u"at", u"auf", u"by", u"um"}) && !r.isWord(t - 1, u"due")) {
            return levelTells(t);
        } else if (r.isWord(t, u"with") || r.isWord(t, u"mit")) {
            hasTells(t);
            return unitTells();
        } else if (c.isPreposition(t)) {
            if (!unitDeed().isEmpty())
                return unitTells();
        }
        if (const int verb = c.verbBefore(); verb >= 0)
            return verbTells(verb);
        if (const int verb = c.verbBehind(); verb >= 0)
            return verbBehindTells(verb);
        unitTells();
    }

    /// What people are, whatever verb says so.
    [[nodiscard]] static bool isState(const QString &deed) { return deed == u"dead" || deed == u"injured" || deed == u"missing" || deed == u"homeless"; }

    /// "30 injured people", "12 lives", "12 dead".
    bool ownWordsTell()
    {
        for (int t = r.first(); t <= r.last(); ++t) {
            const QString known = r.isText(t) && !r.is(t, word::Magnitude) ? conceptOf(r.wordAt(t)) : QString();
            if (isState(known)) {
                m_deedWords = {t};
                tell(known, t, t);
                return true;
            }
        }
        return false;
    }

    /// "left five people dead", "€5 million in aid".
    bool afterwordTells()
    {
        const int t = r.last() + 1;
        if (t >= c.end())
            return false;
        QString phrase;
        if (const int used = conceptOf(c.wordsFrom(t), phrase)) {
            tell(phrase, t, t + used - 1);
            return true;
        }
        const QString next = r.isText(t) ? conceptOf(r.wordAt(t)) : QString();
        if (isState(next) && !c.isPreposition(t)) {
            tell(next, t, t);
            return true;
        }
        const bool isMoney = isCurrency(r.figure().unit);
        if (isMoney && (r.isWord(t, u"in") || (r.isWord(t, u"worth") && r.isWord(t + 1, u"of")))) {
            const int noun = r.isWord(t, u"in") ? t + 1 : t + 2;
            const QString known = noun < c.end() && c.isNoun(noun) ? conceptOf(r.wordAt(noun)) : QString();
            if (!known.isEmpty()) {
                tell(known, noun, noun);
                return true;
            }
        }
        return false;
    }

    void hasTells(int t)
    {
        m_out.deed = u"have"_s;
        m_out.printed = r.wordAt(t).toString();
    }

    void tell(const QString &deed, int first, int last)
    {
        m_out.deed = deed;
        m_out.printed = r.printed(first, last);
        for (int t = first; t <= last; ++t)
            m_deedWords.push_back(t);
    }

    void nounTells(int noun)
    {
        const QString known = conceptOf(r.wordAt(noun));
        if (known.isEmpty() && isEmptySubject(r.wordAt(noun)))
            return levelNoun(noun);
        tell(known.isEmpty() ? wordStem(r.wordAt(noun)) : known, noun, noun);
    }

    /// "put the number of deaths in the flood at 12", "the toll rose to 17", "the budget grew by 4 per cent".
    void levelTells(int preposition)
    {
        const int verb = c.verbBefore();
        const bool isBy = c.isOneOf(preposition, {u"by", u"um"});
        const QString known = verb >= 0 ? conceptOf(r.wordAt(verb)) : QString();
        const bool moves = known == u"grow" || known == u"fall" || known == u"cut";
        if (isBy && (moves || verb < 0)) {
            m_out.isChange = true;
            if (verb >= 0)
                return tell(known, verb, verb);
        }
        if (verb >= 0 && !moves && !isBearingVerb(r.wordAt(verb)) && !r.is(verb, word::Speech | word::Attitude))
            return verbTells(verb);
        m_out.isRunning = known == u"grow" && !m_out.noun.isEmpty();
        // What moved, or is put there: the object of the verb, else its subject.
        const int object = verb < 0 ? c.headIn(c.begin(), preposition) : c.headIn(verb + 1, preposition);
        const int subject = object < 0 ? c.headIn(c.begin(), verb) : object;
        if (verb >= 0)
            m_deedWords.push_back(verb);
        if (subject >= 0)
            levelNoun(subject);
        else if (verb >= 0 && !isBearingVerb(r.wordAt(verb)))
            tell(known, verb, verb);
        else
            unitTells();
    }

    /// The noun whose number is stated; "the number of deaths" is about deaths.
    void levelNoun(int noun)
    {
        int t = noun;
        QString known = conceptOf(r.wordAt(t));
        if (known.isEmpty() && isEmptySubject(r.wordAt(t)) && (r.isWord(t + 1, u"of") || r.isWord(t + 1, u"der"))) {
            if (const int of = c.headBehind(t + 2); of >= 0 && of < r.first()) {
                t = of;
                known = conceptOf(r.wordAt(t));
            }
        }
        if (!known.isEmpty())
            return tell(known, t, t);
        if (r.isName(t) || isEmptySubject(r.wordAt(t)))
            return unitTells();
        tell(wordStem(r.wordAt(t)), t, t);
    }

    void verbTells(int verb)
    {
        QString known;
        if (const int used = conceptOf(c.wordsFrom(verb), known))
            return tell(known, verb, verb + used - 1);
        known = isCurrency(r.figure().unit) && isBearingVerb(r.wordAt(verb)) ? QString() : conceptOf(r.wordAt(verb));
        if (c.isOneOf(verb - 1, {u"can", u"could", u"kann"}) && c.isOneOf(verb, {u"take", u"carry", u"seat", u"accommodate", u"fit", u"hold", u"house"}))
            return tell(u"hold"_s, verb - 1, verb);
        const bool isLight = isBearingVerb(r.wordAt(verb)) || isLightVerb(r.wordAt(verb)) || r.is(verb, word::Auxiliary | word::Attitude | word::Speech);
        const QString unit = unitDeed();
        // To have dead, or to count visitors, is to say how many died or came.
        if (!unit.isEmpty() && (isLight || known.isEmpty() || unit == u"dead" || unit == u"cut"))
            return unitTells();
        if (known.isEmpty() && isLight) {
            m_deedWords.push_back(verb);
            if (c.isOneOf(verb, {u"put", u"puts", u"putting"}) && c.isOneOf(r.last() + 1, {u"into", u"toward", u"towards", u"behind"}))
                return tell(u"spend"_s, verb, verb);
            if (antecedentTells(verb))
                return;
            // "has been", "is to get": the figure follows a verb that says nothing; the noun that is measured may.
            const bool isSubjectTold = m_out.share.isEmpty();
            if (const int subject = c.headIn(c.begin(), verb); isSubjectTold && subject >= 0 && !conceptOf(r.wordAt(subject)).isEmpty() && !r.isName(subject))
                return levelNoun(subject);
            if (m_share >= 0)
                return shareTells();
            m_out.printed = r.printed(verb, verb);
            return;
        }
        if (m_share >= 0 && (known == u"win" || known == u"have"))
            return shareTells();
        if (known == u"grow" || known == u"fall")
            m_out.isChange = true;
        tell(known.isEmpty() ? wordStem(r.wordAt(verb)) : known, verb, verb);
    }

    /// "The bill is …. Analysts expect it to reach $31 million."
    bool antecedentTells(int verb)
    {
        const int it = r.isWord(verb - 1, u"to") ? verb - 2 : verb - 1;
        if (!isCurrency(r.figure().unit) || !r.isWord(it, u"it") || r.from() == 0)
            return false;
        for (int t = r.from() - 1; t >= 0; --t) {
            const QString known = c.isNoun(t) && !c.isVerb(t) ? conceptOf(r.wordAt(t)) : QString();
            if (!known.isEmpty()) {
                m_out.deed = known;
                m_out.printed = r.wordAt(t).toString();
                return true;
            }
            if (r.opens(t))
                return false;
        }
        return false;
    }

    /// "won 54 per cent of the vote": a share of the vote.
    void shareTells() { tell(wordStem(r.wordAt(m_share)), m_share, m_share); }

    /// "died", "were injured", "are vacant", "were without electricity".
    void verbBehindTells(int verb)
    {
        for (int t = verb; t < c.end(); ++t) {
            if (r.isSign(t, u','))
                break;
            if (r.isWord(t, u"to") && c.isVerb(t + 1))
                continue; // "are expected to use"
            QString known;
            if (const int used = conceptOf(c.wordsFrom(t), known))
                return tell(known, t, t + used - 1);
            if (!r.isText(t) || r.is(t, word::Auxiliary | word::Adverb | word::Negation) || isLightVerb(r.wordAt(t)) || isPassingWord(r.wordAt(t)) || isBearingVerb(r.wordAt(t))) {
                // "were taken to schools", "will go": nothing known of what became of them.
                if (!isLightVerb(r.wordAt(t)) || r.is(t, word::Auxiliary))
                    continue;
                m_deedWords.push_back(t);
                const bool goes = c.isOneOf(t, {u"go", u"goes", u"going"});
                if (goes && thingOf(m_out.noun) == u"job")
                    return tell(u"cut"_s, t, t);
                continue;
            }
            if (t + 1 < c.end() && isState(conceptOf(r.wordAt(t + 1))))
                continue; // "confirmed dead"
            known = conceptOf(r.wordAt(t));
            if (!known.isEmpty() && !c.isPreposition(t))
                return tell(known, t, t);
            if (c.isPreposition(t) || r.is(t, word::Determiner))
                break;
            return tell(wordStem(r.wordAt(t)), t, t);
        }
        if (!unitDeed().isEmpty())
            return unitTells();
        // "1,300 patients are on the list": they are there.
        if (r.is(verb, word::Auxiliary) && c.isPreposition(verb + 1)) {
            hasTells(verb);
        }
    }

    /// What the counted noun itself tells: demonstrators march, employees are employed.
    [[nodiscard]] QString unitDeed() const { return m_out.noun.isEmpty() ? QString() : conceptOf(m_out.noun); }
    void unitTells()
    {
        if (const QString known = unitDeed(); !known.isEmpty()) {
            m_out.deed = known;
            m_out.printed = m_out.noun;
        }
    }

    const FigureTokens &r;
    const ClauseWords c;
    FigureClause m_out;
    int m_share = -1;
    std::vector<int> m_deedWords;
};

} // namespace

FigureClause readClause(const FigureTokens &tokens, const QString &body)
{
    return ClauseReader(tokens).read(body);
}

} // namespace onrecord::match
