// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figurecontext.h"

#include "core/extract/lexicon.h"
#include "core/match/figurewords.h"
#include "core/text/tokens.h"

#include <algorithm>
#include <cmath>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

constexpr qint32 reachBefore = 1400; // UTF-16 units: about four sentences
constexpr qint32 reachBehind = 500;
constexpr int sentencesBefore = 4;
constexpr size_t mostTies = 8;

/// The tokens around one figure. Indexes are of `tokens`; the figure is [first, last].
class Surroundings
{
public:
    Surroundings(const Figure &figure, QStringView text, std::span<const Span> mentions, const QString &language)
        : m_figure(figure),
          m_words(extract::sharedLexicon(language.startsWith(u"de") ? u"de"_s : u"en"_s)),
          m_mentions(mentions)
    {
        const Span span = figure.content.span;
        m_base = std::max(0, span.start - reachBefore);
        while (m_base > 0 && m_base < span.start && !text[m_base - 1].isSpace())
            ++m_base;
        qint32 end = std::min<qint32>(static_cast<qint32>(text.size()), span.end + reachBehind);
        m_text = text.sliced(m_base, end - m_base);
        m_tokens = tokenise(m_text, m_words->abbreviations());
        for (int t = 0; t < count(); ++t) {
            if (at(t).start + m_base < span.end && at(t).end + m_base > span.start) {
                if (m_first < 0)
                    m_first = t;
                m_last = t;
            }
        }
        if (m_first >= 0)
            findSentence();
    }

    [[nodiscard]] bool isValid() const { return m_first >= 0; }

