// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/innerquote.h"

#include "core/extract/lexicon.h"
#include "core/match/reach.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onrecord::match {

namespace word = extract::word;

namespace {

bool isOpening(QStringView text, qint32 at, qint32 start)
{
    if (!QStringView(u"‘“„‚«»‹›'\"").contains(text[at]) || at + 1 >= text.size())
        return false;
    const bool isFree = at == start || text[at - 1].isSpace() || QStringView(u"(—–-:").contains(text[at - 1]);
    return isFree && (text[at + 1].isLetterOrNumber() || text[at + 1] == u'[' || text[at + 1] == u'…');
}

QStringView closingOf(QChar opening)
{
    static constexpr std::array<std::pair<char16_t, QStringView>, 8> pairs{{{u'‘', u"’"}, {u'‚', u"‘’"}, {u'“', u"”"}, {u'„', u"“”"}, {u'«', u"»"}, {u'»', u"«"}, {u'‹', u"›"}, {u'›', u"‹"}}};
    const auto known = std::ranges::find(pairs, opening.unicode(), &std::pair<char16_t, QStringView>::first);
    return known != pairs.end() ? known->second : opening == u'\'' ? QStringView(u"'") : QStringView(u"\"");
}

/// Where the inner marks close; the first mark behind a sign, else the last before the end that is no apostrophe within a word. −1: nowhere.
qint32 closingAt(QStringView text, qint32 from, qint32 end, QChar opening)
{
    const QStringView closing = closingOf(opening);
    qint32 last = -1;
    for (qint32 at = from; at < end; ++at) {
        if (!closing.contains(text[at]))
            continue;
        const bool isApostrophe = at + 1 < end && text[at + 1].isLetterOrNumber();
        if (isApostrophe)
            continue;
        last = at;
        const bool isBehindSign = QStringView(u".,!?…").contains(text[at - 1]);
        const bool isBeforeSign = at + 1 < end && QStringView(u".,;:!?").contains(text[at + 1]);
        const bool mayBePossessive = text[at - 1] == u's' && (opening == u'‘' || opening == u'\'');
        if (isBehindSign || isBeforeSign || !mayBePossessive)
            break;
    }
    return last;
}

Span shifted(Span span, qint32 by)
{
    return {span.start + by, span.end + by};
}

bool isSaying(const ComparedWord &one)
{
    return one.is(guard::Report) || (one.lexical & word::Speech);
}

/// The words of saying right before the marks, or right behind them, whose subject is not the speaker. `isKnown` tells whether there are any.
Span subjectBefore(QStringView before, qint32 offset, bool &isKnown)
{
    const ComparedText read = comparedWords(before);
    const auto &words = read.words;
    constexpr size_t mostBehind = 4; // "told | me and the others"
    for (size_t verb = words.size(); verb > 0 && words.size() - verb <= mostBehind; --verb) {
        const size_t at = verb - 1;
        if (words[at].sentence != words.back().sentence)
            break;
        if (!isSaying(words[at]))
            continue;
        size_t start = at;
        while (start > 0 && words[start - 1].sentence == words[at].sentence && words[start].sign.isNull() && !(words[start].lexical & word::Subordinator) && words[start].key != u"and" && words[start].key != u"but" && words[start].key != u"that")
            --start;
        while (start < at && (words[start].lexical & (word::Conjunction | word::Subordinator) || words[start].key == u"that"))
            ++start;
        if (isOwnReport(words, start, at))
            return {};
        isKnown = true;
        if (words[start].lexical & word::First)
            return {}; // "I was told ‘…’" names nobody
        if (start == at) { // "My coach, | Marta Diaz, | told me"
            while (start > 0 && words[start - 1].sentence == words[at].sentence && (start == at || words[start].sign.isNull()))
                --start;
            return start == at ? Span() : shifted({words[start].span.start, words[at - 1].span.end}, offset);
        }
        size_t end = start + 1;
        while (end < at && !(words[end].lexical & (word::Auxiliary | word::Past | word::Adverb)))
            ++end; // "my mother | used to say"
        return shifted({words[start].span.start, words[end - 1].span.end}, offset);
    }
    return {};
}

/// "‘we will close it’, Hale told me"; "… said Hale".
Span subjectBehind(QStringView behind, qint32 offset, bool &isKnown)
{
    const ComparedText read = comparedWords(behind);
    const auto &words = read.words;
    constexpr size_t mostBefore = 4;
    for (size_t at = 0; at < std::min(words.size(), mostBefore) && words[at].sentence == 0; ++at) {
        if (at > 0 && !words[at].sign.isNull())
            break;
        if (!isSaying(words[at]))
            continue;
        if (at > 0 && isOwnReport(words, 0, at))
            return {};
        if (at == 0) {
            const bool hasSubject = words.size() > 1 && words[1].is(guard::Name);
            isKnown = hasSubject;
            return hasSubject ? shifted(words[1].span, offset) : Span();
        }
        if (words[0].lexical & (word::Conjunction | word::Relative | word::Subordinator))
            return {};
        isKnown = true;
        return shifted({words[0].span.start, words[at - 1].span.end}, offset);
    }
    return {};
}

} // namespace

std::vector<InnerQuote> innerQuotes(QStringView text, Span content)
{
    std::vector<InnerQuote> out;
    for (qint32 at = content.start; at < content.end; ++at) {
        if (!isOpening(text, at, content.start))
            continue;
        const qint32 close = closingAt(text, at + 1, content.end, text[at]);
        if (close < 0)
            continue;
        bool isKnown = false;
        InnerQuote inner{{at + 1, close}, {}};
        inner.speaker = subjectBefore(text.sliced(content.start, at - content.start), content.start, isKnown);
        if (!isKnown)
            inner.speaker = subjectBehind(text.sliced(close + 1, content.end - close - 1), close + 1, isKnown);
        if (isKnown)
            out.push_back(inner);
        at = close;
    }
    return out;
}

} // namespace onrecord::match
