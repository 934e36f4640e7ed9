// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/extraction.h"
#include "core/record/record.h"

#include <span>

/// Is somebody found in a new text somebody already known? Careful by design: two different full names are never the same
/// agent here, a surname alone is nobody's. A person joins what this leaves apart (and can undo it).
namespace onrecord::match {

/// What two spellings of one name have in common: folded text without a possessive, a leading "the", points in initials
/// and, for organisations, their legal form ("Nvidia Corp." and "NVIDIA" are one key). Never empty for a name with a letter or digit.
[[nodiscard]] QString nameKey(AgentType type, QStringView name);

/// What kind of name `form` is of an agent whose fullest name is `full`.
[[nodiscard]] NameType nameTypeOf(AgentType type, QStringView form, QStringView full);

struct KnownAgent {
    AgentId id;
    AgentType type = AgentType::Person;
    QString name;
    std::vector<AgentName> names;
    QString role = {}; ///< empty when none is known
};

/// Which of `known` the found one is; null when none, or when more than one could be meant. `known` need only hold those
/// that share a key with one of the found forms. A lone capital word that nothing tells to be a person ("Northline") is the
/// organisation of that name.
[[nodiscard]] AgentId sameAgent(const extract::FoundAgent &found, std::span<const KnownAgent *const> known);

/// The name to show when both are names of one agent: the one that says more, then the one that is not shouted or small.
[[nodiscard]] QString betterName(AgentType type, const QString &a, const QString &b);

} // namespace onrecord::match
