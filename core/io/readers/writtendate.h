// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"

#include <QString>
#include <optional>

namespace onrecord::io {

/// A date as metadata and datelines write it: EDTF, ISO 8601 in its usual spellings ("2025-01-30 14:05:11 +0100", "20250130"),
/// mail dates ("Thu, 30 Jan 2025 14:05:11 GMT"), month names of ten languages ("January 30, 2025", "30. Januar 2025", "30 de enero de 2025", "30 stycznia 2025 r."). As precise as the
/// words and no more; all of `words` must be the date. Dates in figures alone with day and month in doubt (01/02/2025) are nothing.
[[nodiscard]] std::optional<PartialDate> writtenDate(const QString &words);

} // namespace onrecord::io
