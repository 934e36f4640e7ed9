// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanclauses.h"
#include "core/extract/germanwords.h"
#include "core/extract/names.h"
#include "core/extract/sieves/between.h"
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

void copy(const Reading &r, int from, Attribution &attribution)
{
    const Attribution &other = r.attributions[static_cast<size_t>(from)];
    attribution.source = other.source;
    attribution.cue = other.cue;
    attribution.speakerSpan = other.speakerSpan;
    attribution.cueSpan = other.cueSpan;
    attribution.isDecided = true;
}

bool isDecided(const Reading &r, int stretch)
{
    return r.attributions[static_cast<size_t>(stretch)].isDecided;
}

} // namespace

/// A paragraph left open and reopened: one quotation.
bool decideContinuation(const Reading &r, int stretch, Attribution &attribution)
{
    const int before = r.stretches[static_cast<size_t>(stretch)].continues;
    if (before < 0 || !isDecided(r, before))
        return false;
    copy(r, before, attribution);
    return true;
}

/// “No,” Ito said. She shrugged. “Ask me in May.” – the speaker of the paragraph, until a new cue appears.
bool decideFloating(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const bool opens = opensSentence(r, stretch);
    for (int s = previousStretch(r, stretch); s >= 0 && paragraphOf(r, s) == paragraphOf(r, stretch); s = previousStretch(r, s)) {
        if (!isDecided(r, s))
            continue;
        const bool sameSentence = r.stretches[static_cast<size_t>(s)].sentence == r.stretches[static_cast<size_t>(stretch)].sentence;
        if (!opens && !sameSentence)
            return false;
        if (const int report = sameSentence ? cueBefore(r, item, sentenceOfStretch(r, stretch).first, true) : -1; report >= 0 && isInApposition(r, r.cues[static_cast<size_t>(report)], item))
            return false;
        if (const int cue = reportBetween(r, itemOfStretch(r, s), stretch); cue >= 0) {
            assign(r, attribution, r.cues[static_cast<size_t>(cue)].source, cue);
            return true;
        }
        if (const Source other = sameSentence ? Source{} : agreeingBetween(r, s, stretch); other.isValid()) {
            assign(r, attribution, other, -1);
            return true;
        }
        if (!sameSentence && gesturesBetween(r, s, stretch))
            return false;
        if (const Source asked = sameSentence ? Source{} : askedIn(r, s, stretch); asked.isValid()) {
            assign(r, attribution, asked, -1);
            return true;
        }
        if (!sameSentence && isAnswer(r, s, stretch)) {
            assign(r, attribution, {}, -1); // nobody was asked by name
            return true;
        }
        copy(r, s, attribution);
        return true;
    }
    // A cue of the sentence before in the same paragraph: Ruiz was angry, she said. “It leaks.”
    if (!opens || item == 0 || r.tok(r.stretches[static_cast<size_t>(stretch)].open).startsParagraph)
        return false;
    const Sentence &before = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item - 1)])];
    const int cue = r.isGerman ? reportBetween(r, r.itemOf[static_cast<size_t>(r.paragraphStart[static_cast<size_t>(before.paragraph)])] - 1, stretch) : closingCue(r, before, true);
    if (cue < 0)
        return false;
    assign(r, attribution, r.cues[static_cast<size_t>(cue)].source, cue);
    return true;
}

/// Die Pumpe sei „ein Museumsstück“. – German marks reported speech by the verb; whoever spoke last goes on.
bool decideSubjunctive(const Reading &r, int stretch, Attribution &attribution)
{
    if (!r.isGerman)
        return false;
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    bool reported = false;
    for (int i = sentence.first; i < sentence.last && !reported; ++i) {
        for (const Folded w : {Folded(u"sei"), Folded(u"seien"), Folded(u"habe"), Folded(u"hätten"), Folded(u"hätte"), Folded(u"werde"), Folded(u"könne"), Folded(u"solle"),
                                    Folded(u"müsse"), Folded(u"wolle"), Folded(u"dürfe"), Folded(u"gebe"), Folded(u"gehe"), Folded(u"würden"), Folded(u"stehe")})
            reported = reported || r.iWord(i, w);
    }
    if (!reported)
        return false;
    const int floor = r.itemOf[static_cast<size_t>(r.paragraphStart[static_cast<size_t>(sentence.paragraph)])];
    int cue = cueBefore(r, sentence.first, floor, false);
    while (cue >= 0) {
        const Cue &words = r.cues[static_cast<size_t>(cue)];
        const bool dative = r.iWord(words.source.first, u"den") || r.iWord(words.source.first, u"dem");
        if (words.source.isPronoun || words.source.isRole || words.source.mention >= 0 || (words.isSpeech() && !dative))
            break; // somebody, who goes on
        cue = cueBefore(r, r.cues[static_cast<size_t>(cue)].head, floor, false);
    }
    const int before = previousStretch(r, stretch);
    if (cue >= 0) {
        assign(r, attribution, r.cues[static_cast<size_t>(cue)].source, cue);
        return true;
    }
    if (before < 0 || !isDecided(r, before) || paragraphOf(r, before) < paragraphOf(r, stretch) - 1)
        return false;
    copy(r, before, attribution);
    return true;
}

