// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/series.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

namespace onrecord::bench {

/// How late a timer of 5 ms comes on this thread: for how long events had to wait.
class Lateness
{
public:
    Lateness();
    void start();
    void stop() { m_timer.stop(); }
    /// {"ticks", "p50_ms", "p99_ms", "max_ms", "over_16_ms"}
    [[nodiscard]] QJsonObject toJson() const;

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_expected = 0; ///< ns
    std::vector<double> m_late; ///< ms
};

} // namespace onrecord::bench
