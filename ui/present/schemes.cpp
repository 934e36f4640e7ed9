// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/schemes.h"

#include "ui/present/housestyle.h"
#include "ui/present/icons.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace onrecord::present {

namespace {

using namespace Qt::StringLiterals;

/// The few colours a palette is made of.
struct Paints {
    QRgb window, base, alternate, text, quiet, button, accent, accentText, link, line;
};

QPalette paletteOf(const Paints &paints)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Window, paints.window);
    set(QPalette::WindowText, paints.text);
    set(QPalette::Base, paints.base);
    set(QPalette::AlternateBase, paints.alternate);
    set(QPalette::Text, paints.text);
    set(QPalette::PlaceholderText, paints.quiet);
    set(QPalette::Button, paints.button);
    set(QPalette::ButtonText, paints.text);
    set(QPalette::BrightText, paints.accentText);
    set(QPalette::ToolTipBase, paints.base);
    set(QPalette::ToolTipText, paints.text);
    set(QPalette::Highlight, paints.accent);
    set(QPalette::HighlightedText, paints.accentText);
    set(QPalette::Accent, paints.accent);
    set(QPalette::Link, paints.link);
    set(QPalette::LinkVisited, paints.link);
    const QColor line(paints.line);
    const bool isDark = QColor(paints.window).lightnessF() < 0.5F;
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Midlight, isDark ? line.lighter(115) : line.lighter(108));
    palette.setColor(QPalette::Light, isDark ? line.lighter(130) : QColor(Qt::white));
    palette.setColor(QPalette::Dark, isDark ? line.darker(130) : line.darker(125));
    palette.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : line.darker(160));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(paints.quiet));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return palette;
}

constexpr Paints light{0xffeff0f1, 0xfffcfcfc, 0xfff4f5f6, 0xff232629, 0xff666b70,
                       0xfffcfcfc, 0xff2479ae, 0xffffffff, 0xff1f6f9f, 0xffc9ccce};
constexpr Paints dark{0xff2a2e32, 0xff1f2326, 0xff262a2e, 0xffeceeef, 0xffa1a9b1,
                      0xff31363b, 0xff3daee9, 0xff10181d, 0xff5cbcef, 0xff474d53};
constexpr Paints contrast{0xff000000, 0xff000000, 0xff141414, 0xffffffff, 0xffd8d8d8,
                          0xff000000, 0xffffe600, 0xff000000, 0xff8fd3ff, 0xffffffff};

struct Spelled {
    Scheme scheme;
    QLatin1StringView word;
};
constexpr Spelled spelled[] = {{Scheme::System, "system"_L1},
                               {Scheme::Light, "light"_L1},
                               {Scheme::Dark, "dark"_L1},
                               {Scheme::HighContrast, "contrast"_L1}};

} // namespace

QLatin1StringView spelling(Scheme scheme)
{
    return spelled[static_cast<int>(scheme)].word;
}

Scheme schemeFromSpelling(QStringView word)
{
    for (const Spelled &one : spelled) {
        if (word == one.word)
            return one.scheme;
    }
    return Scheme::System;
}

QPalette schemePalette(Scheme scheme)
{
    switch (scheme) {
    case Scheme::System:
        return {};
    case Scheme::Light:
        return paletteOf(light);
    case Scheme::Dark:
        return paletteOf(dark);
    case Scheme::HighContrast:
        return paletteOf(contrast);
    }
    Q_UNREACHABLE_RETURN({});
}

void applyScheme(Scheme scheme)
{
    static const QString ownStyle = QApplication::style()->name();
    // Fusion is what Qt takes where the desktop brings no style: then ours is better everywhere.
    const bool wantsHouse = scheme != Scheme::System || ownStyle == "fusion"_L1;
    const bool hasHouse = qobject_cast<const HouseStyle *>(QApplication::style()) != nullptr;
    if (wantsHouse != hasHouse)
        QApplication::setStyle(wantsHouse ? new HouseStyle : QStyleFactory::create(ownStyle));
    QApplication::setPalette(schemePalette(scheme));
    followPalette();
}

} // namespace onrecord::present
