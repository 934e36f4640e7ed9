// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A folder that holds every format in good, damaged, hostile and mislabelled form, through the real import: one named
// state for each article, totals that add up, a project that is sound.
#include "clirun.h"
#include "tests/support/filesamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord::test;
using namespace Qt::StringLiterals;

class TestFormatsImport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    /// Outcomes by file below the folder; totals under the empty name.
    QHash<QString, QJsonObject> import(const QString &folder, const QStringList &options = {})
    {
        const QString project = folder + u".onrecord"_s;
        if (runCli({u"new"_s, project}).code != 0)
            qFatal("no project");
        const auto run = runCli(QStringList{u"import"_s, project, folder, u"--json"_s} + options);
        QHash<QString, QJsonObject> outcomes;
        int seen = 0;
        for (const QJsonObject &line : run.lines()) {
            outcomes.insert(line[u"file"_s].toString().section(folder + u'/', 1), line);
            seen += line.contains(u"file"_s) ? 1 : 0;
        }
        const QJsonObject totals = outcomes.value(QString());
        if (seen != totals[u"offered"_s].toInt()
            || seen
                != totals[u"imported"_s].toInt() + totals[u"duplicate"_s].toInt() + totals[u"version"_s].toInt()
                    + totals[u"refused"_s].toInt())
            QTest::qFail("the totals do not add up", __FILE__, __LINE__);
        const auto check = runCli({u"check"_s, project, u"--json"_s});
        if (check.code != 0)
            QTest::qFail(check.out.constData(), __FILE__, __LINE__);
        return outcomes;
    }

