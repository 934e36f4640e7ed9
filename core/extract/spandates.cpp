// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/spandates.h"

#include "core/extract/quantity.h"

#include <cmath>

namespace onrecord::extract {

namespace {

class Spans
{
public:
    Spans(const Reading &reading, QDate published) : r(reading), m_published(published) {}

    [[nodiscard]] std::optional<SpanDate> at(int t) const
    {
        if (isWordAt(t, u"ago"))
            return passedAt(t, t - 2);
        return r.isGerman && isWordAt(t, u"vor") ? passedAt(t, t + 1) : spanAt(t);
    }

private:
    [[nodiscard]] bool isWordAt(int t, Folded w) const { return t >= 0 && t < r.count() && r.isWord(t, w); }

    /// "two years ago", "vor drei Tagen": the count stands at token `number`, its unit behind it. A count of years gives a year, no day.
    [[nodiscard]] std::optional<SpanDate> passedAt(int t, int number) const
    {
        if (number < 0 || number + 1 >= r.count() || r.tok(number + 1).startsParagraph)
            return {};
        const bool one = isWordAt(number, u"a") || isWordAt(number, u"an") || isWordAt(number, u"einem") || isWordAt(number, u"einer");
        const Quantity q = one ? Quantity{} : quantityAt(r, number);
        const double count = one ? 1 : q.last == number ? q.value.value_or(0) : 0;
        constexpr double most = 99;
        PartialDate when;
        if (isWordAt(number - 1, u"half") || count < 1 || count > most || count != std::floor(count) || !passed(number + 1, static_cast<int>(count), when))
            return {};
        const int first = std::min(t, number);
        if (when.isKnown() && isRough(first))
            when.setApproximate(true);
        const int last = std::max(t, number + 1);
        return SpanDate{first, last, when};
    }

    /// What so many of the unit at token `unit` before publication was. False when that is no unit of time that gives a date.
    [[nodiscard]] bool passed(int unit, int count, PartialDate &when) const
    {
        static constexpr WordSet days{u"day", u"days", u"tag", u"tagen"};
        static constexpr WordSet weeks{u"week", u"weeks", u"woche", u"wochen"};
        static constexpr WordSet months{u"month", u"months", u"monat", u"monaten"};
        static constexpr WordSet years{u"year", u"years", u"jahr", u"jahren"};
        const bool isDays = r.isAny(unit, days);
        const bool isWeeks = r.isAny(unit, weeks);
        const bool isMonths = r.isAny(unit, months);
        if (!isDays && !isWeeks && !isMonths && !r.isAny(unit, years))
            return false;
        if (!m_published.isValid())
            return true;
        const QDate day = isDays ? m_published.addDays(-count) : isWeeks ? m_published.addDays(-7 * count) : isMonths ? m_published.addMonths(-count) : m_published.addYears(-count);
        when = isDays ? PartialDate::day(day.year(), day.month(), day.day()) : isWeeks ? weekOf(day, false)
            : isMonths ? PartialDate::month(day.year(), day.month()) : PartialDate::year(day.year());
        return true;
    }

    /// "about two years ago", "more than a year ago", "vor rund": the words before a count that make it rough.
    [[nodiscard]] bool isRough(int first) const
    {
        static constexpr WordSet rough{u"about", u"around", u"nearly", u"almost", u"some", u"roughly", u"than", u"over", u"or"};
        return first > 0 && r.isAny(first - 1, rough);
    }

    /// "this week", "last month", "earlier this year"
    [[nodiscard]] std::optional<SpanDate> spanAt(int t) const
    {
        const bool isThis = isWordAt(t, u"this") || isWordAt(t, u"diese") || isWordAt(t, u"dieser") || isWordAt(t, u"dieses") || isWordAt(t, u"diesem") || isWordAt(t, u"diesen");
        const bool isLast = isWordAt(t, u"last") || isWordAt(t, u"letzte") || isWordAt(t, u"letzten") || isWordAt(t, u"vergangene") || isWordAt(t, u"vergangenen") || isWordAt(t, u"vorige") || isWordAt(t, u"vorigen") || isWordAt(t, u"voriges") || isWordAt(t, u"letztes") || isWordAt(t, u"letztem");
        const bool isNext = isWordAt(t, u"next") || isWordAt(t, u"nächste") || isWordAt(t, u"nächsten") || isWordAt(t, u"nächstes") || isWordAt(t, u"nächstem") || isWordAt(t, u"kommende") || isWordAt(t, u"kommenden") || isWordAt(t, u"kommendes");
        if ((!isThis && !isLast && !isNext) || t + 1 >= r.count())
            return {};
        const int step = isThis ? 0 : isLast ? -1 : 1;
        const int first = isWordAt(t - 1, u"earlier") || isWordAt(t - 1, u"later") ? t - 1 : t;
        PartialDate when;
        if (isWordAt(t + 1, u"week") || isWordAt(t + 1, u"woche")) {
            if (m_published.isValid())
                when = weekOf(m_published.addDays(7 * step), first < t && isThis);
        } else if (isWordAt(t + 1, u"month") || isWordAt(t + 1, u"monat")) {
            if (m_published.isValid()) {
                const QDate day = m_published.addMonths(step);
                when = PartialDate::month(day.year(), day.month());
            }
        } else if (isWordAt(t + 1, u"year") || isWordAt(t + 1, u"jahr") || isWordAt(t + 1, u"jahres")) {
            if (m_published.isValid())
                when = PartialDate::year(m_published.year() + step);
        } else {
            return {};
        }
        return SpanDate{first, t + 1, when};
    }

    [[nodiscard]] PartialDate weekOf(QDate day, bool upToDay) const
    {
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        const QDate end = upToDay ? day : monday.addDays(6);
        const auto point = [](QDate d) {
            return DatePoint{.precision = Precision::Day, .year = d.year(), .month = static_cast<qint8>(d.month()), .day = static_cast<qint8>(d.day())};
        };
        if (monday == end)
            return PartialDate::at(point(monday));
        return PartialDate::between(point(monday), point(end));
    }

    const Reading &r;
    QDate m_published;
};

} // namespace

std::optional<SpanDate> spanDateAt(const Reading &reading, int t, QDate published)
{
    return Spans(reading, published).at(t);
}

} // namespace onrecord::extract
