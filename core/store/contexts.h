// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figurecontext.h"
#include "core/store/project.h"

namespace onrecord::store {

/// What stands around the figures of these articles. An article that the record does not have gives nothing. On the
/// project's thread; ask for a few dozen articles at a time, so that others get their turn.
[[nodiscard]] Result<std::vector<match::FigureContext>> figureContexts(const Project &project,
                                                                       std::span<const ArticleId> articles);

} // namespace onrecord::store
