// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/counts.h"
#include "core/extract/digitdates.h"
#include "core/extract/figuresense.h"
#include "core/extract/fractions.h"
#include "core/extract/quantity.h"
#include "core/extract/ranks.h"

#include <algorithm>
#include <array>
#include <utility>

/// Finds quantities: value or range, unit, currency, qualifier, what they are about and who says so.
namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;
using namespace word;

class FigureFinder
{
public:
    FigureFinder(Reading &reading, Extraction &out) : r(reading), m_out(out), m_places(reading, out) {}

    void run()
    {
        for (int t = 0; t < r.count();) {
            if (r.tok(t).startsParagraph)
                m_lastEnd = r.tok(t).start - nearby;
            const int next = r.is(t, FigureStart) ? figureAt(t) : t;
            t = next > t ? next : t + 1;
        }
    }

private:
    [[nodiscard]] bool isWordAt(int t, Folded w) const { return t >= 0 && t < r.count() && r.isWord(t, w); }
    [[nodiscard]] bool isSignAt(int t, char16_t sign) const { return t >= 0 && t < r.count() && r.isSign(t, sign); }

    /// Tries a figure that begins at token t; returns the token behind it, or t.
    int figureAt(int t)
    {
        if (const int vague = vagueAt(t); vague > t)
            return vague;
        if (const auto fraction = fractionAt(r, t); fraction && r.mentionOf[static_cast<size_t>(t)] < 0) {
            FoundFigure figure;
            figure.value = fraction->value;
            figure.rule = u"fraction"_s;
            finish(figure, fraction->first, fraction->last, u"ratio"_s);
            return fraction->last + 1;
        }
        if (const auto rank = rankAt(r, t); rank && r.mentionOf[static_cast<size_t>(t)] < 0) {
            FoundFigure figure;
            figure.value = rank->value;
            figure.rule = u"rank"_s;
            finish(figure, t, rank->last, u"rank"_s);
            return rank->behind;
        }
        int at = t;
        QString unit;
        if (r.tok(t).shape == TokenShape::Point && t + 1 < r.count() && !r.tok(t + 1).spaceBefore) {
            unit = currencyOf(r.word(t));
            if (!unit.isEmpty())
                at = t + 1;
        }
        if (unit.isEmpty() && r.tok(t).hash == 0)
            return t; // a sign that is no currency
        Quantity q = quantityAt(r, at);
        if (q.last < 0 || !q.value || isPartOfName(t) || isLongNumber(t, q.last))
            return t;
        FoundFigure figure;
        figure.value = q.value;
        figure.rule = u"number"_s;
        int last = q.last;
        bool measured = !unit.isEmpty() || q.isScaled || !q.unit.isEmpty();
        if (unit.isEmpty())
            unit = q.unit;
        if (const int over = ratioAt(q.last, figure); over > q.last) {
            last = over;
            unit = u"ratio"_s;
            measured = true;
        } else if (q.isOrdinal) {
            return q.last + 1;
        } else {
            last = rangeAt(q, figure, unit, measured);
        }
        int end = last;
        if (unit.isEmpty() || unit == u"times")
            end = unitAt(last, q, unit, measured);
        else if (unit.size() == 3)
            end = perUnitAt(last, unit);
        if (unit.size() > 3 && isWordAt(end + 1, u"per"))
            end = perUnitAt(end, unit); // "milligrams per liter"
        if (unit.isEmpty() && !measured) {
            unit = votesAgainst(t, last);
            measured = !unit.isEmpty();
            m_isBorrowed = measured;
        }
        if (unit.isEmpty() && !measured && !isYear(q, last) && !isDayOf(last)) {
            unit = countedBefore(r, t);
            measured = !unit.isEmpty();
        }
        if (unit.isEmpty() && !measured && isGrouped(last) && !isDayOf(last)) {
            unit = m_lastUnit; // "11.300 Gäste, 2019 noch |27.000|"
            measured = !unit.isEmpty();
            m_isBorrowed = measured;
        }
        if (isSignAt(end + 1, u'+') && !r.tok(end + 1).spaceBefore) {
            ++end;
            figure.qualifier = Qualifier::MoreThan;
        }
        if (!measured || (q.isWord && unit.isEmpty()) || isDuration(end, unit))
            return q.last + 1;
        finish(figure, t, end, unit);
        return end + 1;
    }

