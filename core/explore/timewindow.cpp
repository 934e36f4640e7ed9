// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/timewindow.h"

namespace onrecord::explore {

void TimeWindow::set(qint64 start, qint64 end)
{
    if (start == m_start && end == m_end)
        return;
    m_start = start;
    m_end = end;
    Q_EMIT changed();
}

} // namespace onrecord::explore
