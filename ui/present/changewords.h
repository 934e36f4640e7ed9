// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"

#include <QString>

namespace onrecord::present {

/// One difference between two wordings as a chip says it, with a sign beside the words: "− negation “not” lost", "≠ number: “12” for “21”".
[[nodiscard]] QString changeInWords(const match::Change &change);

} // namespace onrecord::present
