// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"

#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>
#include <limits>
#include <utility>

namespace onrecord::present {

using namespace Qt::StringLiterals;

namespace {

class Dates
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Dates)
};

struct Style {
    QLocale locale;
    bool isShort = false;
};

bool isField(QChar c)
{
    return c == u'd' || c == u'M' || c == u'y';
}

/// A QLocale date format without the runs of one field letter and the literals that follow them: of "dddd, d MMMM yyyy" without
/// `d` of length > 2 that is "d MMMM yyyy", in whatever order the locale has.
QString withoutField(const QString &format, QChar letter, bool longRunsOnly)
{
    QString out;
    for (qsizetype i = 0; i < format.size();) {
        qsizetype end = i;
        if (format[i] == u'\'') {
            end = format.indexOf(u'\'', i + 1);
            end = end < 0 ? format.size() : end + 1;
        } else {
            while (end < format.size() && format[end] == format[i])
                ++end;
        }
        if (format[i] != letter || (longRunsOnly && end - i <= 2)) {
            out += QStringView(format).sliced(i, end - i);
            i = end;
            continue;
        }
        bool quoted = false;
        while (end < format.size() && (quoted || !isField(format[end]))) {
            quoted ^= format[end] == u'\'';
            ++end;
        }
        i = end;
    }
    out = out.trimmed();
    while (!out.isEmpty() && (out.back() == u',' || out.back() == u'-' || out.back() == u'/' || out.back() == QChar(0x060C)))
        out = out.chopped(1).trimmed();
    return out;
}

/// Where the run of a field letter stands outside quoted literals; length 0 when it is not there.
std::pair<qsizetype, qsizetype> fieldOf(const QString &format, QChar letter)
{
    bool quoted = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        quoted ^= format[i] == u'\'';
        if (quoted || format[i] != letter)
            continue;
        qsizetype end = i;
        while (end < format.size() && format[end] == letter)
            ++end;
        return {i, end - i};
    }
    return {-1, 0};
}

/// The format with a field replaced by fixed words.
QString withLiteral(QString format, QChar letter, QString words)
{
    const auto [at, length] = fieldOf(format, letter);
    return length == 0 ? format : format.replace(at, length, u'\'' + words.replace(u'\'', QLatin1String("\'\'")) + u'\'');
}

/// The locale's own long date without the name of the weekday: only the order and the literals are taken from it, so a
/// locale's choice of digits for the month never hides its name.
QString dayFormat(const Style &style)
{
    QString format = withoutField(style.locale.dateFormat(QLocale::LongFormat), u'd', true);
    if (fieldOf(format, u'd').second == 0 || fieldOf(format, u'M').second == 0 || fieldOf(format, u'y').second == 0)
        format = QStringLiteral("d MMMM yyyy");
    if (style.isShort)
        format.replace(QLatin1String("MMMM"), QLatin1String("MMM"));
    return format;
}

QString monthFormat(const Style &style)
{
    return withoutField(dayFormat(style), u'd', false);
}

/// Astronomical year 0 is 1 BC.
QString yearWords(int year, const Style &style)
{
    QLocale plain = style.locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return year > 0 ? plain.toString(year) : Dates::tr("%1 BC", "a year before our era").arg(plain.toString(1 - year));
}

QString formatted(const QDate &date, const QString &format, const Style &style)
{
    return style.locale.toString(date, format);
}

/// QDate has no year 0, and its locale formats no years before it: the year is put in as a literal.
QString withYear(const QString &format, int year, const Style &style)
{
    return withLiteral(format, u'y', yearWords(year, style));
}

/// A year of the same leap shape that every QLocale can format.
QDate dateOf(const DatePoint &p)
{
    return {2000 + ((p.year % 400) + 400) % 400, p.precision >= Precision::Month ? p.month : 1, p.precision >= Precision::Day ? p.day : 1};
}

QString zoneWords(qint16 offset, const Style &style)
{
    if (offset == 0)
        return QStringLiteral("UTC");
    const int minutes = qAbs(static_cast<int>(offset));
    QString out = QStringLiteral("UTC") + (offset < 0 ? QChar(0x2212) : QChar(u'+')) + style.locale.toString(minutes / 60);
    if (minutes % 60 != 0)
        out += u':' + QString::number(minutes % 60).rightJustified(2, u'0');
    return out;
}

