// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"
#include "core/store/project.h"

namespace onrecord::store {

/// The quote without white space and the quotation marks that people copy along with it.
[[nodiscard]] QString bareQuote(const QString &pasted);

/// Is `asked` a name of this agent: one of its names after folding, or its surname alone, or its name behind a title ("Mayor Ana Ruiz").
[[nodiscard]] bool isNamed(const Agent &agent, const QString &asked);

/// Is this somebody whom the record knows by one word alone, with which `asked` ends: "Hale" for "Tom Hale"? It may be, and need not.
[[nodiscard]] bool isNamedInPart(const Agent &agent, const QString &asked);

/// Is `asked` a name of where this article was printed: its outlet's name (or the words before its legal form), its headline, its
/// address or the address's host; after folding.
[[nodiscard]] bool isPrintedBy(const Article &article, const Snapshot &record, const QString &asked);

/// What is asked about.
struct Question {
    QString quote;
    QString speaker = {};  ///< empty: anybody
    PartialDate when = {}; ///< unknown: at any time
    QString source = {};   ///< empty: anywhere
};

/// What a search of the whole record looks through.
[[nodiscard]] match::Searched searchedIn(const Snapshot &record);

/// Looks for the words in every article of the project and says what was found (docs/matching.md): the same words, the same words of
/// somebody else or of another source, shortened, altered, stitched from several places, only reported, or nothing; best first. A speaker, source or
/// date that does not agree is said of each hit. Fault::BadInput for a quote without a word. On the project's thread.
[[nodiscard]] Result<match::Verification> verify(const Project &project, const Question &question, int limit = 50);
[[nodiscard]] Result<match::Verification> verify(const Project &project, const QString &quote, const QString &speaker = {}, int limit = 50);

} // namespace onrecord::store
