// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

namespace {

bool isDash(const Reading &r, int i)
{
    return r.iSign(i, u'-') || r.iSign(i, u'–') || r.iSign(i, u'—') || r.iSign(i, u'•');
}

/// No verb of the lists stands before the colon: a person right before it ("no surprise to Ana Ruiz: …"), else whoever opens the
/// sentence, or its part behind the first comma ("In May, Ruiz lobbies for it: …").
Source openerOf(const Reading &r, int floor, int colon, const Source &lone)
{
    const auto isPerson = [&](const Source &s) { return s.mention >= 0 && r.mention(s.mention).type == AgentType::Person; };
    if (lone.isValid() && isPerson(lone))
        return lone;
    int at = floor;
    if (r.iis(at, Preposition)) {
        while (at < colon && !isComma(r, at))
            ++at;
        ++at;
    }
    const Source opener = phraseStartingAt(r, at, colon);
    const bool personal = opener.isPronoun && opener.head >= 0 && r.is(opener.head, He | She | They);
    return opener.isValid() && opener.last + 1 < colon && (isPerson(opener) || personal) ? opener : Source{};
}

/// Ruiz said it leaks, but Hale paid her a compliment: “…” – behind a comma with "but" or "and" somebody else acts in a clause of its own up
/// to the colon. Invalid when nobody does.
Source actorBehind(const Reading &r, const Cue &cue, int colon)
{
    int joint = -1;
    for (int k = cue.last + 1; k + 1 < colon && !r.isGerman; ++k) {
        if (isComma(r, k) && (r.iWord(k + 1, u"and") || r.iWord(k + 1, u"but")))
            joint = k + 1;
        else if (r.isStretch(k) && r.iWord(k + 1, u"but"))
            joint = k + 1;
    }
    const Clausehead clause = joint < 0 ? Clausehead{} : clauseBefore(r, colon, joint, false);
    const Source &who = clause.subject;
    const bool somebody = who.isPronoun ? !who.isRelative && !r.is(who.head, It) : who.mention >= 0 || who.isRole;
    return who.isValid() && somebody && who.first == joint + 1 && clause.embedding == Embedding::Main ? who : Source{};
}

/// The following may be attributed to Ana Ruiz, the mayor: “…” – whom the sentence gives the words to. Invalid otherwise.
Source attributedTo(const Reading &r, int floor, int colon)
{
    for (int k = floor; k + 2 < colon && !r.isGerman; ++k) {
        if (!r.isStretch(k) && r.iWord(k, u"attributed") && r.iWord(k + 1, u"to"))
            return phraseStartingAt(r, k + 2, colon);
    }
    return {};
}

/// When Ruiz asked, Hale sent a note: “…” – is the cue's clause one of time that a comma closes, with the main clause behind?
bool isInOpener(const Reading &r, const Cue &cue, int floor, int colon)
{
    if (r.isGerman || cue.isAccording || !(r.iis(floor, Subordinator) || r.iWord(floor, u"as") || r.iWord(floor, u"after") || r.iWord(floor, u"before") || r.iWord(floor, u"when")))
        return false;
    for (int k = cue.last + 1; k + 1 < colon; ++k) {
        if (r.isStretch(k))
            return false;
        if (isComma(r, k))
            return clauseBefore(r, colon, k, false).verb > k;
    }
    return false;
}

/// Hale likes to quote Ruiz: “…” – whoever is quoted, when the words before the colon end with the name. Invalid otherwise.
Source quotedBy(const Reading &r, const Cue &cue, int colon)
{
    static constexpr WordSet quoting{u"quote", u"quotes", u"quoted", u"quoting", u"cite", u"cites", u"cited", u"citing"};
    static const quint64 zitieren = wordHash(u"zitieren");
    if (r.isGerman && r.lemmas[static_cast<size_t>(r.item(cue.head).token)] == zitieren && cue.source.isValid()) {
        const Source cited = phraseStartingAt(r, cue.last + 1, colon);
        const bool passive = r.iis(cue.first, Auxiliary) || cue.source.first > cue.head;
        const bool somebody = cited.isValid() && (cited.isPronoun || cited.mention >= 0 || cited.isRole || personalGender(r, cited) != Gender::Unknown);
        return !passive && somebody ? cited : Source{};
    }
    const Source whom = !r.isGerman && !cue.isPassive && r.iAny(cue.head, quoting) ? phraseStartingAt(r, cue.last + 1, colon) : Source{};
    const bool asSaying = r.iWord(whom.last + 1, u"as") && r.iis(whom.last + 2, Gerund);
    return whom.isValid() && ((whom.mention >= 0 && whom.last + 1 == colon) || (asSaying && !whom.isPronoun)) ? whom : Source{};
}

/// Boyle read aloud a letter from Hale: “…”, Boyle shared Hale's post: “…” – whoever wrote what is read out. Invalid when nobody is named.
Source writerOf(const Reading &r, const Cue &cue, int colon)
{
    static constexpr WordSet reading{u"read", u"reads", u"reading", u"retweeted", u"shared", u"reposted", u"forwarded", u"circulated", u"las", u"liest", u"lasen", u"verlas", u"teilte"};
    static constexpr WordSet papers{u"letter", u"post", u"message", u"email", u"e-mail", u"tweet", u"note", u"text", u"diary", u"memo", u"brief", u"beitrag", u"nachricht", u"schreiben", u"mail"};
    static constexpr WordSet by{u"from", u"by", u"von", u"vom"};
    static constexpr WordSet genitive{u"einer", u"eines", u"der", u"des"};
    static const quint64 zitieren = wordHash(u"zitieren");
    const bool citing = r.isGerman && r.lemmas[static_cast<size_t>(r.item(cue.head).token)] == zitieren && r.iWord(cue.last + 1, u"aus");
    if (!r.iAny(cue.head, reading) && !citing)
        return {};
    for (int i = cue.last + 1; i + 2 < colon && !r.isStretch(i); ++i) { // "las aus der Mail |einer Kollegin| vor", "read an email from |a nurse|"
        if (!r.iAny(i, papers) || !((r.isGerman && r.iAny(i + 1, genitive)) || (r.iAny(i + 1, by) && r.iis(i + 2, Determiner | Possessive))))
            continue;
        const Source writer = phraseStartingAt(r, r.iAny(i + 1, by) ? i + 2 : i + 1, colon);
        if (writer.isValid() && !writer.isPronoun && (writer.isRole || writer.mention >= 0 || kinGender(r, writer.head) != Gender::Unknown || r.word(writer.head).endsWith(u"in")))
            return writer;
    }
    for (int i = cue.last + 1; i < colon; ++i) {
        const int m = r.iMention(i);
        if (r.isStretch(i) || m < 0 || r.mention(m).type == AgentType::Place)
            continue;
        const int last = r.itemOf[static_cast<size_t>(r.mention(m).last)];
        const bool behind = r.iAny(i - 1, by) && i - 2 > cue.last && r.iAny(i - 2, papers);
        const bool owner = last + 2 < colon + 1 && (isPossessiveClitic(r, last + 1) || r.mention(m).isPossessive) && (r.iAny(last + 2, papers) || r.iAny(last + 1, papers));
        if (behind || owner)
            return phraseStartingAt(r, i, last + 1);
        i = last;
    }
    return {};
}

/// "Die Antwort |eines Fans|:", "|Ihr| Fazit:", "|Ruhlands| Bilanz:": whose words a line of nothing but a noun leads in.
Source germanOwner(const Reading &r, const Source &lone, int floor, int colon)
{
    constexpr int longest = 8; // items before the colon
    if (colon - floor > longest || colon - floor < 2 || !r.isWordItem(colon - 1) || !r.itok(colon - 1).isCapital)
        return {};
    for (int k = floor; k < colon; ++k) {
        if (r.isStretch(k) || isComma(r, k) || r.iis(k, Verb | Auxiliary))
            return {};
    }
    static constexpr WordSet owners{u"sein", u"seine", u"ihr", u"ihre"};
    if (r.iAny(floor, owners) && lone.isValid() && lone.mention >= 0)
        return lone; // "Ihr Sprecher Emre Tok: …"
    static constexpr WordSet given{u"rat", u"ratschlag", u"tipp"}; // "Ihr |Rat|: …": no body
    if (r.iAny(floor, owners) && (r.iAny(colon - 1, given) || !(lone.isValid() && lone.isRole && !r.is(lone.head, ReportNoun)))) {
        Source owner;
        owner.first = owner.last = floor;
        owner.head = r.item(floor).token;
        owner.isPronoun = true;
        return owner;
    }
    if (const int m = r.iMention(floor); m >= 0 && r.mention(m).type == AgentType::Person && r.itemOf[static_cast<size_t>(r.mention(m).last)] == colon - 2)
        return phraseStartingAt(r, floor, colon - 1);
    static constexpr WordSet calls{u"zuruf", u"zurufe", u"zwischenruf", u"zwischenrufe", u"antwort", u"frage", u"kommentar", u"fazit", u"urteil", u"rat", u"reaktion"};
    const int noun = r.iSign(floor, u'(') ? floor + 1 : floor;
    if ((!r.iis(floor, Determiner) && !r.iAny(noun, calls)) || !(lone.isValid() || r.iAny(noun, calls)))
        return {};
    for (int k = r.iAny(noun, calls) ? noun + 1 : floor + 2; k < colon; ++k) {
        if (r.iWord(k, u"des") || r.iWord(k, u"der") || r.iWord(k, u"eines") || r.iWord(k, u"einer") || r.iWord(k, u"von") || r.iWord(k, u"vom")) {
            const Source owner = phraseStartingAt(r, r.iWord(k, u"von") || r.iWord(k, u"vom") ? k + 1 : k, colon);
            const bool somebody = owner.isValid() && (owner.mention >= 0 || owner.isRole || r.is(owner.head, OrganisationWord | Organisation) || personalGender(r, owner) != Gender::Unknown);
            return somebody || r.iis(floor, Determiner) ? owner : Source{}; // not "Frage |des Tages|: …"
        }
    }
    return {};
}

/// One noun between a dash and the colon of a heading: whoever it is speaks, not who stands before the dash.
bool isHeadlinePart(const Reading &r, const Source &lone, int floor)
{
    const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(floor)])];
    const bool heading = sentence.isHeadline || sentence.isLoose;
    return heading && lone.first == lone.last && lone.first > floor && isDash(r, lone.first - 1) && !lone.isPronoun && r.itok(lone.first).isCapital;
}