    /// "|23| zu 19 Stimmen", "23 votes to |19|": both sides of a vote are counted in votes. Empty otherwise.
    [[nodiscard]] QString votesAgainst(int t, int last) const
    {
        static constexpr WordSet against{u"to", u"against", u"zu", u"gegen"};
        static constexpr WordSet votes{u"votes", u"stimmen"};
        if (last + 3 < r.count() && r.isAny(last + 1, against)) {
            const Quantity other = quantityAt(r, last + 2);
            if (other.last == last + 2 && r.isAny(last + 3, votes))
                return r.word(last + 3).toString();
        }
        const bool follows = t > 2 && r.isAny(t - 1, against) && r.isAny(t - 2, votes) && r.tok(t - 2).end == m_lastEnd;
        return follows ? m_lastUnit : QString();
    }

    /// German "27.000": no year and no number of a house.
    [[nodiscard]] bool isGrouped(int t) const
    {
        constexpr qsizetype shortest = 5;
        constexpr qsizetype group = 4; // ".000"
        const QStringView w = r.word(t);
        if (!r.isGerman || w.size() < shortest || r.tok(t).start - m_lastEnd >= nearby || isWordAt(t - 1, u"um") || isWordAt(t - 1, u"version") || isWordAt(t + 1, u"uhr"))
            return false;
        for (qsizetype i = w.size() - group; i > 0; i -= group) {
            if (w[i] != u'.')
                return false;
        }
        return std::ranges::count_if(w, [](QChar c) { return c.isDigit(); }) == w.size() - w.count(u'.') && w.count(u'.') == (w.size() - 1) / group;
    }

    /// "17 March", "17 percent points", "17-year-old": no bare count.
    [[nodiscard]] bool isDayOf(int last) const
    {
        const int next = last + 1;
        return next < r.count() && (r.is(next, Month) || (last > 0 && r.is(last - 1, Month)) || (!r.tok(next).spaceBefore && !r.isSign(next, u'.') && !r.isSign(next, u',') && !r.isSign(next, u';') && !r.isSign(next, u')')));
    }

    template<size_t n>
    [[nodiscard]] bool isOneOf(int t, const std::array<Folded, n> &words) const
    {
        return std::ranges::any_of(words, [&](Folded w) { return isWordAt(t, w); });
    }

    /// "one week", "two years ago": time is no figure of interest.
    [[nodiscard]] bool isDuration(int last, const QString &unit) const
    {
        if (unit.compare(r.word(last), Qt::CaseInsensitive) != 0)
            return false;
        static constexpr WordSet spans{u"second", u"seconds", u"minute", u"minutes", u"hour", u"hours", u"day",
                                          u"days", u"week", u"weeks", u"month", u"months", u"year", u"years",
                                          u"decade", u"decades", u"sekunden", u"minuten", u"stunde", u"stunden", u"tag",
                                          u"tage", u"tagen", u"woche", u"wochen", u"monat", u"monate", u"monaten",
                                          u"jahr", u"jahre", u"jahren", u"uhr"};
        return r.isAny(last, spans);
    }

    /// "thousands of chips", "tens of billions of dollars": a quantity without a value.
    int vagueAt(int t)
    {
        const auto isVague = [&](int k) { return k < r.count() && isVagueNumber(r.tok(k).hash) && r.tok(k).shape == TokenShape::Word; };
        if (!isVague(t))
            return t;
        int last = t;
        while (isWordAt(last + 1, u"of") && isVague(last + 2))
            last += 2;
        if (!isWordAt(last + 1, u"of") || last + 2 >= r.count() || r.is(last + 2, Determiner | Possessive))
            return t;
        Quantity q;
        q.last = last + 1;
        q.isScaled = true;
        QString unit;
        bool measured = true;
        const int end = unitAt(last + 1, q, unit, measured);
        if (unit.isEmpty())
            return t;
        FoundFigure figure;
        figure.qualifier = Qualifier::Vague;
        figure.rule = u"vague number"_s;
        finish(figure, t, end, unit);
        return end + 1;
    }

