// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figureclause.h"

#include "core/match/amount.h"
#include "core/match/figuretokens.h"
#include "core/match/figurewords.h"

#include <algorithm>
#include <array>

/// Reads the clause around a figure by its form alone: where the figure is the object ("killed 12 people"), the subject ("twelve
/// people died"), the complement of a noun ("a budget of 12 million") or the level of one ("the toll rose to 12").
namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

class ClauseReader
{
public:
    explicit ClauseReader(const FigureTokens &tokens) : r(tokens), m_begin(tokens.from()), m_end(tokens.to()) {}

    FigureClause read()
    {
        findClause();
        readNoun();
        readDeed();
        readAbout();
        readTime();
        readNear();
        readFlags();
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool isSpeech(int t) const { return r.is(t, word::Speech) && !r.is(t - 1, word::Determiner | word::Possessive | word::Preposition); }
    /// Also at a sentence's start, where any word has a capital: one that no list knows is a name.
    [[nodiscard]] bool isName(int t) const { return r.isName(t) || (r.isText(t) && r.at(t).isCapital && r.at(t).end - r.at(t).start > 2 && !r.is(t, ~0ULL)); }
    [[nodiscard]] bool isOneOf(int t, std::initializer_list<QStringView> words) const
    {
        return std::ranges::any_of(words, [&](QStringView w) { return r.isWord(t, w); });
    }
    [[nodiscard]] bool isPreposition(int t) const { return r.is(t, word::Preposition) || isOneOf(t, {u"to", u"before", u"after", u"without", u"with"}); }
    [[nodiscard]] bool isQualifier(int t) const
    {
        return r.is(t, word::Determiner | word::Adverb | word::Hedge | word::Quantifier)
            || isOneOf(t, {u"about", u"around", u"some", u"more", u"less", u"fewer", u"than", u"least", u"most", u"up", u"nearly", u"almost", u"over", u"roughly", u"only", u"just",
                           u"estimated", u"approximately", u"as", u"many", u"much", u"between", u"rund", u"etwa", u"mindestens", u"mehr", u"als", u"knapp", u"ein", u"zwischen", u"another", u"a"})
            || (r.isWord(t, u"at") && isOneOf(t + 1, {u"least", u"most"})) || (r.isWord(t, u"to") && r.isWord(t - 1, u"up"));
    }

    /// A verb here, and not a noun of the same spelling.
    [[nodiscard]] bool isVerb(int t) const
    {
        if (!r.isText(t) || r.isName(t) || isPreposition(t) || r.is(t - 1, word::Determiner | word::Possessive) || r.at(t).shape == TokenShape::Clitic)
            return false;
        if (r.is(t, word::Auxiliary) || r.isDeedForm(t))
            return true;
        if (r.isWord(t - 1, u"to") && !conceptOf(r.wordAt(t)).isEmpty())
            return true; // "to slash", "to shut"
        if (!r.is(t, word::Verb | word::Speech | word::Attitude)) {
            const bool isForm = !r.is(t, word::Common) && (r.wordAt(t).endsWith(u's') || r.isWord(t - 1, u"to"));
            const bool isAfterSubject = r.isWord(t - 1, u"to") || r.isName(t - 1) || r.is(t - 1, word::Pronoun | word::Modality);
            return isForm && isAfterSubject && !conceptOf(r.wordAt(t)).isEmpty();
        }
        const bool isNounToo = r.is(t, word::Common) && !r.is(t, word::Past | word::Participle);
        return !isNounToo || r.is(t - 1, word::Auxiliary | word::Modality | word::Pronoun) || r.isWord(t - 1, u"to") || r.isName(t - 1) || r.is(t - 1, word::Common)
            || (r.isText(t - 1) && !r.is(t - 1, word::Function));
    }

    // The clause

    void findClause()
    {
        for (int t = r.first() - 1; t >= m_begin; --t) {
            if (isBreak(t) || endsReport(t)) {
                m_begin = t + 1;
                break;
            }
        }
        for (int t = r.last() + 1; t < m_end; ++t) {
            if (isBreak(t) || startsReport(t)) {
                m_end = t;
                break;
            }
        }
        dropSource();
    }

    /// Signs and words that part clauses of their own.
    [[nodiscard]] bool isBreak(int t) const
    {
        if (r.isSign(t, u';') || r.isSign(t, u':') || r.isSign(t, u'—') || r.isSign(t, u'('))
            return true;
        const bool isComma = r.isSign(t, u',');
        if (isComma && r.is(t + 1, word::Conjunction | word::Subordinator) && hasVerbSoon(t + 2))
            return true;
        return isComma && t > r.last() && r.is(t + 1, word::Relative);
    }
    [[nodiscard]] bool hasVerbSoon(int t) const
    {
        constexpr int reach = 6;
        for (int k = t; k < std::min(r.to(), t + reach) && !r.isSign(k, u','); ++k) {
            if (isVerb(k))
                return true;
        }
        return false;
    }

    /// "Ruiz said (that)", "say that": what stands before is who says it. Not "put the cost at".
    [[nodiscard]] bool endsReport(int t) const
    {
        if (r.is(t, word::Relative) && !r.isWord(t, u"that"))
            return false;
        if (isOneOf(t, {u"that", u"dass"}) && (r.is(t - 1, word::Speech | word::Attitude) || r.isSign(t - 1, u',')))
            return true;
        if (!isSpeech(t) || r.is(t + 1, word::Preposition) || !conceptOf(r.wordAt(t)).isEmpty())
            return false;
        return hasVerbSoonBehindFigure(t) || r.is(t + 1, word::Determiner | word::Pronoun) || r.isName(t + 1);
    }
    [[nodiscard]] bool hasVerbSoonBehindFigure(int t) const
    {
        for (int k = t + 1; k < r.first(); ++k) {
            if (!isQualifier(k))
                return false;
        }
        for (int k = r.last() + 1; k < std::min(m_end, r.last() + 4); ++k) {
            if (isVerb(k))
                return true;
        }
        return false;
    }

    /// ", Ruiz said", ", according to the police", ", the engineer said."
    [[nodiscard]] bool startsReport(int t) const
    {
        if (!r.isSign(t, u','))
            return r.isWord(t, u"according") && r.isWord(t + 1, u"to");
        constexpr int reach = 12;
        for (int k = t + 1; k < std::min(m_end, t + reach); ++k) {
            if (r.isWord(k, u"according") || r.isWord(k, u"zufolge") || r.isWord(k, u"laut") || isSpeech(k))
                return true;
            if (r.isSign(k, u',') && k > t + 1 && !r.isName(k - 1))
                return false;
        }
        return false;
    }

    /// "According to the union, 350 cows": the source is not what it is about.
    void dropSource()
    {
        if (!r.isWord(m_begin, u"according") && !r.isWord(m_begin, u"laut"))
            return;
        for (int t = m_begin; t < r.first(); ++t) {
            if (r.isSign(t, u','))
                m_begin = t + 1;
        }
    }

    // What is counted

    void readNoun()
    {
        const QString &unit = r.figure().unit;
        const bool isMoney = unit.size() == 3 && unit.isUpper();
        if (unit == u"percent" || unit == u"ratio") {
            int t = r.last() + 1;
            if (r.isWord(t, u"of") || r.isWord(t, u"der") || r.isWord(t, u"des"))
                m_share = headBehind(t + 1);
            if (m_share >= 0)
                m_out.share = wordStem(r.wordAt(m_share));
        } else if (!isMoney && !unit.contains(u'/')) {
            m_out.noun = unit;
        }
    }

    /// The last noun of the phrase that begins at t; -1 when there is none.
    [[nodiscard]] int headBehind(int t) const
    {
        int head = -1;
        for (; t < m_end && r.isText(t); ++t) {
            if (r.is(t, word::Determiner | word::Possessive) && head < 0)
                continue;
            if (r.is(t, word::Function) || (head >= 0 && isVerb(t)))
                break;
            head = t;
        }
        return head;
    }

    // What is said

    void readDeed()
    {
        if (ownWordsTell() || afterwordTells())
            return;
        int t = r.first() - 1;
        while (t >= m_begin && (isQualifier(t) || r.is(t, word::NumberWord)))
            --t;
        if (r.isWord(t, u"of") || r.isWord(t, u"von")) {
            if (isNoun(t - 1) && !isVerb(t - 1))
                return nounTells(t - 1);
        } else if (isOneOf(t, {u"to", u"at", u"auf", u"by", u"um"}) && !r.isWord(t - 1, u"due")) {
            return levelTells(t);
        } else if (r.isWord(t, u"with") || r.isWord(t, u"mit")) {
            m_out.deed = u"have"_s;
            m_out.printed = r.wordAt(t).toString();
            return unitTells();
        } else if (isPreposition(t)) {
            if (!unitDeed().isEmpty())
                return unitTells();
        }
        if (const int verb = verbBefore(); verb >= 0)
            return verbTells(verb);
        if (const int verb = verbBehind(); verb >= 0)
            return verbBehindTells(verb);
        unitTells();
    }

    [[nodiscard]] bool isNoun(int t) const { return r.isText(t) && !r.is(t, word::Function | word::Adverb) && !r.is(t, word::NumberWord); }

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
        if (t >= m_end)
            return false;
        QString phrase;
        if (const int used = conceptOf(wordsFrom(t), phrase)) {
            tell(phrase, t, t + used - 1);
            return true;
        }
        const QString next = r.isText(t) ? conceptOf(r.wordAt(t)) : QString();
        if (isState(next) && !isPreposition(t)) {
            tell(next, t, t);
            return true;
        }
        const bool isMoney = r.figure().unit.size() == 3 && r.figure().unit.isUpper();
        if (isMoney && (r.isWord(t, u"in") || (r.isWord(t, u"worth") && r.isWord(t + 1, u"of")))) {
            const int noun = r.isWord(t, u"in") ? t + 1 : t + 2;
            const QString known = noun < m_end && isNoun(noun) ? conceptOf(r.wordAt(noun)) : QString();
            if (!known.isEmpty()) {
                tell(known, noun, noun);
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<QStringView> wordsFrom(int t) const
    {
        constexpr int longest = 4;
        std::vector<QStringView> out;
        for (int k = t; k < std::min(m_end, t + longest) && !r.isFigure(k); ++k)
            out.push_back(r.wordAt(k));
        return out;
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
        const int verb = verbBefore();
        const bool isBy = isOneOf(preposition, {u"by", u"um"});
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
        const int object = verb < 0 ? headIn(m_begin, preposition) : headIn(verb + 1, preposition);
        const int subject = object < 0 ? headIn(m_begin, verb) : object;
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
            if (const int of = headBehind(t + 2); of >= 0 && of < r.first()) {
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

    /// The head of the first noun phrase in [begin, end): its last noun before a preposition or a sign. A telling noun wins.
    [[nodiscard]] int headIn(int begin, int end) const
    {
        int head = -1;
        for (int t = std::max(begin, m_begin); t < end; ++t) {
            if (r.isFigure(t))
                continue;
            const bool isClosed = head >= 0 && (isPreposition(t) || r.isSign(t, u','));
            if (isClosed)
                break;
            if (!isNoun(t) || r.is(t, word::Month | word::Weekday) || r.yearAt(t) || isQualifier(t) || (isEmptySubject(r.wordAt(t)) && !r.isWord(t + 1, u"of") && !r.isWord(t + 1, u"der")))
                continue;
            if (isVerb(t) && conceptOf(r.wordAt(t)).isEmpty())
                continue;
            head = t;
        }
        return head;
    }

    [[nodiscard]] int verbBefore() const
    {
        for (int t = r.first() - 1; t >= m_begin; --t) {
            if (isVerb(t) && !isPassingWord(r.wordAt(t)) && !isAttribute(t))
                return t;
        }
        return -1;
    }
    [[nodiscard]] int verbBehind() const
    {
        const int next = r.last() + 1;
        if (next < m_end && r.isText(next) && (r.wordAt(next).endsWith(u"ed") || r.is(next, word::Past)) && !conceptOf(r.wordAt(next)).isEmpty())
            return next;
        for (int t = next; t < m_end; ++t) {
            if (isVerb(t) && !r.is(t, word::Gerund))
                return t;
        }
        return -1;
    }
    /// "a planned budget": a participle before its noun.
    [[nodiscard]] bool isAttribute(int t) const { return r.is(t - 1, word::Determiner | word::Possessive); }

    void verbTells(int verb)
    {
        QString known;
        if (const int used = conceptOf(wordsFrom(verb), known))
            return tell(known, verb, verb + used - 1);
        known = conceptOf(r.wordAt(verb));
        if (isOneOf(verb - 1, {u"can", u"could", u"kann"}) && isOneOf(verb, {u"take", u"carry", u"seat", u"accommodate", u"fit", u"hold", u"house"}))
            return tell(u"hold"_s, verb - 1, verb);
        const bool isLight = isBearingVerb(r.wordAt(verb)) || isLightVerb(r.wordAt(verb)) || r.is(verb, word::Auxiliary | word::Attitude | word::Speech);
        const QString unit = unitDeed();
        // To have dead, or to count visitors, is to say how many died or came.
        if (!unit.isEmpty() && (isLight || known.isEmpty() || unit == u"dead" || unit == u"cut"))
            return unitTells();
        if (known.isEmpty() && isLight) {
            m_deedWords.push_back(verb);
            if (isOneOf(verb, {u"put", u"puts", u"putting"}) && isOneOf(r.last() + 1, {u"into", u"toward", u"towards", u"behind"}))
                return tell(u"spend"_s, verb, verb);
            // "has been", "is to get": the figure follows a verb that says nothing; the noun that is measured may.
            const bool isSubjectTold = m_out.share.isEmpty();
            if (const int subject = headIn(m_begin, verb); isSubjectTold && subject >= 0 && !conceptOf(r.wordAt(subject)).isEmpty() && !r.isName(subject))
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

    /// "won 54 per cent of the vote": a share of the vote.
    void shareTells() { tell(wordStem(r.wordAt(m_share)), m_share, m_share); }

    /// "died", "were injured", "are vacant", "were without electricity".
    void verbBehindTells(int verb)
    {
        for (int t = verb; t < m_end; ++t) {
            if (r.isSign(t, u','))
                break;
            QString known;
            if (const int used = conceptOf(wordsFrom(t), known))
                return tell(known, t, t + used - 1);
            if (!r.isText(t) || r.is(t, word::Auxiliary | word::Adverb | word::Negation) || isLightVerb(r.wordAt(t)) || isPassingWord(r.wordAt(t)) || isBearingVerb(r.wordAt(t))) {
                // "were taken to schools", "will go": nothing known of what became of them.
                if (!isLightVerb(r.wordAt(t)) || r.is(t, word::Auxiliary))
                    continue;
                m_deedWords.push_back(t);
                const bool goes = isOneOf(t, {u"go", u"goes", u"going"});
                if (goes && thingOf(m_out.noun) == u"job")
                    return tell(u"cut"_s, t, t);
                continue;
            }
            if (t + 1 < m_end && isState(conceptOf(r.wordAt(t + 1))))
                continue; // "confirmed dead"
            known = conceptOf(r.wordAt(t));
            if (!known.isEmpty() && !isPreposition(t))
                return tell(known, t, t);
            if (isPreposition(t) || r.is(t, word::Determiner))
                break;
            return tell(wordStem(r.wordAt(t)), t, t);
        }
        if (!unitDeed().isEmpty())
            return unitTells();
        // "1,300 patients are on the list": they are there.
        if (r.is(verb, word::Auxiliary) && isPreposition(verb + 1)) {
            m_out.deed = u"have"_s;
            m_out.printed = r.wordAt(verb).toString();
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

    // What it is about

    void readAbout()
    {
        const int verb = verbBefore();
        const int subjectEnd = verb >= 0 ? verb : r.first();
        bool isHeadSeen = false;
        bool isBehindPreposition = isPreposition(m_begin);
        for (int t = m_begin; t < m_end; ++t) {
            if (r.isFigure(t) && !isUnitModifier(t))
                continue;
            if (isPreposition(t)) {
                isBehindPreposition = true;
                continue;
            }
            if (!isTopic(t))
                continue;
            Topic topic{isName(t) ? r.wordAt(t).toString().toLower() : subjectForm(r.wordAt(t)), r.wordAt(t).toString(), isName(t), false, t > r.last()};
            const bool owns = t + 1 < r.count() && r.at(t + 1).shape == TokenShape::Clitic;
            if (t < subjectEnd && !owns && (!isBehindPreposition || !isHeadSeen)) {
                topic.isHead = true;
                const bool isLastOfPhrase = !isTopic(t + 1);
                isHeadSeen = isHeadSeen || (isLastOfPhrase && !isBehindPreposition);
            }
            add(std::move(topic));
        }
    }

    /// Words in the figure's own print that are no number and no unit: "500 second-hand trams".
    [[nodiscard]] bool isUnitModifier(int t) const { return isName(t); }

    [[nodiscard]] bool isTopic(int t) const
    {
        if (!r.isText(t) || std::ranges::contains(m_deedWords, t) || r.at(t).end - r.at(t).start < 3 || r.at(t).shape == TokenShape::Clitic)
            return false;
        if (isName(t))
            return true;
        if (r.is(t, word::Function | word::NumberWord | word::Adverb | word::Modality | word::Hedge | word::Quantifier | word::Negation | word::Month | word::Weekday
                    | word::Magnitude))
            return false;
        if (r.is(t, word::Speech | word::Attitude) && !r.is(t - 1, word::Determiner | word::Possessive))
            return false;
        if (isEmptySubject(r.wordAt(t)) || isRunningWord(r.wordAt(t)) || isWholeWord(r.wordAt(t)) || isBearingVerb(r.wordAt(t)) || isQualifier(t))
            return false;
        return !isVerb(t) && !r.wordAt(t).endsWith(u"ly") && wordStem(r.wordAt(t)) != wordStem(m_out.noun);
    }

    void add(Topic topic)
    {
        const auto known = std::ranges::find(m_out.about, topic.word, &Topic::word);
        if (known == m_out.about.end()) {
            m_out.about.push_back(std::move(topic));
            return;
        }
        known->isHead = known->isHead || topic.isHead;
        known->isName = known->isName || topic.isName;
    }

    // When, and how much of it

    void readTime()
    {
        for (int t = m_begin; t < m_end; ++t) {
            if (const int year = r.yearAt(t))
                m_out.years.push_back(year);
            if (!isOneOf(t, {u"year", u"jahr"}))
                continue;
            if (r.isWord(t - 1, u"last") || r.isWord(t - 1, u"previous") || r.isWord(t - 1, u"vergangenen") || r.isWord(t - 1, u"letzten"))
                m_out.ago.push_back(1);
            else if (r.isWord(t - 1, u"this") || r.isWord(t - 1, u"diesem"))
                m_out.ago.push_back(0);
            else if (r.isWord(t - 1, u"next") || r.isWord(t - 1, u"nächsten"))
                m_out.ago.push_back(-1);
        }
    }

    void readNear()
    {
        constexpr int sentencesBefore = 4;
        constexpr qsizetype most = 40;
        int back = 0;
        const auto keep = [this](int t) {
            if (r.isFigure(t) || !isTopic(t))
                return;
            const bool isNamed = isName(t);
            const QString form = isNamed ? r.wordAt(t).toString().toLower() : subjectForm(r.wordAt(t));
            if (!m_out.near.contains(form) && m_out.near.size() < most) {
                m_out.near << form;
                if (isNamed)
                    m_out.nearNames << form;
            }
        };
        for (int t = r.from(); t < r.to(); ++t)
            keep(t);
        for (int t = r.from() - 1; t >= 0 && back < sentencesBefore; --t) {
            keep(t);
            back += r.opens(t) ? 1 : 0;
        }
    }

    void readFlags()
    {
        for (int t = m_begin; t < m_end; ++t) {
            if (!r.isText(t) || r.isFigure(t))
                continue;
            m_out.isRunning = m_out.isRunning || isRunningWord(r.wordAt(t));
            m_out.isWhole = m_out.isWhole || isWholeWord(r.wordAt(t));
        }
        // "By Tuesday night it had killed five people"
        m_out.isRunning = m_out.isRunning || (isOneOf(m_begin, {u"by", u"until"}) && r.is(m_begin + 1, word::Weekday));
        const int behind = r.last() + 1;
        m_out.isPart = (r.isWord(behind, u"of") && isOneOf(behind + 1, {u"them", u"whom", u"these", u"those", u"which"})) || r.isWord(behind, u"davon") || r.isWord(m_begin, u"including");
    }

    const FigureTokens &r;
    FigureClause m_out;
    int m_begin, m_end;
    int m_share = -1;
    std::vector<int> m_deedWords;
};

} // namespace

FigureClause readClause(const FigureTokens &tokens)
{
    return ClauseReader(tokens).read();
}

} // namespace onrecord::match
