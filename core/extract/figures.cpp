// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/counts.h"
#include "core/extract/digitdates.h"
#include "core/extract/figuresense.h"
#include "core/extract/figureunits.h"
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
    FigureFinder(Reading &reading, Extraction &out) : r(reading), m_out(out), m_places(reading, out), m_units(reading) {}

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
        if (const int over = m_units.ratioAt(q.last, figure); over > q.last) {
            last = over;
            unit = u"ratio"_s;
            measured = true;
        } else if (q.isOrdinal) {
            return q.last + 1;
        } else {
            last = m_units.rangeAt(q, figure, unit, measured);
        }
        int end = last;
        if (unit.isEmpty() || unit == u"times")
            end = m_units.unitAt(last, q, unit, measured);
        else if (unit.size() == 3)
            end = m_units.perUnitAt(last, unit);
        if (unit.size() > 3 && isWordAt(end + 1, u"per"))
            end = m_units.perUnitAt(end, unit); // "milligrams per liter"
        if (unit.isEmpty() && !measured) {
            unit = votesAgainst(t, last);
            measured = !unit.isEmpty();
            m_isBorrowed = measured;
        }
        if (unit.isEmpty() && !measured && !m_units.isYear(q, last) && !isDayOf(last)) {
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
        const int end = m_units.unitAt(last + 1, q, unit, measured);
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
    const FigureUnits m_units;
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
