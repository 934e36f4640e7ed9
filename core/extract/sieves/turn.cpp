// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

/// "WALLACE: Let us begin." – the speaker's name and a colon open the stretch itself, or stand before it on a line of their own.
bool decideTurn(const Reading &r, int stretch, Attribution &attribution)
{
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    if (!r.tok(s.open).startsParagraph)
        return false;
    constexpr int longestName = 6;
    for (int t = s.first; t <= std::min(s.last, s.first + longestName); ++t) {
        if (!r.isSign(t, u':'))
            continue;
        const int m = r.mentionOf[static_cast<size_t>(t - 1)];
        if (m < 0 || r.mention(m).from > s.first + 3 || !r.tok(t - 1).isCapital || !r.tok(s.first).isCapital || r.is(s.first, word::It | word::Determiner))
            return false;
        attribution.source = {};
        attribution.speakerSpan = {r.tok(r.mention(m).first).start, r.mention(m).end};
        attribution.source.mention = m;
        attribution.source.head = r.mention(m).last;
        attribution.cueSpan = r.tok(t).span();
        attribution.isDecided = true;
        return true;
    }
    return false;
}

} // namespace onrecord::extract
