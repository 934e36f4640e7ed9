// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QString>

namespace onrecord::match {

/// Whether the words of saying deny the saying: "denied ever saying", "never said", "hat nie gesagt"; not "did not deny saying". Looks at the
/// cue and at the words right before it, up to a sign. `cue` is in UTF-16 units of `text`; an empty one denies nothing. Pure.
[[nodiscard]] bool isSayingDenied(QStringView text, Span cue);

} // namespace onrecord::match
