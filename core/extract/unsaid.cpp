// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/unsaid.h"

#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

/// The first item of the clause that the cue stands in: behind the last comma, mark, "and" or other quotation before it.
int clauseFirst(const Reading &r, const Cue &cue)
{
    const int floor = r.sentences[static_cast<size_t>(cue.sentence)].first;
    int i = cue.first;
    while (i > floor && !r.isStretch(i - 1) && !isComma(r, i - 1) && !r.iSign(i - 1, u';') && !r.iSign(i - 1, u':') && !r.iSign(i - 1, u'—') && !r.iSign(i - 1, u'–') && !(r.iis(i - 1, Conjunction) && !r.iWord(i - 1, u"or")))
        --i;
    return i;
}

/// She would |probably| say – the mayor |might| begin – some |will| object: somebody may say so, or will.
bool isGuessed(const Reading &r, int i, const Cue &cue)
{
    static constexpr WordSet guessing{u"probably", u"likely", u"perhaps", u"surely", u"presumably", u"no", u"undoubtedly", u"doubtless"};
    static constexpr WordSet anybody{u"some", u"critics", u"sceptics", u"skeptics", u"people", u"many", u"others", u"you", u"cynics", u"they", u"someone", u"somebody"};
    if (r.iWord(i, u"might"))
        return !r.iWord(i + 1, u"have");
    if (!r.iWord(i, u"would") && !r.iWord(i, u"will"))
        return false;
    return r.iAny(i + 1, guessing) || r.iAny(i - 1, guessing) || (r.iWord(i, u"will") && cue.source.first == cue.source.last && r.iAny(cue.source.first, anybody));
}

/// The town might have asked, “Who pays?”
bool isOnlyPossible(const Reading &r, const Cue &cue, int from)
{
    for (int i = from; i < cue.head; ++i) {
        if (i >= cue.first && isGuessed(r, i, cue))
            return true;
        const bool modal = r.iWord(i, u"might") || r.iWord(i, u"could") || r.iWord(i, u"would") || r.iWord(i, u"should");
        const bool own = i >= cue.first || cue.isInfinitive; // "It would have been easy for her |to say|"
        if (modal && own && (r.iWord(i + 1, u"have") || r.iWord(i + 2, u"have")))
            return true;
    }
    return false;
}

bool isUnsaidInEnglish(const Reading &r, const Cue &cue)
{
    static constexpr WordSet denying{u"denied", u"denies", u"deny", u"denying", u"refused", u"refuses", u"refuse", u"refusing"};
    static constexpr WordSet nobody{u"nobody", u"none", u"neither"};
    const int from = clauseFirst(r, cue);
    if (isOnlyPossible(r, cue, from))
        return true;
    for (int i = cue.first; i <= cue.head; ++i) {
        const bool no = r.iWord(i, u"never") || r.iWord(i, u"not") || r.iWord(i, u"n't");
        if (no && !r.iWord(i + 1, u"only") && !r.iWord(i + 1, u"just") && !r.iAny(cue.head, denying))
            return true;
    }
    if (r.iAny(cue.head, denying))
        return false;
    bool verb = false;
    for (int i = cue.first - 1; i >= from; --i) {
        if (r.iAny(i, denying) && !r.iis(i - 1, Negation))
            return true; // "denied that he had ever said", "denied saying"
        if (r.iWord(i, u"wish") || r.iWord(i, u"wished") || r.iWord(i, u"wishes"))
            return true;
        if (!verb && (r.iAny(i, nobody) || (r.iWord(i, u"no") && r.iWord(i + 1, u"one"))))
            return true;
        if (r.iWord(i, u"if") && (i == from || r.iWord(i - 1, u"what") || r.iWord(i - 1, u"even")))
            return true;
        verb = verb || (r.iis(i, Auxiliary | Past | Third) && isVerbHere(r, i, from));
    }
    return false;
}

