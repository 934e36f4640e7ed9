// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/numberwords.h"

#include "core/match/comparedwords.h"

#include <QSet>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

/// "fünfundzwanzig" is five and twenty; nothing for other words.
std::optional<double> germanCompound(const QString &word, const GuardWords &guard)
{
    const qsizetype joint = word.indexOf(u"und"_s, 2);
    if (joint < 0)
        return {};
    QString ones = word.first(joint);
    if (ones == u"ein")
        ones = u"eins"_s;
    const GuardEntry *low = guard.find(ones);
    const GuardEntry *high = guard.find(word.sliced(joint + 3));
    if (!low || !high || !(low->classes & guard::Number) || !(high->classes & guard::Number) || low->value > 9 || high->value < 20)
        return {};
    return low->value + high->value;
}

class Numbers
{
public:
    explicit Numbers(ComparedText &text) : m_text(text), m_guard(GuardWords::of(text.language)) {}

    void run()
    {
        std::vector<ComparedWord> out;
        out.reserve(m_text.words.size());
        for (size_t i = 0; i < m_text.words.size();) {
            size_t end = i;
            const auto value = valueAt(i, end);
            if (!value) {
                ComparedWord &word = m_text.words[i];
                word.classes &= ~quint32(guard::Magnitude | guard::Number);
                out.push_back(std::move(word));
                ++i;
                continue;
            }
            ComparedWord number = m_text.words[i];
            for (size_t more = i + 1; more < end; ++more) {
                number.key += u' ' + m_text.words[more].key;
                number.span.end = m_text.words[more].span.end;
            }
            number.classes = (number.classes & ~quint32(guard::Magnitude | guard::Name)) | guard::Number;
            number.sense = QString::number(*value, 'g', 15) + (isOrdinal(m_text.words[end - 1].key) ? u"."_s : QString());
            out.push_back(std::move(number));
            i = end;
        }
        m_text.words = std::move(out);
    }

private:
    enum class Sort : quint8 { None, Digits, Ones, Tens, Magnitude };
    struct Part {
        Sort sort = Sort::None;
        double value = 0;
    };

    [[nodiscard]] Part partAt(size_t i) const
    {
        if (i >= m_text.words.size())
            return {};
        const ComparedWord &word = m_text.words[i];
        if (word.key[0].isDigit()) {
            const auto value = valueOfDigits(word.key, m_text.language == u"de");
            return value ? Part{Sort::Digits, *value} : Part{};
        }
        const GuardEntry *known = m_guard.find(word.key);
        if (known && (known->classes & guard::Magnitude)) {
            // One letter is a magnitude only when it stands right behind digits.
            const bool mayStand = word.key.size() > 1 || (word.isLinked && i > 0 && m_text.words[i - 1].key[0].isDigit());
            return mayStand ? Part{Sort::Magnitude, known->value} : Part{};
        }
        if (known && (known->classes & guard::Number))
            return {known->value >= 20 ? Sort::Tens : Sort::Ones, known->value};
        if (const auto compound = m_text.language == u"de" ? germanCompound(word.key, m_guard) : std::nullopt)
            return {Sort::Ones, *compound};
        return {};
    }

    std::optional<double> valueAt(size_t at, size_t &end) const
    {
        Part part = partAt(at);
        if (part.sort == Sort::None)
            return {};
        // "one of the" counts nothing; "one year" does.
        const bool isPronoun = part.sort == Sort::Ones && part.value == 1 && m_text.words[at].key == u"one";
        if (isPronoun && partAt(at + 1).sort != Sort::Magnitude && (at + 1 >= m_text.words.size() || !m_text.words[at + 1].is(guard::Unit)))
            return {};
        double total = 0;
        double current = part.value;
        Sort last = part.sort;
        for (end = at + 1;; ++end) {
            size_t next = end;
            const bool wantsAnd = last == Sort::Magnitude && next < m_text.words.size() && m_text.words[next].key == u"and";
            if (wantsAnd)
                ++next;
            part = partAt(next);
            if (part.sort == Sort::Magnitude && part.value == 100 && last != Sort::Digits) {
                current *= 100;
            } else if (part.sort == Sort::Magnitude && !wantsAnd && (last != Sort::Magnitude || current < 1000)) {
                total += current * part.value;
                current = 0;
            } else if ((part.sort == Sort::Ones && part.value >= 1 && last == Sort::Tens && part.value < 10) || (last == Sort::Magnitude && isWhole(part))) {
                current += part.value;
            } else {
                break;
            }
            last = part.sort;
            end = next;
        }
        return total + current;
    }

    [[nodiscard]] static bool isWhole(const Part &part) { return (part.sort == Sort::Ones || part.sort == Sort::Tens) && part.value >= 1; }

    ComparedText &m_text;
    const GuardWords &m_guard;
};

} // namespace

void joinNumbers(ComparedText &text)
{
    Numbers(text).run();
}

bool isOrdinal(const QString &key)
{
    static const QSet<QString> words{u"first"_s, u"third"_s, u"fourth"_s, u"fifth"_s, u"sixth"_s, u"seventh"_s, u"eighth"_s, u"ninth"_s, u"tenth"_s};
    const bool hasEnding = key.size() > 2 && key[0].isDigit() && (key.endsWith("st"_L1) || key.endsWith("nd"_L1) || key.endsWith("rd"_L1) || key.endsWith("th"_L1));
    return hasEnding || words.contains(key);
}

std::optional<double> valueOfDigits(QStringView digits, bool german)
{
    qsizetype end = 0;
    while (end < digits.size() && (digits[end].isDigit() || digits[end] == u'.' || digits[end] == u','))
        ++end;
    QString plain;
    const QStringView number = digits.first(end);
    const qsizetype points = number.count(u'.');
    const qsizetype commas = number.count(u',');
    QChar decimal;
    const auto isGroups = [number](QChar sign) {
        const auto parts = number.split(sign);
        for (qsizetype i = 1; i < parts.size(); ++i) {
            if (parts[i].size() != 3)
                return false;
        }
        return !parts.front().isEmpty() && parts.front().size() <= 3;
    };
    if (points > 0 && commas > 0)
        decimal = number.lastIndexOf(u'.') > number.lastIndexOf(u',') ? u'.' : u',';
    else if (commas > 0)
        decimal = isGroups(u',') && !(german && commas == 1) ? QChar() : QChar(u',');
    else if (points > 0)
        decimal = isGroups(u'.') && (german || points > 1) ? QChar() : QChar(u'.');
    for (const QChar c : number) {
        if (c.isDigit())
            plain += QChar(u'0' + c.digitValue());
        else if (c == decimal)
            plain += u'.';
    }
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace onrecord::match
