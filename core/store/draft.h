// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/match/draft.h"
#include "core/match/misattribution.h"
#include "core/match/opposition.h"
#include "core/store/project.h"

namespace onrecord::store {

/// Every quotation in marks and every figure of a text of one's own against the record: docs/matching.md. Speech
/// without marks, scare quotes, titles and imagined speech are not checked. On the project's thread.
[[nodiscard]] Result<match::DraftReport> checkDraft(const Project &project, const io::ReadDocument &draft);

/// Words under two speakers and quotations that stand in a headline only. On the project's thread.
[[nodiscard]] Result<std::vector<match::Misattribution>> findMisattributions(const Project &project);

/// "X is P" in one article and "X is not P" in another. On the project's thread.
[[nodiscard]] Result<std::vector<match::Opposition>> findOppositions(const Project &project);

} // namespace onrecord::store
