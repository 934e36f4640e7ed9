// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QScrollBar>
#include <QtTypes>
#include <functional>
#include <vector>

namespace onrecord::ui {

/// The scroll bar of a paper that is also a map of it: where quotations, figures, found words and the selection are. A click
/// goes there, a drag scrolls; keys as in any scroll bar.
class OverviewBar : public QScrollBar
{
    Q_OBJECT
public:
    struct Entry {
        qint32 offset = 0;
        QColor colour;
        quint8 rank = 0;   ///< the higher is painted over the lower
        bool wide = false; ///< across the whole bar: found words, the selection
    };
    /// `share` tells how far down the page (0..1) an offset stands.
    OverviewBar(std::function<double(qint32)> share, QWidget *parent = nullptr);

    void setEntries(std::vector<Entry> entries); ///< any order
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    void setColours(const QColor &ground, const QColor &thumb, const QColor &edge);
    /// What the tool tip says of an entry; plain text, empty for nothing.
    void setTips(std::function<QString(qint32 offset)> tips) { m_tips = std::move(tips); }
    [[nodiscard]] QSize sizeHint() const override;
    /// The entry nearest to y within a few pixels; -1 for none.
    [[nodiscard]] int entryAt(int y) const;
    [[nodiscard]] int yOf(qint32 offset) const;

Q_SIGNALS:
    void entryClicked(qint32 offset);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void scrollTo(int y);

    std::function<double(qint32)> m_share;
    std::function<QString(qint32)> m_tips;
    std::vector<Entry> m_entries;
    QColor m_ground, m_thumb, m_edge;
    bool m_dragging = false;
};

} // namespace onrecord::ui
