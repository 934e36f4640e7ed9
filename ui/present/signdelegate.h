// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace onrecord::present {

/// How something fares, told by a sign and a colour beside its words.
enum class Sign : quint8 { None, Done, Same, Changed, Refused, LeftOut, Waiting, Busy };

/// Rows of one line each in quiet lists: a hairline between them, the selected one washed, the cells that say how something fares with their
/// sign. Colours are the view's palette's.
class SignDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static constexpr int SignRole = Qt::UserRole + 100; ///< int(Sign) of a cell; nothing is None

    /// Gives the view this delegate, its header and its manner of selecting. Names are cut in the middle, the other columns at the end.
    static void setUp(QTreeView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace onrecord::present
