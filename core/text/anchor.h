// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>

namespace onrecord {

/// A half-open range [start, end) of UTF-16 code units in one article's stored text.
struct Span {
    qint32 start = 0;
    qint32 end = 0;

    [[nodiscard]] constexpr bool isEmpty() const { return end <= start; }
    [[nodiscard]] constexpr qint32 length() const { return end - start; }
    [[nodiscard]] constexpr bool contains(qint32 at) const { return at >= start && at < end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return other.start >= start && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return start < other.end && other.start < end; }
    friend constexpr auto operator<=>(Span, Span) = default;
};

/// How many UTF-16 units of context an Anchor keeps on each side (W3C tools use 32).
inline constexpr int anchorContext = 32;

/// A place in an article's text: where it is, what stands there and what stands around it.
/// `exact` is byte for byte the stored text of `span`; prefix and suffix never split a surrogate pair.
struct Anchor {
    Span span;
    QString exact;
    QString prefix;
    QString suffix;

    [[nodiscard]] bool isNull() const { return span.isEmpty(); }
    friend bool operator==(const Anchor &, const Anchor &) = default;
};

/// The anchor of `span` in `text`. The span must lie inside the text.
[[nodiscard]] Anchor anchorAt(QStringView text, Span span);
/// Does the anchor say of this text what the text says? (P4: a wrong anchor is worse than a lost one.)
[[nodiscard]] bool holds(const Anchor &anchor, QStringView text);

} // namespace onrecord
