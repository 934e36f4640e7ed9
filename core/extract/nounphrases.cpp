// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

bool isPluralPossessive(const Reading &r, int i)
{
    return !r.isStretch(i) && r.itok(i).shape == TokenShape::Quote && !r.itok(i).spaceBefore;
}

/// Prepositions that join a noun to the noun before them rather than begin an adverbial.
bool isAttaching(const Reading &r, int i)
{
    for (const Folded w : {Folded(u"of"), Folded(u"for"), Folded(u"from"), Folded(u"with"), Folded(u"at"), Folded(u"in"), Folded(u"on"), Folded(u"to"),
                                Folded(u"by"), Folded(u"against"), Folded(u"about"), Folded(u"under"), Folded(u"behind"), Folded(u"within"), Folded(u"between"), Folded(u"von"), Folded(u"aus"), Folded(u"für"), Folded(u"der"), Folded(u"des"),
                                Folded(u"bei"), Folded(u"beim"), Folded(u"im"), Folded(u"vom"), Folded(u"zu"), Folded(u"zum"), Folded(u"zur")}) {
        if (r.iWord(i, w))
            return true;
    }
    return false;
}

int mentionFirstItem(const Reading &r, int m)
{
    return r.itemOf[static_cast<size_t>(r.mention(m).from)];
}

int mentionLastItem(const Reading &r, int m)
{
    return r.itemOf[static_cast<size_t>(r.mention(m).last)];
}

bool isRoleLike(const Reading &r, int i)
{
    return r.iis(i, Role | Title) && r.itok(i).shape == TokenShape::Word;
}

/// "Some chanted", "another tweeted": a quantity that stands for its people.
bool isLoneQuantity(const Reading &r, int at)
{
    for (const Folded w : {Folded(u"some"), Folded(u"another"), Folded(u"many"), Folded(u"most"), Folded(u"several"), Folded(u"few"), Folded(u"both"), Folded(u"beide"), Folded(u"one"), Folded(u"einer"), Folded(u"jemand"), Folded(u"mancher"), Folded(u"manche"), Folded(u"viele"), Folded(u"einige")}) {
        if (r.iWord(at, w))
            return true;
    }
    return false;
}

void take(Source &source, const Reading &r, int first, int last, int head)
{
    source.first = first;
    source.last = last;
    source.head = r.item(head).token;
    source.isRole = r.iis(head, Role | Title) || (head < last && r.iWord(head + 1, u"of") && isLoneQuantity(r, head)); // "one of the pumps"
    source.mention = r.iMention(head);
    if (source.mention >= 0)
        source.head = r.mention(source.mention).last;
}

/// Takes title words, modifiers and an article before the noun group that begins at `first` ("former Park mayor").
int modifiersBefore(const Reading &r, int first, int floor)
{
    int at = first;
    while (at - 1 >= floor) {
        const int p = at - 1;
        const bool theirs = p == floor && (r.iWord(p, u"dessen") || r.iWord(p, u"deren")) && r.isToken(p) && r.itok(p).isCapital; // "Dessen Leiterin sagte"
        if (theirs || (r.iis(p, Determiner | Possessive) && !r.iis(p, Relative) && !r.iWord(p, u"that") && !r.iWord(p, u"what"))) {
            at = p;
            break;
        }
        if (isPossessiveClitic(r, p) || isPluralPossessive(r, p)) {
            if (p - 1 < floor || !isNounLike(r, p - 1))
                break;
            at = p;
            continue;
        }
        const bool ordinal = !r.isGerman && p - 1 >= floor && isAdverb(r, p) && r.iis(p - 1, Determiner | Possessive) && (r.iWord(p, u"early") || r.iWord(p, u"late") || r.iWord(p, u"only") || r.iWord(p, u"once") || r.iWord(p, u"now") || r.iWord(p, u"first") || r.iWord(p, u"later") || r.iWord(p, u"earlier"));
        const bool former = !r.isGerman && r.iWord(p, u"first") && p - 1 >= floor && r.iWord(p - 1, u"former"); // "the former first lady"
        const bool recent = !r.isGerman && (r.iWord(p, u"last") || r.iWord(p, u"this") || r.iWord(p, u"next")) && r.iis(at, Unit | Weekday | Month); // "last week's floods"
        if (ordinal || former || recent) { // "an early report"
            at = p;
            continue;
        }
        if (!isNounLike(r, p) && !(r.iis(p, Participle | Gerund) && p - 1 >= floor && r.iis(p - 1, Determiner | Possessive)))
            break;
        const int m = r.iMention(p);
        at = m >= 0 ? std::max(floor, mentionFirstItem(r, m)) : p;
    }
    return at;
}

