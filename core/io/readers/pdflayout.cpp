// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/flow.h"
#include "core/io/readers/pdf.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr double edgeOfPage = 0.1;  // of its height: where running heads and page numbers stand
constexpr double smallPrint = 0.9;  // of the body's size: footnotes
constexpr double largePrint = 1.15; // headings
constexpr double headlinePrint = 1.35;
constexpr qsizetype longestHeading = 200;

enum class Part : quint8 { Body, Furniture, Footnote };

bool endsSentence(const QString &words)
{
    static const QRegularExpression end(u"[.!?…:][\"'”’»)\\]]*\\d{0,3}$"_s); // a note's mark may follow
    return end.match(words).hasMatch();
}

bool endsWithHyphen(const QString &words)
{
    return words.size() > 1 && (words.back() == u'-' || words.back() == u'\u2010' || words.back() == u'\u00AD')
        && words[words.size() - 2].isLetter();
}

bool beginsItem(const QString &words)
{
    static const QRegularExpression item(u"^(?:[•▪●◦‣–—*-]\\s|\\(?\\d{1,2}[.)]\\s|\\(?[a-z]\\)\\s)"_s);
    return item.match(words).hasMatch();
}

/// The words of a paragraph while it is put together.
struct Passage {
    QString words;
    std::vector<UncertainWord> uncertain = {}; ///< spans of the words

    /// What joins the line is there already.
    void add(const QString &more, const std::vector<UncertainWord> &doubts)
    {
        const auto at = static_cast<qint32>(words.size());
        words += more;
        for (const UncertainWord &doubt : doubts) {
            const UncertainWord moved{{doubt.span.start + at, doubt.span.end + at}, doubt.percent};
            if (!uncertain.empty() && uncertain.back().span.end == moved.span.start)
                uncertain.back() = {{uncertain.back().span.start, moved.span.end},
                                    std::min(uncertain.back().percent, moved.percent)};
            else
                uncertain.push_back(moved);
        }
    }

    void chop()
    {
        words.chop(1);
        if (!uncertain.empty())
            uncertain.back().span.end = std::min(uncertain.back().span.end, static_cast<qint32>(words.size()));
    }
};

class Layout
{
public:
    Layout(const PdfPages &pages, ReadDocument &document) : m_pages(pages), m_document(document), m_flow(document)
    {
        findBodySize();
        findParts();
        for (const PdfLine &line : pages.lines) {
            static const QRegularExpression word(u"[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*"_s);
            for (auto it = word.globalMatch(line.words); it.hasNext();) {
                const auto m = it.next();
                if (m.capturedEnd() < line.words.size() - 1 && m.capturedStart() > 0) // not the pieces at a line's ends
                    m_vocabulary.insert(m.captured(0).toLower());
            }
        }
    }

    void run()
    {
        const PdfLine *last = nullptr;
        for (size_t i = 0; i < m_pages.lines.size(); ++i) {
            const PdfLine &line = m_pages.lines[i];
            if (m_parts[i] != Part::Body) {
                defer(line, m_parts[i], i);
                continue;
            }
            if (!last || !continues(*last, line)) {
                flush();
                m_blockLeft = line.left;
                m_blockRight = line.right;
            }
            append(line);
            m_blockLeft =
                last && line.page == last->page && line.top > last->top ? std::min(m_blockLeft, line.left) : line.left;
            m_blockRight = std::max(m_blockRight, line.right);
            last = &line;
        }
        flush();
        m_flow.finish();
    }

private:
    struct Deferred {
        Passage passage;
        Part part;
        int page;
        double bottom;
    };

    void findBodySize()
    {
        std::map<int, qsizetype> letters; // by size in half points
        for (const PdfLine &line : m_pages.lines)
            letters[static_cast<int>(std::lround(std::clamp(line.size, 0.0, 1000.0) * 2))] += line.words.size();
        const auto most = std::ranges::max_element(letters, {}, [](const auto &entry) { return entry.second; });
        m_bodySize = most == letters.end() ? 0 : most->first / 2.0;
    }

    [[nodiscard]] bool isAtEdge(const PdfLine &line) const
    {
        const double height = m_pages.heights[static_cast<size_t>(line.page)];
        return height > 0 && (line.bottom < height * edgeOfPage || line.top > height * (1 - edgeOfPage));
    }

