// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanfigures.h"

#include <algorithm>

namespace onrecord::extract {

using namespace Qt::StringLiterals;
using namespace word;

GermanFigure::GermanFigure(const Reading &reading, const FoundFigure &found, int token, int from)
    : r(reading), figure(found), at(token), behind(static_cast<int>(std::ranges::lower_bound(reading.tokens, found.content.end, {}, &Token::start) - reading.tokens.begin())),
      clauses(germanClauses(reading, from, sentenceEnd(from)))
{
    while (ownIndex + 1 < static_cast<int>(clauses.size()) && clause(ownIndex + 1).first <= at)
        ++ownIndex;
    if (!clauses.empty())
        qualified = qualifiersBefore(std::max(own().first, own().opener + 1));
}

int GermanFigure::sentenceEnd(int from) const
{
    const int stretch = r.stretchOf[static_cast<size_t>(from)];
    const int limit = stretch >= 0 ? r.stretches[static_cast<size_t>(stretch)].last + 1 : r.count();
    constexpr int farthest = 150; // tokens
    int t = at + 1;
    while (t < limit && t - at < farthest && !r.tok(t).startsParagraph && (!r.opensSentence[static_cast<size_t>(t)] || r.stretchOf[static_cast<size_t>(t)] != r.stretchOf[static_cast<size_t>(from)]))
        ++t;
    return t;
}

int GermanFigure::qualifiersBefore(int from) const
{
    int first = at;
    while (first > from) {
        const int t = first - 1;
        const bool pair = t > from && ((r.isWord(t, u"als") && (r.isWord(t - 1, u"mehr") || r.isWord(t - 1, u"weniger"))) || (r.isWord(t, u"zu") && r.isWord(t - 1, u"bis")));
        static constexpr WordSet more{u"nur", u"noch", u"gut", u"über", u"unter", u"mindestens", u"höchstens", u"wenigstens", u"maximal", u"etwa", u"rund", u"sogar", u"bereits", u"schon", u"erst", u"insgesamt", u"zusammen", u"weitere", u"weiteren",
                                        u"inzwischen", u"umgerechnet", u"durchschnittlich", u"jeweils", u"zwischen", u"ganze", u"lediglich", u"allein", u"einst", u"kaum", u"nahezu", u"annähernd"};
        if (pair)
            first -= 2;
        else if (isSumOf(r, t))
            break;
        else if (r.isAny(t, more) || r.is(t, Hedge) || (first == at && r.is(t, Determiner | Possessive)))
            --first;
        else
            break;
    }
    // "statt |der geplanten| 60 Züge"
    if (first - 2 >= from && r.is(first - 2, Determiner | Possessive) && mayBeGermanVerb(r, first - 1) && isAttributive(r, first - 1, behind))
        return first - 2;
    return first;
}

int GermanFigure::governor() const
{
    const int t = qualified - 1;
    return t >= clauses.front().first && r.is(t, Preposition) ? t : -1;
}

bool GermanFigure::isMeasure() const
{
    static constexpr WordSet beings{u"menschen", u"personen", u"einwohner", u"mitarbeiter", u"soldaten", u"polizisten", u"tote", u"verletzte", u"opfer", u"stimmen", u"sitze", u"punkte"};
    if (r.isAny(behind - 1, beings))
        return false;
    return figure.unit.size() == 3 || figure.unit.contains(u'/') || figure.unit.startsWith(u"percent") || figure.unit == u"ratio" || figure.unit == u"times" || r.is(behind - 1, Unit) || r.tok(behind - 1).shape == TokenShape::Point;
}

bool GermanFigure::isParticiple(int t, int verb) const
{
    return t + 1 == verb && r.is(verb, Auxiliary) && isGermanParticiple(r, t);
}

} // namespace onrecord::extract
