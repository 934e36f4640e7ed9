// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/unsaid.h"

#include "core/extract/phrases.h"

namespace onrecord::extract {

namespace {

bool isDisclaimedInGerman(const Reading &r, const Cue &cue)
{
    static constexpr WordSet never{u"nicht", u"nie", u"niemals", u"keineswegs", u"keinesfalls"};
    const int ceiling = r.sentences[static_cast<size_t>(cue.sentence)].last;
    const int als = cue.source.first - 1;
    if (cue.source.isValid() && r.iWord(als, u"als") && (r.iWord(als - 1, u"anders") || (isComma(r, als - 1) && r.iWord(als - 2, u"anders"))))
        return true;
    if (r.iis(cue.head, word::Base) && r.iAny(cue.head - 1, never))
        return true; // "wollte sich auf Anfrage |nicht äußern|"
    const bool isPerfect = cue.source.isValid() && cue.source.last < cue.head && r.iis(cue.source.first - 1, word::Auxiliary);
    for (int i = cue.source.last + 1; isPerfect && i < cue.head; ++i) {
        if (r.iAny(i, never) && !r.iWord(i + 1, u"nur"))
            return true; // "…, hat Ruhland |nie| gesagt"
    }
    int comma = cue.last + 1;
    while (comma < ceiling && !r.isStretch(comma) && !isComma(r, comma))
        ++comma;
    return comma + 1 < ceiling && isComma(r, comma) && r.iAny(comma - 1, never) && (r.iWord(comma + 1, u"dass") || r.iWord(comma + 1, u"ob"));
}

} // namespace

bool isDisclaimed(const Reading &r, const Cue &cue)
{
    if (r.isGerman)
        return isDisclaimedInGerman(r, cue);
    const int before = cue.source.first - 1;
    return cue.source.isValid() && cue.source.first < cue.head && (r.iWord(before, u"nor") || r.iWord(before, u"neither"));
}

} // namespace onrecord::extract
