// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/amount.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Unit {
    const char16_t *word;
    const char16_t *dimension;
    double factor;
};

/// Units of measurement on one scale each. What is not here is counted as itself.
constexpr std::array units{
    Unit{u"second", u"day", 1.0 / 86400},
    Unit{u"minute", u"day", 1.0 / 1440},
    Unit{u"hour", u"day", 1.0 / 24},
    Unit{u"day", u"day", 1},
    Unit{u"week", u"day", 7},
    Unit{u"month", u"day", 30.44},
    Unit{u"year", u"day", 365.25},
    Unit{u"decade", u"day", 3652.5},
    Unit{u"sekunden", u"day", 1.0 / 86400},
    Unit{u"minuten", u"day", 1.0 / 1440},
    Unit{u"stunden", u"day", 1.0 / 24},
    Unit{u"tage", u"day", 1},
    Unit{u"tagen", u"day", 1},
    Unit{u"wochen", u"day", 7},
    Unit{u"monate", u"day", 30.44},
    Unit{u"monaten", u"day", 30.44},
    Unit{u"jahre", u"day", 365.25},
    Unit{u"jahren", u"day", 365.25},
    Unit{u"km", u"m", 1000},
    Unit{u"kilometre", u"m", 1000},
    Unit{u"kilometer", u"m", 1000},
    Unit{u"mile", u"m", 1609.344},
    Unit{u"metre", u"m", 1},
    Unit{u"meter", u"m", 1},
    Unit{u"m", u"m", 1},
    Unit{u"foot", u"m", 0.3048},
    Unit{u"feet", u"m", 0.3048},
    Unit{u"inche", u"m", 0.0254},
    Unit{u"inch", u"m", 0.0254},
    Unit{u"centimetre", u"m", 0.01},
    Unit{u"centimeter", u"m", 0.01},
    Unit{u"zentimeter", u"m", 0.01},
    Unit{u"kg", u"kg", 1},
    Unit{u"kilogram", u"kg", 1},
    Unit{u"kilogramm", u"kg", 1},
    Unit{u"gram", u"kg", 0.001},
    Unit{u"tonne", u"kg", 1000},
    Unit{u"tonnen", u"kg", 1000},
    Unit{u"acre", u"ha", 0.404686},
    Unit{u"hectare", u"ha", 1},
    Unit{u"hektar", u"ha", 1},
    Unit{u"square metre", u"ha", 1e-4},
    Unit{u"square meter", u"ha", 1e-4},
    Unit{u"quadratmeter", u"ha", 1e-4},
    Unit{u"square kilometre", u"ha", 100},
    Unit{u"square kilometer", u"ha", 100},
    Unit{u"quadratkilometer", u"ha", 100},
    Unit{u"square mile", u"ha", 258.999},
    Unit{u"cubic metre", u"m³", 1},
    Unit{u"cubic meter", u"m³", 1},
    Unit{u"kubikmeter", u"m³", 1},
    Unit{u"litre", u"m³", 1e-3},
    Unit{u"liter", u"m³", 1e-3},
    Unit{u"w", u"W", 1},
    Unit{u"watt", u"W", 1},
    Unit{u"kilowatt", u"W", 1e3},
    Unit{u"megawatt", u"W", 1e6},
    Unit{u"gigawatt", u"W", 1e9},
    Unit{u"terawatt", u"W", 1e12},
    Unit{u"kw", u"W", 1e3},
    Unit{u"mw", u"W", 1e6},
    Unit{u"gw", u"W", 1e9},
    Unit{u"kwh", u"Wh", 1e3},
    Unit{u"mwh", u"Wh", 1e6},
    Unit{u"gwh", u"Wh", 1e9},
    Unit{u"kb", u"byte", 1e3},
    Unit{u"mb", u"byte", 1e6},
    Unit{u"gb", u"byte", 1e9},
    Unit{u"tb", u"byte", 1e12},
    Unit{u"prozent", u"percent", 1},
    Unit{u"percent", u"percent", 1},
    Unit{u"ratio", u"percent", 100},
};

