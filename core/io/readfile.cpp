// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readfile.h"

#include "core/io/descriptor.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace onrecord::io {

namespace {

QString reason(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

Error openingError(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return {Fault::NotFound, reason(error)};
    case ELOOP:
        return {Fault::NotAFile, QStringLiteral("a symbolic link, not followed")};
    case ENXIO:
        return {Fault::NotAFile, QStringLiteral("a socket or device")};
    default:
        return {Fault::NotReadable, reason(error)};
    }
}

QString kindOf(mode_t mode)
{
    if (S_ISDIR(mode))
        return QStringLiteral("a folder");
    if (S_ISFIFO(mode))
        return QStringLiteral("a pipe");
    if (S_ISSOCK(mode))
        return QStringLiteral("a socket");
    return QStringLiteral("a device");
}

} // namespace

Result<QByteArray> readFile(const QString &path, Links links, qint64 cap)
{
    if (path.isEmpty() || path.contains(QChar::Null))
        return fail(Fault::NotFound, QStringLiteral("no such name"));
    // O_NONBLOCK: a pipe without a writer answers at once instead of holding us for ever.
    const int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (links == Links::Refuse ? O_NOFOLLOW : 0);
    const Descriptor file(::open(QFile::encodeName(path).constData(), flags));
    if (file.number() < 0)
        return std::unexpected(openingError(errno));

    struct stat before = {};
    if (::fstat(file.number(), &before) != 0)
        return fail(Fault::NotReadable, reason(errno));
    if (!S_ISREG(before.st_mode))
        return fail(Fault::NotAFile, kindOf(before.st_mode));
    if (before.st_size > cap)
        return fail(Fault::TooLarge, QStringLiteral("%1 bytes; the limit is %2").arg(before.st_size).arg(cap));

    QByteArray bytes(before.st_size + 1, Qt::Uninitialized); // one more, to notice growth
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, static_cast<size_t>(bytes.size() - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(Fault::NotReadable, reason(errno));
        if (got == 0)
            break;
        filled += got;
    }
    // Files of /proc say they are empty and are not; a growing log is caught here as well.
    if (filled != before.st_size)
        return fail(Fault::Conflict, QStringLiteral("the file changed while it was read"));
    bytes.truncate(filled);
    return bytes;
}

} // namespace onrecord::io
