// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::extract;
using namespace Qt::StringLiterals;

class TestCircumstances : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhenAndThroughWhat_data();
    void tellsWhenAndThroughWhat();
    void aDayWithinAReportIsNotWhenItWasSaid();
    void aSecondQuotationOfTheParagraphSharesThem();
};

void TestCircumstances::tellsWhenAndThroughWhat_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QStringList>("carriers");
    QTest::newRow("weekday and platform") << u"“The pier will hold,” Ana Ruiz wrote on Facebook on Tuesday."_s << u"2031-05-06"_s << QStringList{u"on Facebook"_s};
    QTest::newRow("interview") << u"In an interview on 2 May, Ana Ruiz said: “The pier will hold.”"_s << u"2031-05-02"_s << QStringList{u"In an interview"_s};
    QTest::newRow("told a paper") << u"“The pier will hold,” Ana Ruiz told the Harbour Times."_s << QString() << QStringList{u"told the Harbour Times"_s};
    QTest::newRow("a date inside the words is not when they were said") << u"“We start on 9 May,” said Ana Ruiz."_s << QString() << QStringList();
    QTest::newRow("a date in the next sentence is another matter") << u"“The pier will hold,” said Ana Ruiz. On 4 May it rained."_s << QString() << QStringList();
    QTest::newRow("a weekday with its day") << u"“The pier will hold,” Ana Ruiz said on Monday, 28 April."_s << u"2031-04-28"_s << QStringList();
    QTest::newRow("a weekday of another week") << u"“The pier will hold,” Ana Ruiz said on Tuesday last week."_s << u"2031-04-29"_s << QStringList();
    QTest::newRow("a day of her election") << u"“The pier will hold,” Ana Ruiz, who was elected on 3 May, said."_s << QString() << QStringList();
    QTest::newRow("a day of his arrest") << u"The man arrested on 2 May told police: “The pier will hold.”"_s << QString() << QStringList();
    QTest::newRow("a paper of a day") << u"In a letter sent on 2 May, Ana Ruiz said: “The pier will hold.”"_s << u"2031-05-02"_s << QStringList{u"In a letter"_s};
    QTest::newRow("a year is too vague to date a remark") << u"“The pier will hold,” said Ana Ruiz, who came in 2029."_s << QString() << QStringList();
}

void TestCircumstances::tellsWhenAndThroughWhat()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    QFETCH(QStringList, carriers);
    Options options;
    options.language = u"en"_s;
    options.published = PartialDate::day(2031, 5, 7);
    Extraction found = extract::extract(text, options);
    std::erase_if(found.quotations, [](const FoundQuotation &quotation) { return quotation.kind == Kind::Indirect; });
    QCOMPARE(found.quotations.size(), 1);
    QCOMPARE(found.quotations.front().said.when.toEdtf(), said);
    QCOMPARE(found.quotations.front().carriers, carriers);
}

void TestCircumstances::aDayWithinAReportIsNotWhenItWasSaid()
{
    Options options;
    options.published = PartialDate::day(2031, 5, 7);
    for (const QString &text : {u"Ana Ruiz said the pier would open on 1 June."_s, u"Ana Ruiz said the fire broke out on Monday."_s, u"Ana Ruiz sagte, der Steg werde am 1. Juni gesperrt."_s}) {
        options.language = text.contains(u"sagte") ? u"de"_s : u"en"_s;
        const Extraction found = extract::extract(text, options);
        QCOMPARE(found.quotations.size(), 1);
        QVERIFY2(!found.quotations.front().said.when.isKnown(), qPrintable(text));
    }
}

void TestCircumstances::aSecondQuotationOfTheParagraphSharesThem()
{
    Options options;
    options.language = u"en"_s;
    options.published = PartialDate::day(2031, 5, 7);
    const Extraction found = extract::extract(u"“The pier will hold,” Ana Ruiz wrote on Facebook on Tuesday. “It is made of oak.”\n\n“Nonsense,” said Tom Hale.", options);
    QCOMPARE(found.quotations.size(), 3);
    QCOMPARE(found.quotations[1].said, found.quotations[0].said);
    QCOMPARE(found.quotations[1].carriers, QStringList{u"on Facebook"_s});
    QVERIFY(!found.quotations[2].said.when.isKnown());
}

QTEST_GUILESS_MAIN(TestCircumstances)
#include "tst_circumstances.moc"
