// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

/// "Ruiz herself said"
bool isReflexive(const Reading &r, int i)
{
    return r.iWord(i, u"himself") || r.iWord(i, u"herself") || r.iWord(i, u"itself") || r.iWord(i, u"themselves");
}

/// Does an aside begin at item i (just behind a comma): a relative clause, an apposition, an adverbial?
bool beginsAside(const Reading &r, int i)
{
    if (r.isStretch(i))
        return true;
    return r.iis(i, Relative | Determiner | Possessive | Preposition | Participle | Gerund | Role | Title | Adverb | Nationality | NumberWord | Subordinator)
        || r.itok(i).shape == TokenShape::Number || r.iMention(i) >= 0 || isAdverb(r, i) || isReflexive(r, i) || isNounLike(r, i);
}

/// The item before "(…)" when `at` is its closing bracket; otherwise `at`.
int beforeBracket(const Reading &r, int at, int floor)
{
    if (at < floor || !r.iSign(at, u')'))
        return at;
    int open = at;
    while (open > floor && !r.iSign(open, u'('))
        --open;
    return open - 1;
}

/// The relative pronoun whose clause holds item `at`, with no comma between: "who is now |a fellow| …"; -1 when there is none.
int relativeBefore(const Reading &r, int at, int floor)
{
    const bool closed = r.isStretch(at - 1) && r.tok(r.stretches[static_cast<size_t>(r.item(at - 1).stretch)].last).sign == u','; // "who called it “junk,” |Ruiz|"
    if (closed || r.iSign(at - 1, u':') || r.iSign(at - 1, u';'))
        return -1;
    for (int k = at - 2; k > floor; --k) { // right before it the pronoun is the object: "which |Ruiz| called"
        if (r.isStretch(k) || isComma(r, k) || r.iSign(k, u':') || r.iSign(k, u';'))
            return -1;
        if (r.iWord(k, u"who") || r.iWord(k, u"which") || r.iWord(k, u"whom") || r.iWord(k, u"whose"))
            return k;
    }
    return -1;
}

/// "Ruiz, author of “The Last Pump,” said": the comma that closes the aside stands inside the marks of a title.
bool endsAsideWithin(const Reading &r, int i)
{
    if (r.isGerman || !r.isStretch(i) || !(r.iis(i - 1, Preposition) || isPossessiveClitic(r, i - 1) || r.iWord(i - 1, u"and")))
        return false;
    return r.tok(r.stretches[static_cast<size_t>(r.item(i).stretch)].last).sign == u',';
}

Source acrossAside(const Reading &r, int comma, int floor)
{
    const bool commas = isComma(r, comma) || r.isStretch(comma);
    const bool bracket = r.iSign(comma, u')');
    int tries = 0;
    for (int k = comma - 1; k > floor && tries < 4; --k) {
        if (commas ? !isComma(r, k) : bracket ? !r.iSign(k, u'(') : !(r.iSign(k, u'—') || r.iSign(k, u'–')))
            continue;
        if (bracket && isNounLike(r, k - 1))
            return phraseEndingAt(r, k - 1, floor);
        ++tries;
        if (k + 1 >= comma || !beginsAside(r, k + 1))
            continue;
        const int end = beforeBracket(r, k - 1, floor);
        const Source subject = phraseEndingAt(r, end > floor && isReflexive(r, end) ? end - 1 : end, floor);
        if (!subject.isValid() || (subject.isPronoun && subject.isRelative))
            continue;
        if (const int relative = relativeBefore(r, subject.first, floor); relative >= 0 && !r.isGerman) {
            if (isComma(r, relative - 1))
                continue;
            const Source antecedent = phraseEndingAt(r, relative - 1, floor);
            if (antecedent.isValid() && relative - 1 > floor && !isComma(r, antecedent.first - 1))
                return antecedent;
            continue;
        }
        // "Ana Ruiz, 22, of Northport, Ohio, said": a place in the chain is where somebody comes from.
        const bool place = subject.mention >= 0 && r.mention(subject.mention).type == AgentType::Place && subject.first - 1 > floor;
        if (place && (r.iis(subject.first - 1, Preposition) || isComma(r, subject.first - 1)))
            continue;
        // "the depot manager, Ana Ruiz, said": the name in the aside names the noun before it.
        const Source apposed = phraseEndingAt(r, commas ? beforeBracket(r, comma - 1, k + 1) : comma - 1, k + 1);
        if (subject.mention < 0 && apposed.isValid() && apposed.mention >= 0 && apposed.first <= k + 2
            && (r.mention(apposed.mention).type == AgentType::Person || (r.isGerman && r.mention(apposed.mention).type == AgentType::Organisation)) && (subject.isRole || !subject.isPronoun)) {
            Source both = subject;
            both.last = comma - 1;
            both.mention = apposed.mention;
            both.head = r.mention(apposed.mention).last;
            return both;
        }
        // "The company, Vela Pumps Ltd., said"
        if (commas && subject.mention < 0 && !subject.isPronoun && !isComma(r, subject.first - 1) && r.iis(subject.first, Determiner | Possessive) && apposed.isValid() && apposed.mention >= 0 && apposed.first <= k + 2
            && r.mention(apposed.mention).type == AgentType::Organisation && r.item(apposed.last).token == r.mention(apposed.mention).last) {
            Source both = subject;
            both.last = comma - 1;
            both.mention = apposed.mention;
            both.head = r.mention(apposed.mention).last;
            return both;
        }
        const bool person = subject.mention >= 0 && r.mention(subject.mention).type == AgentType::Person;
        if (!person && !subject.isPronoun && subject.first - 2 >= floor && isComma(r, subject.first - 1)) {
            // "Ruiz, founder of Vela, head of the depot, said": an apposition before the last one.
            const Source named = phraseEndingAt(r, subject.first - 2, floor);
            if (named.isValid() && named.mention >= 0 && r.mention(named.mention).type == AgentType::Person)
                return named;
        }
        const bool word = k + 2 == comma; // ", however,"
        if (subject.mention >= 0 || subject.isRole || subject.isPronoun || r.iis(k + 1, Relative) || (word && isAdverb(r, k + 1)))
            return subject;
    }
    if (commas && comma - 1 > floor && r.iSign(comma - 1, u')')) // "Rep. Jack Reed (D-R.I.), said"
        return phraseEndingAt(r, beforeBracket(r, comma - 1, floor), floor);
    return {};
}

