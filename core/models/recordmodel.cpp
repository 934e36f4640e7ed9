// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/recordmodel.h"

namespace onrecord::models {

namespace {
/// Below this a table is made within a frame.
constexpr size_t rowsAtOnce = 5000;
}

RecordModel::RecordModel(const Shape &shape, QObject *parent) : QAbstractTableModel(parent), m_shape(shape), m_record(std::make_shared<Snapshot>())
{
    m_table.facts.record = m_record;
}

void RecordModel::show(SnapshotPtr record, const explore::Visible &visible)
{
    Q_ASSERT(record);
    m_record = std::move(record);
    m_visible = visible;
    remake();
}

void RecordModel::setFind(const QString &words)
{
    if (words == m_wish.find)
        return;
    m_wish.find = words;
    remake();
}

void RecordModel::setKinds(quint32 kinds)
{
    if (kinds == m_wish.kinds)
        return;
    m_wish.kinds = kinds;
    remake();
}

void RecordModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = order == Qt::DescendingOrder;
    if (column == m_wish.column && descending == m_wish.descending)
        return;
    m_wish.column = column;
    m_wish.descending = descending;
    remake();
}

void RecordModel::remake()
{
    // Counting walks the quotations, whatever the table is of.
    if (m_shape.total(*m_record) + m_record->quotations().size() + m_record->mentions().size() <= rowsAtOnce) {
        m_latest.cancel();
        install(makeTable(m_shape, m_record, m_visible, m_wish));
        return;
    }
    m_latest.ask(
        [shape = &m_shape, record = m_record, visible = m_visible, wish = m_wish](QPromise<Table> &promise) {
            Table table = makeTable(*shape, record, visible, wish, [&promise] { return promise.isCanceled(); });
            if (!promise.isCanceled())
                promise.addResult(std::move(table));
        },
        [this](Table table) { install(std::move(table)); });
}

bool RecordModel::sameItems(const Table &table) const
{
    if (table.rows.size() != m_table.rows.size())
        return false;
    if (table.facts.record == m_table.facts.record)
        return table.rows == m_table.rows;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        if (m_shape.item(*table.facts.record, table.rows[row]) != m_shape.item(*m_table.facts.record, m_table.rows[row]))
            return false;
    }
    return true;
}

void RecordModel::install(Table table)
{
    if (sameItems(table)) {
        m_table = std::move(table);
        if (!m_table.rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
    }
    Q_EMIT shown();
}

ItemId RecordModel::itemAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_shape.item(*m_table.facts.record, m_table.rows[static_cast<size_t>(row)]) : ItemId();
}

int RecordModel::rowOf(ItemId item) const
{
    const auto at = m_shape.position(*m_table.facts.record, item);
    const quint32 row = at && *at < m_table.rowOf.size() ? m_table.rowOf[*at] : Table::nowhere;
    return row == Table::nowhere ? -1 : static_cast<int>(row);
}

QVariant RecordModel::value(int row, int column) const
{
    return row >= 0 && row < rowCount() ? m_shape.value(m_table.facts, m_table.rows[static_cast<size_t>(row)], column) : QVariant();
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shape.columnCount();
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const QVariant cell = value(index.row(), index.column());
        return cell.canConvert<QString>() ? QVariant(cell.toString()) : QVariant();
    }
    case ItemRole:
        return QVariant::fromValue(itemAt(index.row()));
    case ValueRole:
        return value(index.row(), index.column());
    default:
        return {};
    }
}

QHash<int, QByteArray> RecordModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(ItemRole, QByteArrayLiteral("item"));
    names.insert(ValueRole, QByteArrayLiteral("value"));
    return names;
}

} // namespace onrecord::models
