// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

#include <span>

namespace onrecord {

class Snapshot;

/// Articles that print one text, by the day of printing (unknown days last), then by id: reprints of a wire copy, and versions of one
/// article. Each group has two members or more; no article is in two. Pure, near-linear.
[[nodiscard]] std::vector<std::vector<ArticleId>> textGroups(const std::vector<Article> &articles, const std::vector<Kinship> &kinships, double sameTextFrom);

/// Who printed a text first, as far as the dates tell.
struct FirstPrint {
    ArticleId article;   ///< null when no member has a date
    bool isSure = false; ///< its last possible second lies before the first of every other member's
};
[[nodiscard]] FirstPrint firstPrintOf(const Snapshot &record, std::span<const ArticleId> group);

/// How many texts there are among these articles: those of one group count once. What "independent sources" are counted by.
[[nodiscard]] int independentTexts(const Snapshot &record, std::span<const ArticleId> articles);

/// The versions of one article, the oldest first; the article alone when there is none.
[[nodiscard]] std::vector<ArticleId> versionsOf(const Snapshot &record, ArticleId article);

} // namespace onrecord
