// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projectfile.h"
#include "core/store/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QRegularExpression>
#include <QStringList>
#include <QtEndian>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace onrecord::store {

namespace {

using namespace Qt::StringLiterals;

/// A descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd;
};

/// POSIX locks belong to the process, so what is open must be known to the process: the one thing here that is not passed in.
struct OpenFiles {
    QMutex mutex;
    std::set<FileId> ids;
};

OpenFiles &openFiles()
{
    static OpenFiles files;
    return files;
}

Fault faultOfErrno(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return Fault::NotFound;
    case ELOOP:
    case EISDIR:
    case ENXIO:
        return Fault::NotAFile;
    case EEXIST:
        return Fault::AlreadyExists;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Fault::DiskFull;
    case EROFS:
        return Fault::NotWritable;
    default:
        return Fault::NotReadable;
    }
}

QString pathDetail(const QString &path, int error)
{
    return u"%1: %2"_s.arg(path, systemError(error));
}

const QString quarantineMark = QStringLiteral(".unfinished-");

bool copyBytes(int from, int to)
{
    std::array<char, 1 << 16> buffer;
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got == 0)
            return ::fsync(to) == 0;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = ::write(to, buffer.data() + done, static_cast<size_t>(got - done));
            if (put < 0 && errno != EINTR)
                return false;
            done += put > 0 ? put : 0;
        }
    }
}

/// The copies beside the project, also those of recoveries that were interrupted.
QStringList quarantined(const QString &path)
{
    const QFileInfo info(path);
    const QDir folder(info.absolutePath());
    const QString start = info.fileName() + quarantineMark;
    QStringList out;
    // Compared by name, not by pattern: a project's name may hold brackets and stars.
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (name.startsWith(start))
            out.append(folder.filePath(name));
    }
    return out;
}

} // namespace

QString systemError(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

OpenMark::~OpenMark()
{
    if (m_id == FileId{})
        return;
    OpenFiles &files = openFiles();
    const QMutexLocker lock(&files.mutex);
    files.ids.erase(m_id);
}

OpenMark &OpenMark::operator=(OpenMark &&other) noexcept
{
    std::swap(m_id, other.m_id);
    return *this;
}

Result<OpenMark> OpenMark::take(FileId id)
{
    OpenFiles &files = openFiles();
    const QMutexLocker lock(&files.mutex);
    if (!files.ids.insert(id).second)
        return fail(Fault::InUse, u"this program has the project open already"_s);
    return OpenMark(id);
}

Result<LookedAt> lookAt(const QString &path, int newestVersion)
{
    const QByteArray name = QFile::encodeName(path);
    // Looked at by name first: a file that is open here must not be opened and closed again.
    struct stat named = {};
    if (::lstat(name.constData(), &named) != 0)
        return fail(faultOfErrno(errno), pathDetail(path, errno));
    if (!S_ISREG(named.st_mode))
        return fail(Fault::NotAFile, S_ISLNK(named.st_mode) ? u"%1 is a symbolic link"_s.arg(path) : path);
    {
        OpenFiles &files = openFiles();
        const QMutexLocker lock(&files.mutex);
        if (files.ids.contains({named.st_dev, named.st_ino}))
            return fail(Fault::InUse, u"this program has the project open already"_s);
    }
    const Descriptor file(::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file)
        return fail(faultOfErrno(errno), pathDetail(path, errno));
    struct stat found = {};
    if (::fstat(file.get(), &found) != 0)
        return fail(Fault::NotReadable, pathDetail(path, errno));
    if (!S_ISREG(found.st_mode))
        return fail(Fault::NotAFile, path);

    std::array<uchar, 100> header{};
    const ssize_t got = ::pread(file.get(), header.data(), header.size(), 0);
    if (got < 0)
        return fail(Fault::NotReadable, pathDetail(path, errno));
    constexpr char magic[] = "SQLite format 3"; // with its terminating zero
    if (found.st_size < 512 || got < 100 || std::memcmp(header.data(), magic, sizeof magic) != 0)
        return fail(Fault::NotAProject, u"%1 is not an SQLite file"_s.arg(path));

    LookedAt seen;
    seen.id = {found.st_dev, found.st_ino};
    seen.size = found.st_size;
    seen.applicationId = qFromBigEndian<quint32>(header.data() + 68);
    seen.userVersion = qFromBigEndian<quint32>(header.data() + 60);
    if (seen.applicationId != applicationId)
        return fail(Fault::NotAProject, u"%1 is another program's SQLite file"_s.arg(path));
    if (seen.userVersion > static_cast<quint32>(newestVersion))
        return fail(Fault::NewerProject, u"format %1, this program knows up to %2"_s.arg(seen.userVersion).arg(newestVersion));
    if (seen.userVersion == 0)
        return fail(Fault::NotAProject, u"%1 has no format number"_s.arg(path));
    if (header[18] != 1 || header[19] != 1)
        return fail(Fault::NotAProject, u"%1 is in write-ahead mode, which no project is"_s.arg(path));
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    seen.canWrite = ::access(name.constData(), W_OK) == 0 && ::access(folder.constData(), W_OK | X_OK) == 0;
    lookAtJournal(path, seen);
    return seen;
}

void lookAtJournal(const QString &path, LookedAt &seen)
{
    const Descriptor journal(::open(QFile::encodeName(path + u"-journal"_s).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat found = {};
    seen.hasJournal = journal && ::fstat(journal.get(), &found) == 0 && found.st_size > 0;
    // SQLite's own rule (pager.c, hasHotJournal): a first byte of zero means that there is nothing to roll back.
    char first = 0;
    seen.isHot = seen.hasJournal && ::pread(journal.get(), &first, 1, 0) == 1 && first != 0;
}

Result<void> requireUnlocked(const QString &path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file)
        return fail(faultOfErrno(errno), pathDetail(path, errno));
    // SQLite's lock bytes: pending, reserved and 510 shared ones at 1 GiB.
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    if (::fcntl(file.get(), F_GETLK, &lock) == 0 && lock.l_type == F_WRLCK)
        return fail(Fault::InUse, u"process %1 has the project open"_s.arg(lock.l_pid));
    return {};
}

Result<void> flushFolder(const QString &filePath)
{
    const QString folder = QFileInfo(filePath).absolutePath();
    const Descriptor fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd)
        return fail(faultOfErrno(errno), pathDetail(folder, errno));
    // Some file systems cannot flush a folder and say EINVAL: there is nothing to wait for then.
    if (::fsync(fd.get()) != 0 && errno != EINVAL)
        return fail(Fault::NotWritable, pathDetail(folder, errno));
    return {};
}

Result<void> flushFile(const QString &path)
{
    const Descriptor fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!fd)
        return fail(faultOfErrno(errno), pathDetail(path, errno));
    if (::fsync(fd.get()) != 0)
        return fail(faultOfErrno(errno), pathDetail(path, errno));
    return {};
}

