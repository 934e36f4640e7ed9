// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the drawing: the title bar's controls and the legend.
#include "ui/graph/graphpane.h"
#include "ui/present/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::EdgeKind;
using explore::GraphTypes;
using explore::NodeKind;

namespace {
constexpr int mostDepth = 3;
}

void GraphPane::makeTitleWidgets()
{
    auto *holder = new QWidget(this); // until a title bar takes them
    holder->hide();
    const auto button = [holder](const QString &name, const QString &text, const QString &help) {
        auto *made = new QToolButton(holder);
        made->setObjectName(name);
        made->setText(text);
        made->setAccessibleName(help);
        made->setToolTip(help);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    m_legend = button(u"graphLegend"_s, tr("Legend"), tr("Legend: choose what the graph shows"));
    m_legend->setPopupMode(QToolButton::InstantPopup);
    m_steps = new QSlider(Qt::Horizontal, holder);
    m_steps->setObjectName(u"graphDepth"_s);
    m_steps->setRange(1, mostDepth);
    m_steps->setPageStep(1);
    m_steps->setFixedWidth(56);
    m_steps->setAccessibleName(tr("Steps from the selection"));
    m_steps->setToolTip(tr("Steps from the selection"));
    m_steps->setValue(m_ask.depth);
    connect(m_steps, &QSlider::valueChanged, this, &GraphPane::setDepth);
    m_whole = button(u"graphWhole"_s, tr("Whole Story"), tr("Show who is quoted most, and where"));
    connect(m_whole, &QToolButton::clicked, this, &GraphPane::showWholeStory);
    m_asTable = button(u"graphAsTable"_s, tr("Table"), tr("Show the graph as a table"));
    m_asTable->setIcon(present::icon(u"view-list-details"_s));
    m_asTable->setCheckable(true);
    connect(m_asTable, &QToolButton::toggled, this, &GraphPane::showAsTable);
    m_fit = button(u"graphFit"_s, tr("Fit"), tr("Show the whole graph (Ctrl+9)"));
    m_fit->setIcon(present::icon(u"zoom-fit-best"_s));
    connect(m_fit, &QToolButton::clicked, m_view, &GraphView::fit);
    auto *fit = new QAction(tr("&Fit"), this);
    fit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_9));
    fit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(fit, &QAction::triggered, m_view, &GraphView::fit);
    addAction(fit);
}

void GraphPane::makeLegend()
{
    auto *menu = new QMenu(m_legend);
    menu->setObjectName(u"graphLegendMenu"_s);
    menu->addSection(tr("Shown"));
    for (int i = 0; i < explore::nodeKindCount; ++i) {
        const auto kind = static_cast<NodeKind>(i);
        QAction *action = menu->addAction(nodeKindName(kind));
        action->setCheckable(true);
        m_nodeActions += action;
        connect(action, &QAction::triggered, this, [this, kind](bool on) {
            GraphTypes changed = types();
            changed.set(kind, on);
            setTypes(changed);
        });
    }
    menu->addSection(tr("Joined by"));
    for (int i = 0; i < explore::edgeKindCount; ++i) {
        const auto kind = static_cast<EdgeKind>(i);
        QAction *action = menu->addAction(edgeKindName(kind));
        action->setCheckable(true);
        m_edgeActions += action;
        connect(action, &QAction::triggered, this, [this, kind](bool on) {
            GraphTypes changed = types();
            changed.set(kind, on);
            setTypes(changed);
        });
    }
    // The signs are drawn in the palette's colours: anew each time they are looked at.
    connect(menu, &QMenu::aboutToShow, this, &GraphPane::updateLegend);
    m_legend->setMenu(menu);
    // The same switches in sight, where there is room for them.
    auto *row = new QHBoxLayout(m_legendBar);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(2);
    for (QAction *action : m_nodeActions) {
        auto *made = new QToolButton(m_legendBar);
        made->setDefaultAction(action);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
    }
    row->addStretch();
    m_legendBar->setAutoFillBackground(true);
    m_legendBar->setBackgroundRole(QPalette::Base);
    updateLegend();
}

void GraphPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    constexpr int leastHeight = 230; // below that the drawing needs all there is
    m_reshape.start();
    m_legendBar->setVisible(width() >= m_legendBar->sizeHint().width() && height() >= leastHeight);
}

void GraphPane::updateLegend()
{
    for (int i = 0; i < m_nodeActions.size(); ++i) {
        m_nodeActions[i]->setChecked(types().has(static_cast<NodeKind>(i)));
        m_nodeActions[i]->setIcon(nodeKindIcon(static_cast<NodeKind>(i), palette()));
    }
    for (int i = 0; i < m_edgeActions.size(); ++i) {
        m_edgeActions[i]->setChecked(types().has(static_cast<EdgeKind>(i)));
        m_edgeActions[i]->setIcon(edgeKindIcon(static_cast<EdgeKind>(i), palette()));
    }
}

} // namespace onrecord::ui
