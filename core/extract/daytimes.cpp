// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/daytimes.h"

#include <array>

namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;

/// A zone whose name means one offset, whatever the season.
struct Zone {
    QStringView name;
    qint16 minutes;
};

constexpr int hourMinutes = 60;
constexpr std::array zones{
    Zone{u"EST", -5 * hourMinutes}, Zone{u"EDT", -4 * hourMinutes}, Zone{u"CST", -6 * hourMinutes}, Zone{u"CDT", -5 * hourMinutes}, Zone{u"MST", -7 * hourMinutes},
    Zone{u"MDT", -6 * hourMinutes}, Zone{u"PST", -8 * hourMinutes}, Zone{u"PDT", -7 * hourMinutes}, Zone{u"GMT", 0}, Zone{u"UTC", 0},
    Zone{u"CET", hourMinutes}, Zone{u"CEST", 2 * hourMinutes},
};

const Zone *zoneAt(const Reading &r, int t)
{
    if (t < 0 || t >= r.count() || !r.tok(t).isAllCapital)
        return nullptr;
    for (const Zone &zone : zones) {
        if (r.word(t) == zone.name)
            return &zone;
    }
    return nullptr;
}

bool isAfternoon(const Reading &r, int t)
{
    return r.isWord(t, u"p.m.") || r.isWord(t, u"p.m") || r.isWord(t, u"pm");
}

bool isHalfDay(const Reading &r, int t)
{
    return t >= 0 && t < r.count() && (isAfternoon(r, t) || r.isWord(t, u"a.m.") || r.isWord(t, u"a.m") || r.isWord(t, u"am"));
}

/// Two digits at most, up to `most`; -1 for anything else.
int digitsAt(const Reading &r, int t, int most)
{
    bool ok = false;
    const int n = r.tok(t).shape == TokenShape::Number && r.word(t).size() <= 2 ? r.word(t).toInt(&ok) : -1;
    return ok && n <= most ? n : -1;
}

/// "3:15", "3:15 p.m.", "15:15 GMT" from token `first` on. Twelve hours want to be told which half of the day they mean.
std::optional<DayTime> timeAt(const Reading &r, int first)
{
    constexpr int lastHour = 23;
    constexpr int lastMinute = 59;
    constexpr int half = 12;
    if (first < 0 || first + 2 >= r.count() || !r.isSign(first + 1, u':') || r.tok(first + 1).spaceBefore || r.tok(first + 2).spaceBefore || r.word(first + 2).size() != 2)
        return std::nullopt;
    DayTime time{.first = first, .last = first + 2, .hour = digitsAt(r, first, lastHour), .minute = digitsAt(r, first + 2, lastMinute)};
    if (time.hour < 0 || time.minute < 0)
        return std::nullopt;
    if (isHalfDay(r, time.last + 1)) {
        if (time.hour < 1 || time.hour > half)
            return std::nullopt;
        ++time.last;
        time.hour = time.hour % half + (isAfternoon(r, time.last) ? half : 0);
    } else if (!zoneAt(r, time.last + 1)) {
        return std::nullopt; // half past three, or a score
    }
    if (const Zone *zone = zoneAt(r, time.last + 1)) {
        ++time.last;
        time.utcOffset = zone->minutes;
    }
    return time;
}

} // namespace

std::optional<DayTime> timeBefore(const Reading &r, int date)
{
    int end = date - 1;
    if (end > 0 && (r.isWord(end, u"on") || r.isSign(end, u',')))
        --end;
    constexpr int longest = 4; // "15 p.m. EST", counted from the colon
    for (int colon = end - 1; colon >= std::max(1, end - longest); --colon) {
        if (!r.isSign(colon, u':'))
            continue;
        const auto time = timeAt(r, colon - 1);
        return time && time->last == end ? time : std::nullopt;
    }
    return std::nullopt;
}

std::optional<DayTime> timeBehind(const Reading &r, int date)
{
    int first = date + 1;
    if (first < r.count() && r.isSign(first, u','))
        ++first;
    if (first < r.count() && r.isWord(first, u"at"))
        ++first;
    return first < r.count() && r.tok(first).shape == TokenShape::Number ? timeAt(r, first) : std::nullopt;
}

} // namespace onrecord::extract
