// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/germanclauses.h"

namespace onrecord::extract {

/// What a figure of a German sentence is about.
struct GermanSense {
    TokenPhrase subject;
    QString predicate; ///< the words that measure, with "…" where the figure or the subject stands between them; may be empty
};

/// The subject of the clause that the figure at token `at` stands in, or the noun that it counts where that is the subject. `from` is the first
/// token of its sentence.
[[nodiscard]] GermanSense germanSense(const Reading &reading, const FoundFigure &figure, int at, int from);

/// Where a figure stands among the clauses of its German sentence. All places are tokens.
class GermanFigure
{
public:
    GermanFigure(const Reading &reading, const FoundFigure &figure, int at, int from);

    /// False when the sentence has no words before the figure's end.
    [[nodiscard]] bool isPlaced() const { return !clauses.empty() && at >= clauses.front().first; }
    [[nodiscard]] const GermanClause &own() const { return clauses[static_cast<size_t>(ownIndex)]; }
    [[nodiscard]] const GermanClause &clause(int index) const { return clauses[static_cast<size_t>(index)]; }
    /// The preposition that governs the figure; -1 when none does.
    [[nodiscard]] int governor() const;
    /// Is the unit a measure, and nothing that can do anything?
    [[nodiscard]] bool isMeasure() const;
    [[nodiscard]] bool isPlural() const { return !figure.value || *figure.value != 1.0; }
    /// "|Verkauft| wurden", "|Gekostet| hat": a participle that stands right before the auxiliary at token `verb`.
    [[nodiscard]] bool isParticiple(int token, int verb) const;

    const Reading &r;
    const FoundFigure &figure;
    int at = 0;
    int behind = 0;    ///< token behind the figure
    int qualified = 0; ///< first token of what belongs to its number ("|rund| 2 Millionen", "|die| 9 Milliarden")
    std::vector<GermanClause> clauses;
    int ownIndex = 0;  ///< the clause it stands in

private:
    [[nodiscard]] int sentenceEnd(int from) const;
    [[nodiscard]] int qualifiersBefore(int from) const;
};

/// The words that measure, before the figure and behind it; `subject` is the figure's.
[[nodiscard]] QString germanPredicate(const GermanFigure &place, const TokenPhrase &subject);

} // namespace onrecord::extract
