// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figuretokens.h"

#include "core/match/figurewords.h"

#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

constexpr qint32 reachBefore = 1400; // UTF-16 units: about four sentences
constexpr qint32 reachBehind = 500;

} // namespace

FigureTokens::FigureTokens(const Figure &figure, QStringView text, std::span<const Span> mentions, const QString &language)
    : m_figure(figure), m_isGerman(language.startsWith(u"de")), m_words(extract::sharedLexicon(m_isGerman ? u"de"_s : u"en"_s)), m_mentions(mentions)
{
    const Span span = figure.content.span;
    m_base = std::max(0, span.start - reachBefore);
    while (m_base > 0 && m_base < span.start && !text[m_base - 1].isSpace())
        ++m_base;
    qint32 end = std::min<qint32>(static_cast<qint32>(text.size()), span.end + reachBehind);
    m_text = text.sliced(m_base, end - m_base);
    m_tokens = tokenise(m_text, m_words->abbreviations());
    for (int t = 0; t < count(); ++t) {
        if (at(t).start + m_base < span.end && at(t).end + m_base > span.start) {
            if (m_first < 0)
                m_first = t;
            m_last = t;
        }
    }
    if (m_first >= 0)
        findSentence();
}

bool FigureTokens::opens(int t) const
{
    if (t == 0 || at(t).startsParagraph)
        return true;
    const Token &before = at(t - 1);
    int sign = t - 1;
    while (sign > 0 && at(sign).shape == TokenShape::Quote)
        --sign;
    const bool ends =
        at(sign).sign == u'.' || at(sign).sign == u'!' || at(sign).sign == u'?' || at(sign).sign == u'…';
    return ends && at(sign).shape == TokenShape::Point && (at(t).spaceBefore || before.shape == TokenShape::Quote)
        && (at(t).isCapital || at(t).shape == TokenShape::Quote || at(t).shape == TokenShape::Number);
}

void FigureTokens::findSentence()
{
    m_from = m_first;
    while (m_from > 0 && !opens(m_from))
        --m_from;
    m_to = m_last + 1;
    while (m_to < count() && !opens(m_to))
        ++m_to;
}

bool FigureTokens::isMentioned(int t) const
{
    const Span span{at(t).start + m_base, at(t).end + m_base};
    const auto it = std::ranges::lower_bound(m_mentions, span.end, {}, [](Span s) { return s.end; });
    return it != m_mentions.end() && it->start <= span.start && it->end >= span.end;
}

bool FigureTokens::isName(int t) const
{
    if (!isText(t) || !(at(t).isCapital || at(t).hasInnerCapital || (at(t).hasDigit && isMentioned(t)))
        || at(t).end - at(t).start < 2)
        return false;
    if (is(t, word::Function | word::Month | word::Weekday | word::Nationality | word::Title | word::NumberWord)
        || isEmptyName(wordAt(t)))
        return false;
    const bool before = t + 1 < count() && at(t + 1).isCapital && isText(t + 1) && !opens(t + 1);
    if (before && is(t, word::GivenName | word::Male | word::Female))
        return false; // the surname stands for both
    if (is(t, word::Organisation | word::Product | word::Place))
        return true;
    const bool ordinary =
        is(t, word::Common | word::Verb | word::Adverb | word::Role | word::OrganisationWord | word::CompanySuffix);
    if (ordinary)
        return isMentioned(t) && !opens(t) && !neighbourIsName(t);
    return isMentioned(t) || !opens(t);
}

bool FigureTokens::neighbourIsName(int t) const
{
    return (t > 0 && at(t - 1).isCapital && isMentioned(t - 1))
        || (t + 1 < count() && at(t + 1).isCapital && isMentioned(t + 1));
}

bool FigureTokens::isDeedForm(int t) const
{
    return isText(t) && !at(t).isCapital && wordAt(t).size() > 5 && wordAt(t).endsWith(u"ed")
        && !is(t, word::Common | word::Role);
}

int FigureTokens::yearAt(int t) const
{
    if (t < 0 || t >= count() || isFigure(t) || at(t).shape != TokenShape::Number || at(t).end - at(t).start != 4)
        return 0;
    bool whole = false;
    const int year = wordAt(t).toInt(&whole);
    return whole && year >= 1900 && year <= 2100 ? year : 0;
}

} // namespace onrecord::match
