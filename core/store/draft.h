// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/extraction.h"
#include "core/io/readdocument.h"
#include "core/match/draft.h"
#include "core/match/misattribution.h"
#include "core/match/opposition.h"
#include "core/store/project.h"

#include <functional>

namespace onrecord::store {

/// A text of one's own as it is checked: what extraction found in it.
struct DraftReading {
    io::ReadDocument draft;
    extract::Extraction found;
    /// Quotations in marks, in text order, not answered yet. Speech without marks, scare quotes, titles, imagined speech and marks
    /// around no word are left out.
    std::vector<match::DraftQuote> quotes;
};

/// Pure; any thread. The longer the draft, the longer it takes.
[[nodiscard]] DraftReading readDraft(io::ReadDocument draft);
/// The record's answer to one quotation: short, so that others get their turn between two. On the project's thread.
[[nodiscard]] Result<match::DraftQuote> answerQuote(const Project &project, match::DraftQuote quote);
/// The figures of the draft among those of the record. `contexts` of the record's figures, see figureContexts(). Any thread.
[[nodiscard]] std::vector<match::DraftFigure> answerFigures(const DraftReading &reading, const Snapshot &record,
                                                            std::span<const match::FigureContext> contexts);

/// All of it in one call, which grows with the draft and the record: docs/matching.md. `progress` gets 0..1 and returns false to cancel
/// (Fault::Cancelled). On the project's thread.
[[nodiscard]] Result<match::DraftReport> checkDraft(const Project &project, const io::ReadDocument &draft,
                                                    const std::function<bool(double)> &progress = {});

/// Words under two speakers and quotations that stand in a headline only. On the project's thread.
[[nodiscard]] Result<std::vector<match::Misattribution>> findMisattributions(const Project &project);

/// "X is P" in one article and "X is not P" in another. On the project's thread.
[[nodiscard]] Result<std::vector<match::Opposition>> findOppositions(const Project &project);

} // namespace onrecord::store
