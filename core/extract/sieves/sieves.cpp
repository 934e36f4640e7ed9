// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

using namespace Qt::StringLiterals;

std::span<const Sieve> sentenceSieves()
{
    static constexpr std::array table{
        Sieve{"transcript turn"_L1, decideTurn, 0.97},
        Sieve{"signature"_L1, decideSignedWithin, 0.85},
        Sieve{"noun of saying"_L1, decideArrival, 0.85},
        Sieve{"quotation + cue + name"_L1, decideInvertedCue, 0.95},
        Sieve{"quotation + name + cue"_L1, decideCueBehind, 0.95},
        Sieve{"quotation + passive + name"_L1, decidePassiveBehind, 0.9},
        Sieve{"quotation + verb + name, another language"_L1, decideForeign, 0.8},
        Sieve{"quotation + cue + name"_L1, decideSaidNext, 0.85},
        Sieve{"headline"_L1, decidePrefixed, 0.9},
        Sieve{"name + cue + colon"_L1, decideColon, 0.95},
        Sieve{"according to"_L1, decideAccording, 0.9},
        Sieve{"name + cue + quotation"_L1, decideCueBefore, 0.93},
        Sieve{"noun of saying"_L1, decideOwnReport, 0.8},
        Sieve{"verb at the end of the clause"_L1, decideVerbLast, 0.85},
        Sieve{"subject of the clause"_L1, decideMixed, 0.85},
        Sieve{"signature"_L1, decideSignature, 0.85},
        Sieve{"block quote + cue + name"_L1, decideUnderBlock, 0.9},
        Sieve{"headline"_L1, decideHeadline, 0.75},
        Sieve{"noun of saying"_L1, decideReportNoun, 0.7},
    };
    return table;
}

std::span<const Sieve> neighbourSieves()
{
    static constexpr std::array table{
        Sieve{continuedRule, decideContinuation, 0.95},
        Sieve{"floating, same speaker"_L1, decideFloating, 0.85},
        Sieve{"reported in the subjunctive"_L1, decideSubjunctive, 0.75},
        Sieve{"introduced before"_L1, decideIntroduced, 0.4},
        Sieve{"speaker of the paragraph"_L1, decideParagraph, 0.5},
        Sieve{"running speaker"_L1, decideGoesOn, 0.75},
        Sieve{"running speaker"_L1, decideRunning, 0.65},
        Sieve{"subject of the sentence"_L1, decideSubject, 0.4},
    };
    return table;
}

void assign(const Reading &r, Attribution &attribution, const Source &source, int cue)
{
    attribution.source = source;
    attribution.cue = cue;
    attribution.speakerSpan = r.spanOf(source);
    if (cue >= 0) {
        const Cue &words = r.cues[static_cast<size_t>(cue)];
        attribution.cueSpan = {r.itemStart(words.first), r.itemEnd(words.last)};
    }
    attribution.isDecided = true;
}

int itemOfStretch(const Reading &r, int stretch)
{
    return r.itemOf[static_cast<size_t>(r.stretches[static_cast<size_t>(stretch)].open)];
}

const Sentence &sentenceOfStretch(const Reading &r, int stretch)
{
    return r.sentences[static_cast<size_t>(r.stretches[static_cast<size_t>(stretch)].sentence)];
}

int cueAt(const Reading &r, int head)
{
    const auto it = std::ranges::lower_bound(r.cues, head, {}, &Cue::head);
    return it != r.cues.end() && it->head == head ? static_cast<int>(it - r.cues.begin()) : -1;
}

int cueBefore(const Reading &r, int at, int floor, bool speechOnly)
{
    auto it = std::ranges::lower_bound(r.cues, at, {}, &Cue::head);
    while (it != r.cues.begin()) {
        --it;
        if (it->head < floor)
            return -1;
        if (it->source.isValid() && (!speechOnly || it->isSpeech()))
            return static_cast<int>(it - r.cues.begin());
    }
    return -1;
}

bool opensSentence(const Reading &r, int stretch)
{
    constexpr int fewWords = 2;
    const int first = sentenceOfStretch(r, stretch).first;
    const int item = itemOfStretch(r, stretch);
    if (item - first > fewWords)
        return false;
    for (int i = first; i < item; ++i) {
        if (!r.iis(i, word::Conjunction) && !isAdverb(r, i) && !r.iSign(i, u','))
            return false;
    }
    return true;
}

bool isInApposition(const Reading &r, const Cue &cue, int item)
{
    using namespace word;
    if (r.isGerman || !cue.isInverted || cue.source.last >= item || !r.iSign(cue.source.last + 1, u',') || r.iis(cue.source.last + 2, Relative | Conjunction | Gerund))
        return false;
    for (int k = cue.source.last + 2; k < item; ++k) {
        if (r.isStretch(k) || r.iSign(k, u',') || r.iSign(k, u':'))
            return false;
    }
    return cue.source.last + 2 < item;
}

bool isAskedAbout(const Reading &r, int stretch)
{
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    const int item = itemOfStretch(r, stretch);
    const int asked = sentence.first + (r.iWord(sentence.first, u"when") ? 1 : 0);
    if (r.isGerman || !r.iWord(asked, u"asked") || asked >= item)
        return false;
    for (int k = asked + 1; k < item; ++k) {
        if (r.isStretch(k) || r.iSign(k, u',') || r.iWord(k, u"by"))
            return false;
    }
    return true;
}

bool isModal(const Reading &r, const Cue &cue)
{
    for (int i = cue.first; i < cue.head; ++i) {
        for (const Folded w : {Folded(u"should"), Folded(u"would"), Folded(u"could"), Folded(u"must"), Folded(u"can"), Folded(u"might"), Folded(u"may"), Folded(u"will")}) {
            if (r.iWord(i, w))
                return true;
        }
    }
    return false;
}

} // namespace onrecord::extract
