// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace onrecord {

/// Text folded for comparison, with the way back. Folded: case, runs of white space to one space, quote, dash and
/// apostrophe glyphs, ellipsis to three points, ligatures and compatibility forms (NFKC), soft hyphens and zero-width
/// and direction-changing characters dropped. Not folded: words, digits, negation, accents.
struct Folded {
    QString text;
    /// For each UTF-16 unit of `text` the offset in the original it came from; one more entry for the end.
    std::vector<qint32> origin;
};

[[nodiscard]] Folded fold(QStringView text);
/// The folded text alone; what digests of "the same text" and look-ups by name are made of.
[[nodiscard]] QString foldedText(QStringView text);

} // namespace onrecord
