// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace onrecord::ui {

class Actions;
class Desk;
class SearchBox;

/// The tool row under the menu: back and forward with their history, import, search, check a quote, undo and redo.
class Header : public QWidget
{
    Q_OBJECT
public:
    Header(Desk &desk, const Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] SearchBox *searchBox() const { return m_search; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const Actions &actions, const QString &action, bool withText = false);
    void fillTrail(QMenu *menu, bool back);

    Desk &m_desk;
    SearchBox *m_search;
};

} // namespace onrecord::ui
