// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace onrecord::ui {

/// The one primary button of a place: filled with the palette's highlight. At most one is visible in a pane.
class AccentButton : public QPushButton
{
    Q_OBJECT
public:
    explicit AccentButton(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintPalette();
};

} // namespace onrecord::ui
