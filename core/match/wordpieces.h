// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"

#include <QStringView>

namespace onrecord::match {

/// Two wordings compared word by word: the longest common subsequence of their words, folded and without punctuation at either end.
/// The Same and Printed pieces put together are `printed`, the Same words in its spelling; Asked pieces are words of `asked` only. Neighbours
/// of one kind are one piece. O(n·m) in words after common ends are taken off; wordings of more than 2,000 differing words each are
/// not aligned but shown one after the other.
[[nodiscard]] std::vector<Piece> wordPieces(QStringView printed, QStringView asked);

/// The pieces of wordPieces() for reading in one text: a line with something added ends where `asked` ends it, so that words added at a line's end
/// stand on that line, and so do those that took the place of others there. Only white space differs.
[[nodiscard]] std::vector<Piece> withLinesOf(QStringView asked, std::vector<Piece> pieces);

/// How many words are in one wording only.
struct WordCount {
    int printed = 0;
    int asked = 0;
    int same = 0;
    friend bool operator==(const WordCount &, const WordCount &) = default;
};
[[nodiscard]] WordCount countWords(const std::vector<Piece> &pieces);

} // namespace onrecord::match
