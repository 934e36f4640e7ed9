// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readerprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestReaderProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsADocumentInAnotherProcess()
    {
        io::ReaderProcess reader(QStringLiteral(READER));
        const auto document = reader.read("A short note\n\nThe mayor said: “We will not sell the mill to anybody, and "
                                          "that is the end of the matter.”\n",
                                          {u"note.txt"_s, {}});
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->mediaType, u"text/plain"_s);
        QCOMPARE(document->title.value, u"A short note"_s);
        QCOMPARE(reader.starts(), 1);
    }

    void onlyAPdfIsReadWherePopplerIs()
    {
        io::ReaderProcess reader(QStringLiteral(READER));
        QVERIFY(reader.read("plain words\n", {}));
        const auto document = reader.read("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                                          "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
                                          "4 0 obj<</Length 43>>stream\nBT /F 9 Tf 9 50 Td (Words of a page) Tj ET  \nendstream endobj\n"
                                          "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
                                          {u"page.pdf"_s, {}});
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text.trimmed(), u"Words of a page"_s);
        QCOMPARE(reader.starts(), 2);
        QVERIFY(reader.read("more plain words\n", {}));
        QCOMPARE(reader.starts(), 2);
    }

    void readsLegacyEncodingsInsideTheSandbox_data()
    {
        QTest::addColumn<QString>("charset");
        for (const char *charset : {"ISO-8859-7", "windows-1251", "EUC-JP", "Big5", "ISO-2022-JP", "IBM850", "GB18030"})
            QTest::newRow(charset) << QString::fromLatin1(charset);
    }
    void readsLegacyEncodingsInsideTheSandbox()
    {
        QFETCH(QString, charset);
        io::ReaderProcess reader(QStringLiteral(READER));
        const auto document = reader.read("plain words\n", {u"a.txt"_s, charset});
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text, u"plain words\n"_s);
        QCOMPARE(document->encoding, charset);
    }

    void theReaderHasLittleLeftToDoHarmWith()
    {
        io::ReaderProcess reader(QStringLiteral(READER));
        QVERIFY(reader.read("words\n", {}));
        const auto proc = [&reader](const QString &name) {
            QFile file(u"/proc/%1/%2"_s.arg(reader.processId()).arg(name));
            return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).simplified() : QString();
        };
        const QString status = proc(u"status"_s);
        QVERIFY(status.contains(u"NoNewPrivs: 1"_s));
        QVERIFY(status.contains(u"Seccomp: 2"_s));
        const QString limits = proc(u"limits"_s);
        QVERIFY(limits.contains(u"Max file size 0 0 bytes"_s));
        QVERIFY(limits.contains(u"Max core file size 0 0 bytes"_s));
        QVERIFY(limits.contains(u"Max open files 16 16 files"_s));
    }

    void reportsWhatTheReaderRefuses()
    {
        io::ReaderProcess reader(QStringLiteral(READER));
        const auto document = reader.read("GIF89a\n", {u"a.txt"_s, {}});
        QVERIFY(!document);
        QCOMPARE(document.error().fault, Fault::UnsupportedType);
        QVERIFY(reader.read("next words\n", {}));
        QCOMPARE(reader.starts(), 1); // a refusal is no failure of the process
    }

    void aCrashFailsThatDocumentAlone()
    {
        io::ReaderProcess reader(QStringLiteral(FAKE_READER));
        QVERIFY(reader.read("fine", {}));
        const auto crashed = reader.read("crash", {});
        QVERIFY(!crashed);
        QCOMPARE(crashed.error().fault, Fault::ReaderCrashed);
        QVERIFY2(crashed.error().detail.contains(u"signal 9"_s), qPrintable(crashed.error().detail));
        QVERIFY(reader.read("fine", {}));
    }

    void eachDocumentHasAProcessOfItsOwn()
    {
        io::ReaderProcess reader(QStringLiteral(FAKE_READER));
        QSet<QString> processes;
        for (int i = 0; i < 10; ++i) {
            const auto document = reader.read("fine", {});
            QVERIFY(document);
            processes << document->text;
        }
        QCOMPARE(processes.size(), 10);
        QVERIFY(!processes.contains(QString::number(reader.processId())));
        QCOMPARE(reader.starts(), 1);
    }

    void aCrashCostsNoNewStart()
    {
        io::ReaderProcess reader(QStringLiteral(FAKE_READER));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(reader.read("crash", {}).error().fault, Fault::ReaderCrashed);
        QCOMPARE(reader.starts(), 1);
    }

    void aProcessThatWasKilledOrStaysIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("the parent died") << QByteArray("parent");
        QTest::newRow("the fork does not end") << QByteArray("stay");
    }
    void aProcessThatWasKilledOrStaysIsReplaced()
    {
        QFETCH(QByteArray, word);
        io::ReaderProcess reader(QStringLiteral(FAKE_READER));
        QVERIFY(reader.read(word, {}));
        QVERIFY(reader.read("fine", {}));
        QCOMPARE(reader.starts(), 2);
    }

    void aHangEndsAtItsTime()
    {
        io::ReaderProcess reader(QStringLiteral(FAKE_READER), {.time = 200ms});
        QElapsedTimer timer;
        timer.start();
        const auto document = reader.read("hang", {});
        QVERIFY(!document);
        QCOMPARE(document.error().fault, Fault::TimedOut);
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(reader.read("fine", {}));
    }

    void cancelEndsAHangAtOnce()
    {
        io::ReaderProcess reader(QStringLiteral(FAKE_READER), {.time = 60s});
        int asked = 0;
        const auto document = reader.read("hang", {}, [&asked] { return ++asked > 2; });
        QVERIFY(!document);
        QCOMPARE(document.error().fault, Fault::Cancelled);
    }

    void aBrokenAnswerIsNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("no answer") << QByteArray("garbage") << Fault::ReaderCrashed;
        QTest::newRow("ends in the middle") << QByteArray("half") << Fault::ReaderCrashed;
        QTest::newRow("span outside the text") << QByteArray("span") << Fault::ReaderCrashed;
        QTest::newRow("four gigabytes announced") << QByteArray("huge") << Fault::TooLarge;
    }
    void aBrokenAnswerIsNotBelieved()
    {
        QFETCH(QByteArray, word);
        QFETCH(Fault, fault);
        io::ReaderProcess reader(QStringLiteral(FAKE_READER));
        const auto document = reader.read(word, {});
        QVERIFY(!document);
        QCOMPARE(document.error().fault, fault);
        QVERIFY(reader.read("fine", {}));
    }

    void aLargeDocumentPassesBothWays()
    {
        io::ReaderProcess reader(QStringLiteral(READER));
        const QByteArray bytes = QByteArray("Words and more words, without any end to them.\n").repeated(200'000);
        const auto document = reader.read(bytes, {u"long.txt"_s, {}});
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text.toUtf8(), bytes);
    }

    void deepAndBrokenMarkupIsReadOrRefusedAlone_data()
    {
        QTest::addColumn<QByteArray>("markup");
        QTest::newRow("100,000 nested div") << "<html>" + QByteArray("<div>").repeated(100'000) + "words";
        QTest::newRow("100,000 nested b") << "<html>" + QByteArray("<b>").repeated(100'000) + "words";
        QTest::newRow("20,000 nested table") << "<html>" + QByteArray("<table><tr><td>").repeated(20'000) + "words";
        QTest::newRow("5 MB in one attribute") << "<html><p title='" + QByteArray(5'000'000, 'x') + "'>words";
        QTest::newRow("1 MB without a space") << "<html><p>" + QByteArray(1'000'000, 'x');
        QTest::newRow("16 MB of text in one line") << QByteArray("words ").repeated(2'800'000);
        QTest::newRow("a cell of 16 MB") << "title,text\na," + QByteArray("words ").repeated(2'800'000) + "\n";
        QTest::newRow("nul bytes") << QByteArray("<html><p>wo\0rds\0 and more words and more words</p>", 50);
        QTest::newRow("100,000 open quotes") << "---\ntitle: x\n---\n" + QByteArray("> ").repeated(100'000) + "words";
        QTest::newRow("2,000 references to 100 KB") << "---\ntitle: x\n---\n[a]: /u '" + QByteArray(100'000, 'x') + "'\n\n" + QByteArray("[a] ").repeated(2'000) + "words";
        QTest::newRow("50,000 links in links") << "---\ntitle: x\n---\n" + QByteArray("[a](<").repeated(50'000) + "words";
        QTest::newRow("200,000 entities") << "---\ntitle: x\n---\n" + QByteArray("&amp;").repeated(200'000) + "words";
        QTest::newRow("100,000 brackets") << "---\ntitle: x\n---\n" + QByteArray("[").repeated(100'000) + "words";
    }
    void deepAndBrokenMarkupIsReadOrRefusedAlone()
    {
        QFETCH(QByteArray, markup);
        io::ReaderProcess reader(QStringLiteral(READER), {.time = 60s});
        const auto document = reader.read(markup, {u"hostile.html"_s, {}});
        if (document)
            QVERIFY(document->text.contains(u"wo"_s) || document->text.contains(u"xxxx"_s));
        else
            qInfo("refused: %s", qPrintable(document.error().detail));
        QVERIFY(reader.read("fine words\n", {}));
    }

    void aMissingReaderIsSaid()
    {
        io::ReaderProcess reader(u"/nowhere/onrecord-reader"_s);
        const auto document = reader.read("words", {});
        QVERIFY(!document);
        QCOMPARE(document.error().fault, Fault::Internal);
        QVERIFY(document.error().detail.contains(u"/nowhere/onrecord-reader"_s));
    }
};

QTEST_GUILESS_MAIN(TestReaderProcess)
#include "tst_readerprocess.moc"
