// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figurecontext.h"

#include "core/match/figuretokens.h"
#include "core/match/figurewords.h"

#include <algorithm>
#include <cmath>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

constexpr int sentencesBefore = 4;
constexpr size_t mostTies = 8;

/// What the sentences around the figure tie it to, and what it is compared with.
class Surroundings : private FigureTokens
{
public:
    Surroundings(const Figure &figure, QStringView text, const ArticleNames &names, const QString &language)
        : FigureTokens(figure, text, names.mentions, language), m_body(names.body)
    {
    }
    using FigureTokens::isValid;

    FigureContext read()
    {
        FigureContext out;
        out.figure = figure().id;
        out.article = figure().article;
        out.sentence = printed(from(), to() - 1);
        out.relative = relative();
        readDeed(out);
        readTopics(out);
        readNames(out);
        readYears(out);
        out.clause = readClause(*this, m_body);
        return out;
    }

private:
    static void tie(std::vector<Tie> &ties, const QString &form, QStringView printed, double weight)
    {
        const auto known = std::ranges::find(ties, form, &Tie::word);
        if (known == ties.end())
            ties.push_back({form, printed.toString(), weight});
        else
            known->weight = std::max(known->weight, weight);
    }

    static void keepStrongest(std::vector<Tie> &ties)
    {
        std::ranges::stable_sort(ties, [](const Tie &a, const Tie &b) {
            return std::pair(-a.weight, a.word) < std::pair(-b.weight, b.word);
        });
        if (ties.size() > mostTies)
            ties.resize(mostTies);
    }

    void readNames(FigureContext &out) const
    {
        constexpr double inSubject = 1.2;
        constexpr double near = 1.0;
        constexpr double far = 0.7;
        constexpr int nearTokens = 12;
        for (QStringView part : QStringView(figure().subject).split(u' ', Qt::SkipEmptyParts)) {
            if (part.endsWith(u"’s") || part.endsWith(u"'s"))
                part.chop(2);
            const quint64 known = classesOf(part);
            if (part.front().isUpper() && !isEmptyName(part) && !(known & (word::Function | word::NumberWord))
                && (!(known & (word::Common | word::Verb)) || figure().subject.size() == part.size()))
                tie(out.names, part.toString().toLower(), part, inSubject);
        }
        for (int t = from(); t < to(); ++t) {
            const bool compared = t >= m_againstFirst && t <= m_againstLast;
            if (!compared && (t < first() || t > last() || isMentioned(t)) && isName(t))
                tie(out.names, wordAt(t).toString().toLower(), wordAt(t),
                    t > last() + nearTokens || t < first() - 2 * nearTokens ? far : near);
        }
        double weight = 0.5;
        int back = 0;
        for (int t = from() - 1; t >= 0 && back < sentencesBefore; --t) {
            if (isName(t))
                tie(out.names, wordAt(t).toString().toLower(), wordAt(t), weight);
            if (opens(t)) {
                ++back;
                weight -= 0.1;
            }
        }
        keepStrongest(out.names);
    }

    void readTopics(FigureContext &out) const
    {
        constexpr int nearTokens = 9;
        const Amount amount = amountOf(figure());
        if (!amount.isGeneric)
            tie(out.topics, amount.dimension, figure().unit, 1.5);
        if (!out.deed.isEmpty() && out.deed != figure().unit)
            tie(out.topics, out.deed, QStringView(out.deedPrinted).split(u' ').front(), 1.2);
        for (int t = from(); t < to(); ++t) {
            if ((t >= first() && t <= last()) || !isText(t) || isName(t) || at(t).end - at(t).start < 3)
                continue;
            if (is(t,
                   word::Function | word::NumberWord | word::Adverb | word::Modality | word::Hedge | word::Quantifier
                       | word::Negation | word::Month | word::Weekday | word::Magnitude | word::Nationality))
                continue;
            const QString known = conceptOf(wordAt(t));
            if (known.isEmpty() && (is(t, word::Speech | word::Attitude) || isEmptyTopic(wordAt(t))))
                continue;
            const bool near = t >= first() - nearTokens && t <= last() + nearTokens;
            tie(out.topics, known.isEmpty() ? wordStem(wordAt(t)) : known, wordAt(t), near ? 1.0 : 0.6);
        }
        keepStrongest(out.topics);
    }