    /// "GPT-4", "ISO 27001", "Llama 4", "Route 66": a number that belongs to a name.
    [[nodiscard]] bool isPartOfName(int t) const
    {
        if (r.mentionOf[static_cast<size_t>(t)] >= 0)
            return true;
        if (t == 0 || r.tok(t).shape != TokenShape::Number || r.tok(t).startsParagraph || r.opensSentence[static_cast<size_t>(t)])
            return false;
        const Token &before = r.tok(t - 1);
        static constexpr WordSet numbered{u"section", u"article", u"chapter", u"page", u"room", u"route", u"highway", u"interstate", u"gate", u"flight", u"platform", u"line", u"phase", u"stage",
                                          u"proposition", u"amendment", u"rule", u"title", u"volume", u"episode", u"season", u"apollo", u"paragraph", u"act", u"clause", u"level", u"group", u"pier", u"unit",
                                          u"abschnitt", u"artikel", u"kapitel", u"seite", u"zimmer", u"gleis", u"linie", u"halle", u"absatz"};
        if (r.isAny(t - 1, numbered) && (before.isCapital || r.isWord(t - 1, u"page") || r.isWord(t - 1, u"section")) && r.tok(t).spaceBefore && !r.isSign(t + 1 < r.count() ? t + 1 : t, u'%'))
            return true; // "Section 9", "Gate 4"
        return before.isAllCapital && before.shape == TokenShape::Word && r.tok(t).end - r.tok(t).start <= 5 && !r.is(t - 1, Determiner);
    }

    /// Telephone numbers, dates in figures, times of day, scores.
    [[nodiscard]] bool isLongNumber(int t, int last) const
    {
        const auto joined = [&](int sign, int number) {
            return sign >= 0 && number >= 0 && number < r.count() && (r.isSign(sign, u'-') || r.isSign(sign, u':') || r.isSign(sign, u'.'))
                && !r.tok(sign).spaceBefore && r.tok(number).shape == TokenShape::Number;
        };
        if ((joined(t - 1, t - 2) && !r.tok(t).spaceBefore) || digitDateAt(r, t))
            return true;
        if (isSignAt(t - 1, u'/') && t > 1 && !r.tok(t).spaceBefore && !r.tok(t - 1).spaceBefore && r.tok(t - 2).shape == TokenShape::Number)
            return true; // the rest of a fraction that is none, or of a date
        static constexpr WordSet idioms{u"9/11", u"24/7", u"7/7"};
        if (isSignAt(last + 1, u'/') && last + 2 < r.count() && idioms.contains(wordHash(r.text.sliced(r.tok(t).start, r.tok(last + 2).end - r.tok(t).start))))
            return true;
        if (!joined(last + 1, last + 2) || r.tok(last + 2).spaceBefore)
            return false;
        return r.isSign(last + 1, u':') || joined(last + 3, last + 4);
    }

    /// "1/50th", "1/3": the value becomes the ratio.
    int ratioAt(int last, FoundFigure &figure) const
    {
        if (!isSignAt(last + 1, u'/') || last + 2 >= r.count() || r.tok(last + 2).shape != TokenShape::Number || r.tok(last + 2).spaceBefore)
            return last;
        QStringView digits = r.word(last + 2);
        while (!digits.isEmpty() && !digits.back().isDigit())
            digits.chop(1);
        const double divisor = digits.toDouble();
        if (divisor <= 0 || *figure.value >= divisor)
            return last;
        figure.value = *figure.value / divisor;
        return last + 2;
    }

