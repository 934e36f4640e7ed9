// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

/// “…” – Ana Ruiz. A dash and a name behind the words, and nothing more in the paragraph; or the name on a line of its own.
bool decideSignature(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const int count = static_cast<int>(r.items.size());
    int k = item + 1;
    if (k >= count || r.isStretch(k) || !(r.iSign(k, u'—') || r.iSign(k, u'–') || r.iSign(k, u'-') || r.iSign(k, u'―')))
        return false;
    ++k;
    if (k >= count)
        return false;
    const Source name = phraseStartingAt(r, k, count);
    if (!name.isValid() || name.mention < 0)
        return false;
    int end = name.last + 1;
    constexpr int longestRole = 12; // "– Ana Ruiz, depot manager"
    while (end < count && end < name.last + longestRole && !r.itok(end).startsParagraph)
        ++end;
    if (end < count && !r.itok(end).startsParagraph)
        return false;
    assign(r, attribution, name, -1);
    return true;
}

} // namespace onrecord::extract
