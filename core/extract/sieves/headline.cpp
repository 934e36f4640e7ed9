// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

/// Ruiz: pump is ‘a museum piece’ – in a headline whoever stands first, with a colon somewhere before the words.
bool decideHeadline(const Reading &r, int stretch, Attribution &attribution)
{
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    const int item = itemOfStretch(r, stretch);
    if (!sentence.isHeadline)
        return false;
    if (item == sentence.first) {
        // ‘It leaks’: Ruiz on the pump
        if (item + 2 >= sentence.last || !r.iSign(item + 1, u':'))
            return false;
        const Source behind = phraseStartingAt(r, item + 2, sentence.last);
        if (!behind.isValid() || behind.mention < 0 || r.mention(behind.mention).type != AgentType::Person)
            return false;
        assign(r, attribution, behind, -1);
        attribution.cueSpan = {r.itemStart(item + 1), r.itemEnd(item + 1)};
        return true;
    }
    int colon = -1;
    for (int k = sentence.first; k < item && colon < 0; ++k)
        colon = r.iSign(k, u':') ? k : -1;
    const Source first = phraseStartingAt(r, sentence.first, colon < 0 ? item : colon);
    if (!first.isValid() || (first.mention < 0 && !first.isRole))
        return false;
    if (colon < 0 && (first.mention < 0 || r.mention(first.mention).type != AgentType::Person))
        return false;
    assign(r, attribution, first, -1);
    if (colon >= 0)
        attribution.cueSpan = {r.itemStart(colon), r.itemEnd(colon)};
    return true;
}

} // namespace onrecord::extract
