// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QFlags>
#include <QStringView>
#include <vector>

namespace onrecord::explore {

/// Which marks a reader wants to see in a text. Stored in view states: never renumber.
enum class MarkLayer : quint8 { Quotations = 1, Speakers = 2, Figures = 4, Dates = 8, Cues = 16, Words = 32 };
Q_DECLARE_FLAGS(MarkLayers, MarkLayer)
Q_DECLARE_OPERATORS_FOR_FLAGS(MarkLayers)
inline constexpr MarkLayers allMarkLayers{0x3f};

/// What a mark says of its words. The first seven follow Kind.
enum class Sign : quint8 { Statement, Fragment, Scare, Title, Hypothetical, Indirect, Self, Figure, Date, Speaker, Mention, Cue, Negation, Hedge, Modality, Quantifier };
inline constexpr int signCount = 16;

[[nodiscard]] MarkLayer layerOf(Sign sign);
[[nodiscard]] Sign signOf(Kind kind);
[[nodiscard]] Sign signOf(MarkerKind kind);
/// Quoted words of any kind.
[[nodiscard]] inline bool isQuoted(Sign sign) { return sign <= Sign::Self; }

/// Words of one article that stand for an item.
struct Mark {
    Span span;
    Sign sign = Sign::Statement;
    /// 0 for the innermost line under the words, 1 for the one below it, and so on: two marks that overlap never share one.
    quint8 lane = 0;
    ItemId item;  ///< what a click selects: quotation, figure, date, agent; the quotation for its cue and its markers
    friend bool operator==(const Mark &, const Mark &) = default;
};

/// Every mark of one article, from the stored anchors and nothing else. An anchor that no longer says what the text says is not
/// marked but counted as lost; a rejected quotation or figure is neither. Immutable; any thread.
class ArticleMarks
{
public:
    ArticleMarks() = default;
    /// O(n log n) in the marks of the article.
    ArticleMarks(const Snapshot &record, ArticleId article, QStringView text);

    /// By start, the longer first.
    [[nodiscard]] const std::vector<Mark> &all() const { return m_marks; }
    /// Indexes of the marks that overlap the span, in order. O(log n + marks found) for marks of common length.
    [[nodiscard]] std::vector<int> overlapping(Span span) const;
    /// Indexes of the marks of these layers that cover a place, the shortest first.
    [[nodiscard]] std::vector<int> at(qint32 offset, MarkLayers layers = allMarkLayers) const;
    /// The spans of an item's own words (a quotation's pieces, without its cue and speaker); empty when it has none here.
    [[nodiscard]] std::vector<Span> wordsOf(ItemId item) const;
    [[nodiscard]] int lost() const { return m_lost; }

private:
    std::vector<Mark> m_marks;
    std::vector<qint32> m_reach; // largest end up to and including each mark
    int m_lost = 0;
};

} // namespace onrecord::explore
