// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailspane.h"

#include "ui/details/cardstack.h"
#include "ui/present/words.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/taborder.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace onrecord::ui {

DetailsPane::DetailsPane(Desk &desk, QWidget *parent)
    : Pane(QStringLiteral("details"), desk, parent), m_pages(new QStackedWidget(this)), m_scroll(new QScrollArea(m_pages)), m_empty(new EmptyState(m_pages))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setBackgroundRole(QPalette::Window);
    m_scroll->setAccessibleName(tr("Details of the selected item"));
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    setMinimumWidth(272);
    connect(m_empty, &EmptyState::pressed, this, [this] { this->desk().trigger(QStringLiteral("file.import")); });
    // What somebody typed has been kept or given up: now the cards may be made anew.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        // The cards grow lines of their own while somebody is in them.
        if (now && m_stack && m_stack->isAncestorOf(now))
            tabInOrderOfLayout(this);
        if (m_stale)
            showAgainLater();
    });
    buildActions();
    showItem({});
}

/// What the buttons of the cards do, for the palette and the menu.
void DetailsPane::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QString &button) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, button] {
            desk().trigger(QStringLiteral("pane.details"));
            if (auto *pressed = m_stack ? m_stack->findChild<QPushButton *>(button) : nullptr)
                pressed->click();
        });
        addAction(action);
        m_buttonActions.insert(action, button);
    };
    add(QStringLiteral("details.relateTo"), tr("Relate Selected Passage To…"), QStringLiteral("details.relate"));
    add(QStringLiteral("details.acceptSelected"), tr("Accept Selected Item"), QStringLiteral("details.accept"));
    add(QStringLiteral("details.rejectSelected"), tr("Reject Selected Item"), QStringLiteral("details.reject"));
}

void DetailsPane::enableActions()
{
    for (const auto &[action, button] : m_buttonActions.asKeyValueRange())
        action->setEnabled(m_stack && m_stack->findChild<QPushButton *>(button));
}

QString DetailsPane::title() const
{
    return tr("Details");
}

void DetailsPane::refresh(explore::Workspace::Changes changes)
{
    const ItemId item = workspace().selection().current();
    if (item == m_item && !(changes & explore::Workspace::SnapshotChange))
        return;
    if (item == m_item && m_stack && m_stack->isEditing()) {
        m_stale = true;
        return;
    }
    showItem(item);
}

void DetailsPane::showAgainLater()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_stale && !(m_stack && m_stack->isEditing()))
            showItem(m_item);
    }, Qt::QueuedConnection);
}

void DetailsPane::showItem(ItemId item)
{
    m_stale = false;
    // The place in the cards survives when the same item is shown anew: scroll, and the control that had the focus.
    const bool again = item == m_item && m_stack;
    const int scrolled = again ? m_scroll->verticalScrollBar()->value() : 0;
    const QWidget *focus = again && m_stack->focusWidget() && m_stack->focusWidget()->hasFocus() ? m_stack->focusWidget() : nullptr;
    const bool hadFocus = focus;
    while (focus && focus != m_stack && focus->objectName().isEmpty())
        focus = focus->parentWidget();
    const QString focused = focus && focus != m_stack ? focus->objectName() : QString();
    m_item = item;
    setFocusProxy(nullptr); // it goes with its card
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // it may be the sender
    }
    m_stack = nullptr;

    const QString name = present::itemName(*workspace().snapshot(), item);
    if (!item.isNull() && !name.isEmpty()) {
        m_stack = new CardStack(desk(), item);
        m_scroll->setWidget(m_stack);
        m_scroll->verticalScrollBar()->setValue(scrolled);
        m_pages->setCurrentWidget(m_scroll);
        tabInOrderOfLayout(this);
        QWidget *first = firstTabStop(m_stack);
        setFocusProxy(first ? first : m_scroll);
        if (hadFocus) {
            auto *widget = focused.isEmpty() ? nullptr : m_stack->findChild<QWidget *>(focused);
            (widget ? widget : focusProxy())->setFocus(Qt::OtherFocusReason);
        }
    } else {
        if (workspace().snapshot()->articles().empty())
            m_empty->set(tr("Select something to see where it stands, who said it and how that is known. This project has no articles yet."), tr("Import Articles…"));
        else
            m_empty->set(tr("Select a quotation, a person or an article to see where it stands, who said it and how that is known."));
        m_pages->setCurrentWidget(m_empty);
    }
    enableActions();
    const QString subtitle = workspace().selection().items().size() > 1
        ? tr("1 of %1", "the current one of several selected items").arg(QLocale().toString(workspace().selection().items().size())) : QString();
    if (subtitle != m_subtitle) {
        m_subtitle = subtitle;
        Q_EMIT subtitleChanged();
    }
}

void DetailsPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    // Labels keep the inks they were made with.
    if (event->type() == QEvent::PaletteChange && m_stack) {
        m_stale = true;
        showAgainLater();
    }
}

} // namespace onrecord::ui
