// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Inputs that others made to break readers, through the real import: each ends in one named state, the totals add up,
// the project is sound afterwards.
#include "clirun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace onrecord::test;
using namespace Qt::StringLiterals;

class TestHostileImport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_shared = qEnvironmentVariable("ONRECORD_SHARED");

    /// `files` offered; a table may hold several articles, or an article and a row that is none.
    void importAndCount(const QString &folder, qsizetype files, bool maySplit = false)
    {
        QVERIFY(files > 0);
        const QString project = folder + u".onrecord"_s;
        QCOMPARE(runCli({u"new"_s, project}).code, 0);
        const auto run = runCli({u"import"_s, project, folder, u"--json"_s});
        QVERIFY2(run.code == 0 || run.code == 3, run.err.constData());
        const auto lines = run.lines();
        QVERIFY(maySplit ? lines.size() >= files + 1 : lines.size() == files + 1);
        files = lines.size() - 1;
        const QJsonObject totals = lines.last();
        QCOMPARE(totals[u"offered"_s].toInt(), files);
        QCOMPARE(totals[u"imported"_s].toInt() + totals[u"duplicate"_s].toInt() + totals[u"version"_s].toInt()
                     + totals[u"refused"_s].toInt(),
                 files);
        for (const QJsonObject &line : lines) {
            const QString reason = line[u"reason"_s].toString();
            QVERIFY2(!reason.contains(u"reading it failed"_s) && !reason.contains(u"too long"_s)
                         && !reason.contains(u"inside the program"_s),
                     qPrintable(line[u"file"_s].toString() + u": "_s + reason));
        }
        const auto check = runCli({u"check"_s, project, u"--json"_s});
        QVERIFY2(check.code == 0, check.out.constData());
        qInfo("%lld files: %d imported, %d duplicate, %d refused", static_cast<long long>(files),
              totals[u"imported"_s].toInt(), totals[u"duplicate"_s].toInt(), totals[u"refused"_s].toInt());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (m_shared.isEmpty() || !QDir(m_shared + u"/corpus"_s).exists())
            QSKIP("ONRECORD_SHARED is not set: the corpora of hostile input are not read");
    }

    void htmlTreeConstruction()
    {
        const QString folder = m_dir.filePath(u"html"_s);
        qsizetype files = 0;
        const QDir corpus(m_shared + u"/corpus/html/tree-construction"_s);
        QStringList names = corpus.entryList({u"*.dat"_s}, QDir::Files, QDir::Name);
        for (const QString &name : QDir(corpus.filePath(u"scripted"_s)).entryList({u"*.dat"_s}, QDir::Files, QDir::Name))
            names << u"scripted/"_s + name;
        for (const QString &name : std::as_const(names)) {
            QFile file(corpus.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = '\n' + file.readAll();
            for (qsizetype at = content.indexOf("\n#data\n"); at >= 0; at = content.indexOf("\n#data\n", at)) {
                at += 7;
                const qsizetype end = content.indexOf("\n#errors", at);
                writeFile(folder + u"/%1.html"_s.arg(++files, 5, 10, QLatin1Char('0')),
                          content.sliced(at, std::max<qsizetype>(0, end - at)));
            }
        }
        importAndCount(folder, files);
    }

    void naughtyStrings()
    {
        QFile file(m_shared + u"/corpus/naughty/blns.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString folder = m_dir.filePath(u"naughty"_s);
        qsizetype files = 0;
        for (const QJsonValue &words : QJsonDocument::fromJson(file.readAll()).array())
            writeFile(folder + u"/%1.txt"_s.arg(++files, 4, 10, QLatin1Char('0')), words.toString().toUtf8());
        importAndCount(folder, files);
    }

    void tables()
    {
        const QString folder = m_dir.filePath(u"csv"_s);
        qsizetype files = 0;
        const QDir corpus(m_shared + u"/corpus/csv/csvs"_s);
        for (const QString &name : corpus.entryList({u"*.csv"_s}, QDir::Files, QDir::Name)) {
            QFile file(corpus.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            writeFile(folder + u'/' + name, file.readAll());
            ++files;
        }
        importAndCount(folder, files, true);
    }

    void json_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("as text") << u".txt"_s;
        QTest::newRow("as references") << u".json"_s;
    }
    void json()
    {
        QFETCH(QString, suffix);
        const QString folder = m_dir.filePath(u"json"_s + suffix);
        qsizetype files = 0;
        const QDir corpus(m_shared + u"/corpus/json/test_parsing"_s);
        for (const QString &name : corpus.entryList(QDir::Files, QDir::Name)) {
            QFile file(corpus.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            writeFile(folder + u"/%1"_s.arg(++files, 4, 10, QLatin1Char('0')) + suffix, file.readAll());
        }
        importAndCount(folder, files, suffix == u".json"_s);
    }
};

QTEST_GUILESS_MAIN(TestHostileImport)
#include "tst_hostileimport.moc"
