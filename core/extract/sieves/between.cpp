// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/between.h"

#include "core/extract/germanwords.h"
#include "core/extract/names.h"
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

namespace {

/// Does a report before the cue hold it, with nothing between that begins another part of the sentence ("Ruiz said critics warn")?
bool isHeld(const Reading &r, int cue, int floor)
{
    const int head = r.cues[static_cast<size_t>(cue)].head;
    const int outer = cueBefore(r, head, floor, true);
    if (outer < 0 || r.isGerman)
        return false;
    const Cue &report = r.cues[static_cast<size_t>(outer)];
    if (report.source.isRelative || report.isAccording || report.isInverted)
        return false;
    const int opener = report.source.first - 1; // "After Ruiz tweeted it, Hale asked"
    if (r.iis(opener, Subordinator) || r.iWord(opener, u"after") || r.iWord(opener, u"before") || r.iWord(opener, u"as"))
        return false;
    for (int k = report.last + 1; k < head; ++k) {
        if (r.isStretch(k) || r.iSign(k, u';') || (r.iis(k, Conjunction) && !r.iWord(k, u"or")))
            return false;
    }
    return true;
}

} // namespace

bool standsAlone(const Reading &r, int stretch)
{
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    for (int i = sentence.first; i < sentence.last; ++i) {
        if (r.isWordItem(i))
            return false;
    }
    return true;
}

int previousStretch(const Reading &r, int stretch)
{
    for (int s = stretch - 1; s >= 0; --s) {
        if (!r.stretches[static_cast<size_t>(s)].isNickname)
            return s;
    }
    return -1;
}

int paragraphOf(const Reading &r, int stretch)
{
    return r.paragraphOf[static_cast<size_t>(r.stretches[static_cast<size_t>(stretch)].open)];
}

int closingCue(const Reading &r, const Sentence &sentence, bool speechOnly)
{
    const int last = cueBefore(r, sentence.last, sentence.first, speechOnly);
    for (int c = last; c >= 0; c = cueBefore(r, r.cues[static_cast<size_t>(c)].head, sentence.first, speechOnly)) {
        if (!r.cues[static_cast<size_t>(c)].source.isRelative && !isHeld(r, c, sentence.first))
            return c;
    }
    return last;
}

bool isThing(const Source &source) { return source.isValid() && source.mention < 0 && !source.isRole && !source.isPronoun && !source.isRelative; }

int reportBetween(const Reading &r, int fromItem, int stretch)
{
    constexpr int farthest = 4; // sentences
    int first = sentenceOfStretch(r, stretch).first;
    for (int back = 0; back < farthest && first > 0; ++back) {
        const Sentence &before = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(first - 1)])];
        if (before.first <= fromItem)
            return -1;
        const int cue = closingCue(r, before, true);
        const bool isOfThing = r.isGerman && cue >= 0 && isThing(r.cues[static_cast<size_t>(cue)].source);
        if (cue >= 0 && !isOfThing)
            return r.cues[static_cast<size_t>(cue)].source.isRelative ? -1 : cue;
        if (!r.isGerman || !(isOfThing || holdsSubjunctive(r, before.first, before.last)))
            return -1;
        first = before.first;
    }
    return -1;
}

int reportInParagraph(const Reading &r, int from, int stretch)
{
    const Sentence &own = sentenceOfStretch(r, stretch);
    if (!r.isGerman || paragraphOf(r, from) == paragraphOf(r, stretch) || own.first == 0)
        return -1;
    const int floor = r.itemOf[static_cast<size_t>(r.paragraphStart[static_cast<size_t>(own.paragraph)])];
    for (int c = cueBefore(r, own.first, floor, true); c >= 0; c = cueBefore(r, r.cues[static_cast<size_t>(c)].head, floor, true)) {
        const Source &who = r.cues[static_cast<size_t>(c)].source;
        if (who.isValid() && !who.isRelative && ((who.mention >= 0 && r.mention(who.mention).type == AgentType::Person) || personalGender(r, who) != Gender::Unknown))
            return c;
    }
    return -1;
}

