// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

/// A block quote, and below it a line that goes on with the sentence: "said Ana Ruiz at the town hall".
bool decideUnderBlock(const Reading &r, int stretch, Attribution &attribution)
{
    if (!r.stretches[static_cast<size_t>(stretch)].isSetApart)
        return false;
    const int next = itemOfStretch(r, stretch) + 1;
    if (!r.isToken(next) || r.itok(next).isCapital)
        return false;
    for (size_t c = 0; c < r.cues.size(); ++c) {
        const Cue &cue = r.cues[c];
        if (cue.first != next || !cue.isSpeech() || !cue.source.isValid())
            continue;
        assign(r, attribution, cue.source, static_cast<int>(c));
        return true;
    }
    return false;
}

} // namespace onrecord::extract
