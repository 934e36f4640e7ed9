// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanclauses.h"

#include "core/extract/germanwords.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

using namespace word;

namespace {

bool isWordToken(const Reading &r, int t)
{
    return r.tok(t).shape == TokenShape::Word;
}

bool isNumber(const Reading &r, int t)
{
    return r.tok(t).shape == TokenShape::Number || r.is(t, NumberWord);
}

bool hasAdjectiveEnding(QStringView w)
{
    static constexpr std::array endings{u"e", u"er", u"en", u"es", u"em"};
    return w.size() > 3 && std::ranges::any_of(endings, [w](const char16_t *e) { return w.endsWith(QStringView(e)); });
}

bool isSubordinating(const Reading &r, int t)
{
    static constexpr WordSet words{u"während", u"seit", u"bis", u"ehe", u"sodass", u"wo", u"wer", u"was", u"warum", u"weshalb", u"wann", u"woher", u"wohin", u"wodurch", u"womit", u"wobei", u"wofür", u"wonach", u"seitdem", u"sofern", u"soweit"};
    return r.is(t, Subordinator) || r.isAny(t, words);
}

/// A noun by its capital; at the beginning of a sentence, where every word has one, only what no list knows otherwise.
bool isNoun(const Reading &r, int t)
{
    if (r.mentionOf[static_cast<size_t>(t)] >= 0)
        return true;
    if (!isWordToken(r, t) || !r.tok(t).isCapital || r.is(t, Function | Hedge | Negation | According))
        return false;
    return !r.opensSentence[static_cast<size_t>(t)] || !(r.is(t, Adverb | Adverbial | Quantifier) || isSubordinating(r, t));
}

bool isRelativeWord(const Reading &r, int t)
{
    static constexpr WordSet words{u"der", u"die", u"das", u"den", u"dem", u"denen", u"deren", u"dessen", u"welcher", u"welche", u"welches", u"welchen", u"welchem"};
    return r.isAny(t, words);
}

bool isZuInfinitive(const Reading &r, int t)
{
    constexpr qsizetype shortest = 7;
    const QStringView w = r.word(t);
    const bool ends = w.endsWith(u"en") || w.endsWith(u"ern") || w.endsWith(u"eln") || w == u"tun" || w == u"sein";
    return ends && ((t > 0 && r.isWord(t - 1, u"zu")) || (w.size() > shortest && w.indexOf(u"zu", 2) > 0 && !w.startsWith(u"hinzu")));
}

/// "im |zweiten| um 3 Prozent": an adjective whose noun is left out.
bool isGoverned(const Reading &r, int t, int first)
{
    return t > first && hasAdjectiveEnding(r.word(t)) && !r.is(t, Verb) && r.is(t - 1, Preposition | Determiner) && !r.isWord(t - 1, u"zu");
}

/// "über|gab": a listed verb behind a prefix.
bool isPrefixedVerb(const Reading &r, QStringView w)
{
    static constexpr std::array prefixes{u"über", u"unter", u"ver", u"be", u"ent", u"er", u"zer", u"an", u"auf", u"aus", u"ab", u"ein", u"vor", u"nach", u"bei", u"mit", u"um", u"zurück", u"hin", u"durch", u"hinter", u"wider", u"zu", u"fest", u"weg"};
    constexpr qsizetype shortest = 3;
    return std::ranges::any_of(prefixes, [&](const char16_t *prefix) {
        const QStringView p(prefix);
        return w.size() - p.size() >= shortest && w.startsWith(p) && (r.words->classesOf(w.sliced(p.size())) & Verb);
    });
}

/// All verbs of [first, end). What stands between an article, a preposition or a number and its noun is none.
std::vector<int> verbsOf(const Reading &r, int first, int end)
{
    std::vector<int> verbs;
    bool isOpen = false;
    for (int t = first; t < end; ++t) {
        if (isNumber(r, t) || r.is(t, Unit | Magnitude) || (r.is(t, Determiner | Possessive | Preposition | Quantifier) && !r.is(t, Auxiliary)))
            isOpen = true;
        else if (isNoun(r, t))
            isOpen = false;
        else if (mayBeGermanVerb(r, t) && !(isOpen && (isAttributive(r, t, end) || isGoverned(r, t, first))))
            verbs.push_back(t);
    }
    return verbs;
}

/// Do all verbs stand together at the end ("verloren haben")?
bool isVerbFinal(const Reading &r, const GermanClause &c)
{
    if (c.verbs.empty() || c.verbs.back() != c.end - 1)
        return false;
    int first = c.end - 1;
    for (auto it = std::next(c.verbs.rbegin()); it != c.verbs.rend() && (*it == first - 1 || (*it == first - 2 && r.isWord(first - 1, u"zu"))); ++it)
        first = *it;
    return c.verbs.front() == first;
}

/// "dass", "auch wenn", "in der": the last token of what makes the clause depend on another; -1 when nothing does.
int openerOf(const Reading &r, const GermanClause &c, bool isBehindComma, bool isBehindRelative)
{
    int t = c.first;
    while (t < c.end && (r.isWord(t, u"und") || r.isWord(t, u"aber") || r.isWord(t, u"auch") || r.isWord(t, u"oder")))
        ++t;
    if (t < c.end && isSubordinating(r, t))
        return t;
    if (t < c.end && isBehindComma && isRelativeWord(r, t))
        return t;
    if (t + 1 < c.end && isBehindComma && r.is(t, Preposition) && isRelativeWord(r, t + 1) && !(isBehindRelative && t + 2 < c.end && isNoun(r, t + 2)))
        return t + 1;
    return -1;
}

void readClause(const Reading &r, GermanClause &c, bool isBehindComma, bool isBehindRelative)
{
    c.verbs = verbsOf(r, c.first, c.end);
    if (c.verbs.empty())
        return;
    const bool infinitive = std::ranges::all_of(c.verbs, [&](int t) { return isZuInfinitive(r, t); });
    const int opener = openerOf(r, c, isBehindComma, isBehindRelative);
    const bool aside = isBehindComma && opener < 0 && std::ranges::all_of(c.verbs, [&](int t) { return isGermanParticiple(r, t); });
    if (aside && c.verbs.front() == c.end - static_cast<int>(c.verbs.size())) {
        c.verbs.clear(); // "die Gebühr, zuletzt |angehoben|, …"
        return;
    }
    if (opener >= 0 && !infinitive && isVerbFinal(r, c) && c.verbs.front() > opener) {
        const bool relative = isRelativeWord(r, opener) && !isSubordinating(r, opener);
        c.opener = opener;
        c.order = relative ? GermanClause::Order::Relative : GermanClause::Order::Subordinate;
        c.verb = c.verbs.back();
        return;
    }
    c.order = infinitive ? GermanClause::Order::Infinitive : GermanClause::Order::Main;
    const bool participle = c.verbs.size() > 1 && c.verbs.front() == c.first && c.verbs[1] == c.first + 1 && isGermanParticiple(r, c.first) && r.is(c.verbs[1], Auxiliary);
    c.verb = infinitive ? -1 : c.verbs[participle ? 1 : 0]; // "|eingesetzt| waren 300 Helfer"
}

/// Does a clause of its own begin behind the conjunction at t: "und |beschäftigt| 240 Leute"?
bool joinsVerb(const Reading &r, int t, int first, int end)
{
    static constexpr WordSet joints{u"und", u"oder", u"aber", u"sondern", u"sowie"};
    if (!r.isAny(t, joints) || t + 1 >= end || t == first)
        return false;
    if (mayBeGermanVerb(r, t - 1) && !isAttributive(r, t - 1, end) && !r.isWord(t - 2 >= first ? t - 2 : t, u"zu"))
        return true; // "das 300 Gäste zählte |und| ein Defizit einfährt"
    int next = t + 1;
    while (next + 1 < end && r.is(next, Adverb))
        ++next;
    return mayBeGermanVerb(r, next) && next + 1 < end && (isNumber(r, next + 1) || !isAttributive(r, next, end)) && (r.is(next, Verb | Auxiliary) || r.word(next).endsWith(u't') || r.word(next).endsWith(u"te"));
}

} // namespace

