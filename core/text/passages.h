// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/offsets.h"
#include "core/text/selector.h"

#include <vector>

namespace onrecord {

/// A text in which many passages are looked for: placeOf(), at a price that hardly grows with the text once some were. Then 4 bytes a letter
/// more.
class Passages
{
public:
    explicit Passages(QString text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] Span placeOf(const Selector &selector);

private:
    /// Where the words stand, in any order; nothing when they begin as too many others do.
    [[nodiscard]] std::vector<qint32> placesOf(QStringView words);
    void buildIndex();

    QString m_text;
    CodePointMap m_points;
    int m_asked = 0;
    std::vector<qint32> m_index; ///< places, in the order of the first letters there
};

} // namespace onrecord
