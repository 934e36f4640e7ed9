// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/encoding.h"

#include <QStringConverter>
#include <QStringList>
#include <algorithm>
#include <array>
#include <memory>
#include <uchardet.h>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

struct Mark {
    QByteArrayView bytes;
    QLatin1StringView charset;
};

// UTF-32LE first: its mark begins with the one of UTF-16LE.
const std::array<Mark, 5> marks{{
    {QByteArrayView("\xFF\xFE\x00\x00", 4), "UTF-32LE"_L1},
    {QByteArrayView("\x00\x00\xFE\xFF", 4), "UTF-32BE"_L1},
    {QByteArrayView("\xEF\xBB\xBF", 3), "UTF-8"_L1},
    {QByteArrayView("\xFF\xFE", 2), "UTF-16LE"_L1},
    {QByteArrayView("\xFE\xFF", 2), "UTF-16BE"_L1},
}};

/// Well-formed and ill-formed sequences of more than one byte (the table of well-formed byte sequences, Unicode 15,
/// 3-7).
struct Utf8Count {
    qint64 good = 0;
    qint64 bad = 0;
};

/// Length of the well-formed sequence at `at`; 0 when there is none.
int sequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < bytes.size() ? static_cast<uchar>(bytes[i]) : uchar(0); };
    const auto isTail = [&](qsizetype i) { return (byte(i) & 0xC0) == 0x80; };
    const uchar lead = byte(at);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return isTail(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const uchar second = byte(at + 1);
        const bool fits = !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F);
        return fits && isTail(at + 1) && isTail(at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const uchar second = byte(at + 1);
        const bool fits = !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
        return fits && isTail(at + 1) && isTail(at + 2) && isTail(at + 3) ? 4 : 0;
    }
    return 0;
}

Utf8Count countUtf8(QByteArrayView bytes)
{
    Utf8Count count;
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = sequenceLength(bytes, at);
        count.good += length > 1 ? 1 : 0;
        count.bad += length == 0 ? 1 : 0;
        at += std::max(length, 1);
    }
    return count;
}

/// UTF-16 and UTF-32 without a mark: Latin letters and blanks leave zeros in every second byte, or in three of four.
QLatin1StringView byZeros(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 4096) / 4 * 4);
    if (head.size() < 8)
        return {};
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[static_cast<size_t>(i % 4)] += head[i] == 0 ? 1 : 0;
    const qsizetype quarter = head.size() / 4;
    const auto most = [&](size_t i) { return zeros[i] * 10 > quarter * 7; };
    const auto few = [&](size_t i) { return zeros[i] * 10 < quarter; };
    if (few(0) && most(1) && most(2) && most(3))
        return "UTF-32LE"_L1;
    if (most(0) && most(1) && most(2) && few(3))
        return "UTF-32BE"_L1;
    if (few(0) && most(1) && few(2) && most(3))
        return "UTF-16LE"_L1;
    if (most(0) && few(1) && most(2) && few(3))
        return "UTF-16BE"_L1;
    return {};
}

QString byUchardet(QByteArrayView bytes)
{
    const auto detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)>(
        uchardet_new(), &uchardet_delete);
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), qsizetype(1) << 20));
    if (uchardet_handle_data(detector.get(), head.data(), static_cast<size_t>(head.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    return QString::fromLatin1(uchardet_get_charset(detector.get()));
}

/// Pages that say ISO-8859-1 or ASCII mean windows-1252 (WHATWG Encoding Standard, "Names and labels").
QString usualName(const QString &charset)
{
    const QString lower = charset.trimmed().toLower();
    static const QStringList western{u"iso-8859-1"_s, u"latin1"_s, u"latin-1"_s,     u"us-ascii"_s,
                                     u"ascii"_s,      u"cp1252"_s, u"windows-1252"_s};
    if (western.contains(lower))
        return u"windows-1252"_s;
    if (lower == u"utf8"_s || lower == u"utf-8"_s)
        return u"UTF-8"_s;
    return charset.trimmed();
}

bool exists(const QString &charset)
{
    return !charset.isEmpty() && QStringDecoder(charset.toLatin1().constData()).isValid();
}

qint64 countReplacements(QStringView text)
{
    return std::ranges::count(text, QChar(QChar::ReplacementCharacter));
}

Decoded decodeAs(const QString &charset, QByteArrayView bytes, bool isGuess)
{
    QStringDecoder decoder(charset.toLatin1().constData(),
                           QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    Decoded out{decoder.decode(bytes), charset, 0, isGuess};
    mendSurrogates(out.text);
    const qint64 printed = charset == u"UTF-8"_s ? bytes.count(QByteArrayView("\xEF\xBF\xBD")) : 0;
    out.replacements = static_cast<int>(std::max<qint64>(0, countReplacements(out.text) - printed));
    return out;
}

} // namespace

void mendSurrogates(QString &text)
{
    if (text.isValidUtf16())
        return;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
}

Result<Decoded> decodeText(QByteArrayView bytes, const QString &chosen, const QString &declared)
{
    const auto mark = std::ranges::find_if(marks, [bytes](const Mark &m) { return bytes.startsWith(m.bytes); });
    const QByteArrayView content = mark == marks.end() ? bytes : bytes.sliced(mark->bytes.size());
    if (!chosen.isEmpty()) {
        if (!exists(chosen))
            return fail(Fault::BadInput, u"unknown encoding "_s + chosen);
        const QString name = usualName(chosen);
        return decodeAs(name,
                        mark != marks.end() && name.compare(mark->charset, Qt::CaseInsensitive) == 0 ? content : bytes,
                        false);
    }
    if (mark != marks.end())
        return decodeAs(mark->charset, content, false);
    if (const QLatin1StringView wide = byZeros(bytes); !wide.isEmpty())
        return decodeAs(wide, bytes, false);
    const Utf8Count utf8 = countUtf8(bytes);
    if (utf8.bad == 0 || utf8.good > 20 * utf8.bad)
        return decodeAs(u"UTF-8"_s, bytes, false);
    if (const QString name = usualName(declared); exists(name) && !name.startsWith(u"UTF-"_s, Qt::CaseInsensitive))
        return decodeAs(name, bytes, false);
    if (const QString name = usualName(byUchardet(bytes));
        exists(name) && !name.startsWith(u"UTF-"_s, Qt::CaseInsensitive)) {
        const Decoded found = decodeAs(name, bytes, true);
        if (found.replacements == 0)
            return found;
    }
    return decodeAs(u"windows-1252"_s, bytes, true);
}

QString withPlainLineEnds(QString text)
{
    if (!text.contains(u'\r'))
        return text;
    if (!text.contains(u'\n'))
        return text.replace(u'\r', u'\n');
    return text.replace(u"\r\n"_s, u"\n"_s);
}

} // namespace onrecord::io