/// "The official who met Ruiz said", "a letter obtained by Ruiz says": the noun the clause in between belongs to.
Source beyondRelative(const Reading &r, const Source &near, int floor)
{
    int verb = near.first - 1;
    if (!near.isValid() || near.isPronoun || r.isGerman || verb - 1 <= floor || r.isStretch(verb))
        return {};
    if (r.iWord(verb, u"by")) {
        const int participle = verb - 1;
        return r.iis(participle, Participle) && isNounLike(r, participle - 1) ? phraseEndingAt(r, participle - 1, floor) : Source{};
    }
    if (!r.iis(verb, Past | Third) || r.iis(verb, Auxiliary))
        return {};
    int relative = verb - 1;
    while (relative > floor && (isAdverb(r, relative) || (r.iis(relative, Auxiliary) && !r.iis(relative, Relative))))
        --relative;
    if (relative <= floor || !(r.iWord(relative, u"who") || r.iWord(relative, u"which")))
        return {};
    return phraseEndingAt(r, isComma(r, relative - 1) ? relative - 2 : relative - 1, floor);
}

/// "An official who spoke to discuss the plan said": the relative clause has its own verb, so the next belongs to the noun.
Source pastRelative(const Reading &r, const Source &near, int floor)
{
    const int relative = near.isValid() && !near.isPronoun && !r.isGerman ? relativeBefore(r, near.first, floor) : -1;
    const bool closed = isComma(r, relative - 1) && isComma(r, near.first - 1); // ", which leaks, Ruiz said"
    if (relative <= floor || closed || !(r.iWord(relative, u"who") || r.iWord(relative, u"which")))
        return {};
    for (int v = relative + 1; v < near.first; ++v) {
        if (!r.isStretch(v) && r.iis(v, Auxiliary | Past | Third) && (r.iis(v, Auxiliary) || isVerbHere(r, v, floor)))
            return phraseEndingAt(r, isComma(r, relative - 1) ? relative - 2 : relative - 1, floor);
    }
    return {};
}

/// "A nurse who lives there said", "an official who resigned said": the relative clause ends, at item `last`, in no noun.
Source pastIntransitive(const Reading &r, int last, int floor)
{
    const int relative = r.isGerman || last - 1 <= floor ? -1 : relativeBefore(r, last + 1, floor);
    if (relative <= floor || !(r.iWord(relative, u"who") || r.iWord(relative, u"which")) || isComma(r, relative - 1))
        return {};
    for (int v = relative + 1; v <= last; ++v) {
        if (!r.isStretch(v) && r.iis(v, Auxiliary | Past | Third))
            return phraseEndingAt(r, relative - 1, floor);
    }
    return {};
}

} // namespace

