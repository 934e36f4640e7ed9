// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanfigures.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace onrecord::extract {

namespace {

using namespace word;
using Order = GermanClause::Order;

/// Finds the subject of a figure.
class SubjectFinder
{
public:
    explicit SubjectFinder(const GermanFigure &place) : p(place), r(place.r) {}

    /// "der 38 Meter |hohe| |Turm|": the noun that the measure tells about.
    [[nodiscard]] TokenPhrase nounDescribed() const
    {
        if (!p.isMeasure() || p.behind >= r.count() || r.tok(p.behind).shape != TokenShape::Word || r.is(p.behind, Function | Adverb | Verb | Quantifier))
            return {};
        const int end = p.own().end;
        if (r.word(p.behind).contains(u"ge") && (r.word(p.behind).endsWith(u"te") || r.word(p.behind).endsWith(u"ten") || r.word(p.behind).endsWith(u"tes")))
            return {}; // "auf 3 Hektar trockengelegte Moore"
        if (p.behind >= end || !isAttributive(r, p.behind, end) || (p.qualified == p.at && p.at > 0 && !r.is(p.at - 1, Preposition | Determiner) && !p.figure.unit.startsWith(u"percent")))
            return {};
        int noun = p.behind;
        while (noun < end && !r.tok(noun).isCapital)
            ++noun;
        return germanPhraseAt(r, noun, end, -1);
    }

    /// The subject of the clause that the figure stands in.
    [[nodiscard]] TokenPhrase subject() const { return subjectOf(p.ownIndex); }

private:
    /// "300 |Gäste|", "60 Prozent |der Befragten|", "14 Hektar |Wald|": what is counted or measured, when it may do what the verb says.
    [[nodiscard]] TokenPhrase counted(int end) const
    {
        if (p.governor() >= 0)
            return {};
        const int last = p.behind - 1;
        if (p.behind < end && p.isMeasure()) {
            static constexpr WordSet of{u"der", u"des", u"aller", u"dieser", u"von", u"unserer", u"seiner", u"ihrer"};
            const int noun = r.isWord(p.behind, u"von") ? p.behind + 1 : p.behind;
            if (r.isAny(p.behind, of) || (r.tok(p.behind).isCapital && p.figure.unit.size() != 3 && !r.isWord(last, u"mal")))
                return germanPhraseAt(r, noun, end, -1);
        }
        const bool noun = last > p.at && r.tok(last).shape == TokenShape::Word && r.tok(last).isCapital && p.figure.unit.size() != 3 && !r.is(last, Magnitude);
        return noun && !p.isMeasure() ? TokenPhrase{last, last, last, false} : TokenPhrase{};
    }

    /// The subject of a clause; of one that has none, whatever it shares or goes on with.
    [[nodiscard]] TokenPhrase subjectOf(int index) const // NOLINT(misc-no-recursion): as deep as a sentence has clauses
    {
        const GermanClause &c = p.clause(index);
        const bool own = index == p.ownIndex;
        if (c.order == Order::Relative || c.order == Order::Subordinate)
            return dependent(index);
        if (c.order == Order::Main) {
            const bool dependentToo = c.isJoined && index > 0 && c.verbs.back() == c.end - 1 && c.verb > c.first && (p.clause(index - 1).order == Order::Relative || p.clause(index - 1).order == Order::Subordinate);
            if (goesOn(index) || dependentToo)
                return subjectOf(index - 1);
            const TokenPhrase subject = mainSubject(index);
            if (subject.isValid() || (own && c.verb > p.behind && p.governor() < 0))
                return subject.isValid() ? agreeing(subject, index) : subject;
        } else if (c.order == Order::None && own) {
            if (const TokenPhrase noun = apposed(c); noun.isValid())
                return noun;
        }
        return inherited(index);
    }

