// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

#include <QHash>
#include <QList>
#include <initializer_list>
#include <utility>
#include <vector>

namespace onrecord::store {

/// One table of the record.
struct Table {
    QByteArray name;
    QList<QByteArray> columns; ///< in the schema's order, `id` first and `digest` last
    std::string insertSql;     ///< of a whole row
};

/// The tables of the record, read once per connection.
class Tables
{
public:
    explicit Tables(Connection &connection);
    /// One without columns when there is none of that name.
    [[nodiscard]] const Table &of(QByteArrayView name) const;
    [[nodiscard]] const std::vector<Table> &all() const { return m_tables; }
    [[nodiscard]] const QList<QByteArray> &columns(QByteArrayView table) const { return of(table).columns; }
    [[nodiscard]] qsizetype columnIndex(QByteArrayView table, QByteArrayView column) const { return columns(table).indexOf(column); }

private:
    std::vector<Table> m_tables;
};

/// The digest the stored row should have. `query` stands on a row of `SELECT * FROM table`.
[[nodiscard]] QByteArray digestOfRow(const QByteArray &table, const Query &query);

class ChangeLog;

/// The only way rows of the record are written: keeps each row's digest true. Lives within one transaction.
/// Throws SQLite::Exception; Refusal{NotFound} when the row is not there.
class RowWriter
{
public:
    using Fields = std::vector<std::pair<const char *, Value>>;

    /// The newest id each table ever had in this session, also of rows that were undone since: an id never means two things while a
    /// window may remember it.
    using Highest = QHash<QByteArray, qint64>;

    /// `log`: told of every change; may be null.
    RowWriter(Connection &connection, const Tables &tables, const Highest &highest = {}, ChangeLog *log = nullptr)
        : m_connection(connection), m_tables(tables), m_highest(highest), m_log(log)
    {
    }
    [[nodiscard]] Connection &connection() const { return m_connection; }

    /// `values`: every column but id and digest, in the schema's order. Returns the new row's id.
    qint64 insert(QByteArrayView table, const std::vector<Value> &values);
    void update(const QByteArray &table, qint64 id, const Fields &fields);
    void remove(const QByteArray &table, qint64 id);
    /// Sets `column` of every row where it is `was`.
    void replace(const QByteArray &table, const char *column, qint64 was, const Value &now);
    void removeWhere(const QByteArray &table, const char *column, qint64 is);
    /// What was given out here; counts from the commit on.
    [[nodiscard]] const Highest &lastIds() const { return m_lastId; }
    /// A part of the transaction was rolled back: what was given out since these were the last ids is free again.
    void goBackTo(const Highest &lastIds) { m_lastId = lastIds; }
    [[nodiscard]] QList<qint64> idsWhere(const QByteArray &table, const char *column, qint64 is);

private:
    [[nodiscard]] qint64 nextId(const Table &table);
    /// What the row's digest is once it has these fields.
    [[nodiscard]] QByteArray digestWith(const QByteArray &table, qint64 id, const Fields &fields);

    Connection &m_connection;
    const Tables &m_tables;
    Highest m_highest; ///< before this transaction
    Highest m_lastId;  ///< with it
    ChangeLog *m_log;
};

/// Null id: NULL; otherwise its number. For columns that refer.
template<class Id>
[[nodiscard]] Value reference(Id id)
{
    return id.isNull() ? Value() : Value(id.value);
}

template<class Enum>
[[nodiscard]] Value code(Enum value)
{
    return static_cast<qint64>(value);
}

} // namespace onrecord::store