    /// "60-65 billion", "60 to 65": the second number and what scales both.
    int rangeAt(const Quantity &q, FoundFigure &figure, QString &unit, bool &measured) const
    {
        int sign = q.last + 1;
        const auto isPercent = [this](int t) { return isSignAt(t, u'%') || isWordAt(t, u"percent") || isWordAt(t, u"prozent"); };
        const bool twice = isPercent(sign); // "5% to 6%"
        sign += twice ? 1 : 0;
        const bool dash = isSignAt(sign, u'-') || isSignAt(sign, u'–');
        const bool to = isWordAt(sign, u"to") || isWordAt(sign, u"bis") || isBetween(q, sign);
        if ((!dash && !to) || sign + 1 >= r.count())
            return q.last;
        int at = sign + 1;
        if (!unit.isEmpty() && r.tok(at).shape == TokenShape::Point && currencyOf(r.word(at)) == unit)
            ++at;
        const Quantity second = at < r.count() ? quantityAt(r, at) : Quantity{};
        if (second.last < 0 || !second.value || second.isOrdinal || (second.isWord != q.isWord) || (twice && !isPercent(second.last + 1)))
            return q.last;
        double low = *q.value;
        const double high = *second.value;
        const double printed = q.value && second.isScaled && !q.isScaled ? low * scaleOf(second, at) : low;
        low = printed;
        if (low >= high)
            return q.last;
        figure.value = low;
        figure.max = high;
        measured = measured || second.isScaled || !second.unit.isEmpty();
        if (unit.isEmpty())
            unit = second.unit;
        return second.last;
    }

    /// "between 1,200 and 1,400": the word stands before the first number and its sign.
    [[nodiscard]] bool isBetween(const Quantity &q, int sign) const
    {
        if (!isWordAt(sign, u"and") && !isWordAt(sign, u"und"))
            return false;
        constexpr int longest = 4; // tokens of a number
        for (int t = q.last; t >= std::max(0, q.last - longest); --t) {
            if (isWordAt(t, u"between") || isWordAt(t, u"zwischen"))
                return true;
        }
        return false;
    }

    [[nodiscard]] double scaleOf(const Quantity &q, int at) const
    {
        QStringView digits = r.word(at);
        qsizetype n = 0;
        while (n < digits.size() && (digits[n].isDigit() || digits[n] == u'.' || digits[n] == u','))
            ++n;
        QString plain = digits.first(n).toString().remove(r.isGerman ? u'.' : u',');
        const double bare = plain.replace(u',', u'.').toDouble();
        return bare > 0 ? *q.value / bare : 1.0;
    }

    /// The unit behind a number: %, a word of the lists, or the noun that is counted. Returns its last token.
    int unitAt(int last, const Quantity &q, QString &unit, bool &measured) const
    {
        const int next = last + 1;
        if (next >= r.count())
            return last;
        if (r.isSign(next, u'%')) {
            unit = u"percent"_s;
            measured = true;
            return comparisonAt(next);
        }
        if (r.tok(next).startsParagraph)
            return last;
        if (const QString currency = currencyOf(r.word(next)); !currency.isEmpty()) {
            unit = currency;
            measured = true;
            return perUnitAt(next, unit);
        }
        if (isWordAt(next, u"of") && q.isScaled && next + 1 < r.count())
            return unitAt(next, q, unit, measured);
        if (isWordAt(next, u"percent") || isWordAt(next, u"prozent") || (isWordAt(next, u"per") && isWordAt(next + 1, u"cent"))) {
            unit = u"percent"_s;
            measured = true;
            return comparisonAt(isWordAt(next, u"per") ? next + 1 : next);
        }
        if (isWordAt(next, u"percentage") && (isWordAt(next + 1, u"points") || isWordAt(next + 1, u"point"))) {
            unit = u"percentage points"_s;
            measured = true;
            return next + 1;
        }
        if (isWordAt(next, u"times") || unit == u"times" || isWordAt(next, u"mal")) {
            unit = u"times"_s;
            measured = true;
            return comparisonAt(isWordAt(next, u"times") || isWordAt(next, u"mal") ? next : last);
        }
        return nounAt(next, q, unit, measured, last);
    }

