// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/copying.h"

#include "core/store/sql.h"

#include <QScopeGuard>

namespace onrecord::store {

void copyPages(sqlite3 *from, const QByteArray &target)
{
    sqlite3 *to = nullptr;
    const auto closing = qScopeGuard([&to] { sqlite3_close(to); });
    require(sqlite3_open_v2(target.constData(), &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, nullptr), to);
    sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
    if (!copy)
        throw SQLite::Exception(to);
    sqlite3_backup_step(copy, -1);
    require(sqlite3_backup_finish(copy), to);
}

} // namespace onrecord::store