/// Nouns that are counted of anything: the same noun does not make the same subject.
constexpr std::array<const char16_t *, 21> generic{
    u"people", u"person", u"personen", u"menschen", u"men",   u"women",   u"case", u"point", u"percent", u"day",
    u"time",   u"times",  u"m", u"m³",        u"kg",       u"state", u"country", u"item", u"word",  u"page",    u"copy"};

bool isGeneric(const QString &dimension)
{
    static const QSet<QString> stems = [] {
        QSet<QString> out;
        for (const char16_t *word : generic) {
            out.insert(QString(QStringView(word)));
            out.insert(wordStem(QStringView(word)));
        }
        return out;
    }();
    return dimension.isEmpty() || isCurrency(dimension) || stems.contains(dimension);
}

/// "USD/1M tokens" is per token, a millionth of the number.
QString perOne(const QString &unit, double &factor)
{
    const qsizetype slash = unit.indexOf(u'/');
    if (slash < 0)
        return {};
    QStringView per = QStringView(unit).sliced(slash + 1);
    static constexpr std::array<std::pair<QStringView, double>, 4> scales{
        {{u"1B ", 1e9}, {u"1M ", 1e6}, {u"1K ", 1e3}, {u"100 ", 100}}};
    for (const auto &[word, scale] : scales) {
        if (per.startsWith(word)) {
            factor = 1 / scale;
            per = per.sliced(word.size());
        }
    }
    return unit.first(slash) + u'/' + wordStem(per);
}

QString dimensionOf(const QString &unit, double &factor)
{
    factor = 1;
    if (const QString per = perOne(unit, factor); !per.isEmpty())
        return per;
    if (unit.size() == 3 && unit.isUpper())
        return unit;
    const QString stem = wordStem(unit);
    for (const Unit &known : units) {
        if (stem == wordStem(QStringView(known.word))
            || unit.compare(QStringView(known.word), Qt::CaseInsensitive) == 0) {
            factor = known.factor;
            return QString::fromUtf16(known.dimension);
        }
    }
    return stem;
}

/// Half a unit of the last printed digit that is not a filling zero, for numbers that are plainly rounded or said to be "about".
double grainOf(const QString &printed, double value, bool isAbout)
{
    constexpr double leastAbout = 0.05;
    qsizetype at = 0;
    while (at < printed.size() && !printed[at].isDigit())
        ++at;
    QString digits;
    int decimals = 0;
    bool isBehindPoint = false;
    for (; at < printed.size() && (printed[at].isDigit() || printed[at] == u'.' || printed[at] == u','); ++at) {
        if (printed[at] == u'.')
            isBehindPoint = true;
        else if (printed[at].isDigit()) {
            digits += printed[at];
            decimals += isBehindPoint ? 1 : 0;
        }
    }
    const double mantissa = digits.toDouble() / std::pow(10.0, decimals);
    const bool isExact = !isAbout && std::abs(value) < 1000 && decimals == 0;
    if (isExact)
        return 0;
    if (mantissa <= 0)
        return isAbout ? std::abs(value) * leastAbout : 0; // "about forty"
    double unit = std::pow(10.0, -decimals);
    if (decimals == 0) {
        while (std::fmod(mantissa, unit * 10) == 0)
            unit *= 10;
    }
    // Never more than a share of the value: "10,000" is not 11,000. Nor less, of what is said to be "about".
    const double most = std::abs(value) * (isAbout ? 0.1 : 0.015);
    const double least = isAbout ? std::abs(value) * leastAbout : 0;
    return std::clamp(unit / 2 * std::abs(value) / mantissa, least, most);
}

