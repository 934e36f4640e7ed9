// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/readback.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

/// Tables of articles, quotations and people.
class TestTableFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesComeApartRowByRow()
    {
        const auto table = readOf("Headline;Body;Byline;Odd\nOne;\"First; \"\"words\"\"\";Ann "
                                  "Ray;x\n\nTwo;short\nThree;Third words;Bo Li;y\n",
                                  u"a.csv"_s);
        QCOMPARE(table.parts.size(), 3U);
        QCOMPARE(table.parts[1].refusal, u"line 4: 2 fields where the header has 4"_s);
        QCOMPARE(table.parts[2].name, u"line 5 of a.csv"_s);
        const auto first = readOf(table.parts[0].bytes, table.parts[0].name);
        QCOMPARE(first.text, u"One\n\nFirst; \"words\""_s);
        QCOMPARE(first.authors, QStringList{u"Ann Ray"_s});
        QVERIFY(inEnglish(table.remarks).contains(u"columns: Headline → title, Body → text, Byline → author"_s));
        QVERIFY(inEnglish(table.remarks).contains(u"columns not taken in: Odd"_s));
        QVERIFY(inEnglish(readOf("a,b\n1,2\n", u"b.csv"_s).remarks).value(0).contains(u"read as text"_s));
    }

    void quotationsOfATableBecomeTurnsOfTheirSource()
    {
        const auto table = readOf("Quote,Said by,Outlet,Date,Link,Odd\n"
                                  "\"“The bridge stays shut, and that is that.”\",Ana Ruiz,The Daily,2025-03-02,https://example.org/a,x\n"
                                  "We were never asked.,Ito,Valley Post,2025-03-04,https://example.org/b,\n"
                                  ",Ito,Valley Post,2025-03-04,https://example.org/b,\n"
                                  "Nobody told me.,Vela,The Daily,2025-03-02,https://example.org/a,\n"
                                  "Too few\n",
                                  u"quotes.csv"_s);
        QVERIFY(inEnglish(table.remarks).contains(u"columns: Quote → words, Said by → speaker, Outlet → outlet, Date → date, Link → url"_s));
        QVERIFY(inEnglish(table.remarks).contains(u"columns not taken in: Odd"_s));
        QStringList parts;
        for (const io::ReadPart &part : table.parts)
            parts << part.name + u'|' + part.refusal;
        QCOMPARE(parts,
                 (QStringList{u"lines 2, 5 of quotes.csv|"_s, u"line 3 of quotes.csv|"_s, u"line 4 of quotes.csv|line 4: no words are quoted"_s,
                              u"line 6 of quotes.csv|line 6: 1 fields where the header has 6"_s}));
        const auto source = readOf(table.parts[0].bytes, table.parts[0].name);
        QCOMPARE(source.text, u"The Daily, 2025-03-02, https://example.org/a\n\nAna Ruiz: The bridge stays shut, and that is that.\n\nVela: Nobody told me."_s);
        QCOMPARE(source.outlet.value, u"The Daily"_s);
        QCOMPARE(source.url.value, u"https://example.org/a"_s);
        QCOMPARE(source.published.when.toEdtf(), u"2025-03-02"_s);
        QCOMPARE(source.turns.size(), 2U);
        QCOMPARE(words(source, source.turns[0].speaker), u"Ana Ruiz"_s);
        QCOMPARE(words(source, source.turns[0].words), u"The bridge stays shut, and that is that."_s);
        QCOMPARE(words(source, source.turns[1].words), u"Nobody told me."_s);
        // Who said it may be unknown; then the marks say that somebody did.
        QCOMPARE(readOf("quote,source\nIt is over.,The Daily\n", u"q.csv"_s).text, u"The Daily\n\n“It is over.”"_s);
        QVERIFY(readOf("sprecher;zitat\nAna Ruiz;Die Brücke bleibt zu.\n", u"z.txt"_s).turns.size() == 1);
    }

    void peopleOfATableAreOneList()
    {
        const QByteArray good = "Name\tAliases\tTitle\tOrganisation\nAna Ruiz\tAnnie Ruiz; @aruiz\tmayor\tNorthport Council\nIto\t\t\t\n";
        const auto list = readOf(good, u"people.tsv"_s);
        QCOMPARE(list.text, u"Ana Ruiz (Annie Ruiz; @aruiz), mayor, Northport Council\nIto"_s);
        QVERIFY(inEnglish(list.remarks).contains(u"columns: Name → name, Aliases → forms, Title → role, Organisation → organisation"_s));
        QCOMPARE(list.people.size(), 2U);
        QCOMPARE(words(list, list.people[0].name), u"Ana Ruiz"_s);
        QCOMPARE(words(list, list.people[0].forms.at(1)), u"@aruiz"_s);
        QCOMPARE(words(list, list.people[0].role), u"mayor"_s);
        QCOMPARE(words(list, list.people[0].organisation), u"Northport Council"_s);
        QCOMPARE(words(list, list.people[1].name), u"Ito"_s);
        QVERIFY(list.people[1].organisation.isEmpty());
        const auto some = readOf(good + "\tNobody\tclerk\t\n", u"people.tsv"_s);
        QCOMPARE(some.parts.size(), 2U);
        QCOMPARE(some.parts[0].name, u"lines 2, 3 of people.csv"_s);
        QCOMPARE(some.parts[1].refusal, u"line 4: nobody is named"_s);
        QCOMPARE(readOf(some.parts[0].bytes, some.parts[0].name).people, list.people);
        QCOMPARE(readOf("Vorname,Nachname,Firma\nAna,Ruiz,Nordwerft\n", u"l.csv"_s).people.size(), 1U);
        // A title alone does not make it a list of people, and an article's text makes it one of articles.
        QVERIFY(readOf("name,title,url\nx,Mill to stay,https://example.org/a\n", u"t.csv"_s).people.empty());
        QVERIFY(readOf("name,role,text\nx,y,The mill stays.\n", u"t.csv"_s).people.empty());
    }
};

QTEST_GUILESS_MAIN(TestTableFiles)
#include "tst_tablefiles.moc"
