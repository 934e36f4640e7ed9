// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

/// “It leaks,” came the answer from Ruiz. „Es leckt“, lautete die Antwort von Ruhland. – the answer comes, and whose it is stands behind it;
/// nobody's when nothing does.
bool decideArrival(const Reading &r, int stretch, Attribution &attribution)
{
    static constexpr WordSet coming{u"came", u"comes", u"went", u"rang", u"ran", u"was", u"kam", u"kommt", u"lautete", u"lautet", u"war", u"folgte"};
    static constexpr WordSet being{u"was", u"war"};
    static constexpr WordSet of{u"from", u"by", u"of", u"von", u"vom"};
    constexpr int reach = 5; // "came the short and blunt answer"
    const int item = itemOfStretch(r, stretch);
    const int ceiling = sentenceOfStretch(r, stretch).last;
    const int verb = isComma(r, item + 1) ? item + 2 : item + 1;
    if (!r.iAny(verb, coming) || !r.iis(verb + 1, Determiner | Possessive) || !opensSentence(r, stretch))
        return false;
    int noun = verb + 2;
    while (noun < ceiling && noun <= verb + reach && !r.iis(noun, ReportNoun) && (isNounLike(r, noun) || isAdverb(r, noun) || r.iWord(noun, u"and")))
        ++noun;
    if (noun >= ceiling || !r.iis(noun, ReportNoun) || (r.iAny(verb, being) && !r.iAny(noun + 1, of) && !r.iis(verb + 1, Possessive)))
        return false;
    Source who;
    if (r.iAny(noun + 1, of)) {
        who = phraseStartingAt(r, noun + 2, ceiling);
        if (!who.isValid() || (who.mention < 0 && !who.isRole && !who.isPronoun))
            return false; // "was the slogan of the day"
    } else if (r.iis(verb + 1, Possessive)) {
        who.first = who.last = verb + 1;
        who.head = r.item(verb + 1).token;
        who.isPronoun = true;
    }
    assign(r, attribution, who, -1);
    attribution.cueSpan = {r.itemStart(verb), r.itemEnd(noun)};
    return true;
}

/// “Quiet is not sleep.” So says Ruiz. „Es leckt.“ Das sagte Ruhland am Montag. – the words end their sentence, and the next does nothing but
/// say whose they are.
bool decideSaidNext(const Reading &r, int stretch, Attribution &attribution)
{
    static constexpr WordSet pointing{u"so", u"thus", u"das", u"dies"};
    const int item = itemOfStretch(r, stretch);
    const int sentence = r.stretches[static_cast<size_t>(stretch)].sentence;
    if (item + 1 != sentenceOfStretch(r, stretch).last || !opensSentence(r, stretch) || static_cast<size_t>(sentence) + 1 >= r.sentences.size())
        return false;
    const Sentence &next = r.sentences[static_cast<size_t>(sentence) + 1];
    const Sentence &own = r.sentences[static_cast<size_t>(sentence)];
    if (next.paragraph != own.paragraph || !r.iAny(next.first, pointing))
        return false;
    const int cue = cueAt(r, next.first + 1);
    const int who = r.iWord(next.first + 2, u"es") ? next.first + 3 : next.first + 2;
    if (cue < 0 || !r.cues[static_cast<size_t>(cue)].isSpeech())
        return false;
    const Source somebody = phraseStartingAt(r, who, next.last);
    if (!somebody.isValid() || !(somebody.mention >= 0 || somebody.isRole || somebody.isPronoun) || (!r.isGerman && somebody.last + 2 < next.last && r.isToken(somebody.last + 1) && r.iis(somebody.last + 1, Verb | Auxiliary)))
        return false;
    for (int k = somebody.last + 1; k < next.last; ++k) {
        if (r.isStretch(k) || r.iSign(k, u':') || r.iWord(k, u"dass"))
            return false; // that sentence reports words of its own
    }
    assign(r, attribution, somebody, cue);
    attribution.source = somebody;
    attribution.speakerSpan = r.spanOf(somebody);
    return true;
}

} // namespace onrecord::extract
