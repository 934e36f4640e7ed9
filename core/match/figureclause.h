// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>
#include <vector>

/// What the clause of a figure states: of what, what, and when.
namespace onrecord::match {

class FigureTokens;

/// A noun or name of the clause, in the form it is compared in.
struct Topic {
    QString word;
    QString printed;
    bool isName = false;
    bool isHead = false; ///< the subject, or what it is the number of
    bool isScope = false; ///< behind the figure: "on schools", "in the harbour"
    friend bool operator==(const Topic &, const Topic &) = default;
};

struct FigureClause {
    QString noun;    ///< what is counted, as printed ("nurses"); empty for money, shares and measures
    QString deed;    ///< comparable form: "dead", "cost"; empty when the clause does not tell
    QString printed; ///< the words that told it: "claimed", "death toll"
    QString share;   ///< "22 per cent of the posts": "post"
    QString body;    ///< the organisation that "it" and "the company" stand for, by its name
    std::vector<Topic> about;
    QStringList near;       ///< nouns and names of the sentences before and of the headline, in comparable form
    QStringList nearNames;  ///< those of them that are names
    std::vector<int> years; ///< printed in the clause
    std::vector<int> ago;   ///< years before that of publication: "last year" is 1, "this year" 0
    bool isRunning = false; ///< "so far", "has risen to 17": true at its hour only
    bool isWhole = false;   ///< "in the whole country"
    bool isPart = false;    ///< "four of them"
    bool isChange = false;  ///< "rose by 4 per cent"
};

/// Pure; O(tokens of the window). `body` may be empty.
[[nodiscard]] FigureClause readClause(const FigureTokens &tokens, const QString &body);

/// How the subjects and scopes of two statements stand to each other.
enum class SubjectTie : quint8 { Same, Other, Unclear };
[[nodiscard]] SubjectTie subjectTie(const FigureClause &a, const FigureClause &b);
enum class DeedTie : quint8 { Same, Other, Unclear };
[[nodiscard]] DeedTie deedTie(const FigureClause &a, const FigureClause &b);
/// Words that both are about, the best to name the pair with first.
[[nodiscard]] std::vector<Topic> sharedTopics(const FigureClause &a, const FigureClause &b);

} // namespace onrecord::match
