// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <functional>

namespace onrecord::present {

/// Paints rows of a TableProxy: disc, main line, quieter second line, hairline. A row related to the selection carries a bar at its
/// left edge, a selected one a wash; both stay apart from the hover.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    struct Emphasis {
        bool related = false; ///< to what is selected somewhere
        bool hovered = false; ///< under the mouse in some pane
    };
    /// Asked for every painted cell; must be O(1).
    void setEmphasis(std::function<Emphasis(const QModelIndex &)> emphasis) { m_emphasis = std::move(emphasis); }
    /// Height of every row: two lines with air, never under 36.
    [[nodiscard]] static int rowHeight(const QFont &font);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::function<Emphasis(const QModelIndex &)> m_emphasis;
};

} // namespace onrecord::present
