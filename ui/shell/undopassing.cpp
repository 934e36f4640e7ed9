// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undopassing.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace onrecord::ui {

UndoPassing::UndoPassing(QWidget *window) : QObject(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this, window](QWidget *, QWidget *now) {
        const bool isField = qobject_cast<QLineEdit *>(now) || qobject_cast<QPlainTextEdit *>(now);
        if (isField && now->window() == window)
            now->installEventFilter(this); // a second time is no second filter
    });
}

bool UndoPassing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return false;
    bool canUndo = false;
    bool canRedo = false;
    if (const auto *line = qobject_cast<QLineEdit *>(watched)) {
        canUndo = line->isUndoAvailable();
        canRedo = line->isRedoAvailable();
    } else if (const auto *text = qobject_cast<QPlainTextEdit *>(watched)) {
        canUndo = text->document()->isUndoAvailable();
        canRedo = text->document()->isRedoAvailable();
    }
    // Who has undone in the project expects to redo there, whatever the field could bring back.
    if (isUndo ? canUndo : canRedo && m_passed != watched) {
        m_passed = nullptr;
        return false;
    }
    m_passed = watched;
    event->ignore();
    return true;
}

} // namespace onrecord::ui
