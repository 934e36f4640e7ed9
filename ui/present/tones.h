// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QPainter;
class QRectF;

/// What colours mean, worked out from the palette, so that light, dark and high contrast are equal citizens. Text tones keep
/// 4.5 : 1 against the palette's base, marks 3 : 1. Colour never stands alone: each has a sign beside it.
namespace onrecord::present {

struct Tones {
    QColor paper, ink, quietInk, hairline, accent, accentText, selectedWash;
    QColor statementWash, statementLine; ///< warm
    QColor fragmentWash, fragmentLine;   ///< violet
    QColor scareWash, scareInk;          ///< grey
    QColor figureWash, figureLine;       ///< green
    QColor dateLine;                     ///< blue, dotted
    QColor cueLine;                      ///< thin dotted under reporting words
    QColor addedWash, addedInk;          ///< green, with a plus
    QColor removedWash, removedInk;      ///< red, struck
    QColor good, goodWash, warning, warningWash, bad, badWash;
    bool isDark = false;
};

/// Pure; cheap enough to call on every palette change.
[[nodiscard]] Tones tones(const QPalette &palette);

/// Contrast of two opaque colours after WCAG 2.1: 1 … 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// The colour moved in lightness away from `ground`, hue kept, until the contrast holds (or black/white is reached).
[[nodiscard]] QColor readable(QColor colour, const QColor &ground, double wanted);
/// `share` 0 is a, 1 is b; opaque.
[[nodiscard]] QColor mix(const QColor &a, const QColor &b, double share);

/// The steady colour of a speaker, the same in gutter, timeline, graph and tables. By the name, so it is the
/// same in every session and every copy of a project; white text on it keeps 4.5 : 1.
[[nodiscard]] QColor agentColour(const QString &name, const QPalette &palette);
/// "Marc Andreessen" MA, "DeepSeek" DS, "a spokesman for the OSI" SO; one or two letters, empty for an empty name.
[[nodiscard]] QString initials(const QString &name);
/// The disc with initials: circle for people, rounded square for organisations. `faded` for what is not related to the selection.
void paintDisc(QPainter &painter, const QRectF &where, const QColor &colour, const QString &letters, bool square = false, bool faded = false);

/// The font at a share of its size, whether that is given in points or pixels; never under 6 points or 8 pixels.
[[nodiscard]] QFont scaledFont(QFont font, double factor);
/// The reading font: a serif, 16 px at 100 %.
[[nodiscard]] QFont paperFont(double zoom = 1.0);

} // namespace onrecord::present
