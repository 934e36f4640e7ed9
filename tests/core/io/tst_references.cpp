// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/readback.h"

#include <QTest>
#include <algorithm>
#include <iterator>

using namespace onrecord;
using namespace Qt::StringLiterals;
using test::readOf;

/// Source records: RIS, BibTeX and CSL-JSON.
class tst_References : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void referencesBecomeFields_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("authors");
        QTest::addColumn<QString>("date");
        QTest::newRow("ris") << QByteArray("TY  - NEWS\r\nAU  - Ray, Ann\r\nA1  - Mill Group\r\nT1  - A long\r\n  "
                                           "title\r\nPY  - 2024/05//\r\nER  - \r\n")
                             << u"A long title"_s << QStringList{u"Ann Ray"_s, u"Mill Group"_s} << u"2024-05"_s;
        QTest::newRow("bib") << QByteArray(
            "% list\n@Article{k, author = \"Ray, Ann and {Mill Group}\", title = {{\\'E}t\\'e \\& \\ss{} {Mill}}, "
            "journal = {The Daily}, year = 2024, month = may, day = 4}")
                             << u"Été & ß Mill"_s << QStringList{u"Ann Ray"_s, u"Mill Group"_s} << u"2024-05-04"_s;
        QTest::newRow("csl") << QByteArray(
            R"({"id":1,"type":"webpage","title":"T","author":[{"family":"Ray","given":"Ann"},{"literal":"Mill Group"}],"issued":{"date-parts":[["2024",5],[2024,6]]}})")
                             << u"T"_s << QStringList{u"Ann Ray"_s, u"Mill Group"_s} << u"2024-05/2024-06"_s;
    }
    void referencesBecomeFields()
    {
        QFETCH(QByteArray, bytes);
        const auto document = readOf(bytes, u"a.json"_s);
        QTEST(document.title.value, "title");
        QTEST(document.authors, "authors");
        QTEST(document.published.when.toEdtf(), "date");
        QVERIFY(inEnglish(document.remarks).contains(u"a source record: the article's own words are not in it"_s));
    }

    void damagedFieldsOfReferencesAreReadAsFarAsTheyGo()
    {
        const auto document = readOf("@online{k, author =\"a\"={b}, title = {One}}", u"a.bib"_s);
        QCOMPARE(document.title.value, u"One"_s);
        QCOMPARE(document.authors, QStringList{u"a"_s});
    }

    void listsComeApart()
    {
        const auto list =
            readOf("@misc{a, title={One}}\n\n@comment{x}\n@misc{b, title={Two}}\n@misc{c, title={Thr", u"a.bib"_s);
        QCOMPARE(list.parts.size(), 3U);
        QCOMPARE(list.parts[1].name, u"2 of a.bib"_s);
        QCOMPARE(readOf(list.parts[1].bytes, list.parts[1].name).title.value, u"Two"_s);
    }

    void keysThatARecordHasTwiceAreSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("twice");
        const auto row = [](const char *name, const char *json, const QString &twice) { QTest::newRow(name) << QByteArray(json) << twice; };
        row("none", R"({"id":1,"type":"webpage","title":"Mill","author":[{"family":"Ray"},{"family":"Ito"}]})", {});
        row("a title", R"({"id":1,"type":"webpage","title":"Hill","title":"Mill"})", u"title"_s);
        row("spelled with an escape", R"({"id":1,"type":"webpage","title":"Hill","titl\u0065":"Mill"})", u"title"_s);
        row("inside", R"({"id":1,"type":"webpage","title":"Mill","author":[{"family":"Ray","given":"A","family":"Ito"}]})", u"family"_s);
        row("around the records", R"({"items":[],"items":[{"id":1,"type":"webpage","title":"Mill"}]})", u"items"_s);
        row("of two records", R"([{"id":1,"type":"webpage","title":"Mill"},{"id":2,"type":"webpage","title":"Hill"}])", {});
        row("of the second record", R"([{"id":1,"type":"webpage","title":"Mill"},{"id":2,"type":"webpage","title":"Hall","title":"Hill"}])", u"title"_s);
    }
    void keysThatARecordHasTwiceAreSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, twice);
        const auto document = readOf(json, u"a.json"_s);
        std::vector<Remark> said;
        std::ranges::copy_if(document.remarks, std::back_inserter(said), [](const Remark &remark) { return remark.kind == RemarkKind::SaidTwice; });
        QCOMPARE(said, twice.isEmpty() ? std::vector<Remark>() : (std::vector<Remark>{{RemarkKind::SaidTwice, {twice}}}));
        // The later one counts, and of a list it is said once: its parts come without it.
        QCOMPARE(document.parts.empty() ? document.title.value : readOf(document.parts.front().bytes, document.parts.front().name).title.value, u"Mill"_s);
        for (const io::ReadPart &part : document.parts)
            QVERIFY(!std::ranges::contains(readOf(part.bytes, part.name).remarks, RemarkKind::SaidTwice, &Remark::kind));
    }
};

QTEST_GUILESS_MAIN(tst_References)
#include "tst_references.moc"
