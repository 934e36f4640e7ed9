// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql.h"

#include <QCryptographicHash>

namespace onrecord::store {

/// SHA-256 of one row of a record table over all its columns but `digest`, in the schema's order. Encoding, described in
/// docs/schema.md: the table's name, then each value as one type byte and, little endian, what follows it:
/// 'N'; 'I' and 8 bytes; 'F' and the 8 bytes of the IEEE double; 'T' or 'B', 8 bytes of length, the (UTF-8) bytes.
/// So one changed bit of a stored value, or a value in another column, is another digest.
class RowDigest
{
public:
    explicit RowDigest(QByteArrayView table);
    void add(const Value &value);
    [[nodiscard]] QByteArray result() const { return QCryptographicHash::hash(m_row, QCryptographicHash::Sha256); }

private:
    void addNumber(char type, quint64 number);
    void addBytes(char type, QByteArrayView bytes);
    QByteArray m_row; ///< encoded: hashed at once, which costs less than piece by piece
};

[[nodiscard]] inline QByteArray sha256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace onrecord::store
