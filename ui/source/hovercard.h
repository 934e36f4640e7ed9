// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace onrecord::ui {

/// What the words under the mouse are, in a few plain lines; never takes the focus or the mouse. `lines[0]` is set bold.
class HoverCard : public QFrame
{
    Q_OBJECT
public:
    explicit HoverCard(QWidget *parent);

    /// Shows itself beside a rectangle of the parent, below it when there is room.
    void showLines(const QStringList &lines, const QColor &colour, const QString &letters, bool square, const QRect &beside);
    [[nodiscard]] const QStringList &lines() const { return m_lines; }

private:
    QLabel *m_disc;
    QLabel *m_first;
    QLabel *m_rest;
    QStringList m_lines;
};

} // namespace onrecord::ui
