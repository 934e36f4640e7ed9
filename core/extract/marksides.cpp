// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/marksides.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

MarkSides::MarkSides(Reading &reading) : m_reading(reading)
{
    for (const Token &token : reading.tokens)
        m_lowOpens = m_lowOpens || token.sign == u'\u201e';
}

bool MarkSides::isDouble(char16_t sign)
{
    return QStringView(u"\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02").contains(QChar(sign));
}

MarkSides::Side MarkSides::shapeAt(int t) const
{
    const Token &mark = m_reading.tok(t);
    const QStringView text = m_reading.text;
    const bool first = t == m_from;
    const bool last = t + 1 == m_to;
    const QChar before = first || mark.start == 0 ? QChar(u' ') : text[mark.start - 1];
    const QChar after = last || mark.end >= text.size() ? QChar(u' ') : text[mark.end];
    const bool spaceBefore = before.isSpace() || QStringView(u"([{—–-/‘'").contains(before);
    const bool spaceAfter = after.isSpace() || QStringView(u")]}—–-/,.;:!?’'").contains(after);
    if (spaceBefore == spaceAfter)
        return Side::Either;
    return spaceBefore ? Side::Open : Side::Close;
}

MarkSides::Side MarkSides::sideOf(int t) const
{
    const char16_t sign = m_reading.tok(t).sign;
    const Side shape = shapeAt(t);
    switch (sign) {
    case u'\u201e': case u'\u201f':
        return Side::Open;
    case u'\u201c':
        if (m_lowOpens)
            return Side::Close;
        return shape != Side::Close ? Side::Open : Side::Either;
    case u'\u201d':
        return shape != Side::Open ? Side::Close : Side::Either;
    case u'\u00ab': case u'\u00bb':
        if (shape == Side::Either)
            return sign == u'\u00ab' ? Side::Open : Side::Close;
        return shape;
    default:
        return shape;
    }
}

bool MarkSides::isMeasure(int t, bool open) const
{
    return !open && t > m_from && m_reading.tok(t).sign == u'"' && m_reading.tok(t - 1).hasDigit && !m_reading.tok(t).spaceBefore;
}

bool MarkSides::isDirected(int open, int close) const
{
    const char16_t left = m_reading.tok(open).sign;
    const char16_t right = m_reading.tok(close).sign;
    return (left == u'\u201e' && (right == u'\u201c' || right == u'\u201d')) || (left == u'\u201c' && right == u'\u201d') || (left == u'\u00ab' && right == u'\u00bb') || (left == u'\u00bb' && right == u'\u00ab');
}

bool MarkSides::isSingleMark(int t) const
{
    const Token &token = m_reading.tok(t);
    return token.shape == TokenShape::Quote && QStringView(u"'\u2018\u2019\u201a\u2039\u203a").contains(QChar(token.sign));
}

bool MarkSides::opensSingle(int t) const
{
    const Token &token = m_reading.tok(t);
    if (t + 2 >= m_to || m_reading.tok(t + 1).spaceBefore || token.sign == u'\u2019')
        return false;
    if (token.sign == u'\u201a')
        return true;
    const bool edge = token.spaceBefore || t == m_from || QStringView(u"([—–/").contains(m_reading.text[token.start - 1]);
    if (!edge || m_reading.tok(t + 1).shape == TokenShape::Number)
        return false;
    static constexpr std::array elided{Folded(u"em"), Folded(u"til"), Folded(u"cause"), Folded(u"round"), Folded(u"bout"), Folded(u"n"), Folded(u"tis"), Folded(u"twas")};
    return std::ranges::none_of(elided, [&](Folded w) { return m_reading.isWord(t + 1, w); });
}

bool MarkSides::closesSingle(int t) const
{
    const Token &token = m_reading.tok(t);
    if (token.spaceBefore || token.sign == u'\u2018')
        return m_lowOpens && token.sign == u'\u2018' && !token.spaceBefore;
    return t + 1 >= m_to || m_reading.tok(t + 1).spaceBefore || m_reading.tok(t + 1).shape == TokenShape::Point
        || m_reading.tok(t + 1).shape == TokenShape::Quote;
}

} // namespace onrecord::extract
