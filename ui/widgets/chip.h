// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace onrecord::ui {

/// One removable term: quiet word, strong value, a cross. An excluded one says "not" and has a dashed edge. With the
/// focus, Delete, Backspace, Space or Enter removes, Minus turns it round, the arrows go to the neighbour.
class Chip : public QWidget
{
    Q_OBJECT
public:
    Chip(const QString &what, const QString &value, bool excluded, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const; ///< all of it in one line ("not outlet River Post")
    [[nodiscard]] bool isExcluded() const { return m_excluded; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeWanted();
    void invertWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] QString lead() const;
    [[nodiscard]] QFont valueFont() const;
    [[nodiscard]] QRect crossRect() const;

    QString m_what;
    QString m_value;
    bool m_excluded;
    bool m_crossHovered = false;
};

} // namespace onrecord::ui
