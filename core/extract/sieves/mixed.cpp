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
        return s.antecedent >= 0 || (s.first > 0 && r.iSign(s.first - 1, u','));
    if (s.isPronoun)
        return true;
    return s.mention >= 0 || s.isRole || cue.isSpeech() || (!r.isGerman && (cue.classes & Naming) && (r.iis(s.first, Determiner | Possessive) || r.is(s.head, ReportNoun | Medium)));
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
        if (opens && closes && last + 1 != item - 1)
            return static_cast<int>(c);
    }
    return -1;
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
        if (cue.isAccording || !isSomebody(r, cue) || (cue.isInfinitive && !cue.isSpeech() && !naming))
            continue;
        const bool vague = cue.source.isPronoun && r.is(cue.source.head, It);
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
