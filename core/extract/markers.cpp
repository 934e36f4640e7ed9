// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/reading.h"

#include <algorithm>

/// Words inside a quotation that carry its polarity and strength; comparing two reports starts from them.
namespace onrecord::extract {

void findMarkers(const Reading &r, FoundQuotation &quotation)
{
    const auto from = std::ranges::lower_bound(r.tokens, quotation.content.start, {}, &Token::start);
    for (auto it = from; it != r.tokens.end() && it->start < quotation.content.end; ++it) {
        const quint64 classes = r.classes[static_cast<size_t>(it - r.tokens.begin())];
        if (it->isCapital && (classes & word::Month) && !r.opensSentence[static_cast<size_t>(it - r.tokens.begin())])
            continue; // "in May"
        const auto add = [&](quint64 wanted, MarkerKind kind) {
            if (classes & wanted)
                quotation.markers.push_back({it->span(), kind});
            return (classes & wanted) != 0;
        };
        if (it->hash == Folded(u"without").hash || it->hash == Folded(u"ohne").hash) {
            quotation.markers.push_back({it->span(), MarkerKind::Negation}); // a preposition to everything else
            continue;
        }
        if (add(word::Negation, MarkerKind::Negation))
            continue;
        if (add(word::Modality, MarkerKind::Modality))
            continue;
        if (!add(word::Hedge, MarkerKind::Hedge))
            add(word::Quantifier, MarkerKind::Quantifier);
    }
}

} // namespace onrecord::extract