/// The cue that a colon at item `colon` closes, else the subject of its sentence.
bool closeWithColon(const Reading &r, int colon, int floor, Attribution &attribution)
{
    if (const Source named = attributedTo(r, floor, colon); named.isValid()) {
        assign(r, attribution, named, -1);
        return true;
    }
    const Source lone = phraseEndingAt(r, colon - 1, floor);
    if (lone.isValid() && isHeadlinePart(r, lone, floor)) { // "Hale verspricht Hilfe – Opposition: „…“"
        assign(r, attribution, lone, -1);
        attribution.cueSpan = {r.itemStart(colon), r.itemEnd(colon)};
        return true;
    }
    const bool signedOff = lone.isValid() && lone.first > floor && lone.mention >= 0 && r.mention(lone.mention).type == AgentType::Person && (r.iSign(lone.first - 1, u'—') || r.iSign(lone.first - 1, u'–') || r.iSign(lone.first - 1, u'-'));
    int cue = signedOff ? -1 : cueBefore(r, colon, floor, true); // "Engineers agree – Ana Ruiz: …"
    if (cue < 0 && !signedOff)
        cue = cueBefore(r, colon, floor, false);
    if (cue >= 0 && !r.isGerman && r.iWord(floor, u"with") && r.cues[static_cast<size_t>(cue)].source.first == floor + 1 && clauseBefore(r, colon, floor, true).verb > r.cues[static_cast<size_t>(cue)].last)
        cue = -1; // "With Hale worried, Ruiz has a new message: …"
    if (cue >= 0 && isInOpener(r, r.cues[static_cast<size_t>(cue)], floor, colon))
        cue = -1;
    if (const Source actor = cue >= 0 ? actorBehind(r, r.cues[static_cast<size_t>(cue)], colon) : Source{}; actor.isValid()) {
        assign(r, attribution, actor, -1);
        return true;
    }
    if (cue >= 0) {
        const Cue *words = &r.cues[static_cast<size_t>(cue)];
        // "Ruiz told Park, adding: …": a participle and an infinitive share the subject; the cue stays the nearest.
        assign(r, attribution, words->source, cue);
        const Source paper = writtenBy(r, *words);
        const Source writer = paper.isValid() ? paper : writerOf(r, *words, colon);
        if (const Source quoted = writer.isValid() ? writer : quotedBy(r, *words, colon); quoted.isValid()) {
            attribution.source = quoted;
            attribution.speakerSpan = r.spanOf(quoted);
        }
        return true;
    }
    const bool expletive = r.isGerman && lone.isPronoun && r.is(lone.head, It); // "Wörtlich heißt es: …"
    static constexpr WordSet sounding{u"schallt", u"schallte", u"tönt", u"tönte", u"hallt", u"hallte", u"klingt", u"klang", u"erscholl", u"dröhnte", u"rief", u"brüllte"};
    for (int k = lone.first - 2; expletive && r.iAny(lone.first - 1, sounding) && k >= floor && !r.isStretch(k) && !isComma(r, k); --k) {
        if (!r.iWord(k, u"aus"))
            continue;
        const Source crowd = phraseStartingAt(r, k + 1, lone.first); // "|aus der Nordkurve| schallte es: …"
        if (crowd.isValid() && !crowd.isPronoun) {
            assign(r, attribution, crowd, -1);
            return true;
        }
    }
    const Source owner = r.isGerman ? germanOwner(r, lone, floor, colon) : Source{};
    if (!owner.isPronoun && lone.isValid() && !expletive && (lone.first == floor || isDash(r, lone.first - 1)) && (lone.mention >= 0 || lone.isRole || lone.isPronoun)) {
        assign(r, attribution, lone, -1);
        attribution.cueSpan = {r.itemStart(colon), r.itemEnd(colon)};
        return true;
    }
    // A lesson from Ana Ruiz: “…”
    if (lone.isValid() && lone.first - 2 >= floor && lone.mention >= 0 && r.mention(lone.mention).type == AgentType::Person
        && (r.iWord(lone.first - 1, u"from") || r.iWord(lone.first - 1, u"by") || r.iWord(lone.first - 1, u"here’s") || r.iWord(lone.first - 1, u"’s") || r.iWord(lone.first - 1, u"'s"))) {
        assign(r, attribution, lone, -1);
        attribution.cueSpan = {r.itemStart(colon), r.itemEnd(colon)};
        return true;
    }
    // From Ruiz's letter: “…” – the owner of what is read out.
    if (r.isWordItem(colon - 1) && r.iis(colon - 1, ReportNoun | Medium)) {
        int noun = colon - 1;
        while (noun > floor && isNounLike(r, noun - 1) && !isClitic(r, noun - 1))
            --noun;
        const bool plural = noun - 2 >= floor && !r.isStretch(noun - 1) && r.itok(noun - 1).shape == TokenShape::Quote; // Republicans'
        if (noun - 2 >= floor && (plural || isPossessiveClitic(r, noun - 1))) {
            const Source writer = phraseEndingAt(r, noun - 2, floor);
            if (writer.isValid() && (writer.mention >= 0 || writer.isRole)) {
                assign(r, attribution, writer, -1);
                attribution.cueSpan = {r.itemStart(noun), r.itemEnd(colon - 1)};
                return true;
            }
        }
    }
    if (owner.isValid()) {
        assign(r, attribution, owner, -1);
        attribution.cueSpan = {r.itemStart(floor), r.itemEnd(colon - 1)};
        return true;
    }
    const Source matrix = r.isGerman ? Source{} : clauseBefore(r, colon, floor, true).subject;
    const bool isPerson = lone.isValid() && lone.mention >= 0 && r.mention(lone.mention).type == AgentType::Person;
    Source subject = matrix;
    if (!matrix.isPronoun && !matrix.isRole && matrix.mention < 0)
        subject = matrix.isValid() && isPerson ? lone : clauseSubject(r, colon, floor);
    if (r.isGerman && (isNobodyInGerman(r, subject) || (subject.isPronoun && r.is(subject.head, It))))
        subject = {}; // "In einem Bericht, der im Mai erschien, …"
    if (!subject.isValid())
        subject = matrix;
    if (!subject.isValid() && r.isGerman)
        subject = firstNominative(r, floor, colon);
    if (!subject.isValid() && !r.isGerman)
        subject = openerOf(r, floor, colon, lone);
    if (!subject.isValid() || (r.isGerman && !subject.isRole && !subject.isPronoun && subject.mention < 0))
        return false;
    assign(r, attribution, subject, -1);
    return true;
}

} // namespace

/// Ruiz said: “…” – the words before the mark end in a colon, on the same line or on the line before.
bool decideColon(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    if (item == 0)
        return false;
    const int before = item - 1;
    if (r.isStretch(before) || !r.iSign(before, u':'))
        return false;
    const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(before)])];
    if (before <= sentence.first)
        return false;
    return closeWithColon(r, before, sentence.first, attribution);
}

} // namespace onrecord::extract