    /// "Umsatz von 3 Millionen", "ein Plus von 9 Prozent": the noun phrase of a clause without a verb; also "Kosten: 3 Millionen".
    [[nodiscard]] TokenPhrase apposed(const GermanClause &c) const
    {
        int first = c.first;
        while (first < p.qualified && r.is(first, Adverb))
            ++first; // "|darunter| ein Zuschuss von 3 Millionen"
        if (r.isWord(c.first, u"darunter") && p.qualified == first)
            return counted(c.end); // "darunter 12 |Linden|"
        const TokenPhrase noun = germanPhraseAt(r, first, p.qualified, p.at);
        if (noun.isValid() && !noun.isPronoun && !isNoSubject(r, noun))
            return noun;
        return {};
    }

    /// "Der Verein zählt 300 Leute, |unterhält ein Haus|": a clause that opens with its verb behind one that has its subject.
    [[nodiscard]] bool goesOn(int index) const
    {
        const GermanClause &c = p.clause(index);
        if (index == 0 || c.verb != c.first || r.is(c.verb, Speech))
            return false;
        const GermanClause &before = p.clause(index - 1);
        const bool quoted = r.stretchOf[static_cast<size_t>(before.first)] != r.stretchOf[static_cast<size_t>(c.first)];
        return before.order == Order::Main && before.verb > before.first && !r.is(before.verb, Speech) && !quoted && !before.isColon && opening(before).isValid();
    }

    /// ", so der Sprecher,", ", klagt Ruhland,": somebody's name put into a clause of his.
    [[nodiscard]] bool isReport(int index) const
    {
        const GermanClause &c = p.clause(index);
        return (c.order == Order::Main && c.verb == c.first && r.is(c.verb, Speech)) || (c.order == Order::None && r.isWord(c.first, u"so"));
    }

    /// Of a clause that has no subject of its own: that of the clause it is joined to, goes on with or depends on.
    [[nodiscard]] TokenPhrase inherited(int index) const // NOLINT(misc-no-recursion): as above
    {
        const GermanClause &c = p.clause(index);
        int k = index - 1;
        if (k < 0 && c.order == Order::Infinitive && p.clauses.size() > 1 && p.clause(1).order == Order::Main) // "Um 3 Millionen zu sparen, schließt |der Rat|"
            return mainSubject(1);
        if (k < 0 || (c.order == Order::None && index != p.ownIndex && !c.isColon))
            return {};
        if (c.isColon && c.order == Order::None) { // "Einwohner: 12.000"
            const GermanClause &head = p.clause(k);
            return head.order == Order::None && p.qualified == c.first ? germanPhraseAt(r, head.first, head.end, p.at) : TokenPhrase{};
        }
        if (c.isColon)
            return {};
        if (k > 0 && isReport(k))
            return subjectOf(k - 1);
        const bool opensWithVerb = c.order == Order::Main && c.verb == c.first;
        if (opensWithVerb && !c.isJoined) {
            // "Die Stadt, die wächst, |verlor|": over what stands between; behind "Wenn er geht," the subject is its own
            while (k > 0 && (p.clause(k).order == Order::Relative || p.clause(k).order == Order::None))
                --k;
            const GermanClause &before = p.clause(k);
            if (before.order != Order::None)
                return {};
            const TokenPhrase noun = germanPhraseAt(r, firstWord(before), before.end, p.at);
            return noun.isValid() && !isNoSubject(r, noun) ? noun : TokenPhrase{};
        }
        const bool final = c.order == Order::Main && !c.verbs.empty() && c.verbs.back() == c.end - 1 && c.verb > p.at && p.clause(k).order == Order::Relative; // "könnten die Schulden, die …, auf 3 Millionen |wachsen|"
        if (c.order == Order::None || c.order == Order::Infinitive || c.isJoined || final) {
            const auto isCut = [&](int at) { return p.clause(at).order == Order::None && r.is(p.clause(at).first, Subordinator); }; // "dass die Stadt, |die wächst, …|"
            while (k > 0 && !isCut(k) && (p.clause(k).order == Order::None || (!c.isJoined && p.clause(k).order == Order::Relative)))
                --k;
            if (p.clause(k).order == Order::None) { // "|Der Preis|, im Mai noch bei 3 Euro, fiel"
                const GermanClause &piece = p.clause(k);
                const int first = firstWord(piece) + (r.is(firstWord(piece), Subordinator) ? 1 : 0); // "dass |die Stadt|, die wächst, …"
                const TokenPhrase noun = germanPhraseAt(r, first, piece.end, p.at);
                return noun.isValid() && !isNoSubject(r, noun) ? noun : TokenPhrase{};
            }
            return subjectOf(k);
        }
        return {};
    }

