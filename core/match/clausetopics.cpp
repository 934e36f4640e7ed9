// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/clausetopics.h"

#include "core/match/amount.h"
#include "core/match/figurewords.h"

#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

class TopicReader
{
public:
    TopicReader(const ClauseWords &clause, const std::vector<int> &deedWords, const QString &body, FigureClause &out)
        : c(clause), r(clause.tokens()), m_deedWords(deedWords), m_body(QStringView(body).split(u' ', Qt::SkipEmptyParts)), m_out(out)
    {
    }

    void read()
    {
        readAbout();
        readTime();
        readNear();
        readFlags();
    }

private:
    void readAbout()
    {
        const int verb = c.verbBefore();
        const int subjectEnd = verb >= 0 ? verb : r.first();
        bool isHeadSeen = false;
        bool isBehindPreposition = c.isPreposition(c.begin());
        const int scopeEnd = endOfScope();
        for (int t = c.begin(); t < c.end(); ++t) {
            if (r.isFigure(t) && !isUnitModifier(t))
                continue;
            if (c.isPreposition(t)) {
                isBehindPreposition = true;
                continue;
            }
            if (standsForBody(t)) {
                addBody(t < subjectEnd, t > r.last() && t < scopeEnd);
                isHeadSeen = isHeadSeen || t < subjectEnd;
                continue;
            }
            if (!isTopic(t))
                continue;
            Topic topic{formOf(t), printedOf(t), c.isName(t), false, t > r.last() && t < scopeEnd};
            const bool owns = t + 1 < r.count() && r.at(t + 1).shape == TokenShape::Clitic;
            if (t < subjectEnd && !owns && (!isBehindPreposition || !isHeadSeen)) {
                topic.isHead = true;
                const bool isLastOfPhrase = !isTopic(t + 1);
                isHeadSeen = isHeadSeen || (isLastOfPhrase && !isBehindPreposition);
            }
            add(std::move(topic));
        }
    }

    /// Behind the last word that limits what is counted: "60 boats in the harbour | and closed the bridge", "210 beds | the largest house".
    [[nodiscard]] int endOfScope() const
    {
        for (int t = r.last() + 1; t < c.end(); ++t) {
            const bool isApposed = r.is(t, word::Determiner | word::Possessive) && !c.isPreposition(t - 1) && !c.isVerb(t - 1);
            const bool isNext = r.is(t, word::Conjunction) && c.isVerb(t + 1);
            if (r.isSign(t, u',') || isApposed || isNext)
                return t;
        }
        return c.end();
    }

    /// The capital of a sentence's first word is not its own.
    [[nodiscard]] QString printedOf(int t) const { return c.isName(t) || r.isGerman() ? r.wordAt(t).toString() : r.wordAt(t).toString().toLower(); }

    [[nodiscard]] QString formOf(int t) const { return c.isName(t) ? r.wordAt(t).toString().toLower() : subjectForm(r.wordAt(t)); }

    /// Words in the figure's own print that are no number and no unit: "500 second-hand trams".
    [[nodiscard]] bool isUnitModifier(int t) const { return c.isName(t); }

    /// "It", "its", "the company": whoever the article is about.
    [[nodiscard]] bool standsForBody(int t) const
    {
        if (m_body.empty() || !r.isText(t))
            return false;
        if (c.isOneOf(t, {u"it", u"its"}))
            return t < r.first();
        const bool isNamed = r.isName(t - 1) || r.isName(t + 1) || (r.is(t + 1, word::Common) && !r.is(t + 1, word::Function | word::Verb));
        return isBodyNoun(r.wordAt(t)) && !isNamed && r.is(t - 1, word::Determiner | word::Possessive);
    }
    void addBody(bool isHead, bool isScope)
    {
        for (const QStringView part : m_body)
            add({part.toString().toLower(), part.toString(), true, isHead, isScope});
    }

