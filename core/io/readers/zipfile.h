// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <vector>

namespace onrecord::io {

/// A ZIP archive in memory, read by its central directory. Nothing is unpacked to disk, names are never used as paths.
/// Sizes that the archive states are not believed: unpacking stops at a cap given by the caller. Entries that share
/// bytes (the way of bombs) make the archive Malformed. The bytes must outlive it.
class ZipFile
{
public:
    struct Entry {
        QString name;
        quint64 packed = 0;
        quint64 size = 0; ///< as stated
        quint32 crc = 0;
        quint16 method = 0; ///< 0 stored, 8 deflated; others cannot be read
        bool isEncrypted = false;
        bool isFolder = false;
        qsizetype at = 0; ///< of the packed bytes
    };

    [[nodiscard]] static Result<ZipFile> open(QByteArrayView bytes);

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// The first entry of this name, or nullptr.
    [[nodiscard]] const Entry *find(QStringView name) const;
    /// TooLarge over the cap; UnsupportedType when encrypted or packed by a rare method; Malformed when sizes or
    /// checksum are wrong.
    [[nodiscard]] Result<QByteArray> read(const Entry &entry, qsizetype cap) const;
    /// An entry by name; NotFound becomes Malformed: a document without its main part.
    [[nodiscard]] Result<QByteArray> read(QStringView name, qsizetype cap) const;

private:
    explicit ZipFile(QByteArrayView bytes) : m_bytes(bytes) {}
    QByteArrayView m_bytes;
    std::vector<Entry> m_entries;
};

} // namespace onrecord::io
