// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/compare.h"

#include <QJsonArray>

namespace onrecord::cli {

/// The words of the machine-readable contract for what matching says.
[[nodiscard]] QString spelling(match::Verdict verdict);
[[nodiscard]] QString spelling(match::ChangeKind kind);
[[nodiscard]] QString spelling(match::Relation relation);
/// [{"kind","from","to"}…]
[[nodiscard]] QJsonArray changesJson(const std::vector<match::Change> &changes);

} // namespace onrecord::cli
