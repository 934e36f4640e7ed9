// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokens.h"

#include <QChar>
#include <algorithm>
#include <array>

namespace onrecord {

namespace {

constexpr quint64 hashSeed = 14695981039346656037ULL;
constexpr quint64 hashPrime = 1099511628211ULL;

/// What an ASCII character is to the scanner.
enum Kind : quint8 { Sign = 0, Lower = 1, Upper = 2, Digit = 4, Space = 8 };

constexpr std::array<quint8, 0x80> kinds = [] {
    std::array<quint8, 0x80> out{};
    for (size_t c = 0; c < out.size(); ++c) {
        if (c >= 'a' && c <= 'z')
            out[c] = Lower;
        else if (c >= 'A' && c <= 'Z')
            out[c] = Upper;
        else if (c >= '0' && c <= '9')
            out[c] = Digit;
        else if (c == ' ' || (c >= 9 && c <= 13))
            out[c] = Space;
    }
    return out;
}();

bool isKind(QChar c, int kind)
{
    return c.unicode() < kinds.size() && (kinds[c.unicode()] & kind);
}

/// Dashes, quotation marks, points and bullets: what texts hold most beyond ASCII.
bool isCommonSign(char16_t u)
{
    return u >= u'\u2010' && u <= u'\u2027';
}

bool isLetter(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return kinds[u] & (Lower | Upper);
    return !isCommonSign(u) && (c.isLetter() || c.isMark() || c.isSurrogate());
}

bool isDigit(QChar c)
{
    return isKind(c, Digit);
}

bool isSpace(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return kinds[u] & Space;
    return !isCommonSign(u) && (c.isSpace() || c.category() == QChar::Other_Format); // marks of direction, soft hyphens
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u02bc';
}

char16_t folded(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return static_cast<char16_t>(u + ((kinds[u] & Upper) << 4)); // Upper is 2, and a small letter stands 32 behind its capital
    if (u == u'\u2019' || u == u'\u02bc')
        return u'\'';
    return c.toLower().unicode();
}

bool isUpper(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x80 ? (kinds[u] & Upper) != 0 : c.isUpper();
}

/// Does the line from `from` on open a turn of a conversation: "Ruiz: …"?
bool opensTurn(QStringView line)
{
    constexpr qsizetype longestLabel = 28;
    const qsizetype colon = line.first(std::min(line.size(), longestLabel)).indexOf(u':');
    return colon > 0 && colon + 1 < line.size() && line[colon + 1] == u' ' && line[0].isUpper();
}

/// Is the run of lines [from, end) one paragraph that was broken into lines of like width, as mails and wires are? Source of the measures: 72 to 80
/// letters are usual, a line is full when no word of the next would have fitted.
bool isWrapped(QStringView run)
{
    constexpr qsizetype narrowest = 40;
    constexpr qsizetype widest = 100;
    qsizetype width = 0;
    for (qsizetype at = 0; at < run.size();) {
        qsizetype end = run.indexOf(u'\n', at);
        end = end < 0 ? run.size() : end;
        if (end - at > widest)
            return false;
        width = std::max(width, end - at);
        at = end + 1;
    }
    int breaks = 0;
    int continued = 0;
    for (qsizetype at = 0; at < run.size();) {
        const qsizetype end = run.indexOf(u'\n', at);
        if (end < 0 || end + 1 >= run.size())
            break;
        const QStringView line = run.sliced(at, end - at).trimmed();
        const QStringView rest = run.sliced(end + 1);
        const qsizetype stop = rest.indexOf(u'\n');
        const QStringView next = (stop < 0 ? rest : rest.first(stop)).trimmed();
        const qsizetype blank = next.indexOf(u' ');
        const qsizetype word = blank < 0 ? next.size() : blank;
        if (line.size() < narrowest || next.isEmpty() || line.size() + 1 + word <= width - 8 || opensTurn(next))
            return false;
        ++breaks;
        const QStringView closers = u".!?:…\"”’»";
        continued += next[0].isLower() || !closers.contains(line.back());
        at = end + 1;
    }
    return breaks > 0 && continued * 2 >= breaks && continued > 0;
}

/// Walks a text once; each take… function fills the token just appended and moves on.
class Scanner
{
public:
    Scanner(QStringView text, const Abbreviations &abbreviations) : m_text(text), m_abbreviations(abbreviations)
    {
        m_tokens.reserve(static_cast<size_t>(text.size() / 5 + 8));
    }

