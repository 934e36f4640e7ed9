// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changelog.h"

#include "core/store/changeformat.h"

#include <QtEndian>
#include <algorithm>

namespace onrecord::store {

namespace {

/// An agent_name tells its agent in the second column.
qint64 agentOf(const Table &table, const std::vector<Value> &row)
{
    return table.name == "agent_name" ? std::get<qint64>(row[1]) : 0;
}

/// In the encoding of RowDigest, behind its name and two integers of nine bytes each: the id and, of an agent_name, its agent.
qint64 agentOf(const Table &table, QByteArrayView change)
{
    constexpr qsizetype agentAt = 2 + 9 + 1; // operation, indirect; the id; the type of the second value
    return table.name == "agent_name" ? qFromBigEndian<qint64>(change.data() + agentAt) : 0;
}

/// The column whose words are searched; -1 for a table where any change may change them.
qsizetype wordColumn(const Table &table)
{
    if (table.name == "agent")
        return table.columns.indexOf("name");
    return table.name == "quotation" ? table.columns.indexOf("exact") : -1;
}

} // namespace

ChangeLog::ChangeLog(Connection &connection, const Tables &tables) : m_connection(connection), m_tables(tables)
{
    for (const Table &table : tables.all())
        m_logs.push_back({&table, {}, {}, {}, {}});
}

ChangeLog::Log &ChangeLog::of(const Table &table)
{
    return m_logs[static_cast<size_t>(&table - m_tables.all().data())];
}

void ChangeLog::inserted(const Table &table, qint64 id, QByteArrayView row, QByteArrayView digest)
{
    Log &log = of(table);
    if (log.before.contains(id))
        return; // in the place of a row that was removed: what differs is told in the end
    if (!log.inserted.empty() && id <= log.inserted.back().id) {
        log.changed.insert(id); // the same of one that was inserted here
        return;
    }
    log.inserted.push_back({id, log.bytes.size()});
    changeformat::addOperation(log.bytes, SQLITE_INSERT);
    changeformat::addDigestedRow(log.bytes, row);
    changeformat::addBlob(log.bytes, digest);
}

void ChangeLog::changing(const Table &table, qint64 id, const Query &row)
{
    Log &log = of(table);
    if (!log.inserted.empty() && id >= log.inserted.front().id) {
        log.changed.insert(id);
    } else if (!log.before.contains(id)) {
        std::vector<Value> values;
        for (int column = 0; column < row.columnCount(); ++column)
            values.push_back(row.value(column));
        log.before.insert(id, std::move(values));
    }
}

ChangeLog::Mark ChangeLog::mark() const
{
    Mark mark;
    for (const Log &log : m_logs)
        mark.emplace_back(log.bytes.size(), log.inserted.size());
    return mark;
}

void ChangeLog::goBackTo(const Mark &mark)
{
    // A row that was changed after the mark is read anew in the end, so it needs no way back.
    for (size_t i = 0; i < m_logs.size(); ++i) {
        m_logs[i].bytes.truncate(mark[i].first);
        m_logs[i].inserted.resize(mark[i].second);
    }
}

std::vector<Value> ChangeLog::rowNow(const Table &table, qint64 id) const
{
    Query query(m_connection, "SELECT * FROM " + table.name.toStdString() + " WHERE id = ?");
    query.add(id);
    std::vector<Value> values;
    if (query.next()) {
        for (int column = 0; column < query.columnCount(); ++column)
            values.push_back(query.value(column));
    }
    return values;
}

ChangeLog::Changes ChangeLog::changes() const
{
    Changes out;
    for (const Log &log : m_logs) {
        if (log.inserted.empty() && log.before.isEmpty())
            continue;
        const qsizetype start = out.set.size();
        const size_t before = out.rows.size();
        changeformat::addTable(out.set, static_cast<size_t>(log.table->columns.size()), log.table->name);
        addInserted(log, out);
        addChanged(log, out);
        if (out.rows.size() == before)
            out.set.truncate(start);
    }
    return out;
}

void ChangeLog::addInserted(const Log &log, Changes &out) const
{
    for (size_t i = 0; i < log.inserted.size(); ++i) {
        const auto [id, start] = log.inserted[i];
        const qsizetype end = i + 1 < log.inserted.size() ? log.inserted[i + 1].start : log.bytes.size();
        const QByteArrayView change = QByteArrayView(log.bytes).sliced(start, end - start);
        if (!log.changed.contains(id)) {
            out.set += change;
            out.rows.push_back({log.table->name, id, RowChange::Inserted, agentOf(*log.table, change), true});
        } else if (const std::vector<Value> now = rowNow(*log.table, id); !now.empty()) {
            changeformat::addOperation(out.set, SQLITE_INSERT);
            for (const Value &value : now)
                changeformat::addValue(out.set, value);
            out.rows.push_back({log.table->name, id, RowChange::Inserted, agentOf(*log.table, now), true});
        }
    }
}

void ChangeLog::addChanged(const Log &log, Changes &out) const
{
    QList<qint64> ids = log.before.keys();
    std::ranges::sort(ids);
    const qsizetype words = wordColumn(*log.table);
    for (const qint64 id : std::as_const(ids)) {
        const std::vector<Value> was = log.before.value(id);
        const std::vector<Value> now = rowNow(*log.table, id);
        if (was == now)
            continue;
        ChangedRow row{log.table->name, id, now.empty() ? RowChange::Removed : RowChange::Updated, 0, true};
        changeformat::addOperation(out.set, now.empty() ? SQLITE_DELETE : SQLITE_UPDATE);
        const auto differs = [&](size_t column) { return now.empty() || was[column] != now[column]; };
        // What an update leaves as it is, is not told; but for the key among the old values.
        for (size_t column = 0; column < was.size(); ++column)
            changeformat::addValue(out.set, column == 0 || differs(column) ? std::optional(was[column]) : std::nullopt);
        for (size_t column = 0; column < now.size(); ++column)
            changeformat::addValue(out.set, differs(column) ? std::optional(now[column]) : std::nullopt);
        if (now.empty() || (log.table->name == "agent_name" && differs(1)))
            row.agent = agentOf(*log.table, was);
        if (!now.empty() && words >= 0)
            row.hasNewWords = differs(static_cast<size_t>(words));
        out.rows.push_back(row);
    }
}

} // namespace onrecord::store
