// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/record/record.h"
#include "core/store/connection.h"
#include "core/store/preparedsource.h"

#include <vector>

/// Which articles of the project have the bytes or the words of a document, and whether one of them is the document once more. What Connection throws.
namespace onrecord::store {

/// Whose bytes these are; of several articles the newest. Null when they are new.
[[nodiscard]] ArticleId articleOfBytes(Connection &connection, const PreparedSource &source);
/// The articles with the same folded text, the first first.
[[nodiscard]] std::vector<ArticleId> articlesOfText(Connection &connection, const PreparedSource &source);
/// `ofBytes`, or one of `twins`, unless the document says that it was printed elsewhere; null when it is an article of its own.
[[nodiscard]] ArticleId sameArticle(Connection &connection, const io::ReadDocument &document, ArticleId ofBytes, const std::vector<ArticleId> &twins);

} // namespace onrecord::store
