// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QStringView>
#include <vector>

namespace onrecord {

enum class TokenShape : quint8 {
    Word,   ///< letters, with inner hyphens, apostrophes and abbreviating points ("vice-president", "O’Neil", "U.S.", "Mr.")
    Clitic, ///< what follows an apostrophe in a word: ’s, ’re, ’ll
    Number, ///< begins with a digit; inner points and commas belong to it ("1,234.5", "50th", "10x")
    Handle, ///< @somebody, #something
    Link,   ///< an address of the web
    Quote,  ///< any quotation mark, straight, curly or angled; '' and `` are one mark
    Point,  ///< any other sign, one code point each; "..." is one
};

/// One token of a text. Offsets are UTF-16 units. `hash` is that of the folded word (see wordHash), 0 for signs.
struct Token {
    qint32 start = 0;
    qint32 end = 0;
    quint64 hash = 0;
    char16_t sign = 0;           ///< first unit of a Quote or Point; 0 otherwise
    TokenShape shape = TokenShape::Word;
    bool isCapital = false;      ///< begins with an upper-case letter
    bool isAllCapital = false;   ///< two letters or more, none lower-case
    bool hasInnerCapital = false;///< a capital after a lower-case letter ("OpenAI")
    bool hasDigit = false;
    bool startsParagraph = false;
    bool spaceBefore = false;    ///< white space or the text's start stands before it
    bool isAbbreviation = false; ///< the last point belongs to the word

    [[nodiscard]] Span span() const { return {start, end}; }
};

/// Of a word folded to lower case with straight apostrophes; equal words have equal hashes on any machine.
[[nodiscard]] quint64 wordHash(QStringView word);
/// The hash of a phrase from that of its beginning and of its next word.
[[nodiscard]] constexpr quint64 phraseHash(quint64 begin, quint64 next)
{
    return (begin ^ (next + 0x9e3779b97f4a7c15ULL + (begin << 6) + (begin >> 2))) * 0x100000001b3ULL;
}

/// Words whose closing point does not end a sentence ("mr.", "inc."), as sorted hashes with the point.
using Abbreviations = std::vector<quint64>;

/// Cuts a text into tokens, in order, without gaps but white space. A line feed starts a paragraph, but within a run of lines that a mail or a wire
/// broke at one width ("… and it\nheard …").
[[nodiscard]] std::vector<Token> tokenise(QStringView text, const Abbreviations &abbreviations = {});

[[nodiscard]] bool isQuoteMark(char16_t unit);

/// Whether this unit stands inside a word of a search: a letter, a digit, a mark above or below one, half of a character beyond the units.
[[nodiscard]] inline bool isWordUnit(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x80)
        return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9');
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace onrecord
