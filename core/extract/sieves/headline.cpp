// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

/// Ruiz: Hale worried about ‘a museum piece’ – a name and a colon open the headline: all behind them is theirs.
bool decidePrefixed(const Reading &r, int stretch, Attribution &attribution)
{
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    if (r.isGerman || !sentence.isHeadline || itemOfStretch(r, stretch) == sentence.first)
        return false;
    const Source name = phraseStartingAt(r, sentence.first, sentence.last);
    const int colon = name.last + 1;
    if (!name.isValid() || name.mention < 0 || r.mention(name.mention).type != AgentType::Person || !r.iSign(colon, u':') || colon >= itemOfStretch(r, stretch))
        return false;
    assign(r, attribution, name, -1);
    attribution.cueSpan = {r.itemStart(colon), r.itemEnd(colon)};
    return true;
}

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
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    constexpr int fewWords = 3; // Ruiz tries ‘new’ pump: one word or two are mostly the headline writer's
    if (!r.isGerman && colon < 0 && s.last - s.first + 1 < fewWords)
        return false;
    if (colon < 0 && (first.mention < 0 || r.mention(first.mention).type != AgentType::Person))
        return false;
    assign(r, attribution, first, -1);
    if (colon >= 0)
        attribution.cueSpan = {r.itemStart(colon), r.itemEnd(colon)};
    return true;
}

} // namespace onrecord::extract
