// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

constexpr quint64 closed = Pronoun | Preposition | Conjunction | Subordinator | Auxiliary;

bool isComma(const Reading &r, int i)
{
    return r.iSign(i, u',');
}

bool isClitic(const Reading &r, int i)
{
    return !r.isStretch(i) && r.itok(i).shape == TokenShape::Clitic;
}

bool isPossessiveClitic(const Reading &r, int i)
{
    return isClitic(r, i) && (r.iWord(i, u"’s") || r.iWord(i, u"'s"));
}

bool isPluralPossessive(const Reading &r, int i)
{
    return !r.isStretch(i) && r.itok(i).shape == TokenShape::Quote && !r.itok(i).spaceBefore;
}

/// Prepositions that join a noun to the noun before them rather than begin an adverbial.
bool isAttaching(const Reading &r, int i)
{
    for (const QStringView w : {QStringView(u"of"), QStringView(u"for"), QStringView(u"from"), QStringView(u"with"), QStringView(u"at"), QStringView(u"in"), QStringView(u"on"), QStringView(u"to"),
                                QStringView(u"by"), QStringView(u"against"), QStringView(u"about"), QStringView(u"von"), QStringView(u"aus"), QStringView(u"für"), QStringView(u"der"), QStringView(u"des"),
                                QStringView(u"bei"), QStringView(u"beim"), QStringView(u"im"), QStringView(u"vom"), QStringView(u"zu"), QStringView(u"zum"), QStringView(u"zur")}) {
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

void take(Source &source, const Reading &r, int first, int last, int head)
{
    source.first = first;
    source.last = last;
    source.head = r.item(head).token;
    source.isRole = r.iis(head, Role | Title);
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
        if (r.iis(p, Determiner | Possessive) && !r.iis(p, Relative) && !r.iWord(p, u"that") && !r.iWord(p, u"what")) {
            at = p;
            break;
        }
        if (isPossessiveClitic(r, p) || isPluralPossessive(r, p)) {
            if (p - 1 < floor || !isNounLike(r, p - 1))
                break;
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
    return r.iWord(i, u"des") || r.iWord(i, u"der") || r.iWord(i, u"eines") || r.iWord(i, u"einer");
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
        if (isAttaching(r, noun) || (r.iis(noun, Preposition) && r.iis(noun - 1, Gerund)))
            --noun;
        else if (!r.iis(noun, Participle))
            return;
        if (noun > floor && (r.iis(noun, Participle | Gerund) || r.iWord(noun, u"familiar") || r.iWord(noun, u"close")) && !r.iis(noun, Role) && isNounLike(r, noun - 1)
            && r.iis(noun - 1, Role | ReportNoun))
            --noun;
        if (noun < floor || !isNounLike(r, noun))
            return;
        const bool speaks = r.iis(noun, Role | ReportNoun) || r.iMention(noun) >= 0;
        if ((r.iis(at - 1, Participle) || !isAttaching(r, at - 1)) && !speaks)
            return;
        if (r.iMention(noun) >= 0 && r.mention(r.iMention(noun)).type != AgentType::Person)
            return;
        at = modifiersBefore(r, r.iMention(noun) >= 0 ? std::max(floor, mentionFirstItem(r, r.iMention(noun))) : noun, floor);
        if (named && !speaks)
            continue; // "officials with ties to the port": only somebody who speaks ends the search
        head = noun;
        first = at;
    }
}

} // namespace

bool isAdverb(const Reading &r, int i)
{
    if (!r.isWordItem(i))
        return false;
    if (r.iis(i, Adverb))
        return true;
    const QStringView w = r.word(r.item(i).token);
    return !r.isGerman && w.size() > 4 && w.endsWith(u"ly") && !r.itok(i).isCapital && !r.iis(i, Role | Verb | GivenName);
}

bool isNounLike(const Reading &r, int i)
{
    if (!r.isWordItem(i) || isClitic(r, i))
        return false;
    if (r.iMention(i) >= 0)
        return true;
    if (r.iis(i, closed | Possessive | Determiner) || isAdverb(r, i))
        return false;
    if (r.iis(i, Role | ReportNoun | Magnitude | NumberWord) || r.itok(i).shape == TokenShape::Number || r.iWord(i, u"own"))
        return true;
    if (r.iis(i, Verb) && !r.iis(i, Past | Third | Gerund) && i + 1 < static_cast<int>(r.items.size()) && r.iis(i + 1, Role))
        return true; // "venture capitalist"
    return !r.iis(i, Verb) || r.itok(i).isCapital;
}

bool isVerbHere(const Reading &r, int i, int floor)
{
    if (!r.iis(i, Verb) || r.iMention(i) >= 0)
        return false;
    if (r.isGerman)
        return !r.itok(i).isCapital || i == floor;
    if (r.itok(i).isCapital && i > floor && !r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(i)])].isHeadline)
        return false;
    int p = i - 1;
    while (p >= floor && isAdverb(r, p))
        --p;
    if (p < floor)
        return r.iis(i, Past | Gerund | Third);
    if (r.isStretch(p) || (isComma(r, p) && p > floor && r.isStretch(p - 1)))
        return r.iis(i, Past | Third | Gerund); // “…,” venture capitalist Ana Ruiz said
    const bool noun = r.iis(i, Role | ReportNoun | Common) && !r.iis(i, Past | Gerund);
    if (noun && r.isWordItem(p) && r.word(r.item(p).token).contains(u'-') && !r.itok(p).isCapital)
        return false;
    if (r.iis(p, Determiner | Possessive) && !r.iis(p, Relative) && !r.iWord(p, u"that") && !r.iWord(p, u"all") && !r.iWord(p, u"both")
        && !r.iWord(p, u"this") && !r.iWord(p, u"some") && !r.iWord(p, u"many") && !r.iWord(p, u"most") && !r.iWord(p, u"several") && !r.iWord(p, u"few") && !r.iWord(p, u"another") && !r.iWord(p, u"those"))
        return false;
    if (isPossessiveClitic(r, p) && !r.iis(i, Past | Gerund | Participle))
        return false;
    if (r.iis(i, Base) && !r.iis(i, Past)) {
        // A base form needs "to", an auxiliary, or a plural before it.
        if (r.iWord(p, u"to") || r.iis(p, Auxiliary | They | First | Second | Relative))
            return true;
        const QStringView before = r.isWordItem(p) ? r.word(r.item(p).token) : QStringView();
        return !r.iis(p, Preposition | Determiner) && (before.endsWith(u's') || r.iWord(p, u"people") || r.iWord(p, u"police") || r.iWord(p, u"men") || r.iWord(p, u"women") || r.iWord(p, u"some") || r.iWord(p, u"many") || r.iWord(p, u"most") || isComma(r, p) || r.iis(p, Conjunction) || r.iWord(p, u"who"));
    }
    const int next = i + 1;
    if (noun && r.iis(i, Third) && next < static_cast<int>(r.items.size()) && !r.isStretch(next) && r.iis(next, Past | Auxiliary))
        return false; // "the Ruiz emails contained"
    if (noun && r.iis(i, Third))
        return !r.iis(p, Preposition | Auxiliary) && (r.iis(p, Pronoun | Role | ReportNoun | Conjunction) || r.iMention(p) >= 0 || isComma(r, p));
    return true;
}

