// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sha256.h"
#include "core/store/sql.h"

#include <string>

namespace onrecord::store {

/// SHA-256 of one row of a record table over all its columns but `digest`, in the schema's order. Encoding, described in
/// docs/schema.md: the table's name, then each value as one type byte and, little endian, what follows it:
/// 'N'; 'I' and 8 bytes; 'F' and the 8 bytes of the IEEE double; 'T' or 'B', 8 bytes of length, the (UTF-8) bytes.
/// So one changed bit of a stored value, or a value in another column, is another digest.
class RowDigest
{
public:
    /// Where the bytes of a text or blob stand in bytes(); of other values nowhere.
    struct Place {
        size_t start = 0;
        size_t size = 0;
    };

    explicit RowDigest(QByteArrayView table);
    Place add(const Value &value);
    /// Valid until the next add().
    [[nodiscard]] QByteArrayView bytes(Place place) const { return {m_row.data() + place.start, static_cast<qsizetype>(place.size)}; }
    /// All values so far, encoded.
    [[nodiscard]] QByteArrayView values() const { return {m_row.data() + m_name, static_cast<qsizetype>(m_row.size() - m_name)}; }
    [[nodiscard]] QByteArray result() const { return sha256(m_row); }

private:
    void addNumber(char type, quint64 number);
    Place addBytes(char type, QByteArrayView bytes);
    Place addText(const QString &text);
    size_t m_name = 0; ///< how long the name is that stands before the values
    std::string m_row; ///< encoded: hashed at once, which costs less than piece by piece
};

} // namespace onrecord::store
