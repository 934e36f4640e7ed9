// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/jsonitems.h"
#include "core/io/readers/jsonkeys.h"
#include "core/io/readers/reader.h"
#include "tests/support/exchangesamples.h"
#include "tests/support/readback.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

class TestFtm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileComesApart()
    {
        const auto document = readOf(ftmSample(), u"leak.ftm"_s);
        QCOMPARE(document.mediaType, u"application/x-ftm+json"_s);
        QStringList names;
        for (const io::ReadPart &part : document.parts)
            names << part.name;
        QCOMPARE(names,
                 (QStringList{u"people of leak.ftm"_s, u"line 6 of leak.ftm"_s, u"line 7 of leak.ftm"_s,
                              u"quotations of line 7 of leak.ftm"_s, u"events of leak.ftm"_s, u"line 21 of leak.ftm"_s,
                              u"line 22 of leak.ftm"_s, u"line 23 of leak.ftm"_s, u"line 20 of leak.ftm"_s}));
        QCOMPARE(
            refusals(document),
            (QStringList{
                u"line 21: “x1”: “name” is no list of values"_s,
                u"line 22: its JSON is broken at byte 6: illegal number"_s,
                u"line 23 (Ownership own-9): there is no “nobody-here” in this file"_s,
                u"line 20 (Vessel MV Lost): the record has no place for it, and it belongs to nobody of this file"_s}));
    }

    void peopleHaveTheirNames()
    {
        const auto people = partOf(readOf(ftmSample(), u"leak.ftm"_s), u"people of leak.ftm"_s);
        QCOMPARE(people.textIs, io::TextIs::Listed);
        const io::ListedAgent ana = listed(people, u"Ana Ruiz"_s);
        QCOMPARE(ana.type, AgentType::Person);
        QCOMPARE(words(people, ana.role), u"mayor"_s);
        QCOMPARE(words(people, ana.organisation), u"Northport Council"_s);
        QStringList forms;
        for (const Span form : ana.forms)
            forms << words(people, form);
        QCOMPARE(forms, (QStringList{u"Annie Ruiz"_s, u"Mayor Ruiz"_s}));
        QCOMPARE(words(people, ana.former.at(0)), u"Ana Vela"_s);
        QCOMPARE(words(people, ana.weak.at(0)), u"Ana"_s);
        for (const QString &line :
             {u"nationality: pa"_s, u"owns → Acme Mills Ltd, since 2019; percentage: 51 [Ownership own-1]"_s,
              u"mayor → Northport Council, since 2018 [Employment emp-1]"_s,
              u"adviser → Acme Mills Ltd, 2001 – 2004 [Directorship dir-1]"_s,
              u"possibly the same as → Vela Ruiz; score: 0.8 [Similar sim-1]"_s, u"Seen at the mill. [Note n-1]"_s})
            QVERIFY2(ana.note.split(u'\n').contains(line), qPrintable(line + u"\nnot in\n"_s + ana.note));
        const io::ListedAgent acme = listed(people, u"Acme Mills Ltd"_s);
        QCOMPARE(acme.type, AgentType::Organisation);
        QVERIFY2(acme.note.contains(u"owns → MV Ann (Vessel; flag: pa) [Ownership own-2]"_s), qPrintable(acme.note));
        QVERIFY(people.text.contains(u"[Person p1]"_s));
    }

    void articlesHaveTheirQuotations()
    {
        const auto document = readOf(ftmSample(), u"leak.ftm"_s);
        const auto bare = partOf(document, u"line 6 of leak.ftm"_s);
        QCOMPARE(bare.title.value, u"Mill to close"_s);
        QCOMPARE(bare.marks.size(), size_t(1));
        QCOMPARE(words(bare, bare.marks[0].place), u"We shall see."_s);
        QCOMPARE(bare.marks[0].speaker, u"Ana Ruiz"_s);
        const auto article = partOf(document, u"line 7 of leak.ftm"_s);
        QCOMPARE(article.title, (Sourced{u"Mill to stay"_s, Basis::Metadata}));
        QCOMPARE(article.outlet.value, u"The Daily"_s);
        QCOMPARE(article.authors, QStringList{u"Bo Li"_s});
        QCOMPARE(article.published.when.toEdtf(), u"2025-03-02"_s);
        QCOMPARE(article.url.value, u"https://example.org/mill"_s);
        QCOMPARE(article.language, u"en"_s);
        QCOMPARE(article.textIs, io::TextIs::Written);
        QCOMPARE(article.marks.size(), size_t(1));
        QCOMPARE(words(article, article.marks[0].place), u"The mill will stay where it is."_s);
        QVERIFY(article.marks[0].isQuotation);
        QCOMPARE(article.marks[0].said.when.toEdtf(), u"2025-03-01"_s);
        QVERIFY2(article.note.contains(u"retrievedAt: 2025-03-03"_s), qPrintable(article.note));
        const auto record = partOf(document, u"quotations of line 7 of leak.ftm"_s);
        QCOMPARE(words(record, record.marks.at(0).place), u"Words that nobody printed."_s);
        QVERIFY(record.url.value.isEmpty());
        QVERIFY(record.text.contains(u"Northport Council: Words that nobody printed."_s));
    }

    void eventsHaveTheirPeople()
    {
        const auto events = partOf(readOf(ftmSample(), u"leak.ftm"_s), u"events of leak.ftm"_s);
        QCOMPARE(events.events.size(), size_t(1));
        const io::ListedEvent &event = events.events[0];
        QCOMPARE(words(events, event.name), u"Council meets"_s);
        QCOMPARE(event.when.when.toEdtf(), u"2025-03-01"_s);
        QCOMPARE(event.addresses, QStringList{u"https://example.org/mill"_s});
        QCOMPARE(event.people.size(), size_t(2));
        QCOMPARE(words(events, events.people[static_cast<size_t>(event.people[1])].name), u"Northport Council"_s);
        QCOMPARE(events.people[static_cast<size_t>(event.people[1])].type, AgentType::Organisation);
        QVERIFY(event.note.contains(u"location: Town hall"_s));
    }

    /// Every id of the file stands in what its parts say, or in a refusal.
    void nothingIsLost()
    {
        const QByteArray bytes = ftmSample();
        const auto document = readOf(bytes, u"leak.ftm"_s);
        QString all = refusals(document).join(u'\n');
        for (const io::ReadPart &part : document.parts) {
            if (part.bytes.isEmpty())
                continue;
            const auto read = readOf(part.bytes, part.name);
            all += read.text + read.note;
            for (const auto &one : read.people)
                all += one.note;
            for (const auto &one : read.events)
                all += one.note;
            for (const auto &one : read.marks)
                all += one.note;
        }
        int ids = 0;
        for (const QByteArray &line : bytes.split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            const QString id = object.value(u"id"_s).toString();
            const bool isNamed = QStringList{u"Vessel"_s, u"Mention"_s}.contains(
                object.value(u"schema"_s).toString()); // found by their names
            if (id.isEmpty() || isNamed)
                continue;
            QVERIFY2(all.contains(id), qPrintable(id));
            ++ids;
        }
        QCOMPARE_GE(ids, 17);
        for (const QString &name : {u"MV Ann"_s, u"MV Lost"_s, u"Mayor Ruiz"_s})
            QVERIFY2(all.contains(name), qPrintable(name));
    }

    void aListAndAnAnswerAreReadToo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray one = quoted("{'id':'a','schema':'Person','properties':{'name':['Ana Ruiz']}}");
        const QByteArray two = quoted("{'id':'b','schema':'Company','properties':{'name':['Acme'],'x':[1,true,null]}}");
        QTest::newRow("lines") << one + '\n' + two;
        QTest::newRow("a list") << "[" + one + ",\n" + two + "]";
        QTest::newRow("an answer") << quoted("{'status':'ok','results':[") + one + "," + two + "]}";
        QTest::newRow("with a mark") << "\xEF\xBB\xBF" + one + "\r\n\r\n" + two + "\r\n";
    }
    void aListAndAnAnswerAreReadToo()
    {
        QFETCH(QByteArray, bytes);
        const auto document = readOf(bytes, u"a.json"_s);
        QCOMPARE(document.mediaType, u"application/x-ftm+json"_s);
        QVERIFY(document.parts.empty());
        QCOMPARE(document.people.size(), size_t(2));
        QVERIFY(std::ranges::none_of(document.remarks,
                                     [](const Remark &remark) { return remark.kind == RemarkKind::OtherType; }));
    }

    void anotherNameIsRemarked()
    {
        const auto document = readOf(person("a", quoted("'name':['Ana Ruiz']")), u"a.csv"_s);
        QVERIFY(std::ranges::contains(document.remarks,
                                      Remark{RemarkKind::OtherType, {u"csv"_s, u"FollowTheMoney entities"_s}}));
        QVERIFY(std::ranges::any_of(document.remarks, [](const Remark &remark) {
            return remark.kind == RemarkKind::EntitiesRead && remark.args.first() == u"Person → person (1)"_s;
        }));
    }

    void linesOfOneEntityArePutTogether()
    {
        const auto document =
            readOf(person("a", quoted("'name':['Ana Ruiz']")) + person("a", quoted("'alias':['Annie Ruiz']"))
                       + quoted("{'id':'a','schema':'Article','properties':{'title':['T']}}"),
                   u"a.ftm"_s);
        QCOMPARE(refusals(document), QStringList{u"line 3 (Article T): line 1 has the same id and is a Person"_s});
        const auto people = partOf(document, u"people of a.ftm"_s);
        QCOMPARE(people.people.size(), size_t(1));
        QCOMPARE(words(people, people.people[0].forms.at(0)), u"Annie Ruiz"_s);
    }

    void twoOfOneNameAreCounted()
    {
        const auto document =
            readOf(person("a", quoted("'name':['Ana Ruiz']")) + person("b", quoted("'name':['ana ruiz']")), u"a.ftm"_s);
        QVERIFY(std::ranges::contains(document.remarks, Remark{RemarkKind::SameNames, {u"1"_s}}));
        QVERIFY(document.text.contains(u"[Person a]"_s) && document.text.contains(u"[Person b]"_s));
    }

    void pagesAndMarkupAreWords()
    {
        const auto paged =
            readOf(quoted("{'id':'d','schema':'Pages','properties':{'title':['T']}}\n{'id':'2','schema':'Page','"
                          "properties':{'document':['d'],'index':['2'],'bodyText':['Words of the "
                          "second.']}}\n{'id':'10','schema':'Page','properties':{'document':['d'],'index':['10'],"
                          "'bodyText':['Words of the tenth.']}}\n"),
                   u"a.ftm"_s);
        QVERIFY2(paged.text.contains(u"Words of the second.\n\nWords of the tenth."_s), qPrintable(paged.text));
        const auto markup =
            readOf(quoted("{'id':'d','schema':'HyperText','properties':{'title':['Said'],'bodyHtml':['<html><body><h1>"
                          "Shown</h1><p>The words of the page are these, and no others.</p></body></html>']}}"),
                   u"a.ftm"_s);
        QVERIFY2(markup.text.contains(u"The words of the page are these"_s) && !markup.text.contains(u'<'),
                 qPrintable(markup.text));
        QCOMPARE(markup.title.value, u"Said"_s);
    }

    void hostileLinesAreRefusedAlone_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("deep") << QByteArray("[").repeated(5'000) + QByteArray("]").repeated(5'000);
        QTest::newRow("deep within") << quoted("{'id':'x','schema':'Person','properties':{'name':")
                + QByteArray("[").repeated(2'000) + QByteArray("]").repeated(2'000) + "}}";
        QTest::newRow("no object") << QByteArray("42");
        QTest::newRow("no id") << quoted("{'schema':'Person','properties':{'name':['A']}}");
        QTest::newRow("no schema") << quoted("{'id':'x','properties':{'name':['A']}}");
        QTest::newRow("no properties") << quoted("{'id':'x','schema':'Person'}");
        QTest::newRow("nobody") << quoted("{'id':'x','schema':'Person','properties':{'alias':['A']}}");
        QTest::newRow("cut off") << quoted("{'id':'x','schema':'Person','properties':{'name':['A");
        QTest::newRow("a list in a list") << quoted("{'id':'x','schema':'Person','properties':{'name':[['A']]}}");
        QTest::newRow("a long id") << quoted("{'id':'") + QByteArray(5'000, 'x')
                + quoted("','schema':'Person','properties':{'name':['A']}}");
        QTest::newRow("half a character") << quoted("{'id':'\\ud800','schema':'Person','properties':{'name':'A'}}");
        QTest::newRow("of itself") << quoted("{'id':'x','schema':'Vessel','properties':{'owner':['x']}}");
        QTest::newRow("a quotation of nothing")
            << quoted("{'id':'x','schema':'Documentation','properties':{'role':['quoted'],'summary':['Words']}}");
    }
    void hostileLinesAreRefusedAlone()
    {
        QFETCH(QByteArray, line);
        const auto document =
            readOf(person("a", quoted("'name':['Ana Ruiz']")) + line + "\n" + person("b", quoted("'name':['Bo Li']")),
                   u"a.ftm"_s);
        QCOMPARE(refusals(document).size(), 1);
        QVERIFY2(refusals(document).first().startsWith(u"line 2"_s), qPrintable(refusals(document).first().left(200)));
        QCOMPARE(partOf(document, u"people of a.ftm"_s).people.size(), size_t(2));
    }

    void manyRefusalsAreCounted()
    {
        QByteArray bytes = person("a", quoted("'name':['Ana Ruiz']"));
        for (int i = 0; i < 3'000; ++i)
            bytes += person(QByteArray::number(i), {});
        const auto document = readOf(bytes, u"a.ftm"_s);
        QCOMPARE(document.parts.size(), size_t(1'002));
        QVERIFY(document.parts.back().refusal.startsWith(u"2000 more like these"_s));
    }

    void aHubKeepsAllItsLines()
    {
        QByteArray bytes = person("hub", quoted("'name':['Ana Ruiz']"));
        for (int i = 0; i < 5'000; ++i)
            bytes += quoted("{'id':'c") + QByteArray::number(i)
                + quoted("','schema':'Company','properties':{'name':['House ") + QByteArray::number(i)
                + quoted("']}}\n{'id':'o") + QByteArray::number(i)
                + quoted("','schema':'Ownership','properties':{'owner':['hub'],'asset':['c") + QByteArray::number(i)
                + "\"]}}\n";
        const auto document = readOf(bytes, u"a.ftm"_s);
        QCOMPARE(listed(document, u"Ana Ruiz"_s).note.count(u'\n'), 4'999);
    }

    void numbersOfJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const QByteArray &json, const QByteArray &written) {
            QTest::newRow(name) << quoted(json) << quoted(written);
        };
        row("values", "{'a':1 , 'b':[-2.50,3E+7]}", "{'a':'1' , 'b':['-2.50','3E+7']}");
        row("in words", "{'a 1':'2, 3]','b':'\\\\'}", "{'a 1':'2, 3]','b':'\\\\'}");
        row("broken", "{1:2,'a':01,'b':1.,'c':-,'d':x1,'e':1 2}", "{1:'2','a':01,'b':1.,'c':-,'d':x'1','e':1 '2'}");
        row("cut off", "[1,2", "['1',2");
    }
    void numbersOfJson()
    {
        QFETCH(QByteArray, json);
        QTEST(io::withWrittenNumbers(json), "written");
        QCOMPARE(QJsonDocument::fromJson(io::withWrittenNumbers(json)).isNull(),
                 QJsonDocument::fromJson(json).isNull());
    }

    void itemsOfJson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("items");
        QTest::newRow("nothing") << u" \n"_s << QStringList();
        QTest::newRow("one over lines") << u"{\n\"a\": 1\n}\n"_s << QStringList{u"1 {\n\"a\": 1\n}"_s};
        QTest::newRow("lines") << u"\n{\"a\":1}\n\n{\"b\":\n{}"_s
                               << QStringList{u"2 {\"a\":1}"_s, u"4 {\"b\":"_s, u"5 {}"_s};
        QTest::newRow("list") << u"[{\"a\":\"]\"},\n 2 , [3]]"_s
                              << QStringList{u"1 {\"a\":\"]\"}"_s, u"2 2"_s, u"2 [3]"_s};
        QTest::newRow("list never closed") << u"[1,{\"a\":[2"_s << QStringList{u"1 1"_s, u"1 {\"a\":[2"_s};
        QTest::newRow("first line damaged") << u"{\"a\":{}\n{\"b\":1}\n{\"c\":1}\n"_s
                                            << QStringList{u"1 {\"a\":{}"_s, u"2 {\"b\":1}"_s, u"3 {\"c\":1}"_s};
        QTest::newRow("a string never closed")
            << u"{\"a\":\"x}\n {\"b\":\"}\"}\n"_s << QStringList{u"1 {\"a\":\"x}"_s, u"2 {\"b\":\"}\"}"_s};
        QTest::newRow("several over lines")
            << u"{\n  \"a\": [\n    {\n    }\n  ]\n}\n{\n  \"b\": 1\n}\n\n{\"c\":1}\n"_s
            << QStringList{u"1 {\n  \"a\": [\n    {\n    }\n  ]\n}"_s, u"7 {\n  \"b\": 1\n}"_s, u"11 {\"c\":1}"_s};
        QTest::newRow("damaged over lines")
            << u"{\n  \"a\": [\n}\n{\n  \"b\": 1\n}\n"_s
            << QStringList{u"1 {"_s, u"2 \"a\": ["_s, u"3 }"_s, u"4 {\n  \"b\": 1\n}"_s};
        QTest::newRow("odd signs") << u"[,}{},"_s << QStringList{u"1 {}"_s};
    }
    void itemsOfJson()
    {
        QFETCH(QString, text);
        QStringList found;
        for (const io::JsonItem &item : io::jsonItems(text, 100))
            found << QString::number(item.line) + u' ' + item.json.toString();
        QTEST(found, "items");
    }
};

QTEST_GUILESS_MAIN(TestFtm)
#include "tst_ftm.moc"