private Q_SLOTS:
    void everySampleHasItsState()
    {
        const QString folder = m_dir.filePath(u"all"_s);
        const auto all = samples();
        for (const Sample &sample : all)
            writeFile(folder + u'/' + sample.name, sample.bytes);
        const auto outcomes = import(folder);
        QCOMPARE(outcomes.value(QString())[u"offered"_s].toInt(), static_cast<int>(all.size()));
        for (const Sample &sample : all) {
            const auto found =
                std::find_if(outcomes.keyValueBegin(), outcomes.keyValueEnd(), [&sample](const auto &outcome) {
                    return outcome.first == sample.name || outcome.first.startsWith(sample.name + u'/');
                });
            QVERIFY2(found != outcomes.keyValueEnd(), qPrintable(sample.name));
            const QJsonObject outcome = found->second;
            QCOMPARE(outcome[u"state"_s].toString() + u' ' + sample.name,
                     (sample.isRead ? u"imported "_s : u"refused "_s) + sample.name);
            QVERIFY2(sample.isRead || !outcome[u"reason"_s].toString().contains(u"reading it failed"_s),
                     qPrintable(sample.name + u": "_s + outcome[u"reason"_s].toString()));
        }
    }

    void everyFormatHasEveryForm_data()
    {
        QTest::addColumn<QStringList>("forms"); // good, damaged, hostile, under another's name
        QTest::newRow("plain text") << QStringList{u"good.txt"_s, u"damaged.txt"_s, u"controls.txt"_s, u"text.pdf"_s};
        QTest::newRow("Markdown") << QStringList{u"good.md"_s, u"open.md"_s, u"nested.md"_s, u"header.txt"_s};
        QTest::newRow("HTML") << QStringList{u"good.html"_s, u"cut.html"_s, u"deep.html"_s, u"page.txt"_s};
        QTest::newRow("saved page") << QStringList{u"good.mhtml"_s, u"cut.mhtml"_s, u"attached.mhtml"_s, u"saved.html"_s};
        QTest::newRow("PDF") << QStringList{u"good.pdf"_s, u"cut.pdf"_s, u"circle.pdf"_s, u"print.docx"_s};
        QTest::newRow("DOCX") << QStringList{u"good.docx"_s, u"cut.docx"_s, u"entities.docx"_s, u"word.pdf"_s};
        QTest::newRow("ODT") << QStringList{u"good.odt"_s, u"cut.odt"_s, u"entities.odt"_s, u"text.docx"_s};
        QTest::newRow("RTF") << QStringList{u"good.rtf"_s, u"cut.rtf"_s, u"deep.rtf"_s, u"rich.txt"_s};
        QTest::newRow("EPUB") << QStringList{u"good.epub"_s, u"cut.epub"_s, u"entities.epub"_s, u"book.odt"_s};
        QTest::newRow("mail") << QStringList{u"good.eml"_s, u"cut.eml"_s, u"nested.eml"_s, u"letter.txt"_s};
        QTest::newRow("subtitles") << QStringList{u"good.srt"_s, u"broken.srt"_s, u"backwards.vtt"_s, u"captions.txt"_s};
        QTest::newRow("transcript") << QStringList{u"talk.txt"_s, u"talk.csv"_s, u"controls.txt"_s, u"mislabelled talk.md"_s};
        QTest::newRow("references") << QStringList{u"good.bib"_s, u"cut.bib"_s, u"nested.bib"_s, u"records.txt"_s};
        QTest::newRow("table") << QStringList{u"good.csv"_s, u"ragged.csv"_s, u"wide.csv"_s, u"rows.txt"_s};
        QTest::newRow("FollowTheMoney") << QStringList{u"good.ftm"_s, u"cut.ftm"_s, u"deep.ftm"_s, u"entities.csv"_s};
        QTest::newRow("GEXF") << QStringList{u"good.gexf"_s, u"cut.gexf"_s, u"entities.gexf"_s, u"graph.html"_s};
        QTest::newRow("GraphML") << QStringList{u"good.graphml"_s, u"cut.graphml"_s, u"deep.graphml"_s, u"graph.csv"_s};
        QTest::newRow("annotations") << QStringList{u"good.jsonld"_s, u"cut.jsonld"_s, u"deep.jsonld"_s, u"annotation.txt"_s};
        QTest::newRow("archive") << QStringList{u"one.zip"_s, u"noarchive.zip"_s, u"overlap.zip"_s, u"archive.txt"_s};
    }
    void everyFormatHasEveryForm()
    {
        QFETCH(QStringList, forms);
        const auto all = samples();
        for (const QString &name : forms)
            QVERIFY2(std::ranges::any_of(all, [&name](const Sample &sample) { return sample.name == name; }), qPrintable(name));
    }

    void filesThatHoldSeveralCountEach()
    {
        const QString folder = m_dir.filePath(u"several"_s);
        const QByteArray inner =
            zip({{"a.txt", "The words of the first, in an archive in an archive."}, {"bad.pdf", "%PDF-1.4 no more"}});
        writeFile(folder + u"/files.zip"_s,
                  zip({{"inner.zip", inner},
                       {"b.txt", "The words of the second, in the outer archive."},
                       {"locked.txt", "x", true, 0x801}}));
        writeFile(folder + u"/list.bib"_s, "@misc{a, title={One title}}\n@misc{b, title={Two titles}}\n");
        writeFile(folder + u"/rows.csv"_s, "title,text\nRow one,Its words are these.\nRow two\n");
        QByteArray deep = "The words at the bottom of it all.";
        QByteArray name = "deep.txt";
        for (int level = 0; level < 6; ++level) {
            deep = zip({{name, deep}});
            name = "level" + QByteArray::number(level) + ".zip";
        }
        writeFile(folder + u"/deep.zip"_s, deep);
        const auto outcomes = import(folder);
        QCOMPARE(outcomes.value(QString())[u"offered"_s].toInt(), 9);
        const auto state = [&outcomes](const QString &file) { return outcomes.value(file)[u"state"_s].toString(); };
        QCOMPARE(state(u"files.zip/inner.zip/a.txt"_s), u"imported"_s);
        QCOMPARE(state(u"files.zip/inner.zip/bad.pdf"_s), u"refused"_s);
        QCOMPARE(state(u"files.zip/b.txt"_s), u"imported"_s);
        QCOMPARE(state(u"files.zip/locked.txt"_s), u"refused"_s);
        QCOMPARE(state(u"list.bib/2 of list.bib"_s), u"imported"_s);
        QCOMPARE(state(u"rows.csv/line 2 of rows.csv"_s), u"imported"_s);
        QVERIFY(outcomes.value(u"rows.csv/line 3 of rows.csv"_s)[u"reason"_s].toString().contains(
            u"line 3: 1 fields where the header has 2"_s));
    }

    void turnsAreQuotations()
    {
        const QString folder = m_dir.filePath(u"talk"_s);
        writeFile(folder + u"/talk.txt"_s,
                  "Ann Ray: The mill will stay where it is.\nBo Li: For how long?\nAnn Ray: For good.\nBo Li: I shall "
                  "hold you to that.\n");
        QCOMPARE(import(folder).value(u"talk.txt"_s)[u"quotations"_s].toInt(), 4);
        const auto list = runCli({u"list"_s, folder + u".onrecord"_s, u"quotations"_s});
        QVERIFY2(list.out.contains("Ann Ray") && list.out.contains("For good."), list.out.constData());
    }

    void aTurnRunsOverParagraphsAndHoldsWhatItReports()
    {
        const QString folder = m_dir.filePath(u"turns"_s);
        writeFile(folder + u"/talk.txt"_s,
                  "Ann Ray: The bridge stays shut for good.\n\nNobody asked us.\n\nSpeaker 2: Who says so?\n\nAnn Ray: The council. Bo Li said that the bill was never paid.\n"
                  "\nSpeaker 2: And now?\n\nBo Li: “We will pay all of it,” he said.\n");
        writeFile(folder + u"/talk.srt"_s, "1\n00:00:01,000 --> 00:00:02,000\nAnna Vogel: Die Brücke bleibt zu.\n\n2\n00:00:09,000 --> 00:00:12,000\nBo Lindt: Ana Ruiz sagte, dass sie offen sei.\n");
        import(folder);
        const auto list = runCli({u"list"_s, folder + u".onrecord"_s, u"quotations"_s, u"--json"_s});
        QStringList said;
        for (const QJsonValue &quotation : QJsonDocument::fromJson(list.out).array())
            said << quotation[u"speaker"_s].toString() + u": "_s + quotation[u"text"_s].toString().simplified();
        said.sort();
        QCOMPARE(said,
                 (QStringList{u"Ann Ray: The bridge stays shut for good. Nobody asked us."_s, u"Ann Ray: The council. Bo Li said that the bill was never paid."_s, u"Anna Vogel: Die Brücke bleibt zu."_s,
                              u"Bo Li: We will pay all of it,"_s, u"Bo Lindt: Ana Ruiz sagte, dass sie offen sei."_s, u"Speaker 2: And now?"_s, u"Speaker 2: Who says so?"_s}));
    }

    void tablesOfQuotationsAndPeopleAreTakenIn()
    {
        const QString folder = m_dir.filePath(u"tables"_s);
        writeFile(folder + u"/1 people.csv"_s, "name,aliases,role,organisation\nAna Ruiz,Annie Ruiz; @aruiz,mayor,Northport Council\nIto,,,\n,,clerk,\n");
        writeFile(folder + u"/2 quotes.csv"_s,
                  "quote,speaker,outlet,date,url\nThe bridge stays shut for good.,Annie Ruiz,The Daily,2025-03-02,https://example.org/a\n"
                  "We were never asked about the bridge.,Vela,The Daily,2025-03-02,https://example.org/a\n,Ito,The Daily,2025-03-02,https://example.org/a\n");
        const auto outcomes = import(folder);
        QCOMPARE(outcomes.value(QString())[u"offered"_s].toInt(), 4);
        QVERIFY(outcomes.value(u"1 people.csv/line 4 of 1 people.csv"_s)[u"reason"_s].toString().contains(u"line 4: nobody is named"_s));
        QVERIFY(outcomes.value(u"2 quotes.csv/line 4 of 2 quotes.csv"_s)[u"reason"_s].toString().contains(u"line 4: no words are quoted"_s));
        QCOMPARE(outcomes.value(u"2 quotes.csv/lines 2, 3 of 2 quotes.csv"_s)[u"quotations"_s].toInt(), 2);
        const auto people = runCli({u"list"_s, folder + u".onrecord"_s, u"people"_s});
        QVERIFY2(people.out.contains("Ana Ruiz") && people.out.contains("mayor") && people.out.contains("Vela"), people.out.constData());
        // Somebody quoted by a name that the list gives is the one the list means.
        QVERIFY2(!people.out.contains("Annie Ruiz"), people.out.constData());
        QVERIFY(runCli({u"list"_s, folder + u".onrecord"_s, u"organisations"_s}).out.contains("Northport Council"));
        // Somebody whom another list has by a name that is one of these remains another.
        writeFile(folder + u"/later/3 more.csv"_s, "name,aliases,role\nVela Ortiz,Vela Ortiz-Lund,dentist\n");
        writeFile(folder + u"/later/4 late.csv"_s, "name,aliases,role\nV. Ortiz-Lund,Vela Ortiz,surgeon\n");
        QCOMPARE(runCli({u"import"_s, folder + u".onrecord"_s, folder + u"/later"_s}).code, 0);
        const auto late = runCli({u"list"_s, folder + u".onrecord"_s, u"people"_s});
        QVERIFY2(late.out.contains("V. Ortiz-Lund") && late.out.contains("surgeon") && late.out.contains("dentist"), late.out.constData());
        const auto said = runCli({u"list"_s, folder + u".onrecord"_s, u"quotations"_s});
        QVERIFY2(said.out.contains("The bridge stays shut for good.") && said.out.contains("Ana Ruiz"), said.out.constData());
    }

    void anEncodingCanBeChosen()
    {
        const QString folder = m_dir.filePath(u"koi"_s);
        writeFile(folder + u"/a.txt"_s, QByteArray::fromHex("f0d2c9d7c5d420cdc9d2")); // KOI8-R, too short to tell
        const auto read = runCli({u"read"_s, folder + u"/a.txt"_s, u"--json"_s, u"--encoding"_s, u"KOI8-R"_s});
        QCOMPARE(read.json()[u"text"_s].toString(), u"Привет мир"_s);
        QCOMPARE(import(folder, {u"--encoding"_s, u"KOI8-R"_s}).value(u"a.txt"_s)[u"state"_s].toString(),
                 u"imported"_s);
        const auto again = [&folder](const QStringList &options) {
            return runCli(QStringList{u"import"_s, folder + u".onrecord"_s, folder, u"--json"_s} + options).lines().value(0)[u"state"_s].toString();
        };
        QCOMPARE(again({}), u"duplicate"_s); // nobody asks for another reading of the same bytes
        QCOMPARE(again({u"--encoding"_s, u"windows-1251"_s}), u"version"_s);
        QCOMPARE(again({u"--encoding"_s, u"windows-1251"_s}), u"duplicate"_s);
        QVERIFY(runCli({u"search"_s, folder + u".onrecord"_s, u"Привет"_s}).out.contains("Привет"));
    }
};

QTEST_GUILESS_MAIN(TestFormatsImport)
#include "tst_formatsimport.moc"