bool isGenitive(const Reading &r, int i)
{
    return r.iWord(i, u"des") || r.iWord(i, u"der") || r.iWord(i, u"eines") || r.iWord(i, u"einer") || r.iWord(i, u"seines") || r.iWord(i, u"ihres");
}

/// Follows "of the", "for the", "briefed on the" leftwards to the noun they belong to.
void followComplements(const Reading &r, int &first, int &head, int floor, bool named)
{
    constexpr int most = 4;
    int at = first;
    for (int hops = 0; hops < most && at - 1 >= floor; ++hops) {
        int noun = at - 1;
        if (r.isGerman && isNounLike(r, noun) && isGenitive(r, at)) {
            // "der Vorsitzende des Verbands": the article itself joins the nouns.
            at = modifiersBefore(r, noun, floor);
            head = noun;
            first = at;
            continue;
        }
        if (noun <= floor)
            return;
        const bool doing = !r.isGerman && r.iis(noun, Gerund) && !r.iis(noun, Speech) && r.iis(noun - 1, Role) && !r.iis(noun - 1, Speech); // "the union representing drivers"
        if (doing || isAttaching(r, noun) || (r.iis(noun, Preposition) && r.iis(noun - 1, Gerund)))
            --noun;
        else if (!r.iis(noun, Participle) || (r.iis(noun, Past) && !r.iWord(noun, u"named") && !r.iWord(noun, u"called") && !r.iWord(noun, u"titled")))
            return; // "the council issued a statement": a finite verb
        if (noun > floor && (r.iis(noun, Participle | Gerund) || r.iWord(noun, u"familiar") || r.iWord(noun, u"close")) && !r.iis(noun, Role) && isNounLike(r, noun - 1)
            && r.iis(noun - 1, Role | ReportNoun))
            --noun;
        if (noun < floor || !isNounLike(r, noun))
            return;
        const bool speaks = r.iis(noun, Role | ReportNoun) || r.iMention(noun) >= 0;
        if ((r.iis(at - 1, Participle | Gerund) || !isAttaching(r, at - 1)) && !speaks)
            return;
        if (r.iMention(noun) >= 0 && r.mention(r.iMention(noun)).type != AgentType::Person) {
            if (!r.isGerman)
                return;
            at = modifiersBefore(r, std::max(floor, mentionFirstItem(r, r.iMention(noun))), floor); // "Otto Sand vom |Institut für Meere| in Lauen"
            continue;
        }
        at = modifiersBefore(r, r.iMention(noun) >= 0 ? std::max(floor, mentionFirstItem(r, r.iMention(noun))) : noun, floor);
        if (named && !speaks)
            continue; // "officials with ties to the port": only somebody who speaks ends the search
        head = noun;
        first = at;
    }
}

} // namespace

Source phraseEndingAt(const Reading &r, int at, int floor)
{
    Source s;
    if (at < floor || !r.isWordItem(at))
        return s;
    if (r.iWord(at, u"most") && r.iWord(at - 1, u"the"))
        return s; // "the most tired"
    if (isLoneQuantity(r, at)) {
        s.first = s.last = at;
        s.head = r.item(at).token;
        s.isRole = s.isPlural = true;
        return s;
    }
    if (!r.isGerman && at - 1 >= floor && r.iWord(at - 1, u"the") && (r.iWord(at, u"first") || r.iWord(at, u"latter") || r.iWord(at, u"former"))) { // "The first said"
        take(s, r, at - 1, at, at);
        s.isRole = true;
        return s;
    }
    if (r.iis(at, Pronoun) && r.iMention(at) < 0) {
        if (r.iis(at, Second) && !r.iis(at, They))
            return s;
        const bool ofThem = at - 2 >= floor && r.iWord(at, u"them") && r.iWord(at - 1, u"of") && (isLoneQuantity(r, at - 2) || r.iis(at - 2, NumberWord)); // "one of them"
        s.first = ofThem ? at - 2 : at;
        s.last = at;
        s.head = r.item(at).token;
        s.isPronoun = true;
        s.isRelative = r.iis(at, Relative);
        s.isPlural = r.iis(at, They);
        return s;
    }
    const int m = r.iMention(at);
    int head = at;
    int first = at;
    if (m >= 0) {
        first = std::max(floor, mentionFirstItem(r, m));
        if (first - 1 >= floor && (isRoleLike(r, first - 1) || r.iis(first - 1, Nationality) || isAdverb(r, first - 1) == false)) {
            const int p = first - 1;
            const bool titled = r.mention(m).from < r.mention(m).first && isNounLike(r, p);
            const bool direct = titled || isRoleLike(r, p) || r.iis(p, Nationality) || isPossessiveClitic(r, p) || (r.iis(p, Determiner) && !r.iWord(p, u"that"));
            const int widest = isNounLike(r, p) || direct ? modifiersBefore(r, first, floor) : first;
            if ((direct && !(isPossessiveClitic(r, p) && p - 1 < floor)) || r.iis(widest, Determiner | Possessive))
                first = widest;
        }
    } else if (isNounLike(r, at)) {
        first = modifiersBefore(r, at, floor);
    } else {
        return s;
    }
    followComplements(r, first, head, floor, m >= 0 || r.iis(at, Role));
    if (m < 0 && first - 2 >= floor && r.iWord(first - 1, u"and") && r.iis(first - 2, Role) && r.iMention(first - 2) < 0 && !r.iis(first, Determiner | Possessive) && r.iis(at, Role) && !r.isGerman) {
        // "the former mayor and depot manager said": one person, told by the one article
        const int shared = modifiersBefore(r, first - 2, floor);
        if (r.iis(shared, Determiner) && !r.word(r.item(at).token).endsWith(u's')) {
            first = shared;
            head = at;
        }
    }
    take(s, r, first, at, head);
    return s;
}

