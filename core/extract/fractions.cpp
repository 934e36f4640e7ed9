// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/fractions.h"

#include "core/extract/quantity.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

namespace {

using namespace word;

struct Part {
    QStringView word;
    double value;
};

constexpr std::array parts{Part{u"half", 1.0 / 2}, Part{u"third", 1.0 / 3}, Part{u"quarter", 1.0 / 4}, Part{u"fifth", 1.0 / 5}, Part{u"tenth", 1.0 / 10},
                           Part{u"one-half", 1.0 / 2}, Part{u"one-third", 1.0 / 3}, Part{u"one-quarter", 1.0 / 4}, Part{u"one-fifth", 1.0 / 5}, Part{u"one-tenth", 1.0 / 10},
                           Part{u"two-thirds", 2.0 / 3}, Part{u"three-quarters", 3.0 / 4}, Part{u"three-fourths", 3.0 / 4}, Part{u"two-fifths", 2.0 / 5}, Part{u"three-fifths", 3.0 / 5}, Part{u"four-fifths", 4.0 / 5}};

/// "|one in five| workers", "1 in 5": the smaller number first, and no time behind.
std::optional<Fraction> shareAt(const Reading &r, int at)
{
    constexpr double most = 1000;
    const Quantity some = quantityAt(r, at);
    if (some.last < 0 || !some.value || some.isScaled || some.isOrdinal || !some.unit.isEmpty() || some.last + 2 >= r.count() || r.tok(some.last + 1).startsParagraph)
        return std::nullopt;
    const bool outOf = some.last + 3 < r.count() && r.isWord(some.last + 1, u"out") && r.isWord(some.last + 2, u"of"); // "three out of four"
    if (!outOf && !r.isWord(some.last + 1, u"in") && !r.isWord(some.last + 1, u"of"))
        return std::nullopt;
    const Quantity all = quantityAt(r, some.last + (outOf ? 3 : 2));
    if (all.last < 0 || !all.value || all.isScaled || all.isOrdinal || !all.unit.isEmpty() || *all.value <= *some.value || *all.value > most)
        return std::nullopt;
    const int next = all.last + 1;
    if (r.isWord(some.last + 1, u"of") && (next >= r.count() || r.tok(next).shape != TokenShape::Word || !r.word(next).endsWith(u's')))
        return std::nullopt; // "three of five |zones|"
    static constexpr WordSet measures{u"second", u"seconds", u"minute", u"minutes", u"hour", u"hours", u"day", u"days", u"week", u"weeks", u"month", u"months", u"year", u"years", u"decades", u"games", u"matches", u"starts", u"seasons",
                                      u"sets", u"innings", u"overs", u"meters", u"metres", u"miles", u"kilometers", u"kilometres", u"feet", u"inches", u"dollars", u"euros", u"pounds"};
    if (next < r.count() && (r.isAny(next, measures) || r.is(next, Month | Magnitude) || r.isSign(next, u'%')))
        return std::nullopt; // "won two in 10 minutes"
    return Fraction{*some.value / *all.value, at, all.last};
}

constexpr std::array teile{Part{u"hälfte", 1.0 / 2}, Part{u"drittel", 1.0 / 3}, Part{u"viertel", 1.0 / 4}, Part{u"fünftel", 1.0 / 5}, Part{u"sechstel", 1.0 / 6}, Part{u"achtel", 1.0 / 8}, Part{u"zehntel", 1.0 / 10}};

/// "|Drei von vier| Befragten", "|19 von 48| Würfen"
std::optional<Fraction> germanShareAt(const Reading &r, int at)
{
    constexpr double most = 1000;
    const Quantity some = quantityAt(r, at);
    if (some.last < 0 || !some.value || some.isScaled || some.isOrdinal || !some.unit.isEmpty() || *some.value < 1 || some.last + 3 >= r.count() || !r.isWord(some.last + 1, u"von"))
        return std::nullopt;
    const Quantity all = quantityAt(r, some.last + 2);
    const int noun = all.last + 1;
    if (all.last < 0 || !all.value || all.isScaled || all.isOrdinal || !all.unit.isEmpty() || *all.value <= *some.value || *all.value > most || noun >= r.count() || !r.tok(noun).isCapital || r.is(noun, Month) || !r.word(noun).endsWith(u'n'))
        return std::nullopt; // what is counted stands in the dative plural
    return Fraction{*some.value / *all.value, at, all.last};
}

/// "|zwei Drittel| der Betten", "um |die Hälfte|": of something that follows, or as a change.
std::optional<Fraction> germanFractionAt(const Reading &r, int at)
{
    const auto part = std::ranges::find_if(teile, [&](const Part &p) { return r.word(at).compare(p.word, Qt::CaseInsensitive) == 0; });
    if (part == teile.end())
        return r.tok(at).shape == TokenShape::Number || r.is(at, NumberWord) ? germanShareAt(r, at) : std::nullopt;
    if (at == 0 || r.tok(at).startsParagraph)
        return std::nullopt;
    static constexpr WordSet wholes{u"der", u"des", u"aller", u"von", u"dieser", u"davon", u"ihrer", u"seiner", u"unserer", u"mehr", u"weniger"};
    const bool isOf = at + 1 < r.count() && r.isAny(at + 1, wholes);
    const bool isChange = at > 1 && (r.isWord(at - 2, u"um") || r.isWord(at - 2, u"auf"));
    if (!isOf && !isChange)
        return std::nullopt;
    if (r.isWord(at, u"hälfte")) // not "in der ersten Hälfte"
        return r.isWord(at - 1, u"die") || r.isWord(at - 1, u"der") ? std::optional(Fraction{part->value, at - 1, at}) : std::nullopt;
    if (r.isWord(at - 1, u"ein"))
        return Fraction{part->value, at - 1, at};
    const Quantity count = quantityAt(r, at - 1);
    if (count.last != at - 1 || !count.value || *count.value * part->value >= 1 || *count.value < 1)
        return std::nullopt;
    return Fraction{*count.value * part->value, at - 1, at};
}

} // namespace

