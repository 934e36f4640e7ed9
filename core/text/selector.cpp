// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/selector.h"

#include "core/text/offsets.h"

namespace onrecord {

namespace {

Span spanOf(qint64 start, const Selector &selector)
{
    return {static_cast<qint32>(start), static_cast<qint32>(start + selector.exact.size())};
}

bool standsAt(qint64 start, const Selector &selector, QStringView text)
{
    const qint64 end = start + selector.exact.size();
    const auto splits = [text](qint64 at) { return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate(); };
    return start >= 0 && end <= text.size() && text.sliced(start, selector.exact.size()) == selector.exact && !splits(start) && !splits(end);
}

} // namespace

Span placeOf(const Selector &selector, QStringView text)
{
    if (selector.exact.trimmed().isEmpty())
        return {};
    if (selector.start >= 0 && selector.end > selector.start) {
        const CodePointMap points(text);
        const qint64 start = points.toUtf16(selector.start);
        if (points.toUtf16(selector.end) - start == selector.exact.size() && standsAt(start, selector, text))
            return spanOf(start, selector);
        if (selector.end - selector.start == selector.exact.size() && standsAt(selector.start, selector, text))
            return spanOf(selector.start, selector);
    }
    int all = 0;
    int between = 0;
    qsizetype only = -1;
    qsizetype placed = -1;
    for (qsizetype at = text.indexOf(selector.exact); at >= 0 && between < 2; at = text.indexOf(selector.exact, at + 1)) {
        if (!standsAt(at, selector, text))
            continue;
        ++all;
        only = at;
        if (text.first(at).endsWith(selector.prefix) && text.sliced(at + selector.exact.size()).startsWith(selector.suffix)) {
            ++between;
            placed = at;
        }
    }
    if (between == 1)
        return spanOf(placed, selector);
    return between == 0 && all == 1 ? spanOf(only, selector) : Span{};
}

} // namespace onrecord
