// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/jointspeakers.h"
#include "core/extract/names.h"
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

/// The first item behind the stretch, over a comma or dash that stands outside the marks.
int behind(const Reading &r, int item, int ceiling)
{
    int k = item + 1;
    while (k < ceiling && (r.iSign(k, u',') || r.iSign(k, u'—') || r.iSign(k, u'–') || (!r.isStretch(k) && r.itok(k).shape == TokenShape::Quote && !r.itok(k).spaceBefore)))
        ++k;
    return k;
}

/// The sign that closes the words, before the marks of words quoted inside them (“… ‘an old pump,’”).
char16_t closingSign(const Reading &r, int stretch)
{
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    int last = s.last;
    while (last > s.first && r.tok(last).shape == TokenShape::Quote)
        --last;
    return r.tok(last).sign;
}

/// Words in marks that end a sentence or in a comma are complete: what follows them is about them.
bool isComplete(const Reading &r, int stretch, int item, int ceiling)
{
    const char16_t last = closingSign(r, stretch);
    if (last == u',' || last == u'?' || last == u'!' || last == u'.' || last == u'—' || last == u'–' || last == u'\u2026')
        return true;
    return item + 1 < ceiling && (r.iSign(item + 1, u',') || r.iSign(item + 1, u'—') || r.iSign(item + 1, u'–') || r.iis(item + 1, Speech)
                                  || r.iis(item + 1, Function) || r.iMention(item + 1) >= 0);
}

/// “…,” said the depot manager, Ana Ruiz: the name behind the comma names the noun before it.
Source withApposition(const Reading &r, Source source, int ceiling)
{
    const int comma = source.last + 1;
    int named = comma + 1; // ", actress Ana Ruiz"
    while (named < ceiling && !r.isStretch(named) && r.iMention(named) < 0 && r.iis(named, Role | Title | Determiner | Possessive) && named - comma < 4)
        ++named;
    const bool owned = source.mention >= 0 && r.mention(source.mention).type == AgentType::Person && source.isRole == false;
    if (owned || source.isPronoun || named >= ceiling || !r.iSign(comma, u',') || r.iMention(named) < 0)
        return source;
    const int m = r.iMention(named);
    if (r.mention(m).type != AgentType::Person || r.itemOf[static_cast<size_t>(r.mention(m).from)] > named)
        return source;
    source.mention = m;
    source.head = r.mention(m).last;
    source.last = r.itemOf[static_cast<size_t>(r.mention(m).last)];
    return source;
}

/// Ruiz called it “a wreck,” Hale laughed. – When Ruiz said it was “a wreck,” Hale laughed. A report before the words, with
/// nothing between that parts them, has them; what follows is another clause.
bool isReportedBefore(const Reading &r, int stretch, int item)
{
    const int floor = sentenceOfStretch(r, stretch).first;
    const int nearest = cueBefore(r, item, floor, false);
    if (nearest < 0)
        return false;
    const Cue &cue = r.cues[static_cast<size_t>(nearest)];
    if (cue.isAccording || cue.isInverted)
        return false;
    if (cue.last == item - 1 || (cue.last == item - 2 && r.iWord(item - 1, u"that")))
        return true;
    const bool depends = !r.isGerman && (r.iis(floor, Subordinator) || r.iWord(floor, u"as") || r.iWord(floor, u"after") || r.iWord(floor, u"before"));
    if (depends && cue.isSpeech() && cue.last == item - 2 && isComma(r, item - 1))
        return true; // When somebody shouted, “Louder,” Hale laughed.
    constexpr int reach = 14;
    const int first = r.stretches[static_cast<size_t>(stretch)].first;
    if (item - cue.last > reach || (r.tok(first).isCapital && !r.is(first, First)))
        return false;
    for (int k = cue.last + 1; k < item; ++k) {
        if (r.isStretch(k) || isComma(r, k) || r.iSign(k, u':') || r.iSign(k, u';') || r.iSign(k, u'—') || r.iSign(k, u'–'))
            return false;
    }
    return cue.source.isRelative || r.iis(floor, Subordinator) || r.iWord(floor, u"as") || r.iWord(floor, u"after") || r.iWord(floor, u"before") || r.iWord(floor, u"in");
}

