// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// Which quotation marks of one paragraph can open and which can close, by their own shape and the white space beside them.
class MarkSides
{
protected:
    enum class Side : quint8 { Open, Close, Either };

    explicit MarkSides(Reading &reading);
    ~MarkSides() = default;

    [[nodiscard]] static bool isDouble(char16_t sign);
    [[nodiscard]] Side shapeAt(int t) const;
    [[nodiscard]] Side sideOf(int t) const;
    /// Inches and seconds: a mark right after a digit that nothing opened is no mark.
    [[nodiscard]] bool isMeasure(int t, bool open) const;
    /// „…“, «…», “…”: a pair whose signs tell by themselves that one opens and the other closes.
    [[nodiscard]] bool isDirected(int open, int close) const;
    [[nodiscard]] bool isSingleMark(int t) const;
    [[nodiscard]] bool opensSingle(int t) const;
    [[nodiscard]] bool closesSingle(int t) const;

    Reading &m_reading;
    bool m_lowOpens = false; ///< the text opens with low marks, so the high ones close
    int m_from = 0;          ///< tokens of the paragraph that is looked at
    int m_to = 0;
};

} // namespace onrecord::extract
