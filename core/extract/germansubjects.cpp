// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanwords.h"
#include "core/extract/names.h"
#include "core/extract/phrases.h"

/// Who does it in German, where the verb comes second and the subject before or behind it.
namespace onrecord::extract {

using namespace word;

namespace {

/// An article or a pronoun in the dative or the accusative: what follows does nothing.
bool isOblique(const Reading &r, int i)
{
    static constexpr WordSet cases{u"dem", u"den", u"einem", u"einen", u"ihn", u"ihm", u"ihnen", u"mich", u"mir", u"dich", u"dir"};
    return r.iAny(i, cases);
}

/// "|Drei mit dem Vorgang vertraute Personen| berichten": all before the verb is its subject, when an article or a number opens it and neither verb
/// nor comma stands between.
bool isExtended(const Reading &r, int verb, Bounds b)
{
    constexpr int longest = 12;
    static constexpr WordSet articles{u"der", u"die", u"das", u"ein", u"eine", u"zwei", u"drei", u"vier", u"fünf", u"mehrere", u"einige", u"viele"};
    if (!r.iAny(b.floor, articles) || verb - b.floor > longest || verb - b.floor < 4 || !r.iis(b.floor + 1, Preposition) || !r.itok(verb - 1).isCapital)
        return false;
    for (int i = b.floor + 1; i < verb; ++i) {
        if (r.isStretch(i) || !r.isWordItem(i) || r.iis(i, Auxiliary | Conjunction | Subordinator))
            return false;
    }
    return true;
}

/// The noun phrase right before the verb, when it opens its clause and no preposition governs it.
Source nominativeBefore(const Reading &r, int verb, Bounds b)
{
    Source s = subjectBefore(r, verb, b.floor);
    if (r.isStretch(verb - 1) && verb - 2 >= b.floor && r.iis(verb - 2, TitleCue | Role)) { // "Die Zeitschrift „Sundbote“ |nannte|"
        s = phraseEndingAt(r, verb - 2, b.floor);
        s.last = s.isValid() ? verb - 1 : -1;
    }
    if (r.isStretch(verb - 1) && !s.isValid() && verb - 3 >= b.floor && (r.iis(verb - 2, Preposition) || r.iis(verb - 3, Preposition))) { // "Die Kollegin vom „Sundfunk“ |nannte|"
        s = phraseEndingAt(r, r.iis(verb - 2, Preposition) ? verb - 3 : verb - 4, b.floor);
        s.last = s.isValid() ? verb - 1 : -1;
    }
    if (!s.isValid())
        return {};
    const int before = s.first - 1;
    if (before == b.floor && r.iWord(before, u"als") && !r.iis(s.first, Determiner | Possessive) && s.mention < 0)
        return {}; // "Als |Zeugin| schilderte sie"
    if (before >= b.floor && isExtended(r, verb, b)) {
        s.first = b.floor;
        return s;
    }
    const bool theirs = before == b.floor && (r.iWord(before, u"dessen") || r.iWord(before, u"deren")); // "|Dessen| Leiterin Ana Ruhland sagte"
    const bool opens = before < b.floor || theirs || r.iSign(before, u',') || r.iSign(before, u':') || r.isStretch(before) || r.iis(before, Conjunction | Adverb | Subordinator);
    const bool governed = before > b.floor && r.iis(before, Conjunction) && r.iis(b.floor, Preposition) && !r.iis(before - 1, Verb); // "Nach einem Treffen zwischen Rat und |Werft|"
    if (!opens || governed || (before >= b.floor && r.iis(before, Preposition)) || r.iis(s.first, Preposition) || isOblique(r, s.first))
        return {};
    return s.isPronoun || s.isRole || s.mention >= 0 || r.iis(s.first, Determiner) ? s : Source{};
}

/// "warnte |der Chef des Verbands, Tom Hale|, …": the name behind the comma is who holds the office.
Source withName(const Reading &r, Source office, int ceiling)
{
    const int comma = office.last + 1;
    const int m = office.isRole && isComma(r, comma) && comma + 1 < ceiling ? r.iMention(comma + 1) : -1;
    const bool isPerson = office.mention >= 0 && r.mention(office.mention).type == AgentType::Person;
    if (isPerson || m < 0 || r.mention(m).type != AgentType::Person)
        return office;
    const int last = r.itemOf[static_cast<size_t>(r.mention(m).last)];
    if (!isComma(r, last + 1) && !r.iSign(last + 1, u'.') && !r.iSign(last + 1, u':') && last + 1 < ceiling)
        return office; // ", Tom Hale habe …"
    const int next = last + 2;
    if (isComma(r, last + 1) && next < ceiling && (r.iis(next, Possessive) || r.iMention(next) >= 0) && holdsSubjunctive(r, next, ceiling))
        return office; // "erklärte der Minister, Ana Ruiz, seine Sprecherin, gehe"
    office.mention = m;
    office.last = last;
    office.head = r.mention(m).last;
    return office;
}

/// The noun phrase behind the verb, over the pronouns that come between.
Source nominativeBehind(const Reading &r, int verb, Bounds b)
{
    int k = verb + 1;
    while (k < b.ceiling && !r.isStretch(k) && (isAdverb(r, k) || r.iWord(k, u"ihn") || r.iWord(k, u"ihm") || r.iWord(k, u"sich") || r.iWord(k, u"uns") || r.iWord(k, u"mir")))
        ++k;
    if (k >= b.ceiling || r.isStretch(k) || isOblique(r, k) || r.iWord(k, u"des"))
        return {};
    Source s = phraseStartingAt(r, k, b.ceiling);
    if (s.isValid() && s.mention < 0 && !s.isRole && s.last == s.first + 2 && r.iis(k, Determiner) && r.iis(k + 1, OrganisationWord)) { // "die Gewerkschaft |Handel|"
        s.head = r.item(k + 1).token;
        s.isRole = true;
    }
    const bool aside = s.isValid() && k == verb + 1 && isComma(r, verb - 1) && (personalGender(r, s) != Gender::Unknown || (!r.iWord(k, u"der") && r.is(s.head, OrganisationWord))); // "…, erzählte |der Gastronom| unserer Zeitung, …"
    const bool closes = aside || (k == verb + 1 && (r.isStretch(verb - 1) || (isComma(r, verb - 1) && (r.isStretch(verb - 2) || holdsSubjunctive(r, b.floor, verb - 1))))); // „…“, sagte |der Ostfriese|; … sei alt, teilte |das Haus| mit
    return s.isValid() && (s.isPronoun || s.isRole || s.mention >= 0 || (closes && r.iis(k, Determiner | Possessive))) ? withName(r, s, b.ceiling) : Source{};
}

/// "heißt es in dem Schreiben", "In dem Schreiben heißt es": the paper speaks; without one nobody does.
bool saysIt(const Reading &r, Cue &cue, Bounds b)
{
    static const quint64 heissen = wordHash(u"heißen");
    const quint64 lemma = r.lemmas[static_cast<size_t>(r.item(cue.head).token)];
    const bool behind = cue.last + 1 < b.ceiling && r.iWord(cue.last + 1, u"es");
    const bool before = cue.first - 1 >= b.floor && r.iWord(cue.first - 1, u"es");
    if (lemma != heissen || !(behind || before))
        return false;
    int at = cue.last + (behind ? 2 : 1);
    while (at < b.ceiling && isAdverb(r, at))
        ++at;
    static constexpr WordSet times{u"abend", u"morgen", u"mittag", u"nachmittag", u"vormittag", u"wochenende", u"nacht"};
    if (at + 1 < b.ceiling && r.iis(at, Preposition) && !r.iAny(at + 1, times) && !r.iis(at + 1, Weekday | Month))
        cue.source = phraseStartingAt(r, at + 1, b.ceiling);
    if (!cue.source.isValid() && r.iis(b.floor, Preposition))
        cue.source = phraseStartingAt(r, b.floor + 1, cue.first);
    if (!cue.source.isValid() && r.iis(b.floor, Preposition) && behind) // "In |dem im Januar beschlossenen Programm| heißt es"
    {
        cue.source = phraseEndingAt(r, cue.first - 1, b.floor + 1);
        cue.source.first = cue.source.isValid() ? b.floor + 1 : -1;
    }
    if (behind)
        cue.last += 1;
    return true;
}

/// "bestätigte dies nicht und nannte sie …": behind a conjunction the subject is not said again.
Source sharedWithBefore(const Reading &r, const Cue &cue, Bounds b)
{
    const int joint = cue.first - 1;
    if (joint <= b.floor || !(r.iWord(joint, u"und") || r.iWord(joint, u"oder")))
        return {};
    for (auto it = r.cues.rbegin(); it != r.cues.rend() && it->sentence == cue.sentence; ++it) {
        const bool called = it->source.isPronoun && r.is(it->source.head, It); // "klappte das Buch zu, |es| hieß „…“, und flüsterte"
        if (it->source.isValid() && !it->isAccording && !it->source.isRelative && !it->isPassive && !called)
            return it->source;
    }
    const Source before = clauseSubject(r, joint, b.floor);
    for (int v = b.floor + 1; !before.isValid() && v < joint && !r.isStretch(v); ++v) {
        if (r.iis(v, Past | Third | Auxiliary) && !r.itok(v).isCapital) // "Am Montag trat |Ruhland| vor den Rat und kündigte an, …"
            return nominativeBehind(r, v, {v, joint});
    }
    return before;
}

/// "hat Ruhland … gesagt": the subject that stands beside the auxiliary before a participle.
Source besideAuxiliary(const Reading &r, int participle, Bounds b)
{
    for (int k = participle - 1; k >= b.floor; --k) {
        static constexpr WordSet letting{u"lässt", u"ließ", u"ließen", u"lassen"}; // "ließ mitteilen"
        if (!(r.iis(k, Auxiliary) || r.iAny(k, letting)) || r.iis(k, Possessive))
            continue;
        const Source before = nominativeBefore(r, k, b);
        const Source source = before.isValid() ? before : nominativeBehind(r, k, b);
        if (source.isValid())
            return source;
    }
    return {};
}

} // namespace

bool isNobodyInGerman(const Reading &r, const Source &source)
{
    if (!source.isValid() || source.mention >= 0)
        return false;
    return isOblique(r, source.first) || (!source.isPronoun && !source.isRole && (r.iis(source.first, Preposition | Adverb) || !r.tok(source.head).isCapital));
}

/// German puts the verb second: what stands before it may be an adverbial, and the subject behind; a participle at
/// the end leaves the subject with its auxiliary; after "wie" the subject opens the clause.
bool findGermanSource(const Reading &r, Cue &cue, Bounds b)
{
    for (int k = cue.head - 1; k >= b.floor; --k) {
        if (r.iWord(k, u"wie") && (k == b.floor || r.iSign(k - 1, u','))) {
            cue.source = phraseStartingAt(r, k + (r.iWord(k + 1, u"es") ? 2 : 1), b.ceiling); // "wie es Ruhland ausdrückt"
            if (cue.source.isValid())
                return true;
            break;
        }
        if (r.isStretch(k) || r.iSign(k, u','))
            break;
    }
    if (saysIt(r, cue, b))
        return true;
    if (const Source shared = sharedWithBefore(r, cue, b); shared.isValid()) {
        cue.source = shared;
        return true;
    }
    const Source direct = nominativeBefore(r, cue.head, b);
    const Source behind = nominativeBehind(r, cue.head, b);
    // "Der Zeitung sagte Anna Ruhland: …": a person right behind the verb, and then the words
    const int next = behind.last + 1;
    const bool speaker = behind.mention >= 0 && r.mention(behind.mention).type == AgentType::Person && behind.first == cue.last + 1 && next < b.ceiling && (r.iSign(next, u':') || r.isStretch(next));
    // "Man halte sich daran, teilte das Haus mit": what is reported stands first, and the subject behind the verb
    const bool fronted = behind.isValid() && behind.first == cue.last + 1 && isComma(r, cue.head - 1) && (r.isStretch(cue.head - 2) || holdsSubjunctive(r, b.floor, cue.head - 1) || (direct.mention < 0 && !direct.isRole && !direct.isPronoun && (behind.mention >= 0 || behind.isRole || behind.isPronoun)));
    if (direct.isValid() && !fronted && !(speaker && direct.mention < 0 && !direct.isPronoun)) {
        cue.source = direct;
        return true;
    }
    if (behind.isValid()) {
        cue.source = behind;
        const bool follows = r.isStretch(cue.head - 1) || (isComma(r, cue.head - 1) && r.isStretch(cue.head - 2));
        cue.isInverted = behind.first == cue.last + 1 || (follows && behind.first > cue.last); // „…“, hielt ihm Ruhland entgegen
        return true;
    }
    cue.source = besideAuxiliary(r, cue.head, b);
    static constexpr WordSet letting{u"lässt", u"ließ", u"ließen", u"lassen"};
    const int finite = cue.source.first - 1;
    if (cue.source.isValid() && finite > b.floor && r.iAny(finite, letting) && isComma(r, finite - 1) && cue.source.first < cue.head) {
        cue.first = finite; // "…, ließ Ruhland am Montag mitteilen": what is reported stands before
        cue.isInverted = true;
    }
    return cue.source.isValid();
}

/// The first noun phrase of a German main clause that may be its subject: not behind a preposition, not in the dative or the
/// accusative, behind a subordinate clause that comes first.
Source firstNominative(const Reading &r, int floor, int ceiling)
{
    int k = floor;
    if (r.iis(k, Subordinator) || r.iWord(k, u"als") || r.iWord(k, u"nachdem")) {
        while (k < ceiling && !isComma(r, k))
            ++k;
    }
    for (int i = ceiling - 1; i > floor && !r.iSign(i, u')'); --i) {
        if (r.iSign(i, u'('))
            return {};
    }
    while (k < ceiling) {
        if (isComma(r, k) && k + 1 < ceiling && (r.iWord(k + 1, u"der") || r.iWord(k + 1, u"die") || r.iWord(k + 1, u"das") || r.iis(k + 1, Preposition | Relative))) {
            ++k; // a relative clause
            while (k < ceiling && !isComma(r, k))
                ++k;
            continue;
        }
        if (r.iis(k, Preposition)) {
            // Its noun is the next word with a capital: a verb of no list may follow it at once.
            for (++k; k < ceiling && r.isWordItem(k) && !r.itok(k).isCapital; ++k) { }
            k += 1;
            continue;
        }
        const bool verbal = r.isWordItem(k) && !r.itok(k).isCapital && r.itok(k).shape == TokenShape::Word && !r.iis(k, Determiner | Possessive | Pronoun);
        const Source s = verbal ? Source{} : phraseStartingAt(r, k, ceiling);
        if (!s.isValid()) {
            ++k;
            continue;
        }
        const bool oblique = isOblique(r, k) || r.iWord(k, u"des") || r.iWord(k, u"ihm") || r.iWord(k, u"ihn");
        if (!oblique && (s.isRole || s.isPronoun || s.mention >= 0))
            return withName(r, s, ceiling);
        k = s.last + 1;
    }
    return {};
}

} // namespace onrecord::extract
