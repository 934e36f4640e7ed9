// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/guardwords.h"
#include "core/text/anchor.h"

#include <QStringView>
#include <vector>

/// A wording as the sequence of words that is compared (docs/matching.md).
namespace onrecord::match {

/// One word, or one number with its magnitude ("50 billion" is one). Spans are UTF-16 units of the text it came from.
struct ComparedWord {
    Span span;
    QString key;             ///< folded; two words are the same when their keys are
    QString sense;           ///< what the guard compares: the spelling the lists give, a number's value, a name
    quint64 lemma = 0;       ///< of a listed verb; 0 otherwise
    quint32 classes = 0;     ///< guard::Class
    quint64 lexical = 0;     ///< extract::word::Class, what grammar says of it
    int sentence = 0;        ///< counted from 0
    quint8 weight = 4;       ///< how much the word tells: 1 for closed classes, 4 common, 6 rare, names and numbers
    bool startsSentence = false;
    bool isBracketed = false;///< stands in square brackets: an editor's words
    bool isLinked = false;   ///< a hyphen, or a hyphen and a line end, stands between it and the word before
    bool gapBefore = false;  ///< an ellipsis stands before it
    QChar sign;              ///< the heaviest sign before it: . ? ! ; : - (a dash) or a comma; null for none

    [[nodiscard]] bool is(quint32 wanted) const { return (classes & wanted) != 0; }
};

struct ComparedText {
    std::vector<ComparedWord> words;
    QString language;      ///< "en" or "de"
    bool gapAtEnd = false; ///< an ellipsis stands after the last word
};

/// The words of `text`. `language` may be empty: it is then told by the commonest words. Never fails; a text without a word has none.
[[nodiscard]] ComparedText comparedWords(QStringView text, const QString &language = {});
/// "de" when the closed-class words of the texts are German rather than English ones.
[[nodiscard]] QString languageOf(QStringView a, QStringView b = {});
/// Joins the linked words of each text that the other writes as one ("health-care", "govern-/ment").
void joinLinkedWords(ComparedText &a, ComparedText &b);

} // namespace onrecord::match
