// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quotemarks.h"

#include "core/text/tokens.h"

namespace onrecord {

Span withQuoteMarks(QStringView text, Span words)
{
    const auto at = [text](qint32 i) { return i >= 0 && i < text.size() ? text[i] : QChar(); };
    const auto isAngled = [](QChar c) { return QStringView(u"\u00ab\u00bb\u2039\u203a").contains(c); };
    const auto isGap = [](QChar c) { return c.isSpace() && c != u'\n'; };
    if (isQuoteMark(at(words.start - 1).unicode()))
        --words.start;
    else if (isGap(at(words.start - 1)) && isAngled(at(words.start - 2)))
        words.start -= 2;
    if (isQuoteMark(at(words.end).unicode()))
        ++words.end;
    else if (isGap(at(words.end)) && isAngled(at(words.end + 1)))
        words.end += 2;
    return words;
}

} // namespace onrecord