    /// Behind "und" and what only points at the noun ("|allein| die Kosten").
    [[nodiscard]] int firstWord(const GermanClause &c) const
    {
        int t = c.first;
        while (t + 1 < c.end && (r.is(t, Conjunction) || isFocus(t)))
            ++t;
        return t;
    }

    [[nodiscard]] bool isFocus(int t) const
    {
        static constexpr WordSet focus{u"allein", u"nur", u"auch", u"selbst", u"schon", u"sogar", u"alleine", u"lediglich", u"besonders", u"ausgerechnet"};
        return r.isAny(t, focus);
    }

    /// The subject of a main clause: before its verb, else behind it, else what the figure counts.
    [[nodiscard]] TokenPhrase mainSubject(int index) const
    {
        const GermanClause &c = p.clause(index);
        const bool own = index == p.ownIndex;
        if (own && p.at < c.verb)
            return fronted(c);
        const TokenPhrase before = opening(c);
        static constexpr WordSet being{u"sind", u"waren", u"seien", u"wären"};
        const bool placeholder = own && before.isPronoun && r.isWord(before.head, u"es") && isPluralVerb(r, c.verb) && !r.isAny(c.verb, being); // "|Es| meldeten sich 300 Helfer"
        if (before.isValid() && !placeholder && agrees(r, before, c.verb))
            return before;
        if (const TokenPhrase behind = behindVerb(c, own ? p.qualified : c.end); behind.isValid())
            return behind;
        if (own && p.governor() >= 0 && !before.isValid()) {
            if (const TokenPhrase behind = behindVerb(c, c.end); behind.isValid())
                return behind;
        }
        if (own && isPluralVerb(r, c.verb) == p.isPlural()) {
            const TokenPhrase noun = counted(c.end);
            if (noun.isValid() && (!before.isValid() || isPluralVerb(r, c.verb)))
                return noun;
        }
        return before.isValid() && !own ? before : TokenPhrase{};
    }

    /// The figure stands before the verb: "|60 Prozent der Befragten| lehnen …", "Die Strafe |von 3.000 Euro| …", "|3 Euro| kostet der Kaffee".
    [[nodiscard]] TokenPhrase fronted(const GermanClause &c) const
    {
        const int governing = p.governor();
        if (governing > c.first && p.qualified > c.first) {
            const TokenPhrase noun = germanPhraseAt(r, firstWord(c), governing, p.at);
            if (noun.isValid() && !noun.isPronoun && !isNoSubject(r, noun))
                return noun;
        }
        if (const TokenPhrase noun = counted(c.verb); noun.isValid())
            return noun;
        if (governing < 0 && !p.isMeasure())
            return {};
        const TokenPhrase behind = behindVerb(c, c.end);
        return behind.isValid() && (governing >= 0 || !isPluralVerb(r, c.verb)) ? behind : TokenPhrase{};
    }

