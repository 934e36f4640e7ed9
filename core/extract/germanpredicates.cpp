// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanfigures.h"

#include <algorithm>
#include <ranges>

namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;
using namespace word;
using Order = GermanClause::Order;

constexpr int longest = 9; ///< tokens of a predicate on either side

class PredicateFinder
{
public:
    explicit PredicateFinder(const GermanFigure &place) : p(place), r(place.r) {}

    /// The words that measure: those before the figure and the end of its verb behind it.
    [[nodiscard]] QString predicate(const TokenPhrase &subject) const
    {
        const GermanClause &c = p.own();
        if (c.order == Order::None)
            return shared(subject);
        const bool inside = subject.isValid() && subject.first >= c.first && subject.last < c.end;
        QString before = wordsBefore(c, inside ? subject : TokenPhrase{});
        QString behind;
        const bool inverted = inside && subject.first > c.verb; // "4 Millionen Euro |kostet| das Tor"
        if (c.verb >= p.behind)
            behind = inverted ? words(c.verb, subject.first) : words(firstBehind(c, subject), std::min(c.end, c.verb + longest));
        else
            behind = words(firstBehind(c, subject), lastBehind(c));
        if (before.isEmpty() && p.at < c.verb && p.governor() >= c.first && (!inside || subject.first > p.at))
            before = words(p.governor(), p.governor() + 1); // "|Bei| 23 Prozent liegt"
        return before.isEmpty() ? behind : behind.isEmpty() ? before : before + u" … "_s + behind;
    }

private:
    /// The text of the tokens [from, to), without marks at its ends.
    [[nodiscard]] QString words(int from, int to) const
    {
        while (from < to && r.tok(from).shape == TokenShape::Quote)
            ++from;
        while (to > from && r.tok(to - 1).shape == TokenShape::Quote)
            --to;
        return to > from ? r.textOf({r.tok(from).start, r.tok(to - 1).end}).toString() : QString();
    }

    /// Of a clause without a verb: its own words ("im September bei"), with the verb of the clause whose subject it shares.
    [[nodiscard]] QString shared(const TokenPhrase &subject) const
    {
        const int governing = p.governor();
        const QString ending = participle();
        const QString own = ending.isEmpty() ? governing >= 0 ? words(governing, governing + 1) : QString() : words(p.own().first, p.qualified);
        for (int k = p.ownIndex - 1; k >= 0 && subject.isValid(); --k) {
            const GermanClause &c = p.clause(k);
            if (c.verb >= 0 && subject.first >= c.first && subject.last < c.end)
                return QString(words(c.verb, c.verb + 1) + u' ' + own).trimmed() + ending;
        }
        return ending.isEmpty() ? QString() : words(p.own().end - 1, p.own().end); // "dass die Stadt, die wächst, 3 Euro |bekommt|"
    }

    /// "habe sich, klagt er, auf 3 Euro |verdoppelt|"
    [[nodiscard]] QString participle() const
    {
        const int last = p.own().end - 1;
        return last >= p.behind && !r.tok(last).isCapital && isGermanParticiple(r, last) ? u" … "_s + words(last, last + 1) : QString();
    }

    [[nodiscard]] QString wordsBefore(const GermanClause &c, const TokenPhrase &subject) const
    {
        const bool dependent = c.order == Order::Relative || c.order == Order::Subordinate;
        const bool told = subject.isValid() && subject.last < p.qualified;
        int from = dependent ? (told ? subject.last + 1 : c.opener + 1) : c.verb >= 0 ? c.verb : c.first;
        if (c.order == Order::Main && c.verb >= p.behind && c.verb == c.end - 1 && !subject.isValid())
            from = c.first; // "und |einen Verlust von| 3 Euro einfährt"
        if (c.verb == c.first + 1 && p.isParticiple(c.first, c.verb))
            from = c.first; // "|Gekostet hat| der Zaun"
        if (p.qualified - from > longest)
            from = dependent ? p.qualified - (p.governor() >= 0 ? 1 : 0) : from;
        if (from >= p.at)
            return {};
        const int to = p.qualified - from > longest ? from + 1 : p.qualified;
        if (!told || subject.first <= from || subject.last >= to)
            return words(from, to);
        const bool attribute = subject.last + 2 == p.qualified && r.isWord(subject.last + 1, u"von"); // "drohen |Verluste von|"
        return QString(words(from, subject.first) + u' ' + (attribute ? QString() : words(subject.last + 1, to))).trimmed();
    }

    /// The first token of what ends the predicate behind the figure: all that follows a figure which is the subject itself, else its verbs.
    [[nodiscard]] int firstBehind(const GermanClause &c, const TokenPhrase &subject) const
    {
        const int behind = std::max(p.behind, subject.isValid() && subject.first >= p.at && subject.last < c.end ? subject.last + 1 : p.behind);
        if (subject.isValid() && subject.first >= p.at && subject.first <= p.behind && c.end - behind <= longest)
            return behind;
        const auto verb = std::ranges::find_if(c.verbs, [&](int t) { return t >= p.behind; });
        if (verb != c.verbs.end())
            return r.isWord(*verb - 1, u"zu") ? *verb - 1 : *verb;
        return c.end - 1 >= p.behind && isPrefix(c.end - 1) ? c.end - 1 : c.end;
    }

    /// Behind the last token of what ends the predicate: "kosten |und| bis 2028 dauern".
    [[nodiscard]] int lastBehind(const GermanClause &c) const
    {
        const int from = std::min(p.behind, c.end);
        const auto tokens = std::views::iota(from, c.end);
        const auto joint = std::ranges::find_if(tokens, [&](int t) { return r.isWord(t, u"und"); });
        if (joint == tokens.end() || std::ranges::none_of(c.verbs, [&](int t) { return t >= from && t < *joint; }))
            return c.end;
        return *joint;
    }

    [[nodiscard]] bool isPrefix(int t) const
    {
        static constexpr WordSet prefixes{u"ab", u"an", u"auf", u"aus", u"bei", u"ein", u"mit", u"nach", u"vor", u"zu", u"um", u"nieder", u"los", u"weg", u"teil", u"zurück", u"durch", u"über", u"hinaus", u"bereit"};
        return r.isAny(t, prefixes) || (r.is(t, Particle) && !r.tok(t).isCapital);
    }

    const GermanFigure &p;
    const Reading &r;
};

} // namespace

QString germanPredicate(const GermanFigure &place, const TokenPhrase &subject)
{
    return PredicateFinder(place).predicate(subject);
}

} // namespace onrecord::extract
