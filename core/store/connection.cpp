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

void Connection::lockForGood()
{
    // In exclusive locking mode the lock taken here is kept until the connection closes; nothing is written.
    execute(isWritable() ? "BEGIN EXCLUSIVE" : "BEGIN");
    try {
        if (!isWritable())
            (void)value("SELECT count(*) FROM sqlite_schema");
        execute("COMMIT");
    } catch (...) {
        sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
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

std::unique_ptr<SQLite::Statement> Connection::take(const std::string &sql)
{
    if (const auto it = m_idle.find(sql); it != m_idle.end() && !it->second.empty()) {
        auto statement = std::move(it->second.back());
        it->second.pop_back();
        return statement;
    }
    return std::make_unique<SQLite::Statement>(m_database, sql);
}

void Connection::give(std::unique_ptr<SQLite::Statement> statement)
{
    auto &idle = m_idle[statement->getQuery()];
    idle.push_back(std::move(statement));
}

Query::Query(Connection &connection, const std::string &sql) : m_connection(connection), m_statement(connection.take(sql)) {}

Query::~Query()
{
    m_statement->tryReset();
    m_statement->clearBindings();
    m_connection.give(std::move(m_statement));
}

Query &Query::add(qint64 value)
{
    m_statement->bind(++m_bound, static_cast<int64_t>(value));
    return *this;
}

Query &Query::add(double value)
{
    m_statement->bind(++m_bound, value);
    return *this;
}

Query &Query::add(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    m_statement->bind(++m_bound, std::string(utf8.constData(), static_cast<size_t>(utf8.size())));
    return *this;
}

Query &Query::add(const QByteArray &blob)
{
    // An empty blob needs a pointer, else it is NULL.
    m_statement->bind(++m_bound, blob.isNull() ? "" : static_cast<const void *>(blob.constData()), static_cast<int>(blob.size()));
    return *this;
}

Query &Query::addNull()
{
    m_statement->bind(++m_bound);
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
    return m_statement->executeStep();
}

void Query::run()
{
    while (m_statement->executeStep()) { }
}

void Query::again()
{
    m_statement->reset();
    m_bound = 0;
}

bool Query::isNull(int column) const
{
    return m_statement->isColumnNull(column);
}

qint64 Query::integer(int column) const
{
    return m_statement->getColumn(column).getInt64();
}

double Query::real(int column) const
{
    return m_statement->getColumn(column).getDouble();
}

QString Query::text(int column) const
{
    const SQLite::Column c = m_statement->getColumn(column);
    const char *words = c.getText();
    return QString::fromUtf8(words, c.getBytes());
}

QByteArray Query::blob(int column) const
{
    const SQLite::Column c = m_statement->getColumn(column);
    const void *bytes = c.getBlob();
    return {static_cast<const char *>(bytes), c.getBytes()};
}

QUuid Query::uuid(int column) const
{
    return QUuid::fromRfc4122(blob(column));
}

Value Query::value(int column) const
{
    const SQLite::Column c = m_statement->getColumn(column);
    switch (c.getType()) {
    case SQLITE_INTEGER:
        return qint64(c.getInt64());
    case SQLITE_FLOAT:
        return c.getDouble();
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