    /// The verb whose object the figure is: to the left as far as the clause goes, past "using" and "with".
    void readDeed(FigureContext &out) const
    {
        constexpr int reach = 14;
        int fallback = -1;
        for (int t = first() - 1; t >= std::max(from(), first() - reach); --t) {
            if (is(t, word::First) && fallback < 0)
                out.speaksOfSelf = true;
            if (at(t).shape == TokenShape::Point && (at(t).sign == u';' || at(t).sign == u':'))
                break;
            const bool verb = is(t, word::Verb)
                || (isText(t) && !conceptOf(wordAt(t)).isEmpty() && is(t, word::Speech | word::Verb)) || isDeedForm(t);
            if (!verb || isName(t) || isPassingWord(wordAt(t)) || is(t - 1, word::Determiner | word::Possessive))
                continue;
            fallback = t;
            if (!isLightVerb(wordAt(t)))
                break;
        }
        if (fallback < 0)
            return;
        for (int t = fallback - 1; t >= std::max(from(), fallback - 6); --t)
            out.speaksOfSelf = out.speaksOfSelf || is(t, word::First);
        const QString known = conceptOf(wordAt(fallback));
        out.deedPrinted = printedFrom(fallback);
        if (isLightVerb(wordAt(fallback)) && known.isEmpty())
            return;
        out.deed = known.isEmpty() ? wordStem(wordAt(fallback)) : known;
    }

    /// The verb and what stands between it and the figure, as far as that is one short phrase.
    [[nodiscard]] QString printedFrom(int verb) const
    {
        constexpr int longest = 6;
        int end = verb;
        while (end + 1 < first() && at(end + 1).shape == TokenShape::Word)
            ++end;
        if (end + 1 < first() || first() - verb > longest)
            end = verb;
        return printed(verb, end);
    }

    void readYears(FigureContext &out) const
    {
        for (int t = from(); t < to(); ++t) {
            if (const int year = yearAt(t))
                out.years.push_back(year);
        }
    }

    // Relative figures

    [[nodiscard]] Relative relative()
    {
        Relative out;
        if (!figure().value || (figure().unit != u"percent" && figure().unit != u"times" && figure().unit != u"ratio"))
            return out;
        int comparing = -1; ///< "cheaper", "less", "more"
        for (int t = first(); t < std::min(to(), last() + 4) && comparing < 0; ++t) {
            if (at(t).shape == TokenShape::Point && t > last() && at(t).sign != u'%')
                break;
            if (directionOf(wordAt(t)) != 0)
                comparing = t;
        }
        const int of = isWord(last() + 1, u"of") || isWord(last() + 1, u"as") ? last() + 1 : -1;
        const double low = *figure().value;
        const double high = figure().max.value_or(low);
        if (comparing >= 0) {
            measure(comparing, out);
            against(comparing + 1, out);
            if (figure().unit == u"percent" && out.measure.isEmpty() && out.against.isEmpty())
                return {};
            scale(directionOf(wordAt(comparing)), low, high, out);
        } else if (of >= 0) {
            const int noun = measureNoun(of + 1);
            if (noun < 0)
                return {};
            out.measure = measureOf(wordAt(noun));
            against(noun + 1, out);
            const double unit = figure().unit == u"percent" ? 0.01 : 1.0;
            out.low = low * unit;
            out.high = high * unit;
        }
        return out;
    }

