// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/faultvfs.h"

#include <sqlite3.h>

namespace onrecord::test {

namespace {

struct Plan {
    int at = 0;
    int seen = 0;
    bool failed = false;
    FaultMode mode = FaultMode::Once;
} plan;

enum class Kind { Write, Other };

/// Counts an operation; true when it has to fail.
bool fails(Kind kind)
{
    ++plan.seen;
    if (plan.at == 0 || plan.seen < plan.at)
        return false;
    const bool does = plan.mode == FaultMode::Once ? plan.seen == plan.at : plan.mode == FaultMode::ForEver || kind == Kind::Write;
    plan.failed = plan.failed || does;
    return does;
}

struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

sqlite3_vfs *realVfs(sqlite3_vfs *vfs)
{
    return static_cast<sqlite3_vfs *>(vfs->pAppData);
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods ? realOf(file)->pMethods->xClose(realOf(file)) : SQLITE_OK;
}

int readFile(sqlite3_file *file, void *to, int count, sqlite3_int64 at)
{
    return fails(Kind::Other) ? SQLITE_IOERR_READ : realOf(file)->pMethods->xRead(realOf(file), to, count, at);
}

int writeFile(sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
    if (!fails(Kind::Write))
        return realOf(file)->pMethods->xWrite(realOf(file), from, count, at);
    if (plan.mode != FaultMode::DiskFull)
        return SQLITE_IOERR_WRITE;
    realOf(file)->pMethods->xWrite(realOf(file), from, count / 2, at);
    return SQLITE_FULL;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return fails(Kind::Other) ? SQLITE_IOERR_TRUNCATE : realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    return fails(Kind::Other) ? SQLITE_IOERR_FSYNC : realOf(file)->pMethods->xSync(realOf(file), flags);
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return fails(Kind::Other) ? SQLITE_IOERR_FSTAT : realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return fails(Kind::Other) ? SQLITE_IOERR_LOCK : realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkLock(sqlite3_file *file, int *is)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), is);
}

int control(sqlite3_file *file, int what, void *with)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), what, with);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int characteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    static const sqlite3_io_methods methods{
        .iVersion = 1, .xClose = closeFile, .xRead = readFile, .xWrite = writeFile, .xTruncate = truncateFile, .xSync = syncFile,
        .xFileSize = sizeOfFile, .xLock = lockFile, .xUnlock = unlockFile, .xCheckReservedLock = checkLock, .xFileControl = control,
        .xSectorSize = sectorSize, .xDeviceCharacteristics = characteristics, .xShmMap = nullptr, .xShmLock = nullptr,
        .xShmBarrier = nullptr, .xShmUnmap = nullptr, .xFetch = nullptr, .xUnfetch = nullptr};
    file->pMethods = nullptr;
    if (fails(Kind::Other))
        return SQLITE_CANTOPEN;
    auto *own = reinterpret_cast<File *>(file);
    own->real = reinterpret_cast<sqlite3_file *>(own + 1);
    const int code = realVfs(vfs)->xOpen(realVfs(vfs), name, own->real, flags, outFlags);
    if (own->real->pMethods)
        file->pMethods = &methods;
    return code;
}

int deleteFile(sqlite3_vfs *vfs, const char *name, int sync)
{
    return fails(Kind::Other) ? SQLITE_IOERR_DELETE : realVfs(vfs)->xDelete(realVfs(vfs), name, sync);
}

int accessFile(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
    return fails(Kind::Other) ? SQLITE_IOERR_ACCESS : realVfs(vfs)->xAccess(realVfs(vfs), name, flags, out);
}

int fullName(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
    return realVfs(vfs)->xFullPathname(realVfs(vfs), name, size, out);
}

} // namespace

void installFaultVfs()
{
    static sqlite3_vfs vfs;
    sqlite3_vfs *real = sqlite3_vfs_find(nullptr);
    vfs = *real; // time, randomness and sleep as they are
    vfs.iVersion = 1;
    vfs.pNext = nullptr;
    vfs.zName = "faults";
    vfs.szOsFile = real->szOsFile + static_cast<int>(sizeof(File));
    vfs.pAppData = real;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullName;
    sqlite3_vfs_register(&vfs, 1);
}

void failAt(int number, FaultMode mode)
{
    plan = {number, 0, false, mode};
}

int operationsSeen()
{
    return plan.seen;
}

bool hasFailed()
{
    return plan.failed;
}

} // namespace onrecord::test
