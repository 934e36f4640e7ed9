// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"
#include "core/record/snapshot.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace onrecord::ui {

class PiecesView;

/// One hit under the verdict: who, where and when, the wording with its differences, what changed, and why this verdict. The whole card
/// opens the passage: click, Enter or Space.
class HitCard : public QWidget
{
    Q_OBJECT
public:
    HitCard(const match::Hit &hit, const Snapshot &record, QWidget *parent = nullptr);
    [[nodiscard]] const match::Hit &hit() const { return m_hit; }

Q_SIGNALS:
    void openWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    match::Hit m_hit;
    QString m_letters;
    QColor m_colour;
    bool m_square = false;
};

} // namespace onrecord::ui
