// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QString>
#include <functional>
#include <vector>

namespace onrecord::store {

/// Where the words that a search asks for stand in a text, by start, without overlaps, at most `limit`. What it excludes and what
/// it asks of other things (a speaker, a date) marks nothing. Pure; empty when cancelled.
[[nodiscard]] std::vector<Span> wordPlaces(QStringView text, const QString &query, int limit = 2000, const std::function<bool()> &isCancelled = {});

} // namespace onrecord::store
