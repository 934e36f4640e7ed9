// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace onrecord::store {

/// Which quotation of an article some words stand in.
class QuotationPlaces
{
public:
    explicit QuotationPlaces(std::vector<std::pair<Span, qint64>> quotations) : m_quotations(std::move(quotations))
    {
        std::ranges::stable_sort(m_quotations, {}, [](const auto &quotation) { return quotation.first.start; });
        for (const auto &[content, id] : m_quotations)
            m_reach.push_back(m_reach.empty() ? content.end : std::max(m_reach.back(), content.end));
    }

    /// The one that begins first; 0 when none holds them.
    [[nodiscard]] qint64 around(Span words) const
    {
        // The first that reaches so far is the first whose own end lies there.
        const auto reach = std::ranges::lower_bound(m_reach, words.end);
        if (reach == m_reach.end())
            return 0;
        const auto &[content, id] = m_quotations[static_cast<size_t>(reach - m_reach.begin())];
        return content.contains(words) ? id : 0;
    }

private:
    std::vector<std::pair<Span, qint64>> m_quotations;
    std::vector<qint32> m_reach; ///< the farthest end up to each
};

} // namespace onrecord::store
