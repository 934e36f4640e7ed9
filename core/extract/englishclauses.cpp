// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/englishclauses.h"

#include "core/extract/figureopeners.h"
#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

bool isRelativeWord(const Reading &r, int t)
{
    return r.isWord(t, u"that") || r.isWord(t, u"which") || r.isWord(t, u"who");
}

bool isAside(const Reading &r, int t)
{
    return r.is(t, Adverb | Negation | Adverbial);
}

/// What ends a clause to the left.
bool isBorder(const Reading &r, int t)
{
    static constexpr QStringView borders = u",;:()[]–—.!?";
    if (r.tok(t).shape == TokenShape::Point)
        return borders.contains(QChar(r.tok(t).sign));
    static constexpr WordSet joining{u"while", u"because", u"although", u"though", u"if", u"unless", u"until", u"since", u"whereas", u"when", u"after", u"before", u"as", u"so", u"than", u"where", u"once"};
    return r.isAny(t, joining) && r.is(t, Subordinator);
}

bool startsPhrase(const Reading &r, int t)
{
    return (r.is(t, Determiner | Possessive | He | She | They | It | First | Second | NumberWord | Quantifier) && !isRelativeWord(r, t)) || r.mentionOf[static_cast<size_t>(t)] >= 0 || r.tok(t).shape == TokenShape::Number;
}

bool isTime(const Reading &r, int t)
{
    static constexpr WordSet times{u"today", u"yesterday", u"tomorrow", u"late", u"early", u"last", u"next", u"week", u"month", u"year", u"night", u"morning", u"evening", u"afternoon", u"overnight", u"earlier", u"on", u"in"};
    return r.is(t, Weekday | Month) || r.isAny(t, times);
}

} // namespace

EnglishClause::EnglishClause(const Reading &reading, int from, int at) : r(reading), m_from(from), m_at(at), m_qualified(qualifiersBefore(reading, at)) {}

bool EnglishClause::isVerb(int t) const
{
    static constexpr WordSet linking{u"including", u"compared", u"according", u"based", u"given", u"regarding", u"estimated", u"likely", u"writing"};
    if (r.mentionOf[static_cast<size_t>(t)] >= 0 || !r.is(t, Verb | Auxiliary) || r.isAny(t, linking))
        return false;
    const bool isS = r.tok(t).shape == TokenShape::Clitic && r.isWord(t, u"'s");
    if (isS) // "it’s", not "Vela’s"
        return t > m_from && r.is(t - 1, Pronoun) && !r.is(t - 1, Possessive);
    if (r.is(t, Auxiliary) && !r.is(t, Possessive))
        return true;
    if (t == m_from)
        return r.is(t, Gerund | Base);
    int relative = t - 1;
    while (relative > m_from + 1 && isAside(r, relative) && !isRelativeWord(r, relative))
        --relative;
    if (relative > m_from && isRelativeWord(r, relative) && (r.tok(relative - 1).shape == TokenShape::Word || !r.isWord(relative, u"that")) && !r.is(relative - 1, Speech | Auxiliary))
        return true; // "crews that |employ|", "a shelter that normally |houses|"
    if (r.is(t - 1, Determiner | Possessive) || r.tok(t - 1).shape == TokenShape::Number || r.is(t - 1, Magnitude | NumberWord))
        return false;
    if (r.is(t, Base) && !r.is(t, Auxiliary) && t + 1 < r.count() && r.isWord(t + 1, u"of"))
        return false; // "its previous forecast of"
    const bool clitic = r.tok(t - 1).shape == TokenShape::Clitic && r.isWord(t - 1, u"'s");
    if (clitic || (r.is(t - 1, Preposition) && !r.is(t, Gerund) && !r.isWord(t - 1, u"to")))
        return false;
    if (t == m_qualified - 1 && r.is(t, Third) && !r.is(t - 1, Preposition))
        return true; // "The pump costs more than $5"
    return r.stretchOf[static_cast<size_t>(t)] >= 0 || r.is(t, Gerund) || isVerbHere(r, r.itemOf[static_cast<size_t>(t)], r.itemOf[static_cast<size_t>(m_from)]);
}

bool EnglishClause::isFinite(int t) const
{
    return isVerb(t) && !r.is(t, Gerund) && !(t > m_from && r.isWord(t - 1, u"to"));
}

