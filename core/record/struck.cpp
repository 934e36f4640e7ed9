// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/struck.h"

#include <QRegularExpression>
#include <algorithm>

namespace onrecord {

using namespace Qt::StringLiterals;

namespace {

Span withoutSpace(const QString &text, Span span)
{
    span = {std::max(span.start, 0), std::min(span.end, static_cast<qint32>(text.size()))};
    while (span.start < span.end && text[span.start].isSpace())
        ++span.start;
    while (span.end > span.start && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

} // namespace

QString withoutStruck(const QString &text, const std::vector<Region> &regions)
{
    QString out;
    qint32 at = 0;
    for (const Span span : struckSpans(regions)) {
        if (span.start < at || span.end > text.size())
            continue;
        out += QStringView(text).sliced(at, span.start - at);
        at = span.end;
    }
    if (at == 0)
        return text;
    out += QStringView(text).sliced(at);
    static const QRegularExpression gap(u"\\n[ \\t]*\\n\\s*\\n"_s);
    return out.replace(gap, u"\n\n"_s).trimmed();
}

std::vector<Span> struckSpans(const std::vector<Region> &regions)
{
    std::vector<Span> spans;
    for (const Region &region : regions) {
        if (region.struck)
            spans.push_back(region.span);
    }
    return spansApart(std::move(spans));
}

std::vector<Span> spansApart(std::vector<Span> spans)
{
    std::erase_if(spans, &Span::isEmpty);
    std::ranges::sort(spans);
    std::vector<Span> apart;
    for (const Span span : spans) {
        if (!apart.empty() && span.start <= apart.back().end)
            apart.back().end = std::max(apart.back().end, span.end);
        else
            apart.push_back(span);
    }
    return apart;
}

bool isTouched(const std::vector<Span> &apart, Span span)
{
    const auto next = std::ranges::upper_bound(apart, span.start, {}, &Span::end);
    return next != apart.end() && next->overlaps(span);
}

std::vector<Span> spansWithout(const std::vector<Span> &spans, const std::vector<Span> &without)
{
    std::vector<Span> left;
    auto first = without.begin(); // all before end before the span
    for (const Span span : spans) {
        qint32 at = span.start;
        while (first != without.end() && first->end <= at)
            ++first;
        for (auto out = first; out != without.end() && out->start < span.end; ++out) {
            if (out->start > at)
                left.push_back({at, out->start});
            at = out->end;
        }
        if (at < span.end)
            left.push_back({at, span.end});
    }
    return left;
}

std::vector<Region> restruck(std::vector<Region> regions, const QString &text, Span passage, bool struck)
{
    passage = withoutSpace(text, passage);
    if (passage.isEmpty())
        return regions;
    std::vector<Region> out;
    for (Region &region : regions) {
        if (struck && region.kind == RegionKind::Boilerplate && passage.contains(region.span)) {
            region.struck = true; // was restored before
        } else if (!struck && region.struck && region.span.overlaps(passage)) {
            for (const Span rest : spansWithout({region.span}, {passage})) {
                if (const Span words = withoutSpace(text, rest); !words.isEmpty())
                    out.push_back({words, region.kind, true});
            }
            region.span = {std::max(region.span.start, passage.start), std::min(region.span.end, passage.end)};
            region.struck = false;
        }
        out.push_back(region);
    }
    if (struck) {
        for (const Span piece : spansWithout({passage}, struckSpans(out))) {
            if (const Span words = withoutSpace(text, piece); !words.isEmpty())
                out.push_back({words, RegionKind::Boilerplate, true});
        }
    }
    std::ranges::stable_sort(out, {}, [](const Region &region) { return region.span.start; });
    return out;
}

} // namespace onrecord
