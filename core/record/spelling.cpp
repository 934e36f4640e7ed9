// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/spelling.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onrecord {

namespace {

template<class E, size_t N>
using Table = std::array<std::pair<E, QLatin1StringView>, N>;

template<class E, size_t N>
QLatin1StringView wordOf(const Table<E, N> &table, E value)
{
    const auto it = std::ranges::find(table, value, &std::pair<E, QLatin1StringView>::first);
    return it == table.end() ? QLatin1StringView() : it->second;
}

template<class E, size_t N>
std::optional<E> valueOf(const Table<E, N> &table, QStringView word)
{
    const auto it = std::ranges::find_if(table, [word](const auto &row) { return word == row.second; });
    return it == table.end() ? std::nullopt : std::optional(it->first);
}

using L = QLatin1StringView;
constexpr Table<AgentType, 5> agentTypes{{{AgentType::Person, L("person")}, {AgentType::Organisation, L("organisation")}, {AgentType::Unnamed, L("unnamed")}, {AgentType::Place, L("place")}, {AgentType::Product, L("product")}}};
constexpr Table<NameType, 8> nameTypes{{{NameType::Full, L("full")}, {NameType::Short, L("short")}, {NameType::Nickname, L("nickname")}, {NameType::Handle, L("handle")}, {NameType::Misspelling, L("misspelling")}, {NameType::Former, L("former")}, {NameType::Acronym, L("acronym")}, {NameType::Nominal, L("nominal")}}};
constexpr Table<Kind, 7> kinds{{{Kind::Statement, L("statement")}, {Kind::Fragment, L("fragment")}, {Kind::Scare, L("scare")}, {Kind::Title, L("title")}, {Kind::Hypothetical, L("hypothetical")}, {Kind::Indirect, L("indirect")}, {Kind::Self, L("self")}}};
constexpr Table<Directness, 3> directnesses{{{Directness::Direct, L("direct")}, {Directness::Mixed, L("mixed")}, {Directness::Indirect, L("indirect")}}};
constexpr Table<Status, 4> statuses{{{Status::Suggested, L("suggested")}, {Status::Accepted, L("accepted")}, {Status::Edited, L("edited")}, {Status::Rejected, L("rejected")}}};
constexpr Table<Qualifier, 8> qualifiers{{{Qualifier::None, L("")}, {Qualifier::About, L("about")}, {Qualifier::AtLeast, L("at-least")}, {Qualifier::AtMost, L("at-most")}, {Qualifier::MoreThan, L("more-than")}, {Qualifier::LessThan, L("less-than")}, {Qualifier::Likely, L("likely")}, {Qualifier::Vague, L("vague")}}};
constexpr Table<RegionKind, 9> regionKinds{{{RegionKind::Headline, L("headline")}, {RegionKind::Standfirst, L("standfirst")}, {RegionKind::Byline, L("byline")}, {RegionKind::Dateline, L("dateline")}, {RegionKind::Caption, L("caption")}, {RegionKind::Correction, L("correction")}, {RegionKind::Boilerplate, L("boilerplate")}, {RegionKind::BlockQuote, L("block-quote")}, {RegionKind::Heading, L("heading")}}};
constexpr Table<MarkerKind, 4> markerKinds{{{MarkerKind::Negation, L("negation")}, {MarkerKind::Hedge, L("hedge")}, {MarkerKind::Modality, L("modality")}, {MarkerKind::Quantifier, L("quantifier")}}};
constexpr Table<Basis, 9> bases{{{Basis::None, L("")}, {Basis::Stated, L("stated")}, {Basis::Metadata, L("metadata")}, {Basis::Header, L("header")}, {Basis::PublicRecord, L("public-record")}, {Basis::Resolved, L("resolved")}, {Basis::Inferred, L("inferred")}, {Basis::FileName, L("file-name")}, {Basis::User, L("user")}}};
constexpr Table<RelationKind, 7> relationKinds{{{RelationKind::SameUtterance, L("same-utterance")}, {RelationKind::Paraphrases, L("paraphrases")}, {RelationKind::Contradicts, L("contradicts")}, {RelationKind::Corrects, L("corrects")}, {RelationKind::QuotesFrom, L("quotes-from")}, {RelationKind::Translates, L("translates")}, {RelationKind::OutOfContext, L("out-of-context")}}};
constexpr Table<Precision, 6> precisions{{{Precision::Unknown, L("")}, {Precision::Year, L("year")}, {Precision::Month, L("month")}, {Precision::Day, L("day")}, {Precision::Minute, L("minute")}, {Precision::Second, L("second")}}};

} // namespace

QLatin1StringView spelling(AgentType type) { return wordOf(agentTypes, type); }
QLatin1StringView spelling(NameType type) { return wordOf(nameTypes, type); }
QLatin1StringView spelling(Kind kind) { return wordOf(kinds, kind); }
QLatin1StringView spelling(Directness how) { return wordOf(directnesses, how); }
QLatin1StringView spelling(Status status) { return wordOf(statuses, status); }
QLatin1StringView spelling(Qualifier qualifier) { return wordOf(qualifiers, qualifier); }
QLatin1StringView spelling(RegionKind kind) { return wordOf(regionKinds, kind); }
QLatin1StringView spelling(MarkerKind kind) { return wordOf(markerKinds, kind); }
QLatin1StringView spelling(Basis basis) { return wordOf(bases, basis); }
QLatin1StringView spelling(RelationKind kind) { return wordOf(relationKinds, kind); }
QLatin1StringView spelling(Precision precision) { return wordOf(precisions, precision); }

std::optional<Kind> kindFromSpelling(QStringView word) { return valueOf(kinds, word); }
std::optional<AgentType> agentTypeFromSpelling(QStringView word) { return valueOf(agentTypes, word); }
std::optional<Basis> basisFromSpelling(QStringView word) { return valueOf(bases, word); }
std::optional<Status> statusFromSpelling(QStringView word) { return valueOf(statuses, word); }
std::optional<RegionKind> regionKindFromSpelling(QStringView word) { return valueOf(regionKinds, word); }

} // namespace onrecord
