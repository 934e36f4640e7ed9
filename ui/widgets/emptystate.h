// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace onrecord::ui {

/// What stands in an empty pane: a sentence saying what would be here, and the button that fills it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// An empty `button` shows none. Plain text.
    void set(const QString &sentence, const QString &button = {});
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void pressed();

private:
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace onrecord::ui