/// Ruiz asked, “Why?” Hale shrugged. – words that a report and a comma lead in, and that end with a sign of their own: what follows
/// begins anew.
bool isLedIn(const Reading &r, int stretch, int item)
{
    const char16_t sign = closingSign(r, stretch);
    if (r.isGerman || (sign != u'?' && sign != u'!') || !isComma(r, item - 1))
        return false;
    constexpr int hearer = 4; // "telling the town council,"
    for (int k = item - 2; k >= std::max(sentenceOfStretch(r, stretch).first, item - hearer); --k) {
        if (const int cue = cueAt(r, k); cue >= 0)
            return r.cues[static_cast<size_t>(cue)].isSpeech();
    }
    return false;
}

/// Do only words of one noun group stand between the items ("City Works director Ana Ruiz")?
bool reaches(const Reading &r, int from, int to)
{
    constexpr int widest = 7;
    if (to < from || to - from > widest)
        return false;
    for (int k = from; k < to; ++k) {
        if (r.isStretch(k) || !(isNounLike(r, k) || r.iis(k, Determiner | Possessive)))
            return false;
    }
    return true;
}

/// “It leaks,” |Ana Ruiz and the owner, Tom Hale|, said: do those who say it together begin right behind the words?
bool isJoinedFrom(const Reading &r, const Cue &cue, int first)
{
    if (cue.source.first <= first)
        return false;
    const std::vector<Source> joint = jointSources(r, cue, cue.source);
    return !joint.empty() && joint.front().first >= first && joint.front().first <= first + 1;
}

/// “It leaks,” the pitch on the site says. “It leaks,” Ana Ruiz and Tom Hale wrote. – all from the words to the verb is one
/// subject, and its first noun speaks, when nothing between is a verb or opens a clause.
bool assignWhole(const Reading &r, int first, int cue, Attribution &attribution)
{
    const Cue &words = r.cues[static_cast<size_t>(cue)];
    constexpr int widest = 24;
    const char16_t sign = closingSign(r, attribution.stretch);
    if (words.first - first > widest || r.isGerman || (sign != u',' && sign != u'?' && sign != u'!') || r.iis(words.first - 1, Conjunction))
        return false;
    for (int k = first; k < words.first; ++k) {
        const bool joint = r.iis(k, Determiner | Possessive | Preposition | Adverb) || r.iWord(k, u"and") || isPossessiveClitic(r, k) || isComma(r, k);
        if (r.isStretch(k) || r.iis(k, Negation | Subordinator | Relative | Auxiliary) || !(joint || isNounLike(r, k) || r.iis(k, Participle | Gerund)))
            return false;
    }
    Source whole = phraseStartingAt(r, first, words.first);
    if (!whole.isValid() || whole.isPronoun)
        return false;
    if (words.source.mention < 0 || !isComma(r, words.first - 1))
        whole.last = std::max(whole.last, words.first - 1);
    assign(r, attribution, whole, cue);
    return true;
}

/// Ruiz |used to| say, Ruiz |likes to| say
bool isHabit(const Reading &r, const Cue &cue)
{
    static constexpr WordSet habits{u"used", u"likes", u"liked", u"loves", u"loved", u"wont"};
    return r.iWord(cue.head - 1, u"to") && r.iAny(cue.head - 2, habits);
}

