// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/panes.h"

#include <QHash>
#include <QMainWindow>
#include <QSet>
#include <memory>

namespace onrecord::ui {

class Actions;
class Desk;
class PaneDock;

/// The panes of the window: the text in the centre, the others docked around it. Makes a pane when it is first shown,
/// remembers where everything is, and hides docks by itself when there is no room for the text: details, then graph,
/// then library.
class DockArea : public QMainWindow
{
    Q_OBJECT
public:
    DockArea(Desk &desk, Actions &actions, QWidget *parent = nullptr);
    ~DockArea() override;

    [[nodiscard]] Pane *pane(const QString &name) const;     ///< null when not made yet
    [[nodiscard]] PaneDock *dock(const QString &name) const; ///< null for the centre and panes not made yet
    [[nodiscard]] QList<Pane *> panes() const;               ///< made ones, in the order of Alt+1 … Alt+9

    /// Makes the pane when needed, shows it and gives it the focus; nothing for an unknown name.
    void bringUp(const QString &name);
    /// Makes and shows (or hides) it without taking the focus.
    void setShown(const QString &name, bool shown);
    /// As setShown(name, true), but `kept` stays in front where both share a place.
    void showBeside(const QString &name, const QString &kept);
    [[nodiscard]] bool isShown(const QString &name) const;
    void cycle(int step); ///< the next or previous visible pane gets the focus

    void resetLayout();
    void saveLayout() const;
    void restoreLayout();

Q_SIGNALS:
    void paneMade(onrecord::ui::Pane *pane);
    void shownChanged(const QString &name, bool shown);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    Pane *makePane(const PaneSpec &spec);
    void placeDock(const PaneSpec &spec, PaneDock *dock);
    void shareSpace();
    void makeRoom();
    void keepShares(QSize before);
    void placeAbove(PaneDock *neighbour, PaneDock *dock);
    [[nodiscard]] PaneDock *firstVisible(Qt::DockWidgetArea area) const;

    Desk &m_desk;
    Actions &m_actions;
    QHash<QString, Pane *> m_panes;
    QHash<QString, PaneDock *> m_docks;
    QSet<QString> m_folded; ///< hidden by makeRoom(), to come back with the room
    /// How much of the window a side has, and what we last made of that.
    struct Share {
        double fraction = 0;
        int extent = -1;
    };
    QHash<Qt::DockWidgetArea, Share> m_shares;
    bool m_hasShares = false; ///< sizes were given once, by us or by what was remembered
    bool m_folding = false; ///< tells our own hiding from the user's
};

} // namespace onrecord::ui
