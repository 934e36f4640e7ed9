// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/recognised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype columns = 12;
constexpr int wordLevel = 5;
constexpr int mostWords = 1'000'000;
constexpr qsizetype longestWord = 500;
constexpr double largestPlace = 1e6;

/// One word of the table. Places in dots of the picture.
struct Word {
    std::array<int, 4> path{}; ///< block, paragraph, line, word
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    int percent = 0;
    QString words;
};

struct Table {
    std::vector<Word> words;
    double height = 0; ///< of the picture
};

double placeOf(QByteArrayView field)
{
    bool isNumber = false;
    const double value = field.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::clamp(value, 0.0, largestPlace) : 0;
}

QString wordOf(QByteArrayView field)
{
    QString word = withoutLigatures(QString::fromUtf8(field));
    word.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return word.simplified().left(longestWord);
}

/// Of one page: a program that goes on to the next ones of the file is not followed.
Table tableOf(const QByteArray &bytes)
{
    Table table;
    QByteArray page;
    for (const QByteArray &line : bytes.split('\n')) {
        const QByteArrayList fields = line.split('\t');
        const int level = fields.first().toInt();
        if (fields.size() < columns - 1 || level < 1 || static_cast<int>(table.words.size()) >= mostWords)
            continue;
        if (page.isEmpty())
            page = fields[1];
        if (fields[1] != page)
            continue;
        const auto at = [&fields](int column) { return placeOf(fields[column]); };
        table.height = std::max(table.height, at(7) + at(9));
        if (level != wordLevel || fields.size() < columns)
            continue;
        Word word{{fields[2].toInt(), fields[3].toInt(), fields[4].toInt(), fields[5].toInt()},
                  at(6),
                  at(7),
                  at(8),
                  at(9),
                  static_cast<int>(std::min(at(10), 100.0)),
                  wordOf(fields[11])};
        if (!word.words.isEmpty())
            table.words.push_back(std::move(word));
    }
    return table;
}

/// The size of the print that a box around these letters speaks of: "access" is half as high as "Apply".
double sizeOf(const Word &word)
{
    const bool rises = std::ranges::any_of(word.words, [](QChar c) {
        return c.isUpper() || c.isDigit() || u"bdfhkltßäöüéèáàíóúñ"_s.contains(c) || u"\"'“”‘’!?()/"_s.contains(c);
    });
    const bool hangs = std::ranges::any_of(word.words, [](QChar c) { return u"gjpqyçQJ,;()/"_s.contains(c); });
    const double share = rises && hangs ? 0.95 : rises || hangs ? 0.73 : 0.52;
    return word.height / share;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

void RecognisedWords::addPage(qint32 page, double height, std::vector<PdfLine> &lines)
{
    const auto found = std::ranges::find(m_pages, page, &RecognisedPage::page);
    if (found == m_pages.end())
        return;
    const Table table = tableOf(found->words);
    const double scale = table.height > 0 ? height / table.height : 1;
    std::array<int, 3> line{-1, -1, -1};
    std::array<int, 2> paragraph{-1, -1};
    int paragraphs = -1;
    std::vector<double> sizes;
    const auto close = [&] {
        for (auto it = lines.rbegin(); it != lines.rend() && it->page == page && it->paragraph == paragraphs; ++it)
            it->size = median(sizes);
        sizes.clear();
    };
    for (const Word &word : table.words) {
        const std::array<int, 3> itsLine{word.path[0], word.path[1], word.path[2]};
        const std::array<int, 2> itsParagraph{word.path[0], word.path[1]};
        if (itsParagraph != paragraph) {
            close();
            ++paragraphs;
        }
        const bool opens = itsLine != line || itsParagraph != paragraph;
        line = itsLine;
        paragraph = itsParagraph;
        if (opens)
            lines.push_back({{}, word.left * scale, 0, word.top * scale, 0, 0, page, false, paragraphs});
        PdfLine &open = lines.back();
        if (!opens)
            open.words += u' ';
        const auto start = static_cast<qint32>(open.words.size());
        open.words += word.words;
        if (word.percent < leastCertain)
            open.uncertain.push_back({{start, static_cast<qint32>(open.words.size())}, word.percent});
        open.left = std::min(open.left, word.left * scale);
        open.right = std::max(open.right, (word.left + word.width) * scale);
        open.top = std::min(open.top, word.top * scale);
        open.bottom = std::max(open.bottom, (word.top + word.height) * scale);
        sizes.push_back(sizeOf(word) * scale);
        ++m_words;
        m_confidence += word.percent;
        m_likely +=
            word.percent >= 50 && std::ranges::any_of(word.words, [](QChar c) { return c.isLetterOrNumber(); }) ? 1 : 0;
    }
    close();
}

std::optional<Recognition> RecognisedWords::finish(std::vector<PdfLine> &lines) const
{
    constexpr double alike = 0.15;
    if (m_words == 0)
        return {};
    std::vector<double> sizes; // of each ten letters
    for (const PdfLine &line : lines) {
        if (line.paragraph >= 0)
            sizes.insert(sizes.end(), static_cast<size_t>(line.words.size() / 10 + 1), line.size);
    }
    const double body = median(std::move(sizes));
    for (PdfLine &line : lines) {
        if (line.paragraph >= 0 && std::abs(line.size - body) < body * alike)
            line.size = body;
    }
    return Recognition{{}, {}, m_words, m_confidence / m_words, {}};
}

} // namespace onrecord::io
