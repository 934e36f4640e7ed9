// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/asread.h"

#include "core/base/partialdate.h"
#include "core/store/packing.h"
#include "core/store/rowwriter.h"

#include <QSet>
#include <algorithm>
#include <optional>
#include <vector>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// One outlet row that a change set removed because no article had it any more.
struct RemovedOutlet {
    size_t set = 0; ///< the how manieth
    qint64 id = 0;
    QString name;
};

/// The outlet that an article had when it was read, by row number.
struct OutletRead {
    size_t set = 0;
    qint64 id = 0; ///< 0: none
    qint64 until = 0; ///< when it was set, ms since the epoch
};

struct Found {
    QHash<qint64, OutletRead> outlets; ///< by article
    QSet<qint64> kept;                 ///< articles of which somebody only confirmed the outlet so far
    std::vector<RemovedOutlet> removed;
};

/// Of the rows of one change set.
class SetReader
{
public:
    SetReader(const QByteArray &changes, const Tables &tables) : m_tables(tables)
    {
        if (sqlite3changeset_start(&m_at, static_cast<int>(changes.size()), const_cast<char *>(changes.constData())) != SQLITE_OK)
            m_at = nullptr;
    }
    ~SetReader() { sqlite3changeset_finalize(m_at); }
    SetReader(const SetReader &) = delete;
    SetReader &operator=(const SetReader &) = delete;

    bool next() { return m_at && sqlite3changeset_next(m_at) == SQLITE_ROW && sqlite3changeset_op(m_at, &m_table, &m_columns, &m_operation, nullptr) == SQLITE_OK; }
    [[nodiscard]] bool is(const char *table, int operation) const { return m_operation == operation && qstrcmp(m_table, table) == 0; }
    /// What stood there before; null where the change does not tell it.
    [[nodiscard]] sqlite3_value *old(const char *column) const
    {
        const qsizetype index = m_tables.columnIndex(m_table, column);
        sqlite3_value *value = nullptr;
        return index >= 0 && index < m_columns && sqlite3changeset_old(m_at, static_cast<int>(index), &value) == SQLITE_OK ? value : nullptr;
    }

private:
    const Tables &m_tables;
    sqlite3_changeset_iter *m_at = nullptr;
    const char *m_table = "";
    int m_columns = 0;
    int m_operation = 0;
};

void noteOutlet(const SetReader &row, size_t set, qint64 at, Found &found)
{
    const qint64 article = sqlite3_value_int64(row.old("id"));
    if (found.outlets.contains(article))
        return;
    const sqlite3_value *const basis = row.old("outlet_basis");
    const bool wasRead = found.kept.contains(article) || (basis && sqlite3_value_int64(row.old("outlet_basis")) != static_cast<qint64>(Basis::User));
    if (!wasRead)
        return;
    if (sqlite3_value *outlet = row.old("outlet_id"))
        found.outlets.insert(article, {set, sqlite3_value_int64(outlet), at});
    else
        found.kept.insert(article);
}

/// The milliseconds that an identity of version 7 begins with; nothing of another version.
std::optional<qint64> madeAt(const QByteArray &uuid)
{
    if (uuid.size() != 16 || (static_cast<quint8>(uuid[6]) >> 4) != 7)
        return {};
    qint64 time = 0;
    for (int i = 0; i < 6; ++i)
        time = time << 8 | static_cast<quint8>(uuid[i]);
    return time;
}

/// The name of a row that is still there, unless it took the number over from one that went.
QString nameNow(Connection &connection, const OutletRead &read)
{
    Query row(connection, "SELECT name, uuid FROM outlet WHERE id = ?");
    row.add(read.id);
    return row.next() && madeAt(row.blob(1)).value_or(0) <= read.until ? row.text(0) : QString();
}

} // namespace

QString OutletsAsRead::of(Connection &connection, qint64 article)
{
    if (!m_loaded)
        load(connection);
    return m_names.value(article);
}

void OutletsAsRead::forget()
{
    m_loaded = false;
    m_names.clear();
}

void OutletsAsRead::load(Connection &connection)
{
    m_loaded = true;
    const Tables tables(connection);
    Found found;
    // As Project::setArticleField() calls them.
    Query sets(connection, "SELECT changed_at, byte_count, changes FROM change_set WHERE undone = 0 AND message LIKE 'Set the Outlet of %' ORDER BY id");
    for (size_t set = 0; sets.next(); ++set) {
        const auto changes = unpack(sets.blob(2), u"zstd"_s, sets.integer(1));
        if (!changes)
            continue;
        for (SetReader row(*changes, tables); row.next();) {
            if (row.is("article", SQLITE_UPDATE)) {
                noteOutlet(row, set, sets.integer(0), found);
            } else if (row.is("outlet", SQLITE_DELETE)) {
                sqlite3_value *name = row.old("name");
                found.removed.push_back({set, sqlite3_value_int64(row.old("id")), QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(name)), sqlite3_value_bytes(name))});
            }
        }
    }
    for (const auto &[article, read] : found.outlets.asKeyValueRange()) {
        if (read.id == 0)
            continue;
        const auto removed = std::ranges::find_if(found.removed, [&read](const RemovedOutlet &one) { return one.id == read.id && one.set >= read.set; });
        m_names.insert(article, removed != found.removed.end() ? removed->name : nameNow(connection, read));
    }
}

} // namespace onrecord::store
