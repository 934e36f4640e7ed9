// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/scandoubt.h"

#include <algorithm>

namespace onrecord::match {

int ScanDoubt::changesThere() const
{
    return static_cast<int>(std::ranges::count(changes, true));
}

bool isUncertain(const std::vector<UncertainWord> &words, Span printed)
{
    return !printed.isEmpty() && std::ranges::any_of(words, [printed](const UncertainWord &word) { return word.span.overlaps(printed); });
}

ScanDoubt scanDoubt(const Hit &hit, const Recognition &recognition)
{
    ScanDoubt doubt;
    for (const UncertainWord &word : recognition.uncertain) {
        if (std::ranges::any_of(hit.passages, [&word](Span passage) { return passage.overlaps(word.span); }))
            doubt.words.push_back(word);
    }
    int others = 0;
    for (const Change &change : hit.changes) {
        doubt.changes.push_back(isUncertain(doubt.words, change.printed));
        others += change.kind == ChangeKind::Cut || doubt.changes.back() ? 0 : 1;
    }
    doubt.isAll = others == 0 && doubt.changesThere() > 0;
    return doubt;
}

} // namespace onrecord::match
