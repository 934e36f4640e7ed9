// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"
#include "core/record/words.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

/// What somebody types into a search box, as a tree. Any text is a query; nothing typed is an error. Pure.
///
///     model gift            both words, anywhere in the item
///     "a small model"       the words next to each other
///     model OR gift         either;  ( ) group
///     -gift                 without
///     mod*                  words that begin so
///     model NEAR gift       at most 10 words apart; NEAR/3 for 3
///     speaker:ruiz          quotations by somebody of that name, and what holds them; person: mentions too
///     outlet: kind: in:title in:quotations in:articles in:names in:notes before:2025-02 after:2025
namespace onrecord::store {

struct QueryNode {
    enum class Op : quint8 {
        Nothing,  ///< no words at all
        All,      ///< every child
        Any,      ///< one child at least
        Not,      ///< not the one child
        Phrase,   ///< words next to each other; one word is a phrase of one
        Prefix,   ///< as Phrase, the last word only begins so
        Near,     ///< the children (phrases), at most `distance` words apart
        Scan,     ///< characters no word index can see (emoji, signs, scripts without spaces): words[0], folded; words[1], as typed
        Person, Speaker, Outlet, ///< words[0]: folded name
        OfKind,
        InTitle, InQuotations, InArticles, InNames, InNotes,
        Before, After,
    };
    Op op = Op::Nothing;
    std::vector<QueryNode> children;
    QStringList words;
    int distance = 10;
    Kind kind = Kind::Statement;
    PartialDate date;
};

[[nodiscard]] QueryNode parseQuery(const QString &typed);

/// The query in plain English ("all of: model, “a gift”; not: toy"); the tree itself is what a translation is made from.
[[nodiscard]] QString explain(const QueryNode &query);

/// The tree as FTS5 syntax, every word quoted; nothing when a part of it is not the index's to answer.
[[nodiscard]] std::optional<QString> ftsOf(const QueryNode &query, bool inTitle);

/// Words as the index splits them: runs of letters, digits and marks. `text` folded.
[[nodiscard]] QStringList indexWords(QStringView text);
/// What the index is given of a folded text: its words, with spaces in place of all else. FTS5's own tables of characters end
/// at an older Unicode and would take a newer emoji for a part of the word beside it.
[[nodiscard]] QString indexText(QStringView text);
/// A word as the index compares it: without diacritics.
[[nodiscard]] QString withoutMarks(QStringView word);
/// Whether the word index can find every part of this text: no script without spaces between words.
[[nodiscard]] bool isIndexable(QStringView text);

} // namespace onrecord::store
