// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace onrecord::ui {

/// Lets screen readers read a paper as text: offsets are those of the stored text, the selected quotation is announced by the
/// view. Installed once with QAccessible.
void installPaperAccess();

} // namespace onrecord::ui
