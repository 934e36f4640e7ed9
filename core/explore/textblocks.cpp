// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/textblocks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onrecord::explore {

namespace {

bool isCombining(QChar c)
{
    return c.isLowSurrogate() || c.isMark() || c == QChar(0x200d) || (c.unicode() >= 0xfe00 && c.unicode() <= 0xfe0f);
}

/// Where to break a line that runs from `start` at least to `limit`: behind the last space of its final part, else at `limit`
/// moved back out of what must stay together.
qint32 softBreak(QStringView text, qint32 start, qint32 limit)
{
    constexpr qint32 searched = 256;
    for (qint32 at = limit; at > limit - searched; --at) {
        if (text[at - 1].isSpace() && !text[at].isSpace())
            return at;
    }
    qint32 at = limit;
    while (at > start + 1 && limit - at < searched && (isCombining(text[at]) || text[at - 1] == QChar(0x200d)))
        --at;
    return at;
}

/// The character that begins at `at`; a lone surrogate is itself. `units` becomes how many it takes.
char32_t characterOf(QStringView text, qsizetype at, qsizetype &units)
{
    const QChar c = text[at];
    units = c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
    return units == 2 ? QChar::surrogateToUcs4(c, text[at + 1]) : c.unicode();
}

struct Named {
    char32_t character;
    const char *name;
};

constexpr std::array names{
    Named{0x0000, "NULL"},
    Named{0x00AD, "SOFT HYPHEN"},
    Named{0x034F, "COMBINING GRAPHEME JOINER"},
    Named{0x061C, "ARABIC LETTER MARK"},
    Named{0x180E, "MONGOLIAN VOWEL SEPARATOR"},
    Named{0x200B, "ZERO WIDTH SPACE"},
    Named{0x200C, "ZERO WIDTH NON-JOINER"},
    Named{0x200D, "ZERO WIDTH JOINER"},
    Named{0x200E, "LEFT-TO-RIGHT MARK"},
    Named{0x200F, "RIGHT-TO-LEFT MARK"},
    Named{0x202A, "LEFT-TO-RIGHT EMBEDDING"},
    Named{0x202B, "RIGHT-TO-LEFT EMBEDDING"},
    Named{0x202C, "POP DIRECTIONAL FORMATTING"},
    Named{0x202D, "LEFT-TO-RIGHT OVERRIDE"},
    Named{0x202E, "RIGHT-TO-LEFT OVERRIDE"},
    Named{0x2060, "WORD JOINER"},
    Named{0x2066, "LEFT-TO-RIGHT ISOLATE"},
    Named{0x2067, "RIGHT-TO-LEFT ISOLATE"},
    Named{0x2068, "FIRST STRONG ISOLATE"},
    Named{0x2069, "POP DIRECTIONAL ISOLATE"},
    Named{0xFEFF, "ZERO WIDTH NO-BREAK SPACE"},
    Named{0xFFFC, "OBJECT REPLACEMENT CHARACTER"},
};

} // namespace

TextBlocks::TextBlocks(QStringView text) : m_length(static_cast<qint32>(text.size()))
{
    qint32 start = 0;
    const auto finish = [&](qint32 next, quint8 lineBreak) {
        m_starts.push_back(start);
        m_breaks.push_back(lineBreak);
        start = next;
    };
    for (qint32 at = 0; at < m_length; ++at) {
        const char16_t c = text[at].unicode();
        if (c == u'\n' || c == 0x2028 || c == 0x2029) {
            finish(at + 1, 1);
        } else if (c == u'\r') {
            const bool pair = at + 1 < m_length && text[at + 1] == u'\n';
            finish(at + (pair ? 2 : 1), pair ? 2 : 1);
            at += pair ? 1 : 0;
        } else if (at - start >= longestBlock) {
            const qint32 cut = softBreak(text, start, at);
            finish(cut, 0);
        }
    }
    m_starts.push_back(start);
    m_breaks.push_back(0);
}

Span TextBlocks::span(int block) const
{
    return {start(block), end(block) - m_breaks[static_cast<size_t>(block)]};
}

qint32 TextBlocks::end(int block) const
{
    const auto next = static_cast<size_t>(block) + 1;
    return next < m_starts.size() ? m_starts[next] : m_length;
}

int TextBlocks::at(qint32 offset) const
{
    const auto after = std::ranges::upper_bound(m_starts, offset);
    return std::max<int>(0, static_cast<int>(after - m_starts.begin()) - 1);
}

bool TextBlocks::isContinuation(int block) const
{
    return block > 0 && m_breaks[static_cast<size_t>(block) - 1] == 0;
}

bool isInvisible(char32_t c)
{
    return c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe0fff);
}

bool isUndrawable(char32_t c)
{
    return (c < 0x20 && c != U'\t' && c != U'\n') || (c >= 0x7f && c <= 0x9f) || c == 0xfffc || (c >= 0xfdd0 && c <= 0xfdef)
        || (c & 0xfffe) == 0xfffe || (c >= 0xd800 && c <= 0xdfff);
}

QString characterName(char32_t character)
{
    QString name = QStringLiteral("U+%1").arg(static_cast<uint>(character), 4, 16, QLatin1Char('0')).toUpper();
    const auto known = std::ranges::find(names, character, &Named::character);
    if (known != names.end())
        name += u' ' + QString::fromLatin1(known->name);
    return name;
}

QString shownText(QStringView block, bool reveal)
{
    QString shown = block.toString();
    qsizetype units = 1;
    for (qsizetype at = 0; at < block.size(); at += units) {
        const char32_t c = characterOf(block, at, units);
        if (!isUndrawable(c) && !(reveal && isInvisible(c)))
            continue;
        shown[at] = QChar(shownSymbol);
        if (units == 2)
            shown[at + 1] = QChar(0x200b); // the second half of a pair draws nothing
    }
    return shown;
}

int suspiciousCount(QStringView text)
{
    int count = 0;
    qsizetype units = 1;
    for (qsizetype at = 0; at < text.size(); at += units) {
        const char32_t c = characterOf(text, at, units);
        if (c != 0x00ad && c != 0x200d && c != U'\r' && (isUndrawable(c) || isInvisible(c)))
            ++count;
    }
    return count;
}

} // namespace onrecord::explore
