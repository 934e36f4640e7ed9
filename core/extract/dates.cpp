// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/comingdays.h"
#include "core/extract/daytimes.h"
#include "core/extract/digitdates.h"
#include "core/extract/phrases.h"
#include "core/extract/spandates.h"

#include <QDate>
#include <algorithm>
#include <array>
#include <cmath>

/// Finds dates and resolves relative ones against the day of publication. Precision stays what the words give.
namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;
using namespace word;

constexpr std::array monthNames{u"jan", u"feb", u"mar", u"apr", u"may", u"jun", u"jul", u"aug", u"sep", u"oct", u"nov", u"dec"};
constexpr std::array germanMonths{u"jan", u"feb", u"mär", u"apr", u"mai", u"jun", u"jul", u"aug", u"sep", u"okt", u"nov", u"dez"};
constexpr std::array dayNames{u"mon", u"tue", u"wed", u"thu", u"fri", u"sat", u"sun"};
constexpr std::array germanDays{u"mon", u"die", u"mit", u"don", u"fre", u"sam", u"son"};

constexpr WordSet comingWeek{u"next", u"nächster", u"nächsten", u"kommender", u"kommenden"};

/// Days and spans beside the day of publication begin with these.
constexpr WordSet relativeWords{u"today", u"yesterday", u"tomorrow", u"tonight", u"heute", u"gestern", u"vorgestern", u"morgen", u"übermorgen", u"this", u"diese", u"dieser", u"dieses", u"diesem", u"diesen", u"kommende", u"kommenden", u"kommendes", u"voriges", u"vorigen", u"vorige", u"nächstem", u"nächstes", u"letztes", u"letztem",
                                u"last", u"letzte", u"letzten", u"vergangene", u"vergangenen", u"next", u"nächste", u"nächsten", u"ago", u"vor"};

class DateFinder
{
public:
    DateFinder(Reading &reading, Extraction &out) : r(reading), m_out(out)
    {
        const DatePoint &p = r.options->published.from();
        if (r.options->published.isKnown() && !r.options->published.isOpenStart() && p.precision >= Precision::Day)
            m_published = QDate(p.year, p.month, p.day);
    }

    void run()
    {
        for (int t = 0; t < r.count();) {
            const int next = r.is(t, DateStart) ? dateAt(t) : t;
            t = next > t ? next : t + 1;
        }
    }

private:
    [[nodiscard]] bool isWordAt(int t, Folded w) const { return t >= 0 && t < r.count() && r.isWord(t, w); }

    int dateAt(int t)
    {
        const Token &token = r.tok(t);
        if (token.shape == TokenShape::Word) {
            if (r.is(t, Month) && token.isCapital)
                return monthAt(t);
            if (r.is(t, Weekday) && token.isCapital)
                return weekdayAt(t);
            return relativeAt(t);
        }
        if (token.shape == TokenShape::Number)
            return numberAt(t);
        return t;
    }

    template<size_t N>
    [[nodiscard]] static int indexOf(const std::array<const char16_t *, N> &names, QStringView word)
    {
        for (size_t i = 0; i < N; ++i) {
            if (word.startsWith(QStringView(names[i]), Qt::CaseInsensitive))
                return static_cast<int>(i) + 1;
        }
        return 0;
    }

    [[nodiscard]] int monthOf(int t) const { return r.isGerman ? indexOf(germanMonths, r.word(t)) : indexOf(monthNames, r.word(t)); }

    [[nodiscard]] int smallNumber(int t) const
    {
        if (t < 0 || t >= r.count() || r.tok(t).shape != TokenShape::Number)
            return 0;
        QStringView w = r.word(t);
        while (!w.isEmpty() && !w.back().isDigit())
            w.chop(1);
        bool ok = false;
        const int n = w.toInt(&ok);
        return ok && n >= 1 && n <= 31 && w.size() <= 2 ? n : 0;
    }

    [[nodiscard]] int yearAt(int t) const
    {
        if (t < 0 || t >= r.count() || r.tok(t).shape != TokenShape::Number || r.word(t).size() != 4)
            return 0;
        bool ok = false;
        const int n = r.word(t).toInt(&ok);
        return ok && n >= 1000 && n <= 2100 ? n : 0;
    }

