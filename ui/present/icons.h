// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace onrecord::present {

/// The icon of this freedesktop name: from the icon theme, else ours (drawn in the palette's text colour, so it is
/// readable on any of them), else null. GUI thread.
[[nodiscard]] QIcon icon(const QString &name);

/// Tells the icon theme whether the palette is light or dark: chooses Breeze's matching half where the desktop names no
/// theme.
void followPalette();

} // namespace onrecord::present
