// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/reportspans.h"

#include "core/extract/phrases.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

namespace {

using namespace word;

/// "all of", "many of", "no", "only": words of quantity before the phrase.
int quantityBefore(const Reading &r, int first, int floor)
{
    static constexpr std::array quantities{Folded(u"all"), Folded(u"some"), Folded(u"many"), Folded(u"most"), Folded(u"both"), Folded(u"none"), Folded(u"half"),
                                           Folded(u"several"), Folded(u"few"), Folded(u"one"), Folded(u"each"), Folded(u"majority")};
    const auto isQuantity = [&](int i) { return std::ranges::any_of(quantities, [&](Folded w) { return r.iWord(i, w); }); };
    if (first - 2 >= floor && r.iWord(first - 1, u"of") && isQuantity(first - 2))
        first -= 2;
    else if (first - 1 >= floor && (isQuantity(first - 1) || r.iWord(first - 1, u"no") || r.iWord(first - 1, u"those")))
        --first;
    return first;
}

/// The closing bracket of one that opens at item i; -1 when none closes.
int bracketEnd(const Reading &r, int i, int ceiling)
{
    constexpr int longest = 8;
    if (i >= ceiling || !r.iSign(i, u'('))
        return -1;
    for (int k = i + 1; k < std::min(ceiling, i + longest); ++k) {
        if (r.iSign(k, u')'))
            return k;
    }
    return -1;
}

/// Does what stands behind a comma at item i describe the phrase before it: a relative clause, an apposition, an age?
bool describes(const Reading &r, int i)
{
    if (r.isStretch(i) || isAdverb(r, i) || r.iis(i, Gerund | Conjunction | Subordinator | Auxiliary))
        return r.iWord(i, u"who");
    if (r.iWord(i, u"who") || r.iWord(i, u"which") || r.iWord(i, u"whose") || r.iWord(i, u"a") || r.iWord(i, u"an") || r.iWord(i, u"the") || r.iWord(i, u"one"))
        return true;
    return r.iis(i, Role | Title) || (!r.iis(i, Function | Verb | Weekday | Month) && isNounLike(r, i) && !r.itok(i).isCapital);
}

/// Behind "said Ana Ruiz": the end of an apposition or relative clause, the sentence's own end when nothing else begins.
int descriptionEnd(const Reading &r, int comma, int ceiling)
{
    int end = comma;
    for (int i = comma + 1; i < ceiling; ++i) {
        if (r.isStretch(i) || r.iSign(i, u';') || r.iSign(i, u':') || r.iSign(i, u'—') || r.iSign(i, u'.'))
            break;
        if (r.iSign(i, u',') && i + 1 < ceiling && (r.isStretch(i + 1) || isAdverb(r, i + 1) || r.iis(i + 1, Gerund | Subordinator | Pronoun | Preposition) || r.iWord(i + 1, u"but"))
            && !r.iWord(i + 1, u"who") && !r.iWord(i + 1, u"which") && !r.iWord(i + 1, u"whose"))
            break;
        end = i;
    }
    return end;
}

/// According to Ana Ruiz, who runs the depot, it leaks: an aside counts when another comma closes it and more follows.
int asideEnd(const Reading &r, int comma, int ceiling, int otherwise)
{
    if (!(r.iWord(comma + 1, u"who") || r.iWord(comma + 1, u"which") || r.iWord(comma + 1, u"a") || r.iWord(comma + 1, u"an")))
        return otherwise;
    for (int i = comma + 2; i + 2 < ceiling; ++i) {
        if (r.isStretch(i))
            return otherwise;
        if (r.iSign(i, u','))
            return i - 1;
    }
    return otherwise;
}

} // namespace

bool isCueAdverb(const Reading &r, int i)
{
    static constexpr WordSet ofContent{u"there", u"here", u"just", u"nearly", u"almost", u"only", u"even", u"always", u"never", u"more", u"very", u"still", u"now", u"often", u"already",
                                       u"ever", u"well", u"long", u"roughly", u"approximately", u"exactly", u"probably", u"possibly", u"virtually", u"fully", u"perhaps"};
    return isAdverb(r, i) && !r.iis(i, Negation) && !r.iAny(i, ofContent);
}

Span wholeSource(const Reading &r, const Cue &cue)
{
    const Source &s = cue.source;
    if (!s.isValid() || r.isGerman || s.first < 0)
        return r.spanOf(s);
    const Sentence &sentence = r.sentences[static_cast<size_t>(cue.sentence)];
    if (s.first < sentence.first || s.last >= sentence.last)
        return r.spanOf(s); // shared with another sentence
    int last = s.last;
    const bool behind = s.first > cue.head;
    const int ceiling = behind ? sentence.last : cue.first;
    if (!s.isPronoun) {
        const int bracket = bracketEnd(r, last + 1, ceiling);
        last = bracket >= 0 ? bracket : last;
        const int comma = last + 1;
        if (comma + 1 < ceiling && r.iSign(comma, u',') && describes(r, comma + 1)) {
            if (behind && cue.isAccording && cue.first - sentence.first <= 1)
                last = asideEnd(r, comma, ceiling, last);
            else if (behind)
                last = descriptionEnd(r, comma, ceiling);
            else if (r.iSign(cue.first - 1, u','))
                last = cue.first - 2;
        } else if (!behind && last + 2 < ceiling && (r.iWord(last + 1, u"who") || r.iWord(last + 1, u"whose"))) {
            last = cue.first - 1;
        }
    }
    const int first = s.isPronoun ? s.first : quantityBefore(r, s.first, sentence.first);
    return {r.itemStart(first), r.itemEnd(std::max(last, s.last))};
}

Span wholeCue(const Reading &r, const Cue &cue, int last)
{
    last = std::max(last, cue.last);
    if (!cue.isAccording && !cue.isNoun && !r.isGerman) {
        const int ceiling = r.sentences[static_cast<size_t>(cue.sentence)].last;
        while (last + 1 < ceiling && last + 1 != cue.source.first && isCueAdverb(r, last + 1))
            ++last;
    }
    return {r.itemStart(cue.first), r.itemEnd(last)};
}

} // namespace onrecord::extract
