// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include <QByteArrayView>
#include <array>
#include <csignal>

namespace onrecord::store {

namespace {

int openFlags(Connection::Access access)
{
    const int mode = access == Connection::Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    return mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
}

void harden(sqlite3 *db)
{
    struct Setting {
        int what;
        int on;
    };
    constexpr std::array settings{
        Setting{SQLITE_DBCONFIG_DEFENSIVE, 1},       Setting{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        Setting{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},  Setting{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        Setting{SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}, Setting{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        Setting{SQLITE_DBCONFIG_DQS_DML, 0},         Setting{SQLITE_DBCONFIG_DQS_DDL, 0},
        Setting{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    };
    for (const Setting &setting : settings)
        require(sqlite3_db_config(db, setting.what, setting.on, nullptr), db);

    constexpr std::array limits{
        std::pair{SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024}, std::pair{SQLITE_LIMIT_SQL_LENGTH, 100'000},
        std::pair{SQLITE_LIMIT_COLUMN, 100},               std::pair{SQLITE_LIMIT_EXPR_DEPTH, 50},
        std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 5},        std::pair{SQLITE_LIMIT_VDBE_OP, 100'000},
        std::pair{SQLITE_LIMIT_FUNCTION_ARG, 16},          std::pair{SQLITE_LIMIT_ATTACHED, 0},
        std::pair{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1'000}, std::pair{SQLITE_LIMIT_VARIABLE_NUMBER, 500},
        std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 1},          std::pair{SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (const auto &[what, most] : limits)
        sqlite3_limit(db, what, most);
}

} // namespace

Connection::Connection(const QByteArray &path, Access access)
    : m_access(access), m_database(path.constData(), openFlags(access))
{
    // A file-size limit is a full disk, not a reason to die (F5).
    std::signal(SIGXFSZ, SIG_IGN);
    harden(handle());
    execute("PRAGMA locking_mode=EXCLUSIVE");
    execute("PRAGMA cell_size_check=ON");
    execute("PRAGMA mmap_size=0");
    execute("PRAGMA foreign_keys=ON");
    execute("PRAGMA recursive_triggers=OFF");
    execute("PRAGMA temp_store=MEMORY");
    execute("PRAGMA secure_delete=ON");
    execute("PRAGMA cache_size=-32768");
    if (access == Access::Read)
        execute("PRAGMA query_only=ON");
    else
        execute("PRAGMA synchronous=EXTRA");
    sqlite3_set_authorizer(handle(), &Connection::authorize, this);
}

Connection::~Connection()
{
    // Authorization is asked again by statements that prepare anew; nothing is prepared any more.
    sqlite3_set_authorizer(handle(), nullptr, nullptr);
    m_idleOfLiteral.clear();
    m_idle.clear();
}

int Connection::authorize(void *self, int action, const char *first, const char *second, const char *, const char *)
{
    const auto *connection = static_cast<const Connection *>(self);
    switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return SQLITE_DENY;
    case SQLITE_PRAGMA: {
        const QByteArrayView name(first);
        if (name == "data_version" || name == "table_info" || name == "table_xinfo" || name == "defer_foreign_keys")
            return SQLITE_OK; // asked by the search index and by change sets
        return connection->m_open ? SQLITE_OK : SQLITE_DENY;
    }
    case SQLITE_FUNCTION:
        return QByteArrayView(second) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_ALTER_TABLE:
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_TEMP_INDEX:
    case SQLITE_CREATE_TEMP_TABLE:
    case SQLITE_CREATE_TEMP_TRIGGER:
    case SQLITE_CREATE_TEMP_VIEW:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_INDEX:
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_TEMP_INDEX:
    case SQLITE_DROP_TEMP_TABLE:
    case SQLITE_DROP_TEMP_TRIGGER:
    case SQLITE_DROP_TEMP_VIEW:
    case SQLITE_DROP_TRIGGER:
    case SQLITE_DROP_VIEW:
    case SQLITE_DROP_VTABLE:
    case SQLITE_REINDEX:
    case SQLITE_ANALYZE:
        return connection->m_access == Access::MakeSchema || connection->m_schemaOpen ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_OK;
    }
}

void Connection::inTransaction(const char *begin, const std::function<void()> &call)
{
    execute(begin);
    try {
        call();
        execute("COMMIT");
    } catch (...) {
        sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

void Connection::lockForGood(const std::function<void()> &before)
{
    // In exclusive locking mode a lock that is taken here is kept until the connection closes; nothing is written.
    inTransaction(isWritable() ? "BEGIN IMMEDIATE" : "BEGIN", [&] {
        (void)value("SELECT count(*) FROM sqlite_schema");
        before();
    });
    if (isWritable())
        inTransaction("BEGIN EXCLUSIVE", [] {});
}

void Connection::execute(const char *sql)
{
    m_database.exec(sql);
}

Value Connection::value(const char *sql)
{
    Query query(*this, sql);
    return query.next() ? query.value(0) : Value();
}

Connection::Idle &Connection::idle(const std::string &sql)
{
    Idle &found = m_idle[sql];
    if (found.sql.empty())
        found.sql = sql;
    return found;
}

Connection::Idle &Connection::idleOfLiteral(const char *sql)
{
    Idle *&found = m_idleOfLiteral[sql];
    if (!found)
        found = &idle(sql);
    return *found;
}

Connection::Statement Connection::take(Idle &from)
{
    if (!from.statements.empty()) {
        Statement statement = std::move(from.statements.back());
        from.statements.pop_back();
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    require(sqlite3_prepare_v3(handle(), from.sql.c_str(), static_cast<int>(from.sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr), handle());
    return Statement(statement);
}

Query::~Query()
{
    sqlite3_reset(m_statement.get());
    if (m_bound > 0)
        sqlite3_clear_bindings(m_statement.get());
    m_home.statements.push_back(std::move(m_statement));
}

Query &Query::add(qint64 value)
{
    requireBound(sqlite3_bind_int64(m_statement.get(), ++m_bound, value));
    return *this;
}

Query &Query::add(double value)
{
    requireBound(sqlite3_bind_double(m_statement.get(), ++m_bound, value));
    return *this;
}

Query &Query::add(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    requireBound(sqlite3_bind_text64(m_statement.get(), ++m_bound, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Query &Query::add(const QByteArray &blob)
{
    // QByteArray's pointer is never null: an empty one stays an empty blob.
    requireBound(sqlite3_bind_blob64(m_statement.get(), ++m_bound, blob.constData(), static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT));
    return *this;
}

Query &Query::addText(QByteArrayView utf8)
{
    requireBound(sqlite3_bind_text64(m_statement.get(), ++m_bound, utf8.isNull() ? "" : utf8.data(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Query &Query::addBlob(QByteArrayView bytes)
{
    requireBound(sqlite3_bind_blob64(m_statement.get(), ++m_bound, bytes.isNull() ? "" : bytes.data(), static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC));
    return *this;
}

Query &Query::addNull()
{
    requireBound(sqlite3_bind_null(m_statement.get(), ++m_bound));
    return *this;
}

Query &Query::add(const Value &value)
{
    switch (value.index()) {
    case 1:
        return add(std::get<qint64>(value));
    case 2:
        return add(std::get<double>(value));
    case 3:
        return add(std::get<QString>(value));
    case 4:
        return add(std::get<QByteArray>(value));
    default:
        return addNull();
    }
}

bool Query::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw SQLite::Exception(m_connection.handle(), code);
    return code == SQLITE_ROW;
}

void Query::run()
{
    while (next()) { }
}

void Query::again()
{
    sqlite3_reset(m_statement.get()); // what it says is the error of the last step, which was thrown then
    m_bound = 0;
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Query::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString Query::text(int column) const
{
    const auto *words = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(words ? words : "", sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Query::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

QUuid Query::uuid(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    return QUuid::fromRfc4122({static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)});
}

Value Query::value(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return blob(column);
    default:
        return {};
    }
}

Transaction::Transaction(Connection &connection) : m_connection(connection), m_isPart(connection.isInTransaction())
{
    m_connection.execute(m_isPart ? "SAVEPOINT step" : "BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // Many errors roll back by themselves; a second ROLLBACK would only hide them.
    if (!m_done && m_connection.isInTransaction())
        sqlite3_exec(m_connection.handle(), m_isPart ? "ROLLBACK TO step; RELEASE step" : "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_connection.execute(m_isPart ? "RELEASE step" : "COMMIT");
    m_done = true;
}

Savepoint::Savepoint(Connection &connection) : m_connection(connection)
{
    m_connection.execute("SAVEPOINT part");
}

Savepoint::~Savepoint()
{
    // Some errors roll the whole transaction back by themselves; the part is gone with it then.
    if (!m_done && m_connection.isInTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK TO part; RELEASE part", nullptr, nullptr, nullptr);
}

void Savepoint::keep()
{
    m_connection.execute("RELEASE part");
    m_done = true;
}

} // namespace onrecord::store