/// "thousands", "hundreds of thousands": from one of it to a thousand of it.
void readVague(const QString &printed, double factor, Amount &out)
{
    static constexpr std::array<std::pair<QStringView, double>, 12> words{{{u"dozen", 12},
                                                                           {u"dutzend", 12},
                                                                           {u"scores", 20},
                                                                           {u"tens", 10},
                                                                           {u"hundred", 100},
                                                                           {u"hunderte", 100},
                                                                           {u"thousand", 1e3},
                                                                           {u"tausend", 1e3},
                                                                           {u"million", 1e6},
                                                                           {u"milliard", 1e9},
                                                                           {u"billion", 1e9},
                                                                           {u"trillion", 1e12}}};
    const QString lower = printed.toLower();
    const bool german = lower.contains(u"milliarden") || lower.contains(u"millionen") || lower.contains(u"tausende");
    double low = 1;
    double last = 0;
    for (const QString &part : lower.split(u' ', Qt::SkipEmptyParts)) {
        for (const auto &[word, value] : words) {
            const double scaled = german && word == u"billion" ? 1e12 : value;
            if (part.startsWith(word)) {
                low *= scaled;
                last = scaled;
                break;
            }
        }
    }
    if (last == 0)
        return;
    out.isVague = true;
    out.low = low * factor;
    out.high = low * (last >= 1000 ? 1000 : 100) * factor;
}

} // namespace

bool isCurrency(QStringView unit)
{
    static const QSet<QString> stems = [] {
        QSet<QString> out;
        for (const QStringView name : {QStringView(u"crown"), QStringView(u"dinar"), QStringView(u"dirham"), QStringView(u"forint"), QStringView(u"franc"), QStringView(u"guilder"), QStringView(u"krone"), QStringView(u"kroner"),
                                       QStringView(u"kronor"), QStringView(u"lira"), QStringView(u"peso"), QStringView(u"riyal"), QStringView(u"rouble"), QStringView(u"rubel"), QStringView(u"ruble"), QStringView(u"rupee"),
                                       QStringView(u"shilling"), QStringView(u"zloty")})
            out.insert(wordStem(name));
        return out;
    }();
    constexpr qsizetype shortest = 4;
    return (unit.size() == 3 && unit.isUpper()) || (unit.size() >= shortest && stems.contains(wordStem(unit)));
}

bool Amount::isMoney() const
{
    return isCurrency(dimension);
}

QString wordStem(QStringView word)
{
    QString w = word.toString().toLower();
    const auto chop = [&](QStringView ending, qsizetype least) {
        if (w.size() < least + ending.size() || !w.endsWith(ending))
            return false;
        w.chop(ending.size());
        return true;
    };
    const auto single = [&w] {
        if (w.size() > 3 && w.back() == w[w.size() - 2] && !QStringView(u"lsz").contains(w.back()))
            w.chop(1);
    };
    if (chop(u"ies", 2) || chop(u"ied", 2)) {
        w += u'y';
    } else if (chop(u"ing", 3) || chop(u"ed", 3)) {
        single();
    } else if (!w.endsWith(u"ss") && !w.endsWith(u"us") && !w.endsWith(u"is")) {
        chop(u"s", 3);
    }
    if (w.size() > 3 && w.endsWith(u'e'))
        w.chop(1);
    return w;
}

Amount amountOf(const Figure &figure)
{
    Amount out;
    double factor = 1;
    out.dimension = dimensionOf(figure.unit, factor);
    out.isGeneric = isGeneric(out.dimension);
    if (!figure.value) {
        readVague(figure.content.exact, factor, out);
        return out;
    }
    out.low = *figure.value * factor;
    out.high = figure.max.value_or(*figure.value) * factor;
    out.isRange = figure.max.has_value();
    out.grain = out.isRange ? 0 : grainOf(figure.content.exact, out.low, figure.qualifier == Qualifier::About);
    switch (figure.qualifier) {
    case Qualifier::AtLeast:
    case Qualifier::MoreThan:
        out.isBound = true;
        out.high = infinity;
        break;
    case Qualifier::AtMost:
    case Qualifier::LessThan:
        out.isBound = true;
        out.low = std::min(0.0, out.low);
        break;
    default:
        break;
    }
    return out;
}

} // namespace onrecord::match
