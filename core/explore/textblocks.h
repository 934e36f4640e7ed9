// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QString>
#include <QStringView>
#include <vector>

namespace onrecord::explore {

/// How many UTF-16 units one line of a text may have before a viewer breaks it softly: shaping costs more than linearly.
inline constexpr qint32 longestBlock = 4096;

/// The lines of a text as a viewer lays them out: broken after LF, CR LF, CR, U+2028 and U+2029, and softly where a line is
/// longer than longestBlock (after a space when there is one near, never inside a surrogate pair or before a combining mark).
/// Blocks cover the text without gap; breaks belong to the block they end. Offsets are those of the text. One pass over it.
class TextBlocks
{
public:
    TextBlocks() : TextBlocks(QStringView()) {}
    explicit TextBlocks(QStringView text);

    [[nodiscard]] int count() const { return static_cast<int>(m_starts.size()); } ///< at least 1
    /// The block's words, without its line break.
    [[nodiscard]] Span span(int block) const;
    [[nodiscard]] qint32 start(int block) const { return m_starts[static_cast<size_t>(block)]; }
    /// Start of the next block; the text's length for the last.
    [[nodiscard]] qint32 end(int block) const;
    /// The block an offset lies in; the last one for the end of the text. O(log n).
    [[nodiscard]] int at(qint32 offset) const;
    /// Goes on with the line of the block before, without a break in the text.
    [[nodiscard]] bool isContinuation(int block) const;

private:
    std::vector<qint32> m_starts;
    std::vector<quint8> m_breaks; // length of the line break that ends the block: 0, 1 or 2
    qint32 m_length = 0;
};

/// Does nothing on the page but can hide or turn words: bidi controls, zero-width characters, soft hyphens, variation selectors
/// that stand alone, tags.
[[nodiscard]] bool isInvisible(char32_t character);
/// What cannot be drawn at all: NUL, other C0 and C1 controls, U+FFFC, noncharacters, lone surrogates.
[[nodiscard]] bool isUndrawable(char32_t character);
/// "U+202E RIGHT-TO-LEFT OVERRIDE" for the ones people meet, "U+0007" for the others. English: Unicode's own names.
[[nodiscard]] QString characterName(char32_t character);

/// The block as it is given to the font engine: unit for unit the same length. Undrawable characters become a symbol, with
/// `reveal` the invisible ones too (which then turn no words any more). Never read back: anchors are taken from the text.
[[nodiscard]] QString shownText(QStringView block, bool reveal);
inline constexpr char16_t shownSymbol = u'\u25AF';

/// How many invisible and undrawable characters a text holds, soft hyphens and the joiner inside emoji left out.
[[nodiscard]] int suspiciousCount(QStringView text);

} // namespace onrecord::explore
