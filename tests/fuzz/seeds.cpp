// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes what fuzzing starts from: fuzz_seeds FOLDER makes a folder a reader in it, of the samples that the tests read.
#include "core/io/frame.h"
#include "core/io/readers/mediatype.h"
#include "core/io/readers/reader.h"
#include "core/io/readers/zipfile.h"
#include "tests/support/filesamples.h"

#include <QDir>
#include <QFile>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &folder, const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(folder);
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

QString readerOf(io::Format format)
{
    switch (format) {
    case io::Format::Pdf:
        return u"pdf"_s;
    case io::Format::Docx:
        return u"docx"_s;
    case io::Format::Odt:
        return u"odt"_s;
    case io::Format::Epub:
        return u"epub"_s;
    case io::Format::Rtf:
        return u"rtf"_s;
    case io::Format::Mail:
        return u"mail"_s;
    case io::Format::Subtitles:
        return u"subtitles"_s;
    case io::Format::Transcript:
        return u"transcript"_s;
    case io::Format::References:
        return u"references"_s;
    case io::Format::Table:
        return u"table"_s;
    case io::Format::Html:
        return u"html"_s;
    case io::Format::Markdown:
        return u"markdown"_s;
    case io::Format::Archive:
        return u"archive"_s;
    default:
        return u"encoding"_s;
    }
}

/// The XML inside, as the harness takes it.
QByteArray inside(io::Format format, const QByteArray &bytes)
{
    const auto zip = io::ZipFile::open(bytes);
    if (!zip)
        return bytes;
    if (format == io::Format::Docx)
        return zip->read(u"word/document.xml", 1 << 20).value_or(QByteArray());
    if (format == io::Format::Odt)
        return zip->read(u"content.xml", 1 << 20).value_or(QByteArray());
    if (format == io::Format::Epub)
        return "<p><metadata><title>T</title></metadata><manifest><item id='c' href='c'/></manifest><spine><itemref "
               "idref='c'/></spine></p>"
            + QByteArray(1, '\0') + zip->read(u"OEBPS/chapter 0.xhtml", 1 << 20).value_or(QByteArray());
    return bytes;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 64;
    const QString folder = QString::fromLocal8Bit(argv[1]) + u'/';
    for (const test::Sample &sample : test::samples()) {
        if (sample.bytes.isEmpty() || sample.bytes.size() > 20'000)
            continue;
        const io::Format format = io::mediaTypeOf(sample.bytes, sample.name).format;
        write(folder + readerOf(format), sample.name, inside(format, sample.bytes));
        write(folder + u"any"_s, sample.name, sample.bytes);
        write(folder + u"encoding"_s, sample.name, sample.bytes);
        if (const auto document = io::readBytes(sample.bytes, {sample.name, {}}))
            write(folder + u"frame"_s, sample.name, io::encodeAnswer(document));
    }
    write(folder + u"docx"_s, u"rich.xml"_s,
          "<w:document xmlns:w='w'><w:p><w:pPr><w:pStyle "
          "w:val='Quote'/></w:pPr><w:r><w:t>a</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/"
          "><w:footnoteReference w:id='1'/></w:r>"
          "<w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></"
          "w:tbl><w:footnote w:id='1'><w:p><w:r><w:t>c</w:t></w:r></w:p></w:footnote></w:document>");
    write(folder + u"odt"_s, u"rich.xml"_s,
          "<o xmlns:t='t'><style name='P1' parent-style-name='Title'/><t:h>a</t:h><t:p style-name='P1'>a<t:s "
          "c='3'/><t:tab/><t:line-break/><t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>n</t:p>"
          "</t:note-body></t:note></t:p><table-cell><t:p>b</t:p></table-cell><tracked-changes><t:p/></"
          "tracked-changes></o>");
    return 0;
}