    void add(int first, int last, const PartialDate &when, Basis basis, const QString &rule)
    {
        FoundDate date;
        date.content = {r.tok(first).start, r.tok(last).end};
        date.when.when = when;
        date.when.basis = when.isKnown() ? basis : Basis::None;
        date.when.words = r.textOf(date.content).toString();
        date.rule = rule;
        m_out.dates.push_back(date);
    }

    int monthAt(int t)
    {
        const int month = monthOf(t);
        // "May" and "March" are verbs and names too: they need a number beside them or a preposition before.
        int first = t;
        int last = t;
        int day = 0;
        if (r.isGerman && r.isSign(std::max(0, t - 1), u'.') && smallNumber(t - 2) > 0) {
            day = smallNumber(t - 2);
            first = t - 2;
        } else if (isWordAt(t - 1, u"of") && smallNumber(t - 2) > 0) { // "the 30th of May"
            day = smallNumber(t - 2);
            first = t - 2;
        } else if (smallNumber(t - 1) > 0 && r.tok(t - 1).spaceBefore) {
            day = smallNumber(t - 1);
            first = t - 1;
        } else if (smallNumber(t + 1) > 0) {
            day = smallNumber(t + 1);
            last = t + 1;
        }
        int year = 0;
        int after = last + 1;
        if (after < r.count() && r.isSign(after, u','))
            ++after;
        if (yearAt(after) > 0) {
            year = yearAt(after);
            last = after;
        }
        if (month == 0 || (day == 0 && year == 0 && !isTemporal(t - 1)))
            return t;
        const bool stated = year > 0;
        if (!stated)
            year = isOver(first) ? lastYear(month, day) : nearestYear(month, day);
        if (day > 0 && !QDate::isValid(year > 0 ? year : 2000, month, day))
            return t;
        const PartialDate when = year == 0 ? PartialDate() : day > 0 ? dayWithTime(first, last, QDate(year, month, day)) : PartialDate::month(year, month);
        add(first, last, when, stated ? Basis::Stated : Basis::Resolved, stated ? u"calendar date"_s : u"date without its year"_s);
        return last + 1;
    }

    /// The day, with the time that is printed before or behind it; first and last then hold that too.
    [[nodiscard]] PartialDate dayWithTime(int &first, int &last, QDate day) const
    {
        const auto before = timeBefore(r, first);
        const auto time = before ? before : timeBehind(r, last);
        if (!time || r.isGerman)
            return PartialDate::day(day.year(), day.month(), day.day());
        first = std::min(first, time->first);
        last = std::max(last, time->last);
        return PartialDate::at({.precision = Precision::Minute, .year = day.year(), .month = static_cast<qint8>(day.month()), .day = static_cast<qint8>(day.day()),
                                .hour = static_cast<qint8>(time->hour), .minute = static_cast<qint8>(time->minute), .utcOffset = time->utcOffset});
    }

    /// "opened on Sept. 9": right behind a verb of the past. What is planned on a day may be still to come.
    [[nodiscard]] bool isOver(int first) const
    {
        const int verb = first - 2;
        static constexpr WordSet ahead{u"planned", u"scheduled", u"set", u"expected", u"slated", u"due", u"booked", u"let"};
        return !r.isGerman && verb > 0 && (isWordAt(first - 1, u"on") || isWordAt(first - 1, u"in")) && r.is(verb, Past) && !r.opensSentence[static_cast<size_t>(verb)]
            && !r.isAny(verb, ahead) && !isToCome(r, verb);
    }

    [[nodiscard]] bool isTemporal(int t) const
    {
        static constexpr WordSet parts{u"end", u"beginning", u"start", u"middle"};
        if (isWordAt(t, u"of") && t > 0 && r.isAny(t - 1, parts)) // "the end of March"
            return true;
        for (const Folded w : {Folded(u"in"), Folded(u"since"), Folded(u"until"), Folded(u"by"), Folded(u"last"), Folded(u"this"), Folded(u"next"), Folded(u"early"), Folded(u"late"),
                                    Folded(u"im"), Folded(u"seit"), Folded(u"bis"), Folded(u"anfang"), Folded(u"ende"), Folded(u"mitte")}) {
            if (isWordAt(t, w))
                return true;
        }
        return false;
    }

    /// A date without its year is the one nearest to the day of publication, half a year either way.
    [[nodiscard]] int nearestYear(int month, int day) const
    {
        if (!m_published.isValid())
            return 0;
        const QDate same(m_published.year(), month, std::min(day > 0 ? day : 15, 28));
        constexpr int halfYear = 183;
        if (m_published.daysTo(same) > halfYear)
            return m_published.year() - 1;
        return m_published.daysTo(same) < -halfYear ? m_published.year() + 1 : m_published.year();
    }

