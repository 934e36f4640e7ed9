// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

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
};

struct PdfPages {
    std::vector<PdfLine> lines;  ///< in reading order: columns one after the other
    std::vector<double> heights; ///< of each page
};

/// The text layer of a PDF and, into `document`, what its information dictionary says. UnsupportedType when it needs a
/// password, Malformed when it cannot be opened, Empty when no page has text (a scan). Opens no file: fonts and
/// character maps that are not embedded are done without.
[[nodiscard]] Result<PdfPages> pdfPages(QByteArrayView bytes, ReadDocument &document);

/// Lines to paragraphs: columns and pages joined, words put together that a hyphen parts at a line's end, running heads
/// and page numbers struck, footnotes behind the paragraph they interrupt, headline and headings as regions.
void layOutPdf(const PdfPages &pages, ReadDocument &document);

[[nodiscard]] Result<void> readPdf(QByteArrayView bytes, ReadDocument &document);

} // namespace onrecord::io
