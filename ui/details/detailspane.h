// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/explore/overview.h"
#include "ui/widgets/pane.h"

#include <QHash>

class QAction;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace onrecord::ui {

class CardStack;
class EmptyState;

/// Everything the record knows about the current item, as cards: where it stands, who said it, how it is known, and the buttons that decide.
/// Without an item: what is shown at a glance, counted on a worker.
class DetailsPane : public Pane
{
    Q_OBJECT
public:
    explicit DetailsPane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override { return m_subtitle; }
    [[nodiscard]] QList<QWidget *> titleWidgets() override;
    [[nodiscard]] ItemId shownItem() const { return m_item; }

protected:
    void refresh(explore::Workspace::Changes changes) override;
    void changeEvent(QEvent *event) override;

private:
    void showItem(ItemId item);
    void showOverview();
    void showStack(CardStack *stack, int scrolled);
    void forgetStack();
    void tellSubtitle();
    void showAgainLater();
    void buildActions();
    void enableActions();

    QStackedWidget *m_pages;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QHash<QAction *, QString> m_buttonActions; ///< and the card button each stands for
    QToolButton *m_glance; ///< back to what is shown at a glance
    CardStack *m_stack = nullptr;
    Latest<explore::Overview> m_counting;
    ItemId m_item;
    QString m_subtitle;
    bool m_stale = false; ///< the record changed while somebody was typing
};

} // namespace onrecord::ui
