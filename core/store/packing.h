// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace onrecord::store {

/// Bytes as they are kept: 'zstd' frames where that is smaller, else 'none'.
struct Packed {
    QByteArray bytes;
    QString packing;
};

/// A zstd frame, whatever its size.
[[nodiscard]] QByteArray packFrame(const QByteArray &bytes);
[[nodiscard]] Packed pack(const QByteArray &bytes);
/// Nothing when the frame is damaged or does not unpack to `byteCount` bytes.
[[nodiscard]] std::optional<QByteArray> unpack(const QByteArray &bytes, const QString &packing, qint64 byteCount);

} // namespace onrecord::store