bool isUnsaidInGerman(const Reading &r, const Attribution &a, const Cue &cue)
{
    static constexpr WordSet never{u"nie", u"niemals", u"nicht", u"keineswegs", u"keinesfalls"};
    static constexpr WordSet nobody{u"niemand", u"keiner", u"keine"};
    static constexpr WordSet modal{u"sollen", u"können", u"müssen", u"dürfen"};
    static constexpr WordSet commenting{u"äußern", u"festlegen", u"kommentieren", u"bestätigen"};
    const int from = clauseFirst(r, cue);
    const Sentence &sentence = r.sentences[static_cast<size_t>(cue.sentence)];
    const int mark = r.stretches[static_cast<size_t>(a.stretch)].open;
    if (r.iAny(cue.head, commenting) && r.iSign(cue.head + 1, u':'))
        return false; // "wollte sie sich nicht |äußern|: „Da stehen wir am Anfang.“"
    int last = std::max(cue.last, cue.head);
    while (last + 1 < sentence.last && !r.isStretch(last + 1) && !isComma(r, last + 1) && !r.iSign(last + 1, u':') && !r.iSign(last + 1, u'.'))
        ++last;
    bool hadBe = false;
    for (int i = from; i <= last; ++i) {
        if (r.isStretch(i))
            continue;
        const bool you = (r.iWord(i, u"werden") && r.isToken(i + 1) && r.iWord(i + 1, u"sie") && r.itok(i + 1).isCapital) || (r.iWord(i, u"wirst") && r.iWord(i + 1, u"du"));
        if (you && i < cue.head)
            return true; // „Na und?“, |werden Sie| sagen.
        if (r.iAny(i, never) && !r.iWord(i + 1, u"nur") && !r.iWord(i + 1, u"ohne") && r.isToken(i) && r.item(i).token < mark)
            return true;
        if (i < cue.head && r.iAny(i, nobody) && !r.itok(i).isCapital)
            return true;
        if (i == from && (r.iWord(i, u"wenn") || r.iWord(i, u"falls")))
            return true;
        hadBe = hadBe || r.iWord(i, u"hätte") || r.iWord(i, u"hätten");
        if (hadBe && i > cue.head - 1 && r.iAny(i, modal))
            return true; // "hätte sagen |sollen|"
    }
    return false;
}

/// Nobody ever asked me: “…” – I can already hear the objection: “…” – what leads the words in has nobody say them, or only in the author's ear.
bool isLedInByNobody(const Reading &r, const Attribution &a)
{
    static constexpr WordSet nobody{u"nobody", u"none", u"niemand", u"keiner"};
    static constexpr WordSet hearing{u"hear", u"höre", u"hören", u"imagine"};
    static constexpr WordSet ahead{u"can", u"could", u"’ll", u"'ll", u"already", u"almost", u"schon"};
    const Stretch &stretch = r.stretches[static_cast<size_t>(a.stretch)];
    const int item = r.itemOf[static_cast<size_t>(stretch.open)];
    if (item < 2 || !r.iSign(item - 1, u':'))
        return false;
    const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item - 1)])];
    const bool named = a.source.mention >= 0; // "Nobody laughed when |Ruiz| said: “…”"
    const bool no = !named && (r.iAny(sentence.first, nobody) || (r.iWord(sentence.first, u"no") && r.iWord(sentence.first + 1, u"one")));
    bool isAhead = false;
    for (int i = sentence.first; i < item - 1; ++i) {
        if (r.isStretch(i) || isComma(r, i))
            return false;
        if (no && r.iis(i, Speech))
            return true;
        isAhead = isAhead || r.iAny(i, ahead);
        if (r.iis(sentence.first, First) && r.iAny(i, hearing) && (isAhead || r.iAny(i + 1, ahead)))
            return true;
    }
    return false;
}

} // namespace

bool isUnsaid(const Reading &r, const Attribution &a)
{
    if (a.stretch >= 0 && isLedInByNobody(r, a))
        return true;
    if (a.cue < 0 || a.stretch < 0)
        return false;
    const Cue &cue = r.cues[static_cast<size_t>(a.cue)];
    const bool isOwn = r.stretches[static_cast<size_t>(a.stretch)].sentence == cue.sentence; // else "not" is said of other words: “No,” she would not say. “Ask him.”
    if (cue.head < 0 || cue.sentence < 0 || a.rule == u"reported in the subjunctive" || (!isOwn && (a.rule == u"floating, same speaker" || a.rule == u"running speaker")))
        return false;
    return r.isGerman ? isUnsaidInGerman(r, a, cue) : isUnsaidInEnglish(r, cue);
}

} // namespace onrecord::extract
