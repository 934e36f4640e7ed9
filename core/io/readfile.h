// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace onrecord::io {

/// The largest file that is taken in, in bytes.
inline constexpr qint64 largestFile = qint64(256) << 20;

enum class Links : quint8 {
    Follow, ///< the user named this path: a link to a regular file is as good as the file
    Refuse, ///< met while walking a folder: a link could lead anywhere, also in a circle
};

/// The whole content of a regular file, read once into memory that nobody else can change (reliability B25, B26).
/// Never waits for a pipe or device and never opens one for reading. NotFound, NotReadable, NotAFile (folder, device, pipe,
/// socket, refused link), TooLarge, Conflict when the file grew or shrank while it was read. Any thread; blocks.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, Links links = Links::Follow, qint64 cap = largestFile);

} // namespace onrecord::io
