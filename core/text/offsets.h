// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QStringView>
#include <vector>

namespace onrecord {

/// Translates between UTF-16 units (ours) and Unicode code points (W3C, the command line) of one text.
/// Built in one pass; each look-up O(log n) in the number of surrogate pairs. A lone surrogate counts as one.
class CodePointMap
{
public:
    explicit CodePointMap(QStringView text);
    [[nodiscard]] qint64 toCodePoints(qint64 utf16) const;
    [[nodiscard]] qint64 toUtf16(qint64 codePoint) const;

private:
    std::vector<qint64> m_pairs; // UTF-16 position of each surrogate pair, ascending
};

} // namespace onrecord
