// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

#include <QChar>

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

} // namespace

Folded fold(QStringView text)
{
    Folded out;
    out.text.reserve(text.size());
    out.origin.reserve(static_cast<size_t>(text.size()) + 1);
    const auto put = [&out](QChar unit, qsizetype from) {
        out.text.append(unit);
        out.origin.push_back(static_cast<qint32>(from));
    };
    bool space = true; // leading white space folds to nothing
    const auto putFolded = [&](QChar unit, qsizetype from) {
        if (!unit.isSpace())
            put(unit, from);
        else if (!space)
            put(u' ', from);
        space = unit.isSpace();
    };
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype at = i;
        char32_t c = text[i].unicode();
        qsizetype units = 1;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            units = 2;
        }
        // A letter with its combining marks is composed as one, so that both spellings of "é" fold alike.
        qsizetype end = i + units;
        while (end < text.size() && text[end].isMark())
            ++end;
        i = end;
        if (isDropped(c) && end == at + units)
            continue;
        if (QChar::isSpace(c)) {
            putFolded(u' ', at);
            continue;
        }
        const char32_t glyph = foldedGlyph(c);
        if (glyph != c) {
            putFolded(QChar(static_cast<char16_t>(glyph)), at);
            continue;
        }
        if (c < 0x80 && end == at + units) {
            putFolded(text[at].toLower(), at);
            continue;
        }
        const QString folded = text.sliced(at, end - at).toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
        for (const QChar unit : folded) {
            const char32_t again = foldedGlyph(unit.unicode());
            if (unit == QChar(0x00DF)) { // Qt folds case one to one; "STRASSE" is "Straße"
                putFolded(u's', at);
                putFolded(u's', at);
            } else {
                // A compatibility form can have a space in it (U+00A8 is a space with two dots).
                putFolded(again == unit.unicode() ? unit : QChar(static_cast<char16_t>(again)), at);
            }
        }
    }
    if (out.text.endsWith(u' ')) {
        out.text.chop(1);
        out.origin.pop_back();
    }
    out.origin.push_back(static_cast<qint32>(text.size()));
    return out;
}

QString foldedText(QStringView text)
{
    return fold(text).text;
}

} // namespace onrecord
