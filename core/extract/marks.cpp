// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/marksides.h"

#include <algorithm>

/// Pairing of quotation marks, paragraph by paragraph, so that an odd mark costs one quotation and never the article.
/// Typographic pairs open and close by their own shape, straight marks by the white space beside them. What the layout sets apart needs none.
namespace onrecord::extract {

namespace {

class Pairing : private MarkSides
{
public:
    explicit Pairing(Reading &reading) : MarkSides(reading) {}

    void run()
    {
        const int paragraphs = static_cast<int>(m_reading.paragraphStart.size()) - 1;
        m_leftOpen = -1;
        for (int p = 0; p < paragraphs; ++p) {
            m_from = m_reading.paragraphStart[static_cast<size_t>(p)];
            m_to = m_reading.paragraphStart[static_cast<size_t>(p) + 1];
            if (m_from < m_skipTo || takeSetApart())
                continue;
            pairDouble(p);
        }
        pairSingles();
        std::ranges::sort(m_reading.stretches, {}, &Stretch::open);
        int end = -1;
        std::erase_if(m_reading.stretches, [&end](const Stretch &stretch) {
            const bool isWithin = stretch.open <= end; // double marks within single ones
            end = isWithin ? end : stretch.end();
            return isWithin;
        });
        linkContinuations();
    }

private:
    /// A paragraph of a block quote becomes a stretch as if it stood in marks. Not one that has marks of its own, or that only repeats
    /// words of the text in large letters; a signature behind its words stays outside.
    bool takeSetApart()
    {
        const std::vector<Span> &blocks = m_reading.options->setApart;
        const qint32 start = m_reading.tok(m_from).start;
        while (m_block < blocks.size() && blocks[m_block].end <= start)
            ++m_block;
        if (m_block == blocks.size() || !blocks[m_block].contains(Span{start, m_reading.tok(m_to - 1).end}) || isSignature(m_from))
            return false;
        int last = m_to - 1;
        for (int t = m_from + 1; t < m_to; ++t) {
            if (isSignature(t))
                last = t - 1;
        }
        constexpr int fewest = 3; // words
        int words = 0;
        for (int t = m_from; t <= last; ++t) {
            const Token &token = m_reading.tok(t);
            if (token.shape == TokenShape::Quote && isDouble(token.sign) && !isMeasure(t, true))
                return false;
            words += token.shape == TokenShape::Word;
        }
        const Span content{start, m_reading.tok(last).end};
        if (words < fewest || isPulled(content))
            return false;
        Stretch stretch;
        stretch.open = stretch.first = m_from;
        stretch.last = last;
        stretch.content = content;
        stretch.isSetApart = true;
        const auto index = static_cast<qint32>(m_reading.stretches.size());
        m_reading.stretches.push_back(stretch);
        std::fill(m_reading.stretchOf.begin() + m_from, m_reading.stretchOf.begin() + last + 1, index);
        return true;
    }

    /// "— Ana Ruiz (@ruiz), 3 May" at the end of a paragraph.
    [[nodiscard]] bool isSignature(int dash) const
    {
        constexpr int longest = 14; // tokens
        const Token &token = m_reading.tok(dash);
        const bool isDash = token.shape == TokenShape::Point && QStringView(u"-–—―").contains(QChar(token.sign));
        return isDash && (token.spaceBefore || dash == m_from) && m_to - dash <= longest && dash + 1 < m_to && m_reading.tok(dash + 1).isCapital;
    }

    /// Do the words stand somewhere else in the text as well?
    [[nodiscard]] bool isPulled(Span content)
    {
        constexpr int mostLooks = 200; // each reads the whole text
        if (++m_looks > mostLooks)
            return false;
        const QStringView words = m_reading.textOf(content);
        const qsizetype at = m_reading.text.indexOf(words);
        return at != content.start || m_reading.text.indexOf(words, content.end) >= 0;
    }

    void pairDouble(int paragraph)
    {
        int open = -1;
        for (int t = m_from; t < m_to; ++t) {
            const Token &token = m_reading.tok(t);
            if (token.shape != TokenShape::Quote || !isDouble(token.sign) || isMeasure(t, open >= 0))
                continue;
            const Side side = sideOf(t);
            if (open < 0) {
                if (side != Side::Close || opensAnyway(t))
                    open = t;
                continue;
            }
            if (t + 1 == m_to) { // nothing is left that it could open
                add(open, t);
                open = -1;
                continue;
            }
            if (side == Side::Open && isNested(t)) {
                t = m_nestedClose;
                continue;
            }
            if (side == Side::Open) {
                open = t; // an opener inside an open stretch: the earlier one was a stray
                continue;
            }
            add(open, t);
            open = -1;
        }
        m_leftOpen = -1;
        if (open >= 0)
            leaveOpen(open, paragraph);
    }