namespace {

/// "Ruiz campaign manager Tom Hale", "a Ruiz aide": behind the name an office follows, so the name only tells whose it is.
bool leadsToRole(const Reading &r, int from, int ceiling)
{
    constexpr int reach = 4;
    for (int k = from; k < std::min(ceiling, from + reach) && isNounLike(r, k) && r.iMention(k) < 0; ++k) {
        if (r.iis(k, Role | Title))
            return true;
    }
    return false;
}

/// Do nothing but words of a noun group lead on to a person's name?
bool leadsToPerson(const Reading &r, int from, int ceiling)
{
    constexpr int reach = 5;
    for (int k = from; k < std::min(ceiling, from + reach) && isNounLike(r, k); ++k) {
        if (const int m = r.iMention(k); m >= 0)
            return r.mention(m).type == AgentType::Person;
    }
    return false;
}

/// "a person close to the depot", "an official briefed on the matter", "an engineer involved in the planning"
int complementEnd(const Reading &r, int last, int ceiling)
{
    const int joint = last + 1;
    if (joint + 2 >= ceiling || !r.isWordItem(joint) || !(r.iis(joint, Participle) || r.iWord(joint, u"close") || r.iWord(joint, u"familiar")))
        return last;
    if (!r.iis(joint + 1, Preposition) && !r.iWord(joint + 1, u"to"))
        return last;
    const Source inner = phraseStartingAt(r, joint + 2, ceiling);
    return inner.isValid() && !inner.isPronoun ? inner.last : last;
}

} // namespace

bool isBoth(const Reading &r, const Source &source)
{
    if (!source.isValid() || source.mention >= 0 || !r.isToken(source.first) || !r.isToken(source.last))
        return false;
    static constexpr WordSet alone{u"both", u"beide"};
    static constexpr WordSet two{u"two", u"pair", u"couple", u"duo", u"beiden", u"zwei"};
    if (source.first == source.last)
        return r.iAny(source.first, alone);
    return source.last == source.first + 1 && (r.iWord(source.first, u"the") || r.iWord(source.first, u"die")) && r.iAny(source.last, two);
}