    [[nodiscard]] bool isTopic(int t) const
    {
        if (!r.isText(t) || std::ranges::contains(m_deedWords, t) || r.at(t).end - r.at(t).start < 3 || r.at(t).shape == TokenShape::Clitic)
            return false;
        if (c.isName(t))
            return true;
        if (r.is(t, word::Function | word::NumberWord | word::Adverb | word::Modality | word::Hedge | word::Quantifier | word::Negation | word::Month | word::Weekday
                    | word::Magnitude))
            return false;
        if (r.is(t, word::Speech | word::Attitude) && !r.is(t - 1, word::Determiner | word::Possessive))
            return false;
        if (isEmptySubject(r.wordAt(t)) || isRunningWord(r.wordAt(t)) || isWholeWord(r.wordAt(t)) || isBearingVerb(r.wordAt(t)) || c.isQualifier(t))
            return false;
        return !c.isVerb(t) && !r.wordAt(t).endsWith(u"ly") && wordStem(r.wordAt(t)) != wordStem(m_out.noun);
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

    void readTime()
    {
        for (int t = c.begin(); t < endOfScope(); ++t) {
            if (const int year = r.yearAt(t))
                m_out.years.push_back(year);
            if (!c.isOneOf(t, {u"year", u"jahr"}))
                continue;
            if (c.isOneOf(t - 1, {u"last", u"previous", u"vergangenen", u"letzten"}))
                m_out.ago.push_back(1);
            else if (c.isOneOf(t - 1, {u"this", u"diesem"}))
                m_out.ago.push_back(0);
            else if (c.isOneOf(t - 1, {u"next", u"nächsten"}))
                m_out.ago.push_back(-1);
        }
    }

    void readNear()
    {
        constexpr int sentencesBefore = 4;
        for (const QStringView part : m_body)
            keepNear(part.toString().toLower(), true);
        for (int t = r.from(); t < r.to(); ++t)
            keepNear(t);
        int back = 0;
        for (int t = r.from() - 1; t >= 0 && back < sentencesBefore; --t) {
            keepNear(t);
            back += r.opens(t) ? 1 : 0;
        }
    }
    void keepNear(int t)
    {
        if (!r.isFigure(t) && isTopic(t))
            keepNear(formOf(t), c.isName(t));
    }
    void keepNear(const QString &form, bool isNamed)
    {
        constexpr qsizetype most = 40;
        if (m_out.near.contains(form) || m_out.near.size() >= most)
            return;
        m_out.near << form;
        if (isNamed)
            m_out.nearNames << form;
    }

    /// "£7.5 million, of which £3 million is for the quay"
    [[nodiscard]] bool isBehindOfWhich() const
    {
        int t = r.first() - 1;
        while (t > r.from() && c.isQualifier(t) && !c.isOneOf(t, {u"which", u"whom", u"those", u"these"}))
            --t;
        return c.isOneOf(t, {u"which", u"whom", u"them", u"those", u"these"}) && r.isWord(t - 1, u"of");
    }

    void readFlags()
    {
        for (int t = c.begin(); t < c.end(); ++t) {
            if (!r.isText(t) || r.isFigure(t))
                continue;
            m_out.isRunning = m_out.isRunning || isRunningWord(r.wordAt(t));
            m_out.isWhole = m_out.isWhole || isWholeWord(r.wordAt(t));
        }
        // "By Tuesday night it had killed five people"
        m_out.isRunning = m_out.isRunning || (c.isOneOf(c.begin(), {u"by", u"until"}) && r.is(c.begin() + 1, word::Weekday));
        const int behind = r.last() + 1;
        m_out.isPart = (r.isWord(behind, u"of") && c.isOneOf(behind + 1, {u"them", u"whom", u"these", u"those", u"which"})) || r.isWord(behind, u"davon")
            || r.isWord(c.begin(), u"including") || isBehindOfWhich();
    }

    const ClauseWords &c;
    const FigureTokens &r;
    const std::vector<int> &m_deedWords;
    QList<QStringView> m_body;
    FigureClause &m_out;
};

} // namespace

void readTopics(const ClauseWords &clause, const std::vector<int> &deedWords, const QString &body, FigureClause &out)
{
    TopicReader(clause, deedWords, body, out).read();
}

} // namespace onrecord::match
