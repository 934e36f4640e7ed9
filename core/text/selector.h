// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QString>
#include <QStringView>

namespace onrecord {

/// A passage as other programs name it (W3C Web Annotation: TextQuoteSelector, TextPositionSelector).
struct Selector {
    QString exact;
    QString prefix;
    QString suffix;
    qint32 start = -1; ///< Unicode code points, as the standard has it, or UTF-16 units, as scripts in browsers count; -1 when not given
    qint32 end = -1;
    friend bool operator==(const Selector &, const Selector &) = default;
};

/// Where these very words stand: at the position, if they stand there; else at the only place between prefix and suffix; else at the only
/// place at all. Empty when that is not certain: a wrong anchor is worse than a lost one.
[[nodiscard]] Span placeOf(const Selector &selector, QStringView text);

} // namespace onrecord
