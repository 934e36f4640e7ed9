// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace onrecord::ui {

/// Lets Tab visit the controls of `root` in the order its layouts show them. Qt's own order is that of making, which leaves what is
/// made later, or moved into a scroll area, behind everything else of the window. The first control keeps its place. GUI thread.
void tabInOrderOfLayout(QWidget *root);

/// The first enabled control in `root` that Tab visits, in the order of its layouts; null when there is none.
[[nodiscard]] QWidget *firstTabStop(QWidget *root);

} // namespace onrecord::ui
