// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql.h"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace onrecord::store {

/// The one SQLite connection of a project, hardened (reliability 5.4): no schema changes, attached files, extensions,
/// triggers or views but while a schema is made; exclusive lock; rollback journal; EXTRA synchronous.
/// One thread; everything throws SQLite::Exception.
class Connection
{
public:
    enum class Access { Read, Write, MakeSchema };

    /// The file must exist. Takes no lock yet.
    Connection(const QByteArray &path, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] sqlite3 *handle() const { return m_database.getHandle(); }
    [[nodiscard]] bool isWritable() const { return m_access != Access::Read; }
    /// Holds the lock until the connection closes. Fault::InUse (SQLITE_BUSY) when somebody else has one. `before` runs when nobody else
    /// can write any more, but another connection can still read.
    void lockForGood(const std::function<void()> &before = [] {});
    /// Before its first use: virtual tables are not looked into. Their shadow tables are tables like any other.
    void withoutModules() { sqlite3_drop_modules(handle(), nullptr); }
    void execute(const char *sql);
    /// First column of the first row; nothing when there is none.
    [[nodiscard]] Value value(const char *sql);
    /// While true, PRAGMAs pass the authorizer.
    void setOpen(bool on) { m_open = on; }
    /// While true, schema statements pass it: for the steps of a migration.
    void setSchemaOpen(bool on) { m_schemaOpen = on; }
    [[nodiscard]] bool isInTransaction() const { return sqlite3_get_autocommit(handle()) == 0; }

private:
    friend class Query;
    void inTransaction(const char *begin, const std::function<void()> &call);
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
    /// The statements of one SQL text that nobody is using.
    struct Idle {
        std::string sql;
        std::vector<Statement> statements;
    };
    static int authorize(void *self, int action, const char *first, const char *second, const char *, const char *);
    Idle &idle(const std::string &sql);
    Idle &idleOfLiteral(const char *sql);
    Statement take(Idle &from);

    Access m_access;
    bool m_open = true;
    bool m_schemaOpen = false;
    SQLite::Database m_database;
    std::unordered_map<std::string, Idle> m_idle;          // its values stay where they are
    std::unordered_map<const char *, Idle *> m_idleOfLiteral; ///< by address: literals live as long as the program
};

/// A prepared statement in use. Prepared once per SQL text and kept; values are always bound, never written into the text.
class Query
{
public:
    Query(Connection &connection, const std::string &sql) : Query(connection, connection.idle(sql)) {}
    /// Of a literal, which is found by its address.
    template<size_t size>
    Query(Connection &connection, const char (&sql)[size]) : Query(connection, connection.idleOfLiteral(sql)) {}
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// Binds the next parameter.
    Query &add(qint64 value);
    Query &add(int value) { return add(static_cast<qint64>(value)); }
    Query &add(double value);
    Query &add(const QString &value);
    Query &add(const QByteArray &blob);
    Query &add(const QUuid &uuid) { return add(uuid.toRfc4122()); }
    Query &add(const Value &value);
    Query &addNull();
    /// UTF-8 text or bytes that stay where they are until the last row is read: they are not copied.
    Query &addText(QByteArrayView utf8);
    Query &addBlob(QByteArrayView bytes);

    [[nodiscard]] bool next();   ///< steps; true while there is a row
    void run();                  ///< steps to the end
    void again();                ///< ready for new values

    [[nodiscard]] int columnCount() const { return sqlite3_column_count(m_statement.get()); }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QUuid uuid(int column) const;
    [[nodiscard]] Value value(int column) const;

private:
    Query(Connection &connection, Connection::Idle &home) : m_connection(connection), m_home(home), m_statement(connection.take(home)) {}
    void requireBound(int code) const { require(code, m_connection.handle()); }

    Connection &m_connection;
    Connection::Idle &m_home;
    Connection::Statement m_statement;
    int m_bound = 0;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back when it is left without commit(). Inside another one it is a part of that: what it rolls back is
/// its own, and what it commits is durable when the outer one is.
class Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();
    /// The connection is going to be closed: there is nothing to roll back any more.
    void forget() { m_done = true; }

private:
    Connection &m_connection;
    bool m_isPart;
    bool m_done = false;
};

/// A part of a transaction that can be taken back alone: rolled back when it is left without keep().
class Savepoint
{
public:
    explicit Savepoint(Connection &connection);
    ~Savepoint();
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;
    void keep();

private:
    Connection &m_connection;
    bool m_done = false;
};

} // namespace onrecord::store
