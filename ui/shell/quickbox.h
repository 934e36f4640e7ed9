// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;

namespace onrecord::ui {

class Actions;
class Desk;
class EntryList;

/// The box that opens over the window to go somewhere fast: the command palette (every action with its keys) and jump
/// to anything (people, organisations, outlets, articles, quotations, events and commands, ranked together). Escape
/// closes.
class QuickBox : public QFrame
{
    Q_OBJECT
public:
    enum class Mode { Commands, Anything };

    QuickBox(Desk &desk, Actions &actions, QWidget *window);

    void openIn(Mode mode);
    [[nodiscard]] EntryList *list() const { return m_list; }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void place();
    void closeBox(bool giveFocusBack);

    Desk &m_desk;
    Actions &m_actions;
    QLineEdit *m_edit;
    EntryList *m_list;
    QPointer<QWidget> m_focusBefore;
    Mode m_mode = Mode::Commands;
};

} // namespace onrecord::ui