namespace {

/// "Some chanted", "another tweeted": a quantity that stands for its people.
bool isLoneQuantity(const Reading &r, int at)
{
    for (const QStringView w : {QStringView(u"some"), QStringView(u"another"), QStringView(u"many"), QStringView(u"most"), QStringView(u"several"), QStringView(u"few"), QStringView(u"both"), QStringView(u"one")}) {
        if (r.iWord(at, w))
            return true;
    }
    return false;
}

} // namespace

Source phraseEndingAt(const Reading &r, int at, int floor)
{
    Source s;
    if (at < floor || !r.isWordItem(at))
        return s;
    if (isLoneQuantity(r, at)) {
        s.first = s.last = at;
        s.head = r.item(at).token;
        s.isRole = s.isPlural = true;
        return s;
    }
    if (r.iis(at, Pronoun) && r.iMention(at) < 0) {
        if (r.iis(at, Second) && !r.iis(at, They))
            return s;
        s.first = s.last = at;
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
    take(s, r, first, at, head);
    return s;
}

Source phraseStartingAt(const Reading &r, int at, int ceiling)
{
    Source s;
    if (at >= ceiling || !r.isWordItem(at) || r.iWord(at, u"that"))
        return s;
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
            if (r.mention(m).type == AgentType::Person)
                break;
            continue;
        }
        if (isPossessiveClitic(r, k) || isPluralPossessive(r, k)) {
            ++k;
            head = -1;
            continue;
        }
        const bool article = r.iis(k, Determiner | Possessive) && head < 0;
        const bool ing = r.iis(k, Participle | Gerund) && head < 0 && k > at;
        if (!article && !ing && !isNounLike(r, k)) {
            const bool adverb = isAdverb(r, k) && head < 0 && k > at;
            open = adverb;
            if (!adverb)
                break;
        }
        if (r.iis(k, Weekday) || (r.iis(k, Month) && head >= 0))
            break;
        if (!article && !ing)
            head = k;
        ++k;
    }
    if (head < 0)
        return s;
    int last = head;
    // "a spokesman for the port": the noun's own complement belongs to the phrase.
    const bool german = r.isGerman && (isGenitive(r, k) || r.iWord(k, u"von") || r.iWord(k, u"vom") || r.iWord(k, u"aus"));
    if (german && k + 1 < ceiling) {
        const Source inner = phraseStartingAt(r, isGenitive(r, k) ? k : k + 1, ceiling);
        if (inner.isValid() && !inner.isPronoun) {
            last = inner.last;
            if (name < 0 && r.is(r.item(head).token, ReportNoun) && inner.mention >= 0)
                name = inner.mention;
        }
    }
    if (name < 0 && k + 1 < ceiling && (r.iWord(k, u"for") || r.iWord(k, u"of") || r.iWord(k, u"from") || r.iWord(k, u"at") || r.iWord(k, u"with"))) {
        const Source inner = phraseStartingAt(r, k + 1, ceiling);
        if (inner.isValid() && !inner.isPronoun)
            last = inner.last;
    }
    take(s, r, at, last, head);
    if (name >= 0 && (r.iMention(head) >= 0 || !s.isRole))
        s.mention = name;
    return s;
}

