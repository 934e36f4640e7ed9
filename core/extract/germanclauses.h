// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/tokenphrase.h"

/// The clauses of a German sentence by the place of their verb: second in a main clause, last in a subordinate one, first behind a clause that stands
/// before it. All indexes are tokens, so that clauses within quotation marks are read as those outside.
namespace onrecord::extract {

/// What stands between two signs, or behind "und" when a verb follows that.
struct GermanClause {
    enum class Order : quint8 { None, Main, Subordinate, Relative, Infinitive };

    int first = 0;
    int end = 0;      ///< behind its last token
    Order order = Order::None; ///< None: no verb of its own
    int verb = -1;    ///< the finite verb; -1 when it has none
    int opener = -1;  ///< last token of the words that make it subordinate
    bool isJoined = false;  ///< by "und" to what stands before it
    bool isColon = false;   ///< behind a colon
    std::vector<int> verbs = {}; ///< all its verbs, infinitives and participles too
};

/// The clauses of the tokens [from, to), which are one sentence.
[[nodiscard]] std::vector<GermanClause> germanClauses(const Reading &reading, int from, int to);
/// The noun phrase that begins at token `t` and ends before `end`, with its genitives; invalid when none begins there or it would hold token `barred`.
[[nodiscard]] TokenPhrase germanPhraseAt(const Reading &reading, int t, int end, int barred);
/// Cannot be the nominative by its article or pronoun, or tells a time ("jeden Tag", "letzte Woche").
[[nodiscard]] bool isNoSubject(const Reading &reading, const TokenPhrase &phrase);
/// May phrase and verb go together in number? True when either does not show it.
[[nodiscard]] bool agrees(const Reading &reading, const TokenPhrase &phrase, int verb);
/// Is the finite verb at the token a plural?
[[nodiscard]] bool isPluralVerb(const Reading &reading, int verb);
/// A small word that may be a verb: of no closed class but the auxiliaries'.
[[nodiscard]] bool mayBeGermanVerb(const Reading &reading, int t);
/// A participle by its form: "verkauft", "eingesetzt", "abgegeben".
[[nodiscard]] bool isGermanParticiple(const Reading &reading, int t);
/// "einen Kredit |über| 30 Millionen": the word at t says what the noun before it amounts to, not that it is more than that.
[[nodiscard]] bool isSumOf(const Reading &reading, int t);
/// A word that belongs to the noun behind it, by its ending and the next words ("der |hohe| Turm").
[[nodiscard]] bool isAttributive(const Reading &reading, int t, int end);

} // namespace onrecord::extract
