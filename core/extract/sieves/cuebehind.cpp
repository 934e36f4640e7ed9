// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

namespace {

/// The first item behind the stretch, over a comma or dash that stands outside the marks.
int behind(const Reading &r, int item, int ceiling)
{
    int k = item + 1;
    while (k < ceiling && (r.iSign(k, u',') || r.iSign(k, u'—') || r.iSign(k, u'–')))
        ++k;
    return k;
}

/// Words in marks that end a sentence or in a comma are complete: what follows them is about them.
bool isComplete(const Reading &r, int stretch, int item, int ceiling)
{
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    const char16_t last = r.tok(s.last).sign;
    if (last == u',' || last == u'?' || last == u'!' || last == u'.' || last == u'—' || last == u'–' || last == u'\u2026')
        return true;
    return item + 1 < ceiling && (r.iSign(item + 1, u',') || r.iSign(item + 1, u'—') || r.iSign(item + 1, u'–') || r.iis(item + 1, Speech)
                                  || r.iis(item + 1, Function) || r.iMention(item + 1) >= 0);
}

} // namespace

/// “It leaks,” said Ruiz.
bool decideInvertedCue(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const int ceiling = sentenceOfStretch(r, stretch).last;
    if (!isComplete(r, stretch, item, ceiling))
        return false;
    const int first = behind(r, item, ceiling);
    for (int k = first; k < std::min(ceiling, first + 3); ++k) {
        if (r.isStretch(k))
            return false;
        const int cue = cueAt(r, k);
        if (cue < 0) {
            if (isAdverb(r, k) || r.iis(k, Auxiliary))
                continue;
            return false;
        }
        const Cue &words = r.cues[static_cast<size_t>(cue)];
        if (!words.isInverted || !words.source.isValid() || words.isAccording)
            return false;
        assign(r, attribution, words.source, cue);
        return true;
    }
    return false;
}

/// “It leaks,” Ruiz said. “It leaks,” the depot manager, who had asked for a new pump, told Park.
bool decideCueBehind(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const int ceiling = sentenceOfStretch(r, stretch).last;
    if (!isComplete(r, stretch, item, ceiling))
        return false;
    int first = behind(r, item, ceiling);
    if (first < ceiling && (r.iWord(first, u"as") || r.iWord(first, u"wie") || r.iWord(first, u"so")))
        ++first;
    constexpr int reach = 40;
    for (int k = first; k < std::min(ceiling, first + reach); ++k) {
        if (r.isStretch(k) && k > first)
            return false;
        const int cue = cueAt(r, k);
        if (cue < 0)
            continue;
        const Cue &words = r.cues[static_cast<size_t>(cue)];
        if (words.isAccording || words.isInverted || !words.source.isValid())
            continue;
        if (words.source.first != first || words.isParticiple || words.isInfinitive)
            continue;
        if (!words.isSpeech() && r.tok(r.stretches[static_cast<size_t>(stretch)].last).sign != u',')
            return false;
        if (words.isPassive)
            return false;
        assign(r, attribution, words.source, cue);
        return true;
    }
    return false;
}

} // namespace onrecord::extract
