// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/clausewords.h"

#include "core/match/figurewords.h"

#include <algorithm>

namespace onrecord::match {

namespace word = extract::word;

ClauseWords::ClauseWords(const FigureTokens &tokens) : r(tokens), m_begin(tokens.from()), m_end(tokens.to())
{
    findClause();
}

// Words

bool ClauseWords::isOneOf(int t, std::initializer_list<QStringView> words) const
{
    return std::ranges::any_of(words, [&](QStringView w) { return r.isWord(t, w); });
}

bool ClauseWords::isPreposition(int t) const
{
    return r.is(t, word::Preposition) || isOneOf(t, {u"to", u"before", u"after", u"without", u"with"});
}

bool ClauseWords::isQualifier(int t) const
{
    return r.is(t, word::Determiner | word::Adverb | word::Hedge | word::Quantifier)
        || isOneOf(t, {u"about", u"around", u"some", u"more", u"less", u"fewer", u"than", u"least", u"most", u"up", u"nearly", u"almost", u"over", u"roughly", u"only", u"just",
                       u"estimated", u"approximately", u"as", u"many", u"much", u"between", u"rund", u"etwa", u"mindestens", u"mehr", u"als", u"knapp", u"ein", u"zwischen", u"another", u"a"})
        || (r.isWord(t, u"at") && isOneOf(t + 1, {u"least", u"most"})) || (r.isWord(t, u"to") && r.isWord(t - 1, u"up"));
}

bool ClauseWords::isSpeech(int t) const
{
    return r.is(t, word::Speech) && !r.is(t - 1, word::Determiner | word::Possessive | word::Preposition);
}

bool ClauseWords::isName(int t) const
{
    if (r.isName(t) || (r.isText(t) && r.at(t).isCapital && r.isMentioned(t)))
        return true;
    const bool isUnknown = r.isText(t) && r.at(t).isCapital && r.at(t).end - r.at(t).start > 2 && !r.is(t, ~0ULL);
    return isUnknown && (r.isMentioned(t) || standsElsewhere(t));
}

/// With its capital where a sentence does not begin.
bool ClauseWords::standsElsewhere(int t) const
{
    for (int k = 0; k < r.count(); ++k) {
        if (k != t && r.at(k).isCapital && !r.opens(k) && r.wordAt(k) == r.wordAt(t))
            return true;
    }
    return false;
}

bool ClauseWords::isNoun(int t) const
{
    return r.isText(t) && !r.is(t, word::Function | word::Adverb) && !r.is(t, word::NumberWord);
}

bool ClauseWords::isVerb(int t) const
{
    if (!r.isText(t) || r.isName(t) || isPreposition(t) || r.is(t, word::Negation) || r.is(t - 1, word::Determiner | word::Possessive)
        || r.at(t).shape == TokenShape::Clitic)
        return false;
    if (r.is(t, word::Auxiliary) || r.isDeedForm(t))
        return true;
    if (r.isWord(t - 1, u"to") && !conceptOf(r.wordAt(t)).isEmpty())
        return true; // "to slash", "to shut"
    if (!r.is(t, word::Verb | word::Speech | word::Attitude))
        return isVerbByForm(t);
    // "put the repair bill at"
    const bool isBare = !r.is(t, word::Past | word::Participle | word::Third);
    if (isBare && r.is(t - 2, word::Determiner | word::Possessive) && r.isText(t - 1) && !r.is(t - 1, word::Function | word::Adverb) && isPreposition(t + 1))
        return false;
    const bool isNounToo = r.is(t, word::Common) && !r.is(t, word::Past | word::Participle);
    return !isNounToo || r.is(t - 1, word::Auxiliary | word::Modality | word::Pronoun) || r.isWord(t - 1, u"to") || r.isName(t - 1) || r.is(t - 1, word::Common)
        || (r.isText(t - 1) && !r.is(t - 1, word::Function));
}

/// Of no list of verbs: "shuts", "has shrunk", "will axe", ", stranding".
bool ClauseWords::isVerbByForm(int t) const
{
    if (conceptOf(r.wordAt(t)).isEmpty())
        return false;
    if (r.is(t - 1, word::Auxiliary | word::Modality))
        return !r.is(t, word::Common);
    if (r.isSign(t - 1, u',') && r.wordAt(t).endsWith(u"ing"))
        return true;
    const bool isForm = !r.is(t, word::Common) && (r.wordAt(t).endsWith(u's') || r.isWord(t - 1, u"to"));
    return isForm && (r.isWord(t - 1, u"to") || r.isName(t - 1) || r.is(t - 1, word::Pronoun));
}

int ClauseWords::headBehind(int t) const
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

int ClauseWords::headIn(int from, int to) const
{
    int head = -1;
    for (int t = std::max(from, m_begin); t < to; ++t) {
        if (r.isFigure(t))
            continue;
        const bool isClosed = head >= 0 && (isPreposition(t) || r.isSign(t, u','));
        if (isClosed)
            break;
        if (!isNoun(t) || r.is(t, word::Month | word::Weekday) || r.yearAt(t) || isQualifier(t) || (isEmptySubject(r.wordAt(t)) && !r.isWord(t + 1, u"of") && !r.isWord(t + 1, u"der")))
            continue;
        if (isVerb(t) && conceptOf(r.wordAt(t)).isEmpty())
            continue;
        const bool isTold = head >= 0 && head == t - 1 && !conceptOf(r.wordAt(head)).isEmpty(); // "price tag", "damage estimate"
        if (isTold && conceptOf(r.wordAt(t)).isEmpty())
            continue;
        head = t;
    }
    return head;
}

int ClauseWords::verbBefore() const
{
    const auto isAttribute = [this](int t) { return r.is(t - 1, word::Determiner | word::Possessive); }; // "a planned budget"
    for (int t = r.first() - 1; t >= m_begin; --t) {
        if (isVerb(t) && !isPassingWord(r.wordAt(t)) && !isAttribute(t))
            return t;
    }
    return -1;
}

int ClauseWords::verbBehind() const
{
    const int next = r.last() + 1;
    if (next < m_end && r.isText(next) && (r.wordAt(next).endsWith(u"ed") || r.is(next, word::Past) || !r.is(next, word::Common)) && !conceptOf(r.wordAt(next)).isEmpty())
        return next;
    for (int t = next; t < m_end; ++t) {
        if (isVerb(t) && !r.is(t, word::Gerund))
            return t;
    }
    return -1;
}

std::vector<QStringView> ClauseWords::wordsFrom(int t) const
{
    constexpr int longest = 4;
    std::vector<QStringView> out;
    for (int k = t; k < std::min(m_end, t + longest) && !r.isFigure(k); ++k)
        out.push_back(r.wordAt(k));
    return out;
}

// The clause

void ClauseWords::findClause()
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
bool ClauseWords::isBreak(int t) const
{
    if (r.isSign(t, u';') || r.isSign(t, u':') || r.isSign(t, u'—') || r.isSign(t, u'('))
        return true;
    const bool isComma = r.isSign(t, u',');
    if (isComma && r.is(t + 1, word::Conjunction | word::Subordinator) && hasVerbSoon(t + 2))
        return true;
    return isComma && t > r.last() && r.is(t + 1, word::Relative);
}

bool ClauseWords::hasVerbSoon(int t) const
{
    constexpr int reach = 6;
    for (int k = t; k < std::min(r.to(), t + reach) && !r.isSign(k, u','); ++k) {
        if (isVerb(k))
            return true;
    }
    return false;
}

/// "Ruiz said (that)", "say that": what stands before is who says it. Not "put the cost at".
bool ClauseWords::endsReport(int t) const
{
    if (r.is(t, word::Relative) && !r.isWord(t, u"that"))
        return false;
    if (isOneOf(t, {u"that", u"dass"}) && (r.is(t - 1, word::Speech | word::Attitude) || r.isSign(t - 1, u',')))
        return true;
    if (r.is(t, word::Attitude) && r.isWord(t + 1, u"it") && r.isWord(t + 2, u"to"))
        return true; // "analysts expect it to reach"
    if (!isSpeech(t) || isOneOf(t, {u"put", u"puts", u"putting"}) || r.is(t + 1, word::Preposition) || !conceptOf(r.wordAt(t)).isEmpty())
        return false;
    return hasVerbSoonBehindFigure(t) || r.is(t + 1, word::Determiner | word::Pronoun) || r.isName(t + 1);
}

bool ClauseWords::hasVerbSoonBehindFigure(int t) const
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
bool ClauseWords::startsReport(int t) const
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
void ClauseWords::dropSource()
{
    if (!r.isWord(m_begin, u"according") && !r.isWord(m_begin, u"laut"))
        return;
    for (int t = m_begin; t < r.first(); ++t) {
        if (r.isSign(t, u','))
            m_begin = t + 1;
    }
}

} // namespace onrecord::match
