// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"
#include "tests/support/filesamples.h"
#include "tests/support/readback.h"

#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

void checkSpans(const io::ReadDocument &document)
{
    qint32 at = 0;
    for (const Region &region : document.regions) {
        QVERIFY(region.span.start >= at && !region.span.isEmpty() && region.span.end <= document.text.size());
        at = region.span.end;
    }
    for (const io::Turn &turn : document.turns)
        QVERIFY(!turn.speaker.isEmpty() && turn.speaker.end <= turn.words.start && !turn.words.isEmpty()
                && turn.words.end <= document.text.size());
    QVERIFY(document.text.isValidUtf16());
}

} // namespace

/// Which format a file has, and that each ends as it should, damaged or not.
class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleEndsAsItShould_data()
    {
        QTest::addColumn<Sample>("sample");
        for (const Sample &sample : samples())
            QTest::newRow(qPrintable(sample.name)) << sample;
    }
    void everySampleEndsAsItShould()
    {
        QFETCH(Sample, sample);
        const auto document = io::readBytes(sample.bytes, {sample.name, {}});
        if (!document) {
            QVERIFY2(!sample.isRead, qPrintable(document.error().detail));
            QVERIFY(!document.error().detail.isEmpty());
            return;
        }
        if (document->parts.empty()) {
            QVERIFY2(sample.isRead, qPrintable(document->text.left(200)));
            checkSpans(*document);
        } else {
            QCOMPARE(document->parts.front().refusal.isEmpty(), sample.isRead);
        }
    }

    /// Cut or changed anywhere, a file is read or refused, never more.
    void damagedFilesFailAlone_data() { everySampleEndsAsItShould_data(); }
    void damagedFilesFailAlone()
    {
        QFETCH(Sample, sample);
        const QByteArray whole = sample.bytes.left(4000);
        const qsizetype step = std::max<qsizetype>(1, whole.size() / 12);
        for (qsizetype at = 1; at < whole.size(); at += step) {
            if (const auto document = io::readBytes(whole.first(at), {sample.name, {}}))
                checkSpans(*document);
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
            if (const auto document = io::readBytes(flipped, {sample.name, {}}))
                checkSpans(*document);
        }
    }

    void aWrongNameIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("docx as pdf") << u"word.pdf"_s << u"named .pdf, but the content is DOCX"_s;
        QTest::newRow("pdf as docx") << u"print.docx"_s << u"named .docx, but the content is PDF"_s;
        QTest::newRow("mail as text") << u"letter.txt"_s << u"named .txt, but the content is a mail message"_s;
        QTest::newRow("saved page as html")
            << u"saved.html"_s << u"named .html, but the content is a saved page (MHTML)"_s;
        QTest::newRow("rtf as text") << u"rich.txt"_s << u"named .txt, but the content is RTF"_s;
        QTest::newRow("captions as text") << u"captions.txt"_s << u"named .txt, but the content is WebVTT subtitles"_s;
        QTest::newRow("references as text") << u"records.txt"_s << u"named .txt, but the content is RIS references"_s;
    }
    void aWrongNameIsSaid()
    {
        QFETCH(QString, name);
        QTEST(inEnglish(readOf(sampleNamed(name), name).remarks).value(0), "said");
    }

    void whatIsNotReadIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("GIF") << QByteArray("GIF89aaaaa") << u"a picture: no reader for it"_s;
        QTest::newRow("HEIC") << QByteArray("\0\0\0\x18" "ftypheic", 12) << u"a picture: no reader for it"_s;
        QTest::newRow("DjVu") << QByteArray("AT&TFORM\0\0\0\1DJVU", 16) << u"scanned pages (DjVu): no reader for it"_s;
        QTest::newRow("PostScript") << QByteArray("%!PS-Adobe-3.0\n") << u"a PostScript file: no reader for it"_s;
        QTest::newRow("web archive") << QByteArray("bplist00aaaa") << u"a binary property list or Safari web archive: no reader for it"_s;
    }
    void whatIsNotReadIsNamed()
    {
        QFETCH(QByteArray, bytes);
        const auto read = io::readBytes(bytes, {u"a.txt"_s, {}});
        QVERIFY(!read);
        QCOMPARE(read.error().fault, Fault::UnsupportedType);
        QTEST(read.error().detail, "why");
    }

    void dataThatNoReaderKnowsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        const QString json = u"a JSON file of a kind that is not read"_s;
        QTest::newRow("an object") << QByteArray("{\"a\": \"some words\"}") << u"a.json"_s << json;
        QTest::newRow("a list of objects") << QByteArray("[ {\"said\": \"yes\"}, {} ]") << u"a.json"_s << json;
        QTest::newRow("an object a line") << QByteArray("{\"said\": \"yes\"}\n{\"said\": \"no\"}\n") << u"a.txt"_s << json;
        QTest::newRow("its keys") << QByteArray("{\"total\": 2, \"rows\": [{\"said\": \"yes\"}]}") << u"a.json"_s << u"(its keys: rows, said, total)"_s;
        QTest::newRow("cut") << QByteArray("{\"said\": [\"yes") << u"a.json"_s << json;
        QTest::newRow("no entities") << QByteArray("Ana Ruiz said that \"the mill stays\".") << u"a.ftm"_s << u"named .ftm, but there is no FollowTheMoney entity at its beginning"_s;
        QTest::newRow("statements") << QByteArray("{\"id\":\"a\",\"entity_id\":\"p1\",\"prop\":\"name\",\"schema\":\"Person\",\"value\":\"Ana Ruiz\"}") << u"a.ijson"_s << json;
    }
    void dataThatNoReaderKnowsIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, why);
        const auto read = io::readBytes(bytes, {name, {}});
        QVERIFY(!read);
        QCOMPARE(read.error().fault, Fault::UnsupportedType);
        QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
    }

    void wordsInBracketsAreWords()
    {
        QCOMPARE(readOf("[Laughter] \"Yes,\" she said.", u"a.txt"_s).mediaType, u"text/plain"_s);
        QCOMPARE(readOf("{\"a\": 1} is what the file said.\nNobody knew why it did.\n", u"a.txt"_s).mediaType, u"text/plain"_s);
    }

    void otherJsonIsTextAndSaysSo()
    {
        QVERIFY(inEnglish(readOf("[\"some words\"]", u"a.json"_s).remarks).contains(u"JSON, but no list of references (CSL-JSON): read as plain text"_s));
    }

    void entitiesBehindLongWordsAreFound()
    {
        const QByteArray first = "{\"id\":\"d1\",\"properties\":{\"title\":[\"Long\"],\"bodyText\":[\"" + QByteArray("Words and words. ").repeated(40'000) + "\"]},\"schema\":\"Article\"}\n";
        const auto document = readOf(first + "{\"id\":\"p1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana Ruiz\"]}}\n", u"a.ftm"_s);
        QCOMPARE(document.mediaType, u"application/x-ftm+json"_s);
        QCOMPARE(document.parts.size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
