// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"
#include "core/extract/reading.h"

#include <QDate>
#include <optional>

/// Spans told from the day of publication: "two years ago", "vor drei Tagen", "this week", "earlier this year".
namespace onrecord::extract {

struct SpanDate {
    int first = 0; ///< tokens
    int last = 0;
    PartialDate when; ///< unknown when the day of publication is
};

/// The span whose word "ago", "vor", "this", "last" or "next" stands at token `t`. `published` may be invalid.
[[nodiscard]] std::optional<SpanDate> spanDateAt(const Reading &reading, int t, QDate published);

} // namespace onrecord::extract
