// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/notcues.h"

namespace onrecord::extract {

using namespace word;

namespace {

/// "Es habe Messungen |gegeben|, teilte das Amt mit", "|gab| es eine Karte"
bool isThereBeing(const Reading &r, int i, Bounds b)
{
    static constexpr WordSet finite{u"gibt", u"gab", u"gebe", u"gäbe"};
    static constexpr WordSet told{u"bekannt", u"zu", u"an", u"preis", u"wieder", u"weiter"};
    if (r.iAny(i, finite) && (r.iWord(i + 1, u"es") || r.iWord(i - 1, u"es"))) {
        int end = i + 1;
        while (end < b.ceiling && r.isWordItem(end) && !r.iAny(end, told))
            ++end;
        return end >= b.ceiling || !r.iAny(end, told);
    }
    static constexpr WordSet made{u"bekannt", u"protokoll", u"preis", u"weiter", u"wieder", u"verstehen", u"bedenken"}; // "zu Protokoll gegeben"
    for (int k = i - 1; r.iWord(i, u"gegeben") && !r.iAny(i - 1, made) && k >= b.floor && !r.isStretch(k) && !r.iSign(k, u','); --k) {
        if (r.iWord(k, u"es"))
            return true;
    }
    return false;
}

/// "Ruhland |spricht| leise, und …": how somebody speaks, and not what.
bool isSpeaking(const Reading &r, int i, Bounds b)
{
    static constexpr WordSet speaking{u"spricht", u"sprach", u"sprechen", u"sprachen"};
    static constexpr WordSet what{u"von", u"davon", u"vom", u"sich", u"für", u"gegen", u"dafür", u"dagegen", u"aus", u"darüber", u"über"};
    if (!r.iAny(i, speaking) || r.isStretch(i - 1) || (i - 2 >= b.floor && r.isStretch(i - 2)))
        return false;
    for (int k = i - 1; k >= b.floor && !r.isStretch(k) && !r.iSign(k, u','); --k) {
        if (r.iAny(k, what))
            return false;
    }
    for (int k = i + 1; k < b.ceiling; ++k) {
        if (r.isStretch(k) || r.iSign(k, u':') || r.iAny(k, what))
            return false;
    }
    return true;
}

/// "Das Gericht |wies| die Klage ab": decides, and says nothing.
bool isDismissing(const Reading &r, int i, Bounds b)
{
    static constexpr WordSet pointing{u"weist", u"wies", u"weisen", u"wiesen"};
    static constexpr WordSet apart{u"ab", u"aus", u"ein", u"zu"};
    if (!r.iAny(i, pointing))
        return false;
    int end = i + 1;
    while (end < b.ceiling && r.isWordItem(end))
        ++end;
    return r.iAny(end - 1, apart);
}

} // namespace

bool isNaming(const Reading &r, int i, Bounds b)
{
    if (r.isGerman || r.iMention(i + 1) < 0 || !isNounLike(r, i - 1))
        return false;
    if (r.iWord(i, u"named") || r.iWord(i, u"nicknamed"))
        return true;
    // "|an| old clerk |called| Tom Hale shuts": somebody new, not "the mayor called Tom Hale a liar"
    const int next = r.itemOf[static_cast<size_t>(r.mention(r.iMention(i + 1)).last)] + 1;
    const bool goesOn = next < b.ceiling && (r.iSign(next, u',') || (r.isWordItem(next) && r.iis(next, Auxiliary | Past | Third)));
    const Source whom = r.iWord(i, u"called") && goesOn ? phraseEndingAt(r, i - 1, b.floor) : Source{};
    return whom.isValid() && (r.iWord(whom.first, u"a") || r.iWord(whom.first, u"an"));
}

bool reportsNothing(const Reading &r, int i, Bounds b)
{
    return isThereBeing(r, i, b) || isDismissing(r, i, b) || isSpeaking(r, i, b);
}

} // namespace onrecord::extract
