// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/clausewords.h"
#include "core/match/figureclause.h"

namespace onrecord::match {

/// Into `out`: whom and what the clause is about, the words near it, and when. `deedWords` are the tokens that told the deed.
/// `body` is the organisation that "it" and "the company" stand for; empty when the article has none.
void readTopics(const ClauseWords &clause, const std::vector<int> &deedWords, const QString &body, FigureClause &out);

} // namespace onrecord::match
