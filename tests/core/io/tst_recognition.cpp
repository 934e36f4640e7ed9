// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/recognitioncase.h"

#include <QElapsedTimer>
#include <QFile>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

const QString storyWords =
    u"Bridge to close for a year\n\n"
    "The old bridge over the Wend will be closed in April, the mayor said on Monday. Engineers had found cracks in two "
    "of its seven piers.\n\n"
    "“Nobody will cross it before the piers are mended,” said Ann Ray, the chief engineer. She expects the work to cost 4.5 million dollars and to last until March 2031."_s;

QString plain(QString words)
{
    return words.replace(u'“', u'"').replace(u'”', u'"').replace(u'„', u'"').replace(u'’', u'\'').replace(u'‘', u'\'');
}

} // namespace

/// What the installed program reads in pictures.
class TestRecognition : public RecognitionCase
{
    Q_OBJECT

    io::Recogniser m_program;

    Result<io::ReadDocument> read(const QByteArray &bytes, const QString &languages = u"eng"_s) { return readBy(m_program, bytes, languages); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto installed = m_program.installed();
        if (!installed)
            QSKIP("Tesseract is not installed: nothing was recognised");
        QVERIFY2(installed->name.startsWith("Tesseract "_L1), qPrintable(installed->name));
        QVERIFY(installed->languages.contains(u"eng"_s));
        QVERIFY(!installed->languages.contains(u"osd"_s));
    }

