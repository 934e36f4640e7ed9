// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

/// "Ruiz's |blunt March| claim", "her |own| remark": whose the noun at item `noun` is, over what stands between. Invalid when nobody's.
Source ownerOf(const Reading &r, int noun, int floor)
{
    constexpr int most = 5; // words between owner and noun
    int k = noun - 1;
    while (k > floor && noun - k <= most && r.isWordItem(k) && !isClitic(r, k) && !r.iis(k, Possessive) && (isNounLike(r, k) || isAdverb(r, k) || r.iis(k, Participle)))
        --k;
    Source owner;
    if (k < floor)
        return owner;
    const bool plural = k - 1 >= floor && r.isToken(k) && r.itok(k).shape == TokenShape::Quote && !r.itok(k).spaceBefore; // the critics'
    if (isPossessiveClitic(r, k) || plural)
        return phraseEndingAt(r, k - 1, floor);
    if (!r.iis(k, Possessive))
        return owner;
    owner.first = owner.last = k;
    owner.head = r.item(k).token;
    owner.isPronoun = true;
    owner.isPlural = r.iWord(k, u"their");
    return owner;
}

bool isSomebody(const Source &source)
{
    return source.isValid() && (source.mention >= 0 || source.isRole || source.isPronoun);
}

/// Does the noun at item `noun` report the words at `item` as a clause: "claim that it was", "answer was that", "pledge to be"? What is only
/// said about the claim ("his claim that it leaks is") is somebody else's.
bool holds(const Reading &r, int noun, int item)
{
    int k = noun + 1;
    if (r.iWord(k, u"in") || r.iWord(k, u"during") || r.iWord(k, u"at") || r.iWord(k, u"on")) { // "her assertion during the debate that"
        constexpr int place = 7;
        while (k < std::min(item, noun + place) && !isComma(r, k) && !r.isStretch(k) && !r.iWord(k, u"that"))
            ++k;
    }
    if (r.iWord(k, u"was") || r.iWord(k, u"is"))
        ++k;
    constexpr int few = 4;
    if (r.iWord(k, u"to") && k == noun + 1)
        return item - k <= few;
    if (!r.iWord(k, u"that"))
        return false;
    int verbs = 0;
    for (int v = k + 1; v < item; ++v)
        verbs += !r.isStretch(v) && (r.iis(v, Auxiliary) || (r.iis(v, Past | Third) && isVerbHere(r, v, k))) ? 1 : 0;
    return verbs < 2 || !r.iis(item - 1, Auxiliary);
}

/// “…” stands between whoever owns it and the noun that names it: Ruiz's “museum piece” remark.
bool decideBetween(const Reading &r, int item, const Sentence &sentence, Attribution &attribution)
{
    const int noun = item + 1;
    if (r.isGerman || noun >= sentence.last || !r.iis(noun, ReportNoun) || cueAt(r, noun) >= 0 || item - 1 < sentence.first)
        return false;
    const Source owner = ownerOf(r, item, sentence.first);
    if (!isSomebody(owner))
        return false;
    assign(r, attribution, owner, -1);
    attribution.cueSpan = {r.itemStart(noun), r.itemEnd(noun)};
    return true;
}

/// Ruiz used the phrase “museum piece”: whoever uses the words says them.
bool decideUse(const Reading &r, int item, const Sentence &sentence, Attribution &attribution)
{
    const int noun = isComma(r, item - 1) ? item - 2 : item - 1;
    if (r.isGerman || noun - 2 < sentence.first || !(r.iWord(noun, u"phrase") || r.iWord(noun, u"term") || r.iWord(noun, u"word") || r.iWord(noun, u"words") || r.iWord(noun, u"expression")))
        return false;
    constexpr int attributes = 3; // "coined a new |phrase|"
    for (int verb = noun - 1; verb >= std::max(sentence.first, noun - 1 - attributes); --verb) {
        const bool uses = r.iWord(verb, u"used") || r.iWord(verb, u"uses") || r.iWord(verb, u"coined") || r.iWord(verb, u"repeated") || r.iWord(verb, u"uttered");
        if (!uses) {
            if (r.isStretch(verb) || !(isNounLike(r, verb) || r.iis(verb, Determiner)))
                return false;
            continue;
        }
        const Source user = subjectBefore(r, verb, sentence.first);
        if (!isSomebody(user) || r.is(user.head, It) || user.isRelative)
            return false;
        assign(r, attribution, user, -1);
        attribution.cueSpan = {r.itemStart(verb), r.itemEnd(noun)};
        return true;
    }
    return false;
}

/// On its site, the council lists “…” – does a comma close the words about the noun, so that another clause holds what is said?
bool isOver(const Reading &r, int noun, int item)
{
    if (r.isGerman || r.iWord(noun + 1, u"that"))
        return false;
    for (int k = noun + 1; k + 1 < item; ++k) {
        if (!isComma(r, k))
            continue;
        return phraseStartingAt(r, k + 1, item).isValid();
    }
    return false;
}

/// Ruiz dismissed Hale's remarks as “a joke”: words about the remarks, not from them.
bool isJudged(const Reading &r, int noun, int item)
{
    return !r.isGerman && r.iWord(noun + 1, u"as") && item - noun <= 4;
}

} // namespace

/// Ruiz's claim that the pump was “a museum piece” – her remark about “museum pieces”, with no report of somebody else's between.
bool decideOwnReport(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    if (r.isGerman)
        return false;
    if (decideBetween(r, item, sentence, attribution) || decideUse(r, item, sentence, attribution))
        return true;
    constexpr int reach = 16;
    const int cue = cueBefore(r, item, sentence.first, false);
    const int nearest = cue < 0 ? sentence.first : r.cues[static_cast<size_t>(cue)].last;
    for (int k = item - 1; k > std::max(nearest, item - reach); --k) {
        if (r.isStretch(k))
            return false;
        if (!r.iis(k, ReportNoun) || cueAt(r, k) >= 0 || !holds(r, k, item))
            continue;
        const Source owner = ownerOf(r, k, sentence.first);
        if (!isSomebody(owner))
            continue;
        assign(r, attribution, owner, -1);
        attribution.cueSpan = {r.itemStart(k), r.itemEnd(k)};
        return true;
    }
    return false;
}

/// The claim by Ruiz that the pump was “a museum piece” – the weaker kind, when nothing else reports the words.
bool decideReportNoun(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    constexpr int reach = 16;
    for (int k = item - 1; k > std::max(sentence.first, item - reach); --k) {
        if (r.isStretch(k) || !r.iis(k, ReportNoun))
            continue;
        Source source = ownerOf(r, k, sentence.first);
        if (!source.isValid() && k + 2 < item && (r.iWord(k + 1, u"by") || r.iWord(k + 1, u"from") || r.iWord(k + 1, u"of")))
            source = phraseStartingAt(r, k + 2, item);
        if (!isSomebody(source) || isOver(r, k, item))
            continue;
        if (isJudged(r, k, item))
            return false;
        assign(r, attribution, source, -1);
        attribution.cueSpan = {r.itemStart(k), r.itemEnd(k)};
        return true;
    }
    return false;
}

} // namespace onrecord::extract
