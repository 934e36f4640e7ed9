// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/digest.h"

#include <QStringConverter>
#include <QtEndian>
#include <array>
#include <bit>

namespace onrecord::store {

RowDigest::RowDigest(QByteArrayView table)
{
    constexpr size_t usualRow = 512;
    m_row.reserve(usualRow);
    addBytes('T', table);
    m_name = m_row.size();
}

void RowDigest::addNumber(char type, quint64 number)
{
    std::array<char, 1 + sizeof number> bytes{type};
    qToLittleEndian(number, bytes.data() + 1);
    m_row.append(bytes.data(), bytes.size());
}

RowDigest::Place RowDigest::addBytes(char type, QByteArrayView bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    addNumber(type, size);
    m_row.append(bytes.data(), size);
    return {m_row.size() - size, size};
}

/// Written where it belongs, without a copy between.
RowDigest::Place RowDigest::addText(const QString &text)
{
    QStringEncoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    addNumber('T', 0);
    const size_t start = m_row.size();
    const auto room = static_cast<size_t>(utf8.requiredSpace(text.size()));
    m_row.resize_and_overwrite(start + room, [&](char *row, size_t) { return utf8.appendToBuffer(row + start, text) - row; });
    const size_t size = m_row.size() - start;
    qToLittleEndian<quint64>(size, m_row.data() + start - sizeof(quint64));
    return {start, size};
}

RowDigest::Place RowDigest::add(const Value &value)
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
        return addText(std::get<QString>(value));
    case 4:
        return addBytes('B', std::get<QByteArray>(value));
    default:
        m_row.push_back('N');
    }
    return {};
}

} // namespace onrecord::store