/// Ruiz was blunt. “It leaks.” – the subject of the sentence before introduces the words.
bool decideIntroduced(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    if (item == 0 || !standsAlone(r, stretch) || r.tok(r.stretches[static_cast<size_t>(stretch)].open).startsParagraph)
        return false;
    const Sentence &before = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item - 1)])];
    const Source opener = r.isGerman && r.iis(before.first, Determiner) ? phraseStartingAt(r, before.first, before.last) : Source{};
    if (opener.isRole && isComma(r, opener.last + 1) && personalGender(r, opener) != Gender::Unknown) { // "|Ein Entwickler|, der im Haus arbeitet, …"
        assign(r, attribution, opener, -1);
        return true;
    }
    const Source subject = r.isGerman ? clauseSubject(r, before.last, before.first) : clauseBefore(r, before.last, before.first, true).subject;
    if (!subject.isValid() || !(subject.isPronoun || subject.isRole || subject.mention >= 0) || (subject.isPronoun && r.is(subject.head, It)))
        return false;
    assign(r, attribution, subject, -1);
    return true;
}

namespace {

/// Does somebody, or what a determiner points out ("the piece", "his friends"), do something between the items?
bool hasActor(const Reading &r, int from, int to)
{
    for (int v = from + 1; v < to; ++v) {
        if (r.isStretch(v) || r.iis(v, Gerund) || !r.iis(v, Auxiliary | Verb) || (!r.iis(v, Auxiliary) && !isVerbHere(r, v, from)) || r.iWord(v - 1, u"to"))
            continue;
        const Source subject = subjectBefore(r, v, from);
        if (!subject.isValid())
            continue;
        const bool somebody = (subject.isPronoun && !r.is(subject.head, It)) || subject.isRole || subject.mention >= 0;
        const bool pointed = r.iis(subject.first, Determiner | Possessive) && !r.iWord(subject.first, u"that") && !r.iWord(subject.first, u"this");
        if (somebody || pointed)
            return true;
    }
    return false;
}

} // namespace

/// “It leaks,” Ruiz said. It is also “too small for this town.” – a sentence in which nobody acts goes on with the speaker of the
/// paragraph.
bool decideParagraph(const Reading &r, int stretch, Attribution &attribution)
{
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    constexpr int fewWords = 3;
    if (r.isGerman || s.last - s.first < fewWords || sentence.first == 0 || sentence.isHeadline)
        return false;
    if (hasActor(r, sentence.first, itemOfStretch(r, stretch)))
        return false;
    const Sentence &before = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(sentence.first - 1)])];
    if (before.paragraph != sentence.paragraph)
        return false;
    const int cue = closingCue(r, before, true);
    const int last = previousStretch(r, stretch);
    if (last >= 0 && itemOfStretch(r, last) >= before.first && isDecided(r, last)) {
        copy(r, last, attribution);
        return true;
    }
    if (cue < 0 || r.cues[static_cast<size_t>(cue)].source.isRelative)
        return false;
    assign(r, attribution, r.cues[static_cast<size_t>(cue)].source, cue);
    return true;
}