    /// "95% less", "30 times cheaper"
    [[nodiscard]] int comparisonAt(int last) const
    {
        const int next = last + 1;
        if (next >= r.count() || r.tok(next).shape != TokenShape::Word)
            return last;
        const QStringView w = r.word(next);
        const bool comparative = w.endsWith(u"er") && r.is(next, Common) && !r.is(next, Role | Function | Verb) && w.size() > 4;
        return isWordAt(next, u"less") || isWordAt(next, u"more") || isWordAt(next, u"cheaper") || comparative ? next : last;
    }

    int nounAt(int next, const Quantity &q, QString &unit, bool &measured, int last) const
    {
        if (!q.isScaled && isYear(q, next - 1))
            return last;
        constexpr int farthest = 5;
        for (int t = next; t < std::min(r.count(), next + farthest); ++t) {
            const Token &token = r.tok(t);
            if (token.startsParagraph || (token.shape != TokenShape::Word && token.shape != TokenShape::Number) || r.is(t, Function) || r.is(t, Month | Weekday))
                return last;
            const QStringView w = r.word(t);
            const bool listed = r.is(t, Unit) && !r.is(t, Magnitude);
            const bool plural = w.endsWith(u's') && w.size() > 3 && !w.endsWith(u"ss") && !w.endsWith(u"us") && !r.is(t, Nationality) && r.mentionOf[static_cast<size_t>(t)] < 0;
            const bool person = isWordAt(t, u"people") || isWordAt(t, u"men") || isWordAt(t, u"women") || isWordAt(t, u"children");
            const bool german = r.isGerman && token.isCapital && r.mentionOf[static_cast<size_t>(t)] < 0;
            if (listed || person || ((!q.isWord || q.isScaled || isCountable(q, t)) && (plural || german))) {
                const bool isPower = listed && t > next && (isWordAt(t - 1, u"cubic") || isWordAt(t - 1, u"square"));
                unit = token.isAllCapital || (w.size() > 1 && w[1].isUpper()) ? w.toString() : w.toString().toLower();
                if (r.isGerman)
                    unit = w.toString();
                if (isPower)
                    unit = r.word(t - 1).toString().toLower() + u' ' + unit;
                measured = true;
                return t;
            }
            if (r.is(t, Verb) && !r.is(t, Participle) && !r.is(t, Common))
                return last;
        }
        return last;
    }

    /// "three bridges", not "two reasons": a small number in letters counts things that can be seen.
    [[nodiscard]] bool isCountable(const Quantity &q, int noun) const
    {
        static constexpr std::array abstract{Folded(u"ways"), Folded(u"things"), Folded(u"reasons"), Folded(u"sides"), Folded(u"parts"), Folded(u"points"), Folded(u"kinds"), Folded(u"sorts"),
                                             Folded(u"types"), Folded(u"options"), Folded(u"cases"), Folded(u"examples"), Folded(u"steps"), Folded(u"questions"), Folded(u"issues"), Folded(u"thirds"),
                                             Folded(u"quarters"), Folded(u"halves"), Folded(u"times"), Folded(u"others"), Folded(u"paragraphs"), Folded(u"words"), Folded(u"lines"), Folded(u"factors"),
                                             Folded(u"years"), Folded(u"months"), Folded(u"weeks"), Folded(u"days"), Folded(u"hours"), Folded(u"minutes"), Folded(u"seconds"), Folded(u"decades")};
        static constexpr WordSet abstrakt{u"dinge", u"dingen", u"gründe", u"gründen", u"seiten", u"teile", u"teilen", u"punkte", u"arten", u"schritte", u"schritten", u"fragen", u"mal", u"male", u"drittel", u"worte", u"worten", u"wörter",
                                          u"zeilen", u"sätze", u"sätzen", u"tage", u"tagen", u"wochen", u"monate", u"monaten", u"jahre", u"jahren", u"stunden", u"minuten", u"sekunden", u"jahrzehnte", u"jahrzehnten", u"uhr"};
        if (r.isGerman)
            return *q.value >= 2 && !r.isAny(noun, abstrakt);
        return *q.value >= 2 && (r.is(noun, Common) || !r.is(noun, Verb | Function)) && !isOneOf(noun, abstract);
    }

