// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMenu;
class QMenuBar;

namespace onrecord::ui {

class Actions;

/// Declares the actions of the window itself: names, texts, icons and keys, as the shortcut plan has them. What they do
/// is connected by the window.
void declareActions(Actions &actions);

/// Builds File … Help from the registry. Menus that are filled later are found by object name: "menu.recent",
/// "menu.panes".
void fillMenuBar(QMenuBar &bar, const Actions &actions);

} // namespace onrecord::ui
