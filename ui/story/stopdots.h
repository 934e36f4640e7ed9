// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace onrecord::ui {

/// A row of dots, one a stop: where a walk is. Click, arrow keys, Home and End ask for another stop.
class StopDots : public QWidget
{
    Q_OBJECT
public:
    explicit StopDots(QWidget *parent = nullptr);
    void setStops(const QStringList &titles);
    void setCurrent(int stop);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stopWanted(int stop);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int stopAt(int x) const;
    [[nodiscard]] double step() const;
    void ask(int stop);
    QStringList m_titles;
    int m_current = -1;
};

} // namespace onrecord::ui
