// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace onrecord::ui {

class Desk;
class Pane;

/// One pane of the window: the one list to add a line to for a new pane.
struct PaneSpec {
    QString name;             ///< object name of the pane; stable, in saved layouts
    const char *englishTitle; ///< what its title() is before it is made; see title()
    Qt::DockWidgetArea area;  ///< NoDockWidgetArea: the centre
    bool shown;               ///< in the first layout; others are made and shown when asked for
    Pane *(*make)(Desk &desk, QWidget *parent);

    /// Comes above the first pane of its side where the window is high enough; others come as tabs on it.
    bool above = false;

    [[nodiscard]] QString title() const; ///< translated
};

/// In the order of Alt+1 … Alt+9.
[[nodiscard]] const std::vector<PaneSpec> &paneSpecs();

} // namespace onrecord::ui
