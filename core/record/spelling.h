// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"
#include "core/record/words.h"

#include <QLatin1StringView>
#include <optional>

/// How the vocabularies are spelled in JSON, on the command line and in exports. English, stable, never translated.
namespace onrecord {

[[nodiscard]] QLatin1StringView spelling(AgentType type);      // person organisation unnamed place product
[[nodiscard]] QLatin1StringView spelling(NameType type);       // full short nickname handle misspelling former acronym nominal
[[nodiscard]] QLatin1StringView spelling(Kind kind);           // statement fragment scare title hypothetical indirect self
[[nodiscard]] QLatin1StringView spelling(Directness how);      // direct mixed indirect
[[nodiscard]] QLatin1StringView spelling(Status status);       // suggested accepted edited rejected
[[nodiscard]] QLatin1StringView spelling(Qualifier qualifier); // "" about at-least at-most more-than less-than likely vague
[[nodiscard]] QLatin1StringView spelling(RegionKind kind);
[[nodiscard]] QLatin1StringView spelling(MarkerKind kind);
[[nodiscard]] QLatin1StringView spelling(Basis basis);         // "" stated metadata header public-record resolved inferred file-name user
[[nodiscard]] QLatin1StringView spelling(RelationKind kind);   // same-utterance paraphrases contradicts corrects quotes-from translates out-of-context
[[nodiscard]] QLatin1StringView spelling(Precision precision); // "" year month day minute second

/// The value spelled so, or nothing.
[[nodiscard]] std::optional<Kind> kindFromSpelling(QStringView word);
[[nodiscard]] std::optional<AgentType> agentTypeFromSpelling(QStringView word);
[[nodiscard]] std::optional<Basis> basisFromSpelling(QStringView word);
[[nodiscard]] std::optional<Status> statusFromSpelling(QStringView word);
[[nodiscard]] std::optional<RegionKind> regionKindFromSpelling(QStringView word);

} // namespace onrecord
