// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/textfind.h"

#include "core/explore/textblocks.h"
#include "core/text/tokens.h"

#include <QRegularExpression>
#include <QStringMatcher>

namespace onrecord::explore {

namespace {

bool standsAlone(QStringView text, Span span)
{
    const bool openLeft = span.start > 0 && isWordUnit(text[span.start - 1]) && isWordUnit(text[span.start]);
    const bool openRight = span.end < text.size() && isWordUnit(text[span.end]) && isWordUnit(text[span.end - 1]);
    return !openLeft && !openRight;
}

QString lettersOf(QStringView words)
{
    QString letters;
    for (const QChar c : words) {
        if (c.isLetter())
            letters += c;
    }
    return letters;
}

/// Where the original of one folded unit ends; a ligature's letters share one origin.
qint32 endOf(const Folded &folded, size_t unit)
{
    size_t next = unit + 1;
    while (next + 1 < folded.origin.size() && folded.origin[next] == folded.origin[unit])
        ++next;
    return folded.origin[next];
}

FindAnswer findPattern(const QString &text, const QString &wanted, const FindOptions &options, const std::function<bool()> &isCancelled)
{
    FindAnswer answer;
    auto flags = QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption;
    if (!options.matchCase)
        flags |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression pattern(wanted, flags);
    if (!pattern.isValid()) {
        answer.state = FindAnswer::State::BadPattern;
        answer.detail = pattern.errorString();
        answer.position = static_cast<int>(pattern.patternErrorOffset());
        return answer;
    }
    qsizetype from = 0;
    while (from <= text.size()) {
        if (isCancelled && isCancelled()) {
            answer.state = FindAnswer::State::Cancelled;
            return answer;
        }
        const QRegularExpressionMatch match = pattern.match(text, from);
        // Past PCRE's match limit a match that exists is reported as "no match"; only isValid() tells.
        if (!match.isValid()) {
            answer.state = FindAnswer::State::TooCostly;
            return answer;
        }
        if (!match.hasMatch())
            break;
        const Span span{static_cast<qint32>(match.capturedStart()), static_cast<qint32>(match.capturedEnd())};
        from = span.isEmpty() ? span.end + 1 : span.end;
        if (from < text.size() && text[from].isLowSurrogate() && span.isEmpty())
            ++from;
        if (span.isEmpty() || (options.wholeWords && !standsAlone(text, span)))
            continue;
        if (answer.hits.size() == mostHits) {
            answer.state = FindAnswer::State::TooMany;
            break;
        }
        answer.hits.push_back(span);
    }
    return answer;
}

FindAnswer findWords(const QString &text, const QString &wanted, const FindOptions &options, const std::function<bool()> &isCancelled)
{
    FindAnswer answer;
    const QString needle = foldedText(wanted);
    if (needle.isEmpty())
        return answer;
    const Folded folded = fold(text);
    const QString letters = options.matchCase ? lettersOf(wanted) : QString();
    const QStringMatcher matcher(needle);
    for (qsizetype at = matcher.indexIn(folded.text); at >= 0; at = matcher.indexIn(folded.text, at)) {
        if (isCancelled && isCancelled()) {
            answer.state = FindAnswer::State::Cancelled;
            return answer;
        }
        const auto first = static_cast<size_t>(at);
        const auto last = first + static_cast<size_t>(needle.size()) - 1;
        Span span{folded.origin[first], endOf(folded, last)};
        // Dropped characters and white space behind the last character found are not part of the words.
        while (span.end > span.start + 1 && (text[span.end - 1].isSpace() || isInvisible(text[span.end - 1].unicode())))
            --span.end;
        const bool fits = !span.isEmpty() && (!options.wholeWords || standsAlone(text, span))
            && (!options.matchCase || lettersOf(QStringView(text).sliced(span.start, span.length())) == letters);
        at += fits ? needle.size() : 1;
        if (!fits || (!answer.hits.empty() && span.start < answer.hits.back().end))
            continue;
        if (answer.hits.size() == mostHits) {
            answer.state = FindAnswer::State::TooMany;
            break;
        }
        answer.hits.push_back(span);
    }
    return answer;
}

} // namespace

FindAnswer findAll(const QString &text, const QString &wanted, const FindOptions &options, const std::function<bool()> &isCancelled)
{
    if (wanted.isEmpty())
        return {};
    return options.isPattern ? findPattern(text, wanted, options, isCancelled) : findWords(text, wanted, options, isCancelled);
}

} // namespace onrecord::explore
