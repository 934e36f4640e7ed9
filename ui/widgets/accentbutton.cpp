// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accentbutton.h"

#include "ui/present/tones.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <algorithm>

namespace onrecord::ui {

namespace {
constexpr int buttonHeight = 32;
constexpr int side = 14;
constexpr double radius = 4;
} // namespace

AccentButton::AccentButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setMinimumHeight(buttonHeight);
    setAutoDefault(true); // the first thing to do in a pane answers to Enter, too
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    setFont(strong);
}

QSize AccentButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    return {words.width() + 2 * side, std::max(buttonHeight, words.height() + 14)};
}

void AccentButton::paintEvent(QPaintEvent *)
{
    const present::Tones tones = present::tones(palette());
    QColor fill = tones.accent;
    if (!isEnabled())
        fill = present::mix(tones.paper, tones.ink, 0.2);
    else if (isDown())
        fill = fill.darker(115);
    else if (underMouse())
        fill = fill.lighter(108);
    // The palette promises a text tone for its accent; where that is too weak it is moved until it can be read.
    const QColor ink = present::readable(isEnabled() ? tones.accentText : tones.ink, fill, 4.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(body, radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.5));
        painter.drawRoundedRect(body.adjusted(2.5, 2.5, -2.5, -2.5), radius - 1, radius - 1);
    }
    QStyleOption option;
    option.initFrom(this);
    const bool underlines = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this);
    painter.setPen(ink);
    painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | (underlines ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), text());
}

} // namespace onrecord::ui
