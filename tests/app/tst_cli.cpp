// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mill = "Mill to stay with the town\n2 March 2025 By Ann Ray\n\n"
                        "“We will not sell the mill to anybody, and that is the end of it,” said Mayor Clara Holt 😀 on Sunday. "
                        "The town has kept the mill for about 140 years and wants to keep it for many more, whatever the offer may be.\n";
const QByteArray bridge = "Bridge to open in May\nBy Bo Lind\n\n“The bridge opens on 1 May and not a day later,” Tom Berg, the chief engineer, told the council. "
                          "It cost 12 million euros, which is 3 million more than planned when the work began in the autumn of last year.\n";

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    /// A project with two articles; each test its own.
    QString project(const QString &name)
    {
        const QString file = path(name);
        if (runCli({u"new"_s, file}).code != 0 || runCli({u"import"_s, file, writeFile(path(u"mill.txt"_s), mill), writeFile(path(u"bridge.txt"_s), bridge)}).code != 0)
            qFatal("cannot make %s", qPrintable(file));
        return file;
    }

private Q_SLOTS:
    void theHelpNamesEveryCommandAndEachItsOptions()
    {
        const auto overview = runCli({u"--help"_s});
        QCOMPARE(overview.code, 0);
        QVERIFY(overview.err.isEmpty());
        for (const QString &command : {u"new"_s, u"import"_s, u"story"_s, u"list"_s, u"search"_s, u"verify"_s, u"compare"_s, u"figures"_s, u"draft"_s, u"history"_s, u"undo"_s, u"redo"_s, u"check"_s, u"backup"_s, u"read"_s, u"extract"_s}) {
            QVERIFY2(overview.out.contains(QByteArray("\n  " + command.toUtf8() + ' ')), qPrintable(command));
            const auto help = runCli({command, u"--help"_s});
            QCOMPARE(help.code, 0);
            QVERIFY(help.out.startsWith(QByteArray("onrecord-cli " + command.toUtf8())));
            QVERIFY(help.out.contains("--help"));
            QCOMPARE(runCli({u"help"_s, command}).out, help.out);
        }
        QVERIFY(runCli({u"verify"_s, u"--help"_s}).out.contains("--speaker NAME"));
        QVERIFY(runCli({u"--version"_s}).out.startsWith("onrecord-cli "));
    }

    void aWrongCallIsSaidAndEndsWithOne_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no such command") << QStringList{u"frobnicate"_s};
        QTest::newRow("too few") << QStringList{u"import"_s, u"p.onrecord"_s};
        QTest::newRow("too many") << QStringList{u"new"_s, u"a"_s, u"b"_s};
        QTest::newRow("no such option") << QStringList{u"list"_s, u"p.onrecord"_s, u"people"_s, u"--colour"_s};
        QTest::newRow("no value") << QStringList{u"verify"_s, u"p.onrecord"_s, u"--quote"_s};
        QTest::newRow("value where none is") << QStringList{u"check"_s, u"p.onrecord"_s, u"--json=yes"_s};
        QTest::newRow("no such list") << QStringList{u"list"_s, u"p.onrecord"_s, u"horses"_s};
        QTest::newRow("no such kind") << QStringList{u"list"_s, u"p.onrecord"_s, u"quotations"_s, u"--kind"_s, u"horse"_s};
        QTest::newRow("verify what") << QStringList{u"verify"_s, u"p.onrecord"_s};
        QTest::newRow("limit") << QStringList{u"search"_s, u"p.onrecord"_s, u"x"_s, u"--limit"_s, u"many"_s};
    }
    void aWrongCallIsSaidAndEndsWithOne()
    {
        QFETCH(QStringList, words);
        const auto run = runCli(words);
        QCOMPARE(run.code, 1);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.startsWith("onrecord-cli: "));
    }

    void theStorysFiguresStandSideBySide()
    {
        const QString file = path(u"boards.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        QCOMPARE(runCli({u"story"_s, file}).code, 0);
        const auto run = runCli({u"figures"_s, file, u"--json"_s});
        QCOMPARE(run.code, 0);
        QHash<QString, QJsonObject> boards;
        for (const QJsonValue &value : run.json().array()) {
            QStringList texts;
            for (const QJsonValue &of : value[u"values"_s].toArray())
                texts << of[u"text"_s].toString();
            texts.sort();
            boards.insert(texts.join(u" | "_s), value.toObject());
        }
        const QJsonObject chips = boards.value(u"10,000 chips | 2,000 Nvidia chips | 50,000 H100 chips | thousands of NVIDIA chips"_s);
        QCOMPARE(chips[u"relation"_s].toString(), u"not-comparable"_s);
        QVERIFY2(chips[u"why"_s].toString().contains(u"“bought”"), qPrintable(chips[u"why"_s].toString()));
        QCOMPARE(boards.value(u"$60-65B | $65 billion"_s)[u"relation"_s].toString(), u"agree"_s);
        QCOMPARE(boards.value(u"$500 billion | $500 billion"_s)[u"relation"_s].toString(), u"agree"_s);
        QCOMPARE(boards.value(u"$500 billion | $500 billion"_s)[u"sources"_s].toInt(), 2);
        const auto ratios = std::ranges::find_if(boards, [](const QJsonObject &board) { return board[u"predicate"_s] == u"compared with others"_s; });
        QVERIFY(ratios != boards.end());
        QCOMPARE((*ratios)[u"relation"_s].toString(), u"not-comparable"_s);
        for (const auto words : {"95% less", "30 times cheaper", "1/50th", "1%"})
            QVERIFY(ratios.key().contains(QLatin1StringView(words)));
        for (const QJsonValue &value : (*ratios)[u"values"_s].toArray()) {
            if (value[u"text"_s] == u"30 times cheaper"_s)
                QVERIFY(qAbs(value[u"relative"_s][u"share"_s].toDouble() - 1.0 / 30) < 1e-9);
        }
        for (const QJsonObject &board : std::as_const(boards))
            QVERIFY2(board[u"relation"_s] != u"conflict"_s, qPrintable(board[u"why"_s].toString()));
    }

    void aDraftIsCheckedAgainstTheProject()
    {
        const QString file = project(u"draft.onrecord"_s);
        const QString draft = writeFile(path(u"draft.txt"_s), "Of mills and bridges\n\n\xF0\x9F\x98\x80 “We will not sell the mill to anybody, and that is the end of it,” said Clara Holt. "
                                                               "“We have never been to the moon, not once,” said Tom Berg.\n\nThe bridge cost 12 million euros. It weighs 7 tonnes.\n");
        const auto run = runCli({u"draft"_s, file, draft, u"--json"_s});
        QCOMPARE(run.code, 0);
        const QJsonObject report = run.json().object();
        const QJsonArray quotes = report[u"quotes"_s].toArray();
        QCOMPARE(quotes.size(), 2);
        QCOMPARE(quotes[0][u"verdict"_s].toString(), u"verbatim"_s);
        QCOMPARE(quotes[0][u"start"_s].toInt(), 25); // code points: the face is one
        QVERIFY(!quotes[0][u"hits"_s].toArray().isEmpty());
        QCOMPARE(quotes[1][u"verdict"_s].toString(), u"not-found"_s);
        const QJsonArray figures = report[u"figures"_s].toArray();
        QCOMPARE(figures.size(), 2);
        QCOMPARE(figures[0][u"text"_s].toString(), u"12 million euros"_s);
        QCOMPARE(figures[1][u"state"_s].toString(), u"unsupported"_s);
        QVERIFY(!figures[1][u"why"_s].toString().isEmpty());
        const auto csv = runCli({u"draft"_s, file, draft, u"--csv"_s});
        QCOMPARE(csv.code, 0);
        QCOMPARE(csv.out.count("\r\n"), 5);
        QVERIFY(runCli({u"draft"_s, file, draft, u"--html"_s}).out.contains("<td>verbatim</td>"));
        QCOMPARE(runCli({u"draft"_s, file, draft, u"--html"_s, u"--csv"_s}).code, 1);
        QCOMPARE(runCli({u"draft"_s, file, draft, u"--output"_s, path(u"sheet"_s)}).code, 1);
        QCOMPARE(runCli({u"draft"_s, file, draft, u"--html"_s, u"--csv"_s, u"--output"_s, path(u"sheet"_s)}).code, 0);
        for (const QString &ending : {u".csv"_s, u".html"_s})
            QVERIFY(QFileInfo(path(u"sheet"_s) + ending).size() > 0);
        QCOMPARE(runCli({u"draft"_s, file, path(u"no such file"_s)}).code, 3);
    }

    void doubtfulSpeakersAndCoverageAreListed()
    {
        const QString file = path(u"doubts.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        const QString one = writeFile(path(u"doubt1.txt"_s), "“The harbour stays open through the whole winter,” said Ida Moor. The council met in the old hall on Monday and talked until midnight about it.\n");
        const QString two = writeFile(path(u"doubt2.txt"_s), "Nothing will change at the quay. “The harbour stays open through the whole winter,” said Jon Falk, who has been a pilot there for years.\n");
        QCOMPARE(runCli({u"import"_s, file, one, two}).code, 0);
        const auto doubts = runCli({u"list"_s, file, u"misattributions"_s, u"--json"_s});
        QCOMPARE(doubts.code, 0);
        QCOMPARE(doubts.json().array().size(), 1);
        QCOMPARE(doubts.json()[0][u"doubt"_s].toString(), u"two-speakers"_s);
        QCOMPARE(doubts.json()[0][u"evidence"_s].toArray().size(), 2);
        QCOMPARE(runCli({u"list"_s, file, u"coverage"_s, u"--json"_s}).code, 0);
    }

    void whoSaysItTogetherIsNamedBesideTheSpeaker()
    {
        const QString file = path(u"joint.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        const QString one = writeFile(path(u"joint1.txt"_s), "“The pump is old and it leaks every night,” Ana Ruiz and Tom Hale said on Monday. The council met in the old hall and talked until midnight about it.\n");
        const QString two = writeFile(path(u"joint2.txt"_s), "Nothing will change at the quay. “The pump is old and it leaks every night,” said Vera Quint, who has been a pilot there for years.\n");
        const QString three = writeFile(path(u"joint3.txt"_s), "At the quay they know it. “The pump is old and it leaks,” said Tom Hale, and many who stood there with him on the pier agreed.\n");
        QCOMPARE(runCli({u"import"_s, file, one, two, three}).code, 0);
        const QJsonArray hale{u"Tom Hale"_s};
        const auto answer = [&file](const QStringList &more) { return runCli(QStringList{more.first(), file} + more.mid(1) + QStringList{u"--json"_s}).json(); };
        const auto quoted = answer({u"list"_s, u"quotations"_s, u"--speaker"_s, u"Tom Hale"_s})[0];
        QCOMPARE(quoted[u"speaker"_s].toString(), u"Ana Ruiz"_s);
        QCOMPARE(quoted[u"also_speakers"_s].toArray(), hale);
        const auto hit = answer({u"verify"_s, u"--quote"_s, u"The pump is old and it leaks every night"_s, u"--speaker"_s, u"Ana Ruiz"_s})[u"hits"_s][0];
        QCOMPARE(hit[u"also_speakers"_s].toArray(), hale);
        const auto covered = answer({u"list"_s, u"coverage"_s})[0];
        QCOMPARE(covered[u"speaker"_s].toString(), u"Ana Ruiz"_s);
        QCOMPARE(covered[u"also_speakers"_s].toArray(), hale);
        QVERIFY(runCli({u"list"_s, file, u"misattributions"_s}).out.contains("Ana Ruiz, Tom Hale"));

        // In a draft each of them must have said it.
        const auto verdict = [&](const QByteArray &names) {
            const auto quote = answer({u"draft"_s, writeFile(path(u"jointdraft.txt"_s), "“The pump is old and it leaks every night,” " + names + " said.\n")})[u"quotes"_s][0];
            return quote[u"verdict"_s].toString() + u' ' + QStringList(quote[u"also_speakers"_s].toVariant().toStringList()).join(u' ');
        };
        QCOMPARE(verdict("Ana Ruiz and Tom Hale"), u"verbatim Tom Hale"_s);
        QCOMPARE(verdict("Ana Ruiz and Emil Kraus"), u"verbatim-other-speaker Emil Kraus"_s);
    }

    void aProjectThatCannotBeOpenedEndsWithTwo()
    {
        const QString words = writeFile(path(u"words.txt"_s), "just words");
        for (const QStringList &call : {QStringList{u"list"_s, path(u"missing"_s), u"people"_s}, QStringList{u"import"_s, words, words}, QStringList{u"check"_s, words}}) {
            const auto run = runCli(call);
            QCOMPARE(run.code, 2);
            QVERIFY(run.out.isEmpty());
            QVERIFY(!run.err.isEmpty());
        }
        QVERIFY(!QFile::exists(path(u"missing"_s)));
    }

    void newNeverOverwrites()
    {
        const QString file = writeFile(path(u"there.onrecord"_s), "somebody's words");
        QCOMPARE(runCli({u"new"_s, file}).code, 2);
        QFile there(file);
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), QByteArray("somebody's words"));
    }

    void everyOfferedFileHasItsStateAndTheTotalsAddUp()
    {
        const QString file = path(u"totals.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        const QString folder = path(u"totals"_s);
        writeFile(folder + u"/1 mill.txt"_s, mill);
        writeFile(folder + u"/2 again.txt"_s, mill);
        writeFile(folder + u"/3 empty.txt"_s, {});
        writeFile(folder + u"/4 film.txt"_s, QByteArray("\x89PNG\r\n\x1A\n and more", 18));
        writeFile(folder + u"/below/bridge.md"_s, bridge);
        writeFile(folder + u"/.hidden.txt"_s, bridge);
        const auto run = runCli({u"import"_s, file, folder, path(u"nowhere.txt"_s), u"--json"_s, u"--report"_s, path(u"report.txt"_s)});
        QCOMPARE(run.code, 3);
        const auto lines = run.lines();
        QCOMPARE(lines.size(), 7);
        const QStringList states{u"imported"_s, u"duplicate"_s, u"refused"_s, u"refused"_s, u"imported"_s, u"refused"_s};
        for (qsizetype i = 0; i < states.size(); ++i) {
            QCOMPARE(lines[i][u"state"_s].toString(), states[i]);
            QCOMPARE(lines[i][u"reason"_s].isString(), states[i] == u"refused"_s);
        }
        const QJsonObject &totals = lines.last();
        QCOMPARE(totals[u"offered"_s].toInt(), 6);
        QCOMPARE(totals[u"imported"_s].toInt(), 2);
        QCOMPARE(totals[u"duplicate"_s].toInt(), 1);
        QCOMPARE(totals[u"refused"_s].toInt(), 3);
        QCOMPARE(totals[u"hidden"_s].toInt(), 1);
        QFile report(path(u"report.txt"_s));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().contains("offered 6 = imported 2 + duplicate 1 + version 0 + refused 3"));
    }

    void picturesOfTextAreReadOrSayWhatIsMissing()
    {
        // White, 200 by 100 dots: a picture in which there is nothing to read.
        const QString picture = writeFile(path(u"white.png"_s), QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAMgAAABkAQAAAADr/UKmAAAAIElEQVR42u3JMQEAAAwCIPuX1gRLMHhJLzHGGGOMMY9np/C6xAvwsCwAAAAASUVORK5CYII="));
        const auto off = runCli({u"read"_s, picture, u"--ocr"_s, u"none"_s});
        QCOMPARE(off.code, 3);
        QVERIFY2(off.err.contains("--ocr none"), off.err.constData());
        const auto absent = runCli({u"read"_s, picture, u"--ocr-program"_s, u"/nowhere/tesseract"_s});
        QCOMPARE(absent.code, 3);
        QVERIFY2(absent.err.contains("tesseract-ocr") && absent.err.contains("1 page(s)"), absent.err.constData());
        const auto language = runCli({u"import"_s, path(u"x.onrecord"_s), picture, u"--ocr"_s, u"tlh"_s, u"--ocr-program"_s, u"/nowhere/tesseract"_s});
        QVERIFY(language.code != 0);
    }

    void listsAreJsonWithCodePointsAndNulls()
    {
        const QString file = project(u"lists.onrecord"_s);
        const QJsonArray articles = runCli({u"list"_s, file, u"articles"_s, u"--json"_s}).json().array();
        QCOMPARE(articles.size(), 2);
        QCOMPARE(articles[0][u"title"_s].toString(), u"Mill to stay with the town"_s);
        QCOMPARE(articles[0][u"published"_s][u"date"_s].toString(), u"2025-03-02"_s);
        QCOMPARE(articles[0][u"published"_s][u"precision"_s].toString(), u"day"_s);
        QVERIFY(articles[1][u"published"_s].isNull());
        QVERIFY(articles[0][u"outlet"_s].isNull());

        const QJsonArray quotations = runCli({u"list"_s, file, u"quotations"_s, u"--kind"_s, u"statement"_s, u"--json"_s}).json().array();
        QCOMPARE(quotations.size(), 2);
        const auto points = QString::fromUtf8(mill).toUcs4();
        const int start = quotations[0][u"start"_s].toInt();
        const int end = quotations[0][u"end"_s].toInt();
        QVERIFY(start > 0 && end <= points.size());
        QCOMPARE(quotations[0][u"text"_s].toString(), QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + start, end - start));
        QVERIFY(quotations[0][u"text"_s].toString().startsWith(u"We will not sell the mill"_s));
        for (const QString &key : {u"id"_s, u"article"_s, u"category"_s, u"speaker"_s, u"mention"_s, u"cue"_s, u"rule"_s, u"said"_s, u"published"_s, u"status"_s})
            QVERIFY2(quotations[0].toObject().contains(key), qPrintable(key));
        QCOMPARE(quotations[0][u"status"_s].toString(), u"suggested"_s);

        for (const QString &what : {u"people"_s, u"organisations"_s, u"figures"_s, u"events"_s}) {
            const auto run = runCli({u"list"_s, file, what, u"--json"_s});
            QCOMPARE(run.code, 0);
            QVERIFY(run.json().isArray());
            QCOMPARE(runCli({u"list"_s, file, what}).code, 0);
        }
    }

    void searchFindsWordsWithTheirPlace()
    {
        const QString file = project(u"search.onrecord"_s);
        const QJsonObject answer = runCli({u"search"_s, file, u"chief engineer"_s, u"--json"_s}).json().object();
        QVERIFY(answer[u"total"_s].toInt() >= 1);
        QVERIFY(answer[u"hits"_s][0][u"snippet"_s].toString().contains(u"engineer"_s));
        QCOMPARE(runCli({u"search"_s, file, u"\"unbalanced AND ("_s, u"--json"_s}).code, 0);
        QCOMPARE(runCli({u"search"_s, file, u"zebra"_s, u"--json"_s}).json()[u"total"_s].toInt(-1), 0);
    }

    void verifySaysWhatItFoundAndWhatItSearched()
    {
        const QString file = project(u"verify.onrecord"_s);
        const auto verdict = [&file](const QStringList &more) { return runCli(QStringList{u"verify"_s, file, u"--json"_s} + more).json().object(); };
        const QJsonObject same = verdict({u"--quote"_s, u"\"WE WILL NOT  sell the mill\""_s});
        QCOMPARE(same[u"verdict"_s].toString(), u"verbatim"_s);
        QCOMPARE(same[u"searched"_s][u"articles"_s].toInt(), 2);
        QCOMPARE(same[u"searched"_s][u"from"_s].toString(), u"2025-03-02"_s);
        const QJsonValue hit = same[u"hits"_s][0];
        const auto points = QString::fromUtf8(mill).toUcs4();
        QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + hit[u"start"_s].toInt(), hit[u"end"_s].toInt() - hit[u"start"_s].toInt()), hit[u"text"_s].toString());
        QCOMPARE(verdict({u"--quote"_s, u"We will not sell the mill"_s, u"--speaker"_s, u"Tom Berg"_s})[u"verdict"_s].toString(), u"verbatim-other-speaker"_s);
        QCOMPARE(verdict({u"--quote"_s, u"We will sell the bridge"_s})[u"verdict"_s].toString(), u"not-found"_s);

        const auto lines = runCli({u"verify"_s, file, u"--jsonl"_s}, "{\"id\":7,\"quote\":\"not a day later\"}\n{\"id\":\"x\",\"quote\":\"zebra\",\"speaker\":\"Tom Berg\"}\nnonsense\n");
        QCOMPARE(lines.code, 3);
        QCOMPARE(lines.lines().size(), 3);
        QCOMPARE(lines.lines()[0][u"id"_s].toInt(), 7);
        QCOMPARE(lines.lines()[0][u"verdict"_s].toString(), u"verbatim"_s);
        QCOMPARE(lines.lines()[1][u"verdict"_s].toString(), u"not-found"_s);
        QVERIFY(lines.lines()[2][u"error"_s].isString());

        QCOMPARE(same[u"contrary"_s].toInt(-1), 0);
        QCOMPARE(hit[u"reported"_s].toBool(true), false);
        QVERIFY(hit[u"quoted_by"_s].isNull());
        const QJsonObject elsewhere = verdict({u"--quote"_s, u"We will not sell the mill"_s, u"--source"_s, u"The Nowhere Gazette"_s});
        QCOMPARE(elsewhere[u"verdict"_s].toString(), u"verbatim-other-source"_s);
        QCOMPARE(elsewhere[u"hits"_s][0][u"source_agrees"_s].toBool(true), false);
    }

    void anImportIsOneStepOfUndo()
    {
        const QString file = project(u"undo.onrecord"_s);
        const auto count = [&file] { return runCli({u"list"_s, file, u"articles"_s, u"--json"_s}).json().array().size(); };
        QCOMPARE(count(), 2);
        QCOMPARE(runCli({u"undo"_s, file}).code, 0);
        QCOMPARE(count(), 0);
        QCOMPARE(runCli({u"redo"_s, file}).code, 0);
        QCOMPARE(count(), 2);
        QCOMPARE(runCli({u"history"_s, file, u"--json"_s}).json().array().size(), 1);
    }

    void checkPassesASoundProjectAndNamesDamage()
    {
        const QString file = project(u"check.onrecord"_s);
        const auto sound = runCli({u"check"_s, file, u"--json"_s});
        QCOMPARE(sound.code, 0);
        QCOMPARE(sound.json()[u"ok"_s].toBool(), true);
        QVERIFY(sound.json()[u"digests"_s][u"checked"_s].toInt() > 2);

        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        QByteArray content = bytes.readAll();
        qsizetype changed = 0;
        for (qsizetype at = content.indexOf("the end of it"); at >= 0; at = content.indexOf("the end of it", at + 1)) {
            content[at] = 'T';
            ++changed;
        }
        QVERIFY(changed > 0);
        QVERIFY(bytes.seek(0));
        bytes.write(content);
        bytes.close();
        const auto damaged = runCli({u"check"_s, file, u"--json"_s});
        QVERIFY(damaged.code == 3 || damaged.code == 2);
        if (damaged.code == 3) {
            QCOMPARE(damaged.json()[u"ok"_s].toBool(true), false);
            QVERIFY(!damaged.json()[u"digests"_s][u"bad"_s].toArray().isEmpty());
        }
    }

    void aBackupIsAProjectAndNeverOverwrites()
    {
        const QString file = project(u"backup.onrecord"_s);
        const QString copy = path(u"copy.onrecord"_s);
        QCOMPARE(runCli({u"backup"_s, file, copy}).code, 0);
        QCOMPARE(runCli({u"list"_s, copy, u"articles"_s, u"--json"_s}).out, runCli({u"list"_s, file, u"articles"_s, u"--json"_s}).out);
        QCOMPARE(runCli({u"backup"_s, file, copy}).code, 3);
    }

    void theStoryComesWithItsEventsOnce()
    {
        const QString file = path(u"story.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        QCOMPARE(runCli({u"story"_s, file}).code, 0);
        QCOMPARE(runCli({u"list"_s, file, u"articles"_s, u"--json"_s}).json().array().size(), 5);
        const QJsonArray events = runCli({u"list"_s, file, u"events"_s, u"--json"_s}).json().array();
        QCOMPARE(events.size(), 10);
        for (const QJsonValue &event : events) {
            QVERIFY(!event[u"when"_s].isNull());
            QVERIFY2(!event[u"articles"_s].toArray().isEmpty(), qPrintable(event[u"name"_s].toString()));
            QVERIFY2(!event[u"agents"_s].toArray().isEmpty(), qPrintable(event[u"name"_s].toString()));
        }
        QCOMPARE(runCli({u"story"_s, file, u"--json"_s}).lines().last()[u"duplicate"_s].toInt(), 5);
        QCOMPARE(runCli({u"list"_s, file, u"events"_s, u"--json"_s}).json().array().size(), 10);
    }

    void readShowsOneFileWithoutAProject()
    {
        const QString file = writeFile(path(u"page.txt"_s), "<!DOCTYPE html><html lang=de><title>Eine Seite</title><nav><a href=/>Start und Anfang</a></nav><article><p>Viele 😀 Worte stehen hier, "
                                                            "und noch mehr Worte folgen ihnen, bis der Absatz lang genug ist.</p></article>");
        const auto run = runCli({u"read"_s, file, u"--json"_s});
        QCOMPARE(run.code, 0);
        const QJsonObject read = run.json().object();
        QCOMPARE(read[u"title"_s].toString(), u"Eine Seite"_s);
        QCOMPARE(read[u"type"_s].toString(), u"text/html"_s);
        QCOMPARE(read[u"lang"_s].toString(), u"de"_s);
        QCOMPARE(read[u"sha256"_s].toString().size(), 64);
        QVERIFY(read[u"text"_s].toString().contains(u"Start und Anfang"_s));
        QVERIFY(!read[u"body"_s].toString().contains(u"Start und Anfang"_s));
        QVERIFY(read[u"outlet"_s].isNull());
        QCOMPARE(read[u"remarks"_s].toArray().size(), 1);
        QCOMPARE(runCli({u"read"_s, path(u"nowhere"_s), u"--json"_s}).code, 3);
    }

    void extractAnswersLineForLineInOrder()
    {
        QByteArray input;
        for (int i = 0; i < 200; ++i)
            input += "{\"id\":" + QByteArray::number(i) + ",\"text\":\"“Line " + QByteArray::number(i) + " is a line of words,” said Ann Ray.\"}\n";
        const auto lines = runCli({u"extract"_s, u"--jsonl"_s}, input);
        QCOMPARE(lines.code, 0);
        QCOMPARE(lines.lines().size(), 200);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(lines.lines()[i][u"id"_s].toInt(-1), i);
        const auto within = runCli({u"extract"_s, u"--jsonl"_s}, "{\"id\":1,\"text\":\"“Tom Hale told me, ‘We are very broke,’ and he was,” said Ann Ray.\"}");
        const QJsonArray quotes = within.lines().first()[u"quotes"_s].toArray();
        QCOMPARE(quotes.size(), 1);
        const QJsonArray inner = quotes[0][u"inner"_s].toArray();
        QCOMPARE(inner.size(), 1);
        QCOMPARE(inner[0][u"speaker"_s].toString(), u"Tom Hale"_s);
        QCOMPARE(inner[0][u"start"_s].toInt(), 20);
        QVERIFY(!inner[0].toObject().contains(u"inner"_s));
        const auto broken = runCli({u"extract"_s, u"--jsonl"_s}, "{\"id\":1,\"text\":\"words\"}\nnonsense\n{\"id\":3,\"text\":\"words\"}");
        QCOMPARE(broken.code, 3);
        QCOMPARE(broken.lines().size(), 3);
        QVERIFY(broken.lines()[1][u"error"_s].isString());
    }

    void anInterruptKeepsWhatIsStoredAndEndsWithFour()
    {
        const QString file = path(u"interrupt.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        const QString folder = path(u"many"_s);
        for (int i = 0; i < 400; ++i)
            writeFile(folder + u"/%1.txt"_s.arg(i, 4, 10, QLatin1Char('0')), "Number " + QByteArray::number(i) + "\n\n" + bridge);
        QProcess process;
        process.start(cliProgram(), {u"import"_s, file, folder, u"--json"_s});
        QByteArray out;
        while (out.count('\n') < 5 && process.waitForReadyRead(60'000))
            out += process.readAllStandardOutput();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 4);
        out += process.readAllStandardOutput();
        const auto lines = CliRun{0, out, {}}.lines();
        const QJsonObject totals = lines.last();
        QCOMPARE(totals[u"offered"_s].toInt(), 400);
        QCOMPARE(lines.size(), 401);
        QCOMPARE(totals[u"imported"_s].toInt() + totals[u"duplicate"_s].toInt() + totals[u"refused"_s].toInt(), 400);
        QVERIFY(totals[u"imported"_s].toInt() >= 5 && totals[u"imported"_s].toInt() < 400);
        QCOMPARE(runCli({u"list"_s, file, u"articles"_s, u"--json"_s}).json().array().size(), totals[u"imported"_s].toInt());
    }

    void hostileWordsReachTheTerminalAsWords()
    {
        const QString file = path(u"terminal.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        const QString evil = writeFile(path(u"evil\x1B[31m.txt"_s), "Title \x1B]0;owned\x07 of the day\n\n" + mill);
        QVERIFY(!runCli({u"import"_s, file, evil}).out.contains('\x1B'));
        QVERIFY(!runCli({u"list"_s, file, u"articles"_s}).out.contains('\x1B'));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
