// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figureboard.h"
#include "core/match/verification.h"

/// A text of one's own, held against the record.
namespace onrecord::match {

/// A quotation of the draft and what the record says about it. Spans are UTF-16 units of the draft.
struct DraftQuote {
    Span span;
    QString text;
    QString speaker; ///< as the draft names; empty when it names nobody
    QStringList alsoSpeakers = {}; ///< who says it together with the speaker, as the draft names
    Verification answer;
};

enum class Support : quint8 {
    Supported,   ///< a figure of the record agrees
    Conflicting, ///< none agrees and one excludes it
    Unsupported, ///< nothing in the record states it
};

struct DraftFigure {
    Span span;
    QString text;
    Support state = Support::Unsupported;
    FigureId source; ///< the figure of the record that decided, or the nearest one; null when there is none near
    FigurePair pair; ///< how the two stand to each other; means nothing without `source`
    bool isDisputed = false; ///< supported, and another figure of the record conflicts
};

struct DraftReport {
    std::vector<DraftQuote> quotes;   ///< in text order
    std::vector<DraftFigure> figures; ///< in text order
    Searched searched;
};

/// Where a figure of the draft stands among those of the record. `own` and `ownContext` are the draft's, `contexts` the
/// record's.
[[nodiscard]] DraftFigure supportOf(const Figure &own, const FigureContext &ownContext, const Snapshot &snapshot,
                                    std::span<const FigureContext> contexts);

/// An English sentence: what supports it, what conflicts, or that nothing does.
[[nodiscard]] QString explanation(const DraftFigure &figure, const Snapshot &snapshot);

} // namespace onrecord::match