/// The token before asides between commas, dashes or brackets that end at token `at`; `at` itself when none does.
int EnglishClause::beforeAsides(int at) const
{
    int t = at;
    while (t > m_from && isAside(r, t) && !r.is(t, Determiner))
        --t;
    for (int tries = 0; tries < 3 && t > m_from; ++tries) {
        const bool comma = r.isSign(t, u',');
        const bool dash = r.isSign(t, u'—') || r.isSign(t, u'–');
        const bool bracket = r.isSign(t, u')');
        if (!comma && !dash && !bracket)
            return t;
        int open = t - 1;
        while (open > m_from && !(comma ? r.isSign(open, u',') : bracket ? r.isSign(open, u'(') : (r.isSign(open, u'—') || r.isSign(open, u'–'))))
            --open;
        if (open <= m_from)
            return t;
        t = open - 1;
    }
    return t;
}

int EnglishClause::verbBefore(int t) const
{
    for (int k = t; k >= m_from; --k) {
        if (isFinite(k))
            return k;
    }
    return -1;
}

int EnglishClause::chainStart(int verb) const
{
    int first = verb;
    for (int t = verb - 1; t >= m_from; --t) {
        if (isVerb(t) && !r.is(t, Gerund))
            first = t;
        else if (!r.isWord(t, u"to") && !isAside(r, t) && r.tok(t).shape != TokenShape::Clitic)
            break;
    }
    return first;
}

/// The relative pronoun right before the verb, with what it belongs to before that; -1 when there is none.
int EnglishClause::relativeOf(int verb) const
{
    int t = verb - 1;
    while (t > m_from && isAside(r, t) && !isRelativeWord(r, t))
        --t;
    if (t <= m_from || !isRelativeWord(r, t))
        return -1;
    return r.isWord(t, u"that") && (isVerb(t - 1) || r.isSign(t - 1, u',')) ? -1 : t;
}

/// "a bus |carrying| 34 people", "a house |built| for $5": a participle behind its noun.
bool EnglishClause::isAttached(int t, bool hasVerbBehind) const
{
    const bool participle = r.is(t, Gerund) || (r.is(t, Participle) && !r.is(t, Auxiliary) && (hasVerbBehind || !r.is(t, Past)));
    if (!participle || t <= m_from || r.is(t, Speech))
        return false;
    const int before = t - 1;
    return r.tok(before).shape == TokenShape::Word && !r.is(before, Function | Auxiliary | Adverb | Negation) && !isVerb(before) && !r.is(t - 1, Preposition);
}

/// The noun phrase that a relative clause behind token `end` belongs to.
TokenPhrase EnglishClause::antecedent(int end) const
{
    while (end > m_from && (r.isSign(end, u',') || isTime(r, end) || (isAside(r, end) && !r.is(end, Determiner)) || (r.tok(end).shape == TokenShape::Number && isTime(r, end - 1))))
        --end;
    return nearestPhrase(end, m_from);
}

/// The noun phrase that ends with token `last`, over "of" and no other preposition, not before `begin`.
TokenPhrase EnglishClause::nearestPhrase(int last, int begin) const
{
    int first = last;
    while (first - 1 >= begin) {
        const int t = first - 1;
        const bool of = r.isWord(t, u"of");
        const bool closed = r.is(first, Determiner | Possessive) && !of;
        if (closed || (isBorder(r, t) && r.tok(t).shape == TokenShape::Point) || isRelativeWord(r, t) || isVerb(t) || (r.is(t, Preposition | Conjunction | Subordinator) && !of) || (r.is(t, Adverb) && !r.is(t, Determiner)))
            break;
        if (r.isWord(first, u"of") && isVerb(t))
            break;
        --first;
    }
    return firstPhrase(first, last);
}

