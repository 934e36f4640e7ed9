// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pane.h"

#include "ui/widgets/desk.h"

#include <QJsonObject>
#include <utility>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

Pane::Pane(const QString &name, Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    setObjectName(name);
    connect(&desk.workspace(), &explore::Workspace::changed, this, &Pane::take);
}

explore::Workspace &Pane::workspace() const
{
    return m_desk.workspace();
}

void Pane::setPinned(bool pinned)
{
    if (pinned == m_pinned)
        return;
    m_pinned = pinned;
    Q_EMIT pinnedChanged(pinned);
    if (isVisible())
        refreshNow();
}

QJsonObject Pane::saveState() const
{
    return {};
}

void Pane::restoreState(const QJsonObject &) {}

void Pane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshNow();
}

void Pane::take(explore::Workspace::Changes changes)
{
    m_missed |= changes;
    if (isVisible())
        refreshNow();
}

void Pane::refreshNow()
{
    // A new record cannot be ignored: the ids a pinned pane holds may be gone.
    if (m_pinned && !(m_missed & explore::Workspace::SnapshotChange))
        return;
    const auto changes = std::exchange(m_missed, {});
    if (changes)
        refresh(changes);
}

void Pane::fill()
{
    if (workspace().filter().isEmpty())
        desk().trigger(u"file.import"_s);
    else
        workspace().setFilter({});
}

} // namespace onrecord::ui
