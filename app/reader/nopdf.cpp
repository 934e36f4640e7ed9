// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/pdf.h"

namespace onrecord::io {

/// In the reader that holds no poppler. What mayBePdf() is read by the other one (readerprocess.cpp): nothing comes here.
Result<void> readPdf(QByteArrayView, const std::vector<RecognisedPage> &, ReadDocument &)
{
    return fail(Fault::UnsupportedType, QStringLiteral("a PDF is read by onrecord-reader-pdf"));
}

Result<PagePicture> drawPdf(QByteArrayView, qint32)
{
    return fail(Fault::UnsupportedType, QStringLiteral("a PDF is drawn by onrecord-reader-pdf"));
}

} // namespace onrecord::io
