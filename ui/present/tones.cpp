// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/tones.h"

#include "core/text/fold.h"

#include <QFontDatabase>
#include <QPainter>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>

namespace onrecord::present {

using namespace Qt::StringLiterals;

namespace {

/// Relative luminance, WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor readable(QColor colour, const QColor &ground, double wanted)
{
    const bool lighter = luminance(ground) < 0.18;
    for (int step = 0; step < 60 && contrast(colour, ground) < wanted; ++step) {
        float h = 0;
        float s = 0;
        float l = 0;
        colour.getHslF(&h, &s, &l);
        l = std::clamp(l + (lighter ? 0.02F : -0.02F), 0.0F, 1.0F);
        colour = QColor::fromHslF(h < 0 ? 0 : h, s, l);
    }
    return colour;
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](double x, double y) { return static_cast<float>(x * (1 - share) + y * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

Tones tones(const QPalette &palette)
{
    Tones t;
    t.paper = palette.color(QPalette::Base);
    t.ink = palette.color(QPalette::Text);
    t.isDark = luminance(t.paper) < 0.18;
    t.quietInk = readable(mix(t.ink, t.paper, 0.38), t.paper, 4.5);
    t.hairline = mix(t.paper, t.ink, 0.16);
    t.accent = palette.color(QPalette::Highlight);
    t.accentText = palette.color(QPalette::HighlightedText);
    const double strength = t.isDark ? 0.24 : 0.15;
    const auto wash = [&](const QColor &hue) { return mix(t.paper, hue, strength); };
    const auto line = [&](const QColor &hue) { return readable(hue, t.paper, 3.0); };
    const auto ink = [&](const QColor &hue) { return readable(hue, wash(hue), 4.5); };
    const QColor amber(0xd0, 0x8a, 0x00);
    const QColor violet(0x8a, 0x5c, 0xc8);
    const QColor green(0x1f, 0x94, 0x62);
    const QColor blue(0x2a, 0x7f, 0xc4);
    const QColor red(0xc9, 0x32, 0x2b);
    t.selectedWash = mix(t.paper, t.accent, t.isDark ? 0.30 : 0.16);
    t.statementWash = wash(amber);
    t.statementLine = line(amber);
    t.fragmentWash = wash(violet);
    t.fragmentLine = line(violet);
    t.scareWash = mix(t.paper, t.ink, 0.09);
    t.scareInk = readable(mix(t.ink, t.paper, 0.35), t.scareWash, 4.5);
    t.figureWash = wash(green);
    t.figureLine = line(green);
    t.dateLine = line(blue);
    t.cueLine = line(mix(t.ink, t.paper, 0.45));
    t.addedWash = wash(green);
    t.addedInk = ink(green);
    t.removedWash = wash(red);
    t.removedInk = ink(red);
    t.good = ink(green);
    t.goodWash = wash(green);
    t.warning = ink(amber);
    t.warningWash = wash(amber);
    t.bad = ink(red);
    t.badWash = wash(red);
    return t;
}

QColor agentColour(const QString &name, const QPalette &)
{
    // FNV-1a: qHash is seeded per process, the colour must not be.
    quint32 hash = 2166136261U;
    for (const QChar c : foldedText(name)) {
        hash ^= c.unicode();
        hash *= 16777619U;
    }
    // Twelve hues that stay apart for common colour blindness as far as twelve can, in two depths.
    static constexpr std::array<int, 12> hues{4, 24, 42, 78, 140, 168, 188, 206, 224, 258, 286, 330};
    const int hue = hues[hash % hues.size()];
    const bool deep = ((hash / hues.size()) % 2) != 0;
    return readable(QColor::fromHsl(hue, deep ? 140 : 165, deep ? 95 : 118), Qt::white, 4.5);
}

QString initials(const QString &name)
{
    QString letters;
    auto words = QStringView(name).split(u' ', Qt::SkipEmptyParts);
    // What somebody without a name is called ("a spokesman for the board") begins with words that say nothing.
    static const QSet<QString> small{u"a"_s, u"an"_s, u"the"_s, u"of"_s, u"for"_s, u"to"_s, u"with"_s, u"who"_s, u"ein"_s, u"eine"_s, u"der"_s, u"die"_s, u"das"_s, u"des"_s, u"von"_s};
    if (words.size() > 1)
        words.removeIf([](QStringView word) { return small.contains(word.toString().toLower()); });
    if (words.isEmpty())
        return name.first(std::min<qsizetype>(1, name.size())).toUpper();
    for (const QStringView word : words) {
        if (word[0].isUpper() || word[0].isDigit())
            letters += word[0];
    }
    if (letters.size() > 2)
        letters = QString(letters.front()) + letters.back();
    if (letters.size() == 1 && words.size() == 1) { // "DeepSeek" has a second capital inside
        for (qsizetype i = 1; i < words[0].size(); ++i) {
            if (words[0][i].isUpper()) {
                letters += words[0][i];
                break;
            }
        }
    }
    if (letters.isEmpty()) {
        letters = words.front().first(1).toString();
        if (words.size() > 1)
            letters += words.back().front();
    }
    return letters.toUpper();
}

void paintDisc(QPainter &painter, const QRectF &where, const QColor &colour, const QString &letters, bool square, bool faded)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (faded)
        painter.setOpacity(painter.opacity() * 0.35);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (square)
        painter.drawRoundedRect(where, where.width() * 0.25, where.height() * 0.25);
    else
        painter.drawEllipse(where);
    QFont font = painter.font();
    font.setPixelSize(std::max(7, static_cast<int>(where.height() * (letters.size() > 1 ? 0.42 : 0.52))));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(where, Qt::AlignCenter, letters);
    painter.restore();
}

QFont scaledFont(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(8, static_cast<int>(std::lround(font.pixelSize() * factor))));
    else
        font.setPointSizeF(std::max(6.0, font.pointSizeF() * factor));
    return font;
}

QFont paperFont(double zoom)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Serif"), QStringLiteral("Source Serif 4"), QStringLiteral("DejaVu Serif"), QStringLiteral("serif")});
    font.setStyleHint(QFont::Serif);
    font.setPixelSize(std::max(8, static_cast<int>(std::lround(16 * zoom))));
    return font;
}

} // namespace onrecord::present
