// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/collation.h"

#include "core/match/alignment.h"

#include <algorithm>

namespace onrecord::match {

namespace {

using State = CollatedCell::State;

/// Each word with the signs up to the next one; the first also with those before it.
QStringList printedWords(const QString &text, const std::vector<ComparedWord> &words)
{
    QStringList out;
    // An opening mark or bracket belongs to the word behind it.
    const auto startOf = [&](size_t at) {
        qint32 start = words[at].span.start;
        const qint32 least = at == 0 ? 0 : words[at - 1].span.end;
        while (start > least && !text[start - 1].isSpace() && !text[start - 1].isLetterOrNumber())
            --start;
        return start == 0 || text[start - 1].isSpace() ? start : words[at].span.start;
    };
    for (size_t i = 0; i < words.size(); ++i) {
        const qint32 start = i == 0 ? 0 : startOf(i);
        const qint32 end = i + 1 < words.size() ? std::max(startOf(i + 1), words[i].span.end) : static_cast<qint32>(text.size());
        out.append(text.sliced(start, end - start).simplified());
    }
    return out;
}

/// One wording against the base before the columns are known: what became of each base word, and what stands before it.
struct Side {
    std::vector<CollatedCell> own;                ///< one a base word
    std::vector<std::vector<CollatedCell>> added; ///< before base word i; the last behind all
};

class Aligner
{
public:
    Aligner(const QString &base, const QString &language) : m_base(base), m_words(comparedWords(base, language)), m_printed(printedWords(base, m_words.words)) {}

    [[nodiscard]] const QStringList &printed() const { return m_printed; }
    [[nodiscard]] Side align(const QString &wording, const std::vector<Change> &changes) const;

private:
    /// The base word that begins at or behind this place; joining makes words of two.
    [[nodiscard]] size_t columnAt(qint32 start) const
    {
        const auto &words = m_words.words;
        return static_cast<size_t>(std::ranges::lower_bound(words, start, {}, [](const ComparedWord &word) { return word.span.start; }) - words.begin());
    }

    QString m_base;
    ComparedText m_words;
    QStringList m_printed;
};

Side Aligner::align(const QString &wording, const std::vector<Change> &changes) const
{
    ComparedText a = m_words;
    ComparedText b = comparedWords(wording, m_words.language);
    joinLinkedWords(a, b);
    const QStringList printed = printedWords(wording, b.words);
    const auto isConflicting = [&changes](Span word, Span Change::*side) {
        return std::ranges::any_of(changes, [&](const Change &change) {
            const Span span = change.*side;
            return isConflict(change) && word.start < span.end && span.start < word.end;
        });
    };
    const auto startOf = [&](size_t word) { return word < a.words.size() ? columnAt(a.words[word].span.start) : m_words.words.size(); };

    Side out{std::vector<CollatedCell>(m_words.words.size()), std::vector<std::vector<CollatedCell>>(m_words.words.size() + 1)};
    for (const Stretch &stretch : match::align(a.words, b.words)) {
        for (size_t word = stretch.a; word < stretch.aEnd; ++word) {
            for (size_t column = startOf(word); column < startOf(word + 1); ++column) {
                const bool isFirst = column == startOf(word);
                out.own[column] = stretch.same
                    ? CollatedCell{State::Same, isFirst ? printed[static_cast<qsizetype>(stretch.b + word - stretch.a)] : QString(), false}
                    : CollatedCell{State::Missing, m_printed[static_cast<qsizetype>(column)], isConflicting(m_words.words[column].span, &Change::printed)};
            }
        }
        if (stretch.same)
            continue;
        for (size_t word = stretch.b; word < stretch.bEnd; ++word)
            out.added[startOf(stretch.aEnd)].push_back({State::Added, printed[static_cast<qsizetype>(word)], isConflicting(b.words[word].span, &Change::asked)});
    }
    return out;
}

void count(Collation &made)
{
    for (CollatedRow &row : made.rows) {
        for (size_t i = 0; i < row.cells.size(); ++i) {
            const CollatedCell &cell = row.cells[i];
            const bool differs = cell.state == State::Missing || cell.state == State::Added;
            row.missing += cell.state == State::Missing ? 1 : 0;
            row.added += cell.state == State::Added ? 1 : 0;
            made.columns[i].differing += differs ? 1 : 0;
            made.columns[i].conflict = made.columns[i].conflict || cell.conflict;
        }
    }
}

} // namespace

Collation collate(const QString &base, const QStringList &wordings, const QString &language)
{
    const Aligner aligner(base, language);
    std::vector<Side> sides;
    Collation made;
    for (const QString &wording : wordings) {
        made.rows.push_back({{}, compare(base, wording, language), 0, 0});
        sides.push_back(aligner.align(wording, made.rows.back().comparison.changes));
    }
    const auto baseWords = static_cast<size_t>(aligner.printed().size());
    for (size_t at = 0; at <= baseWords; ++at) {
        size_t places = 0;
        for (const Side &side : sides)
            places = std::max(places, side.added[at].size());
        made.columns.insert(made.columns.end(), places, {});
        for (size_t row = 0; row < sides.size(); ++row) {
            std::vector<CollatedCell> cells = sides[row].added[at];
            cells.resize(places, {State::Nothing, {}, false});
            std::ranges::move(cells, std::back_inserter(made.rows[row].cells));
        }
        if (at == baseWords)
            break;
        made.columns.push_back({aligner.printed()[static_cast<qsizetype>(at)], 0, false});
        for (size_t row = 0; row < sides.size(); ++row)
            made.rows[row].cells.push_back(sides[row].own[at]);
    }
    count(made);
    return made;
}

} // namespace onrecord::match
