// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/figureopeners.h"

#include <algorithm>

namespace onrecord::extract {

namespace {

using namespace word;

int tokenBehind(const Reading &r, const FoundFigure &figure)
{
    return static_cast<int>(std::ranges::lower_bound(r.tokens, figure.content.end, {}, &Token::start) - r.tokens.begin());
}

/// The finite verb right behind the figure; -1 when something else follows, or a form that may be a participle ("12 homes damaged by").
int finiteBehind(const Reading &r, const FoundFigure &figure)
{
    const int t = tokenBehind(r, figure);
    if (t >= r.count() || r.tok(t).startsParagraph || r.mentionOf[static_cast<size_t>(t)] >= 0 || r.is(t, Possessive | Preposition))
        return -1;
    const bool plural = figure.unit.endsWith(u's') || figure.unit == u"people";
    const bool bare = plural && r.is(t, Verb) && r.is(t, Base) && t + 1 < r.count() && (r.tok(t + 1).shape == TokenShape::Word || r.isSign(t + 1, u'.')) && !r.is(t + 1, Verb); // "people remain without"
    const bool past = r.is(t, Past) && !(r.is(t, Participle) && t + 1 < r.count() && r.isWord(t + 1, u"by"));
    return r.is(t, Auxiliary | Third) || past || bare ? t : -1;
}

Span wordsFrom(const Reading &r, int verb)
{
    constexpr int longest = 5; // tokens
    int last = verb;
    while (last + 1 < r.count() && last - verb < longest && r.tok(last + 1).shape == TokenShape::Word && !r.tok(last + 1).startsParagraph && !r.is(last + 1, Conjunction))
        ++last;
    return {r.tok(verb).start, r.tok(last).end};
}

/// "of the residents |who replied| opposed it": the verb behind the relative clause's own. Empty when a comma or another mark comes first.
Span behindRelative(const Reading &r, int relative)
{
    constexpr int longest = 8; // tokens
    int verbs = 0;
    for (int t = relative + 1; t < std::min(r.count(), relative + longest) && r.tok(t).shape == TokenShape::Word && !r.tok(t).startsParagraph; ++t) {
        const bool finite = r.is(t, Auxiliary | Past | Third) && !r.is(t - 1, Determiner | Possessive | Auxiliary) && r.mentionOf[static_cast<size_t>(t)] < 0;
        if (finite && ++verbs == 2)
            return wordsFrom(r, t);
    }
    return {};
}

/// "a third of |the crop| |was lost|", "one in five |crews| |left|": what the part is of.
std::optional<FigureSense> wholeBehind(const Reading &r, const FoundFigure &figure)
{
    constexpr int longest = 7; // tokens
    int first = tokenBehind(r, figure);
    if (first < r.count() && r.isWord(first, u"of"))
        ++first;
    for (int t = first; t < std::min(r.count(), first + longest); ++t) {
        const TokenShape shape = r.tok(t).shape;
        if (r.tok(t).startsParagraph || (shape != TokenShape::Word && shape != TokenShape::Clitic && shape != TokenShape::Number))
            break;
        if (t > first && r.is(t, Relative) && !r.is(t, Determiner))
            return FigureSense{{r.tok(first).start, r.tok(t - 1).end}, behindRelative(r, t)};
        if (t > first && r.mentionOf[static_cast<size_t>(t)] < 0 && shape == TokenShape::Word && r.is(t, Auxiliary | Past | Third) && !r.is(t - 1, Determiner | Possessive) && r.tok(t - 1).shape != TokenShape::Clitic)
            return FigureSense{{r.tok(first).start, r.tok(t - 1).end}, wordsFrom(r, t)};
        if (r.is(t, Preposition | Conjunction | Relative))
            break;
    }
    return std::nullopt;
}

} // namespace

Span countedNoun(const Reading &r, const FoundFigure &figure)
{
    const int last = tokenBehind(r, figure) - 1;
    const bool counts = figure.unit.size() != 3 && figure.unit != u"percent" && figure.unit != u"ratio" && figure.unit != u"times";
    return counts && last > 0 && r.tok(last).shape == TokenShape::Word && r.tok(last).start > figure.content.start && !r.is(last, Magnitude) ? r.tok(last).span() : Span{};
}

int qualifiersBefore(const Reading &r, int at)
{
    static constexpr WordSet words{u"at", u"least", u"most", u"more", u"than", u"less", u"fewer", u"some", u"about", u"around", u"nearly", u"almost", u"roughly", u"over", u"up", u"to",
                                   u"only", u"just", u"an", u"estimated", u"another", u"as", u"many", u"much", u"well", u"approximately", u"all"};
    int first = at;
    while (first > 0 && r.isAny(first - 1, words) && !r.tok(first).startsParagraph)
        --first;
    return first;
}

std::optional<FigureSense> nounDescribed(const Reading &r, const FoundFigure &figure, int at)
{
    constexpr int longest = 4; // words
    static constexpr WordSet times{u"late", u"early", u"last", u"next", u"today", u"yesterday", u"tomorrow"};
    if (r.isGerman || figure.unit.size() != 3 || at < 1 || r.tok(at).startsParagraph || !r.is(at - 1, Determiner | Possessive))
        return std::nullopt;
    const int first = tokenBehind(r, figure);
    int behind = first;
    while (behind < r.count() && behind - first < longest && r.tok(behind).shape == TokenShape::Word && !r.tok(behind).startsParagraph && !r.is(behind, Function | Auxiliary | Adverb | Unit | Weekday | Month) && !r.isAny(behind, times)
           && (!r.is(behind, Past | Third | Gerund) || r.is(behind, Base)) && r.mentionOf[static_cast<size_t>(behind)] < 0)
        ++behind;
    if (behind == first)
        return std::nullopt;
    return FigureSense{{r.tok(first).start, r.tok(behind - 1).end}, {}};
}

std::optional<FigureSense> verbBehind(const Reading &r, const FoundFigure &figure, int at, int from)
{
    if (r.isGerman || r.stretchOf[static_cast<size_t>(at)] >= 0)
        return std::nullopt;
    if (figure.unit == u"ratio" || figure.unit == u"percent") {
        const int opener = qualifiersBefore(r, at);
        if (opener > 0 && r.is(opener - 1, Preposition) && !r.tok(opener).startsParagraph)
            return std::nullopt; // "occurred in |3 percent of the patients| who took it"
        return opener <= from || r.isSign(opener - 1, u',') ? wholeBehind(r, figure) : std::nullopt; // "In May, |82 percent of the crews| left"
    }
    const int verb = finiteBehind(r, figure);
    if (verb < 0)
        return std::nullopt;
    const int qualified = qualifiersBefore(r, at);
    const int governing = qualified > 1 && r.is(qualified - 1, Determiner | Possessive) ? qualified - 2 : qualified - 1;
    if (governing > from - 1 && governing >= 0 && r.is(governing, Preposition) && !r.is(governing, Subordinator) && !r.isWord(governing, u"of") && !r.tok(qualified).startsParagraph)
        return std::nullopt; // "sold on |eight buses| bought in May"
    const bool which = governing >= 0 && r.is(governing, Relative) && governing > 0;
    const bool joined = qualified > 0 && !r.tok(qualified).startsParagraph && (r.is(qualified - 1, Conjunction | Subordinator) || r.isSign(qualified - 1, u','));
    if (qualified <= from || joined || which || (qualified > 0 && r.isWord(qualified - 1, u"that")))
        return FigureSense{countedNoun(r, figure), wordsFrom(r, verb)};
    const int of = qualified - 1;
    if (!r.isWord(of, u"of") || of <= from)
        return std::nullopt;
    return FigureSense{{r.tok(from).start, r.tok(of - 1).end}, wordsFrom(r, verb)};
}

} // namespace onrecord::extract
