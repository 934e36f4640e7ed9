// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/match/passages.h"
#include "core/match/verification.h"

#include <utility>
#include <vector>

namespace onrecord::store {

/// The articles that together have nearly all the words that were asked for, each with its parts, the longest parts first. Empty when four articles do
/// not; one article alone when it has them all. Pure; O(words of the texts).
[[nodiscard]] std::vector<std::pair<ArticleId, match::Hit>> partsInSeveral(const std::vector<std::pair<ArticleId, QString>> &texts, const std::vector<match::LightWord> &asked);

} // namespace onrecord::store