    /// A mark of the wrong shape opens where none could close: at the start of its paragraph, or behind a comma or colon when another
    /// closing mark follows (”It leaks,” … – He says,” it leaks.”).
    [[nodiscard]] bool opensAnyway(int t) const
    {
        const bool introduced = t > m_from && (m_reading.isSign(t - 1, u',') || m_reading.isSign(t - 1, u':'));
        if (t != m_from && !introduced)
            return false;
        for (int k = t + 2; k < m_to; ++k) {
            const Token &token = m_reading.tok(k);
            if (token.shape == TokenShape::Quote && isDouble(token.sign) && !isMeasure(k, true))
                return sideOf(k) == Side::Close;
        }
        return false;
    }

    /// “She said “no” twice.” – an opener inside an open stretch whose own closer is followed by another one.
    [[nodiscard]] bool isNested(int open)
    {
        m_nestedClose = -1;
        const bool isDoubled = m_reading.tok(open - 1).shape == TokenShape::Quote;
        for (int t = open + 2; t < m_to; ++t) {
            const Token &token = m_reading.tok(t);
            if (token.shape != TokenShape::Quote || !isDouble(token.sign) || isMeasure(t, true))
                continue;
            if (sideOf(t) != Side::Close)
                return false;
            if (m_nestedClose >= 0)
                return !isDoubled || m_nestedClose == t - 1; // a mark set twice by mistake opens nothing of its own
            m_nestedClose = t;
        }
        return false;
    }

    void leaveOpen(int open, int paragraph)
    {
        if (takeBlock(open, paragraph))
            return;
        const bool goesOn = m_to < m_reading.count() && opensNext(m_to);
        if ((goesOn || open == m_from || isIntroduced(open)) && m_to - 1 > open)
            add(open, -1);
    }

    /// Ruiz said: “It leaks. – the closing mark is missing; behind a comma, a colon or a full stop a sentence in marks runs to the end
    /// of its paragraph, and right behind a verb of saying whatever a directed mark opens.
    [[nodiscard]] bool isIntroduced(int open) const
    {
        if (open == m_from || open + 1 >= m_to || sideOf(open) != Side::Open)
            return false;
        const bool ends = QStringView(u".?!").contains(QChar(m_reading.tok(m_to - 1).sign));
        if (ends && m_reading.tok(open).sign != u'"' && m_reading.is(open - 1, word::Speech))
            return true; // Ruiz said “the pump leaks.
        if (!m_reading.tok(open + 1).isCapital)
            return false;
        const Token &before = m_reading.tok(open - 1);
        return before.shape == TokenShape::Point && QStringView(u",:.!?").contains(QChar(before.sign));
    }

    [[nodiscard]] bool opensNext(int t) const
    {
        const Token &token = m_reading.tok(t);
        return token.shape == TokenShape::Quote && isDouble(token.sign) && !(m_lowOpens && token.sign == u'\u201c')
            && t + 1 < m_reading.count() && !m_reading.tok(t + 1).spaceBefore;
    }

    /// A quotation over several lines without reopened marks: the next double mark of the text closes, within a few lines.
    bool takeBlock(int open, int paragraph)
    {
        constexpr int longestBlock = 40;
        constexpr int fewParagraphs = 3;
        const int paragraphs = static_cast<int>(m_reading.paragraphStart.size()) - 1;
        const int end = m_reading.paragraphStart[static_cast<size_t>(std::min(paragraphs, paragraph + longestBlock))];
        const int from = m_from;
        const int to = m_to;
        for (int t = m_to; t < end; ++t) {
            const Token &token = m_reading.tok(t);
            if (token.shape != TokenShape::Quote || !isDouble(token.sign))
                continue;
            const int p = m_reading.paragraphOf[static_cast<size_t>(t)];
            m_from = m_reading.paragraphStart[static_cast<size_t>(p)];
            m_to = m_reading.paragraphStart[static_cast<size_t>(p) + 1];
            const bool closes = sideOf(t) == Side::Close && (t + 1 == m_to || (p - paragraph <= fewParagraphs && isDirected(open, t)));
            m_from = from;
            m_to = to;
            if (!closes || t == open + 1)
                return false;
            add(open, t);
            m_reading.stretches.back().isBlock = true;
            m_skipTo = m_reading.paragraphStart[static_cast<size_t>(p) + 1];
            return true;
        }
        return false;
    }

    void add(int open, int close)
    {
        Stretch stretch;
        stretch.open = open;
        stretch.close = close;
        stretch.first = open + 1;
        stretch.last = close >= 0 ? close - 1 : m_to - 1;
        if (stretch.last < stretch.first)
            return;
        stretch.content = {m_reading.tok(stretch.first).start, m_reading.tok(stretch.last).end};
        const int index = static_cast<int>(m_reading.stretches.size());
        m_reading.stretches.push_back(stretch);
        for (int t = open; t <= stretch.end(); ++t)
            m_reading.stretchOf[static_cast<size_t>(t)] = index;
    }

