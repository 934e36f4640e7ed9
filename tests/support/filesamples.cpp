// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/filesamples.h"

#include <QtEndian>
#include <array>
#include <zlib.h>

namespace onrecord::test {

using namespace Qt::StringLiterals;

namespace {

template<class T>
QByteArray little(T value)
{
    QByteArray out(sizeof(T), Qt::Uninitialized);
    qToLittleEndian(value, out.data());
    return out;
}

QByteArray deflated(const QByteArray &bytes)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

QByteArray zipHeader(const ZipEntry &entry, quint32 packed)
{
    const auto crc =
        static_cast<quint32>(crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef *>(entry.bytes.constData()),
                                   static_cast<uInt>(entry.bytes.size())));
    const auto size = static_cast<quint32>(entry.statedSize < 0 ? entry.bytes.size() : entry.statedSize);
    return little<quint16>(20) + little(entry.flags) + little<quint16>(entry.deflate ? 8 : 0) + little<quint16>(0)
        + little<quint16>(0x21) + little(crc) + little(packed) + little(size)
        + little(static_cast<quint16>(entry.name.size())) + little<quint16>(0);
}

QByteArray zipDirectoryEntry(const ZipEntry &entry, quint32 packed, qsizetype at)
{
    return "PK\x01\x02" + little<quint16>(20) + zipHeader(entry, packed) + little<quint16>(0) + little<quint16>(0)
        + little<quint16>(0) + little<quint32>(0) + little(static_cast<quint32>(at)) + entry.name;
}

QByteArray zipEnd(qsizetype count, qsizetype size, qsizetype at)
{
    return QByteArray("PK\x05\x06") + little<quint16>(0) + little<quint16>(0) + little(static_cast<quint16>(count))
        + little(static_cast<quint16>(count)) + little(static_cast<quint32>(size)) + little(static_cast<quint32>(at))
        + little<quint16>(0);
}

const QByteArray xml = "<?xml version='1.0' encoding='UTF-8'?>";

} // namespace

QByteArray zip(const std::vector<ZipEntry> &entries)
{
    QByteArray out;
    QByteArray directory;
    for (const ZipEntry &entry : entries) {
        const QByteArray packed = entry.deflate ? deflated(entry.bytes) : entry.bytes;
        directory += zipDirectoryEntry(entry, static_cast<quint32>(packed.size()), out.size());
        out += "PK\x03\x04" + zipHeader(entry, static_cast<quint32>(packed.size())) + entry.name + packed;
    }
    const qsizetype at = out.size();
    return out + directory + zipEnd(static_cast<qsizetype>(entries.size()), directory.size(), at);
}

QByteArray overlappingZip(int entries)
{
    const ZipEntry entry{"a.txt", QByteArray(1 << 20, 'a')};
    const QByteArray packed = deflated(entry.bytes);
    const QByteArray out = "PK\x03\x04" + zipHeader(entry, static_cast<quint32>(packed.size())) + entry.name + packed;
    QByteArray directory;
    for (int i = 0; i < entries; ++i)
        directory += zipDirectoryEntry(entry, static_cast<quint32>(packed.size()), 0);
    return out + directory + zipEnd(entries, directory.size(), out.size());
}

QByteArray docx(const QByteArray &body, const QByteArray &footnotes, const QByteArray &prolog)
{
    const QByteArray space = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    std::vector<ZipEntry> entries{
        {"[Content_Types].xml", xml + "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"},
        {"_rels/.rels",
         xml
             + "<Relationships><Relationship Id='r1' "
               "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
               "Target='word/document.xml'/></Relationships>"},
        {"docProps/core.xml",
         xml
             + "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>Mill to "
               "stay</dc:title><dc:creator>Ann Ray</dc:creator>"
               "<dcterms:created>2024-05-04T10:15:00Z</dcterms:created></cp:coreProperties>"},
        {"word/document.xml", xml + prolog + "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"},
        {"word/header1.xml", xml + "<w:hdr" + space + "><w:p><w:r><w:t>Mill file, page</w:t></w:r></w:p></w:hdr>"},
    };
    if (!footnotes.isEmpty())
        entries.push_back({"word/footnotes.xml", xml + "<w:footnotes" + space + ">" + footnotes + "</w:footnotes>"});
    return zip(entries);
}