    /// The noun phrase that opens a main clause and stands before its verb.
    [[nodiscard]] TokenPhrase opening(const GermanClause &c) const
    {
        const int first = firstWord(c);
        if (first >= c.verb || r.is(first, Preposition) || p.isParticiple(first, c.verb))
            return {};
        constexpr int longest = 9; // tokens
        TokenPhrase phrase = germanPhraseAt(r, first, c.verb, p.at);
        if (!phrase.isValid() || isNoSubject(r, phrase))
            return {};
        if (phrase.last < c.verb - 1 && c.verb - first <= longest && (r.is(phrase.last + 1, Preposition | Conjunction)))
            phrase.last = c.verb - 1; // "Der Preis |für eine Fahrkarte|"
        while (phrase.last > phrase.head && (r.is(phrase.last, Adverb) || !(r.tok(phrase.last).isCapital || r.tok(phrase.last).shape == TokenShape::Number)))
            --phrase.last;
        // "Der Bund, die Länder und die Kommunen |teilen|": a list that began before
        const auto joint = static_cast<int>(&c - p.clauses.data());
        const bool lists = std::ranges::any_of(std::views::iota(phrase.first, phrase.last), [&](int t) { return r.isWord(t, u"und"); });
        for (int k = joint - 1; lists && k >= 0 && p.clause(k).order == Order::None && r.isSign(p.clause(k).end, u','); --k) {
            const GermanClause &earlier = p.clause(k);
            const TokenPhrase member = germanPhraseAt(r, earlier.first, earlier.end, p.at);
            if (!member.isValid() || member.last != earlier.end - 1)
                break;
            phrase.first = member.first;
        }
        return phrase;
    }

    /// The first noun phrase behind the finite verb and before `limit` that may be its subject.
    [[nodiscard]] TokenPhrase behindVerb(const GermanClause &c, int limit) const
    {
        for (int t = c.verb + 1; t < std::min(limit, c.end);) {
            if (own(c) && t >= p.qualified && t < p.behind) {
                t = p.behind;
                continue;
            }
            if (r.is(t, Preposition) && !(t == c.end - 1)) { // its noun is passed over
                const TokenPhrase governed = germanPhraseAt(r, t + 1, c.end, p.at);
                t = governed.isValid() ? governed.last + 1 : t + 1;
                continue;
            }
            const TokenPhrase phrase = germanPhraseAt(r, t, c.end, p.at);
            if (!phrase.isValid()) {
                ++t;
                continue;
            }
            if (!isNoSubject(r, phrase) && agrees(r, phrase, c.verb) && !(r.isWord(t, u"es") && phrase.last + 1 < limit && hasPhrase(phrase.last + 1, limit)))
                return phrase;
            t = phrase.last + 1;
        }
        return {};
    }

    [[nodiscard]] bool hasPhrase(int from, int limit) const
    {
        const TokenPhrase next = germanPhraseAt(r, from, limit, p.at);
        return next.isValid() && !isNoSubject(r, next);
    }

    [[nodiscard]] bool own(const GermanClause &c) const { return &c == &p.own(); }

    /// The subject of a clause whose verb stands last.
    [[nodiscard]] TokenPhrase dependent(int index) const
    {
        const GermanClause &c = p.clause(index);
        const bool holdsFigure = own(c);
        static constexpr WordSet nominatives{u"der", u"die", u"das", u"welcher", u"welche", u"welches"};
        const int limit = c.verbs.front();
        const bool governed = c.opener > c.first && r.is(c.opener - 1, Preposition);
        static constexpr WordSet owners{u"deren", u"dessen"};
        const int start = r.isAny(c.opener, owners) ? c.opener : c.opener + 1;
        for (int t = start; t < limit;) {
            if (holdsFigure && t >= p.qualified && t < p.behind) {
                if (const TokenPhrase noun = counted(limit); noun.isValid() && isPluralVerb(r, c.verb) == p.isPlural() && !(c.order == Order::Relative && !governed && r.isAny(c.opener, nominatives)))
                    return noun;
                if (p.governor() < 0 && c.order == Order::Subordinate && isPluralVerb(r, c.verb) && p.isPlural())
                    return {}; // "dass |3 Millionen Euro| in Schulen fließen"
                t = p.behind;
                continue;
            }
            if (r.is(t, Preposition)) {
                const TokenPhrase object = germanPhraseAt(r, t + 1, limit, p.at);
                t = object.isValid() ? object.last + 1 : t + 1;
                continue;
            }
            const TokenPhrase phrase = germanPhraseAt(r, t, limit, p.at);
            if (!phrase.isValid()) {
                ++t;
                continue;
            }
            // "der |Kredite| enthält", "die 300 Betten hat": the pronoun does it, unless what follows can be nothing else or is somebody
            const bool somebody = phrase.isPronoun || r.isWord(phrase.first, u"der") || r.mentionOf[static_cast<size_t>(phrase.head)] >= 0 || r.is(phrase.head, Role | Organisation | OrganisationWord);
            const bool objectOfWho = c.order == Order::Relative && !governed && r.isAny(c.opener, nominatives) && (t > start || !somebody);
            if (!isNoSubject(r, phrase) && agrees(r, phrase, c.verb) && !objectOfWho)
                return agreeing(phrase, index);
            t = phrase.last + 1;
        }
        if (c.order == Order::Relative && !governed && r.isAny(c.opener, nominatives) && index > 0)
            return antecedent(c.first);
        static constexpr WordSet whoever{u"wer", u"was"};
        return r.isAny(c.opener, whoever) ? TokenPhrase{c.opener, c.opener, c.opener, true} : TokenPhrase{};
    }

