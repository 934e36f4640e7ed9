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
#include <QToolButton>
#include <QVBoxLayout>

namespace onrecord::ui {

DetailsPane::DetailsPane(Desk &desk, QWidget *parent)
    : Pane(QStringLiteral("details"), desk, parent), m_pages(new QStackedWidget(this)), m_scroll(new QScrollArea(m_pages)), m_empty(new EmptyState(m_pages)), m_glance(new QToolButton(this))
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
    auto *glance = new QAction(tr("At a Glance"), this);
    glance->setObjectName(QStringLiteral("details.glance"));
    glance->setToolTip(tr("What is shown at a glance: whose words, printed where"));
    connect(glance, &QAction::triggered, this, [this] {
        workspace().selection().clear();
        workspace().markPlace();
        desk().trigger(QStringLiteral("pane.details"));
    });
    addAction(glance);
    m_glance->setDefaultAction(glance);
    m_glance->setAutoRaise(true);
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

QList<QWidget *> DetailsPane::titleWidgets()
{
    return {m_glance};
}

void DetailsPane::refresh(explore::Workspace::Changes changes)
{
    const ItemId item = workspace().selection().current();
    // At a glance stands what the filter leaves; an item is what it is.
    const explore::Workspace::Changes shown = item.isNull() ? explore::Workspace::SnapshotChange | explore::Workspace::FilterChange : explore::Workspace::Changes(explore::Workspace::SnapshotChange);
    if (item == m_item && !(changes & shown))
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
    m_counting.cancel();
    const bool again = item == m_item && m_stack;
    m_item = item;
    const QString name = present::itemName(*workspace().snapshot(), item);
    const bool isItem = !item.isNull() && !name.isEmpty();
    if (isItem) {
        showStack(new CardStack(desk(), item), again ? m_scroll->verticalScrollBar()->value() : 0);
    } else if (workspace().snapshot()->articles().empty()) {
        forgetStack();
        m_empty->set(tr("Select something to see where it stands, who said it and how that is known. This project has no articles yet."), tr("Import Articles…"));
        m_pages->setCurrentWidget(m_empty);
    } else {
        showOverview();
    }
    m_glance->setVisible(isItem);
    enableActions();
    tellSubtitle();
}

void DetailsPane::showOverview()
{
    if (m_stack && !m_stack->item().isNull())
        forgetStack(); // its item is gone; an older overview stays until the new one is there
    if (!m_stack) {
        m_empty->set(tr("Select a quotation, a person or an article to see where it stands, who said it and how that is known."));
        m_pages->setCurrentWidget(m_empty);
    }
    m_counting.ask(
        [record = workspace().snapshot(), visible = workspace().visible()](QPromise<explore::Overview> &promise) {
            if (!promise.isCanceled())
                promise.addResult(explore::overviewOf(*record, visible));
        },
        [this](const explore::Overview &overview) {
            showStack(new CardStack(desk(), overview), m_stack ? m_scroll->verticalScrollBar()->value() : 0);
            enableActions();
        });
}

/// Puts new cards into the place of the old. The place in them survives when they are about the same: scroll, and the control that had the focus.
void DetailsPane::showStack(CardStack *stack, int scrolled)
{
    const bool again = m_stack && m_stack->item() == stack->item();
    const QWidget *focus = again && m_stack->focusWidget() && m_stack->focusWidget()->hasFocus() ? m_stack->focusWidget() : nullptr;
    const bool hadFocus = focus;
    while (focus && focus != m_stack && focus->objectName().isEmpty())
        focus = focus->parentWidget();
    const QString focused = focus && focus != m_stack ? focus->objectName() : QString();
    forgetStack();
    m_stack = stack;
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
}

void DetailsPane::forgetStack()
{
    setFocusProxy(nullptr); // it goes with its card
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // it may be the sender
    }
    m_stack = nullptr;
}

void DetailsPane::tellSubtitle()
{
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