    /// The year of the last such date up to the day of publication.
    [[nodiscard]] int lastYear(int month, int day) const
    {
        if (!m_published.isValid())
            return 0;
        const bool later = month > m_published.month() || (month == m_published.month() && day > m_published.day());
        return m_published.year() - (later ? 1 : 0);
    }

    /// "|Monday|, 4 May", "|Dienstag|, dem 5. Mai": the day behind it tells by itself.
    [[nodiscard]] bool isDayBehind(int t) const
    {
        int k = t + 1;
        if (k < r.count() && r.isSign(k, u','))
            ++k;
        if (isWordAt(k, u"the") || isWordAt(k, u"dem") || isWordAt(k, u"den"))
            ++k;
        if (k + 1 >= r.count() || r.tok(k).startsParagraph)
            return false;
        const int month = smallNumber(k) > 0 ? k + (r.isSign(k + 1, u'.') && k + 2 < r.count() ? 2 : 1) : k;
        const bool named = r.is(month, Month) && r.tok(month).isCapital && (month > k || smallNumber(k + 1) > 0);
        const auto digits = r.tok(k).shape == TokenShape::Number ? digitDateAt(r, k) : std::nullopt;
        return named || (digits && digits->day > 0);
    }

    /// "Tuesday |last week|", "Dienstag |vergangener Woche|": the last token of the week it is in; `t` when none is told.
    [[nodiscard]] int lastOfWeekBehind(int t) const
    {
        static constexpr WordSet weeks{u"week", u"woche"};
        static constexpr WordSet which{u"last", u"next", u"letzter", u"letzten", u"vergangener", u"vergangenen", u"voriger", u"vorigen", u"nächster", u"nächsten", u"kommender", u"kommenden"};
        int k = t + 1;
        if (isWordAt(k, u"of") || isWordAt(k, u"der") || isWordAt(k, u"in"))
            ++k;
        if (isWordAt(k, u"der"))
            ++k;
        return k + 1 < r.count() && r.isAny(k, which) && r.isAny(k + 1, weeks) ? k + 1 : t;
    }

    int weekdayAt(int t)
    {
        const int wanted = r.isGerman ? indexOf(germanDays, r.word(t)) : indexOf(dayNames, r.word(t));
        if (wanted == 0 || r.word(t).endsWith(u"days") || isDayBehind(t))
            return t;
        if (const int last = lastOfWeekBehind(t); last > t) {
            const int step = r.isAny(last - 1, comingWeek) ? 1 : -1;
            PartialDate when;
            if (m_published.isValid()) {
                const QDate day = m_published.addDays(7 * step + wanted - m_published.dayOfWeek());
                when = PartialDate::day(day.year(), day.month(), day.day());
            }
            add(t, last, when, Basis::Resolved, u"weekday of another week"_s);
            return last + 1;
        }
        const bool next = isWordAt(t - 1, u"next") || isWordAt(t - 1, u"coming") || isWordAt(t - 1, u"nächsten") || isWordAt(t - 1, u"kommenden");
        const bool past = isWordAt(t - 1, u"last") || isWordAt(t - 1, u"letzten") || isWordAt(t - 1, u"vergangenen") || isWordAt(t - 1, u"vorigen");
        const int first = next || past ? t - 1 : t;
        const bool ahead = !next && !past && isAhead(r, first);
        PartialDate when;
        if (m_published.isValid()) {
            int back = (m_published.dayOfWeek() - wanted + 7) % 7;
            if (past && back == 0)
                back = 7;
            QDate day = m_published.addDays(-back);
            if (next || (ahead && (back > 0 || isDeadline(r, first - 1))))
                day = day.addDays(7);
            when = PartialDate::day(day.year(), day.month(), day.day());
        }
        add(first, t, when, Basis::Resolved, ahead ? u"weekday after publication"_s : u"weekday before publication"_s);
        return t + 1;
    }

