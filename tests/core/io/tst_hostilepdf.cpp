// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

const QByteArray words = "BT /F 12 Tf 72 700 Td (The council said the bridge stays shut.) Tj ET";

QByteArray stream(const QByteArray &dictionary, const QByteArray &data)
{
    return "<<" + dictionary + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream";
}

/// One page with words, or what `pages` makes of it; object 4 is its content, 6 what it draws.
QByteArray pdf(const QByteArray &pages, const QByteArray &content = stream({}, words), const QByteArray &drawn = "<<>>", const QByteArray &more = "<<>>")
{
    const QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>",
                                    pages,
                                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>",
                                    content,
                                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                                    drawn,
                                    more};
    QByteArray out = "%PDF-1.7\n";
    QByteArray table = "xref\n0 8\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    return out + table + "trailer\n<</Size 8/Root 1 0 R>>\nstartxref\n" + QByteArray::number(out.size()) + "\n%%EOF\n";
}

const QByteArray onePage = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const QByteArray drawing = stream({}, words + " q 60000 0 0 60000 0 0 cm /I Do Q");

QByteArray picture(const QByteArray &filter, const QByteArray &data)
{
    return stream("/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/" + filter, data);
}

} // namespace

class TestHostilePdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesAreNotUnpackedForTheirWords_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nothing odd") << pdf(onePage);
        QTest::newRow("JBIG2 of four billion lines")
            << pdf(onePage, drawing, picture("JBIG2Decode", QByteArray::fromHex("0000000030000100000013fffffff0fffffff0000000000000000000ffff")));
        QTest::newRow("JPX of a billion pixels")
            << pdf(onePage, drawing, picture("JPXDecode", QByteArray::fromHex("0000000c6a5020200d0a870a00000014667479706a703220000000006a703220ff4fff510029000000fffff000fffff000000000")));
        QTest::newRow("JPEG of 65,535 lines") << pdf(onePage, drawing, picture("DCTDecode", QByteArray::fromHex("ffd8ffc0001108ffffffff03012200021101031101")));
        QTest::newRow("fax") << pdf(onePage, drawing, picture("CCITTFaxDecode", QByteArray(1000, '\0')));
        QTest::newRow("200 MB of blanks") << pdf(onePage, drawing, picture("FlateDecode", qCompress(QByteArray(200'000'000, ' '), 9).sliced(4)));
        QTest::newRow("a drawing that draws itself")
            << pdf(onePage, drawing, stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 6 0 R>>>>", "/I Do /I Do"));
        QTest::newRow("a tree of pages that comes back to its root") << pdf("<</Type/Pages/Kids[7 0 R]/Count 5>>", stream({}, words), "<<>>", "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 5>>");
    }
    void picturesAreNotUnpackedForTheirWords()
    {
        QFETCH(QByteArray, file);
        const auto document = io::readBytes(file, {u"a.pdf"_s, {}});
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QVERIFY(document->text.contains(u"The council said the bridge stays shut."_s));
    }

    void pagesThatCannotBeAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("pages");
        QTest::newRow("its own child") << QByteArray("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2000000000>>");
        QTest::newRow("two billion of them") << QByteArray("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>");
        QTest::newRow("fewer than none") << QByteArray("<</Type/Pages/Kids[]/Count -1>>");
    }
    void pagesThatCannotBeAreRefusedByName()
    {
        QFETCH(QByteArray, pages);
        const auto document = io::readBytes(pdf(pages), {u"a.pdf"_s, {}});
        QVERIFY(!document);
        QVERIFY(!document.error().detail.isEmpty());
        QVERIFY(document.error().fault == Fault::Empty || document.error().fault == Fault::Malformed || document.error().fault == Fault::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestHostilePdf)
#include "tst_hostilepdf.moc"