/// Die Stadt teilte mit, es werde gebaut. „Geld ist da“, hieß es weiter. – whoever reported last goes on. German.
bool decideGoesOn(const Reading &r, int stretch, Attribution &attribution)
{
    static constexpr WordSet called{u"heißt", u"heisst", u"hieß", u"hiess"};
    static constexpr WordSet on{u"weiter", u"weiters", u"ferner", u"außerdem", u"zudem", u"dazu"};
    constexpr int farthest = 3; // sentences
    const Sentence &own = sentenceOfStretch(r, stretch);
    int verb = itemOfStretch(r, stretch) + 1;
    verb += verb < own.last && isComma(r, verb) ? 1 : 0;
    if (!r.isGerman || verb + 2 >= own.last || !r.iAny(verb, called) || !r.iWord(verb + 1, u"es") || !r.iAny(verb + 2, on))
        return false;
    const int sentence = r.sentenceOf[static_cast<size_t>(itemOfStretch(r, stretch))];
    const int floor = r.sentences[static_cast<size_t>(std::max(0, sentence - farthest))].first;
    const auto isReport = [&](int s) { // of the survey that shows something, or in the subjunctive
        const Sentence &one = r.sentences[static_cast<size_t>(s)];
        return holdsSubjunctive(r, one.first, one.last) || cueBefore(r, one.last, one.first, false) >= 0;
    };
    for (int c = cueBefore(r, own.first, floor, true); c >= 0; c = cueBefore(r, r.cues[static_cast<size_t>(c)].head, floor, true)) {
        const Source &who = r.cues[static_cast<size_t>(c)].source;
        if (who.isRelative || (isThing(who) && isPluralVerb(r, r.item(r.cues[static_cast<size_t>(c)].head).token)))
            continue; // "|Umfragen| zeigten, dass …"
        for (int s = r.cues[static_cast<size_t>(c)].sentence + 1; s < sentence; ++s) {
            if (!isReport(s))
                c = -1;
        }
        if (c < 0)
            break;
        assign(r, attribution, who, c);
        return true;
    }
    assign(r, attribution, {}, -1); // somebody's words, whoever it is
    return true;
}

/// A paragraph of nothing but quotation: the speaker of the paragraph before goes on.
bool decideRunning(const Reading &r, int stretch, Attribution &attribution)
{
    if (!standsAlone(r, stretch))
        return false;
    const int paragraph = paragraphOf(r, stretch);
    const int s = previousStretch(r, stretch);
    if (s >= 0 && isDecided(r, s) && r.attributions[static_cast<size_t>(s)].source.isValid() && paragraphOf(r, s) >= paragraph - 2) {
        if (const int cue = reportBetween(r, itemOfStretch(r, s), stretch); cue >= 0) {
            assign(r, attribution, r.cues[static_cast<size_t>(cue)].source, cue);
            return true;
        }
        if (const Source asked = askedIn(r, s, stretch); asked.isValid()) {
            assign(r, attribution, asked, -1);
            return true;
        }
        if (const int cue = reportInParagraph(r, s, stretch); cue >= 0) {
            assign(r, attribution, r.cues[static_cast<size_t>(cue)].source, cue);
            return true;
        }
        const int question = previousStretch(r, s); // “And this?” behind the answer is the asker's again
        const bool asksOn = r.isSign(r.stretches[static_cast<size_t>(stretch)].last, u'?') && question >= 0 && isDecided(r, question) && askedIn(r, question, s).isValid();
        copy(r, asksOn ? question : s, attribution);
        return true;
    }
    const int item = itemOfStretch(r, stretch);
    if (item == 0)
        return false;
    const Sentence &before = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item - 1)])];
    const int cue = closingCue(r, before, false);
    if (cue < 0)
        return false;
    assign(r, attribution, r.cues[static_cast<size_t>(cue)].source, cue);
    return true;
}

/// Nothing reports the words: the subject of their sentence, when the words are more than a name or a term.
bool decideSubject(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    const int fewWords = r.isGerman ? 4 : 3;
    if (item == sentence.first || s.last - s.first < fewWords)
        return false;
    static constexpr WordSet called{u"heißt", u"heisst", u"hieß", u"hiess"};
    if (r.isGerman && r.iAny(item + 1, called))
        return false; // „Lehm“ heißt die Arbeit
    Source subject = clauseSubject(r, item, sentence.first);
    if (const Source matrix = subject.isRelative && !r.isGerman ? clauseBefore(r, item, sentence.first, true).subject : Source{}; matrix.isValid())
        subject = matrix;
    if (!subject.isValid() || (!r.isGerman && subject.isPronoun && r.is(subject.head, It)))
        return false;
    assign(r, attribution, subject, -1);
    return true;
}

} // namespace onrecord::extract
