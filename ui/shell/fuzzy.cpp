// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <algorithm>
#include <vector>

namespace onrecord::ui {

namespace {

QChar folded(QChar c)
{
    const QString parts = c.decomposition();
    return (parts.isEmpty() ? c : parts.front()).toCaseFolded();
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    constexpr int none = -1'000'000;
    constexpr int matchPoints = 4;
    constexpr int runPoints = 6;
    constexpr int wordPoints = 10;
    constexpr int startPoints = 8;
    QString wanted;
    for (const QChar c : typed) {
        if (!c.isSpace())
            wanted += folded(c);
    }
    if (wanted.isEmpty())
        return 0;
    const qsizetype n = text.size();
    // best[i]: the best score with the last matched character at i; one row a typed character.
    std::vector<int> best(static_cast<size_t>(n), none);
    std::vector<int> before;
    for (qsizetype k = 0; k < wanted.size(); ++k) {
        before = best;
        int reach = none; // best of the row before, anywhere left of the run
        for (qsizetype i = 0; i < n; ++i) {
            const auto at = static_cast<size_t>(i);
            if (i >= 2)
                reach = std::max(reach, before[at - 2]);
            best[at] = none;
            if (folded(text[i]) != wanted[k])
                continue;
            const bool atWord =
                i == 0 || !text[i - 1].isLetterOrNumber() || (text[i].isUpper() && text[i - 1].isLower());
            const int here = matchPoints + (atWord ? wordPoints : 0) + (i == 0 ? startPoints : 0);
            if (k == 0) {
                best[at] = here;
                continue;
            }
            const int run = i > 0 ? before[at - 1] + runPoints : none;
            best[at] = std::max(run, reach) + here;
        }
    }
    const int top = best.empty() ? none : *std::ranges::max_element(best);
    if (top < 0)
        return std::nullopt;
    // Of two equal matches the shorter text is meant.
    return top * 16 - static_cast<int>(std::min<qsizetype>(n, 200)) / 4;
}

} // namespace onrecord::ui
