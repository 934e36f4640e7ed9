// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/tokenphrase.h"

/// Who does it in an English clause that a figure stands in. All indexes are tokens, so that clauses within quotation marks are read as those outside.
namespace onrecord::extract {

/// Reads the clauses of one sentence, leftwards from a verb.
class EnglishClause
{
public:
    /// `from`: the sentence's first token. `at`: the figure's first token, which nothing behind is asked for.
    EnglishClause(const Reading &reading, int from, int at);

    /// Is the token a verb here, and not a noun or an adjective of the same spelling ("paid subscribers", "the work of")?
    [[nodiscard]] bool isVerb(int t) const;
    /// The subject of the verb whose first word is token `verb`: across asides and relative clauses ("|A bus| carrying 34 people plunged"), shared over
    /// "and", the antecedent of a relative clause, whatever a participle belongs to. Invalid when none is found.
    [[nodiscard]] TokenPhrase subjectOf(int verb) const;
    /// "a bus |carrying| 34 people", "a firm that |employs| 30": the verb of words that belong to the noun before them.
    [[nodiscard]] bool isDependent(int verb) const;
    /// "|an increase| of 9 percent": the noun phrase without a verb that the figure closes, behind a comma. Invalid otherwise.
    [[nodiscard]] TokenPhrase apposed() const;
    /// "Found 90 meters down, |the wreck| lies still": whom words before the comma of an opening participle tell about. Invalid otherwise.
    [[nodiscard]] TokenPhrase behindOpener() const;
    /// "|There were| 30 children", "|Gone are| 12 librarians": does the verb at token `verb` stand before its subject?
    [[nodiscard]] bool isInverted(int verb) const;

private:
    [[nodiscard]] bool isFinite(int t) const;
    [[nodiscard]] int beforeAsides(int at) const;
    [[nodiscard]] int verbBefore(int t) const;
    [[nodiscard]] int chainStart(int verb) const;
    [[nodiscard]] int relativeOf(int verb) const;
    [[nodiscard]] bool isAttached(int verb, bool hasVerbBehind) const;
    [[nodiscard]] TokenPhrase antecedent(int end) const;
    [[nodiscard]] TokenPhrase firstPhrase(int begin, int last) const;
    [[nodiscard]] TokenPhrase nearestPhrase(int last, int begin) const;
    [[nodiscard]] TokenPhrase subjectOf(int verb, int depth) const;

    const Reading &r;
    int m_from = 0;
    int m_at = 0;
    int m_qualified = 0; ///< first token of what belongs to the figure's number
};

} // namespace onrecord::extract
