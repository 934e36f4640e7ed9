// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace onrecord::ui {

/// The one primary button of a place: filled with the palette's highlight in every style. At most one is visible in a pane.
class AccentButton : public QPushButton
{
    Q_OBJECT
public:
    explicit AccentButton(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace onrecord::ui
