// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/passages.h"

#include "core/text/fold.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace onrecord {

namespace {

constexpr int fewAsked = 20;    // for which no index is worth its price
constexpr size_t most = 20'000; // places: it is not certain which of so many is meant
constexpr size_t hashes = size_t(1) << 20;
constexpr qint64 mostLooks = 500'000'000; // in one text: only one made for it needs more

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

void Passages::Index::build(QStringView text)
{
    const qsizetype last = text.size() - letters;
    starts.assign(hashes + 1, 0);
    places.resize(static_cast<size_t>(std::max<qsizetype>(0, last + 1)));
    for (qsizetype at = 0; at <= last; ++at)
        ++starts[qHash(text.sliced(at, letters)) % hashes + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<qint32> next(starts.begin(), starts.end() - 1);
    for (qsizetype at = 0; at <= last; ++at)
        places[static_cast<size_t>(next[qHash(text.sliced(at, letters)) % hashes]++)] = static_cast<qint32>(at);
}

std::span<const qint32> Passages::Index::at(QStringView words) const
{
    const size_t hash = qHash(words.first(letters)) % hashes;
    return std::span(places).subspan(static_cast<size_t>(starts[hash]), static_cast<size_t>(starts[hash + 1] - starts[hash]));
}

std::vector<qint32> Passages::placesOf(QStringView words)
{
    std::vector<qint32> out;
    if (++m_asked <= fewAsked || words.size() < m_short.letters) {
        for (qsizetype at = m_text.indexOf(words); at >= 0 && out.size() < most; at = m_text.indexOf(words, at + 1))
            out.push_back(static_cast<qint32>(at));
        return out.size() < most ? out : std::vector<qint32>();
    }
    Index &index = words.size() < m_long.letters ? m_short : m_long;
    if (index.starts.empty())
        index.build(m_text);
    const auto places = index.at(words);
    m_looks += static_cast<qint64>(places.size());
    if (m_looks > mostLooks)
        return {};
    std::ranges::copy_if(places, std::back_inserter(out), [&](qint32 at) { return QStringView(m_text).sliced(at).startsWith(words); });
    return out.size() < most ? out : std::vector<qint32>();
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
