// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readscan.h"
#include "tests/support/scans.h"

#include <QTest>

namespace onrecord::test {

using namespace Qt::StringLiterals;

inline const QString story =
    u"<h1>Bridge to close for a year</h1>"
    "<p>The old bridge over the Wend will be closed in April, the mayor said on Monday. Engineers had found cracks in "
    "two of its seven piers.</p>"
    "<p>“Nobody will cross it before the piers are mended,” said Ann Ray, the chief engineer. She expects the work to cost 4.5 million dollars and to last until March 2031.</p>"_s;

inline io::RecognitionChoice in(const QString &languages)
{
    return io::RecognitionChoice::from(languages);
}

/// Pictures of printed words, drawn here, through the confined readers and a program for text recognition.
class RecognitionCase : public QObject
{
protected:
    Result<io::ReadDocument> readBy(const io::Recogniser &program, const QByteArray &bytes, const QString &languages = u"eng"_s,
                                    const io::ReadEvents &events = {})
    {
        return io::readScan(m_reader, program, bytes, {u"scan"_s, {}}, in(languages), events);
    }

    static QByteArray anyPicture() { return encoded(scanOf({story}, {.dotsPerInch = 100}), "PNG"); }

    io::ReaderProcess m_reader;
};

} // namespace onrecord::test