    std::vector<Token> run()
    {
        bool paragraph = true;
        bool space = true;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (isSpace(c)) {
                paragraph = paragraph || (c == u'\n' && !isSoft(m_at)) || c == u'\u2029';
                space = true;
                ++m_at;
                continue;
            }
            Token &token = m_tokens.emplace_back(); // filled where it stays: copying what was just written byte by byte stalls
            token.start = static_cast<qint32>(m_at);
            token.startsParagraph = paragraph;
            token.spaceBefore = space;
            take(token, c);
            token.end = static_cast<qint32>(m_at);
            paragraph = false;
            space = false;
        }
        return std::move(m_tokens);
    }

private:
    /// Does the line end at `at` only break a line of a paragraph? Asked of every line end, in order.
    [[nodiscard]] bool isSoft(qsizetype at)
    {
        if (at < m_runEnd)
            return m_runIsWrapped && at + 1 < m_text.size() && m_text[at + 1] != u'\n';
        qsizetype first = at > 0 ? m_text.lastIndexOf(u'\n', at - 1) + 1 : 0;
        first = std::max(first, m_runEnd);
        constexpr qsizetype widest = 100;
        if (at - first > widest || at + 1 >= m_text.size() || m_text[at + 1] == u'\n' || first == at)
            return false;
        m_runEnd = m_text.indexOf(u"\n\n", at);
        m_runEnd = m_runEnd < 0 ? m_text.size() : m_runEnd;
        m_runIsWrapped = isWrapped(m_text.sliced(first, m_runEnd - first));
        return m_runIsWrapped;
    }

    [[nodiscard]] QChar peek(qsizetype ahead) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(u' ');
    }

    void take(Token &token, QChar c)
    {
        if (isDigit(c))
            takeNumber(token);
        else if (isLetter(c))
            takeWord(token);
        else if ((c == u'@' || c == u'#') && isLetter(peek(1)))
            takeHandle(token);
        else
            takeSign(token, c);
    }

    void takeSign(Token &token, QChar c)
    {
        token.sign = c.unicode();
        token.shape = isQuoteMark(c.unicode()) ? TokenShape::Quote : TokenShape::Point;
        if (isApostrophe(c) && isLetter(peek(1)) && isSuffixAt(m_at) && !token.spaceBefore && m_tokens.size() > 1) {
            const TokenShape before = m_tokens[m_tokens.size() - 2].shape;
            if (before == TokenShape::Word || before == TokenShape::Number) {
                takeClitic(token);
                return;
            }
        }
        ++m_at;
        if (c == u'.' && peek(0) == u'.') {
            while (peek(0) == u'.')
                ++m_at;
            token.sign = u'\u2026';
        } else if (c == u'-' && peek(0) == u'-') {
            while (peek(0) == u'-')
                ++m_at;
            token.sign = u'\u2014';
        } else if ((c == u'\'' || c == u'`') && peek(0) == c) {
            ++m_at;
            token.sign = c == u'`' ? u'\u201c' : u'"';
        }
    }

    /// Is what stands after the apostrophe at `at` one of 's, 're, 'll, 've, 'd, 'm and then no letter?
    [[nodiscard]] bool isSuffixAt(qsizetype at) const
    {
        qsizetype end = at + 1;
        while (end < m_text.size() && isLetter(m_text[end]))
            ++end;
        const QStringView tail = m_text.sliced(at + 1, end - at - 1);
        if (tail.size() == 1)
            return QStringView(u"sdmSDM").contains(tail[0]);
        return tail.size() == 2
            && (tail.compare(u"re", Qt::CaseInsensitive) == 0 || tail.compare(u"ll", Qt::CaseInsensitive) == 0
                || tail.compare(u"ve", Qt::CaseInsensitive) == 0);
    }

    void takeClitic(Token &token)
    {
        token.shape = TokenShape::Clitic;
        token.sign = 0;
        quint64 hash = hashSeed;
        do {
            hash = (hash ^ folded(m_text[m_at])) * hashPrime;
            ++m_at;
        } while (m_at < m_text.size() && isLetter(m_text[m_at]));
        token.hash = hash;
    }

    void takeWord(Token &token)
    {
        token.shape = TokenShape::Word;
        if (takeLink(token))
            return;
        token.isCapital = isUpper(m_text[m_at]);
        quint64 hash = hashSeed;
        int letters = 0;
        int upper = 0;
        bool lastLower = false;
        const qsizetype start = m_at;
        while (m_at < m_text.size()) {
            const qsizetype small = takeSmall(hash);
            letters += static_cast<int>(small);
            lastLower = lastLower || small > 0;
            if (m_at == m_text.size())
                break;
            const QChar c = m_text[m_at];
            if (isLetter(c)) {
                const bool up = isUpper(c);
                ++letters;
                upper += up ? 1 : 0;
                token.hasInnerCapital = token.hasInnerCapital || (up && lastLower);
                lastLower = !up;
            } else if (isDigit(c)) {
                token.hasDigit = true;
            } else if (!joins(c, start)) {
                break;
            } else {
                lastLower = false;
            }
            hash = (hash ^ folded(c)) * hashPrime;
            ++m_at;
        }
        token.isAllCapital = letters >= 2 && upper == letters;
        token.hash = hash;
        if (peek(0) == u'.')
            takePoint(token, start, letters);
    }

