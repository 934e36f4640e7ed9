// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/picture.h"

#include "core/io/readers/pdf.h"
#include "core/io/readers/recognised.h"

#include <QtEndian>
#include <algorithm>
#include <optional>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longest = 32'000; // dots: what recognition takes
constexpr qint64 mostInPicture = 120'000'000;
constexpr qint64 fewestDots = 10'000;  // of a picture that may hold words
constexpr size_t mostPictures = 1'000; // in one file
constexpr int fewestWords = 3;
constexpr qint64 mostSent = qint64(16) << 30; // bytes: each page is recognised from the whole file

struct Size {
    qint64 width = 0;
    qint64 height = 0;
};

using Sizes = std::vector<Size>;

template<class Number>
std::optional<Number> bigEndian(QByteArrayView bytes, qint64 at)
{
    if (at < 0 || at + qint64(sizeof(Number)) > bytes.size())
        return {};
    return qFromBigEndian<Number>(bytes.data() + at);
}

template<class Number>
std::optional<Number> littleEndian(QByteArrayView bytes, qint64 at)
{
    if (at < 0 || at + qint64(sizeof(Number)) > bytes.size())
        return {};
    return qFromLittleEndian<Number>(bytes.data() + at);
}

Sizes pngSizes(QByteArrayView bytes)
{
    const auto width = bigEndian<quint32>(bytes, 16);
    const auto height = bigEndian<quint32>(bytes, 20);
    return width && height && bytes.sliced(12).startsWith("IHDR") ? Sizes{{*width, *height}} : Sizes();
}

/// The frame header among the segments, ISO 10918-1 annex B.
Sizes jpegSizes(QByteArrayView bytes)
{
    for (qint64 at = 2; at + 9 < bytes.size();) {
        if (static_cast<uchar>(bytes[at]) != 0xFF)
            return {};
        const auto kind = static_cast<uchar>(bytes[at + 1]);
        if (kind == 0xFF) { // filling
            ++at;
            continue;
        }
        if (kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC)
            return {{*bigEndian<quint16>(bytes, at + 7), *bigEndian<quint16>(bytes, at + 5)}};
        const bool isBare = kind == 0x01 || (kind >= 0xD0 && kind <= 0xD8);
        at += isBare ? 2 : 2 + std::max<qint64>(2, *bigEndian<quint16>(bytes, at + 2));
    }
    return {};
}

/// Every directory of the chain is a page.
Sizes tiffSizes(QByteArrayView bytes)
{
    const bool isLittle = bytes.startsWith('I');
    const auto two = [&](qint64 at) {
        return isLittle ? littleEndian<quint16>(bytes, at) : bigEndian<quint16>(bytes, at);
    };
    const auto four = [&](qint64 at) {
        return isLittle ? littleEndian<quint32>(bytes, at) : bigEndian<quint32>(bytes, at);
    };
    Sizes sizes;
    std::vector<qint64> seen;
    for (qint64 directory = four(4).value_or(0);
         directory > 0 && sizes.size() <= mostPictures && !std::ranges::contains(seen, directory);) {
        seen.push_back(directory);
        const auto count = two(directory);
        if (!count)
            break;
        Size size;
        for (qint64 entry = directory + 2; entry < directory + 2 + qint64(*count) * 12; entry += 12) {
            const quint16 tag = two(entry).value_or(0);
            const qint64 value =
                two(entry + 2) == 3 ? qint64(two(entry + 8).value_or(0)) : qint64(four(entry + 8).value_or(0));
            if (tag == 256)
                size.width = value;
            else if (tag == 257)
                size.height = value;
        }
        sizes.push_back(size);
        directory = four(directory + 2 + qint64(*count) * 12).value_or(0);
    }
    return sizes;
}

Sizes webpSizes(QByteArrayView bytes)
{
    const QByteArrayView kind = bytes.size() >= 30 ? bytes.sliced(12, 4) : QByteArrayView();
    const auto three = [&bytes](qint64 at) { return qint64(*littleEndian<quint32>(bytes, at - 1) >> 8); };
    if (kind == "VP8X")
        return {{three(24) + 1, three(27) + 1}};
    if (kind == "VP8 ")
        return {{*littleEndian<quint16>(bytes, 26) & 0x3FFF, *littleEndian<quint16>(bytes, 28) & 0x3FFF}};
    if (kind == "VP8L") {
        const quint32 bits = *littleEndian<quint32>(bytes, 21);
        return {{(bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1}};
    }
    return {};
}

Sizes sizesOf(QByteArrayView bytes, const QString &mediaType)
{
    if (mediaType == "image/png"_L1)
        return pngSizes(bytes);
    if (mediaType == "image/jpeg"_L1)
        return jpegSizes(bytes);
    return mediaType == "image/tiff"_L1 ? tiffSizes(bytes) : webpSizes(bytes);
}

Result<void> readWords(const std::vector<RecognisedPage> &recognised, ReadDocument &document)
{
    constexpr double height = 800; // points: as large as a page, whatever the picture's resolution
    PdfPages pages;
    RecognisedWords words(recognised);
    for (qint32 page = 0; page < document.pageCount; ++page) {
        pages.heights.push_back(height);
        words.addPage(page, height, pages.lines);
    }
    if (words.likelyWords() < fewestWords)
        return fail(Fault::Empty, u"a picture in which hardly a word can be recognised"_s);
    document.recognition = words.finish(pages.lines);
    layOutPdf(pages, document);
    return {};
}

} // namespace

Result<void> readPicture(QByteArrayView bytes, const std::vector<RecognisedPage> &recognised, ReadDocument &document)
{
    const Sizes sizes = sizesOf(bytes, document.mediaType);
    if (sizes.empty() || std::ranges::any_of(sizes, [](Size size) { return size.width < 1 || size.height < 1; }))
        return fail(Fault::Malformed, u"a picture that is damaged or cut off"_s);
    if (sizes.size() > mostPictures)
        return fail(Fault::TooLarge, u"more than %1 pictures in one file"_s.arg(mostPictures));
    if (qint64(sizes.size()) * bytes.size() > mostSent)
        return fail(Fault::TooLarge, u"%1 pictures in one file of %2 MiB: as files of their own they can be read"_s.arg(sizes.size()).arg(bytes.size() >> 20));
    const auto largest = std::ranges::max(sizes, {}, [](Size size) { return size.width * size.height; });
    if (std::ranges::any_of(sizes, [](Size size) {
            return size.width > longest || size.height > longest || size.width * size.height > mostInPicture;
        }))
        return fail(Fault::TooLarge, u"a picture of %1 × %2 dots"_s.arg(largest.width).arg(largest.height));
    if (largest.width * largest.height < fewestDots)
        return fail(Fault::Empty,
                    u"a picture of %1 × %2 dots: too small for words"_s.arg(largest.width).arg(largest.height));
    document.pageCount = static_cast<qint32>(sizes.size());
    if (!recognised.empty())
        return readWords(recognised, document);
    for (qint32 page = 0; page < document.pageCount; ++page)
        document.pictures.push_back(page);
    return {};
}

} // namespace onrecord::io