Source phraseStartingAt(const Reading &r, int at, int ceiling)
{
    Source s;
    if (at >= ceiling || !r.isWordItem(at) || r.iWord(at, u"that"))
        return s;
    const int end = at + (r.iWord(at, u"die") && at + 1 < ceiling && r.iWord(at + 1, u"beiden") ? 1 : 0);
    const bool alone = end + 1 >= ceiling || r.isStretch(end + 1) || !r.isWordItem(end + 1) || r.iis(end + 1, Function | Weekday);
    if ((end > at || isLoneQuantity(r, at)) && alone) {
        s.first = at;
        s.last = end;
        s.head = r.item(end).token;
        s.isRole = true;
        s.isPlural = !r.iWord(at, u"another") && !r.iWord(at, u"one");
        return s;
    }
    if (r.iis(at, Pronoun) && !r.iis(at, Possessive | Relative) && r.iMention(at) < 0) {
        s.first = s.last = at;
        s.head = r.item(at).token;
        s.isPronoun = true;
        s.isPlural = r.iis(at, They);
        return s;
    }
    int k = at;
    int head = -1;
    int name = -1;
    bool open = true;
    while (k < ceiling && open) {
        const int m = r.iMention(k);
        if (m >= 0) {
            if (name < 0 || r.mention(m).type == AgentType::Person)
                name = m;
            k = std::min(ceiling, mentionLastItem(r, m) + 1);
            head = k - 1;
            if (k < ceiling && isPossessiveClitic(r, k)) {
                name = -1;
                head = -1;
                ++k;
                continue;
            }
            if (r.mention(m).type == AgentType::Person && !leadsToRole(r, k, ceiling))
                break;
            continue;
        }
        if (isPossessiveClitic(r, k) || isPluralPossessive(r, k)) {
            ++k;
            head = -1;
            continue;
        }
        if (k + 2 < ceiling && r.iSign(k + 1, u'/') && r.isWordItem(k) && r.itok(k).shape == TokenShape::Number && r.isWordItem(k + 2) && r.itok(k + 2).shape == TokenShape::Number) {
            k += 2; // "9/11 survivor Ana Ruiz"
            continue;
        }
        const bool article = r.iis(k, Determiner | Possessive) && head < 0;
        const bool attribute = k + 1 < ceiling && r.iis(k, Participle) && !r.iis(k, Gerund) && !r.isGerman && isNounLike(r, k + 1) && !r.iis(k + 1, Weekday); // "retired engineer"
        const bool counted = attribute && head == at && r.iis(at, NumberWord); // "one tired engineer"
        const bool ing = r.iis(k, Participle | Gerund) && (head < 0 || counted) && (k > at || attribute);
        if (!article && !ing && !isNounLike(r, k)) {
            const bool adverb = isAdverb(r, k) && head < 0 && k > at;
            const bool compound = k > at && !r.iis(k, Past | Auxiliary) && (r.iis(k, Base) || (r.iis(k, Gerund) && r.iMention(k + 1) < 0 && leadsToRole(r, k + 1, ceiling)))
                && leadsToPerson(r, k + 1, ceiling); // "veteran talk show host Ana Ruiz", "Works ranking member Ana Ruiz"
            open = adverb || compound;
            if (!open)
                break;
        }
        if ((r.iis(k, Weekday) && (head >= 0 || k == at)) || (r.iis(k, Month) && head >= 0))
            break;
        if (!article && !ing && (!r.isGerman || r.itok(k).isCapital || r.itok(k).shape == TokenShape::Number)) // German nouns have capitals
            head = k;
        ++k;
    }
    if (r.isGerman && head >= 0)
        k = std::max(head, r.iMention(head) >= 0 ? mentionLastItem(r, r.iMention(head)) : head) + 1;
    if (head < 0)
        return s;
    int last = head;
    // "a spokesman for the port": the noun's own complement belongs to the phrase.
    const bool german = r.isGerman && k + 1 < ceiling && (isGenitive(r, k) || r.iWord(k, u"von") || r.iWord(k, u"vom") || r.iWord(k, u"aus"));
    if (german) {
        const Source inner = phraseStartingAt(r, isGenitive(r, k) ? k : k + 1, ceiling);
        if (inner.isValid() && !inner.isPronoun) {
            last = inner.last;
            if (name < 0 && r.is(r.item(head).token, ReportNoun) && inner.mention >= 0)
                name = inner.mention;
        }
    }
    if (name < 0 && k + 1 < ceiling && !r.iis(k + 1, Gerund) && (r.iWord(k, u"for") || r.iWord(k, u"of") || r.iWord(k, u"from") || r.iWord(k, u"at") || r.iWord(k, u"with"))) {
        const Source inner = phraseStartingAt(r, k + 1, ceiling);
        if (inner.isValid() && !inner.isPronoun)
            last = inner.last;
    }
    if (!r.isGerman && name < 0)
        last = complementEnd(r, last, ceiling);
    take(s, r, at, last, head);
    if (name >= 0 && (r.iMention(head) >= 0 || !s.isRole))
        s.mention = name;
    return s;
}

Source withQuantity(const Reading &r, const Source &noun)
{
    static constexpr WordSet quantities{u"some", u"many", u"most", u"several", u"few", u"all", u"none", u"half", u"both", u"dozens", u"hundreds", u"thousands"};
    const int quantity = noun.first - 2;
    if (r.isGerman || quantity < 0 || !r.iWord(quantity + 1, u"of") || !(r.iAny(quantity, quantities) || r.iis(quantity, NumberWord)) || !r.iis(noun.first, Determiner | Possessive))
        return noun;
    Source whole = noun;
    whole.first = quantity;
    return whole;
}

} // namespace onrecord::extract