/// “It leaks,” she is said to have told the town: the words that others give to somebody.
bool assignHearsay(const Reading &r, int first, const Cue &passive, int ceiling, Attribution &attribution)
{
    const int said = passive.last + 3;
    const Source who = phraseStartingAt(r, first, passive.head);
    if (r.isGerman || !who.isValid() || who.last + 1 != passive.first || said >= ceiling || !r.iWord(passive.last + 1, u"to") || !r.iWord(passive.last + 2, u"have") || !r.iis(said, Speech))
        return false;
    assign(r, attribution, who, -1);
    attribution.cueSpan = {r.itemStart(passive.first), r.itemEnd(said)};
    return true;
}

/// “It is not,” an angry Ruiz retaliated. – a verb of no list right behind somebody, and the words end in a comma.
bool unlistedVerb(const Reading &r, int stretch, int first, int ceiling, Attribution &attribution)
{
    const char16_t last = closingSign(r, stretch);
    if (last != u',' && last != u'?' && last != u'!')
        return false;
    const Source somebody = phraseStartingAt(r, first, ceiling);
    if (!somebody.isValid() || !(somebody.isPronoun || somebody.isRole || (somebody.mention >= 0 && r.mention(somebody.mention).type == AgentType::Person)))
        return false;
    int verb = somebody.last + 1;
    while (verb < ceiling && isAdverb(r, verb))
        ++verb;
    if (verb >= ceiling || r.isStretch(verb) || !r.iis(verb, Past | Third) || r.iis(verb, Auxiliary))
        return false;
    assign(r, attribution, somebody, -1);
    attribution.cueSpan = {r.itemStart(verb), r.itemEnd(verb)};
    return true;
}

/// „Es leckt“, ist Ruhland überzeugt.
bool convincedOfIt(const Reading &r, int item, int first, int ceiling, Attribution &attribution)
{
    static constexpr WordSet being{u"ist", u"sind", u"war", u"waren", u"zeigt", u"zeigte", u"gab", u"gibt"};
    static constexpr WordSet sure{u"überzeugt", u"sicher", u"zuversichtlich", u"enttäuscht", u"erleichtert", u"begeistert", u"entsetzt", u"empört", u"verärgert", u"erfreut", u"skeptisch", u"besorgt"};
    if (!isComma(r, item + 1) || first != item + 2 || !r.iAny(first, being))
        return false;
    const Source who = phraseStartingAt(r, first + 1, ceiling);
    int k = who.last + 1;
    while (k < ceiling && !r.isStretch(k) && (r.iWord(k, u"sich") || isAdverb(r, k)))
        ++k;
    if (!who.isValid() || !r.iAny(k, sure))
        return false;
    assign(r, attribution, withApposition(r, who, ceiling), -1);
    attribution.cueSpan = {r.itemStart(first), r.itemEnd(first)};
    return true;
}

/// „Es leckt“, raunzt ein Stammgast. – a small word that ends like a verb right behind the comma, and then somebody.
bool unlistedGermanVerb(const Reading &r, int item, int first, int ceiling, Attribution &attribution)
{
    if (!isComma(r, item + 1) || first != item + 2 || first + 1 >= ceiling || r.isStretch(first) || r.item(first).isCapital || r.item(first).shape != TokenShape::Word
        || r.iis(first, Function | Adverb | Negation | Particle | According))
        return false;
    const QStringView w = r.word(r.item(first).token);
    if (!w.endsWith(u't') && !w.endsWith(u"te") && !w.endsWith(u"ten") && !r.iis(first, Verb))
        return false;
    int at = first + 1;
    while (at < ceiling && (r.iWord(at, u"sich") || isAdverb(r, at)))
        ++at;
    const Source who = phraseStartingAt(r, at, ceiling);
    const bool somebody = who.isValid() && !isNobodyInGerman(r, who) && (who.isRole || who.isPronoun || r.iis(who.first, Determiner | Possessive) || (who.mention >= 0 && r.mention(who.mention).type != AgentType::Place));
    const int next = who.last + 1;
    if (!somebody || !(next >= ceiling || r.iSign(next, u'.') || isComma(r, next) || r.iSign(next, u':') || isAdverb(r, next) || r.iis(next, Preposition)))
        return false;
    assign(r, attribution, withApposition(r, who, ceiling), -1);
    attribution.cueSpan = {r.itemStart(first), r.itemEnd(first)};
    return true;
}

