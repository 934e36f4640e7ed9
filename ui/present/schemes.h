// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QPalette>
#include <QString>

namespace onrecord::present {

/// The colours somebody chose in View ▸ Colours. The spelling is stored in settings.
enum class Scheme { System, Light, Dark, HighContrast };

[[nodiscard]] QLatin1StringView spelling(Scheme scheme);   // system light dark contrast
[[nodiscard]] Scheme schemeFromSpelling(QStringView word); ///< System for an unknown word

/// Pure: our palettes; System gives a palette with nothing set.
[[nodiscard]] QPalette schemePalette(Scheme scheme);

/// Colours the whole application, and the icons with it. The system's own palette and style are kept for
/// Scheme::System; the others use the Fusion style, which paints every control from the palette. GUI thread.
void applyScheme(Scheme scheme);

} // namespace onrecord::present
