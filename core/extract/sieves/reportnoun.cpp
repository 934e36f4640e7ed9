// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

/// Ruiz's claim that the pump was “a museum piece” – her remark about “museum pieces”.
bool decideReportNoun(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    constexpr int reach = 16;
    for (int k = item - 1; k > std::max(sentence.first, item - reach); --k) {
        if (r.isStretch(k) || !r.iis(k, ReportNoun))
            continue;
        const bool owned = !r.isStretch(k - 1) && r.itok(k - 1).shape == TokenShape::Clitic;
        Source source;
        if (owned && k - 2 >= sentence.first)
            source = phraseEndingAt(r, k - 2, sentence.first);
        else if (r.iis(k - 1, Possessive)) {
            source.first = source.last = k - 1;
            source.head = r.item(k - 1).token;
            source.isPronoun = true;
            source.isPlural = r.iWord(k - 1, u"their");
        } else if (k + 2 < item && (r.iWord(k + 1, u"by") || r.iWord(k + 1, u"from") || r.iWord(k + 1, u"of")))
            source = phraseStartingAt(r, k + 2, item);
        if (!source.isValid() || (source.mention < 0 && !source.isRole && !source.isPronoun))
            continue;
        assign(r, attribution, source, -1);
        attribution.cueSpan = {r.itemStart(k), r.itemEnd(k)};
        return true;
    }
    return false;
}

} // namespace onrecord::extract
