// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowwriter.h"
#include "core/store/changelog.h"
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

std::string insertStatement(const char *table, qsizetype columnCount)
{
    std::string sql = std::string("INSERT INTO ") + table + " VALUES(?";
    for (qsizetype i = 1; i < columnCount; ++i)
        sql += ",?";
    return sql + ")";
}

} // namespace

Tables::Tables(Connection &connection)
{
    for (const char *name : recordTables()) {
        Query query(connection, std::string("SELECT name FROM pragma_table_info('") + name + "') ORDER BY cid");
        Table table{name, {}, {}};
        while (query.next())
            table.columns.append(query.text(0).toLatin1());
        table.insertSql = insertStatement(name, table.columns.size());
        m_tables.push_back(std::move(table));
    }
}

const Table &Tables::of(QByteArrayView name) const
{
    static const Table none;
    const auto found = std::ranges::find_if(m_tables, [name](const Table &table) { return table.name == name; });
    return found == m_tables.end() ? none : *found;
}

QByteArray digestOfRow(const QByteArray &table, const Query &query)
{
    RowDigest digest(table);
    for (int column = 0; column + 1 < query.columnCount(); ++column)
        digest.add(query.value(column));
    return digest.result();
}

qint64 RowWriter::nextId(const Table &table)
{
    auto last = m_lastId.find(table.name);
    if (last == m_lastId.end()) {
        Query newest(m_connection, "SELECT coalesce(max(id), 0) FROM " + table.name.toStdString());
        (void)newest.next();
        last = m_lastId.insert(table.name, std::max(newest.integer(0), m_highest.value(table.name)));
    }
    return ++*last;
}

qint64 RowWriter::insert(QByteArrayView table, const std::vector<Value> &values)
{
    const Table &into = m_tables.of(table);
    Q_ASSERT(static_cast<qsizetype>(values.size()) + 2 == into.columns.size());
    const qint64 id = nextId(into);
    RowDigest digest(into.name);
    digest.add(id);
    std::vector<RowDigest::Place> places;
    places.reserve(values.size());
    for (const Value &value : values)
        places.push_back(digest.add(kept(value)));
    // Text is stored from the digest's own bytes: put into UTF-8 once, copied by nobody.
    const QByteArray sum = digest.result();
    Query query(m_connection, into.insertSql);
    query.add(id);
    for (size_t i = 0; i < values.size(); ++i) {
        const Value &value = kept(values[i]);
        if (std::holds_alternative<QString>(value))
            query.addText(digest.bytes(places[i]));
        else if (std::holds_alternative<QByteArray>(value))
            query.addBlob(digest.bytes(places[i]));
        else
            query.add(value);
    }
    query.addBlob(sum).run();
    if (m_log)
        m_log->inserted(into, id, digest.values(), sum);
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
    if (m_log)
        m_log->changing(m_tables.of(table), id, row);
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
    if (m_log) {
        Query row(m_connection, "SELECT * FROM " + table.toStdString() + " WHERE id = ?");
        row.add(id);
        if (row.next())
            m_log->changing(m_tables.of(table), id, row);
    }
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
