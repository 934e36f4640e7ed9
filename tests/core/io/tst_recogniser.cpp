// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/recognitioncase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace onrecord;
using namespace onrecord::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Says that the page has three words.
const QByteArray onePage = "printf '5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t90\\t20\\t99\\tOne\\n5\\t1\\t1\\t1\\t1\\t2\\t10\\t10\\t90\\t20\\t99\\tgood\\n"
                           "5\\t1\\t1\\t1\\t1\\t3\\t10\\t10\\t90\\t20\\t99\\tpage.\\n'";

} // namespace

/// Programs for text recognition that do as they are told here: what they say and how they fail, confined.
class TestRecogniser : public RecognitionCase
{
    Q_OBJECT

    QTemporaryDir m_dir;

    /// A program that says it is one, and then does as told.
    QString fake(const QByteArray &deed, const QByteArray &listing = "List of available languages (2):\\neng\\nosd\\n")
    {
        static int number = 0;
        const QString path = m_dir.filePath(u"fake%1"_s.arg(++number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no script");
        file.write("#!/bin/sh\ncase $1 in\n--version) echo 'tesseract 5.9.9';;\n--list-langs) printf '" + listing
                   + "';;\n*) " + deed + ";;\nesac\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    Result<io::ReadDocument> readWith(const QString &program, const QByteArray &bytes, io::Recogniser::Limits limits = {})
    {
        return readBy(io::Recogniser(program, limits), bytes);
    }

    /// Which pages fail is told by their number.
    Result<io::ReadDocument> readPages(int count, const QByteArray &failing, int *tried = nullptr)
    {
        const QByteArray page = "for a; do case $a in tessedit_page_number=*) n=${a#*=};; esac; done; ";
        QImage small(200, 100, QImage::Format_Grayscale8);
        small.fill(Qt::white);
        io::ReadEvents events;
        events.recognising = [tried](int number, int) {
            if (tried)
                *tried = number;
        };
        return readBy(io::Recogniser(fake(page + failing + onePage)), tiffOf(std::vector<QImage>(static_cast<size_t>(count), small)), u"eng"_s, events);
    }

private Q_SLOTS:
    void aProgramThatMisbehavesHarmsNobody_data()
    {
        QTest::addColumn<QByteArray>("deed");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("hangs") << QByteArray("while :; do :; done") << Fault::TimedOut;
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << Fault::ReaderCrashed;
        QTest::newRow("fails") << QByteArray("exit 3") << Fault::Malformed;
        QTest::newRow("says nothing") << QByteArray(":") << Fault::ReaderCrashed;
        QTest::newRow("says rubbish") << QByteArray(
            "printf '\\377\\000\\t\\t5\\t5\\nno table\\n5\\t1\\t1\\t1\\t1\\t1\\t-9e99\\tnan\\tinf\\tx\\t99\\n'")
                                      << Fault::Empty;
        QTest::newRow("says too much") << QByteArray(
            "while :; do echo 1111111111111111111111111111111111111111111111111111111111111111111; done")
                                       << Fault::TooLarge;
    }
    void aProgramThatMisbehavesHarmsNobody()
    {
        QFETCH(QByteArray, deed);
        QFETCH(Fault, fault);
        QElapsedTimer timer;
        timer.start();
        const auto document = readWith(fake(deed), anyPicture(), {.time = 2s, .answerBytes = 100'000});
        QVERIFY2(!document, qPrintable(document ? document->text : QString()));
        QVERIFY2(document.error().fault == fault,
                 qPrintable(u"%1: %2"_s.arg(int(document.error().fault)).arg(document.error().detail)));
        QVERIFY(timer.elapsed() < 20'000);
    }

    void aTableFromAnywhereIsWithinItsText()
    {
        const QByteArray rows = "printf "
                                "'5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t90\\t20\\t99\\tThe\\n5\\t1\\t1\\t1\\t1\\t2\\t110\\t"
                                "10\\t90\\t20\\t-7\\tmill\\303\\n5\\t1\\t1\\t1\\t1\\t3\\t0\\t-"
                                "1\\t1e300\\t20\\t1e9\\tstays\\n5\\t1\\t1\\t1\\t2\\t1\\t0\\t40\\t9\\t20\\t60\\tup-"
                                "\\n5\\t1\\t1\\t1\\t3\\t1\\t0\\t60\\t9\\t20\\t50\\tright.\\n'";
        const auto document = readWith(fake(rows), anyPicture());
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text, u"The mill\uFFFD stays upright."_s);
        QCOMPARE(document->recognition->program, u"Tesseract 5.9.9"_s);
        const std::vector<UncertainWord> uncertain{{{4, 9}, 0}, {{16, 24}, 50}};
        QVERIFY(document->recognition->uncertain == uncertain);
    }

    void aProgramThatIsNoneIsSaid()
    {
        QCOMPARE(readWith(fake(":", "List:\\nosd\\n"), anyPicture()).error().fault, Fault::NoRecogniser);
        QCOMPARE(readWith(u"/usr/bin/true"_s, anyPicture()).error().fault, Fault::NoRecogniser);
        QCOMPARE(readWith(m_dir.path(), anyPicture()).error().fault, Fault::NoRecogniser);
        QCOMPARE(readWith(u"tesseract"_s, anyPicture()).error().fault, Fault::NoRecogniser);
    }

    void aProgramIsFoundBehindALink()
    {
        QDir(m_dir.path()).mkpath(u"links"_s);
        const QString link = m_dir.filePath(u"links/tesseract"_s);
        QVERIFY(QFile::link(fake(onePage), link));
        const auto document = readWith(link, anyPicture());
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text, u"One good page."_s);
    }

    /// The shell tells what it could not do.
    void theProgramIsConfined_data()
    {
        QTest::addColumn<QByteArray>("attempt");
        QTest::newRow("write a file") << QByteArray("echo x > '" + QFile::encodeName(m_dir.filePath(u"written"_s))
                                                    + "'");
        QTest::newRow("write a device") << QByteArray("echo x > /dev/null");
        QTest::newRow("read what is ours")
            << QByteArray("read x < '" + QFile::encodeName(m_dir.path()) + "/../../etc/passwd'");
        QTest::newRow("read the system's settings") << QByteArray("read x < /etc/passwd");
        QTest::newRow("run another program beside itself") << QByteArray("/usr/bin/true");
        QTest::newRow("end somebody else")
            << QByteArray("kill -0 " + QByteArray::number(QCoreApplication::applicationPid()));
    }
    void theProgramIsConfined()
    {
        QFETCH(QByteArray, attempt);
        const QByteArray words = "\\t10\\t10\\t90\\t20\\t99\\t";
        const auto document =
            readWith(fake("if ( " + attempt + " ) 2>&-; then w=could; else w=could.not; fi; printf '5\\t1\\t1\\t1\\t1\\t1"
                        + words + "It\\n5\\t1\\t1\\t1\\t1\\t2" + words + "really\\n5\\t1\\t1\\t1\\t1\\t3" + words
                        + "'$w'\\n'"),
                   anyPicture());
        // A shell that may not fork ends: that is an answer, too.
        if (document)
            QCOMPARE(document->text, u"It really could.not"_s);
        else
            QCOMPARE(document.error().fault, Fault::Malformed);
        const auto plainly =
            readWith(fake("if { " + attempt
                        + "; } 2>&-; then w=could; else w=could.not; fi; printf '5\\t1\\t1\\t1\\t1\\t1" + words
                        + "It\\n5\\t1\\t1\\t1\\t1\\t2" + words + "really\\n5\\t1\\t1\\t1\\t1\\t3" + words + "'$w'\\n'"),
                   anyPicture());
        if (plainly)
            QCOMPARE(plainly->text, u"It really could.not"_s);
        else
            QCOMPARE(plainly.error().fault, Fault::Malformed);
        QVERIFY(!QFile::exists(m_dir.filePath(u"written"_s)));
    }

    void cancelEndsAPageInTheMiddle()
    {
        io::ReadEvents events;
        QElapsedTimer timer;
        timer.start();
        int page = 0;
        events.recognising = [&page](int number, int) { page = number; };
        events.isCancelled = [&] { return page == 2; };
        const QString slow = fake("echo; i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done");
        const auto document = readBy(io::Recogniser(slow), scannedPdf({scanOf({story}), scanOf({story}), scanOf({story})}), u"eng"_s, events);
        QVERIFY(!document);
        QCOMPARE(document.error().fault, Fault::Cancelled);
        QCOMPARE(page, 2);
    }

    void aPageThatFailsIsRemarked()
    {
        // It fails on the larger page.
        QImage tall(300, 900, QImage::Format_Grayscale8);
        tall.fill(Qt::gray);
        const QString program = fake("read a; read w h; if [ $w -gt 2000 ]; then exit 1; fi; " + onePage);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter writer(&buffer);
            writer.setPageSize(QPageSize(QPageSize::A5));
            QPainter painter(&writer);
            painter.drawImage(QRectF(0, 0, 500, 500), tall);
            writer.setPageSize(QPageSize(QPageSize::A4));
            writer.newPage();
            painter.drawImage(QRectF(0, 0, 500, 500), tall);
        }
        const auto document = readWith(program, buffer.data());
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text, u"One good page."_s);
        QVERIFY(std::ranges::contains(document->remarks, Remark{RemarkKind::PagesMissing, {u"1"_s, u"2"_s, u": 2"_s}}));
    }

    void aProgramThatReadsOnIsNotFollowed()
    {
        const QByteArray rows = "printf '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t99\\t99\\t-1\\t\\n"
                                "5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t90\\t20\\t99\\tOne\\n5\\t1\\t1\\t1\\t1\\t2\\t10\\t10\\t90\\t20\\t99\\tgood\\n"
                                "5\\t1\\t1\\t1\\t1\\t3\\t10\\t10\\t90\\t20\\t99\\tpage.\\n5\\t2\\t1\\t1\\t1\\t1\\t10\\t10\\t90\\t20\\t99\\tAnother\\n'";
        const auto document = readWith(fake(rows), anyPicture());
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text, u"One good page."_s);
    }

    void pagesThatFailDoNotEndTheScan()
    {
        const auto document = readPages(6, "[ $n -lt 3 ] && exit 1; [ $n = 4 ] && exit 1; ");
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text, u"One good page.\n\nOne good page."_s);
        QVERIFY(std::ranges::contains(document->remarks, Remark{RemarkKind::PagesMissing, {u"4"_s, u"6"_s, u": 1–3, 5"_s}}));
        QCOMPARE(inEnglish(Remark{RemarkKind::PagesMissing, {u"4"_s, u"6"_s, u": 1–3, 5"_s}}), u"4 of 6 pages could not be read: 1–3, 5"_s);
        QCOMPARE(inEnglish(Remark{RemarkKind::PagesMissing, {u"4"_s, u"6"_s}}), u"4 of 6 pages could not be read"_s);
    }

    void manyPagesWithoutWordsEndTheScan_data()
    {
        QTest::addColumn<QByteArray>("deed");
        QTest::addColumn<QString>("missing");
        QTest::newRow("failing") << QByteArray("[ $n -gt 1 ] && exit 1; ") << u"28"_s;
        QTest::newRow("empty") << QByteArray("[ $n -gt 1 ] && { echo; exit 0; }; ") << u"8"_s;
    }
    void manyPagesWithoutWordsEndTheScan()
    {
        QFETCH(QByteArray, deed);
        QFETCH(QString, missing);
        int tried = 0;
        const auto document = readPages(30, deed, &tried);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->text, u"One good page.\n\nOne good page."_s);
        QCOMPARE(tried, 22);
        const auto remark = std::ranges::find(document->remarks, RemarkKind::PagesMissing, &Remark::kind);
        QVERIFY(remark != document->remarks.end());
        QCOMPARE(remark->args.value(0), missing);
        QVERIFY2(remark->args.value(2).contains(u"30; the last ones were not tried"_s), qPrintable(remark->args.value(2)));
    }
};

QTEST_MAIN(TestRecogniser)
#include "tst_recogniser.moc"