    FigureContext read()
    {
        FigureContext out;
        out.figure = m_figure.id;
        out.article = m_figure.article;
        out.sentence = m_text.sliced(at(m_from).start, at(m_to - 1).end - at(m_from).start).toString();
        out.relative = relative();
        readDeed(out);
        readTopics(out);
        readNames(out);
        readYears(out);
        return out;
    }

private:
    [[nodiscard]] int count() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] const Token &at(int t) const { return m_tokens[static_cast<size_t>(t)]; }
    [[nodiscard]] QStringView wordAt(int t) const { return m_text.sliced(at(t).start, at(t).end - at(t).start); }
    [[nodiscard]] quint64 classes(int t) const { return at(t).hash ? m_words->find(at(t).hash).classes : 0; }
    [[nodiscard]] bool is(int t, quint64 any) const { return t >= 0 && t < count() && (classes(t) & any); }
    [[nodiscard]] bool isWord(int t, QStringView w) const
    {
        return t >= 0 && t < count() && wordAt(t).compare(w, Qt::CaseInsensitive) == 0;
    }
    [[nodiscard]] bool isText(int t) const { return at(t).shape == TokenShape::Word; }

    /// A sentence begins at t.
    [[nodiscard]] bool opens(int t) const
    {
        if (t == 0 || at(t).startsParagraph)
            return true;
        const Token &before = at(t - 1);
        int sign = t - 1;
        while (sign > 0 && at(sign).shape == TokenShape::Quote)
            --sign;
        const bool ends =
            at(sign).sign == u'.' || at(sign).sign == u'!' || at(sign).sign == u'?' || at(sign).sign == u'…';
        return ends && at(sign).shape == TokenShape::Point && (at(t).spaceBefore || before.shape == TokenShape::Quote)
            && (at(t).isCapital || at(t).shape == TokenShape::Quote || at(t).shape == TokenShape::Number);
    }

    void findSentence()
    {
        m_from = m_first;
        while (m_from > 0 && !opens(m_from))
            --m_from;
        m_to = m_last + 1;
        while (m_to < count() && !opens(m_to))
            ++m_to;
    }

    [[nodiscard]] bool isMentioned(int t) const
    {
        const Span span{at(t).start + m_base, at(t).end + m_base};
        const auto it = std::ranges::lower_bound(m_mentions, span.end, {}, [](Span s) { return s.end; });
        return it != m_mentions.end() && it->start <= span.start && it->end >= span.end;
    }

    [[nodiscard]] bool isName(int t) const
    {
        if (!isText(t) || !(at(t).isCapital || at(t).hasInnerCapital || (at(t).hasDigit && isMentioned(t)))
            || at(t).end - at(t).start < 2)
            return false;
        if (is(t, word::Function | word::Month | word::Weekday | word::Nationality | word::Title | word::NumberWord)
            || isEmptyName(wordAt(t)))
            return false;
        const bool before = t + 1 < count() && at(t + 1).isCapital && isText(t + 1) && !opens(t + 1);
        if (before && is(t, word::GivenName | word::Male | word::Female))
            return false; // the surname stands for both
        if (is(t, word::Organisation | word::Product | word::Place))
            return true;
        const bool ordinary =
            is(t, word::Common | word::Verb | word::Adverb | word::Role | word::OrganisationWord | word::CompanySuffix);
        if (ordinary)
            return isMentioned(t) && !opens(t) && !neighbourIsName(t);
        return isMentioned(t) || !opens(t);
    }

    [[nodiscard]] bool neighbourIsName(int t) const
    {
        return (t > 0 && at(t - 1).isCapital && isMentioned(t - 1))
            || (t + 1 < count() && at(t + 1).isCapital && isMentioned(t + 1));
    }

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
        for (QStringView part : QStringView(m_figure.subject).split(u' ', Qt::SkipEmptyParts)) {
            if (part.endsWith(u"’s") || part.endsWith(u"'s"))
                part.chop(2);
            const quint64 known = m_words->classesOf(part);
            if (part.front().isUpper() && !isEmptyName(part) && !(known & (word::Function | word::NumberWord))
                && (!(known & (word::Common | word::Verb)) || m_figure.subject.size() == part.size()))
                tie(out.names, part.toString().toLower(), part, inSubject);
        }
        for (int t = m_from; t < m_to; ++t) {
            const bool compared = t >= m_againstFirst && t <= m_againstLast;
            if (!compared && (t < m_first || t > m_last || isMentioned(t)) && isName(t))
                tie(out.names, wordAt(t).toString().toLower(), wordAt(t),
                    t > m_last + nearTokens || t < m_first - 2 * nearTokens ? far : near);
        }
        double weight = 0.5;
        int back = 0;
        for (int t = m_from - 1; t >= 0 && back < sentencesBefore; --t) {
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
        const Amount amount = amountOf(m_figure);
        if (!amount.isGeneric)
            tie(out.topics, amount.dimension, m_figure.unit, 1.5);
        if (!out.deed.isEmpty() && out.deed != m_figure.unit)
            tie(out.topics, out.deed, QStringView(out.deedPrinted).split(u' ').front(), 1.2);
        for (int t = m_from; t < m_to; ++t) {
            if ((t >= m_first && t <= m_last) || !isText(t) || isName(t) || at(t).end - at(t).start < 3)
                continue;
            if (is(t,
                   word::Function | word::NumberWord | word::Adverb | word::Modality | word::Hedge | word::Quantifier
                       | word::Negation | word::Month | word::Weekday | word::Magnitude | word::Nationality))
                continue;
            const QString known = conceptOf(wordAt(t));
            if (known.isEmpty() && (is(t, word::Speech | word::Attitude) || isEmptyTopic(wordAt(t))))
                continue;
            const bool near = t >= m_first - nearTokens && t <= m_last + nearTokens;
            tie(out.topics, known.isEmpty() ? wordStem(wordAt(t)) : known, wordAt(t), near ? 1.0 : 0.6);
        }
        keepStrongest(out.topics);
    }

    /// The verb whose object the figure is: to the left as far as the clause goes, past "using" and "with".
    void readDeed(FigureContext &out) const
    {
        constexpr int reach = 14;
        int fallback = -1;
        for (int t = m_first - 1; t >= std::max(m_from, m_first - reach); --t) {
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
        for (int t = fallback - 1; t >= std::max(m_from, fallback - 6); --t)
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
        int last = verb;
        while (last + 1 < m_first && at(last + 1).shape == TokenShape::Word)
            ++last;
        if (last + 1 < m_first || m_first - verb > longest)
            last = verb;
        return m_text.sliced(at(verb).start, at(last).end - at(verb).start).toString();
    }

    /// A past form that the word lists do not have, after a subject: "harnessed".
    [[nodiscard]] bool isDeedForm(int t) const
    {
        return isText(t) && !at(t).isCapital && wordAt(t).size() > 5 && wordAt(t).endsWith(u"ed")
            && !is(t, word::Common | word::Role);
    }

    void readYears(FigureContext &out) const
    {
        for (int t = m_from; t < m_to; ++t) {
            if ((t >= m_first && t <= m_last) || at(t).shape != TokenShape::Number || at(t).end - at(t).start != 4)
                continue;
            bool whole = false;
            const int year = wordAt(t).toInt(&whole);
            if (whole && year >= 1900 && year <= 2100)
                out.years.push_back(year);
        }
    }

    // Relative figures

    [[nodiscard]] Relative relative()
    {
        Relative out;
        if (!m_figure.value || (m_figure.unit != u"percent" && m_figure.unit != u"times" && m_figure.unit != u"ratio"))
            return out;
        int comparing = -1; ///< "cheaper", "less", "more"
        for (int t = m_first; t < std::min(m_to, m_last + 4) && comparing < 0; ++t) {
            if (at(t).shape == TokenShape::Point && t > m_last && at(t).sign != u'%')
                break;
            if (directionOf(wordAt(t)) != 0)
                comparing = t;
        }
        const int of = isWord(m_last + 1, u"of") || isWord(m_last + 1, u"as") ? m_last + 1 : -1;
        const double low = *m_figure.value;
        const double high = m_figure.max.value_or(low);
        if (comparing >= 0) {
            measure(comparing, out);
            against(comparing + 1, out);
            if (m_figure.unit == u"percent" && out.measure.isEmpty() && out.against.isEmpty())
                return {};
            scale(directionOf(wordAt(comparing)), low, high, out);
        } else if (of >= 0) {
            const int noun = measureNoun(of + 1);
            if (noun < 0)
                return {};
            out.measure = measureOf(wordAt(noun));
            against(noun + 1, out);
            const double unit = m_figure.unit == u"percent" ? 0.01 : 1.0;
            out.low = low * unit;
            out.high = high * unit;
        }
        return out;
    }

    void scale(int direction, double low, double high, Relative &out) const
    {
        if (m_figure.unit == u"percent") {
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
    [[nodiscard]] int measureNoun(int from) const
    {
        for (int t = from; t < std::min(m_to, from + 5); ++t) {
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
        for (int t = comparing + 1; out.measure.isEmpty() && t < std::min(m_to, comparing + 3); ++t)
            out.measure = measureOf(wordAt(t));
        for (int t = m_first - 1; out.measure.isEmpty() && t >= std::max(m_from, m_first - 6); --t)
            out.measure = measureOf(wordAt(t));
        if (out.measure.isEmpty() && comparing + 1 < m_to && isText(comparing + 1) && !is(comparing + 1, word::Function)
            && !isWord(comparing + 1, u"than"))
            out.measure = wordStem(wordAt(comparing + 1));
    }

    void against(int from, Relative &out)
    {
        int first = -1;
        for (int t = from; t < std::min(m_to, from + 8) && first < 0; ++t) {
            if (isWord(t, u"than") || isWord(t, u"of") || isWord(t, u"as") || isWord(t, u"that") || isWord(t, u"als"))
                first = t + 1;
            else if (at(t).shape == TokenShape::Point && at(t).sign != u'-')
                return;
        }
        if (first < 0)
            return;
        int last = first;
        for (int t = first; t < std::min(m_to, first + 14); ++t) {
            if (at(t).shape == TokenShape::Point && at(t).sign != u',')
                break;
            if (isName(t))
                out.against << wordAt(t).toString().toLower();
            last = t;
        }
        for (int t = first; out.against.isEmpty() && t <= last; ++t) {
            if (isText(t) && !is(t, word::Function | word::Adverb) && !is(t, word::Verb))
                out.against << wordStem(wordAt(t));
        }
        out.against.sort();
        out.against.removeDuplicates();
        out.againstPrinted = m_text.sliced(at(first).start, at(last).end - at(first).start).toString();
        while (!out.againstPrinted.isEmpty() && out.againstPrinted.back().isPunct())
            out.againstPrinted.chop(1);
        m_againstFirst = first;
        m_againstLast = last;
    }

    const Figure &m_figure;
    std::shared_ptr<const extract::Lexicon> m_words;
    std::span<const Span> m_mentions;
    QStringView m_text;
    qint32 m_base = 0;
    std::vector<Token> m_tokens;
    int m_first = -1, m_last = -1; ///< the figure
    int m_from = 0, m_to = 0;      ///< its sentence
    int m_againstFirst = 0, m_againstLast = -1;
};

} // namespace

FigureContext readContext(const Figure &figure, QStringView text, std::span<const Span> mentions,
                          const QString &language)
{
    Surroundings around(figure, text, mentions, language);
    if (around.isValid())
        return around.read();
    FigureContext out;
    out.figure = figure.id;
    out.article = figure.article;
    return out;
}

} // namespace onrecord::match
