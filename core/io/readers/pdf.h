// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"
#include "core/io/readhints.h"

#include <QByteArrayView>
#include <QString>
#include <vector>

namespace onrecord::io {

/// A printed line of a PDF page. Points, origin at the upper left.
struct PdfLine {
    QString words;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double size = 0;     ///< of its largest letters
    int page = 0;        ///< from 0
    bool isBold = false; ///< all of it
    int paragraph = -1; ///< of a recognised line: which of the page's paragraphs it is in; else -1, and its place tells
    std::vector<UncertainWord> uncertain = {}; ///< of a recognised line, as spans of its words
};

struct PdfPages {
    std::vector<PdfLine> lines;  ///< in reading order: columns one after the other
    std::vector<double> heights; ///< of each page
};

/// Ligatures are a matter of the typesetter, not of the words.
[[nodiscard]] QString withoutLigatures(QString words);

/// The text layer of a PDF and, into `document`, what its information dictionary says and which pages are pictures;
/// their words are those that were recognised, where there are any. UnsupportedType when it needs a password, Malformed
/// when it cannot be opened, Empty when it has no pages or nothing was recognised. Opens no file: fonts and character
/// maps that are not embedded are done without.
[[nodiscard]] Result<PdfPages> pdfPages(QByteArrayView bytes, const std::vector<RecognisedPage> &recognised,
                                        ReadDocument &document);

/// A page as a picture, with the dots per inch that text recognition likes best, or fewer on large paper. Malformed,
/// TooLarge.
[[nodiscard]] Result<PagePicture> drawPdf(QByteArrayView bytes, qint32 page);

/// Lines to paragraphs: columns and pages joined, words put together that a hyphen parts at a line's end, running heads
/// and page numbers struck, footnotes behind the paragraph they interrupt, headline and headings as regions.
void layOutPdf(const PdfPages &pages, ReadDocument &document);

/// Of pages that are pictures and were not recognised `document` has the numbers, and no text when all of them are.
[[nodiscard]] Result<void> readPdf(QByteArrayView bytes, const std::vector<RecognisedPage> &recognised,
                                   ReadDocument &document);

} // namespace onrecord::io
