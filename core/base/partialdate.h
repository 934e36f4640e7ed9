// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtTypes>
#include <compare>
#include <optional>

namespace onrecord {

/// How fine a date is known. Ordered from nothing to finest.
enum class Precision : quint8 { Unknown = 0, Year = 1, Month = 2, Day = 3, Minute = 4, Second = 5 };

/// Where a date, or any other field of an article, comes from. Stored as number: never renumber.
enum class Basis : quint8 {
    None = 0,         ///< not known, nothing claims it
    Stated = 1,       ///< printed in the text
    Metadata = 2,     ///< the file's markup says so (JSON-LD, OpenGraph, meta, <time>)
    Header = 3,       ///< the file's own header block (Markdown front matter, mail header)
    PublicRecord = 4, ///< known from outside, not from this text
    Resolved = 5,     ///< worked out from relative words and another date
    Inferred = 6,     ///< worked out from content ("after 27 January")
    FileName = 7,
    User = 8,         ///< somebody set it by hand
};

/// One end of a PartialDate: a calendar point known to `precision`. Months and days count from 1.
struct DatePoint {
    Precision precision = Precision::Unknown;
    qint32 year = 0;
    qint8 month = 0;
    qint8 day = 0;
    qint8 hour = 0;
    qint8 minute = 0;
    qint8 second = 0;
    /// Minutes east of UTC where the source says so; nothing means "local to the source, unknown".
    std::optional<qint16> utcOffset = std::nullopt;

    friend auto operator<=>(const DatePoint &, const DatePoint &) = default;
};

/// A date that may be vague: a point known to a precision, an interval, or open at one end.
/// Never coerced to a finer date than the source gives. Written and read as a subset of EDTF
/// (ISO 8601-2:2019 level 1): `2025`, `2025-01`, `2025-01-27`, `2025-01-27T14:05Z`,
/// `2025-01~` (about), `2025-01-24/2025-01-30`, `2025-01-27/..` (after), `../2025-01-27` (before).
/// Proleptic Gregorian calendar, years -9999..9999.
class PartialDate
{
public:
    PartialDate() = default;
    static PartialDate year(int y);
    static PartialDate month(int y, int m);
    static PartialDate day(int y, int m, int d);
    static PartialDate at(const DatePoint &point);
    static PartialDate between(const DatePoint &from, const DatePoint &to);
    static PartialDate after(const DatePoint &from);
    static PartialDate before(const DatePoint &to);

    /// Nothing when the words are not a valid EDTF date of the subset above (30 February is not).
    static std::optional<PartialDate> fromEdtf(QStringView words);
    /// Empty for an unknown date; otherwise fromEdtf(toEdtf()) is the same date.
    [[nodiscard]] QString toEdtf() const;

    [[nodiscard]] bool isKnown() const { return m_from.precision != Precision::Unknown || m_to.precision != Precision::Unknown; }
    [[nodiscard]] bool isInterval() const { return m_interval; }
    [[nodiscard]] bool isOpenStart() const { return m_interval && m_from.precision == Precision::Unknown; }
    [[nodiscard]] bool isOpenEnd() const { return m_interval && m_to.precision == Precision::Unknown; }
    [[nodiscard]] bool isApproximate() const { return m_approximate; }
    void setApproximate(bool on) { m_approximate = on; }
    /// Of a point its own, of an interval the coarser of its known ends.
    [[nodiscard]] Precision precision() const;
    [[nodiscard]] const DatePoint &from() const { return m_from; }
    [[nodiscard]] const DatePoint &to() const { return m_interval ? m_to : m_from; }

    /// First and last second that the date can mean, seconds since 1970-01-01 UTC; a date without zone is
    /// read as UTC. INT64_MIN / INT64_MAX stand for an open end; both are 0 where nothing is known.
    [[nodiscard]] qint64 earliest() const;
    [[nodiscard]] qint64 latest() const;

    friend bool operator==(const PartialDate &, const PartialDate &) = default;

private:
    DatePoint m_from;
    DatePoint m_to;
    bool m_interval = false;
    bool m_approximate = false;
};

/// A date with where it comes from and the words that gave it ("last Monday"; may be empty).
struct Dated {
    PartialDate when;
    Basis basis = Basis::None;
    QString words;

    friend bool operator==(const Dated &, const Dated &) = default;
};

/// The order of first appearance: a before b only when a's latest second lies before b's earliest.
/// An unknown date is never before anything.
[[nodiscard]] bool isCertainlyBefore(const PartialDate &a, const PartialDate &b);

} // namespace onrecord
