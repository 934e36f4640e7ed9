// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/articlemarks.h"

#include <algorithm>
#include <array>

namespace onrecord::explore {

namespace {

constexpr int lanes = 3;

bool hasLine(Sign sign)
{
    return sign != Sign::Speaker && sign != Sign::Mention && sign != Sign::Scare;
}

/// Gives overlapping marks different lanes, the enclosing mark the outer one. `marks` in order.
void assignLanes(std::vector<Mark> &marks)
{
    // From the last start backwards an enclosed mark is met before the one around it.
    std::vector<const Mark *> nearby;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        std::erase_if(nearby, [&](const Mark *other) { return other->span.start >= mark->span.end; });
        if (!hasLine(mark->sign))
            continue;
        std::array<bool, lanes> taken{};
        for (const Mark *other : nearby)
            taken[other->lane] = true;
        const auto free = std::ranges::find(taken, false);
        mark->lane = static_cast<quint8>(std::min<qsizetype>(free - taken.begin(), lanes - 1));
        nearby.push_back(&*mark);
    }
}

} // namespace

MarkLayer layerOf(Sign sign)
{
    switch (sign) {
    case Sign::Figure:
        return MarkLayer::Figures;
    case Sign::Date:
        return MarkLayer::Dates;
    case Sign::Speaker:
    case Sign::Mention:
        return MarkLayer::Speakers;
    case Sign::Cue:
        return MarkLayer::Cues;
    case Sign::Negation:
    case Sign::Hedge:
    case Sign::Modality:
    case Sign::Quantifier:
        return MarkLayer::Words;
    default:
        return MarkLayer::Quotations;
    }
}

Sign signOf(Kind kind)
{
    return static_cast<Sign>(static_cast<int>(kind) - 1);
}

Sign signOf(MarkerKind kind)
{
    return static_cast<Sign>(static_cast<int>(Sign::Negation) + static_cast<int>(kind) - 1);
}

namespace {

/// The name among the words that tell who speaks: of "Ana Ruiz, who has run the depot for years" the first two. All of them when none of
/// them is a mention of the speaker ("she", "the manager").
Span nameIn(const Snapshot &record, const Quotation &row, AgentId speaker)
{
    const auto mentions = record.mentionsIn(row.article);
    const auto first = std::ranges::lower_bound(mentions, row.speakerSpan.start, {}, [&](MentionId id) { return record.mention(id)->span.start; });
    for (auto at = first; at != mentions.end() && record.mention(*at)->span.start < row.speakerSpan.end; ++at) {
        if (record.mention(*at)->agent == speaker && row.speakerSpan.contains(record.mention(*at)->span))
            return record.mention(*at)->span;
    }
    return row.speakerSpan;
}

} // namespace

ArticleMarks::ArticleMarks(const Snapshot &record, ArticleId article, QStringView text)
{
    const Span whole{0, static_cast<qint32>(text.size())};
    const auto add = [&](Span span, Sign sign, ItemId item) {
        if (!span.isEmpty() && whole.contains(span))
            m_marks.push_back({span, sign, 0, item});
    };
    for (const QuotationId id : record.quotationsIn(article)) {
        const Quotation &row = *record.quotation(id);
        if (row.status == Status::Rejected)
            continue;
        if (!holds(row.content, text)) {
            ++m_lost;
            continue;
        }
        if (row.segments.empty())
            add(row.content.span, signOf(row.kind), id);
        for (const Span piece : row.segments)
            add(piece, signOf(row.kind), id);
        add(row.cue, Sign::Cue, id);
        const Span name = nameIn(record, row, row.speaker);
        add(name, Sign::Speaker, row.speaker ? ItemId(row.speaker) : ItemId(id));
        for (const AgentId other : row.alsoSpeakers) {
            if (const Span also = nameIn(record, row, other); also != row.speakerSpan && !also.overlaps(name))
                add(also, Sign::Speaker, other);
        }
        for (const Marker &marker : row.markers)
            add(marker.span, signOf(marker.kind), id);
    }
    for (const FigureId id : record.figuresIn(article)) {
        const Figure &row = *record.figure(id);
        if (row.status == Status::Rejected)
            continue;
        if (holds(row.content, text))
            add(row.content.span, Sign::Figure, id);
        else
            ++m_lost;
    }
    for (const DateMentionId id : record.datesIn(article)) {
        const DateMention &row = *record.date(id);
        if (holds(row.content, text))
            add(row.content.span, Sign::Date, id);
        else
            ++m_lost;
    }
    for (const MentionId id : record.mentionsIn(article)) {
        const Mention &row = *record.mention(id);
        add(row.span, Sign::Mention, row.agent ? ItemId(row.agent) : ItemId(id));
    }
    std::ranges::stable_sort(m_marks, [](const Mark &a, const Mark &b) {
        return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    // "Ana Ruiz said" twice over two quotations is one name: the same words are drawn once.
    m_marks.erase(std::ranges::unique(m_marks).begin(), m_marks.end());
    assignLanes(m_marks);
    m_reach.reserve(m_marks.size());
    qint32 reach = 0;
    for (const Mark &mark : m_marks)
        m_reach.push_back(reach = std::max(reach, mark.span.end));
}

std::vector<int> ArticleMarks::overlapping(Span span) const
{
    std::vector<int> found;
    const auto first = std::ranges::upper_bound(m_reach, span.start) - m_reach.begin();
    for (auto i = static_cast<size_t>(first); i < m_marks.size() && m_marks[i].span.start < span.end; ++i) {
        if (m_marks[i].span.overlaps(span))
            found.push_back(static_cast<int>(i));
    }
    return found;
}

std::vector<int> ArticleMarks::at(qint32 offset, MarkLayers layers) const
{
    std::vector<int> found = overlapping({offset, offset + 1});
    std::erase_if(found, [&](int i) { return !layers.testFlag(layerOf(m_marks[static_cast<size_t>(i)].sign)); });
    std::ranges::stable_sort(found, {}, [&](int i) { return m_marks[static_cast<size_t>(i)].span.length(); });
    return found;
}

std::vector<Span> ArticleMarks::wordsOf(ItemId item) const
{
    std::vector<Span> spans;
    for (const Mark &mark : m_marks) {
        if (mark.item == item && (isQuoted(mark.sign) || mark.sign == Sign::Figure || mark.sign == Sign::Date || item.type == ItemType::Agent))
            spans.push_back(mark.span);
    }
    return spans;
}

} // namespace onrecord::explore