    /// Over small ASCII letters, which nearly all are; how many there were. In a loop of its own, with nothing kept in memory.
    qsizetype takeSmall(quint64 &hash)
    {
        const QChar *at = m_text.data() + m_at;
        const QChar *const end = m_text.data() + m_text.size();
        quint64 h = hash;
        for (; at != end && isKind(*at, Lower); ++at)
            h = (h ^ at->unicode()) * hashPrime;
        const qsizetype taken = at - m_text.data() - m_at;
        hash = h;
        m_at += taken;
        return taken;
    }

    /// Does the sign at the scanner's place hold two parts of one word together?
    [[nodiscard]] bool joins(QChar c, qsizetype start) const
    {
        const QChar next = peek(1);
        if (c == u'-' || c == u'\u2011')
            return isLetter(next) || isDigit(next);
        if (isApostrophe(c))
            return isLetter(next) && !isSuffixAt(m_at);
        if (c == u'&')
            return m_at - start <= 2 && isUpper(next) && isUpper(m_text[start]);
        if (c == u'.') // U.S. and example.org, but not a sentence that lacks its space
            return isLetter(next) && ((isLoneLetter(start) && (!isLetter(peek(2)) || peek(2) == u'.')) || isDomain());
        return false;
    }

    [[nodiscard]] bool isLoneLetter(qsizetype start) const
    {
        return m_at - start == 1 || m_text[m_at - 2] == u'.' || m_text[m_at - 2] == u'-'; // U.S., D-N.Y.
    }

    [[nodiscard]] bool isDomain() const
    {
        for (const QStringView ending : {QStringView(u"com"), QStringView(u"org"), QStringView(u"net"), QStringView(u"de"), QStringView(u"gov")}) {
            if (m_text.sliced(m_at + 1).startsWith(ending) && !isLetter(peek(1 + ending.size())))
                return true;
        }
        return false;
    }

    void takePoint(Token &token, qsizetype start, int letters)
    {
        const quint64 dotted = (token.hash ^ u'.') * hashPrime;
        const bool initial = letters == 1 && token.isCapital && m_at - start == 1;
        const bool acronym = m_at - start >= 3 && m_text[m_at - 2] == u'.';
        if (!initial && !acronym && !std::ranges::binary_search(m_abbreviations, dotted))
            return;
        token.hash = dotted;
        token.isAbbreviation = true;
        ++m_at;
    }

    bool takeLink(Token &token)
    {
        const QChar first = m_text[m_at];
        if (first != u'h' && first != u'w' && first != u'p')
            return false;
        const QStringView rest = m_text.sliced(m_at);
        if (!rest.startsWith(u"http") && !rest.startsWith(u"www.") && !rest.startsWith(u"pic.twitter"))
            return false;
        if (rest.startsWith(u"http") && !rest.startsWith(u"http:") && !rest.startsWith(u"https:"))
            return false;
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && !isQuoteMark(m_text[m_at].unicode()) && m_text[m_at] != u'—')
            ++m_at;
        while (QStringView(u".,;:!?)").contains(m_text[m_at - 1]))
            --m_at;
        token.shape = TokenShape::Link;
        return true;
    }

    void takeHandle(Token &token)
    {
        token.shape = TokenShape::Handle;
        quint64 hash = hashSeed;
        do {
            hash = (hash ^ folded(m_text[m_at])) * hashPrime;
            ++m_at;
        } while (m_at < m_text.size() && (isLetter(m_text[m_at]) || isDigit(m_text[m_at]) || m_text[m_at] == u'_'));
        token.hash = hash;
    }

    void takeNumber(Token &token)
    {
        token.shape = TokenShape::Number;
        token.hasDigit = true;
        quint64 hash = hashSeed;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            const bool inner = (c == u',' || c == u'.') && isDigit(peek(1)) && isDigit(m_text[m_at - 1]);
            const bool letter = isLetter(c) && c.unicode() < 0x250;
            const bool hyphen = c == u'-' && isLetter(peek(1)); // "43-year-old"
            if (!isDigit(c) && !inner && !letter && !hyphen)
                break;
            hash = (hash ^ folded(c)) * hashPrime;
            ++m_at;
        }
        token.hash = hash;
    }

    qsizetype m_runEnd = 0; ///< of the run of lines that was last asked about
    bool m_runIsWrapped = false;
    QStringView m_text;
    const Abbreviations &m_abbreviations;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

bool isQuoteMark(char16_t unit)
{
    switch (unit) {
    case u'"': case u'\'': case u'`':
    case u'\u2018': case u'\u2019': case u'\u201a': case u'\u201b':
    case u'\u201c': case u'\u201d': case u'\u201e': case u'\u201f':
    case u'\u00ab': case u'\u00bb': case u'\u2039': case u'\u203a': case u'\uff02':
        return true;
    default:
        return false;
    }
}

quint64 wordHash(QStringView word)
{
    quint64 hash = hashSeed;
    for (const QChar c : word)
        hash = (hash ^ folded(c)) * hashPrime;
    return hash;
}

std::vector<Token> tokenise(QStringView text, const Abbreviations &abbreviations)
{
    return Scanner(text, abbreviations).run();
}

} // namespace onrecord
