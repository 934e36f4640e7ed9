// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layout: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5.
#include "core/io/readers/zipfile.h"

#include <QtEndian>
#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <zlib.h>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 mostEntries = 65'536;
constexpr qsizetype endRecord = 22;
constexpr qsizetype directoryRecord = 46;
constexpr qsizetype localRecord = 30;

/// Little-endian numbers at places that may lie outside.
class Numbers
{
public:
    explicit Numbers(QByteArrayView bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool has(qint64 at, qint64 length) const
    {
        return at >= 0 && length >= 0 && at <= m_bytes.size() && length <= m_bytes.size() - at;
    }
    [[nodiscard]] quint16 two(qint64 at) const { return number<quint16>(at); }
    [[nodiscard]] quint32 four(qint64 at) const { return number<quint32>(at); }
    [[nodiscard]] quint64 eight(qint64 at) const { return number<quint64>(at); }
    [[nodiscard]] bool isAt(qint64 at, const char *signature) const
    {
        return has(at, 4) && m_bytes.sliced(at, 4) == QByteArrayView(signature, 4);
    }

private:
    template<class T>
    [[nodiscard]] T number(qint64 at) const
    {
        return has(at, sizeof(T)) ? qFromLittleEndian<T>(m_bytes.data() + at) : T(0);
    }
    QByteArrayView m_bytes;
};

struct Directory {
    qint64 at = 0;
    quint64 size = 0;
    quint64 count = 0;
    qint64 shift = 0; ///< what stands before the archive: offsets do not count it
};

std::optional<Directory> findDirectory(QByteArrayView bytes)
{
    const Numbers read(bytes);
    const qint64 lowest = std::max<qint64>(0, bytes.size() - endRecord - 65'535);
    for (qint64 end = bytes.size() - endRecord; end >= lowest; --end) {
        if (!read.isAt(end, "PK\x05\x06"))
            continue;
        Directory found{read.four(end + 16), read.four(end + 12), read.two(end + 10), 0};
        qint64 behind = end;
        if (read.isAt(end - 20, "PK\x06\x07")) {
            const auto wide =
                static_cast<qint64>(std::min<quint64>(read.eight(end - 12), std::numeric_limits<qint64>::max() / 2));
            for (const qint64 at : {wide, end - 20 - 56}) {
                if (!read.isAt(at, "PK\x06\x06"))
                    continue;
                found = {
                    static_cast<qint64>(std::min<quint64>(read.eight(at + 48), std::numeric_limits<qint64>::max() / 2)),
                    read.eight(at + 40), read.eight(at + 32), 0};
                behind = at;
                break;
            }
        }
        if (found.size > static_cast<quint64>(behind))
            continue;
        found.shift = behind - static_cast<qint64>(found.size) - found.at;
        found.at += found.shift;
        if (found.count == 0 || read.isAt(found.at, "PK\x01\x02"))
            return found;
    }
    return std::nullopt;
}

bool isUtf8(QByteArrayView name)
{
    return QString::fromUtf8(name).toUtf8() == name;
}

/// Sizes and place of large archives, in an extra field (4.5.3).
void readWide(const Numbers &read, qint64 at, qint64 length, ZipFile::Entry &entry, quint64 &local)
{
    for (const qint64 end = at + length; at + 4 <= end;) {
        const quint16 kind = read.two(at);
        const quint16 size = read.two(at + 2);
        at += 4;
        if (kind == 1) {
            qint64 field = at;
            for (quint64 *value : {&entry.size, &entry.packed, &local}) {
                if (*value == 0xFFFFFFFF && field + 8 <= at + size) {
                    *value = read.eight(field);
                    field += 8;
                }
            }
            return;
        }
        at += size;
    }
}

Result<QByteArray> inflated(QByteArrayView packed, qsizetype cap)
{
    z_stream stream = {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return fail(Fault::Internal, u"inflateInit"_s);
    const auto end = std::unique_ptr<z_stream, decltype(&inflateEnd)>(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray out;
    QByteArray chunk(64 << 10, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        const qsizetype got = chunk.size() - stream.avail_out;
        if (got > cap - out.size())
            return fail(Fault::TooLarge, u"unpacks to more than %1 bytes"_s.arg(cap));
        out.append(chunk.constData(), got);
        if (state == Z_BUF_ERROR || (state == Z_OK && got == 0 && stream.avail_in == 0))
            break;
    }
    if (state != Z_STREAM_END)
        return fail(Fault::Malformed, u"packed data are damaged"_s);
    return out;
}

} // namespace

Result<ZipFile> ZipFile::open(QByteArrayView bytes)
{
    const auto directory = findDirectory(bytes);
    if (!directory)
        return fail(Fault::Malformed, u"the archive has no directory (cut off?)"_s);
    if (directory->count > mostEntries)
        return fail(Fault::TooLarge, u"more than %1 entries"_s.arg(mostEntries));
    const Numbers read(bytes);
    ZipFile zip(bytes);
    std::vector<std::pair<qint64, qint64>> ranges;
    qint64 at = directory->at;
    for (quint64 i = 0; i < directory->count; ++i) {
        if (!read.isAt(at, "PK\x01\x02") || !read.has(at, directoryRecord))
            return fail(Fault::Malformed, u"the archive's directory is damaged"_s);
        const qint64 nameLength = read.two(at + 28);
        const qint64 extraLength = read.two(at + 30);
        const qint64 commentLength = read.two(at + 32);
        if (!read.has(at + directoryRecord, nameLength + extraLength + commentLength))
            return fail(Fault::Malformed, u"the archive's directory is damaged"_s);
        const quint16 flags = read.two(at + 8);
        const QByteArrayView name = bytes.sliced(at + directoryRecord, nameLength);
        Entry entry;
        entry.name = (flags & 0x800) != 0 || isUtf8(name) ? QString::fromUtf8(name) : QString::fromLatin1(name);
        entry.isEncrypted = (flags & 1) != 0;
        entry.method = read.two(at + 10);
        entry.crc = read.four(at + 16);
        entry.packed = read.four(at + 20);
        entry.size = read.four(at + 24);
        entry.isFolder = entry.name.endsWith(u'/');
        quint64 local = read.four(at + 42);
        readWide(read, at + directoryRecord + nameLength, extraLength, entry, local);
        const qint64 header =
            local > static_cast<quint64>(bytes.size()) ? -1 : static_cast<qint64>(local) + directory->shift;
        if (!read.isAt(header, "PK\x03\x04") || !read.has(header, localRecord))
            return fail(Fault::Malformed, u"an entry lies outside the archive"_s);
        entry.at = header + localRecord + read.two(header + 26) + read.two(header + 28);
        if (entry.packed > static_cast<quint64>(bytes.size()) || !read.has(entry.at, static_cast<qint64>(entry.packed)))
            return fail(Fault::Malformed, u"an entry lies outside the archive"_s);
        ranges.emplace_back(header, entry.at + static_cast<qint64>(entry.packed));
        zip.m_entries.push_back(std::move(entry));
        at += directoryRecord + nameLength + extraLength + commentLength;
    }
    std::ranges::sort(ranges);
    for (size_t i = 1; i < ranges.size(); ++i) {
        if (ranges[i].first < ranges[i - 1].second)
            return fail(Fault::Malformed, u"entries of the archive overlap, as in a bomb"_s);
    }
    return zip;
}

const ZipFile::Entry *ZipFile::find(QStringView name) const
{
    const auto found = std::ranges::find_if(m_entries, [name](const Entry &entry) { return entry.name == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

Result<QByteArray> ZipFile::read(const Entry &entry, qsizetype cap) const
{
    if (entry.isEncrypted)
        return fail(Fault::UnsupportedType, u"encrypted with a password"_s);
    const QByteArrayView packed = m_bytes.sliced(entry.at, static_cast<qsizetype>(entry.packed));
    QByteArray out;
    if (entry.method == 0) {
        if (packed.size() > cap)
            return fail(Fault::TooLarge, u"more than %1 bytes"_s.arg(cap));
        out = packed.toByteArray();
    } else if (entry.method == 8) {
        auto unpacked = inflated(packed, cap);
        if (!unpacked)
            return unpacked;
        out = std::move(*unpacked);
    } else {
        return fail(Fault::UnsupportedType, u"packed by a method that is not supported (%1)"_s.arg(entry.method));
    }
    const auto crc =
        crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef *>(out.constData()), static_cast<uInt>(out.size()));
    if (static_cast<quint64>(out.size()) != entry.size || crc != entry.crc)
        return fail(Fault::Malformed, u"damaged: size or checksum differs"_s);
    return out;
}

Result<QByteArray> ZipFile::read(QStringView name, qsizetype cap) const
{
    const Entry *entry = find(name);
    if (!entry)
        return fail(Fault::Malformed, u"%1 is missing"_s.arg(name));
    return read(*entry, cap);
}

} // namespace onrecord::io
