// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/offsets.h"

#include <algorithm>

namespace onrecord {

CodePointMap::CodePointMap(QStringView text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate())
            m_pairs.push_back(i++);
    }
}

qint64 CodePointMap::toCodePoints(qint64 utf16) const
{
    // Each pair that ends at or before the offset made two units of one code point.
    const auto pairs = std::upper_bound(m_pairs.begin(), m_pairs.end(), utf16 - 2) - m_pairs.begin();
    return utf16 - pairs;
}

qint64 CodePointMap::toUtf16(qint64 codePoint) const
{
    // The k-th pair (from 0) stands at code point m_pairs[k] - k.
    qint64 low = 0;
    qint64 high = static_cast<qint64>(m_pairs.size());
    while (low < high) {
        const qint64 mid = (low + high) / 2;
        if (m_pairs[static_cast<size_t>(mid)] - mid < codePoint)
            low = mid + 1;
        else
            high = mid;
    }
    return codePoint + low;
}

} // namespace onrecord
