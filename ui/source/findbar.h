// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/textfind.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace onrecord::ui {

/// The bar under a text that asks what to find in it. Says how many hits there are and what went wrong; does not search itself.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    [[nodiscard]] QString words() const;
    [[nodiscard]] explore::FindOptions options() const;
    void open(const QString &words); ///< shows itself with the words selected; empty keeps what was there
    /// `current` counts from 0; -1 before the first step.
    void showAnswer(const explore::FindAnswer &answer, int current, bool wrapped);
    void showSearching();

Q_SIGNALS:
    void wanted();            ///< words or options have changed
    void stepped(int direction);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addToggle(const QString &label, const QString &name);

    QLineEdit *m_words;
    QToolButton *m_case;
    QToolButton *m_whole;
    QToolButton *m_pattern;
    QLabel *m_count;
};

} // namespace onrecord::ui
