// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/tones.h"

#include <QStyledItemDelegate>
#include <functional>

namespace onrecord::ui {

/// Paints rows that are answers: a bar in the answer's colour at the left, the words bold, under them a quieter line that names the
/// answer with its sign.
class AnswerDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { LineRole = Qt::UserRole + 60 }; ///< QString: the second line
    /// Asked for every painted row; O(1).
    using Ink = std::function<QColor(const QModelIndex &, const present::Tones &)>;
    explicit AnswerDelegate(Ink ink, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_ink(std::move(ink)) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Ink m_ink;
};

} // namespace onrecord::ui
