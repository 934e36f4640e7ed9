// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace onrecord::ui {

/// How well `typed` names `text`: every typed character in order, case and accents aside. Bigger is better; nothing
/// when it does not. Starts of words, runs and an exact beginning count most, so "ao" finds "Article Open" before
/// "table of". Pure.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, QStringView text);

} // namespace onrecord::ui