    [[nodiscard]] bool isYear(const Quantity &q, int t) const
    {
        const QStringView w = r.word(t);
        return !q.isWord && w.size() == 4 && !w.contains(u',') && *q.value >= 1000 && *q.value <= 2100;
    }

    /// "$60 per million tokens", "$8 a month": the unit becomes a price per something.
    int perUnitAt(int last, QString &unit) const
    {
        const int next = last + 1;
        if (!isWordAt(next, u"per") && !isWordAt(next, u"a") && !isWordAt(next, u"an") && !isWordAt(next, u"pro") && !isSignAt(next, u'/'))
            return last;
        int at = next + 1;
        if (at >= r.count() || r.tok(at).startsParagraph || isWordAt(at + 1, u"earlier") || isWordAt(at + 1, u"ago") || isWordAt(at + 1, u"later") || isWordAt(at + 1, u"before"))
            return last; // "up from $2 million a year earlier"
        QString scale;
        if (const auto factor = magnitudeOf(r.word(at)); factor && r.word(at).size() > 2 && isWordAt(next, u"per")) {
            scale = *factor >= 1e9 ? u"1B "_s : *factor >= 1e6 ? u"1M "_s : *factor >= 1e3 ? u"1K "_s : u"100 "_s;
            ++at;
        }
        if (at >= r.count() || r.tok(at).shape != TokenShape::Word || r.is(at, Function))
            return last;
        if (!isWordAt(next, u"per") && !isWordAt(next, u"pro") && !r.is(at, Unit))
            return last;
        unit += u'/' + scale + r.word(at).toString().toLower();
        return at;
    }

    /// "|minus| 80 degrees", "|-|12 Grad"
    [[nodiscard]] bool isBelowZero(int first) const
    {
        const int sign = first - 1;
        if (sign < 0 || r.tok(first).startsParagraph || (sign > 0 && r.tok(sign - 1).shape == TokenShape::Number && !r.tok(sign).startsParagraph))
            return false;
        const bool printed = (isSignAt(sign, u'-') || isSignAt(sign, u'\u2212')) && r.tok(sign).spaceBefore && !r.tok(first).spaceBefore && !r.tok(sign).startsParagraph;
        return printed || isWordAt(sign, u"minus");
    }

    void finish(FoundFigure &figure, int first, int last, const QString &unit)
    {
        figure.unit = unit;
        int from = first;
        if (isSignAt(first - 1, u'~') && !r.tok(first).spaceBefore) {
            --from;
            figure.qualifier = Qualifier::About;
        }
        if (figure.value && isBelowZero(first)) {
            --from;
            figure.value = -*figure.value;
        }
        figure.content = {r.tok(from).start, r.tok(last).end};
        if (figure.qualifier == Qualifier::None)
            figure.qualifier = qualifierBefore(r, from);
        describeFigure(r, m_out, m_places, figure, from);
        figure.confidence = figure.value ? 0.85 : 0.7;
        if (std::ranges::none_of(r.options->struck, [&](Span s) { return s.overlaps(figure.content); }))
            m_out.figures.push_back(figure);
        m_lastToken = last;
        m_lastUnit = unit.startsWith(u"percent") || unit == u"times" || unit == u"ratio" ? QString() : unit;
        if (!std::exchange(m_isBorrowed, false))
            m_lastEnd = figure.content.end;
    }

    Reading &r;
    Extraction &m_out;
    const SpeechByPlace m_places;
    int m_lastToken = -1;
    static constexpr qint32 nearby = 120; ///< letters to the figure whose unit a number takes over
    QString m_lastUnit;
    qint32 m_lastEnd = -nearby;
    bool m_isBorrowed = false; ///< the figure at hand has its unit from the one before
};

} // namespace

void findFigures(Reading &reading, Extraction &out)
{
    FigureFinder(reading, out).run();
}

} // namespace onrecord::extract