    int relativeAt(int t)
    {
        if (isWordAt(t, u"ago") || (r.isGerman && isWordAt(t, u"vor")))
            return spanAt(t);
        struct Near {
            Folded word;
            int days;
        };
        static constexpr std::array nears{Near{u"today", 0}, Near{u"yesterday", -1}, Near{u"tomorrow", 1}, Near{u"tonight", 0},
                                          Near{u"heute", 0}, Near{u"gestern", -1}, Near{u"vorgestern", -2}, Near{u"morgen", 1}, Near{u"übermorgen", 2}};
        for (const Near &near : nears) {
            if (!isWordAt(t, near.word) || (near.word == Folded(u"morgen") && r.tok(t).isCapital) || isPossessed(t))
                continue;
            const bool before = isWordAt(t - 1, u"before") && isWordAt(t - 2, u"day"); // "the day before yesterday"
            const bool after = isWordAt(t - 1, u"after") && isWordAt(t - 2, u"day");
            PartialDate when;
            if (m_published.isValid()) {
                const QDate day = m_published.addDays(near.days + (after ? 1 : before ? -1 : 0));
                when = PartialDate::day(day.year(), day.month(), day.day());
            }
            add(before || after ? t - 2 : t, t, when, Basis::Resolved, u"day beside publication"_s);
            return t + 1;
        }
        return spanAt(t);
    }

    int spanAt(int t)
    {
        const auto span = spanDateAt(r, t, m_published);
        if (!span)
            return t;
        add(span->first, span->last, span->when, Basis::Resolved, u"span beside publication"_s);
        return span->last + 1;
    }

    [[nodiscard]] bool isPossessed(int t) const { return t + 1 < r.count() && r.tok(t + 1).shape == TokenShape::Clitic; }

    /// "3.5.2025", "24.12.": a date all in figures. What could be two days is consumed and no date.
    int digitsAt(int t, const DigitDate &date)
    {
        if (date.day > 0) {
            const int year = date.year > 0 ? date.year : nearestYear(date.month, date.day);
            const PartialDate when = year > 0 && QDate::isValid(year, date.month, date.day) ? PartialDate::day(year, date.month, date.day) : PartialDate();
            add(t, date.last, when, date.year > 0 ? Basis::Stated : Basis::Resolved, date.year > 0 ? u"calendar date"_s : u"date without its year"_s);
        }
        return date.last + 1;
    }

    /// A year by itself, an ISO date, "the 2020s".
    int numberAt(int t)
    {
        if (const auto digits = digitDateAt(r, t))
            return digitsAt(t, *digits);
        const QStringView w = r.word(t);
        const auto number = [&](int k, qsizetype digits) {
            if (k >= r.count() || r.tok(k).shape != TokenShape::Number || r.word(k).size() != digits || r.tok(k).spaceBefore)
                return 0;
            return r.word(k).toInt();
        };
        const int year = yearAt(t);
        if (year > 0 && t + 4 < r.count() && r.isSign(t + 1, u'-') && r.isSign(t + 3, u'-') && number(t + 2, 2) > 0 && number(t + 4, 2) > 0
            && QDate::isValid(year, number(t + 2, 2), number(t + 4, 2))) {
            add(t, t + 4, PartialDate::day(year, number(t + 2, 2), number(t + 4, 2)), Basis::Stated, u"calendar date"_s);
            return t + 5;
        }
        if (w.size() == 5 && w.endsWith(u"0s") && w.first(4).toInt() >= 1500) {
            const int decade = w.first(4).toInt();
            add(t, t, PartialDate::between({.precision = Precision::Year, .year = decade}, {.precision = Precision::Year, .year = decade + 9}), Basis::Stated, u"decade"_s);
            return t + 1;
        }
        constexpr int firstLikely = 1500;
        if (year < firstLikely || r.mentionOf[static_cast<size_t>(t)] >= 0)
            return t;
        const bool counted = t + 1 < r.count() && !r.tok(t + 1).startsParagraph && r.is(t + 1, Unit);
        if (counted || (t > 0 && !r.tok(t).spaceBefore && r.tok(t - 1).shape == TokenShape::Point && r.tok(t - 1).sign != u'('))
            return t;
        add(t, t, PartialDate::year(year), Basis::Stated, u"year"_s);
        return t + 1;
    }

    Reading &r;
    Extraction &m_out;
    QDate m_published;
};

} // namespace

std::vector<quint64> wordsOfDates()
{
    std::vector<quint64> out;
    for (const Folded word : relativeWords.words)
        out.push_back(word.hash);
    return out;
}

void findDates(Reading &reading, Extraction &out)
{
    DateFinder(reading, out).run();
}

} // namespace onrecord::extract
