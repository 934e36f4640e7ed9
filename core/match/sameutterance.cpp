// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameutterance.h"

#include "core/match/compare.h"
#include "core/text/fold.h"

#include <algorithm>

namespace onrecord::match {

QString comparableWords(QStringView quotation)
{
    const QString folded = foldedText(quotation);
    qsizetype start = 0;
    qsizetype end = folded.size();
    while (start < end && !folded[start].isLetterOrNumber() && !folded[start].isSurrogate())
        ++start;
    while (end > start && !folded[end - 1].isLetterOrNumber() && !folded[end - 1].isSurrogate() && !folded[end - 1].isMark())
        --end;
    return folded.sliced(start, end - start);
}

bool isSameUtterance(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    if (a == b)
        return true;
    const QStringView small = a.size() < b.size() ? a : b;
    const QStringView large = a.size() < b.size() ? b : a;
    constexpr int leastWords = 6;
    if (small.count(u' ') + 1 < leastWords)
        return false;
    const auto isBorder = [large](qsizetype at) {
        return at < 0 || at >= large.size() || !large[at].isLetterOrNumber();
    };
    for (qsizetype at = large.indexOf(small); at >= 0; at = large.indexOf(small, at + 1)) {
        if (isBorder(at - 1) && isBorder(at + small.size()))
            return true;
    }
    return false;
}

bool isVariant(QStringView a, QStringView b)
{
    constexpr int leastShared = 8;
    const Comparison answer = compare(a, b);
    if (!answer.same || answer.sharedWords < leastShared || answer.likeness < 0.65)
        return false;
    if (answer.relation != Relation::Altered || !answer.meaningChanged)
        return true;
    const int longer = std::max(answer.printedWords, answer.askedWords);
    return answer.sharedWords * 4 >= longer * 3 && answer.longestRun >= leastShared / 2;
}

} // namespace onrecord::match