namespace {

/// Does an aside begin at item i (just behind a comma): a relative clause, an apposition, an adverbial?
bool beginsAside(const Reading &r, int i)
{
    if (r.isStretch(i))
        return true;
    return r.iis(i, Relative | Determiner | Possessive | Preposition | Participle | Gerund | Role | Title | Adverb | Nationality | NumberWord | Subordinator)
        || r.itok(i).shape == TokenShape::Number || r.iMention(i) >= 0 || isAdverb(r, i) || isNounLike(r, i);
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

Source acrossAside(const Reading &r, int comma, int floor)
{
    const bool commas = isComma(r, comma);
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
        const Source subject = phraseEndingAt(r, beforeBracket(r, k - 1, floor), floor);
        if (!subject.isValid() || (subject.isPronoun && subject.isRelative))
            continue;
        // "the depot manager, Ana Ruiz, said": the name in the aside names the noun before it.
        const Source apposed = phraseEndingAt(r, comma - 1, k + 1);
        if (subject.mention < 0 && apposed.isValid() && apposed.mention >= 0 && apposed.first <= k + 2
            && r.mention(apposed.mention).type == AgentType::Person && (subject.isRole || !subject.isPronoun)) {
            Source both = subject;
            both.last = comma - 1;
            both.mention = apposed.mention;
            both.head = r.mention(apposed.mention).last;
            return both;
        }
        if (subject.mention < 0 && subject.first - 2 >= floor && isComma(r, subject.first - 1)) {
            // "Ruiz, founder of Vela, head of the depot, said": an apposition before the last one.
            const Source named = phraseEndingAt(r, subject.first - 2, floor);
            if (named.isValid() && named.mention >= 0 && r.mention(named.mention).type == AgentType::Person)
                return named;
        }
        if (subject.mention >= 0 || subject.isRole || subject.isPronoun || r.iis(k + 1, Relative))
            return subject;
    }
    if (commas && comma - 1 > floor && r.iSign(comma - 1, u')')) // "Rep. Jack Reed (D-R.I.), said"
        return phraseEndingAt(r, beforeBracket(r, comma - 1, floor), floor);
    return {};
}

} // namespace

Source subjectBefore(const Reading &r, int verb, int floor)
{
    int j = verb - 1;
    for (; j >= floor; --j) {
        if (isAdverb(r, j) || r.iis(j, Negation) || (r.iis(j, Auxiliary) && !r.iis(j, Relative)))
            continue;
        if (r.iis(j, Weekday)) {
            if (j - 1 >= floor && r.iWord(j - 1, u"on"))
                --j;
            continue;
        }
        break;
    }
    if (j < floor)
        return {};
    if (isComma(r, j) || r.iSign(j, u'—') || r.iSign(j, u'–') || r.iSign(j, u')'))
        return acrossAside(r, j, floor);
    if (j - 2 > floor && r.iis(j, Unit) && (r.iWord(j - 1, u"last") || r.iWord(j - 1, u"this")))
        j -= 2; // "the report published last year said"
    if (r.iWord(j, u"ago")) {
        // "The ministry less than two weeks ago said"
        --j;
        while (j > floor && (r.iis(j, Unit | NumberWord | Preposition | Quantifier) || r.itok(j).shape == TokenShape::Number || r.iWord(j, u"than")))
            --j;
    }
    if (j > floor && r.iis(j, Preposition) && r.iMention(j - 1) >= 0)
        --j;
    if (j > floor && r.iis(j, Participle) && isNounLike(r, j - 1)) // "the order released Friday said"
        --j;
    return phraseEndingAt(r, j, floor);
}

Source clauseSubject(const Reading &r, int at, int floor)
{
    for (int v = at - 1; v > floor; --v) {
        if (r.isStretch(v) || !r.iis(v, Auxiliary | Past | Third) || isClitic(r, v))
            continue;
        if (!r.iis(v, Auxiliary) && !isVerbHere(r, v, floor))
            continue;
        const Source subject = subjectBefore(r, v, floor);
        if (subject.isValid() && (subject.isPronoun || subject.isRole || subject.mention >= 0))
            return subject;
    }
    return {};
}

} // namespace onrecord::extract