/// “It leaks,” Hale quoted |Ruiz| as saying. „…“, zitierte Hale |Ruhland|. – whose words somebody else repeats. Invalid otherwise.
Source repeatedFrom(const Reading &r, const Cue &cue, int ceiling)
{
    static constexpr WordSet repeating{u"quoted", u"quotes", u"quoting", u"recalled", u"recalls", u"remembered", u"remembers", u"cited", u"cites", u"heard"};
    static constexpr WordSet saying{u"saying", u"telling", u"asking", u"shouting", u"yelling", u"say", u"tell"};
    static const quint64 zitieren = wordHash(u"zitieren");
    const bool german = r.isGerman && r.lemmas[static_cast<size_t>(r.item(cue.head).token)] == zitieren;
    if (!german && (r.isGerman || !r.iAny(cue.head, repeating)))
        return {};
    int at = german && cue.isInverted ? cue.source.last + 1 : cue.last + 1;
    const int named = at;
    int last = -1;
    if (german && r.iis(at, Possessive | Determiner)) { // "seine Kollegin |Ana Ruiz|"
        while (at < ceiling && r.isToken(at) && r.iMention(at) < 0 && (r.iis(at, Possessive | Determiner | Role) || isNounLike(r, at)))
            ++at;
    }
    if (german && (at >= ceiling || r.iMention(at) < 0) && r.iWord(named, u"den"))
        at = named; // "den 61-Jährigen"
    const Source whom = at < ceiling ? phraseStartingAt(r, at, ceiling) : Source{};
    last = whom.last + 1;
    if (!whom.isValid() || (whom.mention < 0 && !whom.isPronoun && !whom.isRole))
        return {};
    if (german)
        return (whom.mention >= 0 || (r.iWord(whom.first, u"den") && personalGender(r, whom) != Gender::Unknown)) && (last >= ceiling || r.iSign(last, u'.') || isComma(r, last) || isAdverb(r, last) || r.iWord(last, u"weiter")) ? whom : Source{};
    if (r.iWord(last, u"as"))
        ++last;
    return r.iAny(last, saying) ? whom : Source{};
}

/// „Lehm“ heißt die Arbeit: no comma, and nobody says it.
bool isCalledSo(const Reading &r, const Cue &cue, int item)
{
    static constexpr WordSet called{u"heißt", u"heisst", u"heißen", u"heissen", u"hieß", u"hiess", u"hießen"};
    return r.isGerman && !isComma(r, item + 1) && r.iAny(cue.head, called) && !cue.source.isPronoun;
}

} // namespace

