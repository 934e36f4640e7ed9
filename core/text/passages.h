// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/offsets.h"
#include "core/text/selector.h"

#include <span>
#include <vector>

namespace onrecord {

/// A text in which many passages are looked for: placeOf(), at a price that hardly grows with the text once some were. Then up to 8 bytes
/// a letter more.
class Passages
{
public:
    explicit Passages(QString text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] Span placeOf(const Selector &selector);

private:
    /// Where the words stand, in any order; nothing when they begin as too many others do.
    [[nodiscard]] std::vector<qint32> placesOf(QStringView words);

    /// Places in the order of what hashes of as many letters there say.
    struct Index {
        qsizetype letters = 0;
        std::vector<qint32> starts; ///< of each hash, in `places`; one more for the end
        std::vector<qint32> places;
        [[nodiscard]] std::span<const qint32> at(QStringView words) const;
        void build(QStringView text);
    };
    QString m_text;
    CodePointMap m_points;
    int m_asked = 0;
    qint64 m_looks = 0; ///< comparisons so far
    Index m_long{8, {}, {}};
    Index m_short{3, {}, {}};
};

} // namespace onrecord
