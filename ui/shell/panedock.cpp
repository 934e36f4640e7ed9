// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panedock.h"

#include "ui/widgets/pane.h"
#include "ui/widgets/panetitlebar.h"

namespace onrecord::ui {

using namespace Qt::StringLiterals;

PaneDock::PaneDock(Pane *pane, QWidget *parent) : QDockWidget(pane->title(), parent), m_pane(pane)
{
    setObjectName(u"dock."_s + pane->objectName());
    pane->setParent(this);
    setWidget(pane);
    auto *bar = new PaneTitleBar(*pane, PaneTitleBar::Pin | PaneTitleBar::Float | PaneTitleBar::Close, this);
    setTitleBarWidget(bar);
    connect(bar, &PaneTitleBar::floatWanted, this, [this] { setFloating(!isFloating()); });
    connect(bar, &PaneTitleBar::closeWanted, this, &QDockWidget::close);
}

void PaneDock::bringUp()
{
    show();
    raise();
    focusInto(m_pane);
}

void focusInto(QWidget *pane)
{
    if (QWidget *before = pane->focusWidget(); before && before->isVisibleTo(pane) && before->isEnabled()) {
        before->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (pane->focusPolicy() & Qt::TabFocus || pane->focusProxy()) {
        pane->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const QList<QWidget *> children = pane->findChildren<QWidget *>();
    // Text, tables and drawings before the small controls around them.
    for (const Qt::FocusPolicy wanted : {Qt::WheelFocus, Qt::StrongFocus, Qt::TabFocus}) {
        for (QWidget *child : children) {
            if (child->focusPolicy() == wanted && child->isVisibleTo(pane) && child->isEnabled()) {
                child->setFocus(Qt::ShortcutFocusReason);
                return;
            }
        }
    }
    pane->setFocus(Qt::ShortcutFocusReason); // an empty pane is a place to be, too
}

} // namespace onrecord::ui