    void aPictureIsReadWord_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("type");
        const QImage page = scanOf({story});
        QTest::newRow("PNG") << encoded(page, "PNG") << u"image/png"_s;
        QTest::newRow("JPEG") << encoded(page, "JPG") << u"image/jpeg"_s;
        QTest::newRow("PDF") << scannedPdf({page}) << u"application/pdf"_s;
        QTest::newRow("PNG, 150 dots an inch")
            << encoded(scanOf({story}, {.dotsPerInch = 150}), "PNG") << u"image/png"_s;
        QTest::newRow("dirty and askew") << encoded(scanOf({story}, {.turned = 0.7, .noise = 0.002}), "PNG")
                                         << u"image/png"_s;
        QTest::newRow("upside down") << scannedPdf({scanOf({story}, {.quarterTurns = 2})}) << u"application/pdf"_s;
    }
    void aPictureIsReadWord()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, type);
        const auto document = read(bytes);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(plain(document->text), plain(storyWords));
        QCOMPARE(document->mediaType, type);
        QCOMPARE(document->title.value, u"Bridge to close for a year"_s);
        QVERIFY(!document->published.when.isKnown()); // when the scanner made the file is not when the paper was printed
        QVERIFY(document->recognition);
        QCOMPARE(document->recognition->languages, QStringList{u"eng"_s});
        QCOMPARE(document->recognition->words,
                 static_cast<int>(storyWords.split(QRegularExpression(u"\\s+"_s)).size()));
        QVERIFY(document->recognition->mean > 85);
        QVERIFY(document->recognition->program.startsWith("Tesseract "_L1));
    }

    void theSameBytesGiveTheSameText()
    {
        const QByteArray bytes = scannedPdf({scanOf({story}, {.turned = 1, .noise = 0.02})});
        const auto first = read(bytes);
        const auto second = read(bytes);
        QVERIFY(first && second);
        QVERIFY(*first == *second);
    }

    void columnsFollowEachOther()
    {
        const QString left =
            u"<p>The council met on Tuesday to speak of the mill. It had been closed for two years, and nobody knew who was to pay for its new roof and for the wheel that the river had taken in the spring of the year be-<br/>fore. The owner kept silent</p>"_s;
        const QString right =
            u"<p>until the very end of the evening. Then he rose and said that he would sell it to the town for a single crown, if only the wheel would turn again.</p><p>The mayor thanked him.</p>"_s;
        const auto document = read(encoded(scanOf({left, right}), "PNG"));
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QVERIFY2(document->text.contains(u"the year before. The owner kept silent until the very end"_s),
                 qPrintable(document->text));
        QVERIFY2(document->text.contains(u"turn again.\n\nThe mayor thanked him."_s), qPrintable(document->text));
    }

    void wordsAreReadInTheirLanguage()
    {
        if (!m_program.installed()->languages.contains(u"deu"_s))
            QSKIP("German is not installed for Tesseract: nobody read umlauts");
        const QString german =
            u"<p>Die Brücke über die Wend bleibt für ein Jahr geschlossen, erklärte die Bürgermeisterin am Montag. „Größere Schäden müssen zuerst behoben werden“, äußerte sich Änne Öhler.</p>"_s;
        const auto document = read(encoded(scanOf({german}), "PNG"), u"deu"_s);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QVERIFY2(
            document->text.contains(
                u"Die Brücke über die Wend bleibt für ein Jahr geschlossen, erklärte die Bürgermeisterin am Montag."_s),
            qPrintable(document->text));
        QVERIFY2(document->text.contains(u"Größere Schäden müssen zuerst behoben werden"_s)
                     && document->text.contains(u"äußerte sich Änne Öhler."_s),
                 qPrintable(document->text));
        const auto both = read(encoded(scanOf({german}), "PNG"), u"deu+eng"_s);
        QVERIFY(both && both->text.contains(u"Größere Schäden"_s));
    }

    void aLanguageThatIsNotInstalledIsNamed()
    {
        const auto document = read(anyPicture(), u"eng+tlh"_s);
        QVERIFY(!document);
        QCOMPARE(document.error().fault, Fault::NoSuchLanguage);
        QVERIFY2(document.error().detail.contains(u"tlh"_s) && document.error().detail.contains(u"eng"_s),
                 qPrintable(document.error().detail));
    }

    void usualLanguagesAreTheUsersAndEnglish()
    {
        const QStringList installed{u"chi_tra"_s, u"deu"_s, u"eng"_s, u"fra"_s};
        QCOMPARE(io::usualLanguages({u"de-DE"_s, u"de"_s}, installed), (QStringList{u"deu"_s, u"eng"_s}));
        QCOMPARE(io::usualLanguages({u"en-GB"_s}, installed), QStringList{u"eng"_s});
        QCOMPARE(io::usualLanguages({u"pl"_s}, installed), QStringList{u"eng"_s});
        QCOMPARE(io::usualLanguages({u"zh-Hant-TW"_s}, installed), (QStringList{u"chi_tra"_s, u"eng"_s}));
        QCOMPARE(io::usualLanguages({u"pl"_s}, {u"fra"_s}), QStringList{u"fra"_s});
    }

    void pagesWithAndWithoutALayerStandInOrder()
    {
        const QByteArray bytes = scannedPdf(
            {{}, scanOf({u"<p>The second page is a picture, and its words have to be recognised.</p>"_s}), {}},
            {u"The first page has its words in a layer."_s, {}, u"The third page has them in a layer, too."_s});
        const auto document = read(bytes);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(
            document->text,
            u"The first page has its words in a layer.\n\nThe second page is a picture, and its words have to be recognised.\n\nThe third page has them in a layer, too."_s);
        QCOMPARE(document->recognition->words, 13);
        const auto without = read(bytes, u"none"_s);
        QVERIFY(without);
        QCOMPARE(without->text,
                 u"The first page has its words in a layer.\n\nThe third page has them in a layer, too."_s);
        QVERIFY(std::ranges::contains(without->remarks, Remark{RemarkKind::PicturesLeft, {u"2"_s}}));
        QVERIFY(!without->recognition);
    }

    void anEmptyPageOfAPdfIsNoPicture()
    {
        const auto document = read(scannedPdf({{}, {}}, {u"The only page that has words on it."_s, {}}), u"none"_s);
        QVERIFY(document);
        QVERIFY(document->remarks.empty());
    }

    void pagesThatArePicturesAreCounted()
    {
        const QByteArray bytes = scannedPdf({scanOf({story}), scanOf({story})});
        const auto off = read(bytes, u"none"_s);
        QVERIFY(!off);
        QCOMPARE(off.error().fault, Fault::NotRecognised);
        QVERIFY2(off.error().detail.contains(u"2 page"_s), qPrintable(off.error().detail));
        const auto absent = readBy(io::Recogniser(u"/nowhere/tesseract"_s), bytes);
        QCOMPARE(absent.error().fault, Fault::NoRecogniser);
        QVERIFY2(absent.error().detail.contains(u"2 page"_s) && absent.error().detail.contains(u"/nowhere/tesseract"_s),
                 qPrintable(absent.error().detail));
    }

    void whatHoldsNoWordsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Fault>("fault");
        QImage empty(800, 600, QImage::Format_Grayscale8);
        empty.fill(Qt::white);
        const QByteArray png = encoded(scanOf({story}), "PNG");
        const QByteArray jpeg = encoded(scanOf({story}), "JPG");
        QByteArray wide = png;
        wide.replace(16, 8, QByteArray("\0\0\xFF\xFF\0\0\xFF\xFF", 8));
        QTest::newRow("an empty picture") << encoded(empty, "PNG") << Fault::Empty;
        QTest::newRow("an empty page") << scannedPdf({empty}) << Fault::Empty;
        QTest::newRow("an icon") << encoded(empty.scaled(32, 32), "PNG") << Fault::Empty;
        QTest::newRow("PNG cut in its header") << png.first(20) << Fault::Malformed;
        QTest::newRow("JPEG cut in its header") << jpeg.first(60) << Fault::Malformed;
        QTest::newRow("PNG whose dots are rubbish") << png.first(100) + QByteArray(5000, '\x55') << Fault::Malformed;
        QTest::newRow("JPEG whose dots are missing") << jpeg.first(700) << Fault::Malformed;
        QTest::newRow("4 thousand million dots") << wide << Fault::TooLarge;
        QTest::newRow("TIFF that goes in circles")
            << QByteArray("II*\0\x08\0\0\0\0\0\x08\0\0\0", 14) << Fault::Malformed;
        QTest::newRow("TIFF cut off") << QByteArray("MM\0*\0\0\0\x08", 8) << Fault::Malformed;
        QTest::newRow("WebP cut off") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << Fault::Malformed;
        QTest::newRow("WebP without a picture")
            << QByteArray("RIFF\x40\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xFF\x03\0\xFF\x03\0", 30) + QByteArray(60, 'x')
            << Fault::Malformed;
    }
    void whatHoldsNoWordsIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Fault, fault);
        const auto document = read(bytes);
        QVERIFY2(!document, qPrintable(document ? document->text : QString()));
        QVERIFY2(document.error().fault == fault,
                 qPrintable(u"%1: %2"_s.arg(int(document.error().fault)).arg(document.error().detail)));
    }

    void aPictureThatUnpacksToMuchEndsByItself()
    {
        // 100 million dots in a few thousand bytes: within what is taken in, and it must not hurt.
        QImage bomb(10'000, 10'000, QImage::Format_Mono);
        bomb.fill(1);
        const QByteArray bytes = encoded(bomb, "PNG", 0);
        QVERIFY2(bytes.size() < 200'000, qPrintable(QString::number(bytes.size())));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!read(bytes));
        QVERIFY2(timer.elapsed() < 40'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(read(encoded(scanOf({story}), "PNG")));
    }

    void eachPageOfAFileIsReadOnce()
    {
        const auto page = [](const QString &number) { return scanOf({u"<p>Page %1 says that the mill will stay open.</p>"_s.arg(number)}, {.dotsPerInch = 150}); };
        const auto document = read(tiffOf({page(u"one"_s), page(u"two"_s), page(u"three"_s)}));
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(document->pageCount, 3);
        QCOMPARE(document->text, u"Page one says that the mill will stay open.\n\nPage two says that the mill will stay open.\n\nPage three says that the mill will stay open."_s);
    }

    void whatIsTransparentIsPaper()
    {
        // Words in black; the white around them is stated to be transparent.
        QByteArray bytes = encoded(scanOf({story}), "PNG");
        bytes.insert(33, QByteArray::fromHex("0000000274524e5300ff5b9122b5")); // behind IHDR
        const auto document = read(bytes);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(plain(document->text), plain(storyWords));
    }

    void aLanguageChosenTwiceIsOne() { QCOMPARE(in(u"eng+deu+eng"_s).languages, (QStringList{u"eng"_s, u"deu"_s})); }

    /// Not a promise: what it says about the words of a page at usual resolutions.
    void figures_data()
    {
        QTest::addColumn<int>("dots");
        QTest::addColumn<double>("most"); ///< share of wrong words
        QTest::newRow("300 dots an inch") << 300 << 0.02;
        QTest::newRow("150 dots an inch") << 150 << 0.06;
    }
    void figures()
    {
        QFETCH(int, dots);
        QFETCH(double, most);
        QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/../resources/story/2-big-technology.md"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString words = QString::fromUtf8(file.readAll())
                                  .section(u"---\n"_s, 2)
                                  .remove(QRegularExpression(u"[*_#>\\[\\]]"_s))
                                  .simplified()
                                  .left(2200);
        QElapsedTimer timer;
        timer.start();
        const auto document =
            read(scannedPdf({scanOf({u"<p>"_s + words.toHtmlEscaped() + u"</p>"_s},
                                    {.dotsPerInch = dots, .size = 9, .turned = 0.3, .noise = 0.001})}));
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        const double share = wordErrors(plain(words), plain(document->text));
        qInfo("%d dots an inch: %.1f %% of the words wrong, %zu of %d uncertain, %.0f %% on average, %.1f s", dots,
              share * 100, document->recognition->uncertain.size(), document->recognition->words,
              document->recognition->mean, static_cast<double>(timer.elapsed()) / 1000);
        QVERIFY2(share <= most, qPrintable(document->text));
    }
};

QTEST_MAIN(TestRecognition)
#include "tst_recognition.moc"
