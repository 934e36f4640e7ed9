// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/anchor.h"

#include <algorithm>

namespace onrecord {

Anchor anchorAt(QStringView text, Span span)
{
    Q_ASSERT(span.start >= 0 && span.end <= text.size() && span.start <= span.end);
    qsizetype before = std::max<qsizetype>(0, span.start - anchorContext);
    if (before > 0 && before < text.size() && text[before].isLowSurrogate())
        ++before;
    qsizetype after = std::min<qsizetype>(text.size(), span.end + anchorContext);
    if (after < text.size() && after > span.end && text[after].isLowSurrogate())
        --after;
    return {span, text.sliced(span.start, span.length()).toString(), text.sliced(before, span.start - before).toString(),
            text.sliced(span.end, after - span.end).toString()};
}

bool holds(const Anchor &anchor, QStringView text)
{
    const Span span = anchor.span;
    if (span.start < 0 || span.end > text.size() || span.length() != anchor.exact.size())
        return false;
    return text.sliced(span.start, span.length()) == anchor.exact && text.first(span.start).endsWith(anchor.prefix)
        && text.sliced(span.end).startsWith(anchor.suffix);
}

} // namespace onrecord
