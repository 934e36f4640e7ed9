// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figuretokens.h"

#include <initializer_list>
#include <vector>

namespace onrecord::match {

/// The clause that a figure stands in, told by signs and small words alone, and what its words are there: verb, noun, name.
/// Indexes are those of the tokens, which must outlive this.
class ClauseWords
{
public:
    explicit ClauseWords(const FigureTokens &tokens);

    [[nodiscard]] int begin() const { return m_begin; }
    [[nodiscard]] int end() const { return m_end; } ///< behind the last
    [[nodiscard]] const FigureTokens &tokens() const { return r; }

    [[nodiscard]] bool isOneOf(int t, std::initializer_list<QStringView> words) const;
    [[nodiscard]] bool isPreposition(int t) const;
    /// "about", "some", "more than": stands before a number and tells nothing else.
    [[nodiscard]] bool isQualifier(int t) const;
    [[nodiscard]] bool isSpeech(int t) const;
    /// Also at a sentence's start, where any word has a capital: there a name is one that is known or that stands elsewhere as well.
    [[nodiscard]] bool isName(int t) const;
    [[nodiscard]] bool isNoun(int t) const;
    /// A verb here, and not a noun of the same spelling.
    [[nodiscard]] bool isVerb(int t) const;

    /// The last noun of the phrase that begins at t; -1 when there is none.
    [[nodiscard]] int headBehind(int t) const;
    /// The head of the first noun phrase in [from, to): its last noun before a preposition or a sign; -1 when there is none.
    [[nodiscard]] int headIn(int from, int to) const;
    /// The verb that the figure is the object of, or the one it is the subject of; -1 for none.
    [[nodiscard]] int verbBefore() const;
    [[nodiscard]] int verbBehind() const;
    /// Some words from t on, as far as the clause and the figure let them.
    [[nodiscard]] std::vector<QStringView> wordsFrom(int t) const;

private:
    void findClause();
    void dropSource();
    [[nodiscard]] bool isBreak(int t) const;
    [[nodiscard]] bool hasVerbSoon(int t) const;
    [[nodiscard]] bool endsReport(int t) const;
    [[nodiscard]] bool hasVerbSoonBehindFigure(int t) const;
    [[nodiscard]] bool startsReport(int t) const;
    [[nodiscard]] bool isVerbByForm(int t) const;
    [[nodiscard]] bool standsElsewhere(int t) const;

    const FigureTokens &r;
    int m_begin, m_end;
};

} // namespace onrecord::match
