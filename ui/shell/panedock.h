// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace onrecord::ui {

class Pane;

/// A pane in a dock, under its own title bar.
class PaneDock : public QDockWidget
{
    Q_OBJECT
public:
    explicit PaneDock(Pane *pane, QWidget *parent = nullptr);

    [[nodiscard]] Pane *pane() const { return m_pane; }
    /// Shows, raises and gives the pane the focus.
    void bringUp();

private:
    Pane *m_pane;
};

/// Gives the focus to the widget of a pane that takes keys first, to the pane itself when there is none.
void focusInto(QWidget *pane);

} // namespace onrecord::ui
