// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <array>

/// Names of German bodies that are longer than their capitals tell: "Landesamt für Umwelt und Natur", "FC Lauen".
namespace onrecord::extract {

using namespace word;

namespace {

bool isCapitalWord(const Reading &r, int t)
{
    return t < r.count() && r.tok(t).shape == TokenShape::Word && r.tok(t).isCapital && r.tok(t).spaceBefore && !r.tok(t).startsParagraph;
}

/// "Umwelt", "Auswärtige Politik", "bedrohte Völker": the last token of what such a body is for; -1 for none.
int fieldEnd(const Reading &r, int t)
{
    if (t + 1 < r.count() && !isCapitalWord(r, t) && !r.is(t, Function) && r.tok(t).shape == TokenShape::Word && (r.word(t).endsWith(u'e') || r.word(t).endsWith(u"en")))
        return isCapitalWord(r, t + 1) ? t + 1 : -1;
    if (!isCapitalWord(r, t) || r.is(t, GivenName | Title | Function))
        return -1;
    const bool isAdjective = r.word(t).endsWith(u'e') && isCapitalWord(r, t + 1) && !r.is(t + 1, GivenName | Title);
    return isAdjective ? t + 1 : t;
}

/// "dankte dem Institut |für Geduld|": what something is done for.
bool isDoneFor(const Reading &r, int body, int last)
{
    static constexpr std::array deeds{u"dank", u"lob", u"kritisier", u"rüg", u"zahl", u"bezahl", u"entschuldig", u"mach", u"hält", u"hielt", u"belohn", u"würdig"};
    const int item = r.itemOf[static_cast<size_t>(body)];
    if (item < 0)
        return true;
    const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])];
    for (int i = sentence.first; i < item; ++i) {
        if (r.isToken(i) && std::ranges::any_of(deeds, [&](const char16_t *deed) { return r.word(r.item(i).token).startsWith(QStringView(deed), Qt::CaseInsensitive); }))
            return true;
    }
    return last + 1 < r.count() && (r.isWord(last + 1, u"verantwortlich") || r.isWord(last + 1, u"zuständig"));
}

} // namespace

int bodyEnd(const Reading &r, int body)
{
    static constexpr std::array endings{u"amt", u"amts", u"amtes", u"ministerium", u"ministeriums", u"agentur", u"institut", u"instituts", u"institutes", u"behörde", u"anstalt", u"akademie", u"hochschule", u"zentralstelle", u"kommission"};
    static constexpr WordSet indefinite{u"ein", u"eine", u"einem", u"einer", u"eines", u"kein", u"keine"};
    const QStringView word = r.word(body);
    const bool isDeutsche = body > 0 && isCapitalWord(r, body) && r.tok(body - 1).isCapital && r.word(body - 1).startsWith(u"Deutsche") && (r.isWord(body, u"gesellschaft") || r.isWord(body, u"verein") || r.isWord(body, u"verband"));
    if (!isDeutsche && !std::ranges::any_of(endings, [word](const char16_t *ending) { return word.endsWith(QStringView(ending), Qt::CaseInsensitive); }))
        return -1;
    if (body + 2 >= r.count() || !r.isWord(body + 1, u"für") || r.tok(body + 1).startsParagraph || (body > 0 && r.isAny(body - 1, indefinite)))
        return -1;
    int last = fieldEnd(r, body + 2);
    if (last < 0 || isDoneFor(r, body, last))
        return -1;
    // "Umwelt, Natur und Verbraucherschutz"
    for (int at = last; at + 2 < r.count() && r.isSign(at + 1, u',') && isCapitalWord(r, at + 2) && at + 4 < r.count();) {
        at += 2;
        if (r.isWord(at + 1, u"und") && isCapitalWord(r, at + 2))
            return at + 2;
    }
    const bool isNamed = last + 3 < r.count() && isCapitalWord(r, last + 3); // "für Verkehr und |Thorkild Yndal|"
    if (last + 2 < r.count() && r.isWord(last + 1, u"und") && isCapitalWord(r, last + 2) && !isNamed && !r.is(last + 2, GivenName | Title | OrganisationWord))
        last += 2;
    return last;
}

int clubEnd(const Reading &r, int t)
{
    static constexpr std::array clubs{u"FC", u"SC", u"SV", u"TSV", u"TSG", u"VfB", u"VfL", u"VfR", u"TuS", u"FSV", u"SSV", u"SpVgg", u"EHC", u"ERC", u"HSG", u"BSV", u"MTV"};
    if (!std::ranges::any_of(clubs, [&](const char16_t *club) { return r.word(t) == QStringView(club); }))
        return -1;
    const auto isNamePart = [&r](int at) { return isCapitalWord(r, at) && !r.is(at, Function | Title) && (!r.is(at, Common) || r.is(at, GivenName)); };
    int last = t;
    while (last - t < 3 && isNamePart(last + 1))
        ++last;
    const bool year = last > t && last + 1 < r.count() && r.tok(last + 1).shape == TokenShape::Number && r.tok(last + 1).end - r.tok(last + 1).start == 2 && r.tok(last + 1).spaceBefore && !r.tok(last + 1).startsParagraph;
    return last > t ? last + (year ? 1 : 0) : -1; // "FC Schalke |04|"
}

} // namespace onrecord::extract