Source agreeingBetween(const Reading &r, int from, int stretch)
{
    const int first = sentenceOfStretch(r, stretch).first;
    if (!r.isGerman || first == 0)
        return {};
    const Sentence &before = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(first - 1)])];
    if (before.first <= itemOfStretch(r, from))
        return {};
    const Source who = firstNominative(r, before.first, before.last);
    if (!who.isValid() || who.mention < 0 || r.mention(who.mention).type != AgentType::Person)
        return {};
    for (int i = who.last + 1; i < before.last; ++i) {
        if (r.iis(i, ReportNoun | Attitude) || r.iWord(i, u"meinung"))
            return who;
    }
    return {};
}

bool gesturesBetween(const Reading &r, int from, int stretch)
{
    static constexpr WordSet gestures{u"rührt", u"rührte", u"lächelt", u"lächelte", u"lacht", u"lachte", u"grinst", u"grinste", u"zuckt", u"zuckte", u"schüttelt", u"schüttelte", u"seufzt", u"seufzte", u"blickt", u"blickte",
                                      u"schaut", u"schaute", u"deutet", u"deutete", u"winkt", u"winkte", u"hebt", u"hob", u"lehnt", u"lehnte", u"beugt", u"beugte", u"überlegt", u"überlegte",
                                      u"shrugs", u"shrugged", u"smiles", u"smiled", u"laughs", u"laughed", u"sighs", u"sighed", u"grins", u"grinned", u"shakes", u"shook", u"gives", u"gave", u"points", u"pointed",
                                      u"stirs", u"stirred", u"pauses", u"paused", u"leans", u"leaned", u"waves", u"waved", u"winks", u"winked"};
    const int first = sentenceOfStretch(r, stretch).first;
    if (first == 0 || !standsAlone(r, stretch))
        return false;
    const Sentence &before = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(first - 1)])];
    const int m = r.iMention(before.first);
    if (before.first <= itemOfStretch(r, from) || m < 0 || r.mention(m).type != AgentType::Person || r.mention(m).isPossessive)
        return false;
    int verb = r.itemOf[static_cast<size_t>(r.mention(m).last)] + 1;
    while (verb < before.last && isAdverb(r, verb))
        ++verb;
    return verb < before.last && r.iAny(verb, gestures);
}

Source askedIn(const Reading &r, int before, int stretch)
{
    const auto asks = [&](int s) { return r.isSign(r.stretches[static_cast<size_t>(s)].last, u'?'); };
    const int c = r.attributions[static_cast<size_t>(before)].cue;
    if (c < 0 || !asks(before) || asks(stretch))
        return {};
    static constexpr WordSet asking{u"asked", u"asks", u"fragte", u"fragt"};
    const Cue &cue = r.cues[static_cast<size_t>(c)];
    const int at = cue.isInverted ? cue.source.last + 1 : cue.last + 1;
    if (!r.iAny(cue.head, asking) || at >= r.sentences[static_cast<size_t>(cue.sentence)].last)
        return {};
    const Source whom = phraseStartingAt(r, at, r.sentences[static_cast<size_t>(cue.sentence)].last);
    return whom.isValid() && whom.mention >= 0 && r.mention(whom.mention).type == AgentType::Person && whom.mention != cue.source.mention ? whom : Source{};
}

bool isAnswer(const Reading &r, int before, int stretch)
{
    static constexpr WordSet answers{u"yes", u"no", u"yeah", u"nope", u"never", u"sure", u"ja", u"nein", u"nie", u"klar"};
    const Attribution &asked = r.attributions[static_cast<size_t>(before)];
    const Stretch &words = r.stretches[static_cast<size_t>(stretch)];
    return asked.cue >= 0 && r.isSign(r.stretches[static_cast<size_t>(before)].last, u'?') && r.isAny(words.first, answers) && r.tok(words.first).isCapital && words.last > words.first
        && r.tok(words.first + 1).shape == TokenShape::Point;
}

} // namespace onrecord::extract
