// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/filesamples.h"
#include "tests/support/readback.h"

#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

/// Mail, saved pages and mailboxes.
class TestMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailIsWordsAndFields()
    {
        const auto document = readOf(sampleNamed(u"good.eml"_s), u"a.eml"_s);
        QCOMPARE(document.title.value, u"Mill to stay"_s);
        QCOMPARE(document.authors, QStringList{u"Ann Räy"_s});
        QCOMPARE(document.published.when.toEdtf(), u"2024-05-04T10:15:00+02:00"_s);
        QVERIFY(document.text.contains(u"Café."_s));
        QCOMPARE(wordsOf(document, RegionKind::BlockQuote), u"> Will it stay?"_s);
        QVERIFY(inEnglish(document.remarks).contains(u"attachment left out: plan.pdf"_s));
        const auto page = readOf(sampleNamed(u"good.mhtml"_s), u"a.mhtml"_s);
        QCOMPARE(page.url.value, u"https://example.org/saved"_s);
        QCOMPARE(wordsOf(page, RegionKind::Headline), u"Mill to stay"_s);
        QVERIFY(!page.published.when.isKnown()); // when it was saved is not when it was published
    }

    void aFileCutOffSaysWhatOfItWasKept()
    {
        const auto saysCut = [](const io::ReadDocument &document, const QString &where) {
            return std::ranges::any_of(inEnglish(document.remarks), [&where](const QString &remark) { return remark.startsWith(u"the file is cut off "_s + where); });
        };
        const QByteArray page = sampleNamed(u"good.mhtml"_s);
        QVERIFY(!saysCut(readOf(page, u"a.mhtml"_s), {}));
        QVERIFY(saysCut(readOf(sampleNamed(u"cut.mhtml"_s), u"a.mhtml"_s), u"in the words"_s));
        const QByteArray whole = page.first(page.indexOf("</html>") + 7);
        QVERIFY(saysCut(readOf(whole, u"a.mhtml"_s), u"behind the words"_s));
        QVERIFY(saysCut(readOf(whole + "\r\n----x\r\nContent-Type: image/png\r\n\r\n12345", u"a.mhtml"_s), u"behind the words"_s));
        const QByteArray mail = sampleNamed(u"good.eml"_s);
        QVERIFY(!saysCut(readOf(mail, u"a.eml"_s), {}));
        QVERIFY(saysCut(readOf(mail.first(mail.indexOf("JVBE")), u"a.eml"_s), u"behind the words"_s));
        QVERIFY(saysCut(readOf(mail.first(mail.indexOf("Will it")), u"a.eml"_s), u"in the words"_s));
    }

    void aPartWithoutItsClosingLineIsNoCutFile()
    {
        const QByteArray fields = "From: Ann Ray <ann@example.org>\r\nTo: Bo\r\nSubject: The mill\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n";
        const QByteArray inner = "--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\n";
        const QByteArray words = "Content-Type: text/plain\r\n\r\nThe mill stays.\r\n";
        const auto cutsOf = [](const io::ReadDocument &document) { return inEnglish(document.remarks).filter(u"cut off"_s); };
        QCOMPARE(cutsOf(readOf(fields + inner + words + "--o--\r\n", u"a.eml"_s)), QStringList());
        // Cut off where a part was about to open: those before it are whole, and a multipart may have none at all.
        QVERIFY(cutsOf(readOf(fields + "--o\r\n" + words + "--o\r\n", u"a.eml"_s)).value(0).contains(u"behind the words"_s));
        QVERIFY(cutsOf(readOf(fields + "--o\r\n" + words + inner, u"a.eml"_s)).value(0).contains(u"behind the words"_s));
        QVERIFY(cutsOf(readOf(fields + inner + words, u"a.eml"_s)).value(0).contains(u"in the words"_s));
        QByteArray many = fields + "--o\r\n" + words;
        for (int i = 0; i < 1'100; ++i)
            many += "--o\r\nContent-Type: image/png\r\n\r\n1\r\n";
        QVERIFY(cutsOf(readOf(many + inner + words, u"a.eml"_s)).value(0).contains(u"behind the words"_s)); // more parts than are read
    }

    void aMailboxComesApart()
    {
        const QByteArray box = "From ann@example.org Mon Jan 27 10:00:00 2025\nFrom: Ann Ray <ann@example.org>\nSubject: One\nDate: Mon, 27 Jan 2025 10:00:00 +0100\n\n"
                               "The first words.\n\nFrom here on it rained.\n\n"
                               "From bo@example.org Tue Jan 28 10:00:00 2025\nFrom: Bo Li <bo@example.org>\nSubject: Two\nDate: Tue, 28 Jan 2025 10:00:00 +0100\n\nThe second words.\n";
        const auto mails = readOf(box, u"box.mbox"_s);
        QCOMPARE(mails.parts.size(), 2U);
        QCOMPARE(mails.parts[1].name, u"message 2.eml"_s);
        const auto first = readOf(mails.parts[0].bytes, mails.parts[0].name);
        QCOMPARE(first.authors, QStringList{u"Ann Ray"_s});
        QVERIFY(first.text.contains(u"From here on it rained."_s) && !first.text.contains(u"second"_s));
        QCOMPARE(readOf(mails.parts[1].bytes, mails.parts[1].name).published.when.toEdtf(), u"2025-01-28T10:00:00+01:00"_s);
    }

    void aMailboxLosesNoWordAndNoMark()
    {
        const QByteArray head = "From: Ann Ray <ann@example.org>\nSubject: One\nDate: Mon, 27 Jan 2025 10:00:00 +0100\n\n";
        // The first dividing line is damaged; the second message speaks of such lines.
        const QByteArray box = "From ann@example.org\n" + head + "The lock was shut.\n\nFrom ann@example.org Mon Jan 27 10:00:00 2025\n" + head
            + "Go on.\n\n>From ann@example.org Mon Jan 27 11:00:00 2025\n>From here on it rained.\n>>From there it did not.\n> From afar.\n\n"
              "From bo@example.org Tue Jan 28 10:00:00 2025\n" + head + "The end.\n";
        const auto mails = readOf(box, u"box.mbox"_s);
        QCOMPARE(mails.parts.size(), 3U);
        QVERIFY(readOf(mails.parts[0].bytes, mails.parts[0].name).text.contains(u"The lock was shut."_s));
        QCOMPARE(mails.parts[1].bytes, head + "Go on.\n\nFrom ann@example.org Mon Jan 27 11:00:00 2025\nFrom here on it rained.\n>From there it did not.\n> From afar.\n\n");
        const auto second = readOf(mails.parts[1].bytes, mails.parts[1].name);
        QVERIFY(second.parts.empty()); // what it speaks of divides nothing
        QCOMPARE(second.authors, QStringList{u"Ann Ray"_s});
        const qsizetype rain = second.text.indexOf(u"From here on it rained."_s);
        QVERIFY(rain > 0);
        for (const Region &region : second.regions)
            QVERIFY(region.kind != RegionKind::BlockQuote || region.span.start > rain);
        QVERIFY(readOf(mails.parts[2].bytes, mails.parts[2].name).text.contains(u"The end."_s));
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
