// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace onrecord::ui {

class Actions;

/// Every action with its keys, to look up and to change: the list filters as one types, the field under it takes new keys for
/// the chosen action, and says who has them already. Changes count at once and are remembered. Deletes itself.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(Actions &actions, QWidget *parent);

private:
    void fill();
    void filter(const QString &words);
    void choose();
    void take();

    Actions &m_actions;
    QLineEdit *m_find;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_keys;
    QLabel *m_hint;
    QPushButton *m_clear;
};

} // namespace onrecord::ui