    void scale(int direction, double low, double high, Relative &out) const
    {
        if (figure().unit == u"percent") {
            out.low = direction < 0 ? 1 - high / 100 : 1 + low / 100;
            out.high = direction < 0 ? 1 - low / 100 : 1 + high / 100;
            if (out.high <= 0)
                out = {};
        } else {
            out.low = direction < 0 ? 1 / std::max(high, 1e-9) : low;
            out.high = direction < 0 ? 1 / std::max(low, 1e-9) : high;
        }
    }

    /// "cost", "computing power" behind "of the".
    [[nodiscard]] int measureNoun(int begin) const
    {
        for (int t = begin; t < std::min(to(), begin + 5); ++t) {
            if (at(t).shape == TokenShape::Point)
                return -1;
            if (!measureOf(wordAt(t)).isEmpty())
                return t;
        }
        return -1;
    }

    /// The comparative itself says it, else the nearest word before, else the noun behind it.
    void measure(int comparing, Relative &out) const
    {
        out.measure = measureOf(wordAt(comparing));
        for (int t = comparing + 1; out.measure.isEmpty() && t < std::min(to(), comparing + 3); ++t)
            out.measure = measureOf(wordAt(t));
        for (int t = first() - 1; out.measure.isEmpty() && t >= std::max(from(), first() - 6); --t)
            out.measure = measureOf(wordAt(t));
        if (out.measure.isEmpty() && comparing + 1 < to() && isText(comparing + 1) && !is(comparing + 1, word::Function)
            && !isWord(comparing + 1, u"than"))
            out.measure = wordStem(wordAt(comparing + 1));
    }

    void against(int begin, Relative &out)
    {
        int opening = -1;
        for (int t = begin; t < std::min(to(), begin + 8) && opening < 0; ++t) {
            if (isWord(t, u"than") || isWord(t, u"of") || isWord(t, u"as") || isWord(t, u"that") || isWord(t, u"als"))
                opening = t + 1;
            else if (at(t).shape == TokenShape::Point && at(t).sign != u'-')
                return;
        }
        if (opening < 0)
            return;
        int end = opening;
        for (int t = opening; t < std::min(to(), opening + 14); ++t) {
            if (at(t).shape == TokenShape::Point && at(t).sign != u',')
                break;
            if (isName(t))
                out.against << wordAt(t).toString().toLower();
            end = t;
        }
        for (int t = opening; out.against.isEmpty() && t <= end; ++t) {
            if (isText(t) && !is(t, word::Function | word::Adverb) && !is(t, word::Verb))
                out.against << wordStem(wordAt(t));
        }
        out.against.sort();
        out.against.removeDuplicates();
        out.againstPrinted = printed(opening, end);
        while (!out.againstPrinted.isEmpty() && out.againstPrinted.back().isPunct())
            out.againstPrinted.chop(1);
        m_againstFirst = opening;
        m_againstLast = end;
    }

    const QString &m_body;
    int m_againstFirst = 0, m_againstLast = -1;
};

} // namespace

void ArticleNames::add(std::span<const Span> of, AgentType type, const QString &name)
{
    if (type == AgentType::Unnamed)
        return;
    mentions.insert(mentions.end(), of.begin(), of.end());
    const auto count = static_cast<qsizetype>(of.size());
    if (type != AgentType::Organisation || of.empty() || count < m_most || isEmptyName(name))
        return;
    const qint32 first = std::ranges::min(of, {}, &Span::start).start;
    if (count == m_most && first > m_first)
        return;
    body = name;
    m_most = count;
    m_first = first;
}

void ArticleNames::finish()
{
    std::ranges::sort(mentions, {}, [](Span s) { return s.end; });
}

FigureContext readContext(const Figure &figure, QStringView text, const ArticleNames &names, const QString &language)
{
    Surroundings around(figure, text, names, language);
    if (around.isValid())
        return around.read();
    FigureContext out;
    out.figure = figure.id;
    out.article = figure.article;
    return out;
}

} // namespace onrecord::match
