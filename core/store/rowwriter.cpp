// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowwriter.h"
#include "core/store/digest.h"
#include "core/store/schema.h"

#include <algorithm>
#include <cmath>

namespace onrecord::store {

namespace {

/// What SQLite will keep: no NaN (it would become NULL on its own), no words that UTF-8 cannot carry.
const Value &kept(const Value &value)
{
    static const Value null;
    const double *number = std::get_if<double>(&value);
    return number && std::isnan(*number) ? null : value;
}

std::string insertStatement(const QByteArray &table, qsizetype columnCount)
{
    std::string sql = "INSERT INTO " + table.toStdString() + " VALUES(?";
    for (qsizetype i = 1; i < columnCount; ++i)
        sql += ",?";
    return sql + ")";
}

} // namespace

Tables::Tables(Connection &connection)
{
    for (const char *table : recordTables()) {
        Query query(connection, std::string("SELECT name FROM pragma_table_info('") + table + "') ORDER BY cid");
        QList<QByteArray> &columns = m_columns[table];
        while (query.next())
            columns.append(query.text(0).toLatin1());
    }
}

QByteArray digestOfRow(const QByteArray &table, const Query &query)
{
    RowDigest digest(table);
    for (int column = 0; column + 1 < query.columnCount(); ++column)
        digest.add(query.value(column));
    return digest.result();
}

qint64 RowWriter::insert(const QByteArray &table, const std::vector<Value> &values)
{
    const auto count = static_cast<qsizetype>(values.size()) + 2;
    Q_ASSERT(count == m_tables.columns(table).size());
    auto last = m_lastId.find(table);
    if (last == m_lastId.end()) {
        Query newest(m_connection, "SELECT coalesce(max(id), 0) FROM " + table.toStdString());
        (void)newest.next();
        last = m_lastId.insert(table, std::max(newest.integer(0), m_highest.value(table)));
    }
    const qint64 id = ++*last;
    RowDigest digest(table);
    digest.add(id);
    Query query(m_connection, insertStatement(table, count));
    query.add(id);
    for (const Value &value : values) {
        const Value &stored = kept(value);
        digest.add(stored);
        query.add(stored);
    }
    query.add(digest.result());
    query.run();
    return id;
}

void RowWriter::update(const QByteArray &table, qint64 id, const Fields &fields)
{
    std::string sql = "UPDATE " + table.toStdString() + " SET ";
    for (const auto &[column, value] : fields)
        sql += std::string(column) + " = ?, ";
    Query query(m_connection, sql + "digest = ? WHERE id = ?");
    for (const auto &[column, value] : fields)
        query.add(kept(value));
    query.add(digestWith(table, id, fields)).add(id).run();
}

QByteArray RowWriter::digestWith(const QByteArray &table, qint64 id, const Fields &fields)
{
    Query row(m_connection, "SELECT * FROM " + table.toStdString() + " WHERE id = ?");
    row.add(id);
    if (!row.next())
        refuse(Fault::NotFound, QStringLiteral("%1 %2").arg(QString::fromLatin1(table)).arg(id));
    const QList<QByteArray> &columns = m_tables.columns(table);
    RowDigest digest(table);
    for (int column = 0; column + 1 < row.columnCount(); ++column) {
        const auto field = std::ranges::find_if(fields, [&](const auto &one) { return columns[column] == one.first; });
        digest.add(field == fields.end() ? row.value(column) : kept(field->second));
    }
    return digest.result();
}

void RowWriter::remove(const QByteArray &table, qint64 id)
{
    Query query(m_connection, "DELETE FROM " + table.toStdString() + " WHERE id = ?");
    query.add(id).run();
    m_lastId.remove(table);
}

QList<qint64> RowWriter::idsWhere(const QByteArray &table, const char *column, qint64 is)
{
    Query query(m_connection, "SELECT id FROM " + table.toStdString() + " WHERE " + column + " = ? ORDER BY id");
    query.add(is);
    QList<qint64> ids;
    while (query.next())
        ids.append(query.integer(0));
    return ids;
}

void RowWriter::replace(const QByteArray &table, const char *column, qint64 was, const Value &now)
{
    for (const qint64 id : idsWhere(table, column, was))
        update(table, id, {{column, now}});
}

void RowWriter::removeWhere(const QByteArray &table, const char *column, qint64 is)
{
    for (const qint64 id : idsWhere(table, column, is))
        remove(table, id);
}

} // namespace onrecord::store
