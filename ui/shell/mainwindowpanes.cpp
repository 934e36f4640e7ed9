// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps about its panes, and offers of them.
#include "ui/shell/actions.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/source/sourcepane.h"
#include "ui/story/walkpane.h"
#include "ui/widgets/pane.h"

#include <QAction>
#include <QMenuBar>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

void MainWindow::takePane(Pane *pane)
{
    m_lastPanes << pane;
    if (const QJsonValue state = m_paneStates.value(pane->objectName()); state.isObject())
        pane->restoreState(state.toObject());
    connect(pane, &Pane::pinnedChanged, this, &MainWindow::showPin);
    if (const auto *walk = qobject_cast<WalkPane *>(pane)) {
        connect(walk, &WalkPane::left, this, [this] {
            m_docks->setShown(u"walk"_s, false);
            m_docks->bringUp(u"source"_s);
        });
    }
    connect(pane, &QObject::destroyed, this, [this, pane] { m_lastPanes.removeOne(pane); });
}

QJsonObject MainWindow::savePanes() const
{
    QJsonObject states = m_paneStates;
    for (const Pane *pane : m_docks->panes()) {
        if (const QJsonObject state = pane->saveState(); !state.isEmpty())
            states.insert(pane->objectName(), state);
    }
    return states;
}

/// Panes that are not made yet get theirs when they are.
void MainWindow::restorePanes(const QJsonObject &states)
{
    m_paneStates = states;
    for (Pane *pane : m_docks->panes()) {
        if (const QJsonValue state = states.value(pane->objectName()); state.isObject())
            pane->restoreState(state.toObject());
    }
}

void MainWindow::showPin()
{
    QAction *pin = m_actions->find(u"view.pin"_s);
    pin->setEnabled(!m_lastPanes.isEmpty());
    pin->setChecked(!m_lastPanes.isEmpty() && m_lastPanes.front()->isPinned());
}

void MainWindow::noteFocus(QWidget *now)
{
    for (QWidget *widget = now; widget; widget = widget->parentWidget()) {
        if (auto *pane = qobject_cast<Pane *>(widget)) {
            m_lastPanes.removeOne(pane);
            m_lastPanes.prepend(pane);
            showPin();
            return;
        }
    }
}

void MainWindow::fillPanesMenu()
{
    auto *menu = menuBar()->findChild<QMenu *>(u"menu.panes"_s);
    menu->clear();
    for (const PaneSpec &spec : paneSpecs())
        menu->addAction(m_actions->find(u"pane."_s + spec.name));
    menu->addSeparator();
    // What a pane can do is reachable here too, not only in its own corner.
    for (Pane *pane : m_docks->panes()) {
        QMenu *own = nullptr;
        for (QAction *action : pane->actions()) {
            if (action->objectName().isEmpty())
                continue;
            if (!own)
                own = menu->addMenu(pane->title());
            own->addAction(action);
        }
        if (const auto *source = qobject_cast<SourcePane *>(pane); source && own) {
            own->addSeparator();
            own->addMenu(source->layerMenu());
            own->addMenu(source->themeMenu());
        }
    }
}

} // namespace onrecord::ui
