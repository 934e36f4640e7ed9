// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// onrecord-cli import of a folder with files of every fate: each ends in one named state, and the totals add up.
#include "clirun.h"

#include "core/store/project.h"

#include <QTemporaryDir>
#include <QTest>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int done = 0;
constexpr int somethingRefused = 3;

/// A story of its own, long enough to be compared.
QByteArray story(const QByteArray &about)
{
    QByteArray text = "“The " + about + " was late again,” said Vera Quint, the keeper. ";
    const auto thing = [&about](int i) { return about + QByteArray::number(i); };
    for (int i = 0; i < 10; ++i)
        text += "The " + thing(i) + " reached " + thing(i + 20) + " before " + thing(i + 40) + " closed and " + thing(i + 60) + " left. ";
    return text;
}

QByteArray page(const QByteArray &title, const QByteArray &body)
{
    return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + body + "</p></article></body></html>";
}

QByteArray withLines(const QByteArray &title, const QByteArray &outlet, const QByteArray &body)
{
    return "Title: " + title + "\nOutlet: " + outlet + "\n\n" + body + "\n";
}

/// A page that says of itself where it is from.
QByteArray pageOf(const QByteArray &site, const QByteArray &url, const QByteArray &body)
{
    return "<!DOCTYPE html><html><head><title>A wire story</title><meta property=\"og:site_name\" content=\"" + site + "\"><link rel=\"canonical\" href=\"" + url
        + "\"></head><body><article><h1>A wire story</h1><p>" + body + "</p></article></body></html>";
}

QByteArray withHeader(const QByteArray &outlet, const QByteArray &date, const QByteArray &url, const QByteArray &body)
{
    return "---\ntitle: A story\noutlet: " + outlet + "\ndate: " + date + (url.isEmpty() ? QByteArray() : "\nurl: " + url) + "\n---\n\n" + body + "\n";
}

} // namespace

class TestImportStates : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_project;

    CliRun import(const QStringList &more) { return runCli(QStringList{u"import"_s, m_project, u"--json"_s} + more); }

    QHash<QString, QJsonObject> byName(const CliRun &run, QJsonObject &totals) const
    {
        QHash<QString, QJsonObject> files;
        for (const QJsonObject &line : run.lines()) {
            if (line.contains(u"offered"_s))
                totals = line;
            else
                files.insert(QFileInfo(line[u"file"_s].toString()).fileName(), line);
        }
        return files;
    }