QString pointInWords(const DatePoint &p, const Style &style)
{
    switch (p.precision) {
    case Precision::Unknown:
        return {};
    case Precision::Year:
        return yearWords(p.year, style);
    case Precision::Month:
        return formatted(dateOf(p), withYear(monthFormat(style), p.year, style), style);
    case Precision::Day:
    case Precision::Minute:
    case Precision::Second:
        break;
    }
    QString out = formatted(dateOf(p), withYear(dayFormat(style), p.year, style), style);
    if (p.precision >= Precision::Minute) {
        const QTime time(p.hour, p.minute, p.second);
        const bool hasSeconds = p.precision == Precision::Second && !style.isShort;
        out += QStringLiteral(", ") + time.toString(hasSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
        if (p.utcOffset && !style.isShort)
            out += u' ' + zoneWords(*p.utcOffset, style);
    }
    return out;
}

/// Both ends with what they share said once: "24–30 January 2025", "January–March 2025", "2024–2025".
QString rangeOf(const DatePoint &a, const DatePoint &b, const Style &style)
{
    const QChar dash(0x2013);
    if (a == b)
        return pointInWords(a, style);
    if (a.precision == b.precision && a.precision == Precision::Year)
        return yearWords(a.year, style) + dash + yearWords(b.year, style);
    if (a.precision == b.precision && a.year == b.year && (a.precision == Precision::Month || a.precision == Precision::Day)) {
        const bool days = a.precision == Precision::Day;
        const QString format = withYear(days ? dayFormat(style) : monthFormat(style), a.year, style);
        if (days && a.month == b.month)
            return formatted(dateOf(a), withLiteral(format, u'd', style.locale.toString(a.day) + dash + style.locale.toString(b.day)), style);
        if (!days) {
            const QString name(fieldOf(format, u'M').second, u'M');
            return formatted(dateOf(a), withLiteral(format, u'M', formatted(dateOf(a), name, style) + dash + formatted(dateOf(b), name, style)), style);
        }
    }
    return pointInWords(a, style) + u' ' + dash + u' ' + pointInWords(b, style);
}

QString inWords(const PartialDate &date, const Style &style)
{
    if (!date.isKnown())
        return {};
    QString out;
    if (date.isOpenStart())
        out = Dates::tr("before %1", "a date").arg(pointInWords(date.to(), style));
    else if (date.isOpenEnd())
        out = Dates::tr("after %1", "a date").arg(pointInWords(date.from(), style));
    else
        out = date.isInterval() ? rangeOf(date.from(), date.to(), style) : pointInWords(date.from(), style);
    return date.isApproximate() ? Dates::tr("about %1", "a date").arg(out) : out;
}

DatePoint dayOf(qint64 second)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(second, QTimeZone::UTC).date();
    return {.precision = Precision::Day, .year = day.year() < 0 ? day.year() + 1 : day.year(), .month = static_cast<qint8>(day.month()),
            .day = static_cast<qint8>(day.day())};
}

} // namespace

QString dateInWords(const PartialDate &date, const QLocale &locale)
{
    const QString out = inWords(date, {locale, false});
    return out.isEmpty() ? Dates::tr("date not known") : out;
}

QString dateShort(const PartialDate &date, const QLocale &locale)
{
    return inWords(date, {locale, true});
}

QString rangeInWords(qint64 from, qint64 to, const QLocale &locale)
{
    const bool openStart = from == std::numeric_limits<qint64>::min();
    const bool openEnd = to == std::numeric_limits<qint64>::max();
    if (openStart && openEnd)
        return Dates::tr("any time");
    if (openEnd)
        return Dates::tr("since %1", "a date").arg(dateInWords(PartialDate::at(dayOf(from)), locale));
    if (openStart)
        return Dates::tr("until %1", "a date").arg(dateInWords(PartialDate::at(dayOf(to)), locale));
    return dateInWords(PartialDate::between(dayOf(from), dayOf(to)), locale);
}

QString precisionName(Precision precision)
{
    switch (precision) {
    case Precision::Unknown:
        return {};
    case Precision::Year:
        return Dates::tr("year", "how fine a date is known");
    case Precision::Month:
        return Dates::tr("month", "how fine a date is known");
    case Precision::Day:
        return Dates::tr("day", "how fine a date is known");
    case Precision::Minute:
        return Dates::tr("minute", "how fine a date is known");
    case Precision::Second:
        return Dates::tr("second", "how fine a date is known");
    }
    return {};
}

QString precisionAndBasis(const Dated &dated)
{
    if (!dated.when.isKnown())
        return {};
    // "second" alone would be read as the one after the first.
    const QString precision = dated.when.isInterval()                 ? Dates::tr("range", "how fine a date is known")
        : dated.when.precision() == Precision::Second ? Dates::tr("to the second", "how fine a date is known")
        : dated.when.precision() == Precision::Minute ? Dates::tr("to the minute", "how fine a date is known")
                                                      : precisionName(dated.when.precision());
    const QString basis = basisName(dated.basis);
    return basis.isEmpty() ? precision : precision + QStringLiteral(" · ") + basis;
}

QString howToWriteADate()
{
    return Dates::tr("Write a date as 24 January 2025, 2025-01-24, 2025-01, 2025, a range as 2025-01-24/2025-01-30, after a day as 2025-01-27/..");
}

std::optional<PartialDate> dateFromWords(const QString &words, const QLocale &locale)
{
    const QString text = words.simplified();
    if (auto date = PartialDate::fromEdtf(text))
        return date;
    const QLocale english(QLocale::English);
    for (const QLocale &in : {locale, english}) {
        for (const QString &format : {in.dateFormat(QLocale::LongFormat), in.dateFormat(QLocale::ShortFormat), u"d MMMM yyyy"_s, u"d MMM yyyy"_s,
                                      u"MMMM d, yyyy"_s, u"MMM d, yyyy"_s, u"MMMM d yyyy"_s, u"MMM d yyyy"_s}) {
            // Two digits are no year: 24/01/25 would become 1925.
            if (const QDate date = in.toDate(text, format); date.isValid() && (format.contains("yyyy"_L1) || date.year() >= 1970))
                return PartialDate::day(date.year(), date.month(), date.day());
        }
        for (const QString &format : {u"MMMM yyyy"_s, u"MMM yyyy"_s}) {
            if (const QDate date = in.toDate(text, format); date.isValid())
                return PartialDate::month(date.year(), date.month());
        }
    }
    return std::nullopt;
}

} // namespace onrecord::present
