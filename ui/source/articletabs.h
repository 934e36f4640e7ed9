// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QTabBar>

namespace onrecord::ui {

/// The tabs above the page: flat, the open one the colour of its paper with a line of the accent above it, so that tab and
/// page are one sheet. Middle click closes.
class ArticleTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit ArticleTabs(QWidget *parent = nullptr);

    void setPaper(const QColor &paper, const QColor &ink);
    /// A tab with its own named close button.
    int addArticle(const QString &label);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;

private:
    QColor m_paper;
    QColor m_ink;
};

} // namespace onrecord::ui
