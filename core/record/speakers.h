// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <algorithm>

/// Words may be said by several together ("Ruiz and Hale said"): a quotation, and a hit of a check, has a speaker and alsoSpeakers.
namespace onrecord {

/// Everybody who says it, the speaker first; empty when nobody is named.
template<class Said>
[[nodiscard]] std::vector<AgentId> speakersOf(const Said &said)
{
    std::vector<AgentId> all;
    if (!said.speaker)
        return all;
    all.push_back(said.speaker);
    all.insert(all.end(), said.alsoSpeakers.begin(), said.alsoSpeakers.end());
    return all;
}

/// Is this the speaker, or one of those who say it together?
[[nodiscard]] inline bool isSaidBy(const Quotation &quotation, AgentId agent)
{
    return quotation.speaker == agent || std::ranges::contains(quotation.alsoSpeakers, agent);
}

/// Does somebody say both, or nobody either?
[[nodiscard]] inline bool haveSameSpeaker(const Quotation &a, const Quotation &b)
{
    return a.speaker == b.speaker || std::ranges::any_of(speakersOf(a), [&b](AgentId agent) { return isSaidBy(b, agent); });
}

/// "Ana Ruiz, Bo Hale"; empty when nobody is known.
[[nodiscard]] QString namesOf(const Snapshot &record, const std::vector<AgentId> &agents);

} // namespace onrecord