bool mayBeGermanVerb(const Reading &r, int t)
{
    if (r.mentionOf[static_cast<size_t>(t)] >= 0 || !isWordToken(r, t) || r.tok(t).isCapital)
        return false;
    if (r.is(t, Auxiliary))
        return !r.is(t, Possessive) || r.isWord(t, u"sein");
    constexpr quint64 others = Function | Adverb | Negation | NumberWord | Hedge | Quantifier | Particle | According | Unit | Magnitude;
    static constexpr WordSet small{u"zu", u"ja", u"nein", u"mehr", u"weniger", u"man", u"je", u"etwas", u"alles", u"nichts", u"vor", u"ein", u"ab", u"auf", u"los", u"weg", u"nieder", u"teil", u"gut", u"laut", u"voll"};
    if (r.is(t, others) || r.isAny(t, small))
        return false;
    if (isSubordinating(r, t) || isRelativeWord(r, t))
        return false;
    if (r.is(t, Verb))
        return true;
    const QStringView w = r.word(t);
    static constexpr std::array adverbial{u"weise", u"lich", u"mals", u"dings", u"falls", u"maßen", u"wärts", u"haft", u"los", u"ig", u"isch", u"bar", u"sam", u"weit", u"seits", u"nahe"};
    if (std::ranges::any_of(adverbial, [w](const char16_t *e) { return w.endsWith(QStringView(e)); }))
        return false;
    static constexpr std::array verbal{u"t", u"te", u"ten", u"en", u"e", u"ern", u"eln", u"tun"};
    return (w.size() > 2 && std::ranges::any_of(verbal, [w](const char16_t *e) { return w.endsWith(QStringView(e)); })) || isPrefixedVerb(r, w);
}

