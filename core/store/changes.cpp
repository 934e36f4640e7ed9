// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changes.h"
#include "core/store/schema.h"

namespace onrecord::store {

namespace {

/// The only column of a table whose words are indexed; -1 where that is not told by one column.
int wordColumn(const QByteArray &table, const Tables &tables)
{
    if (table == "agent")
        return static_cast<int>(tables.columnIndex(table, "name"));
    if (table == "quotation")
        return static_cast<int>(tables.columnIndex(table, "exact"));
    return -1;
}

} // namespace

ChangeRecorder::ChangeRecorder(Connection &connection) : m_connection(connection)
{
    require(sqlite3session_create(connection.handle(), "main", &m_session), connection.handle());
    for (const char *table : recordTables()) {
        if (const int code = sqlite3session_attach(m_session, table); code != SQLITE_OK) {
            sqlite3session_delete(m_session);
            throw SQLite::Exception(connection.handle(), code);
        }
    }
}

ChangeRecorder::~ChangeRecorder()
{
    sqlite3session_delete(m_session);
}

QByteArray ChangeRecorder::changes() const
{
    int size = 0;
    void *bytes = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &bytes);
    const QByteArray out(static_cast<const char *>(bytes), size);
    sqlite3_free(bytes);
    require(code, m_connection.handle());
    return out;
}

std::vector<ChangedRow> rowsOf(const QByteArray &changes, const Tables &tables)
{
    std::vector<ChangedRow> out;
    sqlite3_changeset_iter *at = nullptr;
    require(sqlite3changeset_start(&at, static_cast<int>(changes.size()), const_cast<char *>(changes.constData())), nullptr);
    int code = SQLITE_ROW;
    while ((code = sqlite3changeset_next(at)) == SQLITE_ROW) {
        const char *table = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(at, &table, &columns, &operation, nullptr);
        const auto valueOf = operation == SQLITE_INSERT ? &sqlite3changeset_new : &sqlite3changeset_old;
        ChangedRow row;
        row.table = table;
        row.change = operation == SQLITE_INSERT ? RowChange::Inserted : operation == SQLITE_DELETE ? RowChange::Removed : RowChange::Updated;
        sqlite3_value *value = nullptr;
        valueOf(at, 0, &value);
        row.id = value ? sqlite3_value_int64(value) : 0;
        const auto ownerIn = [&](const char *column) {
            value = nullptr;
            valueOf(at, static_cast<int>(tables.columnIndex(row.table, column)), &value);
            return value ? sqlite3_value_int64(value) : 0;
        };
        if (row.table == "agent_name")
            row.agent = ownerIn("agent_id");
        else if (row.table == "region")
            row.article = ownerIn("article_id");
        if (const int words = row.change == RowChange::Updated ? wordColumn(row.table, tables) : -1; words >= 0) {
            value = nullptr;
            sqlite3changeset_new(at, words, &value);
            row.hasNewWords = value != nullptr;
        }
        out.push_back(row);
    }
    sqlite3changeset_finalize(at);
    require(code == SQLITE_DONE ? SQLITE_OK : code, nullptr);
    return out;
}

QByteArray inverted(const QByteArray &changes)
{
    int size = 0;
    void *bytes = nullptr;
    const int code = sqlite3changeset_invert(static_cast<int>(changes.size()), changes.constData(), &size, &bytes);
    const QByteArray out(static_cast<const char *>(bytes), size);
    sqlite3_free(bytes);
    require(code, nullptr);
    return out;
}

void applyChanges(Connection &connection, const QByteArray &changes)
{
    const auto conflict = [](void *, int, sqlite3_changeset_iter *) { return SQLITE_CHANGESET_ABORT; };
    const int code = sqlite3changeset_apply_v2(connection.handle(), static_cast<int>(changes.size()),
                                               const_cast<char *>(changes.constData()), nullptr, conflict, nullptr, nullptr, nullptr, 0);
    if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
        refuse(Fault::Conflict, QStringLiteral("the change set does not fit the record"));
    require(code, connection.handle());
}

} // namespace onrecord::store
