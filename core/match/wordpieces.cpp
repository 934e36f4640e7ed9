// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/wordpieces.h"

#include "core/match/sameutterance.h"

#include <algorithm>

namespace onrecord::match {

namespace {

constexpr size_t mostAligned = 2000;

struct Word {
    QStringView text; ///< with the spaces after it
    QString key;
};

std::vector<Word> wordsOf(QStringView text)
{
    std::vector<Word> out;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype start = i;
        while (i < text.size() && text[i].isSpace())
            ++i;
        const qsizetype from = out.empty() ? start : i; // leading space belongs to the first word
        while (i < text.size() && !text[i].isSpace())
            ++i;
        const qsizetype wordEnd = i;
        while (i < text.size() && text[i].isSpace())
            ++i;
        if (wordEnd == from)
            break;
        const QStringView bare = text.sliced(from, wordEnd - from).trimmed();
        QString key = comparableWords(bare);
        // A dash that stands alone is punctuation: it has no key and never tells two wordings apart by itself.
        out.push_back({text.sliced(from, i - from), std::move(key)});
    }
    return out;
}

class Pieces
{
public:
    void add(Piece::Op op, QStringView text)
    {
        if (!m_out.empty() && m_out.back().op == op)
            m_out.back().text += text;
        else
            m_out.push_back({op, text.toString()});
    }
    void add(Piece::Op op, const std::vector<Word> &words, size_t from, size_t to)
    {
        for (size_t i = from; i < to; ++i)
            add(op, words[i].text);
    }
    std::vector<Piece> take() { return std::move(m_out); }

private:
    std::vector<Piece> m_out;
};

/// Lengths of the longest common subsequence of every pair of tails.
std::vector<quint16> commonLengths(const std::vector<Word> &a, size_t aFrom, size_t aTo, const std::vector<Word> &b, size_t bFrom, size_t bTo)
{
    const size_t width = bTo - bFrom + 1;
    std::vector<quint16> length((aTo - aFrom + 1) * width, 0);
    for (size_t i = aTo - aFrom; i-- > 0;) {
        for (size_t j = bTo - bFrom; j-- > 0;) {
            length[i * width + j] = a[aFrom + i].key == b[bFrom + j].key
                ? static_cast<quint16>(length[(i + 1) * width + j + 1] + 1)
                : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
        }
    }
    return length;
}

QStringView spaceBehind(QStringView text)
{
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isSpace())
        --end;
    return text.sliced(end);
}

QString withoutSpaceBehind(const QString &text)
{
    return text.chopped(spaceBehind(text).size());
}

} // namespace

std::vector<Piece> wordPieces(QStringView printed, QStringView asked)
{
    const std::vector<Word> a = wordsOf(printed);
    const std::vector<Word> b = wordsOf(asked);
    Pieces pieces;
    size_t head = 0;
    while (head < a.size() && head < b.size() && a[head].key == b[head].key)
        ++head;
    size_t aEnd = a.size();
    size_t bEnd = b.size();
    while (aEnd > head && bEnd > head && a[aEnd - 1].key == b[bEnd - 1].key) {
        --aEnd;
        --bEnd;
    }
    pieces.add(Piece::Op::Same, a, 0, head);
    if (aEnd - head > mostAligned || bEnd - head > mostAligned) {
        pieces.add(Piece::Op::Printed, a, head, aEnd);
        pieces.add(Piece::Op::Asked, b, head, bEnd);
    } else {
        const auto length = commonLengths(a, head, aEnd, b, head, bEnd);
        const size_t width = bEnd - head + 1;
        size_t i = head;
        size_t j = head;
        while (i < aEnd || j < bEnd) {
            if (i < aEnd && j < bEnd && a[i].key == b[j].key) {
                pieces.add(Piece::Op::Same, a[i].text);
                ++i;
                ++j;
            } else if (i < aEnd && (j == bEnd || length[(i - head + 1) * width + j - head] >= length[(i - head) * width + j - head + 1])) {
                pieces.add(Piece::Op::Printed, a[i++].text);
            } else {
                pieces.add(Piece::Op::Asked, b[j++].text);
            }
        }
    }
    pieces.add(Piece::Op::Same, a, aEnd, a.size());
    return pieces.take();
}

std::vector<Piece> withLinesOf(QStringView asked, std::vector<Piece> pieces)
{
    const std::vector<Word> words = wordsOf(asked);
    size_t at = 0;
    for (size_t i = 0; i + 1 < pieces.size(); ++i) {
        Piece &piece = pieces[i];
        const Piece &next = pieces[i + 1];
        if (piece.op != Piece::Op::Printed)
            at += wordsOf(piece.text).size();
        if (next.op != Piece::Op::Asked)
            continue;
        if (piece.op == Piece::Op::Same && at > 0 && at <= words.size())
            piece.text = withoutSpaceBehind(piece.text) + spaceBehind(words[at - 1].text);
        const bool startsLine = i == 0 || spaceBehind(pieces[i - 1].text).contains(u'\n');
        if (piece.op == Piece::Op::Printed && !startsLine && spaceBehind(next.text).contains(u'\n'))
            piece.text = withoutSpaceBehind(piece.text) + u' ';
    }
    return pieces;
}

WordCount countWords(const std::vector<Piece> &pieces)
{
    WordCount count;
    for (const Piece &piece : pieces) {
        const auto words = static_cast<int>(wordsOf(piece.text).size());
        (piece.op == Piece::Op::Same ? count.same : piece.op == Piece::Op::Printed ? count.printed : count.asked) += words;
    }
    return count;
}

} // namespace onrecord::match