QByteArray odt(const QByteArray &body, const QByteArray &prolog)
{
    const QByteArray spaces =
        " xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:table='b' xmlns:dc='d' xmlns:meta='m'";
    return zip({{"mimetype", "application/vnd.oasis.opendocument.text", false},
                {"meta.xml",
                 xml + "<office:document-meta" + spaces
                     + "><office:meta><dc:title>Mill to stay</dc:title><dc:creator>Bo "
                       "Li</dc:creator><meta:initial-creator>Ann Ray</meta:initial-creator>"
                       "<dc:date>2024-06-01T00:00:00</dc:date><meta:creation-date>2024-05-04T10:15:00</"
                       "meta:creation-date></office:meta></office:document-meta>"},
                {"content.xml",
                 xml + prolog + "<office:document-content" + spaces
                     + "><office:automatic-styles><style:style style:name='P1' "
                       "style:parent-style-name='Quotations'/></office:automatic-styles>"
                       "<office:body><office:text>"
                     + body + "</office:text></office:body></office:document-content>"}});
}

QByteArray epub(const std::vector<QByteArray> &chapters, bool isProtected)
{
    std::vector<ZipEntry> entries{
        {"mimetype", "application/epub+zip", false},
        {"META-INF/container.xml",
         xml + "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"}};
    QByteArray manifest;
    QByteArray spine;
    for (size_t i = 0; i < chapters.size(); ++i) {
        const QByteArray number = QByteArray::number(static_cast<int>(i));
        manifest += "<item id='c" + number + "' href='chapter%20" + number + ".xhtml'/>";
        spine += "<itemref idref='c" + number + "'/>";
        entries.push_back({"OEBPS/chapter " + number + ".xhtml",
                           xml + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body>"
                               + chapters[i] + "</body></html>"});
    }
    entries.push_back({"OEBPS/book.opf",
                       xml
                           + "<package xmlns:dc='d'><metadata><dc:title>The mill book</dc:title><dc:creator>Ann "
                             "Ray</dc:creator><dc:publisher>Mill Press</dc:publisher>"
                             "<dc:language>en</dc:language><dc:date>2024-05</dc:date></metadata><manifest>"
                           + manifest + "</manifest><spine>" + spine + "</spine></package>"});
    if (isProtected)
        entries.push_back({"META-INF/encryption.xml",
                           xml
                               + "<encryption><EncryptedData><CipherData><CipherReference "
                                 "URI='OEBPS/chapter%200.xhtml'/></CipherData></EncryptedData></encryption>"});
    return zip(entries);
}

QByteArray pdf(const std::vector<std::vector<PdfText>> &pages, const QByteArray &info)
{
    std::vector<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>",
                                    {},
                                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
                                    "<<" + info + ">>"};
    QByteArray kids;
    for (const std::vector<PdfText> &page : pages) {
        QByteArray stream;
        for (const PdfText &text : page) {
            QByteArray words = text.words;
            words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
            stream += "BT /" + QByteArray(text.bold ? "B" : "F") + ' ' + QByteArray::number(text.size) + " Tf "
                + QByteArray::number(text.x) + ' ' + QByteArray::number(text.y) + " Td (" + words + ") Tj ET\n";
        }
        objects.push_back("<</Length " + QByteArray::number(stream.size()) + ">>\nstream\n" + stream + "endstream");
        const QByteArray content = QByteArray::number(static_cast<int>(objects.size()));
        objects.push_back(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>/Contents " + content
            + " 0 R>>");
        kids += QByteArray::number(static_cast<int>(objects.size())) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(static_cast<int>(pages.size())) + "/Kids[" + kids + "]>>";
    QByteArray out = "%PDF-1.4\n";
    QByteArray table;
    for (size_t i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(static_cast<int>(i) + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(static_cast<int>(objects.size()) + 1);
    return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + count
        + "/Root 1 0 R/Info 5 0 R>>\nstartxref\n" + QByteArray::number(out.size()) + "\n%%EOF\n";
}

} // namespace onrecord::test
