// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <utility>
#include <vector>

/// Small files of every format that is read, made here: nothing of them is anybody's article.
namespace onrecord::test {

struct ZipEntry {
    QByteArray name;
    QByteArray bytes;
    bool deflate = true;
    quint16 flags = 0x800;  ///< general purpose bits; 1: encrypted
    qint64 statedSize = -1; ///< a lie, unless negative
};
[[nodiscard]] QByteArray zip(const std::vector<ZipEntry> &entries);
/// Many entries that all share the bytes of one, as in a bomb that is no archive in an archive.
[[nodiscard]] QByteArray overlappingZip(int entries);

/// `body`: w:p elements.
[[nodiscard]] QByteArray docx(const QByteArray &body, const QByteArray &footnotes = {}, const QByteArray &prolog = {});
/// `body`: text:p and text:h elements.
[[nodiscard]] QByteArray odt(const QByteArray &body, const QByteArray &prolog = {});
/// `chapters`: inside of body.
[[nodiscard]] QByteArray epub(const std::vector<QByteArray> &chapters, bool isProtected = false);

struct PdfText {
    double x = 0;
    double y = 0; ///< from the foot of the page, as PDF counts
    double size = 11;
    QByteArray words;
    bool bold = false;
};
/// A page a list, 595 by 842 points.
[[nodiscard]] QByteArray
pdf(const std::vector<std::vector<PdfText>> &pages,
    const QByteArray &info = "/Title(Mill to stay)/Author(Ann Ray)/CreationDate(D:20240504101500Z)");

struct Sample {
    QString name;
    QByteArray bytes;
    bool isRead = true; ///< ends as an article; else refused
};
/// Each format in good, damaged, hostile and mislabelled form; one article or refusal each. Names are unique, words
/// differ.
[[nodiscard]] std::vector<Sample> samples();
/// The one of that name. Without one the test ends.
[[nodiscard]] QByteArray sampleNamed(const QString &name);

} // namespace onrecord::test
