// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"
#include "core/store/project.h"

namespace onrecord::store {

/// The quote without white space and the quotation marks that people copy along with it.
[[nodiscard]] QString bareQuote(const QString &pasted);

/// Is `asked` a name of this agent: one of its names after folding, or its surname alone.
[[nodiscard]] bool isNamed(const Agent &agent, const QString &asked);

/// Looks for the words of `quote` in every article of the project, folded (docs/matching.md), and says what was found. With a
/// `speaker`, words that somebody else says are VerbatimOtherSpeaker. Fault::BadInput for a quote without a word.
/// On the project's thread.
[[nodiscard]] Result<match::Verification> verify(const Project &project, const QString &quote, const QString &speaker = {}, int limit = 50);

} // namespace onrecord::store
