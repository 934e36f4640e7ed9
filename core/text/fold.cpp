// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

#include <QChar>
#include <array>

namespace onrecord {

namespace {

bool isDropped(char32_t c)
{
    const bool isDirection = c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return isDirection || c == 0x00AD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

char32_t foldedGlyph(char32_t c)
{
    switch (c) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2035: case 0x0060: case 0x00B4: case 0x02BC: case 0x2039: case 0x203A:
        return U'\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0x2036: case 0x00AB: case 0x00BB: case 0x300C: case 0x300D:
        return U'"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0x2E3A: case 0x2E3B:
        return U'-';
    default:
        return c;
    }
}

constexpr std::array<char16_t, 128> foldedAscii = [] {
    std::array<char16_t, 128> out{};
    for (char16_t c = 0; c < out.size(); ++c)
        out[c] = c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c - u'A' + u'a') : c == u'`' ? u'\'' : (c >= 0x09 && c <= 0x0d) ? u' ' : c;
    return out;
}();

/// Writes a folded text and, where it is asked for, whence each unit comes.
class Folder
{
public:
    Folder(QString &text, std::vector<qint32> *origin) : m_text(text), m_origin(origin) {}

    /// Nothing but ASCII, and no combining mark behind it: nearly all of most texts.
    void putAscii(QStringView run, qsizetype from)
    {
        const qsizetype before = m_text.size();
        m_text.resize(before + run.size());
        if (m_origin)
            m_origin->resize(static_cast<size_t>(before + run.size()));
        char16_t *out = reinterpret_cast<char16_t *>(m_text.data()) + before;
        qsizetype count = 0;
        for (qsizetype i = 0; i < run.size(); ++i) {
            const char16_t unit = foldedAscii[run[i].unicode()];
            const bool isSpace = unit == u' ';
            if (isSpace && m_space)
                continue;
            m_space = isSpace;
            if (m_origin)
                (*m_origin)[static_cast<size_t>(before + count)] = static_cast<qint32>(from + i);
            out[count++] = unit;
        }
        m_text.truncate(before + count);
        if (m_origin)
            m_origin->resize(static_cast<size_t>(before + count));
    }

    void put(QChar unit, qsizetype from)
    {
        const bool isSpace = unit.isSpace();
        if (!isSpace || !m_space) {
            m_text.append(isSpace ? QChar(u' ') : unit);
            if (m_origin)
                m_origin->push_back(static_cast<qint32>(from));
        }
        m_space = isSpace;
    }

private:
    QString &m_text;
    std::vector<qint32> *m_origin;
    bool m_space = true; ///< leading white space folds to nothing
};

qsizetype asciiRun(QStringView text, qsizetype from)
{
    constexpr char16_t firstMark = 0x300;
    qsizetype end = from;
    while (end < text.size() && text[end].unicode() < foldedAscii.size() && (end + 1 == text.size() || text[end + 1].unicode() < firstMark))
        ++end;
    return end;
}

/// One letter with its marks, beyond ASCII or marked.
void putLetter(Folder &out, QStringView letter, qsizetype at)
{
    const QString folded = letter.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    for (const QChar unit : folded) {
        const char32_t again = foldedGlyph(unit.unicode());
        if (unit == QChar(0x00DF)) { // Qt folds case one to one; "STRASSE" is "Straße"
            out.put(u's', at);
            out.put(u's', at);
        } else {
            // A compatibility form can have a space in it (U+00A8 is a space with two dots).
            out.put(again == unit.unicode() ? unit : QChar(static_cast<char16_t>(again)), at);
        }
    }
}

void foldInto(QStringView text, QString &folded, std::vector<qint32> *origin)
{
    Folder out(folded, origin);
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype at = i;
        if (i = asciiRun(text, at); i > at) {
            out.putAscii(text.sliced(at, i - at), at);
            continue;
        }
        char32_t c = text[at].unicode();
        qsizetype units = 1;
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[at], text[at + 1]);
            units = 2;
        }
        // A letter with its combining marks is composed as one, so that both spellings of "é" fold alike.
        i = at + units;
        while (i < text.size() && text[i].isMark())
            ++i;
        if (isDropped(c) && i == at + units)
            continue;
        if (QChar::isSpace(c))
            out.put(u' ', at);
        else if (const char32_t glyph = foldedGlyph(c); glyph != c)
            out.put(QChar(static_cast<char16_t>(glyph)), at);
        else
            putLetter(out, text.sliced(at, i - at), at);
    }
    if (folded.endsWith(u' '))
        folded.chop(1);
}

} // namespace

Folded fold(QStringView text)
{
    Folded out;
    out.text.reserve(text.size());
    out.origin.reserve(static_cast<size_t>(text.size()) + 1);
    foldInto(text, out.text, &out.origin);
    out.origin.resize(static_cast<size_t>(out.text.size()));
    out.origin.push_back(static_cast<qint32>(text.size()));
    return out;
}

QString foldedText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    foldInto(text, out, nullptr);
    return out;
}

} // namespace onrecord
