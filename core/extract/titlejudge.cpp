// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/titlejudge.h"

#include "core/extract/germanwords.h"
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

bool TitleJudge::isTerm(const Attribution &a) const
{
    const int before = itemOfStretch(r, a.stretch) - 1;
    return before >= 0 && !namesPlace(before) && !isTold(before) && !r.iSign(before, u',') && !r.iWord(before, u"titled") && !r.iWord(before, u"entitled");
}

bool TitleJudge::isTitleCase(const Stretch &s) const
{
    int capital = 0;
    int other = 0;
    for (int t = s.first; t <= s.last; ++t) {
        if (r.tok(t).shape != TokenShape::Word || r.is(t, Preposition | Determiner | Conjunction))
            continue;
        (r.tok(t).isCapital ? capital : other) += 1;
    }
    return other == 0 && capital >= 1;
}

bool TitleJudge::isSaidOutright(const Attribution &a) const
{
    return a.isDecided && (a.rule == u"name + cue + colon" || a.rule == u"quotation + cue + name" || a.rule == u"quotation + name + cue" || a.rule == u"name + cue + quotation"
                           || a.rule == u"continued over paragraphs");
}

bool TitleJudge::isTitle(const Attribution &a, const Stretch &s, int words) const
{
    const int item = itemOfStretch(r, a.stretch);
    const Sentence &sentence = sentenceOfStretch(r, a.stretch);
    const bool cased = isTitleCase(s) && !sentence.isHeadline && !sentence.isTitleCased && !(r.isGerman && a.isDecided) && !isShouted(item);
    if (isSoCalled(item - 1))
        return false;
    if (r.isGerman && a.source.first == item && item >= 0 && a.cue >= 0)
        return true; // laut „Sundboten“
    if (r.isGerman && words <= 4 && r.iis(item - 1, Determiner) && isTitleCase(s) && r.is(s.last, OrganisationWord))
        return true; // dem „Sunder Boten“
    if (r.isGerman && words == 2 && isTitleCase(s) && r.word(s.first).endsWith(u"er") && (r.iWord(item - 1, u"im") || r.iWord(item - 1, u"vom") || r.iWord(item - 1, u"dem") || r.iWord(item - 1, u"beim")))
        return true; // im „Sunder Blick“
    if (item > 0 && cased && words >= 2 && words <= 8 && namesPlace(item - 1))
        return true;
    if (item > 0 && cased && words == 1 && isOfBody(item - 1))
        return true;
    if (words >= 2 && isTold(item - 1) && isTitleCase(s) && !sentence.isHeadline && !r.isGerman)
        return true;
    if (isSaidOutright(a) && words > 1)
        return false;
    if (isBylined(a, s, item))
        return true;
    if (item > 0 && !r.isStretch(item - 1)) {
        if (r.iis(item - 1, TitleCue) && (cased || (words <= 6 && (r.isGerman || r.tok(s.first).isCapital))))
            return true;
        if (r.iWord(item - 1, u"titled") || r.iWord(item - 1, u"entitled"))
            return true;
    }
    const char16_t last = r.tok(s.last).sign;
    if ((last == u'.' || last == u'?') && words >= 2 && (a.rule == u"floating, same speaker" || a.rule == u"running speaker"))
        return false; // “We know who did it,” Ruiz said. “Tom Hale.”
    constexpr int longTitle = 8;
    if (r.isGerman && (last == u'?' || last == u'.'))
        return false;
    if (r.isGerman && words == 1 && isOrdinaryNoun(r, s.first))
        return false; // „Freiheit“: a noun has its capital anyway
    return cased && words <= longTitle && (words >= 2 || !a.isDecided) && last != u'!' && !isSaidOutright(a) && !isSpeechNear(a);
}

bool TitleJudge::isSoCalled(int before) const
{
    if (r.iWord(before - 1, u"so") && (r.iWord(before, u"genannte") || r.iWord(before, u"genannten") || r.iWord(before, u"genannter") || r.iWord(before, u"genanntes")))
        return true;
    static constexpr WordSet soCalled{u"so-called", u"sogenannte", u"sogenannten", u"sogenannter", u"sogenanntes"};
    return r.iAny(before, soCalled);
}

bool TitleJudge::isBylined(const Attribution &a, const Stretch &s, int item) const
{
    const int by = r.iSign(item + 1, u',') ? item + 2 : item + 1;
    if (r.isGerman || a.cue >= 0 || !r.iWord(by, u"by") || !(by > item + 1 || r.tok(s.last).sign == u',' || r.tok(s.last).shape == TokenShape::Quote))
        return false;
    const int author = r.iWord(by + 1, u"the") ? by + 2 : by + 1;
    return r.isWordItem(author) && r.item(author).isCapital;
}

bool TitleJudge::isShouted(int item) const
{
    if (r.isGerman || item < 2 || r.isStretch(item - 1))
        return false;
    if (r.iis(item - 1, Speech) && !r.iis(item - 1, TitleCue | Naming))
        return true;
    return (r.iWord(item - 1, u"of") && r.iis(item - 2, ReportNoun)) || r.iWord(item - 1, u"as");
}

bool TitleJudge::namesPlace(int before) const
{
    if (r.isStretch(before))
        return false;
    if (r.iSign(before, u',') && before > 0)
        return r.iis(before - 1, TitleCue);
    return r.itok(before).shape == TokenShape::Clitic || r.iis(before, TitleCue) || r.iWord(before, u"on") || r.iWord(before, u"of") || r.iWord(before, u"in")
        || r.iWord(before, u"from") || r.iWord(before, u"with") || ((r.iWord(before, u"and") || r.iWord(before, u"or")) && before > 0 && isTitleStretch(before - 1))
        || (r.iWord(before, u"to") && (r.iWord(before - 1, u"speaking") || r.iWord(before - 1, u"spoke") || r.iWord(before - 1, u"according")));
}

bool TitleJudge::isTitleStretch(int item) const
{
    return r.isStretch(item) && r.attributions[static_cast<size_t>(r.item(item).stretch)].kind == Kind::Title; // those before are sorted
}

bool TitleJudge::isOfBody(int before) const
{
    const int owner = isPossessiveClitic(r, before) ? r.iMention(before - 1) : -1;
    return !r.isGerman && owner >= 0 && r.mention(owner).type == AgentType::Organisation;
}

bool TitleJudge::isTold(int before) const
{
    return r.iWord(before, u"told") || r.iWord(before, u"tells") || r.iWord(before, u"telling");
}

bool TitleJudge::isCrosshead(const Attribution &a, const Stretch &s, int words) const
{
    constexpr int longest = 10;
    if (!s.isSingle || words > longest || !r.tok(s.open).startsParagraph || (a.cue >= 0 && r.cues[static_cast<size_t>(a.cue)].sentence == s.sentence))
        return false;
    const int paragraph = r.paragraphOf[static_cast<size_t>(s.open)];
    const int end = r.paragraphStart[static_cast<size_t>(paragraph) + 1];
    for (int t = s.end() + 1; t < end; ++t) {
        if (r.tok(t).shape != TokenShape::Point)
            return false;
    }
    return std::ranges::any_of(r.stretches, [](const Stretch &other) { return !other.isSingle; });
}

bool TitleJudge::isSpeechNear(const Attribution &a) const
{
    if (a.cue < 0)
        return false;
    const Cue &cue = r.cues[static_cast<size_t>(a.cue)];
    const int reach = cue.classes & Naming ? 8 : 3;
    return itemOfStretch(r, a.stretch) - cue.head <= reach && itemOfStretch(r, a.stretch) > cue.head;
}

} // namespace onrecord::extract
