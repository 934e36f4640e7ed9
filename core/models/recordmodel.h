// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/models/table.h"

#include <QAbstractTableModel>
#include <array>

namespace onrecord::models {

/// The table of one kind of item that passes the filter. Values and named roles only: words, headers and colours are added by
/// `present`. Small tables are made at once, large ones on a worker; until the new rows are there the old ones stay.
/// Jumping to an item is O(log n), a cell O(1) or O(log n). GUI thread.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        ItemRole = Qt::UserRole + 1, ///< ItemId
        ValueRole,                   ///< the column's value, see Shape::value()
    };

    /// The shape must outlive the model; they are the constants of core/models/shapes.h.
    explicit RecordModel(const Shape &shape, QObject *parent = nullptr);

    /// Shows this record through this filter. An equal order of the same items only changes data, so views keep their place.
    void show(SnapshotPtr record, const explore::Visible &visible);
    /// Only rows that hold these words (folded), in any column that has words; empty for all.
    void setFind(const QString &words);
    [[nodiscard]] const QString &find() const { return m_wish.find; }

    /// Only rows of one of these kinds, see Shape::kinds(); 0 for all.
    void setKinds(quint32 kinds);
    [[nodiscard]] quint32 kinds() const { return m_wish.kinds; }
    /// How many rows there are of each kind, by the flag's place, whatever is found or chosen.
    [[nodiscard]] const std::array<int, 8> &ofKind() const { return m_table.ofKind; }

    [[nodiscard]] ItemId itemAt(int row) const;
    /// The row of an item, -1 when it is not shown.
    [[nodiscard]] int rowOf(ItemId item) const;
    [[nodiscard]] const SnapshotPtr &record() const { return m_table.facts.record; }
    [[nodiscard]] const Shape &shape() const { return m_shape; }
    [[nodiscard]] QVariant value(int row, int column) const;
    [[nodiscard]] int sortColumn() const { return m_wish.column; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_wish.descending ? Qt::DescendingOrder : Qt::AscendingOrder; }
    /// A new table is being made on a worker.
    [[nodiscard]] bool isWorking() const { return m_latest.isAsking(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// The rows of the last wish are in place, after the model's own signals.
    void shown();

private:
    void remake();
    void install(Table table);
    [[nodiscard]] bool sameItems(const Table &table) const;

    const Shape &m_shape;
    TableWish m_wish;
    SnapshotPtr m_record;
    explore::Visible m_visible;
    Table m_table;
    Latest<Table> m_latest;
};

} // namespace onrecord::models
