// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>
#include <iterator>

namespace onrecord::extract {

using namespace word;

namespace {

const Cue &at(const Reading &r, int cue)
{
    return r.cues[static_cast<size_t>(cue)];
}

/// Does a comma with a conjunction, or a semicolon, part the sentence between two items?
bool isParted(const Reading &r, int from, int to)
{
    for (int k = from; k + 1 < to; ++k) {
        if (r.isStretch(k))
            continue;
        if (r.iSign(k, u';'))
            return true;
        if (r.iSign(k, u',') && (r.iis(k + 1, Conjunction) || r.iWord(k + 1, u"while") || r.iWord(k + 1, u"after") || r.iWord(k + 1, u"when")))
            return true;
    }
    return false;
}

/// The source of a cue speaks for itself: somebody named, a role, a personal pronoun.
bool isSomebody(const Reading &r, const Cue &cue)
{
    const Source &s = cue.source;
    if (s.isRelative) // ", who added": behind a comma it goes on with whoever spoke
        return s.antecedent >= 0 || (s.first > 0 && r.iSign(s.first - 1, u',')) || r.iWord(s.first, u"that");
    if (s.isPronoun)
        return true;
    const bool several = (cue.classes & Naming) && !r.isGerman && r.iis(cue.head, Base) && !r.iis(cue.head, Past) && r.word(s.head).endsWith(u's'); // "Insiders call it"
    if (r.isGerman && (cue.classes & Naming) && s.first < cue.head && r.iis(s.first, Determiner | Possessive))
        return true; // "Der Kommentator nennt sie"
    return s.mention >= 0 || s.isRole || several || cue.isSpeech() || (!r.isGerman && (cue.classes & Naming) && (r.iis(s.first, Determiner | Possessive | NumberWord) || r.is(s.head, ReportNoun | Medium)));
}

/// “…”, Ruiz said, … : a clause of saying between commas, before or behind, governs the whole sentence.
int parenthetical(const Reading &r, const Sentence &sentence, int item)
{
    const auto from = std::ranges::lower_bound(r.cues, sentence.first, {}, &Cue::head);
    for (size_t c = static_cast<size_t>(from - r.cues.begin()); c < r.cues.size() && r.cues[c].head < sentence.last; ++c) {
        const Cue &cue = r.cues[c];
        if (!cue.isSpeech() || !cue.source.isValid() || cue.isAccording || cue.isParticiple
            || cue.isInfinitive || cue.isPassive)
            continue;
        const int first = std::min(cue.first, cue.source.first);
        const int last = std::max(cue.last, cue.source.last);
        if (first - 1 < sentence.first || last + 1 >= sentence.last || first - 1 == item)
            continue;
        const bool opens = r.iSign(first - 1, u',');
        const bool closes = r.iSign(last + 1, u',') || (first > item && (r.iSign(last + 1, u'.') || last + 1 == sentence.last - 1));
        const bool within = !r.isGerman && first > item && r.iis(first - 2, Relative | Subordinator | Conjunction); // "…, where, Ruiz said, …": what follows only
        if (opens && closes && last + 1 != item - 1 && !within)
            return static_cast<int>(c);
    }
    return -1;
}

bool isDash(const Reading &r, int i)
{
    return r.iSign(i, u'—') || r.iSign(i, u'–') || r.iSign(i, u'-');
}

/// Item of the comma that closes a clause of time or ground at the head of the sentence ("After Ruiz asked, Hale left"); -1 when the
/// sentence begins otherwise or nothing that could be the main clause follows.
int openerEnd(const Reading &r, const Sentence &sentence, int item)
{
    const int first = sentence.first + (r.iis(sentence.first, Conjunction) ? 1 : 0);
    const bool depends = r.iis(first, Subordinator) || r.iWord(first, u"as") || r.iWord(first, u"after") || r.iWord(first, u"before") || r.iWord(first, u"since");
    if (r.isGerman || !depends)
        return -1;
    for (int k = first + 1; k + 1 < item; ++k) {
        if (!isComma(r, k) || r.isStretch(k - 1))
            continue;
        const Source subject = phraseStartingAt(r, k + 1, item);
        const int verb = subject.last + 1;
        if (subject.isValid() && verb < item && r.iis(verb, Auxiliary | Past | Third) && r.iMention(verb) < 0)
            return k;
    }
    return -1;
}

/// Does the cue only stand by: within dashes (“– as Ruiz has said –”), within a relative clause between commas, or in a clause of
/// time that is over before the words?
bool isAside(const Reading &r, const Cue &cue, const Sentence &sentence, int item)
{
    if (r.isGerman)
        return false;
    if (const int end = openerEnd(r, sentence, item); cue.head < end)
        return !(r.iWord(sentence.first, u"as") && (cue.last == end - 1 || r.iWord(cue.last, u"it"))); // "As Ruiz puts it, …" governs
    int from = std::min(cue.first, cue.source.first);
    while (from > sentence.first && !r.isStretch(from) && !isDash(r, from) && !isComma(r, from))
        --from;
    const bool dashed = isDash(r, from);
    const bool relative = isComma(r, from) && (r.iis(from + 1, Relative) || r.iWord(from + 1, u"as"));
    if (!dashed && !relative)
        return false;
    for (int k = cue.last + 1; k < item; ++k) {
        if (dashed ? isDash(r, k) : isComma(r, k) && r.iis(k + 1, Auxiliary | Past | Third))
            return true;
        if (r.isStretch(k))
            return false;
    }
    return false;
}

/// Ruiz said critics call it “a wreck” – Ruiz said Hale should call it “a wreck”: within the report of somebody, with no comma between, what
/// unnamed people call something, or what somebody should say, is the report's.
bool isRetold(const Reading &r, const Cue &cue, int floor)
{
    const bool nameless = cue.source.mention < 0 && !cue.source.isPronoun && (!cue.source.isRole || !cue.isSpeech());
    if (r.isGerman || !(nameless || isModal(r, cue)))
        return false;
    const int outer = cueBefore(r, cue.head, floor, true);
    if (outer < 0 || at(r, outer).isAccording || at(r, outer).isInverted)
        return false;
    for (int k = at(r, outer).last + 1; k < cue.head; ++k) {
        if (r.isStretch(k) || isComma(r, k) || r.iSign(k, u';') || r.iSign(k, u'—') || r.iSign(k, u'–'))
            return false;
    }
    return true;
}

/// The cue before the words that governs them: the innermost naming verb beside them, else the nearest verb of saying,
/// unless a new clause begins between.
int governing(const Reading &r, const Sentence &sentence, int item)
{
    constexpr int beside = 7;
    int weak = -1;
    for (int c = cueBefore(r, item, sentence.first, false); c >= 0; c = cueBefore(r, at(r, c).head, sentence.first, false)) {
        const Cue &cue = at(r, c);
        const bool naming = cue.classes & Naming;
        if (cue.isAccording || !isSomebody(r, cue) || (cue.isInfinitive && !cue.isSpeech() && !naming) || isAside(r, cue, sentence, item))
            continue;
        if (isInApposition(r, cue, item))
            continue;
        if (isRetold(r, cue, sentence.first))
            continue;
        const bool vague = cue.source.isPronoun && r.is(cue.source.head, It) && cue.source.first > sentence.first;
        if (cue.isSpeech() && !cue.isInfinitive && !vague && !isModal(r, cue))
            return weak >= 0 && isParted(r, cue.head, at(r, weak).head) ? weak : c;
        if (naming && weak < 0 && item - cue.head <= beside && !cue.isInfinitive)
            return c;
        if (weak < 0)
            weak = c;
    }
    return weak;
}

} // namespace

/// Ruiz called it “a museum piece” – the innermost cue before the words; else one that closes the sentence.
bool decideMixed(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    if (isAskedAbout(r, stretch)) {
        assign(r, attribution, {}, cueAt(r, sentence.first));
        return true;
    }
    const int aside = parenthetical(r, sentence, item);
    const int before = governing(r, sentence, item);
    if (aside >= 0 && (before < 0 || !at(r, before).isSpeech() || at(r, before).source.isRelative || at(r, aside).head > item)) {
        assign(r, attribution, at(r, aside).source, aside);
        return true;
    }
    if (before >= 0) {
        assign(r, attribution, at(r, before).source, before);
        return true;
    }
    // The plan was “a farce” that nobody wanted, Ruiz said.
    const auto behind = std::ranges::lower_bound(r.cues, sentence.last, {}, &Cue::head);
    for (auto it = std::make_reverse_iterator(behind); it != r.cues.rend(); ++it) {
        if (it->head <= item)
            break;
        if (!it->isSpeech() || !it->source.isValid() || it->isPassive || it->isInfinitive)
            continue;
        const int first = std::min(it->source.first, it->first);
        if (first <= item || !(r.iSign(first - 1, u',') || r.isStretch(first - 1)))
            continue;
        assign(r, attribution, it->source, static_cast<int>(r.cues.rend() - it) - 1);
        return true;
    }
    return false;
}

} // namespace onrecord::extract
