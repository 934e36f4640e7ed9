// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

/// The fixed vocabularies of the record. All numbers are stored in projects: never renumber, only append.
/// Their spelling in JSON and on the command line is in core/record/spelling.h.
namespace onrecord {

enum class AgentType : quint8 { Person = 1, Organisation = 2, Unnamed = 3, Place = 4, Product = 5 };

enum class NameType : quint8 { Full = 1, Short = 2, Nickname = 3, Handle = 4, Misspelling = 5, Former = 6, Acronym = 7, Nominal = 8 };

/// What a quotation is. `Title` covers titles and terms.
enum class Kind : quint8 { Statement = 1, Fragment = 2, Scare = 3, Title = 4, Hypothetical = 5, Indirect = 6, Self = 7 };

/// How the words are reported: all in marks, partly in marks, without marks.
enum class Directness : quint8 { Direct = 1, Mixed = 2, Indirect = 3 };

/// Suggested by the program, or decided by somebody. Rejected rows stay, so they are never suggested again.
enum class Status : quint8 { Suggested = 1, Accepted = 2, Edited = 3, Rejected = 4 };

enum class Qualifier : quint8 { None = 0, About = 1, AtLeast = 2, AtMost = 3, MoreThan = 4, LessThan = 5, Likely = 6, Vague = 7 };

/// A part of an article's text that is not running body, or not body at all. Struck regions hide boilerplate reversibly.
enum class RegionKind : quint8 { Headline = 1, Standfirst = 2, Byline = 3, Dateline = 4, Caption = 5, Correction = 6, Boilerplate = 7, BlockQuote = 8, Heading = 9 };

/// The words inside a quotation that carry its meaning's polarity and strength.
enum class MarkerKind : quint8 { Negation = 1, Hedge = 2, Modality = 3, Quantifier = 4 };

/// Why two articles belong together: the same words printed twice, or a later copy from the same address.
enum class Kin : quint8 { SameText = 1, Version = 2 };

/// How one passage stands to another, as a person says; read "from … to".
enum class RelationKind : quint8 { SameUtterance = 1, Paraphrases = 2, Contradicts = 3, Corrects = 4, QuotesFrom = 5, Translates = 6, OutOfContext = 7 };

} // namespace onrecord
