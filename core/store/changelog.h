// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changes.h"

#include <QHash>
#include <QSet>
#include <vector>

namespace onrecord::store {

/// What a RowWriter does within one transaction, as the change set that ChangeRecorder would make of it: kept while the rows are written
/// instead of being read back from them. For imports, which write thousands of rows by a RowWriter and by nothing else; what is written
/// past it is not in here.
class ChangeLog
{
public:
    ChangeLog(Connection &connection, const Tables &tables);

    /// `row` as RowDigest encodes it, all columns but the digest.
    void inserted(const Table &table, qint64 id, QByteArrayView row, QByteArrayView digest);
    /// Before a row is changed or removed. `row` stands on it, by `SELECT *`.
    void changing(const Table &table, qint64 id, const Query &row);

    /// How far the log is: what was inserted after it can be forgotten again when a part of the transaction is rolled back.
    using Mark = std::vector<std::pair<qsizetype, size_t>>;
    [[nodiscard]] Mark mark() const;
    void goBackTo(const Mark &mark);

    struct Changes {
        QByteArray set; ///< empty when nothing changed
        std::vector<ChangedRow> rows;
    };
    /// Everything so far. Reads only the rows that were changed after they were inserted, or that were there before.
    [[nodiscard]] Changes changes() const;

private:
    struct Inserted {
        qint64 id = 0;
        qsizetype start = 0; ///< of its change in `bytes`
    };
    struct Log {
        const Table *table = nullptr;
        QByteArray bytes; ///< the insertions
        std::vector<Inserted> inserted; ///< ids ascending
        QSet<qint64> changed;           ///< of those inserted here
        QHash<qint64, std::vector<Value>> before; ///< rows that were there before this transaction
    };
    Log &of(const Table &table);
    void addInserted(const Log &log, Changes &out) const;
    void addChanged(const Log &log, Changes &out) const;
    /// Nothing when the row is not there.
    [[nodiscard]] std::vector<Value> rowNow(const Table &table, qint64 id) const;

    Connection &m_connection;
    std::vector<Log> m_logs; ///< one for each of `tables`, in its order
    const Tables &m_tables;
};

} // namespace onrecord::store
