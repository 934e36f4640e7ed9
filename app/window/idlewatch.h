// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>
#include <QTimer>

namespace onrecord {

/// Says when a window has come to rest: no worker is busy and no widget was laid out, painted or called back for some
/// turns in a row, then the store has answered everything asked, then the same rest again. Gives up after a limit, and
/// says so.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(store::Store &store, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void idle(bool inTime);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void finish(bool inTime);

    store::Store &m_store;
    QTimer m_timer;
    int m_quietTurns = 0;
    int m_turns = 0;
    bool m_busy = true;
    bool m_isAsking = false;
    bool m_answered = false;
};

} // namespace onrecord
