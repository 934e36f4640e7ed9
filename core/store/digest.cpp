// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/digest.h"

#include <QtEndian>
#include <bit>

namespace onrecord::store {

RowDigest::RowDigest(QByteArrayView table)
{
    constexpr qsizetype usualRow = 512;
    m_row.reserve(usualRow);
    addBytes('T', table);
}

void RowDigest::addNumber(char type, quint64 number)
{
    const quint64 little = qToLittleEndian(number);
    m_row.append(type).append(reinterpret_cast<const char *>(&little), sizeof little);
}

void RowDigest::addBytes(char type, QByteArrayView bytes)
{
    addNumber(type, static_cast<quint64>(bytes.size()));
    m_row.append(bytes);
}

void RowDigest::add(const Value &value)
{
    switch (value.index()) {
    case 1:
        addNumber('I', static_cast<quint64>(std::get<qint64>(value)));
        break;
    case 2:
        // Plus zero: SQLite keeps -0.0 as 0.
        addNumber('F', std::bit_cast<quint64>(std::get<double>(value) + 0.0));
        break;
    case 3:
        addBytes('T', std::get<QString>(value).toUtf8());
        break;
    case 4:
        addBytes('B', std::get<QByteArray>(value));
        break;
    default:
        m_row.append('N');
    }
}

} // namespace onrecord::store
