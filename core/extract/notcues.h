// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/phrases.h"

/// Words of the lists of saying that say nothing where they stand; at item `i`, within the sentence `bounds`.
namespace onrecord::extract {

/// "a welder |named| Ana Ruiz": tells a name, and no view. English.
[[nodiscard]] bool isNaming(const Reading &reading, int i, Bounds bounds);
/// "|gab| es eine Karte", "|wies| die Klage ab", "|spricht| leise". German.
[[nodiscard]] bool reportsNothing(const Reading &reading, int i, Bounds bounds);

} // namespace onrecord::extract
