// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql.h"

namespace onrecord::store {

Fault faultOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return Fault::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::InUse;
    case SQLITE_CORRUPT:
        return Fault::Damaged;
    case SQLITE_NOTADB:
        return Fault::NotAProject;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Fault::NotWritable;
    case SQLITE_CANTOPEN:
        return Fault::NotReadable;
    case SQLITE_IOERR:
        switch (sqliteCode) {
        case SQLITE_IOERR_READ:
        case SQLITE_IOERR_SHORT_READ:
        case SQLITE_IOERR_FSTAT:
            return Fault::NotReadable;
        case SQLITE_IOERR_DATA:
        case SQLITE_IOERR_CORRUPTFS:
            return Fault::Damaged;
        default:
            return Fault::NotWritable;
        }
    case SQLITE_TOOBIG:
        return Fault::TooLarge;
    case SQLITE_INTERRUPT:
        return Fault::Cancelled;
    default:
        return Fault::Internal;
    }
}

Error errorOf(const SQLite::Exception &exception)
{
    const int code = exception.getExtendedErrorCode() > 0 ? exception.getExtendedErrorCode() : exception.getErrorCode();
    return {faultOf(code), QStringLiteral("SQLite %1: %2").arg(code).arg(QString::fromUtf8(exception.what()))};
}

void require(int code, sqlite3 *handle)
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(handle, code);
}

} // namespace onrecord::store