/// The first noun phrase among the tokens [begin, last], behind adverbs and adverbials, up to what depends on it.
TokenPhrase EnglishClause::firstPhrase(int begin, int last) const
{
    int t = begin;
    while (t <= last) {
        if (r.is(t, Preposition) && !r.is(t, Gerund) && t + 1 <= last) { // "In March |the port|"
            int next = t + 2;
            while (next <= last && !(startsPhrase(r, next) && !r.is(next - 1, Preposition | Determiner | Possessive) && !r.isWord(next - 1, u"of")) && !r.isSign(next, u','))
                ++next;
            if (next > last)
                return {};
            t = next;
        } else if ((isAside(r, t) && !startsPhrase(r, t)) || r.is(t, Conjunction) || r.tok(t).shape == TokenShape::Quote || r.isSign(t, u',')) {
            ++t;
        } else {
            break;
        }
    }
    if (t > last)
        return {};
    const bool gerund = r.is(t, Gerund) && isVerb(t); // "|Closing the branch| would save"
    int end = t;
    while (end + 1 <= last) {
        const int next = end + 1;
        const bool relative = isRelativeWord(r, next) || r.isWord(next, u"whose") || r.isWord(next, u"whom");
        if (relative || r.isSign(next, u',') || (!gerund && next < last && (isAttached(next, true) || (isVerb(next) && !r.is(next, Participle)))))
            break;
        ++end;
    }
    static constexpr WordSet objects{u"me", u"him", u"us", u"them", u"her"};
    if (end - 1 > t && r.is(end - 1, Preposition) && r.isAny(end, objects))
        end -= 2; // "The bridge |behind me|"
    while (end > t && ((isAside(r, end) && !r.isWord(end, u"well")) || r.tok(end).shape == TokenShape::Quote || r.is(end, Preposition)))
        --end;
    int head = t;
    while (head < end && !r.is(head + 1, Preposition) && r.tok(head + 1).shape != TokenShape::Clitic)
        ++head;
    const bool pronoun = t == end && r.is(t, Pronoun | It | They | He | She | First | Second) && !r.is(t, Possessive);
    if (!pronoun && (r.is(head, Function) || (r.tok(head).shape != TokenShape::Word && r.mentionOf[static_cast<size_t>(head)] < 0)))
        return {};
    return {t, end, pronoun ? t : head, pronoun};
}

TokenPhrase EnglishClause::subjectOf(int verb) const
{
    constexpr int deepest = 4;
    return subjectOf(verb, deepest);
}

TokenPhrase EnglishClause::subjectOf(int verb, int depth) const // NOLINT(misc-no-recursion): `depth` ends it
{
    if (depth == 0 || verb <= m_from)
        return {};
    if (const int relative = relativeOf(verb); relative >= 0)
        return antecedent(relative - 1);
    int j = verb - 1;
    while (j > m_from && isAside(r, j) && !r.is(j, Determiner | Pronoun))
        --j;
    if (r.isWord(j, u"to")) {
        static constexpr WordSet ordering{u"force", u"forced", u"forces", u"order", u"ordered", u"ask", u"asked", u"told", u"allow", u"allowed", u"allows", u"urged", u"require", u"required", u"requires", u"led", u"prompted", u"enabled", u"enables", u"persuaded", u"wants"};
        const int before = verbBefore(j - 1);
        if (before < 0)
            return {};
        if (before + 1 < j && r.isAny(before, ordering))
            return firstPhrase(before + 1, j - 1); // "forced |the port| to pay"
        return subjectOf(chainStart(before), depth - 1);
    }
    if (isAttached(verb, false))
        return nearestPhrase(verb - 1, m_from);
    const bool participle = (r.is(verb, Gerund) || r.is(verb, Participle)) && !r.is(verb, Auxiliary);
    const bool cut = r.isSign(j, u',') || r.isSign(j, u'—') || r.isSign(j, u'–') || r.isSign(j, u')');
    if (r.is(j, Conjunction) || (cut && r.is(verb, Gerund))) {
        const int before = verbBefore(j - 1); // "fell and |cost|", "…, |valuing| it at"
        return before >= 0 ? subjectOf(chainStart(before), depth - 1) : TokenPhrase{};
    }
    if (cut && participle && !r.is(verb, Past)) {
        return nearestPhrase(j - 1, m_from);
    }
    const int last = beforeAsides(j);
    if (const int m = cut && last + 2 < j ? r.mentionOf[static_cast<size_t>(last + 2)] : -1; m >= 0 && r.mention(m).from <= last + 2 && r.mention(m).last == j - 1)
        return {last + 2, j - 1, last + 2, false}; // "The manager, |Ana Ruiz|, has"
    if (last != j && (r.isSign(last, u',') || r.is(last, Conjunction))) {
        const int before = verbBefore(last - 1);
        return before >= 0 ? subjectOf(chainStart(before), depth - 1) : TokenPhrase{};
    }
    if (cut && last == j) { // one comma alone
        if (r.is(verb, Past) && r.is(verb, Participle) && verbBefore(j) < 0)
            return nearestPhrase(j - 1, m_from); // "the painting, expected to …"
        const int before = verbBefore(j - 1);
        return before >= 0 ? subjectOf(chainStart(before), depth - 1) : TokenPhrase{};
    }
    int begin = m_from;
    for (int t = last; t >= m_from; --t) {
        const bool that = r.isWord(t, u"that") && t < last && !isVerb(t + 1) && t > m_from && !r.is(t - 1, Preposition);
        if (isBorder(r, t) || that || (r.is(t, Subordinator) && !r.is(t, Preposition) && !isRelativeWord(r, t) && t < last)) {
            begin = t + 1;
            break;
        }
        if (!isVerb(t))
            continue;
        const int first = chainStart(t);
        if (const int relative = relativeOf(first); relative >= 0) {
            t = relative; // a relative clause of the subject
            continue;
        }
        if (isAttached(t, true))
            continue;
        if (r.is(t, Gerund) && (t == m_from || isBorder(r, t - 1) || r.is(t - 1, Conjunction))) {
            begin = t;
            break;
        }
        if (t == last && r.is(t, Gerund) && !r.is(t - 1, Preposition))
            continue; // "road |spending| will"
        // Another clause comes before, without a sign: its "and", or words that go on from it ("a house |my father| built")
        int joint = t + 1;
        while (joint <= last && !r.is(joint, Conjunction))
            ++joint;
        if (joint < last)
            return firstPhrase(joint + 1, last);
        return nearestPhrase(last, t + 1);
    }
    return firstPhrase(begin, last);
}

