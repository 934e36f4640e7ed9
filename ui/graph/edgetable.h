// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/graph.h"

#include <QAbstractTableModel>
#include <memory>

namespace onrecord::ui {

/// The same graph as a table: a row for each edge (from, how, to, how many passages), then one for each node without any.
class EdgeTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { From, How, To, Passages, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void set(std::shared_ptr<const explore::Graph> graph, SnapshotPtr record);
    /// The edge of a row, or -1 when it is a node alone.
    [[nodiscard]] int edgeOf(int row) const;
    [[nodiscard]] ItemId itemOf(int row) const; ///< the node a row begins with

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const explore::Graph> m_graph = std::make_shared<explore::Graph>();
    SnapshotPtr m_record = std::make_shared<Snapshot>();
    std::vector<qint32> m_alone;
};

} // namespace onrecord::ui