    static QString keyOf(const PdfLine &line)
    {
        static const QRegularExpression digits(u"\\d+"_s);
        return line.words.simplified().toLower().replace(digits, u"#"_s);
    }

    void findParts()
    {
        m_parts.assign(m_pages.lines.size(), Part::Body);
        static const QRegularExpression pageNumber(
            u"^[\\s\\-–—|]*(?:(?:page|seite|p\\.|s\\.)\\s*)?(?:\\d{1,4}|[ivxlc]{1,7})(?:\\s*(?:of|von|/)\\s*\\d{1,4})?[\\s\\-–—|]*$"_s,
            QRegularExpression::CaseInsensitiveOption);
        QHash<QString, QSet<int>> pagesOf;
        for (const PdfLine &line : m_pages.lines) {
            if (isAtEdge(line))
                pagesOf[keyOf(line)].insert(line.page);
        }
        const auto count = static_cast<qsizetype>(m_pages.heights.size());
        for (size_t i = 0; i < m_parts.size(); ++i) {
            const PdfLine &line = m_pages.lines[i];
            const qsizetype repeats = isAtEdge(line) ? pagesOf.value(keyOf(line)).size() : 0;
            if (repeats >= 3 || (repeats >= 2 && count <= 4)
                || (repeats > 0 && pageNumber.match(line.words).hasMatch()))
                m_parts[i] = Part::Furniture;
        }
        findFootnotes();
    }

    /// Small print at the foot of a page that opens with a mark, up to the next line of another size.
    void findFootnotes()
    {
        static const QRegularExpression mark(u"^(?:\\d{1,3}|[*†‡§]{1,3}|[a-z](?=[\\s).]))[\\s).]*\\s*\\p{L}"_s);
        bool isInside = false;
        int page = -1;
        for (size_t i = 0; i < m_parts.size(); ++i) {
            const PdfLine &line = m_pages.lines[i];
            const double height = m_pages.heights[static_cast<size_t>(line.page)];
            const bool isSmall = line.size < m_bodySize * smallPrint && line.top > height * 0.45;
            isInside = isSmall && m_parts[i] == Part::Body
                && (mark.match(line.words).hasMatch() || (isInside && line.page == page));
            page = line.page;
            if (isInside)
                m_parts[i] = Part::Footnote;
        }
    }

    [[nodiscard]] bool continues(const PdfLine &last, const PdfLine &line) const
    {
        const bool areRecognised = last.paragraph >= 0 && line.paragraph >= 0;
        if (areRecognised && last.page == line.page && last.paragraph == line.paragraph)
            return true;
        const double size = std::max(last.size, line.size);
        if (std::min(last.size, line.size) < size * 0.87 || last.isBold != line.isBold || beginsItem(line.words))
            return false;
        if (endsWithHyphen(last.words) && line.words[0].isLower())
            return true;
        const bool movedOn = line.page != last.page || line.top < last.top - size || line.left > last.right;
        if (movedOn) // next column or page
            return !endsSentence(last.words) && size < m_bodySize * largePrint
                && (line.words[0].isLower() || last.right > m_blockRight - 4 * size);
        if (areRecognised || line.top - last.bottom > size * 0.75)
            return false;
        const bool isIndented = line.left > m_blockLeft + 0.8 * size;
        const bool wasShort = last.right < m_blockRight - 6 * size && last.right < line.right - 4 * size;
        if (endsSentence(last.words) && (isIndented || wasShort))
            return false;
        return !(isIndented && line.words[0].isUpper() && last.right < m_blockRight - 6 * size);
    }

    void append(const PdfLine &line)
    {
        const QString words = line.words.simplified();
        const QString &before = m_passage.words;
        m_size = std::max(m_size, line.size);
        m_isBold = before.isEmpty() ? line.isBold : m_isBold && line.isBold;
        m_page = before.isEmpty() ? line.page : m_page;
        if (endsWithHyphen(before) && !words.isEmpty() && words[0].isLower())
            joinHyphen(words);
        else if (!before.isEmpty())
            m_passage.words += u' ';
        m_passage.add(words, line.uncertain);
    }

