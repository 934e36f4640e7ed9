// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace onrecord::explore {

/// The stretch of time that time axes show: shared by ruler, lanes and overview. Seconds since 1970 UTC, start < end.
/// Not a filter: it hides nothing from other panes. GUI thread.
class TimeWindow : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] qint64 start() const { return m_start; }
    [[nodiscard]] qint64 end() const { return m_end; }
    [[nodiscard]] bool isNull() const { return m_end <= m_start; } ///< nothing set yet: show everything
    void set(qint64 start, qint64 end);
    void reset() { set(0, 0); }

Q_SIGNALS:
    void changed();

private:
    qint64 m_start = 0;
    qint64 m_end = 0;
};

} // namespace onrecord::explore
