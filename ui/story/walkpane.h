// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/walk.h"
#include "ui/widgets/pane.h"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace onrecord::ui {

class AccentButton;
class StopDots;

/// Walks a story: each stop sets filter, selection, time window and panes, says a few words, and lets go. Back, Next, any dot, and leave
/// anywhere; where somebody was is kept with the project. Object name "walk".
class WalkPane : public Pane
{
    Q_OBJECT
public:
    explicit WalkPane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QList<QWidget *> titleWidgets() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    /// Replaces the walk. A text that is not a walk leaves the old one and says what is wrong with it.
    void setWalk(const QString &text);
    [[nodiscard]] const explore::Walk &walk() const { return m_walk; }
    [[nodiscard]] int stop() const { return m_stop; } ///< -1 before the first
    void goTo(int stop);

Q_SIGNALS:
    void left(); ///< the walk is over or was left: its pane is wanted no longer

protected:
    void refresh(explore::Workspace::Changes changes) override;

private:
    void buildActions();
    void showStop();
    void apply(const explore::Stop &stop);
    void toggleWhy(bool open);

    explore::Walk m_walk;
    int m_stop = -1;
    QLabel *m_heading = nullptr;
    QWidget *m_text = nullptr;
    QVBoxLayout *m_paragraphs = nullptr;
    QLabel *m_missing = nullptr;
    QToolButton *m_whyButton = nullptr;
    QLabel *m_why = nullptr;
    StopDots *m_dots = nullptr;
    QToolButton *m_leave = nullptr;
    QPushButton *m_back = nullptr;
    AccentButton *m_next = nullptr;
    QAction *m_nextAction = nullptr;
    QAction *m_backAction = nullptr;
};

} // namespace onrecord::ui
