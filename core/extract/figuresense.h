// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>
#include <unordered_map>

/// What a figure means in its sentence: how exactly it is meant, what it is about, who says so.
namespace onrecord::extract {

/// "more than", "about", "likely" before the token.
[[nodiscard]] Qualifier qualifierBefore(const Reading &reading, int token);
/// The whole clause that a quotation stands in, else its words.
[[nodiscard]] Span spokenBy(const FoundQuotation &quotation);
/// What is said by where it lies in the text, so that a figure asks only what is around it. Reading and quotations must stay as they are
/// while this is used.
class SpeechByPlace
{
public:
    SpeechByPlace(const Reading &reading, const Extraction &found);
    /// Whom a report took the pronoun at token `head` for; nothing when none did, -1 when it is nobody.
    [[nodiscard]] std::optional<int> agentOf(int head) const;
    /// Indexes of the quotations whose words, or whose whole clause, contain the span; in the order of the extraction.
    [[nodiscard]] std::vector<int> around(Span span) const;

private:
    struct Place {
        Span words;
        int quotation = 0;
        qint32 farthest = 0; ///< the last end of this and all before it
    };
    std::vector<Place> m_places; ///< by start
    std::unordered_map<int, int> m_agents; ///< by the token that carries a source
};

/// Gives a figure that begins at `token` its subject, its predicate, whoever asserts it and a price's "per something" when the price
/// before it in the sentence has one. Wants the quotations of `found`, which `places` orders.
void describeFigure(const Reading &reading, const Extraction &found, const SpeechByPlace &places, FoundFigure &figure, int token);

} // namespace onrecord::extract
