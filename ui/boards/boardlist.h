// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figureboard.h"

#include <QAbstractListModel>

namespace onrecord::ui {

/// The boards, one row each: title and answer in words.
class BoardList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RelationRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    void setBoards(std::vector<match::Board> boards);
    [[nodiscard]] const std::vector<match::Board> &boards() const { return m_boards; }
    /// The row of the board that holds the figure, or -1.
    [[nodiscard]] int rowOf(FigureId figure) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<match::Board> m_boards;
};

} // namespace onrecord::ui