bool EnglishClause::isDependent(int verb) const
{
    const int first = chainStart(verb);
    return isAttached(first, false) || relativeOf(first) >= 0;
}

TokenPhrase EnglishClause::apposed() const
{
    static constexpr WordSet of{u"of", u"to", u"from"};
    const int last = m_qualified - 1;
    if (last <= m_from || !r.isWord(last, u"of"))
        return {};
    constexpr int longest = 6; // tokens
    for (int t = last - 1; t > std::max(m_from, last - longest); --t) {
        if (isVerb(t) || r.is(t, Conjunction | Relative) || r.tok(t).shape == TokenShape::Quote)
            return {};
        if (r.isSign(t - 1, u',') && r.is(t, Determiner | Possessive))
            return firstPhrase(t, last - 1);
        if (r.tok(t).shape == TokenShape::Point)
            return {};
    }
    return {};
}

TokenPhrase EnglishClause::behindOpener() const
{
    const bool unlisted = !r.is(m_from, Verb | Auxiliary | Function) && r.word(m_from).endsWith(u"ed");
    if (!(r.is(m_from, Participle | Gerund) || unlisted) || m_from + 1 >= r.count() || (r.is(m_from, Auxiliary) && !r.is(m_from, Gerund)))
        return {};
    for (int t = m_from + 1; t < m_at; ++t) {
        if (isFinite(t) || r.tok(t).shape == TokenShape::Point)
            return {};
    }
    constexpr int farthest = 16; // tokens
    int comma = m_at + 1;
    while (comma < std::min(r.count(), m_at + farthest) && !r.isSign(comma, u',') && !r.tok(comma).startsParagraph)
        ++comma;
    if (comma + 1 >= r.count() || !r.isSign(comma, u','))
        return {};
    for (int t = comma + 2; t < std::min(r.count(), comma + farthest) && !r.tok(t).startsParagraph; ++t) {
        if (isVerb(t) && !r.is(t, Gerund))
            return firstPhrase(comma + 1, t - 1);
    }
    return {};
}

bool EnglishClause::isInverted(int verb) const
{
    static constexpr WordSet being{u"are", u"were", u"was", u"is", u"'re", u"be"};
    if (verb != m_qualified - 1 || !r.isAny(verb, being) || verb <= m_from)
        return false;
    if (r.isWord(verb - 1, u"there"))
        return true;
    if ((r.is(m_from, Participle) && !isFinite(m_from)) || (r.isWord(m_from, u"to") && isVerb(m_from + 1)))
        return verbBefore(verb - 1) < 0 || r.isSign(verb - 1, u',');
    return r.is(m_from, Preposition) && !subjectOf(verb).isValid();
}

} // namespace onrecord::extract
