// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/workspace.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace onrecord::ui {

class FlowLayout;

/// The filter of the whole window: a chip a term, how much it hides, Clear. There while a filter is on, gone otherwise.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(explore::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QString countText() const; ///< "3 of 29 quotations · 26 hidden"

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void take(explore::Workspace::Changes changes);
    void rebuildChips();
    void showCount();
    void setFilter(const explore::Filter &filter, qsizetype focusedChip);

    explore::Workspace &m_workspace;
    QWidget *m_chips;
    FlowLayout *m_flow;
    QLabel *m_lead;
    QLabel *m_count;
    QToolButton *m_add;
    QToolButton *m_clear;
    explore::Filter m_shown;
    qsizetype m_focusedChip = -1; ///< where the keyboard was when a chip was taken away
};

} // namespace onrecord::ui
