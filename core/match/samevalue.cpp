// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/samevalue.h"

#include "core/extract/lexicon.h"
#include "core/match/numberwords.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

/// A value in one of the texts, in the one spelling that all its spellings share.
struct Value {
    size_t from = 0;
    size_t to = 0;
    QString plain;
};

bool isCurrency(const ComparedWord &one)
{
    static const QSet<QString> senses{u"dollar"_s, u"euro"_s, u"pound"_s, u"pfund"_s, u"yen"_s};
    return one.is(guard::Unit) && senses.contains(one.sense);
}

/// "December" for "Dec"; the key itself for other words.
QString monthOf(const QString &key)
{
    static const QHash<QString, QString> months{{u"jan"_s, u"january"_s}, {u"feb"_s, u"february"_s}, {u"mar"_s, u"march"_s}, {u"apr"_s, u"april"_s}, {u"jun"_s, u"june"_s}, {u"jul"_s, u"july"_s},
                                                {u"aug"_s, u"august"_s}, {u"sep"_s, u"september"_s}, {u"sept"_s, u"september"_s}, {u"oct"_s, u"october"_s}, {u"nov"_s, u"november"_s}, {u"dec"_s, u"december"_s}};
    return months.value(key, key);
}

class Values
{
public:
    explicit Values(const std::vector<ComparedWord> &words) : m_words(words) {}

    std::vector<Value> all() const
    {
        std::vector<Value> out;
        for (size_t i = 0; i < m_words.size();) {
            Value value = dateAt(i);
            if (value.plain.isEmpty())
                value = quantityAt(i);
            if (value.plain.isEmpty() && m_words[i].is(guard::Name) && m_words[i].sense.endsWith(u'.'))
                value = {i, i + 1, m_words[i].sense};
            if (value.plain.isEmpty()) {
                ++i;
                continue;
            }
            i = value.to;
            out.push_back(std::move(value));
        }
        return out;
    }

private:
    [[nodiscard]] bool isNumber(size_t at) const { return at < m_words.size() && m_words[at].is(guard::Number); }
    [[nodiscard]] bool isMonth(size_t at) const
    {
        return at < m_words.size() && m_words[at].is(guard::Name) && ((m_words[at].lexical & word::Month) || monthOf(m_words[at].key) != m_words[at].key);
    }
    [[nodiscard]] bool isDay(size_t at) const
    {
        const double value = isNumber(at) ? m_words[at].sense.toDouble() : 0;
        return value >= 1 && value <= 31 && m_words[at].key[0].isDigit() && !m_words[at].key.contains(u' ');
    }
    [[nodiscard]] bool isYear(size_t at) const
    {
        return isNumber(at) && m_words[at].key.size() == 4 && m_words[at].key[0].isDigit() && m_words[at].sense.toDouble() >= 1000;
    }

    [[nodiscard]] Value dateAt(size_t at) const
    {
        size_t day = at;
        size_t month = at;
        size_t end = at + 2;
        if (isMonth(at) && isDay(at + 1)) {
            day = at + 1;
        } else if (isDay(at) && isMonth(at + 1)) {
            month = at + 1;
        } else if (m_words[at].key == u"the" && isDay(at + 1) && at + 3 < m_words.size() && m_words[at + 2].key == u"of" && isMonth(at + 3)) {
            day = at + 1;
            month = at + 3;
            end = at + 4;
        } else if (isDay(at) && at + 2 < m_words.size() && m_words[at + 1].key == u"of" && isMonth(at + 2)) {
            month = at + 2;
            end = at + 3;
        } else {
            return {};
        }
        QString plain = u"%1 %2"_s.arg(monthOf(m_words[month].key)).arg(m_words[day].sense.toDouble());
        if (isYear(end))
            plain += u' ' + m_words[end++].sense;
        return {at, end, plain};
    }

    [[nodiscard]] Value quantityAt(size_t at) const
    {
        const bool hasSymbol = isCurrency(m_words[at]) && isNumber(at + 1);
        const size_t number = hasSymbol ? at + 1 : at;
        // "5-6 million" is a range, and so is "five to six".
        if (!isNumber(number) || isOrdinal(m_words[number].key) || isNumber(number + 1) || (at > 0 && isNumber(at - 1)))
            return {};
        size_t end = number + 1;
        QString unit = hasSymbol ? m_words[at].sense : QString();
        if (!hasSymbol && end < m_words.size() && m_words[end].is(guard::Unit)) {
            unit = m_words[end++].sense;
            while (end < m_words.size() && m_words[end].is(guard::Unit) && m_words[end].sense == unit + u'+')
                ++end; // "per cent"
        }
        return {at, end, m_words[number].sense + u'|' + unit};
    }

    const std::vector<ComparedWord> &m_words;
};

/// The first and the last stretch with words [from, to) of one side.
std::pair<size_t, size_t> stretchesOf(const std::vector<Stretch> &stretches, size_t from, size_t to, size_t Stretch::*start, size_t Stretch::*end)
{
    std::pair<size_t, size_t> out{stretches.size(), 0};
    for (size_t i = 0; i < stretches.size(); ++i) {
        if (stretches[i].*start < to && from < stretches[i].*end) {
            out.first = std::min(out.first, i);
            out.second = i;
        }
    }
    return out;
}

QStringList keysOf(const std::vector<ComparedWord> &words, size_t from, size_t to)
{
    QStringList out;
    for (size_t i = from; i < to; ++i)
        out.append(words[i].key);
    return out;
}

} // namespace

std::vector<SameValue> sameValues(const SideBySide &sides)
{
    const std::vector<Value> printed = Values(sides.printed.words).all();
    const std::vector<Value> asked = printed.empty() ? std::vector<Value>() : Values(sides.asked.words).all();
    std::vector<SameValue> out;
    for (const Value &a : printed) {
        const auto [aFirst, aLast] = stretchesOf(sides.stretches, a.from, a.to, &Stretch::a, &Stretch::aEnd);
        for (const Value &b : asked) {
            if (a.plain != b.plain || keysOf(sides.printed.words, a.from, a.to) == keysOf(sides.asked.words, b.from, b.to))
                continue;
            const auto [bFirst, bLast] = stretchesOf(sides.stretches, b.from, b.to, &Stretch::b, &Stretch::bEnd);
            if (aFirst <= bLast && bFirst <= aLast) {
                out.push_back({a.from, a.to, b.from, b.to});
                break;
            }
        }
    }
    return out;
}

} // namespace onrecord::match
