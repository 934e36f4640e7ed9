// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/lateness.h"

#include <algorithm>
#include <cmath>

namespace onrecord::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int period = 5; // ms
constexpr double frame = 16;

double rank(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto at = static_cast<size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<size_t>(at, 1) - 1];
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

Lateness::Lateness()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(period);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
}

void Lateness::start()
{
    m_late.clear();
    m_clock.start();
    m_expected = period * 1'000'000LL;
    m_timer.start();
}

void Lateness::tick()
{
    const qint64 now = m_clock.nsecsElapsed();
    m_late.push_back(std::max(0.0, static_cast<double>(now - m_expected) / 1e6));
    // Ticks that were missed are not made up for: each wait counts once, with its whole length.
    m_expected = now + period * 1'000'000LL;
}

QJsonObject Lateness::toJson() const
{
    std::vector<double> sorted = m_late;
    std::ranges::sort(sorted);
    return {{u"ticks"_s, static_cast<qint64>(sorted.size())},
            {u"p50_ms"_s, rounded(rank(sorted, 0.5))},
            {u"p99_ms"_s, rounded(rank(sorted, 0.99))},
            {u"max_ms"_s, sorted.empty() ? 0 : rounded(sorted.back())},
            {u"over_16_ms"_s, static_cast<qint64>(std::ranges::count_if(sorted, [](double late) { return late > frame; }))}};
}

} // namespace onrecord::bench
