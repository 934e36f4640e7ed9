// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

namespace onrecord::test {

/// One article of a record as it would come in from a file: what Project::addArticle() takes. Agents are those that speak,
/// assert or are named in it.
[[nodiscard]] store::NewArticle newArticle(const Snapshot &record, ArticleId article, const QString &text);

/// An invented article of about this many UTF-16 units with so many quotations spread over it.
[[nodiscard]] store::NewArticle longArticle(int units, int quotations);

} // namespace onrecord::test
