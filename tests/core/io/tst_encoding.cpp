// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/encoding.h"

#include <QStringConverter>
#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

QByteArray encode(const QString &text, const char *charset, bool mark = false)
{
    QStringEncoder encoder(charset, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder.encode(text);
}

} // namespace

class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAndPatternsDecide_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("charset");
        const QString words = u"“We stay,” said Zoë Müller 😀. And that was all she said to us."_s;
        QTest::newRow("UTF-8") << encode(words, "UTF-8") << u"UTF-8"_s;
        QTest::newRow("UTF-8 with mark") << encode(words, "UTF-8", true) << u"UTF-8"_s;
        QTest::newRow("UTF-16LE with mark") << encode(words, "UTF-16LE", true) << u"UTF-16LE"_s;
        QTest::newRow("UTF-16BE with mark") << encode(words, "UTF-16BE", true) << u"UTF-16BE"_s;
        QTest::newRow("UTF-32LE with mark") << encode(words, "UTF-32LE", true) << u"UTF-32LE"_s;
        QTest::newRow("UTF-32BE with mark") << encode(words, "UTF-32BE", true) << u"UTF-32BE"_s;
        QTest::newRow("UTF-16LE bare") << encode(words, "UTF-16LE") << u"UTF-16LE"_s;
        QTest::newRow("UTF-16BE bare") << encode(words, "UTF-16BE") << u"UTF-16BE"_s;
        QTest::newRow("UTF-32LE bare") << encode(words, "UTF-32LE") << u"UTF-32LE"_s;
        QTest::newRow("UTF-32BE bare") << encode(words, "UTF-32BE") << u"UTF-32BE"_s;
    }
    void marksAndPatternsDecide()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, charset);
        const auto decoded = io::decodeText(bytes).value();
        QCOMPARE(decoded.encoding, charset);
        QCOMPARE(decoded.text, u"“We stay,” said Zoë Müller 😀. And that was all she said to us."_s);
        QCOMPARE(decoded.replacements, 0);
        QVERIFY(!decoded.isGuess);
    }

    void legacyBytesAreGuessedAndSaid_data()
    {
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QString>("words");
        QTest::newRow("western") << QByteArray("windows-1252") << u"“I am not going,” the café’s owner said – twice – to the naïve visitor."_s;
        QTest::newRow("russian") << QByteArray("windows-1251") << u"Министр заявил вчера, что новая дорога будет построена в следующем году, несмотря на протесты жителей."_s;
        QTest::newRow("japanese") << QByteArray("Shift_JIS") << u"市長は昨日、新しい道路は来年建設されると発表しました。住民は反対しています。"_s;
    }
    void legacyBytesAreGuessedAndSaid()
    {
        QFETCH(QByteArray, charset);
        QFETCH(QString, words);
        const auto decoded = io::decodeText(encode(words, charset.constData())).value();
        QCOMPARE(decoded.text, words);
        QVERIFY(decoded.isGuess);
        QCOMPARE(decoded.replacements, 0);
    }

    void aDamagedUtf8FileStaysUtf8WithItsDamageCounted()
    {
        QByteArray bytes = encode(u"Zoë Müller aß Äpfel, Öl und Süßes. "_s.repeated(20), "UTF-8");
        bytes.append('\xFF').append(" more words");
        const auto decoded = io::decodeText(bytes).value();
        QCOMPARE(decoded.encoding, u"UTF-8"_s);
        QCOMPARE(decoded.replacements, 1);
    }

    void aPrintedReplacementCharacterIsNoDamage()
    {
        QCOMPARE(io::decodeText(encode(u"a \uFFFD b"_s, "UTF-8")).value().replacements, 0);
    }

    void theUsersChoiceWins()
    {
        const auto decoded = io::decodeText("\xCF\xF0\xE8", u"windows-1251"_s).value();
        QCOMPARE(decoded.text, u"При"_s);
        QCOMPARE(io::decodeText("a", u"no-such-charset"_s).error().fault, Fault::BadInput);
    }

    void aDeclaredCharsetWinsOverAGuessButNotOverProof()
    {
        QCOMPARE(io::decodeText("\xE4\xF6\xFC", {}, u"KOI8-R"_s).value().encoding, u"KOI8-R"_s);
        QCOMPARE(io::decodeText("caf\xC3\xA9", {}, u"KOI8-R"_s).value().text, u"café"_s);
    }

    void halfASurrogatePairIsReplacedAndCounted()
    {
        const auto decoded = io::decodeText(QByteArrayView("\xFF\xFE" "a\0\x00\xD8" "b\0", 8)).value();
        QCOMPARE(decoded.text, u"a\uFFFDb"_s);
        QCOMPARE(decoded.replacements, 1);
    }

    void controlCharactersStay()
    {
        QCOMPARE(io::decodeText(QByteArrayView("a\0b\x01\x7F", 5)).value().text, QString(u"a\0b\u0001\u007F"_s));
    }

    void onlyLineEndsChange()
    {
        QCOMPARE(io::withPlainLineEnds(u"a\r\nb\nc\rd\r\n"_s), u"a\nb\nc\rd\n"_s);
        QCOMPARE(io::withPlainLineEnds(u"a\rb\r"_s), u"a\nb\n"_s);
        QCOMPARE(io::withPlainLineEnds(u"a\u00A0b\u2028c\u00ADd"_s), u"a\u00A0b\u2028c\u00ADd"_s);
    }

    void everyByteStringIsSomeText()
    {
        for (int seed = 0; seed < 300; ++seed) {
            QByteArray bytes;
            quint32 state = static_cast<quint32>(seed) * 2654435761U + 1;
            for (int i = 0; i < 200; ++i) {
                state = state * 1664525U + 1013904223U;
                bytes.append(static_cast<char>(state >> 24));
            }
            const auto decoded = io::decodeText(bytes);
            QVERIFY(decoded);
            QVERIFY(decoded->text.isValidUtf16());
        }
    }
};

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
