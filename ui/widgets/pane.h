// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/workspace.h"

#include <QWidget>

namespace onrecord::ui {

class Desk;

/// A pane of the window: shows the shared workspace in its own terms and answers only through it (or a command of the Desk).
/// A hidden pane only remembers what it missed and refreshes once when shown; a pinned pane ignores selection and filter
/// changes until unpinned, and shows that it does. GUI thread.
class Pane : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the stable English object name ("timeline"): docks, saved layouts and walks refer to it.
    Pane(const QString &name, Desk &desk, QWidget *parent = nullptr);

    /// Translated title of the dock.
    [[nodiscard]] virtual QString title() const = 0;
    /// The short words beside the title ("around Marc Andreessen, 2 steps"); emit subtitleChanged() when they change.
    [[nodiscard]] virtual QString subtitle() const { return {}; }
    /// Widgets for the right end of the pane's title bar (legend, fit button); owned by the pane; may be empty.
    [[nodiscard]] virtual QList<QWidget *> titleWidgets() { return {}; }
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    void setPinned(bool pinned);
    /// Layout of the pane itself (zoom, sorted column): saved in the project's view state.
    [[nodiscard]] virtual QJsonObject saveState() const;
    virtual void restoreState(const QJsonObject &state);
    /// What the button of an empty pane does: clears the filter that hides everything, or asks for articles.
    void fill();

Q_SIGNALS:
    void subtitleChanged();
    void pinnedChanged(bool pinned);

protected:
    /// Everything that changed since the last refresh; called on the GUI thread while the pane is visible.
    virtual void refresh(explore::Workspace::Changes changes) = 0;
    void showEvent(QShowEvent *event) override;

    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] explore::Workspace &workspace() const;

private:
    void take(explore::Workspace::Changes changes);
    void refreshNow();

    Desk &m_desk;
    explore::Workspace::Changes m_missed = explore::Workspace::AllChanges;
    bool m_pinned = false;
};

} // namespace onrecord::ui