Source subjectBefore(const Reading &r, int verb, int floor)
{
    int j = verb - 1;
    for (; j >= floor; --j) {
        if (r.iWord(j, u"ago") || isTheFirst(r, j))
            break;
        if (isAdverb(r, j) || r.iWord(j, u"once") || r.iis(j, Negation) || (r.iis(j, Auxiliary) && !r.iis(j, Relative)))
            continue;
        if (r.isWordItem(j) && r.itok(j).shape == TokenShape::Number && r.itemEnd(j) - r.itemStart(j) == 4 && j - 1 > floor && r.iWord(j - 1, u"in") && !r.isGerman) { // "who in 2010 said"
            --j;
            continue;
        }
        if (r.iis(j, Weekday)) {
            if (j - 1 >= floor && r.iWord(j - 1, u"on"))
                --j;
            continue;
        }
        break;
    }
    int tail = -1; // last item of words behind the noun that belong to its phrase
    if (j > floor && (isReflexive(r, j) || r.iWord(j, u"both") || r.iWord(j, u"each")) && isNounLike(r, j - 1)) {
        tail = isReflexive(r, j) ? j : -1;
        --j;
    }
    if (j < floor)
        return {};
    if (isComma(r, j) || r.iSign(j, u'—') || r.iSign(j, u'–') || r.iSign(j, u')') || endsAsideWithin(r, j))
        return acrossAside(r, j, floor);
    const bool dated = j - 2 > floor && r.iis(j, Unit) && (r.iWord(j - 1, u"last") || r.iWord(j - 1, u"this"));
    if (dated)
        j -= 2; // "the report published last year said"
    if (r.iWord(j, u"ago")) {
        // "The ministry less than two weeks ago said"
        --j;
        while (j > floor && (r.iis(j, Unit | NumberWord | Preposition | Quantifier) || r.itok(j).shape == TokenShape::Number || r.iWord(j, u"than")))
            --j;
    }
    if (j > floor && r.iis(j, Preposition) && r.iMention(j - 1) >= 0)
        --j;
    if (j > floor && r.iis(j, Participle) && !r.iis(j, Gerund) && isNounLike(r, j - 1)) { // "the order released Friday said"
        tail = dated ? -1 : j + 1 < verb && r.iis(j + 1, Weekday) ? j + 1 : j;
        --j;
    }
    Source near = phraseEndingAt(r, j, floor);
    if (near.isValid() && tail >= 0)
        near.last = tail;
    if (const int joint = near.first - 2; !r.isGerman && near.isValid() && near.mention < 0 && joint > floor && r.is(near.head, Medium | ReportNoun) && !r.isStretch(joint + 1)
        && (r.iWord(joint + 1, u"in") || r.iWord(joint + 1, u"during") || r.iWord(joint + 1, u"at"))) {
        // "Ruiz left and in a letter called it …": where it was said, not who says it
        if (isComma(r, joint) || r.iis(joint, Conjunction))
            return clauseBefore(r, joint, floor, true).subject;
        return subjectBefore(r, joint + 1, floor);
    }
    static constexpr WordSet objects{u"me", u"him", u"us", u"them", u"whom", u"it"};
    if (const int prep = near.first - 1; !r.isGerman && near.isPronoun && near.first == near.last && r.iAny(near.first, objects) && prep > floor && r.iis(prep, Preposition)) {
        if (const Source noun = phraseEndingAt(r, prep - 1, floor); noun.isValid() && !noun.isPronoun)
            return noun; // "The bridge behind me carried"
        if (const Source noun = prep - 2 > floor ? phraseEndingAt(r, prep - 2, floor) : Source{}; noun.isValid() && !noun.isPronoun && r.iis(noun.first, Determiner))
            return noun; // "a banker close to it said"
    }
    if (!near.isValid()) {
        if (const Source antecedent = pastIntransitive(r, j, floor); antecedent.isValid())
            return antecedent;
    }
    if (const int prep = near.first - 1; near.isValid() && !near.isPronoun && prep - 1 >= floor && r.iWord(prep, u"by") && r.iis(prep - 1, Relative) && !r.isGerman)
        return phraseEndingAt(r, prep - 1, floor); // "Ruiz, who by her own count taught"
    if (const Source antecedent = pastRelative(r, near, floor); antecedent.isValid())
        return antecedent;
    const Source outer = beyondRelative(r, near, floor);
    return outer.isValid() ? outer : near;
}