    /// "jour-" + "nalist" is one word; "well-" + "known" keeps its hyphen if the text spells it so elsewhere.
    void joinHyphen(const QString &words)
    {
        static const QRegularExpression lastWord(u"([\\p{L}\\p{M}-]+)[-\u2010\u00AD]$"_s);
        static const QRegularExpression firstWord(u"^[\\p{L}\\p{M}]+"_s);
        const QString head = lastWord.match(m_passage.words.right(100)).captured(1).toLower();
        const QString tail = firstWord.match(words).captured(0).toLower();
        const bool keeps = m_passage.words.back() != u'\u00AD' && !m_vocabulary.contains(head + tail)
            && m_vocabulary.contains(head + u'-' + tail);
        if (!keeps)
            m_passage.chop();
    }

    void defer(const PdfLine &line, Part part, size_t index)
    {
        const bool isNewNote = index == 0 || m_parts[index - 1] != Part::Footnote || beginsNote(line.words);
        if (part == Part::Footnote && !m_deferred.empty() && m_deferred.back().part == Part::Footnote && !isNewNote
            && m_deferred.back().page == line.page) {
            Passage &passage = m_deferred.back().passage;
            if (endsWithHyphen(passage.words) && line.words[0].isLower())
                passage.chop();
            else
                passage.words += u' ';
            passage.add(line.words.simplified(), line.uncertain);
        } else {
            m_deferred.push_back({{line.words.simplified(), line.uncertain}, part, line.page, line.bottom});
        }
        if (m_passage.words.isEmpty())
            flushDeferred();
    }

    static bool beginsNote(const QString &words)
    {
        static const QRegularExpression mark(u"^(?:\\d{1,3}|[*†‡§]{1,3})[\\s).]*\\s*\\p{L}"_s);
        return mark.match(words).hasMatch();
    }

    void flushDeferred()
    {
        for (const Deferred &one : m_deferred) {
            write(one.passage, one.part == Part::Furniture ? std::optional(RegionKind::Boilerplate) : std::nullopt);
        }
        m_deferred.clear();
    }

    void flush()
    {
        if (const QString &words = m_passage.words; !words.isEmpty()) {
            std::optional<RegionKind> kind;
            const bool isShort = words.size() <= longestHeading && !words.endsWith(u'.');
            if (m_page == 0 && !m_hasHeadline && isShort && words.size() > 8 && m_size >= m_bodySize * headlinePrint) {
                kind = RegionKind::Headline;
                m_hasHeadline = true;
            } else if (isShort && (m_size >= m_bodySize * largePrint || (m_isBold && words.size() <= 100))) {
                kind = RegionKind::Heading;
            }
            write(m_passage, kind);
        }
        m_passage = {};
        m_size = 0;
        flushDeferred();
    }

    void write(const Passage &passage, std::optional<RegionKind> kind)
    {
        const Span span = m_flow.paragraph(passage.words, kind);
        for (const UncertainWord &word : passage.uncertain) {
            const Span inText{span.start + word.span.start, std::min(span.start + word.span.end, span.end)};
            if (m_document.recognition && !inText.isEmpty())
                m_document.recognition->uncertain.push_back({inText, word.percent});
        }
    }

    const PdfPages &m_pages;
    ReadDocument &m_document;
    Flow m_flow;
    std::vector<Part> m_parts;
    QSet<QString> m_vocabulary;
    double m_bodySize = 0;
    std::vector<Deferred> m_deferred;
    Passage m_passage; ///< the open paragraph
    double m_size = 0;
    double m_blockLeft = 0;
    double m_blockRight = 0;
    int m_page = 0;
    bool m_isBold = false;
    bool m_hasHeadline = false;
};

} // namespace

QString withoutLigatures(QString words)
{
    static const std::array<QStringView, 7> letters{u"ff", u"fi", u"fl", u"ffi", u"ffl", u"st", u"st"};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const char16_t c = words[i].unicode();
        if (c >= 0xFB00 && c <= 0xFB06)
            words.replace(i, 1, letters[c - 0xFB00].toString());
    }
    return words;
}

void layOutPdf(const PdfPages &pages, ReadDocument &document)
{
    Layout(pages, document).run();
}

} // namespace onrecord::io