std::optional<Fraction> fractionAt(const Reading &r, int at)
{
    if (r.isGerman)
        return germanFractionAt(r, at);
    const auto part = std::ranges::find_if(parts, [&](const Part &p) { return r.word(at).compare(p.word, Qt::CaseInsensitive) == 0; });
    if (part == parts.end())
        return r.tok(at).shape == TokenShape::Number || r.is(at, NumberWord) ? shareAt(r, at) : std::nullopt;
    if (at > 1 && r.isWord(at - 2, u"by") && r.isWord(at - 1, u"a") && !part->word.contains(u'-'))
        return Fraction{part->value, at - 1, at}; // "dropped by a fifth"
    if (at + 2 >= r.count() || !r.isWord(at + 1, u"of") || r.isWord(at + 2, u"an") || r.is(at + 2, Month))
        return std::nullopt;
    if (part->word.contains(u'-'))
        return Fraction{part->value, at, at};
    static constexpr WordSet counting{u"a", u"one", u"over", u"than", u"about", u"nearly", u"almost", u"roughly", u"least", u"some"};
    const bool isHalf = r.isWord(at, u"half");
    const bool counted = at > 0 && r.isAny(at - 1, counting);
    static constexpr WordSet placing{u"first", u"second", u"latter", u"other", u"the", u"this", u"last"};
    if (isHalf ? at > 0 && r.isAny(at - 1, placing) : !counted)
        return std::nullopt; // "the first half of the year", "the third of May"
    const bool article = at > 0 && (r.isWord(at - 1, u"a") || r.isWord(at - 1, u"one"));
    return Fraction{part->value, article ? at - 1 : at, at};
}

std::vector<quint64> wordsOfFractions()
{
    std::vector<quint64> out;
    for (const Part &part : parts)
        out.push_back(wordHash(part.word));
    for (const Part &part : teile)
        out.push_back(wordHash(part.word));
    return out;
}

} // namespace onrecord::extract