namespace {

/// Does a verb of saying govern the words left of item `k`, with nothing but a hearer, a day and the like between: "told
/// Park on Monday the pump …", "said the council and its allies …"?
bool isReported(const Reading &r, int k, int floor)
{
    constexpr int reach = 14;
    bool joined = false;
    for (int i = k; i > std::max(floor, k - reach); --i) {
        if (isPossessiveClitic(r, i) || (r.isStretch(i) && isPossessiveClitic(r, i - 1)))
            continue; // "told Port TV’s “Good Morning” the talk was cordial"
        if (r.isStretch(i) || isComma(r, i))
            return false;
        if (r.iis(i, Relative | Subordinator) || r.iWord(i, u"that"))
            return joined;
        joined = joined || r.iis(i, Conjunction);
        if (r.iis(i, Auxiliary | Past | Third) && !isNounLike(r, i))
            return r.iis(i, joined ? Speech : Speech | Attitude) && isVerbHere(r, i, floor);
    }
    return false;
}

/// How the clause of this subject stands to the rest: behind a conjunction, a relative pronoun or a bare noun it depends on another.
Embedding embeddingOf(const Reading &r, const Source &subject, int floor)
{
    if (subject.isRelative)
        return Embedding::Dependent;
    int k = subject.first - 1;
    while (k >= floor && isAdverb(r, k))
        --k;
    if (k < floor || r.isStretch(k))
        return Embedding::Main;
    if (r.iWord(k, u"that"))
        return Embedding::Reported;
    if (r.iis(k, Relative | Subordinator) || r.iWord(k, u"as") || r.iWord(k, u"what") || r.iWord(k, u"after") || r.iWord(k, u"before") || r.iWord(k, u"since") || r.iWord(k, u"until"))
        return Embedding::Dependent;
    if (isReported(r, k, floor))
        return Embedding::Reported; // "said he left"
    const bool contact = isNounLike(r, k) && (subject.isPronoun || subject.mention >= 0); // "the remarks Ruiz made"
    return contact || r.iis(k, Preposition) ? Embedding::Dependent : Embedding::Main;
}

} // namespace

Clausehead clauseBefore(const Reading &r, int at, int floor, bool isMatrix)
{
    for (int v = at - 1; v > floor; --v) {
        if (r.isStretch(v) || !r.iis(v, Auxiliary | Past | Third) || isClitic(r, v))
            continue;
        if (!r.iis(v, Auxiliary) && !isVerbHere(r, v, floor))
            continue;
        const Source subject = subjectBefore(r, v, floor);
        const bool somebody = subject.isPronoun || subject.isRole || subject.mention >= 0 || (isMatrix && subject.first > 0 && r.itok(subject.first).isCapital);
        // "shared a list called …": behind the object of a verb the form is a participle
        const int governor = subject.first - 1;
        if (subject.isValid() && governor >= floor && r.iis(v, Participle) && !r.iis(v, Auxiliary) && !r.iis(v - 1, Auxiliary) && r.iis(governor, Past | Third | Gerund)
            && !r.iis(governor, Speech | Attitude | Auxiliary) && !subject.isPronoun)
            continue;
        if (!subject.isValid() || !(somebody || (isMatrix && (r.iis(subject.first, Determiner | Possessive) || r.is(subject.head, ReportNoun | Medium)))))
            continue;
        const Embedding embedding = embeddingOf(r, subject, floor);
        if (!isMatrix || embedding == Embedding::Main)
            return {subject, v, embedding};
    }
    return {};
}

Source clauseSubject(const Reading &r, int at, int floor)
{
    return clauseBefore(r, at, floor, false).subject;
}

Source subjectAcrossReport(const Reading &r, int verb, int floor)
{
    int comma = verb - 1;
    while (comma > floor && isAdverb(r, comma))
        --comma;
    const auto it = std::ranges::lower_bound(r.cues, comma, {}, &Cue::head);
    if (r.isGerman || comma <= floor || !isComma(r, comma) || it == r.cues.begin())
        return {};
    const Cue &cue = *(it - 1);
    if (!cue.isSpeech() || !cue.source.isValid() || cue.source.isRelative || cue.isParticiple || cue.isNoun)
        return {};
    const int first = std::min(cue.first, cue.source.first);
    const int last = std::max(cue.last, cue.source.last);
    constexpr int longest = 4; // "told the Herald", "on Monday"
    if (first - 2 < floor || last >= comma || comma - last > longest + 1 || !isComma(r, first - 1))
        return {};
    for (int i = last + 1; i < comma; ++i) {
        if (r.isStretch(i) || isComma(r, i) || r.iis(i, Auxiliary | Relative | Subordinator))
            return {};
    }
    Source subject = phraseEndingAt(r, first - 2, floor);
    if (subject.isValid() && subject.first - 1 > floor && r.iis(subject.first - 1, Preposition) && r.iis(floor, Determiner | Possessive) && !isComma(r, subject.first - 2)) {
        const Source outer = phraseEndingAt(r, subject.first - 2, floor); // "the owner of the port"
        if (outer.isValid() && outer.first == floor) {
            subject.first = outer.first;
            subject.mention = -1;
        }
    }
    return subject;
}

} // namespace onrecord::extract
