// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/quantity.h"

#include "core/extract/fractions.h"
#include "core/extract/ranks.h"

#include <array>
#include <cmath>
#include <utility>

namespace onrecord::extract {

using namespace Qt::StringLiterals;

namespace {

/// A word and the number it stands for.
struct Scale {
    Folded word;
    double factor;
};

constexpr std::array scales{
    Scale{u"hundred", 1e2}, Scale{u"thousand", 1e3}, Scale{u"million", 1e6}, Scale{u"billion", 1e9}, Scale{u"trillion", 1e12},
    Scale{u"dozen", 12}, Scale{u"k", 1e3}, Scale{u"m", 1e6}, Scale{u"mn", 1e6}, Scale{u"mln", 1e6}, Scale{u"b", 1e9}, Scale{u"bn", 1e9},
    Scale{u"bln", 1e9}, Scale{u"t", 1e12}, Scale{u"tn", 1e12}, Scale{u"tausend", 1e3}, Scale{u"millionen", 1e6}, Scale{u"mio.", 1e6},
    Scale{u"milliarde", 1e9}, Scale{u"milliarden", 1e9}, Scale{u"mrd.", 1e9}, Scale{u"billionen", 1e12},
};

constexpr std::array smallNumbers{
    Scale{u"two", 2}, Scale{u"three", 3}, Scale{u"four", 4}, Scale{u"five", 5}, Scale{u"six", 6}, Scale{u"seven", 7}, Scale{u"eight", 8},
    Scale{u"nine", 9}, Scale{u"ten", 10}, Scale{u"eleven", 11}, Scale{u"twelve", 12}, Scale{u"thirteen", 13}, Scale{u"fourteen", 14},
    Scale{u"fifteen", 15}, Scale{u"sixteen", 16}, Scale{u"seventeen", 17}, Scale{u"eighteen", 18}, Scale{u"nineteen", 19}, Scale{u"twenty", 20},
    Scale{u"thirty", 30}, Scale{u"forty", 40}, Scale{u"fifty", 50}, Scale{u"sixty", 60}, Scale{u"seventy", 70}, Scale{u"eighty", 80},
    Scale{u"ninety", 90}, Scale{u"one", 1}, Scale{u"zwei", 2}, Scale{u"drei", 3}, Scale{u"vier", 4}, Scale{u"fünf", 5}, Scale{u"sechs", 6},
    Scale{u"sieben", 7}, Scale{u"acht", 8}, Scale{u"neun", 9}, Scale{u"zehn", 10}, Scale{u"elf", 11}, Scale{u"zwölf", 12},
    Scale{u"dreizehn", 13}, Scale{u"vierzehn", 14}, Scale{u"fünfzehn", 15}, Scale{u"sechzehn", 16}, Scale{u"siebzehn", 17}, Scale{u"achtzehn", 18}, Scale{u"neunzehn", 19}, Scale{u"zwanzig", 20},
    Scale{u"dreißig", 30}, Scale{u"vierzig", 40}, Scale{u"fünfzig", 50}, Scale{u"sechzig", 60}, Scale{u"siebzig", 70}, Scale{u"achtzig", 80}, Scale{u"neunzig", 90},
};

/// Numbers without a value.
constexpr WordSet vagueNumbers{u"dozens", u"hundreds", u"thousands", u"millions", u"billions", u"trillions", u"tens", u"scores",
                               u"hunderte", u"tausende", u"millionen", u"milliarden", u"dutzende"};

/// Units that are written right behind the digits, as they are counted: name and factor to the base unit.
constexpr std::array glued{
    std::pair{QStringView(u"W"), std::pair{QStringView(u"W"), 1.0}}, std::pair{QStringView(u"kW"), std::pair{QStringView(u"W"), 1e3}}, std::pair{QStringView(u"KW"), std::pair{QStringView(u"W"), 1e3}},
    std::pair{QStringView(u"MW"), std::pair{QStringView(u"W"), 1e6}}, std::pair{QStringView(u"GW"), std::pair{QStringView(u"W"), 1e9}}, std::pair{QStringView(u"TW"), std::pair{QStringView(u"W"), 1e12}},
    std::pair{QStringView(u"km"), std::pair{QStringView(u"km"), 1.0}}, std::pair{QStringView(u"kg"), std::pair{QStringView(u"kg"), 1.0}}, std::pair{QStringView(u"GB"), std::pair{QStringView(u"B"), 1e9}},
    std::pair{QStringView(u"TB"), std::pair{QStringView(u"B"), 1e12}}, std::pair{QStringView(u"MB"), std::pair{QStringView(u"B"), 1e6}}, std::pair{QStringView(u"mph"), std::pair{QStringView(u"mph"), 1.0}},
    std::pair{QStringView(u"x"), std::pair{QStringView(u"times"), 1.0}}, std::pair{QStringView(u"X"), std::pair{QStringView(u"times"), 1.0}}, std::pair{QStringView(u"p"), std::pair{QStringView(u"pence"), 1.0}},
};

/// Without regard to case; of every 64 words that are in no table one is compared with its words.
template<const auto &table>
std::optional<double> lookUp(quint64 hash)
{
    static constexpr quint64 bits = [] {
        quint64 all = 0;
        for (const Scale &scale : table)
            all |= 1ULL << (scale.word.hash >> 58);
        return all;
    }();
    if (!(bits >> (hash >> 58) & 1))
        return std::nullopt;
    for (const Scale &scale : table) {
        if (scale.word.hash == hash)
            return scale.factor;
    }
    return std::nullopt;
}

/// "forty-two": tens and ones with a hyphen.
std::optional<double> compoundOf(QStringView word)
{
    constexpr double ten = 10;
    const qsizetype hyphen = word.indexOf(u'-');
    if (hyphen < 0)
        return std::nullopt;
    const auto tens = lookUp<smallNumbers>(wordHash(word.first(hyphen)));
    const auto ones = lookUp<smallNumbers>(wordHash(word.sliced(hyphen + 1)));
    if (!tens || !ones || *tens <= ten || std::fmod(*tens, ten) != 0 || *ones >= ten)
        return std::nullopt;
    return *tens + *ones;
}

/// Digits with separators. English points part decimals, German ones thousands.
std::optional<double> digitsOf(QStringView digits, bool german)
{
    QString plain;
    const QChar thousands = german ? u'.' : u',';
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (digits[i] == thousands)
            continue;
        plain += digits[i] == u',' ? QChar(u'.') : digits[i];
    }
    bool ok = false;
    const double value = plain.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

void readTail(QStringView tail, Quantity &q)
{
    if (tail.isEmpty())
        return;
    for (const QStringView ordinal : {QStringView(u"st"), QStringView(u"nd"), QStringView(u"rd"), QStringView(u"th"), QStringView(u"s")})
        q.isOrdinal = q.isOrdinal || tail == ordinal;
    if (q.isOrdinal)
        return;
    for (const auto &[sign, meaning] : glued) {
        if (tail == sign) {
            q.unit = meaning.first.toString();
            *q.value *= meaning.second;
            return;
        }
    }
    if (const auto factor = lookUp<scales>(wordHash(tail))) {
        *q.value *= *factor;
        q.isScaled = true;
        return;
    }
    q.value.reset();
    q.last = -1;
}

} // namespace

std::optional<double> magnitudeOf(QStringView word)
{
    return lookUp<scales>(wordHash(word));
}

QString currencyOf(QStringView word)
{
    struct Currency {
        Folded name;
        QStringView code;
    };
    static constexpr std::array table{
        Currency{u"$", u"USD"}, Currency{u"€", u"EUR"}, Currency{u"£", u"GBP"}, Currency{u"¥", u"JPY"},
        Currency{u"dollars", u"USD"}, Currency{u"dollar", u"USD"}, Currency{u"us-dollar", u"USD"}, Currency{u"euros", u"EUR"},
        Currency{u"euro", u"EUR"}, Currency{u"pounds", u"GBP"}, Currency{u"yuan", u"CNY"}, Currency{u"yen", u"JPY"},
        Currency{u"francs", u"CHF"}, Currency{u"franken", u"CHF"}, Currency{u"rubles", u"RUB"}, Currency{u"rubel", u"RUB"},
    };
    static constexpr quint64 bits = [] {
        quint64 all = 0;
        for (const Currency &currency : table)
            all |= 1ULL << (currency.name.hash >> 58);
        return all;
    }();
    const quint64 hash = wordHash(word);
    if (!(bits >> (hash >> 58) & 1))
        return {};
    for (const auto &[name, code] : table) {
        if (name.hash == hash)
            return code.toString();
    }
    return {};
}

bool isVagueNumber(quint64 hash)
{
    return vagueNumbers.contains(hash);
}

std::vector<quint64> wordsOfFigures()
{
    std::vector<quint64> out = wordsOfRanks();
    for (const quint64 hash : wordsOfFractions())
        out.push_back(hash);
    for (const Scale &number : smallNumbers)
        out.push_back(number.word.hash);
    for (const QStringView tens : {u"twenty", u"thirty", u"forty", u"fifty", u"sixty", u"seventy", u"eighty", u"ninety"}) {
        for (const QStringView ones : {u"one", u"two", u"three", u"four", u"five", u"six", u"seven", u"eight", u"nine"}) {
            const QString both = tens + QString(u'-') + ones;
            out.push_back(wordHash(both));
        }
    }
    for (const Folded word : vagueNumbers.words)
        out.push_back(word.hash);
    return out;
}

Quantity quantityAt(const Reading &r, int at)
{
    Quantity q;
    const Token &token = r.tok(at);
    const QStringView whole = r.word(at);
    if (token.shape == TokenShape::Number) {
        qsizetype digits = 0;
        while (digits < whole.size() && (whole[digits].isDigit() || whole[digits] == u',' || whole[digits] == u'.'))
            ++digits;
        q.value = digitsOf(whole.first(digits), r.isGerman);
        if (!q.value)
            return {};
        q.last = at;
        readTail(whole.sliced(digits), q);
    } else if (token.shape == TokenShape::Word && !token.isAllCapital) {
        q.value = lookUp<smallNumbers>(token.hash);
        if (!q.value)
            q.value = compoundOf(whole);
        if (!q.value)
            return {};
        q.last = at;
        q.isWord = true;
    } else {
        return {};
    }
    if (q.last < 0 || q.isOrdinal)
        return q;
    constexpr qsizetype letterOnly = 2; // "5 k" and "5 b" are nothing
    for (int next = q.last + 1; next < r.count() && r.tok(next).shape == TokenShape::Word; ++next) {
        const Token &scaling = r.tok(next);
        const auto factor = lookUp<scales>(scaling.hash);
        if (!factor || scaling.end - scaling.start < letterOnly)
            break;
        *q.value *= *factor;
        q.isScaled = true;
        q.last = next;
    }
    return q;
}

} // namespace onrecord::extract
