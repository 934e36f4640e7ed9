// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeformat.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <bit>

namespace onrecord::store {

namespace {

/// The bytes of one value, as the format numbers them.
enum class Code : quint8 { Untold = 0, Integer = 1, Float = 2, Text = 3, Blob = 4, Null = 5 };

/// Reads from the front; a read beyond the end makes it broken and gives nothing.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] bool isBroken() const { return m_broken; }
    [[nodiscard]] qsizetype at() const { return m_at; }
    QByteArrayView take(qint64 count)
    {
        if (m_broken || count < 0 || count > m_bytes.size() - m_at) {
            m_broken = true;
            return {};
        }
        m_at += count;
        return m_bytes.sliced(m_at - count, count);
    }
    quint8 byte()
    {
        const auto one = take(1);
        return one.isEmpty() ? 0 : static_cast<quint8>(one[0]);
    }
    /// SQLite's variable-length integers: seven bits a byte, the ninth byte whole.
    quint64 varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            const quint8 next = byte();
            if (i == 8)
                return (value << 8) | next;
            value = (value << 7) | (next & 0x7f);
            if (next < 0x80)
                return value;
        }
        return value;
    }
    QByteArrayView untilZero()
    {
        const qsizetype end = m_bytes.indexOf('\0', m_at);
        const QByteArrayView name = take(end < 0 ? -1 : end - m_at);
        (void)byte();
        return name;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_broken = false;
};

std::optional<Value> readValue(ByteReader &in)
{
    const auto wide = [&in] {
        const auto bytes = in.take(8);
        return bytes.isEmpty() ? quint64(0) : qFromBigEndian<quint64>(bytes.data());
    };
    switch (static_cast<Code>(in.byte())) {
    case Code::Integer:
        return Value(static_cast<qint64>(wide()));
    case Code::Float:
        return Value(std::bit_cast<double>(wide()));
    case Code::Text:
        return Value(QString::fromUtf8(in.take(static_cast<qint64>(in.varint()))));
    case Code::Blob:
        return Value(in.take(static_cast<qint64>(in.varint())).toByteArray());
    case Code::Null:
        return Value();
    case Code::Untold:
        break;
    }
    return {};
}

ChangeRow readRow(ByteReader &in, size_t columns)
{
    ChangeRow row;
    for (size_t i = 0; i < columns && !in.isBroken(); ++i)
        row.push_back(readValue(in));
    return row;
}

/// At most eight bytes from `to` on; behind the last of them.
char *putVarint(char *to, quint64 value)
{
    // Lengths and column numbers only: never the nine-byte form.
    Q_ASSERT(value < (quint64(1) << 56));
    int more = 0;
    while (value >> (7 * (more + 1)))
        ++more;
    for (; more > 0; --more)
        *to++ = static_cast<char>(((value >> (7 * more)) & 0x7f) | 0x80);
    *to++ = static_cast<char>(value & 0x7f);
    return to;
}

void addVarint(QByteArray &out, quint64 value)
{
    std::array<char, 8> bytes;
    out.append(bytes.data(), putVarint(bytes.data(), value) - bytes.data());
}

void addWide(QByteArray &out, Code code, quint64 bits)
{
    char bytes[9];
    bytes[0] = static_cast<char>(code);
    qToBigEndian(bits, bytes + 1);
    out.append(bytes, sizeof bytes);
}

void addSized(QByteArray &out, Code code, QByteArrayView bytes)
{
    out.append(static_cast<char>(code));
    addVarint(out, static_cast<quint64>(bytes.size()));
    out.append(bytes);
}

} // namespace

namespace changeformat {

void addTable(QByteArray &out, size_t columns, QByteArrayView name)
{
    out += 'T';
    addVarint(out, columns);
    out += '\1';
    out.append(static_cast<qsizetype>(columns) - 1, '\0');
    out.append(name).append('\0');
}

void addOperation(QByteArray &out, int operation)
{
    constexpr char direct = 0;
    out.append(static_cast<char>(operation)).append(direct);
}

void addValue(QByteArray &out, const std::optional<Value> &value)
{
    if (!value)
        out.append(static_cast<char>(Code::Untold));
    else if (const auto *integer = std::get_if<qint64>(&*value))
        addWide(out, Code::Integer, static_cast<quint64>(*integer));
    else if (const auto *number = std::get_if<double>(&*value))
        addWide(out, Code::Float, std::bit_cast<quint64>(*number));
    else if (const auto *text = std::get_if<QString>(&*value))
        addSized(out, Code::Text, text->toUtf8());
    else if (const auto *blob = std::get_if<QByteArray>(&*value))
        addSized(out, Code::Blob, *blob);
    else
        out.append(static_cast<char>(Code::Null));
}

void addBlob(QByteArray &out, QByteArrayView bytes)
{
    addSized(out, Code::Blob, bytes);
}

void addDigestedRow(QByteArray &out, QByteArrayView row)
{
    // Written in place: a value never takes more room than there.
    const qsizetype start = out.size();
    out.resizeForOverwrite(start + row.size());
    char *to = out.data() + start;
    for (const char *from = row.begin(); from != row.end();) {
        const char type = *from++;
        if (type == 'N') {
            *to++ = static_cast<char>(Code::Null);
            continue;
        }
        const auto number = qFromLittleEndian<quint64>(from);
        from += sizeof number;
        if (type == 'I' || type == 'F') {
            *to++ = static_cast<char>(type == 'I' ? Code::Integer : Code::Float);
            qToBigEndian(number, to);
            to += sizeof number;
        } else {
            *to++ = static_cast<char>(type == 'T' ? Code::Text : Code::Blob);
            to = putVarint(to, number);
            to = std::copy_n(from, number, to);
            from += number;
        }
    }
    out.truncate(to - out.constData());
}

} // namespace changeformat

std::optional<QByteArray> rewrittenRows(const QByteArray &changes, QByteArrayView table,
                                        const std::function<ChangeRow(ChangeRow)> &rewrite)
{
    QByteArray out;
    ByteReader in(changes);
    size_t columns = 0;
    bool isWanted = false;
    bool isTold = false; // that the table's changes follow
    while (!in.isAtEnd() && !in.isBroken()) {
        const qsizetype from = in.at();
        const quint8 what = in.byte();
        if (what == 'T') {
            columns = static_cast<size_t>(in.varint());
            (void)in.take(static_cast<qint64>(columns));
            isWanted = in.untilZero() == table;
            isTold = false;
        } else if (what == SQLITE_INSERT || what == SQLITE_DELETE || what == SQLITE_UPDATE) {
            const quint8 isIndirect = in.byte();
            const ChangeRow row = readRow(in, columns);
            if (what == SQLITE_UPDATE)
                (void)readRow(in, columns);
            if (in.isBroken() || (isWanted && what == SQLITE_UPDATE))
                return {};
            if (isWanted) {
                const ChangeRow now = rewrite(row);
                if (!std::exchange(isTold, true))
                    changeformat::addTable(out, now.size(), table);
                out.append(static_cast<char>(what)).append(static_cast<char>(isIndirect));
                for (const auto &value : now)
                    changeformat::addValue(out, value);
            }
        } else {
            return {};
        }
        if (!isWanted)
            out.append(changes.sliced(from, in.at() - from));
    }
    return in.isBroken() ? std::nullopt : std::optional(out);
}

} // namespace onrecord::store
