// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

/// The “museum piece” described by Ruiz – a participle of saying right behind the words, and who did it.
bool decidePassiveBehind(const Reading &r, int stretch, Attribution &attribution)
{
    const int participle = itemOfStretch(r, stretch) + 1;
    const int ceiling = sentenceOfStretch(r, stretch).last;
    if (r.isGerman || participle + 2 >= ceiling || !r.iis(participle, Participle) || !r.iis(participle, Speech | Attitude) || r.iis(participle, Gerund) || !r.iWord(participle + 1, u"by"))
        return false;
    const Source somebody = phraseStartingAt(r, participle + 2, ceiling);
    if (!somebody.isValid() || !(somebody.mention >= 0 || somebody.isRole))
        return false;
    assign(r, attribution, somebody, -1);
    attribution.cueSpan = {r.itemStart(participle), r.itemEnd(participle)};
    return true;
}

} // namespace onrecord::extract
