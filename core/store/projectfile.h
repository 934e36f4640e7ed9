// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <utility>

/// What is done with a project's file around SQLite: looking before opening, making files, flushing folders.
/// Linux. Nothing here may open a project file that this process has open: closing it would drop SQLite's locks (F19).
namespace onrecord::store {

/// Device and inode: the same file under any name.
using FileId = std::pair<quint64, quint64>;

/// Keeps a file marked as open in this process while it lives; POSIX locks do not protect a process from itself.
class OpenMark
{
public:
    OpenMark() = default;
    ~OpenMark();
    OpenMark(OpenMark &&other) noexcept : m_id(std::exchange(other.m_id, {})) {}
    OpenMark &operator=(OpenMark &&other) noexcept;
    /// Fault::InUse when this process has the file open already.
    static Result<OpenMark> take(FileId id);

private:
    explicit OpenMark(FileId id) : m_id(id) {}
    FileId m_id{};
};

/// What the file is, found without SQLite and without changing a byte.
struct LookedAt {
    FileId id;
    qint64 size = 0;
    bool canWrite = false;   ///< the file and its folder
    bool hasJournal = false; ///< a journal with something in it lies beside it: the last writer did not close the project
    bool isHot = false;      ///< and SQLite will roll it back: its header was not zeroed
    quint32 applicationId = 0;
    quint32 userVersion = 0;
};

/// Steps 1 and 2 of reliability 5.4. Faults: NotFound, NotReadable, NotAFile, NotAProject, NewerProject, InUse.
[[nodiscard]] Result<LookedAt> lookAt(const QString &path, int newestVersion);
/// Sets `hasJournal` and `isHot` anew.
void lookAtJournal(const QString &path, LookedAt &seen);
/// Fault::InUse, naming the process, when another process holds a lock on the file; nothing else is touched.
/// The caller keeps the OpenMark of the file.
[[nodiscard]] Result<void> requireUnlocked(const QString &path);

/// The folder's own entry for a file (a rename, a new name) on the medium.
[[nodiscard]] Result<void> flushFolder(const QString &filePath);
[[nodiscard]] Result<void> flushFile(const QString &path);
/// An empty file, mode 0600, under a name beside `path` that did not exist.
[[nodiscard]] Result<QString> makeTemporaryBeside(const QString &path);
/// Removes what makeTemporaryBeside() made in the folder of `path` for any project and a killed program left: unchanged for an hour.
void sweepTemporaries(const QString &path);
/// Gives `temporary` its name; Fault::AlreadyExists when there is one. Both in one folder; flushed.
[[nodiscard]] Result<void> renameWithoutReplacing(const QString &temporary, const QString &path);
/// Copies the file and its journal beside themselves, byte for byte, before SQLite rolls the journal back.
/// Returns the copies' names.
[[nodiscard]] Result<QStringList> quarantine(const QString &path);
/// Whether such copies lie beside the file.
[[nodiscard]] bool hasQuarantine(const QString &path);
/// Removes such copies, also those of recoveries that were interrupted: once the file has passed its whole check.
void removeQuarantine(const QString &path);

void removeFiles(const QStringList &paths);

/// For messages: errno's words.
[[nodiscard]] QString systemError(int error);

} // namespace onrecord::store
