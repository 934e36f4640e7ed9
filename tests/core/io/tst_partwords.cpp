// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/partwords.h"
#include "tests/support/exchangesamples.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

/// What a part of a file begins with, for somebody who looks through the parts.
class TestPartWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPartBeginsWithItsWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *what, const QString &name, const QByteArray &bytes, const QString &words) { QTest::newRow(what) << name << test::quoted(bytes) << words; };
        row("a row has the header before it", u"row 1 of a.csv"_s, "title,text\nRow one,Its words.\n", u"Row one · Its words."_s);
        row("cells with marks, commas and nothing in them", u"row 1 of a.csv"_s, "name,says\n'Ruiz, Ana','She said ''no''.','',x\n", u"Ruiz, Ana · She said \"no\". · x"_s);
        row("a page has a name", u"a.html"_s, "<!doctype html><html><head><meta charset=utf-8><title>Mill\nto stay</title></head><body>", u"Mill to stay"_s);
        row("a page without a name has words", u"a.html"_s, "<html><head><style>p{}</style></head><body><p>It <b>stays</b>.<a hre", u"It stays ."_s);
        row("a reference", u"1 of a.ris"_s, "TY  - NEWS\nAU  - Ray, Ann\nTI  - Mill to stay\nJO  - The Herald\nER  - \n", u"Mill to stay · Ray, Ann · The Herald"_s);
        row("text", u"a.txt"_s, "Two\n\n lines", u"Two lines"_s);
        row("no text", u"a.pdf"_s, QByteArray("%PDF\xff\x00", 6), QString());
        row("people", u"people of a.ftm"_s,
            "{'id':'1','schema':'Person','properties':{'name':['Ana Ruiz'],'alias':['Annie']}}"
            "\n"
            "{'id':'2','schema':'Person','properties':{'firstName':['Tom'],'lastName':['Hale']}}"
            "\n",
            u"Ana Ruiz · Tom Hale"_s);
        row("an article with what was quoted", u"line 2 of a.ftm"_s,
            "{'id':'d','schema':'Article','properties':{'title':['Mill to stay'],'bodyText':['It stays.']}}"
            "\n"
            "{'id':'q','schema':'Documentation','properties':{'summary':['We  keep it.']}}"
            "\n",
            u"Mill to stay · “We keep it.”"_s);
        row("an article without a title", u"line 2 of a.ftm"_s, "{'id':'d','schema':'Article','properties':{'sourceUrl':['https://mill.example/a']}}", u"https://mill.example/a"_s);
        row("annotations", u"source 1 of a.json"_s,
            "[{'target':{'source':'https://mill.example/a','selector':[{'exact':'The mill stays.'},{'start':2}]},'body':[{'value':'Ana Ruiz'}]},"
            "{'target':'https://mill.example/a','bodyValue':'Who counted?'}]",
            u"“The mill stays.” Ana Ruiz · Who counted?"_s);
        row("other JSON", u"a.json"_s, "{'a':1}", u"{\"a\":1}"_s);
        row("a broken list", u"a.json"_s, "[1, 2", u"[1, 2"_s);
    }
    void aPartBeginsWithItsWords()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QTEST(io::beginningOf({name, bytes, {}}), "words");
    }

    void onlyTheBeginningIsShown()
    {
        const QByteArray one = "{'id':'1','schema':'Person','properties':{'name':['Ana Ruiz']}}" "\n";
        QCOMPARE(io::beginningOf({u"people"_s, test::quoted(one).repeated(10'000), {}}).size(), 200);
    }
};

QTEST_GUILESS_MAIN(TestPartWords)
#include "tst_partwords.moc"