    /// The noun phrase that ends before the comma before token `first`.
    [[nodiscard]] TokenPhrase antecedent(int first) const
    {
        constexpr int farthest = 8; // tokens
        int end = first - 1;
        while (end - 1 > p.clauses.front().first && (mayBeGermanVerb(r, end - 1) || r.is(end - 1, Adverb | Conjunction)))
            --end; // "hat ein Programm |aufgelegt|, das …"
        TokenPhrase best;
        for (int t = end - 1; t >= std::max(p.clauses.front().first, end - farthest) && !r.isSign(t, u','); --t) {
            const TokenPhrase phrase = germanPhraseAt(r, t, end, p.at);
            if (phrase.isValid() && phrase.last == end - 1 && !phrase.isPronoun)
                best = phrase;
            else if (best.isValid() && !r.is(t, Determiner | Possessive))
                break;
        }
        // "Ein Landwirt |aus Tal|, der …"
        if (best.isValid() && best.first == best.head && best.first - 2 >= p.clauses.front().first && r.is(best.first - 1, Preposition)) {
            for (int t = std::max(p.clauses.front().first, best.first - farthest); t < best.first - 1; ++t) {
                const TokenPhrase outer = germanPhraseAt(r, t, best.first - 1, p.at);
                if (outer.isValid() && outer.last == best.first - 2 && !outer.isPronoun)
                    return {outer.first, best.last, outer.head, false};
            }
        }
        return best;
    }

    /// "Das Unternehmen teilte mit, |es| werde …": a pronoun whose gender the subject of the clause before shows; the phrase itself otherwise.
    [[nodiscard]] TokenPhrase agreeing(const TokenPhrase &phrase, int index) const // NOLINT(misc-no-recursion): as above
    {
        if (!phrase.isPronoun || index == 0)
            return phrase;
        struct Gendered {
            Folded pronoun;
            Folded article;
            Folded other;
        };
        static constexpr std::array genders{Gendered{u"er", u"der", u"ein"}, Gendered{u"sie", u"die", u"eine"}, Gendered{u"es", u"das", u"ein"}};
        const auto gender = std::ranges::find_if(genders, [&](const Gendered &g) { return r.isWord(phrase.first, g.pronoun); });
        if (gender == genders.end())
            return phrase;
        for (int k = index - 1; k >= 0; --k) {
            if (p.clause(k).order != Order::Main)
                continue;
            const TokenPhrase before = subjectOf(k);
            const bool fits = before.isValid() && !before.isPronoun && (r.isWord(before.first, gender->article) || r.isWord(before.first, gender->other));
            return fits ? before : phrase;
        }
        return phrase;
    }

    const GermanFigure &p;
    const Reading &r;
};

} // namespace

GermanSense germanSense(const Reading &reading, const FoundFigure &figure, int at, int from)
{
    const GermanFigure place(reading, figure, at, from);
    if (!place.isPlaced())
        return {};
    const SubjectFinder finder(place);
    if (const TokenPhrase described = finder.nounDescribed(); described.isValid())
        return {described, reading.textOf({reading.tok(place.behind).start, reading.tok(described.first - 1).end}).toString()};
    const TokenPhrase subject = finder.subject();
    return {subject, germanPredicate(place, subject)};
}

} // namespace onrecord::extract
