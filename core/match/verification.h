// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/partialdate.h"
#include "core/text/anchor.h"

#include <QString>
#include <QStringList>
#include <vector>

/// The answer to "did anybody print these words, and did that person say them?" as plain values. Spans of the asked words are UTF-16
/// units of the quote as it was pasted; spans of a hit are units of its article's stored text.
namespace onrecord::match {

/// From the surest to none. Fuzzy likeness alone never gives one of the first three.
enum class Verdict : quint8 {
    Verbatim,             ///< the same words after folding, and nobody else is named as their speaker
    VerbatimOtherSpeaker, ///< the same words, but somebody else says them
    VerbatimOtherSource,  ///< the same words, but printed by another source, or at another time, than the one named
    Shortened,            ///< words were cut; `meaningChanged` tells whether that matters
    Altered,              ///< other words; the changes are named
    Stitched,             ///< the words stand in several places, not in one
    Paraphrase,           ///< the same thing in other words, reported indirectly
    NotFound,             ///< not in what was searched, which is no proof of absence
};

enum class ChangeKind : quint8 { Negation, Number, Unit, Name, Hedge, Quantifier, Tense, Cut, Insert, Wording, Order };

/// What a change does to the meaning where its kind does not tell.
enum class Bearing : quint8 {
    OfKind,    ///< as others of its kind: see isConflict()
    SameValue, ///< nothing: one value written in two ways ("$5", "five dollars")
    Conflict,  ///< it turns the meaning: somebody else does it now, a "not" belongs to another word
};

/// One difference between the words asked about and the words printed. Either span may be empty (a cut has no `asked`).
struct Change {
    ChangeKind kind = ChangeKind::Wording;
    QString from;   ///< as printed in the article
    QString to;     ///< as asked
    Span printed;   ///< in the article's text
    Span asked;     ///< in the quote
    Bearing bearing = Bearing::OfKind;
    friend bool operator==(const Change &, const Change &) = default;
};

/// One piece of the word-by-word comparison, in reading order: what the difference view draws.
struct Piece {
    enum class Op : quint8 { Same, Printed, Asked }; ///< in both; only in the article; only in the quote
    Op op = Op::Same;
    QString text; ///< with the spaces that follow it in its own text
    friend bool operator==(const Piece &, const Piece &) = default;
};

struct Hit {
    Verdict verdict = Verdict::Verbatim;
    QString tier;               ///< the step of the matching contract that matched: "exact", "folded", "words", "compared", "pieces", "reported"
    ArticleId article;
    QuotationId quotation;      ///< the quotation that holds the passage; null in running text
    std::vector<Span> passages; ///< one, or several for stitched or interrupted words; first is opened
    QString text;               ///< the passage as printed
    AgentId speaker;            ///< of the quotation; may be null
    std::vector<AgentId> alsoSpeakers; ///< who says it together with the speaker
    AgentId carrier;            ///< who quotes that speaker within words of his own; null when nobody does, or when nobody knows who
    bool isHeadline = false;    ///< the words are the article's headline, which its text does not have: its passage is empty
    bool isReported = false;    ///< the article says so in words of its own, without marks ("Ruiz said that …")
    bool speakerAgrees = true;  ///< false when a speaker was asked for and the passage names another
    bool sourceAgrees = true;   ///< false when a source was asked for and another one prints the passage
    bool dateAgrees = true;     ///< false when a date was asked for and the passage was said or printed at another
    bool meaningChanged = false;///< a negation, number, unit, name, hedge or quantifier differs, or a cut hides one
    std::vector<Change> changes;
    std::vector<Piece> pieces;
    QString explanation;        ///< English sentence of the rule that fired and what was compared
    double likeness = 0;        ///< 0..1, for ranking only
};

/// What was searched, always shown beside the verdict.
struct Searched {
    int articles = 0;
    int undated = 0;        ///< of them without any publication date
    PartialDate from, to;   ///< first and last publication date
};

struct Verification {
    QString quote;
    QString speaker; ///< as asked; empty when nobody was
    QString source; ///< as asked: an outlet, a headline or an address; empty when none was
    PartialDate when; ///< as asked; unknown when no date was
    Verdict verdict = Verdict::NotFound;
    Searched searched;
    std::vector<Hit> hits; ///< best first
    int contrary = 0;      ///< of words that stand there, whole or shortened: other articles that print the same with a "not" more or less, or with an opposite
};

} // namespace onrecord::match
