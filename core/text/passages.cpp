// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/passages.h"

#include "core/text/fold.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace onrecord {

namespace {

constexpr qsizetype indexed = 8; // letters
constexpr int fewAsked = 20;     // for which no index is worth its price
constexpr size_t most = 20'000;  // places: it is not certain which of so many is meant

Span spanOf(qint64 start, const Selector &selector)
{
    return {static_cast<qint32>(start), static_cast<qint32>(start + selector.exact.size())};
}

bool standsAt(qint64 start, const Selector &selector, QStringView text)
{
    const qint64 end = start + selector.exact.size();
    const auto splits = [text](qint64 at) { return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate(); };
    return start >= 0 && end <= text.size() && text.sliced(start, selector.exact.size()) == selector.exact && !splits(start) && !splits(end);
}

bool isBetween(qsizetype at, const Selector &selector, QStringView text)
{
    return text.first(at).endsWith(selector.prefix) && text.sliced(at + selector.exact.size()).startsWith(selector.suffix);
}

/// The last word, or the first one, folded; nothing where there is none.
QString wordAtEnd(QStringView text, bool isLast)
{
    const qsizetype length = std::min<qsizetype>(200, text.size());
    const QString near = foldedText(isLast ? text.last(length) : text.first(length));
    const auto isOfWord = [](QChar c) { return c.isLetterOrNumber(); };
    if (isLast) {
        const auto last = std::ranges::find_if(near.rbegin(), near.rend(), isOfWord);
        const auto before = std::find_if_not(last, near.rend(), isOfWord);
        return QString(before.base(), last.base() - before.base());
    }
    const auto first = std::ranges::find_if(near, isOfWord);
    return QString(first, std::find_if_not(first, near.end(), isOfWord) - first);
}

/// Where words are told both before and behind, and neither the last of the one nor the first of the other stand there.
bool isElsewhere(qsizetype at, const Selector &selector, QStringView text)
{
    const QString before = wordAtEnd(selector.prefix, true);
    const QString behind = wordAtEnd(selector.suffix, false);
    const QString beforeHere = wordAtEnd(text.first(at), true);
    const QString behindHere = wordAtEnd(text.sliced(at + selector.exact.size()), false);
    // Either may be cut in the middle of a word.
    const bool isBefore = !beforeHere.isEmpty() && (before.endsWith(beforeHere) || beforeHere.endsWith(before));
    const bool isBehind = !behindHere.isEmpty() && (behind.startsWith(behindHere) || behindHere.startsWith(behind));
    return !before.isEmpty() && !behind.isEmpty() && !isBefore && !isBehind;
}

} // namespace

Passages::Passages(QString text) : m_text(std::move(text)), m_points(m_text) {}

void Passages::buildIndex()
{
    const QStringView text(m_text);
    m_index.resize(static_cast<size_t>(text.size()));
    std::ranges::iota(m_index, 0);
    std::ranges::sort(m_index, [text](qint32 a, qint32 b) {
        const int order = text.sliced(a).first(std::min(indexed, text.size() - a)).compare(text.sliced(b).first(std::min(indexed, text.size() - b)));
        return order != 0 ? order < 0 : a < b;
    });
}

std::vector<qint32> Passages::placesOf(QStringView words)
{
    std::vector<qint32> out;
    if (++m_asked <= fewAsked) {
        for (qsizetype at = m_text.indexOf(words); at >= 0 && out.size() < most; at = m_text.indexOf(words, at + 1))
            out.push_back(static_cast<qint32>(at));
        return out.size() < most ? out : std::vector<qint32>();
    }
    if (m_index.empty())
        buildIndex();
    const QStringView head = words.first(std::min(indexed, words.size()));
    const auto headAt = [&](qint32 at) { return QStringView(m_text).sliced(at, std::min(head.size(), m_text.size() - at)); };
    const auto range = std::ranges::equal_range(m_index, head, {}, headAt);
    if (range.size() >= most)
        return {};
    std::ranges::copy_if(range, std::back_inserter(out), [&](qint32 at) { return QStringView(m_text).sliced(at).startsWith(words); });
    return out;
}

Span Passages::placeOf(const Selector &selector)
{
    if (selector.exact.trimmed().isEmpty())
        return {};
    if (selector.start >= 0 && selector.end > selector.start) {
        const auto isHere = [&](qint64 start) { return standsAt(start, selector, m_text) && !isElsewhere(start, selector, m_text); };
        const qint64 start = m_points.toUtf16(selector.start);
        if (m_points.toUtf16(selector.end) - start == selector.exact.size() && isHere(start))
            return spanOf(start, selector);
        if (selector.end - selector.start == selector.exact.size() && isHere(selector.start))
            return spanOf(selector.start, selector);
    }
    int all = 0;
    int between = 0;
    qsizetype only = -1;
    qsizetype placed = -1;
    for (const qint32 at : placesOf(selector.exact)) {
        if (!standsAt(at, selector, m_text))
            continue;
        ++all;
        only = at;
        if (isBetween(at, selector, m_text)) {
            ++between;
            placed = at;
        }
    }
    if (between == 1)
        return spanOf(placed, selector);
    return between == 0 && all == 1 && !isElsewhere(only, selector, m_text) ? spanOf(only, selector) : Span{};
}

Span placeOf(const Selector &selector, QStringView text)
{
    return Passages(text.toString()).placeOf(selector);
}

} // namespace onrecord
