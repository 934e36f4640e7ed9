// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/tones.h"
#include "ui/variants/collationlayout.h"

#include <vector>

class QPainter;

namespace onrecord::ui {

/// Who printed a wording, and how it differs from the base.
struct WordingLabel {
    QString source;  ///< the outlet
    QString line;    ///< when, and whether it is the first or a copy
    QString changes; ///< what differs, in one sentence; empty for the base
    bool meaningDiffers = false;
};

/// Draws a collation: the strip of where wordings differ, the labels, the words. Keeps nothing but fonts and colours.
class CollationPainter
{
public:
    static constexpr double margin = 12;
    static constexpr double stripHeight = 18;
    static constexpr double stripRoom = stripHeight + 14; ///< with the air around it

    CollationPainter() = default;
    CollationPainter(const QFont &paper, const QFont &plain, const present::Tones &tones) : m_paper(paper), m_plain(plain), m_tones(tones) {}

    [[nodiscard]] const QFont &paper() const { return m_paper; }
    /// Pixels that the two lines of a label need.
    [[nodiscard]] double labelHeight() const;

    /// One bar a column, as high as the share of wordings that differ there; a conflict has a cap. `from` … `to` are the columns in
    /// view, `current` the one the keyboard stands on (-1: none).
    void paintStrip(QPainter &painter, const QRectF &where, const match::Collation &made, size_t from, size_t to, int current) const;
    /// One line of a block at `top`: label in the gutter, then the words from `left` on.
    void paintLine(QPainter &painter, const match::Collation &made, const CollationLayout &layout, size_t block, int line, double left, double top) const;
    void paintLabel(QPainter &painter, const QRectF &gutter, const WordingLabel &label, bool isBase) const;

private:
    [[nodiscard]] QFont small() const;
    void paintCell(QPainter &painter, const match::CollatedRow &row, size_t column, const QRectF &rect) const;

    QFont m_paper;
    QFont m_plain;
    present::Tones m_tones;
};

} // namespace onrecord::ui