/// “It leaks,” said Ruiz.
bool decideInvertedCue(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const int ceiling = sentenceOfStretch(r, stretch).last;
    if (!isComplete(r, stretch, item, ceiling) || isReportedBefore(r, stretch, item))
        return false;
    const int first = behind(r, item, ceiling);
    for (int k = first; k < std::min(ceiling, first + 3); ++k) {
        if (r.isStretch(k))
            return false;
        const int cue = cueAt(r, k);
        if (cue < 0) {
            if (isAdverb(r, k) || r.iis(k, Auxiliary))
                continue;
            break;
        }
        const Cue &words = r.cues[static_cast<size_t>(cue)];
        if (!words.isInverted && words.source.isValid() && words.source.last < item && isComma(r, words.source.last + 1))
            return false; // "Ruiz, star of “The Last Pump,” thanked Hale"
        if (!words.isInverted && !words.isSpeech() && k == first)
            break; // “…,” exhorted Ruiz
        if (!words.isInverted || !words.source.isValid() || words.isAccording || isCalledSo(r, words, item))
            return false;
        const Source repeated = repeatedFrom(r, words, ceiling);
        assign(r, attribution, repeated.isValid() ? repeated : withApposition(r, words.source, ceiling), cue);
        return true;
    }
    if (r.isGerman && convincedOfIt(r, item, first, ceiling, attribution))
        return true;
    if (r.isGerman && unlistedGermanVerb(r, item, first, ceiling, attribution))
        return true;
    // “This is fantastic!” beamed Ruiz: any verb of the past between the words and somebody.
    const char16_t sign = closingSign(r, stretch);
    const bool present = !r.isGerman && first == item + 1 && r.iis(first, Third) && (sign == u',' || sign == u'?' || sign == u'!') && r.iMention(first + 1) >= 0; // “Who knows?” shrugs Ruiz.
    if (first + 1 < ceiling && !r.isStretch(first) && (present || r.iis(first, Past)) && !r.iis(first, Auxiliary)) {
        const Source behindVerb = withApposition(r, phraseStartingAt(r, first + 1, ceiling), ceiling);
        if (behindVerb.isValid() && (behindVerb.isPronoun || behindVerb.isRole || (behindVerb.mention >= 0 && r.mention(behindVerb.mention).type == AgentType::Person))) {
            assign(r, attribution, behindVerb, -1);
            attribution.cueSpan = {r.itemStart(first), r.itemEnd(first)};
            return true;
        }
    }
    return false;
}

/// “It leaks,” Ruiz said. “It leaks,” the depot manager, who had asked for a new pump, told Park.
bool decideCueBehind(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const int ceiling = sentenceOfStretch(r, stretch).last;
    if (!isComplete(r, stretch, item, ceiling) || isLedIn(r, stretch, item) || isAskedAbout(r, stretch))
        return false;
    const bool reported = isReportedBefore(r, stretch, item);
    int first = behind(r, item, ceiling);
    if (first < ceiling && (r.iWord(first, u"as") || r.iWord(first, u"wie") || (r.iWord(first, u"so") && (r.isGerman || r.iis(first + 1, Speech)))))
        ++first;
    while (r.isGerman && isComma(r, item + 1) && r.iis(first, Auxiliary) && !r.iis(first, Possessive) && first + 1 < ceiling)
        ++first; // „…“, wird Ruhland zitiert
    constexpr int reach = 40;
    for (int k = first; k < std::min(ceiling, first + reach); ++k) {
        if (r.isStretch(k) && k > first)
            return false;
        const int cue = cueAt(r, k);
        if (cue < 0)
            continue;
        const Cue &words = r.cues[static_cast<size_t>(cue)];
        if (words.isAccording || words.isInverted || words.isParticiple || (words.isInfinitive && !isHabit(r, words)))
            continue;
        if (words.isPassive && assignHearsay(r, first, words, ceiling, attribution))
            return true;
        if (!words.source.isValid() || !(reaches(r, first, words.source.first) || isJoinedFrom(r, words, first))) {
            if (!reported && words.isSpeech() && !words.isPassive && assignWhole(r, first, cue, attribution))
                return true;
            continue;
        }
        if (!words.isSpeech() && (closingSign(r, stretch) != u',' || !(opensSentence(r, stretch) || words.classes & Naming)))
            return false;
        const int next = words.last + 1;
        const bool closes = next >= ceiling || r.iSign(next, u'.') || r.iSign(next, u',');
        if (words.isPassive || (reported && !(words.isSpeech() && closes)))
            return false;
        if (const Source repeated = repeatedFrom(r, words, ceiling); repeated.isValid()) {
            assign(r, attribution, repeated, cue);
            return true;
        }
        assign(r, attribution, words.source, cue);
        if (words.source.first > first) {
            attribution.source.first = first;
            attribution.speakerSpan = r.spanOf(attribution.source);
        }
        return true;
    }
    return !reported && opensSentence(r, stretch) && unlistedVerb(r, stretch, first, ceiling, attribution);
}

} // namespace onrecord::extract
