// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/comingdays.h"

#include "core/extract/phrases.h"

namespace onrecord::extract {

using namespace word;

namespace {

constexpr int farthest = 16; ///< tokens between a verb and its day

bool endsClause(const Token &token)
{
    return token.shape == TokenShape::Quote || (token.shape == TokenShape::Point && token.sign != u'-');
}

/// The verb stands before it or ends the clause: "wird am Freitag öffnen", "dass es am Freitag öffnen soll".
bool isAheadInGerman(const Reading &r, int first)
{
    static constexpr WordSet modal{u"wird", u"werden", u"werde", u"würde", u"würden", u"soll", u"sollen", u"solle", u"will", u"wollen", u"wolle", u"muss", u"müssen", u"dürfte", u"dürften"};
    for (int t = first - 1; t >= 0 && t > first - farthest && !endsClause(r.tok(t)); --t) {
        if (r.isAny(t, modal))
            return true;
    }
    for (int t = first + 1; t < r.count() && t < first + farthest && !endsClause(r.tok(t)); ++t) {
        if (r.isAny(t, modal))
            return true;
    }
    return false;
}

} // namespace

bool isToCome(const Reading &r, int verb)
{
    static constexpr WordSet coming{u"be", u"being", u"is", u"are", u"will", u"would", u"could", u"may", u"might", u"should", u"to", u"get", u"gets"};
    return verb > 0 && (r.isAny(verb - 1, coming) || (verb > 1 && r.is(verb - 1, Adverb) && r.isAny(verb - 2, coming)));
}

bool isDeadline(const Reading &r, int t)
{
    static constexpr WordSet until{u"by", u"until", u"till", u"before", u"bis"};
    return t >= 0 && r.isAny(t, until);
}

bool isAhead(const Reading &r, int first)
{
    if (r.isGerman)
        return isAheadInGerman(r, first);
    static constexpr WordSet modal{u"will", u"won't", u"shall", u"would", u"wouldn't", u"may", u"might", u"must", u"should"};
    static constexpr WordSet dated{u"planned", u"scheduled", u"set", u"expected", u"slated", u"due", u"booked"};
    static constexpr WordSet intends{u"plans", u"plan", u"planning", u"expects", u"going", u"poised", u"supposed", u"intends", u"intend", u"hopes", u"hope", u"aims", u"wants",
                                     u"promised", u"promises"};
    static constexpr WordSet aims{u"to", u"for"};
    static constexpr WordSet noVerbBehind{u"the", u"a", u"an", u"its", u"their", u"his", u"her", u"this", u"that", u"these", u"those", u"all", u"any"};
    static constexpr WordSet over{u"been"};
    for (int t = first - 1; t >= 0 && t > first - farthest; --t) {
        const bool opens = r.opensSentence[static_cast<size_t>(t)];
        if (r.isAny(t, modal) && !r.tok(t).isCapital)
            return true;
        const bool isDated = r.isAny(t, dated) && (t == first - 1 || r.isAny(t + 1, aims));
        if ((isDated || (r.isAny(t, intends) && r.isAny(t + 1, aims))) && (t == 0 || !r.isAny(t - 1, over)))
            return true;
        if (opens || r.isSign(t, u';'))
            return false;
        if (r.is(t, Past) && !isToCome(r, t) && !r.isAny(t - 1, noVerbBehind))
            return false;
    }
    return false;
}

} // namespace onrecord::extract