bool isGermanParticiple(const Reading &r, int t)
{
    const QString w = r.word(t).toString().toLower();
    const bool ends = w.endsWith(u't') || w.endsWith(u"en");
    constexpr qsizetype longestPrefix = 7;
    const qsizetype ge = w.indexOf(u"ge");
    const bool parted = ge >= 0 && ge <= longestPrefix && w.size() - ge > 4;
    const bool prefixed = (r.is(t, Verb) || !r.is(t, Common)) && (w.startsWith(u"ver") || w.startsWith(u"be") || w.startsWith(u"er"));
    return ends && (parted || prefixed);
}

bool isSumOf(const Reading &r, int t)
{
    static constexpr WordSet articles{u"ein", u"eine", u"einen", u"einem", u"einer", u"eines"};
    constexpr int farthest = 3; // tokens
    if (t < 2 || !r.isWord(t, u"über") || !isNoun(r, t - 1))
        return false;
    for (int k = t - 2; k >= std::max(0, t - farthest); --k) {
        if (r.isAny(k, articles))
            return true;
        if (r.tok(k).isCapital)
            return false;
    }
    return false;
}

bool isAttributive(const Reading &r, int t, int end)
{
    if (!hasAdjectiveEnding(r.word(t)) || r.is(t, Auxiliary))
        return false;
    constexpr int longest = 3;
    for (int k = t + 1; k < std::min(end, t + 1 + longest); ++k) {
        if (isNoun(r, k))
            return true;
        const bool another = isNumber(r, k) || (isWordToken(r, k) && !r.tok(k).isCapital && (hasAdjectiveEnding(r.word(k)) || (r.is(k, Adverb) && !r.isWord(k, u"sich")) || r.isWord(k, u"und")) && !r.is(k, Function & ~Conjunction));
        if (!another)
            return false;
    }
    return false;
}

