// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThreadPool>

namespace onrecord {

namespace {
constexpr int turn = 40;       // ms
constexpr int wantedQuiet = 5; // turns: longer than the 150 ms of an animation step and its last frame
constexpr int limit = 30'000 / turn;
} // namespace

IdleWatch::IdleWatch(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::start()
{
    m_quietTurns = 0;
    m_turns = 0;
    m_busy = true;
    m_answered = false;
    qApp->installEventFilter(this);
    m_timer.start(turn);
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Paint:
    case QEvent::UpdateRequest:
    case QEvent::LayoutRequest:
    case QEvent::Resize:
    case QEvent::MetaCall:
    case QEvent::DeferredDelete:
        m_busy = m_busy || watched != this;
        break;
    default:
        break;
    }
    return false;
}

void IdleWatch::look()
{
    ++m_turns;
    const bool busy = m_busy || QThreadPool::globalInstance()->activeThreadCount() > 0;
    m_busy = false;
    m_quietTurns = busy ? 0 : m_quietTurns + 1;
    if (m_turns >= limit) {
        finish(false);
    } else if (m_quietTurns >= wantedQuiet && !m_isAsking) {
        if (m_answered) {
            finish(true);
            return;
        }
        // Calls run in order: when this one is answered, everything asked before it is. Its own answer stirs the event
        // loop, so another quiet stretch has to follow.
        m_isAsking = true;
        m_store.run([](store::Project &) -> Result<void> { return {}; }).then(this, [this](const Result<void> &) {
            m_isAsking = false;
            m_answered = true;
            m_quietTurns = 0;
        });
    }
}

void IdleWatch::finish(bool inTime)
{
    m_timer.stop();
    qApp->removeEventFilter(this);
    Q_EMIT idle(inTime);
}

} // namespace onrecord
