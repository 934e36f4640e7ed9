// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

/// Ruiz called it “a museum piece” – the innermost cue before the words; else one that closes the sentence.
bool decideMixed(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    const int before = cueBefore(r, item, sentence.first, false);
    if (before >= 0) {
        assign(r, attribution, r.cues[static_cast<size_t>(before)].source, before);
        return true;
    }
    // The plan was “a farce” that nobody wanted, Ruiz said.
    for (auto it = r.cues.rbegin(); it != r.cues.rend(); ++it) {
        if (it->head >= sentence.last)
            continue;
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
