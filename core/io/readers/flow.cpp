// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/flow.h"

#include "core/io/readers/statedfields.h"
#include "core/text/fold.h"

#include <algorithm>

namespace onrecord::io {

Span Flow::paragraph(const QString &words, std::optional<RegionKind> kind, TextBuilder::Gap gap)
{
    m_builder.beginBlock(gap, true);
    m_builder.append(words);
    const Span span = m_builder.endBlock();
    if (kind && !span.isEmpty())
        m_document.regions.push_back({span, *kind, *kind == RegionKind::Boilerplate});
    return span;
}

void Flow::struck(const QString &words)
{
    paragraph(words, RegionKind::Boilerplate);
}

void Flow::finish()
{
    m_document.text = m_builder.take();
    const auto wordsOf = [this](const Region &region) {
        return m_document.text.sliced(region.span.start, region.span.length());
    };
    const bool hasHeadline =
        std::ranges::any_of(m_document.regions, [](const Region &r) { return r.kind == RegionKind::Headline; });
    const QString title = foldedText(m_document.title.value);
    const auto printsTitle = [&](const Region &region) {
        return region.kind == RegionKind::Heading && (title.isEmpty() || foldedText(wordsOf(region)) == title);
    };
    if (const auto heading = std::ranges::find_if(m_document.regions, printsTitle);
        !hasHeadline && heading != m_document.regions.end())
        heading->kind = RegionKind::Headline;
    if (m_document.title.value.isEmpty()) {
        const auto headline = std::ranges::find(m_document.regions, RegionKind::Headline, &Region::kind);
        if (headline != m_document.regions.end())
            m_document.title = {wordsOf(*headline).simplified().left(2000), Basis::Stated};
    }
    addStatedFields(m_document);
}

} // namespace onrecord::io