    void pairSingles()
    {
        for (size_t p = 0; p + 1 < m_reading.paragraphStart.size(); ++p) {
            m_from = m_reading.paragraphStart[p];
            m_to = m_reading.paragraphStart[p + 1];
            for (int t = m_from; t < m_to; ++t) {
                if (m_reading.stretchOf[static_cast<size_t>(t)] >= 0 || !isSingleMark(t) || !opensSingle(t))
                    continue;
                int close = singleCloseOf(t);
                if (close < 0)
                    close = closeAround(t);
                if (close < 0)
                    continue;
                add(t, close);
                if (!m_reading.stretches.empty())
                    m_reading.stretches.back().isSingle = true;
                t = close;
            }
        }
    }

    [[nodiscard]] int singleCloseOf(int open) const
    {
        int plural = -1;
        const bool curly = m_reading.tok(open).sign == u'\u2018';
        const bool low = m_reading.tok(open).sign == u'\u201a';
        constexpr int longest = 1000; // tokens: what never closes must not be looked for to the end again and again
        for (int t = open + 2; t < std::min(m_to, open + longest); ++t) {
            if (m_reading.stretchOf[static_cast<size_t>(t)] >= 0)
                return -1;
            if (low && isSingleMark(t) && !m_reading.tok(t).spaceBefore && (m_reading.tok(t).sign == u'\u2018' || m_reading.tok(t).sign == u'\u2019'))
                return t;
            if (plural >= 0 && curly && m_reading.tok(t).sign == u'\u2018')
                return plural; // the next one opens: what looked like a plural's apostrophe closed
            if (!isSingleMark(t) || !closesSingle(t))
                continue;
            // "the workers’ rights": a plural's apostrophe looks like a closing mark.
            const QStringView before = m_reading.word(t - 1);
            const bool maybePlural = before.endsWith(u's') && t + 1 < m_to && m_reading.tok(t + 1).shape == TokenShape::Word;
            if (!maybePlural)
                return t;
            if (plural < 0)
                plural = t;
        }
        return plural;
    }

    /// Ruiz said: ‘Hale told me, “It leaks,” and left.’ – single marks around double ones, where nothing but a quotation can open: behind a
    /// comma, a colon or at the start of the paragraph; and close: behind a sign that ends words, or before a comma. −1 otherwise.
    [[nodiscard]] int closeAround(int open) const
    {
        const bool introduced = open == m_from || QStringView(u",:.").contains(QChar(m_reading.tok(open - 1).sign));
        if (!introduced || !m_reading.tok(open + 1).isCapital || m_reading.tok(open).sign == u'\u201a')
            return -1;
        constexpr int longest = 500; // tokens
        bool holds = false;
        for (int t = open + 2; t < std::min(m_to, open + longest); ++t) {
            if (const int known = m_reading.stretchOf[static_cast<size_t>(t)]; known >= 0) {
                const Stretch &inner = m_reading.stretches[static_cast<size_t>(known)];
                if (inner.close < 0 || inner.isBlock || inner.isSingle)
                    return -1;
                holds = true;
                t = inner.close;
                continue;
            }
            const bool isBeforeComma = t + 1 < m_to && m_reading.isSign(t + 1, u',') && !m_reading.word(t - 1).endsWith(u's'); // “… died believing that’, she said”
            const bool ends = isBeforeComma || QStringView(u".,!?").contains(QChar(m_reading.tok(t - 1).sign)) || m_reading.tok(t - 1).shape == TokenShape::Quote;
            if (ends && isSingleMark(t) && m_reading.tok(t).sign != u'\u2018' && closesSingle(t))
                return holds ? t : -1;
        }
        return -1;
    }

    void linkContinuations()
    {
        auto &stretches = m_reading.stretches;
        for (size_t i = 0; i < stretches.size(); ++i) {
            for (int t = stretches[i].open; t <= stretches[i].end(); ++t)
                m_reading.stretchOf[static_cast<size_t>(t)] = static_cast<qint32>(i);
            if (i == 0 || stretches[i - 1].close >= 0)
                continue;
            if (m_reading.tok(stretches[i].open).startsParagraph && stretches[i].open == stretches[i - 1].last + 1)
                stretches[i].continues = static_cast<int>(i) - 1;
        }
    }

    int m_skipTo = 0;
    size_t m_block = 0; ///< the first block quote that does not end before the paragraph
    int m_looks = 0;
    int m_leftOpen = -1;
    int m_nestedClose = -1;
};

} // namespace

void pairMarks(Reading &reading)
{
    reading.stretchOf.assign(reading.tokens.size(), -1);
    Pairing(reading).run();
}

} // namespace onrecord::extract
