// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowwriter.h"

namespace onrecord::store {

enum class RowChange : quint8 { Inserted, Updated, Removed };

/// One row that a change set touches.
struct ChangedRow {
    QByteArray table;
    qint64 id = 0;
    RowChange change = RowChange::Updated;
    qint64 agent = 0; ///< of an agent_name, where the change tells it; else 0
    bool hasNewWords = true; ///< the column that is searched differs; of a row inserted or removed always
    qint64 article = 0; ///< of a region, where the change tells it; else 0
};

/// Records what happens to the record tables while it lives (SQLite's session extension).
class ChangeRecorder
{
public:
    explicit ChangeRecorder(Connection &connection);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder &) = delete;
    ChangeRecorder &operator=(const ChangeRecorder &) = delete;
    /// Everything so far as one change set; empty when nothing changed.
    [[nodiscard]] QByteArray changes() const;

private:
    Connection &m_connection;
    sqlite3_session *m_session = nullptr;
};

[[nodiscard]] std::vector<ChangedRow> rowsOf(const QByteArray &changes, const Tables &tables);
/// The change set that takes this one back.
[[nodiscard]] QByteArray inverted(const QByteArray &changes);
/// Applies it to the record; Refusal{Conflict} when a row is not as the change set knows it, nothing is applied then.
void applyChanges(Connection &connection, const QByteArray &changes);

} // namespace onrecord::store
