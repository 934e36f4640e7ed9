// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

/// According to Ruiz, the pump is “a museum piece”. – or behind the stretch.
bool decideAccording(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    int nearest = -1;
    const auto from = std::ranges::lower_bound(r.cues, sentence.first, {}, &Cue::head);
    for (size_t c = static_cast<size_t>(from - r.cues.begin()); c < r.cues.size() && r.cues[c].head < sentence.last; ++c) {
        const Cue &cue = r.cues[c];
        if (!cue.isAccording)
            continue;
        if (cue.head < item && cue.source.last > item)
            continue;
        if (nearest < 0 || std::abs(cue.head - item) < std::abs(r.cues[static_cast<size_t>(nearest)].head - item))
            nearest = static_cast<int>(c);
    }
    if (nearest < 0)
        return false;
    const Cue &cue = r.cues[static_cast<size_t>(nearest)];
    // A verb of saying between them is nearer to the words.
    if (const int verb = cueBefore(r, item, sentence.first, true);
        verb >= 0 && (cue.head > item || r.cues[static_cast<size_t>(verb)].head > cue.head) && verb != nearest
        && !r.cues[static_cast<size_t>(verb)].isAccording)
        return false;
    assign(r, attribution, cue.source, nearest);
    return true;
}

} // namespace onrecord::extract
