// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/figuresense.h"

#include <algorithm>

namespace onrecord::extract {

Span spokenBy(const FoundQuotation &quotation)
{
    return quotation.clause.isEmpty() ? quotation.content : quotation.clause;
}

SpeechByPlace::SpeechByPlace(const Reading &reading, const Extraction &found)
{
    for (const Clause &clause : reading.clauses)
        m_agents.try_emplace(reading.cues[static_cast<size_t>(clause.cue)].source.head, clause.agent);
    for (const Attribution &a : reading.attributions) {
        if (a.isDecided)
            m_agents.try_emplace(a.source.head, a.agent);
    }
    m_places.reserve(found.quotations.size());
    for (const FoundQuotation &q : found.quotations)
        m_places.push_back({spokenBy(q), static_cast<int>(m_places.size()), 0});
    std::ranges::stable_sort(m_places, {}, [](const Place &place) { return place.words.start; });
    qint32 farthest = 0;
    for (Place &place : m_places)
        place.farthest = farthest = std::max(farthest, place.words.end);
}

std::optional<int> SpeechByPlace::agentOf(int head) const
{
    const auto it = m_agents.find(head);
    return it == m_agents.end() ? std::nullopt : std::optional(it->second);
}

std::vector<int> SpeechByPlace::around(Span span) const
{
    std::vector<int> out;
    auto it = std::ranges::upper_bound(m_places, span.start, {}, [](const Place &place) { return place.words.start; });
    while (it != m_places.begin() && (it - 1)->farthest >= span.end) {
        --it;
        if (it->words.contains(span))
            out.push_back(it->quotation);
    }
    std::ranges::sort(out);
    return out;
}

} // namespace onrecord::extract
