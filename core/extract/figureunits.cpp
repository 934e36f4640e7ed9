// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/figureunits.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

using namespace Qt::StringLiterals;
using namespace word;

int FigureUnits::ratioAt(int last, FoundFigure &figure) const
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

int FigureUnits::rangeAt(const Quantity &q, FoundFigure &figure, QString &unit, bool &measured) const
{
    int sign = q.last + 1;
    const auto isPercent = [this](int t) { return isSignAt(t, u'%') || isWordAt(t, u"percent") || isWordAt(t, u"prozent"); };
    const bool twice = isPercent(sign); // "5% to 6%"
    if (twice && isChange(q.last))
        return q.last; // "rose from 5% to 6%" tells two values
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

bool FigureUnits::isChange(int number) const
{
    const int before = number - 1;
    return isWordAt(before, u"from") || isWordAt(before, u"von") || (before >= 0 && r.is(before, word::Past | word::Third | word::Base) && !r.is(before, word::Preposition));
}

bool FigureUnits::isBetween(const Quantity &q, int sign) const
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

double FigureUnits::scaleOf(const Quantity &q, int at) const
{
    QStringView digits = r.word(at);
    qsizetype n = 0;
    while (n < digits.size() && (digits[n].isDigit() || digits[n] == u'.' || digits[n] == u','))
        ++n;
    QString plain = digits.first(n).toString().remove(r.isGerman ? u'.' : u',');
    const double bare = plain.replace(u',', u'.').toDouble();
    return bare > 0 ? *q.value / bare : 1.0;
}

int FigureUnits::unitAt(int last, const Quantity &q, QString &unit, bool &measured) const
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

int FigureUnits::comparisonAt(int last) const
{
    const int next = last + 1;
    if (next >= r.count() || r.tok(next).shape != TokenShape::Word)
        return last;
    const QStringView w = r.word(next);
    const bool comparative = w.endsWith(u"er") && r.is(next, Common) && !r.is(next, Role | Function | Verb) && w.size() > 4;
    return isWordAt(next, u"less") || isWordAt(next, u"more") || isWordAt(next, u"cheaper") || comparative ? next : last;
}

int FigureUnits::nounAt(int next, const Quantity &q, QString &unit, bool &measured, int last) const
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

bool FigureUnits::isCountable(const Quantity &q, int noun) const
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

bool FigureUnits::isYear(const Quantity &q, int t) const
{
    const QStringView w = r.word(t);
    return !q.isWord && w.size() == 4 && !w.contains(u',') && *q.value >= 1000 && *q.value <= 2100;
}

int FigureUnits::perUnitAt(int last, QString &unit) const
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

} // namespace onrecord::extract