private Q_SLOTS:
    void init()
    {
        m_project = m_dir.filePath(u"%1.onrecord"_s.arg(QString::fromLatin1(QTest::currentTestFunction())));
        QCOMPARE(runCli({u"new"_s, m_project}).code, done);
    }

    void aNameOfTwoLinesStaysOnOne()
    {
        const QString folder = m_dir.filePath(u"names"_s);
        writeFile(folder + u"/two\nlines \x1b[31m.txt"_s, story("quay"));
        writeFile(folder + u"/no\ntext.txt"_s, {});
        const QString written = m_dir.filePath(u"names-report.txt"_s);
        const CliRun run = runCli({u"import"_s, m_project, folder, u"--report"_s, written});
        QCOMPARE(run.code, somethingRefused);
        QFile report(written);
        QVERIFY(report.open(QIODevice::ReadOnly));
        for (const QByteArray &lines : {run.out, report.readAll()}) {
            QVERIFY(lines.contains("two␊lines ␛[31m.txt") && lines.contains("no␊text.txt: "));
            QVERIFY(!lines.contains('\x1b'));
        }
        const CliRun missing = runCli({u"read"_s, folder + u"/gone\naway"_s});
        QCOMPARE(missing.err.count('\n'), 1);
    }

    void aWireStoryKeepsEveryOutletThatPrintsIt()
    {
        const QString folder = m_dir.filePath(u"wire"_s);
        const auto write = [&folder](const QString &name, const QByteArray &bytes) { writeFile(folder + u'/' + name, bytes); };
        const QByteArray words = "The ferry was late again, and nobody on the quay was told why it had to wait";
        const QByteArray body = "“" + words + ",” said Vera Quint, the keeper. " + story("wire");
        write(u"01-agency.txt"_s, withLines("A wire story", "Quay Agency", body));
        write(u"02-post.txt"_s, withLines("No boat at noon", "Evening Post", body));
        write(u"03-post-again.txt"_s, withLines("No boat at noon", "Evening Post", body + " "));
        write(u"04-nameless.txt"_s, body);
        write(u"05-page.html"_s, pageOf("The Pier", "https://pier.example/wire", body));
        write(u"06-other-page.html"_s, pageOf("Harbour Notes", "https://harbour.example/a/wire", body));
        write(u"07-page-again.html"_s, pageOf("The Pier", "https://www.pier.example/wire?utm_source=letter", body));

        QJsonObject totals;
        auto files = byName(import({folder}), totals);
        QCOMPARE(totals[u"imported"_s].toInt(), 4);
        QCOMPARE(totals[u"duplicate"_s].toInt(), 3);
        const QJsonValue agency = files[u"01-agency.txt"_s][u"article"_s];
        QCOMPARE(files[u"02-post.txt"_s][u"sameText"_s], agency);
        QCOMPARE(files[u"02-post.txt"_s][u"likeness"_s].toDouble(), 1.0);
        QCOMPARE(files[u"03-post-again.txt"_s][u"article"_s], files[u"02-post.txt"_s][u"article"_s]);
        QCOMPARE(files[u"04-nameless.txt"_s][u"article"_s], agency);
        QCOMPARE(files[u"06-other-page.html"_s][u"sameText"_s], files[u"05-page.html"_s][u"article"_s]);
        QCOMPARE(files[u"07-page-again.html"_s][u"article"_s], files[u"05-page.html"_s][u"article"_s]);

        for (const QString &outlet : {u"Quay Agency"_s, u"Evening Post"_s, u"The Pier"_s, u"Harbour Notes"_s}) {
            const CliRun run = runCli({u"verify"_s, m_project, u"--quote"_s, QString::fromUtf8(words), u"--source"_s, outlet, u"--json"_s});
            QVERIFY2(run.out.contains("\"verdict\":\"verbatim\"") || run.out.contains("\"verdict\": \"verbatim\""), qPrintable(outlet + QString::fromUtf8(run.out.left(600))));
        }
        // All of it once more: nothing is new.
        import({folder});
        byName(import({folder}), totals);
        QCOMPARE(totals[u"duplicate"_s].toInt(), 7);
    }

    void everyFileEndsInOneNamedState()
    {
        const QString folder = m_dir.filePath(u"states"_s);
        const QByteArray url = "https://pier.example/ferry";
        const auto write = [&folder](const QString &name, const QByteArray &bytes) { writeFile(folder + u'/' + name, bytes); };
        write(u"01-ferry.md"_s, withHeader("The Pier", "2025-03-01", url, story("ferry")));
        write(u"02-same-bytes.md"_s, withHeader("The Pier", "2025-03-01", url, story("ferry")));
        write(u"03-set-anew.md"_s, withHeader("The Pier", "2025-03-01", url, story("ferry").replace(". ", ".  ")));
        write(u"04-reprint.md"_s, withHeader("Evening Post", "2025-03-02", {}, "From our agency.\n\n" + story("ferry")));
        write(u"05-version.md"_s, withHeader("The Pier", "2025-03-03", url + "?utm_source=letter", "Corrected.\n\n" + story("ferry")));
        write(u"06-page.txt"_s, page("Lighthouse", story("lighthouse"))); // HTML under another name
        write(u"07-canal.txt"_s, story("canal"));
        write(u"08-empty.txt"_s, {});
        write(u"09-damaged.pdf"_s, "%PDF-1.7\nnothing else");
        write(u"10-binary.txt"_s, QByteArray(3000, '\0') + QByteArray::fromHex("00ff00ff"));
        write(u".hidden.txt"_s, story("secret"));

        const CliRun run = import({folder});
        QCOMPARE(run.code, somethingRefused);
        QJsonObject totals;
        const auto files = byName(run, totals);
        QCOMPARE(files.size(), 10);
        const QHash<QString, QString> wanted{
            {u"01-ferry.md"_s, u"imported"_s}, {u"02-same-bytes.md"_s, u"duplicate"_s}, {u"03-set-anew.md"_s, u"duplicate"_s}, {u"04-reprint.md"_s, u"imported"_s},
            {u"05-version.md"_s, u"version"_s}, {u"06-page.txt"_s, u"imported"_s}, {u"07-canal.txt"_s, u"imported"_s}, {u"08-empty.txt"_s, u"refused"_s},
            {u"09-damaged.pdf"_s, u"refused"_s}, {u"10-binary.txt"_s, u"refused"_s},
        };
        for (const auto &[name, state] : wanted.asKeyValueRange()) {
            QVERIFY2(files[name][u"state"_s] == state, qPrintable(name + u": "_s + QString::fromUtf8(QJsonDocument(files[name]).toJson())));
            QCOMPARE(files[name][u"reason"_s].toString().isEmpty(), state != u"refused"_s);
        }
        QVERIFY(files[u"06-page.txt"_s][u"remarks"_s].toArray().first().toString().contains(u"HTML"_s));
        const QJsonValue ferry = files[u"01-ferry.md"_s][u"article"_s];
        QCOMPARE(files[u"02-same-bytes.md"_s][u"article"_s], ferry);
        QCOMPARE(files[u"04-reprint.md"_s][u"sameText"_s], ferry);
        QVERIFY(files[u"04-reprint.md"_s][u"likeness"_s].toDouble() > 0.8);
        QCOMPARE(files[u"05-version.md"_s][u"earlier"_s], ferry);
        QVERIFY(files[u"07-canal.txt"_s][u"sameText"_s].isNull());
        QCOMPARE(totals[u"offered"_s].toInt(), 10);
        QCOMPARE(totals[u"imported"_s].toInt() + totals[u"duplicate"_s].toInt() + totals[u"version"_s].toInt() + totals[u"refused"_s].toInt(), 10);
        QCOMPARE(totals[u"imported"_s].toInt(), 4);
        QCOMPARE(totals[u"duplicate"_s].toInt(), 2);
        QCOMPARE(totals[u"version"_s].toInt(), 1);
        QCOMPARE(totals[u"refused"_s].toInt(), 3);
        QCOMPARE(totals[u"hidden"_s].toInt(), 1);

        // All of it is one step of undo, and the file is sound before and after.
        QCOMPARE(runCli({u"check"_s, m_project}).code, done);
        QCOMPARE(runCli({u"undo"_s, m_project}).code, done);
        const auto project = store::Project::open(m_project, std::make_shared<SystemClock>());
        QVERIFY(project);
        QVERIFY((*(*project)->snapshot())->articles().empty());
        QVERIFY((*(*project)->snapshot())->kinships().empty());
        QVERIFY((*project)->check()->ok);
    }

    void whatPeopleDecidedGoesWithUnchangedWords()
    {
        const QByteArray url = "https://pier.example/harbour";
        const QByteArray old = "“The harbour stays open,” said Vera Quint, the keeper. “Nobody asked the pilots,” said Olga Ibsen, a pilot. " + story("harbour");
        const QString first = writeFile(m_dir.filePath(u"carry/a.md"_s), withHeader("The Pier", "2025-03-01", url, old));
        QCOMPARE(import({first}).code, done);
        {
            auto project = store::Project::open(m_project, std::make_shared<SystemClock>());
            QVERIFY(project);
            std::vector<ItemId> said;
            for (const Quotation &row : (*(*project)->snapshot())->quotations()) {
                if (row.content.exact.startsWith(u"The harbour stays"_s) || row.content.exact.startsWith(u"Nobody asked"_s))
                    said.push_back(row.id);
            }
            QCOMPARE(said.size(), 2u);
            QVERIFY((*project)->setStatus(said, Status::Accepted));
        }
        QByteArray changed = old;
        changed.replace("Nobody asked the pilots", "Nobody has ever asked any of the pilots");
        const QString second = writeFile(m_dir.filePath(u"carry/b.md"_s), withHeader("The Pier", "2025-03-02", url, "Updated.\n\n" + changed));
        const CliRun run = import({second});
        QCOMPARE(run.code, done);
        const QJsonObject line = run.lines().first();
        QCOMPARE(line[u"state"_s].toString(), u"version"_s);
        QCOMPARE(line[u"carried"_s].toInt(), 1);
        QCOMPARE(line[u"lost"_s].toInt(), 1);
    }

    void theReportIsWrittenAsItsNameSays()
    {
        const QString good = writeFile(m_dir.filePath(u"report/good.txt"_s), story("bridge"));
        const QString formula = writeFile(m_dir.filePath(u"report/=cmd, \"x\".txt"_s), {});
        for (const QString &name : {u"r.txt"_s, u"r.csv"_s, u"r.json"_s}) {
            const QString path = m_dir.filePath(name);
            QVERIFY(runCli({u"import"_s, m_project, good, formula, u"--report"_s, path}).code >= 0);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            if (name == "r.txt"_L1)
                QVERIFY(bytes.contains("offered 2 = imported 1 + duplicate 0 + version 0 + refused 1"));
            else if (name == "r.csv"_L1)
                QVERIFY2(bytes.startsWith("file,state,reason,") && bytes.count("\r\n") == 3 && bytes.contains("=cmd, \"\"x\"\".txt\",refused,"), bytes.constData());
            else
                QCOMPARE(QJsonDocument::fromJson(bytes).object()[u"files"_s].toArray().size(), 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestImportStates)
#include "tst_importstates.moc"
