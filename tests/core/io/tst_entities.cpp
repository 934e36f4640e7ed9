// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"
#include "tests/support/exchangesamples.h"
#include "tests/support/readback.h"

#include <QTest>
#include <algorithm>
#include <ctime>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

/// Ana Ruiz and Acme Ltd, with whatever joins them.
QByteArray anaAndAcme(const QByteArray &more)
{
    return person("p", "'name':['Ana Ruiz']") + entityLine("c", "Company", "'name':['Acme Ltd']") + more;
}

/// The people of a file, whether it came apart or not.
io::ReadDocument peopleOf(const io::ReadDocument &document)
{
    return document.parts.empty() ? document : partOf(document, u"people of a.ftm"_s);
}

} // namespace

/// What becomes of what entities say.
class TestEntities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A part may be long: what tells its format stands in front.
    void aLongPartIsReadAsWhatItIs()
    {
        const QByteArray body = QByteArray("The mill will stay where it is. ").repeated(16'000);
        const auto document = readOf(person("p", quoted("'name':['Ana Ruiz']"))
                                         + entityLine("d", "Article", "'title':['T'],'bodyText':['" + body + "']"),
                                     u"a.ftm"_s);
        const QByteArray bytes = document.parts.at(1).bytes;
        QVERIFY2(bytes.startsWith(quoted("{'id':'d','schema':'Article','onrecordPart':true,'properties':{")),
                 bytes.first(100).constData());
        const auto article = partOf(document, u"line 2 of a.ftm"_s);
        QCOMPARE(article.title.value, u"T"_s);
        QVERIFY(article.text.size() > 500'000 && !article.text.contains(u'{'));
    }

    void onlyWhatIsHeldIsARole_data()
    {
        QTest::addColumn<QByteArray>("posts");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("organisation");
        const auto post = [](const QByteArray &id, const QByteArray &more) {
            return entityLine(id, "Employment", "'employee':['p'],'employer':['c']," + more);
        };
        const QByteArray minister = entityLine("q", "Position", "'name':['Minister']");
        const auto holds = [&](const QByteArray &more) {
            return minister + entityLine("o", "Occupancy", "'holder':['p'],'post':['q']," + more);
        };
        QTest::newRow("with an end") << post("e", "'role':['Chair'],'startDate':['1999'],'endDate':['2003']")
                                     << QString() << QString();
        QTest::newRow("ended") << holds("'status':['ended'],'startDate':['2001']") << QString() << QString();
        QTest::newRow("current") << holds("'status':['current']") << u"Minister"_s << QString();
        QTest::newRow("without an end") << post("e", "'role':['Chair'],'startDate':['1999']") << u"Chair"_s
                                        << u"Acme Ltd"_s;
        QTest::newRow("the latest") << post("e", "'role':['Chair'],'startDate':['1999']")
                + post("f", "'role':['Head'],'startDate':['2004-05']") + post("g", "'role':['Adviser']")
                                    << u"Head"_s << u"Acme Ltd"_s;
        QTest::newRow("current before later") << post("e", "'role':['Chair'],'startDate':['1999'],'status':['current']")
                + post("f", "'role':['Head'],'startDate':['2004']")
                                              << u"Chair"_s << u"Acme Ltd"_s;
        QTest::newRow("a position of another house")
            << person("p", "'position':['Senator']") + post("e", "'role':['Chair']") << u"Senator"_s << QString();
        QTest::newRow("a position of this house")
            << person("p", "'position':['Chair']") + post("e", "'role':['chair']") << u"Chair"_s << u"Acme Ltd"_s;
    }
    void onlyWhatIsHeldIsARole()
    {
        QFETCH(QByteArray, posts);
        const auto people = peopleOf(readOf(anaAndAcme(posts), u"a.ftm"_s));
        const auto ana = listed(people, u"Ana Ruiz"_s);
        QTEST(words(people, ana.role), "role");
        QTEST(words(people, ana.organisation), "organisation");
        QVERIFY2(ana.note.contains(u" → "_s), "each post stands in the note");
    }

    void numbersStayAsTheyAreWritten()
    {
        const auto document =
            readOf(quoted("{'id':12345678901234567890,'schema':'Person','properties':{'name':['Ana Ruiz'],'idNumber':"
                          "[12345678901234567892, 51.0,0.10,-1e3]}}\n"
                          "{'id':12345678901234567891,'schema':'Person','properties':{'name':['Bo Li']}}"),
                   u"a.ftm"_s);
        QCOMPARE(document.people.size(), size_t(2));
        QCOMPARE(listed(document, u"Ana Ruiz"_s).note, u"idNumber: 12345678901234567892; 51.0; 0.10; -1e3"_s);
        QVERIFY2(document.text.contains(u"[Person 12345678901234567891]"_s), qPrintable(document.text));
    }

    void theMoreSpecificSchemaWins_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<QString>("schema");
        QTest::newRow("a person") << QByteArray("LegalEntity") << QByteArray("Person") << u"Person"_s;
        QTest::newRow("the other way round") << QByteArray("Person") << QByteArray("LegalEntity") << u"Person"_s;
        QTest::newRow("over two") << QByteArray("LegalEntity") << QByteArray("Company") << u"Company"_s;
        QTest::newRow("a thing") << QByteArray("Asset") << QByteArray("Company") << u"Company"_s;
        QTest::newRow("nobody is both") << QByteArray("Person") << QByteArray("Company") << QString();
        QTest::newRow("nothing is both") << QByteArray("Company") << QByteArray("PublicBody") << QString();
    }
    void theMoreSpecificSchemaWins()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(QString, schema);
        const auto document = readOf(person("x", "'name':['Bo Li']") + entityLine("a", one, "'name':['Ana Ruiz']")
                                         + entityLine("a", other, "'name':['A. Ruiz']"),
                                     u"a.ftm"_s);
        QCOMPARE(refusals(document).size(), schema.isEmpty() ? 1 : 0);
        if (schema.isEmpty())
            QVERIFY2(refusals(document).first().endsWith(
                         u"line 2 has the same id and is a %1"_s.arg(QString::fromLatin1(one))),
                     qPrintable(refusals(document).first()));
        const QString is = schema.isEmpty() ? QString::fromLatin1(one) : schema;
        QVERIFY2(peopleOf(document).text.contains(u"[%1 a]"_s.arg(is)), qPrintable(peopleOf(document).text));
    }

    void joinedLinesKeepTheBoundOfProperties()
    {
        QByteArray bytes = person("x", "'name':['Bo Li']");
        for (int line = 0; line < 2; ++line) {
            QByteArray properties = "'name':['Ana Ruiz']";
            for (int i = 0; i < 300; ++i)
                properties += ",'p" + QByteArray::number(1000 * line + i) + "':['v']";
            bytes += person("a", properties);
        }
        const auto document = readOf(bytes, u"a.ftm"_s);
        QCOMPARE(refusals(document).size(), 1);
        QVERIFY2(refusals(document).first().contains(u"line 3"_s), qPrintable(refusals(document).first()));
        QCOMPARE(peopleOf(document).people.size(), size_t(2));
    }

    void whatNamesSeveralIsToldOfEach()
    {
        const auto document =
            readOf(person("p", "'name':['Ana Ruiz']") + person("q", "'name':['Bo Li']")
                       + entityLine("s", "Sanction", "'entity':['absent','p','q'],'authority':['OFAC']"),
                   u"a.ftm"_s);
        QVERIFY(document.parts.empty());
        QCOMPARE(listed(document, u"Ana Ruiz"_s).note,
                 u"Sanction (entity): authority: OFAC; entity: absent; Bo Li [q] [Sanction s]"_s);
        QCOMPARE(listed(document, u"Bo Li"_s).note,
                 u"Sanction (entity): authority: OFAC; entity: absent; Ana Ruiz [p] [Sanction s]"_s);
    }

    void entitiesWithinOthersAreReadHoweverDeep()
    {
        QByteArray inner = quoted("{'id':'e0','schema':'Company','properties':{'name':['House 0']}}");
        for (int i = 1; i < 60; ++i) {
            const QByteArray number = QByteArray::number(i);
            inner = quoted("{'id':'e" + number + "','schema':'Company','properties':{'name':['House " + number
                           + "'],'parent':[")
                + inner + "]}}";
        }
        const auto document = readOf(inner, u"a.ftm"_s);
        QCOMPARE(document.people.size(), size_t(60));
        QVERIFY(listed(document, u"House 1"_s).note.contains(u"House 0"_s));
    }

    void aLongPropertyLeavesRoomForTheOthers()
    {
        const auto document =
            readOf(person("p", "'name':['Ana Ruiz'],'biography':['" + QByteArray(950'000, 'b') + "'],'zodiac':['fish']")
                       + entityLine("s", "Sanction", "'entity':['p'],'authority':['OFAC']"),
                   u"a.ftm"_s);
        const QString note = listed(document, u"Ana Ruiz"_s).note;
        QVERIFY(note.startsWith(u"biography: bbbb"_s) && note.contains(u"bbb…\n"_s) && note.size() <= 900'000);
        QVERIFY(note.contains(u"\nzodiac: fish\n"_s) && note.endsWith(u"[Sanction s]"_s));
    }

    void anAnswerWithMorePagesSaysSo_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QStringList>("numbers");
        QTest::newRow("a page") << QByteArray("'total':5000,'next':'https://example.org/2'")
                                << QStringList{u"1"_s, u"5000"_s};
        QTest::newRow("nobody knows") << QByteArray("'next':'https://example.org/2'") << QStringList{u"1"_s, u"?"_s};
        QTest::newRow("all") << QByteArray("'total':1,'next':null") << QStringList();
    }
    void anAnswerWithMorePagesSaysSo()
    {
        QFETCH(QByteArray, more);
        QFETCH(QStringList, numbers);
        const auto document = readOf(
            quoted("{'results':[") + person("p", "'name':['Ana Ruiz']") + quoted("]," + more + "}"), u"a.json"_s);
        const auto found = std::ranges::find(document.remarks, RemarkKind::EntitiesElsewhere, &Remark::kind);
        QCOMPARE(found == document.remarks.end() ? QStringList() : found->args, numbers);
    }

    void eachPassageIsAQuotation()
    {
        const auto document = readOf(
            person("p", "'name':['Ana Ruiz']")
                + entityLine("d", "Article", "'title':['T'],'bodyText':['We are fine, she said. And that was all.']")
                + entityLine(
                    "q", "Documentation",
                    "'document':['d'],'entity':['p'],'role':['quoted'],'summary':['We are fine','that was all','Nobody "
                    "printed this'],'description':['At noon']"),
            u"a.ftm"_s);
        const auto article = partOf(document, u"line 2 of a.ftm"_s);
        QCOMPARE(article.marks.size(), size_t(2));
        QCOMPARE(words(article, article.marks[0].place), u"We are fine"_s);
        QCOMPARE(words(article, article.marks[1].place), u"that was all"_s);
        QCOMPARE(article.marks[1].speaker, u"Ana Ruiz"_s);
        QVERIFY(article.marks[0].note.contains(u"At noon"_s));
        const auto record = partOf(document, u"quotations of line 2 of a.ftm"_s);
        QCOMPARE(words(record, record.marks.at(0).place), u"Nobody printed this"_s);
    }

    void passagesBeyondMeasureAreRefused()
    {
        QByteArray passages = "'passage'";
        for (int i = 0; i < 200'000; ++i)
            passages += ",'" + QByteArray::number(i) + '\'';
        const QByteArray one = "'document':['d'],'role':['quoted'],'summary':['One passage']";
        const auto document = readOf(
            entityLine("d", "Article", "'title':['T']") + entityLine("q", "Documentation", one)
                + entityLine("r", "Documentation", "'document':['d'],'role':['quoted'],'summary':[" + passages + "]"),
            u"a.ftm"_s);
        QCOMPARE(refusals(document).size(), 1);
        QVERIFY2(refusals(document).first().contains(u"line 3"_s), qPrintable(refusals(document).first().left(200)));
        QCOMPARE(partOf(document, u"line 1 of a.ftm"_s).marks.size(), size_t(1));
    }

    void aMentionKeepsWhereItStands()
    {
        const auto document =
            readOf(person("p", "'name':['Ana Ruiz']") + entityLine("d", "Article", "'title':['Budget row']")
                       + entityLine("m", "Mention",
                                    "'document':['d'],'resolved':['p'],'name':['Ms Ruiz'],'contextCountry':['pa']"),
                   u"a.ftm"_s);
        const auto people = peopleOf(document);
        QCOMPARE(words(people, people.people.at(0).forms.at(0)), u"Ms Ruiz"_s);
        QCOMPARE(people.people.at(0).note,
                 u"mentioned in → Budget row (Article); contextCountry: pa; name: Ms Ruiz [Mention m]"_s);
    }

    void aLinkBetweenThingsIsRefusedOnce()
    {
        QByteArray bytes = anaAndAcme(entityLine("o", "Ownership", "'owner':['v1','v2'],'asset':['v3','v4']"));
        for (const QByteArray id : {"v1", "v2", "v3", "v4"})
            bytes += entityLine(id, "Vessel", "'name':['" + id + "']");
        const QStringList refused = refusals(readOf(bytes, u"a.ftm"_s));
        QCOMPARE(refused.size(), 5);
        QCOMPARE(refused.filter(u"Ownership"_s).size(), 1);
    }

    void wordsOfOurOwnAreNotBelievedOfOthers()
    {
        const auto document =
            readOf(person("p", "'name':['Ana Ruiz'],'onrecordThing':['hidden'],'onrecordNotes':['A note']")
                       + entityLine("s", "Sanction", "'entity':['p'],'authority':['OFAC']")
                       + quoted("{'id':'q','onrecordPart':true,'schema':'Person','properties':{'name':['Bo Li']}}"),
                   u"a.ftm"_s);
        QVERIFY(document.parts.empty());
        QCOMPARE(listed(document, u"Ana Ruiz"_s).note,
                 u"_onrecordNotes: A note\n_onrecordThing: hidden\nSanction (entity): authority: OFAC [Sanction s]"_s);
        QCOMPARE(remarkOf(document, RemarkKind::EntityKeysLeft), u"onrecordPart (1)"_s);
    }

    void theCaptionIsTheName()
    {
        const auto document =
            readOf(quoted("{'id':'p','caption':'Ana Ruiz','schema':'Person','properties':{'name':['RUIZ, "
                          "Ana','Ana Ruiz','A. Ruiz']}}\n{'id':'q','caption':'q','schema':'Person',"
                          "'properties':{'name':['Bo Li']}}"),
                   u"a.ftm"_s);
        const auto ana = listed(document, u"Ana Ruiz"_s);
        QCOMPARE(ana.forms.size(), size_t(2));
        QCOMPARE(words(document, ana.forms[0]), u"RUIZ, Ana"_s);
        QVERIFY(listed(document, u"Bo Li"_s).forms.empty());
    }

    void manyValuesTakeNoLongerEach_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray lines;
        QByteArray people;
        QByteArray ids;
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            lines += person("p", "'name':['Ana Ruiz " + number + "']");
            people += person("p" + number, "'name':['Ana Ruiz " + number + "']");
            ids += ",'p" + number + '\'';
        }
        QTest::newRow("lines of one entity") << lines;
        QTest::newRow("people of one event")
            << people + entityLine("e", "Event", "'name':['E'],'involved':[" + ids.mid(1) + "]");
        QByteArray mentions = person("p", "'name':['Ana Ruiz']");
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            mentions += entityLine("m" + number, "Mention", "'resolved':['p'],'name':['Ms Ruiz " + number + "']");
        }
        QTest::newRow("mentions of one") << mentions;
        QByteArray page;
        QByteArray quotations;
        for (int i = 0; i < 5'000; ++i) {
            page += "<p>Sentence number " + QByteArray::number(10'000 + i) + " of it is here.</p>";
            if (i % 10 == 0)
                quotations += entityLine("q" + QByteArray::number(i), "Documentation",
                                         "'document':['d'],'role':['quoted'],'summary':['number "
                                             + QByteArray::number(10'000 + i) + " of it']");
        }
        QTest::newRow("quotations of a page") << entityLine("d", "Article", "'title':['T'],'bodyHtml':['" + page + "']")
                + quotations + person("p", "'name':['Ana']");
    }
    void manyValuesTakeNoLongerEach()
    {
        QFETCH(QByteArray, bytes);
        const std::clock_t begin = std::clock();
        (void)io::readBytes(bytes, {u"a.ftm"_s, {}});
        const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 4, QByteArray::number(seconds).constData());
    }
};

QTEST_GUILESS_MAIN(TestEntities)
#include "tst_entities.moc"
