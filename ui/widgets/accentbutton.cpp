// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accentbutton.h"

#include <QApplication>
#include <QEvent>

namespace onrecord::ui {

AccentButton::AccentButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setMinimumHeight(32);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    paintPalette();
}

void AccentButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::EnabledChange)
        paintPalette();
}

void AccentButton::paintPalette()
{
    QPalette own = QApplication::palette(this);
    if (isEnabled()) {
        own.setColor(QPalette::Button, own.color(QPalette::Highlight));
        own.setColor(QPalette::ButtonText, own.color(QPalette::HighlightedText));
    }
    setPalette(own);
}

} // namespace onrecord::ui