/// "dass Schulen, Straßen und Brücken |leiden|": a dependent clause that a comma of a list cuts gets the piece that holds its verb.
static void joinPieces(const Reading &r, std::vector<GermanClause> &clauses)
{
    for (size_t i = 0; i + 1 < clauses.size(); ++i) {
        GermanClause &c = clauses[i];
        const bool comma = r.isSign(c.end, u',');
        if (c.order != GermanClause::Order::None || !comma || clauses[i + 1].order == GermanClause::Order::Relative || openerOf(r, c, i > 0 && r.isSign(c.first - 1, u','), false) < 0)
            continue;
        GermanClause whole;
        whole.first = c.first;
        whole.end = clauses[i + 1].end;
        whole.isJoined = c.isJoined;
        whole.isColon = c.isColon;
        readClause(r, whole, true, false);
        if (whole.opener < 0)
            continue;
        c = whole;
        clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

std::vector<GermanClause> germanClauses(const Reading &r, int from, int to)
{
    std::vector<GermanClause> clauses;
    bool comma = false;
    GermanClause at;
    at.first = from;
    const auto close = [&](int end, int next) {
        at.end = end;
        while (at.end > at.first && (r.tok(at.end - 1).shape == TokenShape::Point || r.tok(at.end - 1).shape == TokenShape::Quote))
            --at.end;
        if (at.end > at.first) {
            readClause(r, at, comma, !clauses.empty() && clauses.back().order == GermanClause::Order::Relative);
            clauses.push_back(at);
        }
        at = GermanClause();
        at.first = next;
    };
    for (int t = from; t < to; ++t) {
        const bool sign = r.tok(t).shape == TokenShape::Point || r.tok(t).shape == TokenShape::Quote;
        if (sign) {
            static constexpr QStringView borders = u",;:()[]–—";
            const bool border = r.tok(t).shape == TokenShape::Point && borders.contains(QChar(r.tok(t).sign));
            if (border) {
                close(t, t + 1);
                comma = r.isSign(t, u',');
                at.isColon = r.isSign(t, u':');
            } else if (t == at.first) {
                at.first = t + 1; // a mark
            }
        } else if (joinsVerb(r, t, at.first, to)) {
            close(t, t + 1);
            at.isJoined = true;
        }
    }
    close(to, to);
    joinPieces(r, clauses);
    return clauses;
}

/// "Bürgermeisterin |Tal|", "Liter |Diesel|", "Steuer |B|": does the noun at `next` go on with the one right before it, which may be in a name already or have an article?
static bool belongsTo(const Reading &r, int before, int next, bool isInName, bool isPointed)
{
    if (r.tok(next).startsParagraph)
        return false;
    if (r.mentionOf[static_cast<size_t>(next)] >= 0 || r.is(next, GivenName) || r.tok(next).isAllCapital || r.tok(before).isAllCapital || r.is(before, Unit) || r.word(next).size() == 1)
        return true;
    static constexpr std::array doers{u"er", u"in", u"or", u"ist", u"ei"};
    const QStringView w = r.word(before);
    const bool named = isInName || r.is(before, Role | OrganisationWord) || (isPointed && isOrdinaryNoun(r, before)) || std::ranges::any_of(doers, [w](const char16_t *e) { return w.endsWith(QStringView(e)); });
    return named && !isOrdinaryNoun(r, next) && !r.is(next, Role) && !r.word(next).endsWith(u"en");
}

TokenPhrase germanPhraseAt(const Reading &r, int t, int end, int barred)
{
    static constexpr WordSet pronouns{u"er", u"sie", u"es", u"wir", u"ich", u"man", u"ihr", u"niemand", u"jemand", u"wer", u"was"};
    static constexpr WordSet pointing{u"das", u"dies", u"die", u"der", u"beide", u"alle", u"viele", u"einige"};
    if (t >= end || t == barred)
        return {};
    if (r.isAny(t, pronouns) && !(r.isWord(t, u"ihr") && t + 1 < end && r.tok(t + 1).isCapital))
        return {t, t, t, true};
    int k = t;
    while (k < end && k != barred && (r.is(k, Determiner | Possessive | Quantifier) || r.isWord(k, u"welche")) && !r.is(k, Preposition))
        ++k;
    const bool pointed = k > t;
    while (k < end && k != barred && !isNoun(r, k) && (isNumber(r, k) || (isWordToken(r, k) && r.is(k, Adverb | Hedge)) || (hasAdjectiveEnding(r.word(k)) && !r.is(k, Function) && isAttributive(r, k, end))))
        ++k;
    while (k > t && k + 2 < end && isNumber(r, k - 1) && r.is(k, Unit) && isAttributive(r, k + 1, end)) { // "ein |63 Jahre alter| Mann"
        for (++k; k < end && !isNoun(r, k); ++k) { }
    }
    if (pointed && k + 1 < end && k == t + 1 && hasAdjectiveEnding(r.word(k)) && !r.is(k, Common | Role) && isNoun(r, k + 1) && k + 1 != barred)
        ++k; // "der |Technischen| Hochschule"
    if (k >= end || k == barred || !isNoun(r, k))
        return pointed && k == t + 1 && r.isAny(t, pointing) && k != barred ? TokenPhrase{t, t, t, true} : TokenPhrase{};
    TokenPhrase phrase{.first = t, .last = k, .head = k};
    const auto over = [&](int noun) { return r.mentionOf[static_cast<size_t>(noun)] >= 0 ? r.mention(r.mentionOf[static_cast<size_t>(noun)]).last : noun; };
    phrase.last = std::min(over(k), end - 1);
    while (phrase.last + 1 < end && phrase.last + 1 != barred && isNoun(r, phrase.last + 1) && belongsTo(r, phrase.last, phrase.last + 1, phrase.last > k, pointed))
        phrase.last = std::min(over(phrase.last + 1), end - 1); // "Bürgermeisterin Tal"
    static constexpr WordSet genitives{u"der", u"des", u"einer", u"eines", u"dieser", u"dieses", u"aller", u"ihrer", u"seiner", u"unserer", u"seines", u"ihres"};
    constexpr int deepest = 3;
    for (int tries = 0; tries < deepest && phrase.last + 2 < end && r.isAny(phrase.last + 1, genitives); ++tries) {
        const TokenPhrase of = germanPhraseAt(r, phrase.last + 1, end, barred);
        if (!of.isValid() || of.isPronoun)
            break;
        phrase.last = of.last;
    }
    return phrase;
}

bool isNoSubject(const Reading &r, const TokenPhrase &phrase)
{
    static constexpr WordSet cases{u"dem", u"den", u"einem", u"einen", u"keinen", u"keinem", u"diesem", u"diesen", u"jedem", u"jeden", u"ihn", u"ihm", u"ihnen", u"mich", u"mir", u"dich", u"dir", u"uns", u"des", u"eines", u"seinem", u"seinen",
                                   u"ihrem", u"ihren", u"unserem", u"unseren", u"meinem", u"meinen", u"einer", u"seiner", u"ihrer", u"unserer", u"allem"};
    static constexpr WordSet times{u"jahr", u"jahre", u"monat", u"woche", u"wochen", u"tag", u"tage", u"abend", u"morgen", u"nacht", u"mal", u"jahres", u"quartal", u"wochenende"};
    if (r.isAny(phrase.first, cases))
        return true;
    return !phrase.isPronoun && (r.isAny(phrase.head, times) || r.is(phrase.head, Month | Weekday | Season));
}

bool isPluralVerb(const Reading &r, int verb)
{
    const QStringView w = r.word(verb);
    return r.isWord(verb, u"sind") || w.endsWith(u"en") || w.endsWith(u"ern") || w.endsWith(u"eln");
}

bool agrees(const Reading &r, const TokenPhrase &phrase, int verb)
{
    static constexpr WordSet any{u"das", u"dies", u"es", u"sie"};
    static constexpr WordSet single{u"das", u"der", u"ein", u"eine", u"kein", u"jeder", u"jede", u"jedes", u"dieses", u"jenes", u"er", u"man", u"ich", u"niemand", u"jemand"};
    static constexpr WordSet many{u"wir", u"alle", u"beide", u"viele", u"einige", u"mehrere", u"manche", u"sämtliche"};
    static constexpr std::array singular{u"ung", u"heit", u"keit", u"schaft", u"tion", u"tät"};
    if (phrase.isPronoun && r.isAny(phrase.first, any))
        return true;
    bool joined = false;
    for (int t = phrase.first; t <= phrase.last; ++t)
        joined = joined || r.isWord(t, u"und") || r.isWord(t, u"sowie");
    const QStringView head = r.word(phrase.head);
    const bool number = isNumber(r, phrase.first) || (phrase.head > phrase.first && isNumber(r, phrase.head - 1));
    const bool plural = joined || number || r.isAny(phrase.first, many);
    const bool one = !plural && (r.isAny(phrase.first, single) || std::ranges::any_of(singular, [head](const char16_t *e) { return head.endsWith(QStringView(e)); }));
    return isPluralVerb(r, verb) ? !one : !plural;
}

} // namespace onrecord::extract
