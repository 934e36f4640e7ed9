// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace onrecord::ui {

/// A field in which nothing was typed leaves Undo and Redo to the project: the keys undo what was done last, wherever the focus is.
/// Looks after every field of its window as soon as it has the focus.
class UndoPassing : public QObject
{
    Q_OBJECT
public:
    explicit UndoPassing(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QObject *m_passed = nullptr; ///< the field whose last such key went on to the project; only compared
};

} // namespace onrecord::ui
