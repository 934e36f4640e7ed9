// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/digest.h"

#include <QtEndian>
#include <bit>

namespace onrecord::store {

namespace {

void addNumber(QCryptographicHash &hash, quint64 number)
{
    const quint64 little = qToLittleEndian(number);
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&little), sizeof little));
}

} // namespace

RowDigest::RowDigest(QByteArrayView table)
{
    addBytes('T', table);
}

void RowDigest::addBytes(char type, QByteArrayView bytes)
{
    m_hash.addData(QByteArrayView(&type, 1));
    addNumber(m_hash, static_cast<quint64>(bytes.size()));
    m_hash.addData(bytes);
}

void RowDigest::add(const Value &value)
{
    switch (value.index()) {
    case 1:
        m_hash.addData("I");
        addNumber(m_hash, static_cast<quint64>(std::get<qint64>(value)));
        break;
    case 2:
        m_hash.addData("F");
        // Plus zero: SQLite keeps -0.0 as 0.
        addNumber(m_hash, std::bit_cast<quint64>(std::get<double>(value) + 0.0));
        break;
    case 3:
        addBytes('T', std::get<QString>(value).toUtf8());
        break;
    case 4:
        addBytes('B', std::get<QByteArray>(value));
        break;
    default:
        m_hash.addData("N");
    }
}

} // namespace onrecord::store
