// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/context.h"

#include <QTextBoundaryFinder>
#include <algorithm>

namespace onrecord {

namespace {

/// How far around the passage sentences are looked for; a "sentence" longer than this is cut.
constexpr qsizetype reach = 4000;

bool isMark(QChar c)
{
    return c == u'"' || c == u'\'' || c.category() == QChar::Punctuation_InitialQuote || c.category() == QChar::Punctuation_FinalQuote
        || c.category() == QChar::Punctuation_Open || c.category() == QChar::Punctuation_Close;
}

/// Starts of sentences in `text`, ascending, its end included.
std::vector<qsizetype> sentenceStarts(QStringView text)
{
    std::vector<qsizetype> out{0};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    while (finder.toNextBoundary() >= 0) {
        if (finder.position() > out.back())
            out.push_back(finder.position());
    }
    if (out.back() != text.size())
        out.push_back(text.size());
    return out;
}

} // namespace

Context contextOf(QStringView text, Span passage, int sentences)
{
    Q_ASSERT(passage.start >= 0 && passage.start <= passage.end && passage.end <= text.size());
    const qsizetype base = std::max<qsizetype>(0, passage.start - reach);
    const QStringView part = text.sliced(base, std::min<qsizetype>(text.size(), passage.end + reach) - base);
    const qsizetype start = passage.start - base;
    const qsizetype end = passage.end - base;

    const std::vector<qsizetype> starts = sentenceStarts(part);
    auto first = std::upper_bound(starts.begin(), starts.end(), start);
    if (first != starts.begin())
        --first;
    auto last = std::lower_bound(starts.begin(), starts.end(), end);

    Context out;
    const QStringView lead = part.sliced(*first, start - *first);
    out.startsInside = std::ranges::any_of(lead, [](QChar c) { return !c.isSpace() && !isMark(c); });
    const qsizetype ownEnd = last == starts.end() ? part.size() : *last;
    const QStringView rest = part.sliced(end, ownEnd - end);
    out.endsInside = std::ranges::any_of(rest, [](QChar c) { return c.isLetterOrNumber(); });

    first -= std::min<qsizetype>(sentences, first - starts.begin());
    last += std::min<qsizetype>(sentences, starts.end() - 1 - std::min(last, starts.end() - 1));
    qsizetype from = *first;
    qsizetype to = last == starts.end() ? part.size() : *last;
    while (from < start && part[from].isSpace())
        ++from;
    while (to > end && part[to - 1].isSpace())
        --to;
    out.before = {static_cast<qint32>(base + from), passage.start};
    out.after = {passage.end, static_cast<qint32>(base + to)};
    return out;
}

} // namespace onrecord
