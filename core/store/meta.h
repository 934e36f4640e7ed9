// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

namespace onrecord::store {

/// One word about the file itself; empty when it is not there. Keys are in docs/schema.md.
[[nodiscard]] inline QString meta(Connection &connection, const QString &key)
{
    Query query(connection, "SELECT value FROM meta WHERE key = ?");
    query.add(key);
    return query.next() ? query.text(0) : QString();
}

inline void setMeta(Connection &connection, const QString &key, const QString &value)
{
    Query query(connection, "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    query.add(key).add(value).run();
}

} // namespace onrecord::store