Result<QString> makeTemporaryBeside(const QString &path)
{
    const QFileInfo info(path);
    QByteArray name = QFile::encodeName(info.absolutePath() + u"/."_s + info.fileName() + u".XXXXXX"_s);
    const Descriptor fd(::mkostemp(name.data(), O_CLOEXEC)); // mode 0600
    if (!fd) {
        const Fault fault = errno == EACCES || errno == EPERM ? Fault::NotWritable : faultOfErrno(errno);
        return fail(fault, pathDetail(info.absolutePath(), errno));
    }
    return QFile::decodeName(name);
}

void sweepTemporaries(const QString &path)
{
    constexpr qint64 aliveFor = 3600; // s; one that is being written is younger
    static const QRegularExpression made(u"^\\..+\\.onrecord\\.[A-Za-z0-9]{6}(-journal)?$"_s);
    const QDir folder(QFileInfo(path).absolutePath());
    for (const QFileInfo &file : folder.entryInfoList({u".*.onrecord.*"_s}, QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
        if (made.match(file.fileName()).hasMatch() && file.lastModified().secsTo(QDateTime::currentDateTimeUtc()) > aliveFor)
            QFile::remove(file.filePath());
    }
}

Result<void> renameWithoutReplacing(const QString &temporary, const QString &path)
{
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(path);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) != 0) {
        if (errno != EINVAL && errno != ENOSYS)
            return fail(errno == EACCES || errno == EPERM ? Fault::NotWritable : faultOfErrno(errno), pathDetail(path, errno));
        // A file system without that call: link() refuses an existing name as well.
        if (::link(from.constData(), to.constData()) != 0)
            return fail(faultOfErrno(errno), pathDetail(path, errno));
        ::unlink(from.constData());
    }
    return flushFolder(path);
}

Result<QStringList> quarantine(const QString &path)
{
    constexpr int mostTries = 1000; // each a recovery that was itself interrupted
    for (int attempt = 1; attempt <= mostTries; ++attempt) {
        QStringList copies;
        int error = 0;
        for (const QString &name : {path, QString(path + u"-journal"_s)}) {
            const QString copy = u"%1%2%3%4"_s.arg(path, quarantineMark, QString::number(attempt), name.sliced(path.size()));
            const Descriptor from(::open(QFile::encodeName(name).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
            const Descriptor to(from ? ::open(QFile::encodeName(copy).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600) : -1);
            if (to)
                copies.append(copy);
            if (!from || !to || !copyBytes(from.get(), to.get())) {
                error = errno;
                break;
            }
        }
        if (error == 0)
            return copies;
        for (const QString &made : std::as_const(copies))
            QFile::remove(made);
        if (error != EEXIST)
            return fail(error == ENOSPC ? Fault::DiskFull : Fault::NotWritable, pathDetail(path, error));
    }
    return fail(Fault::NotWritable, u"too many unfinished copies beside %1"_s.arg(path));
}

bool hasQuarantine(const QString &path)
{
    return !quarantined(path).isEmpty();
}

void removeQuarantine(const QString &path)
{
    removeFiles(quarantined(path));
}

void removeFiles(const QStringList &paths)
{
    for (const QString &path : paths)
        QFile::remove(path);
}

} // namespace onrecord::store
