// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/encoding.h"
#include "core/io/readers/table.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDelimiterIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QChar>("delimiter");
        QTest::newRow("comma") << u"a,b\n1,2\n"_s << QChar(u',');
        QTest::newRow("semicolon beside decimal commas") << u"a;b;c\n1,5;2,5;x\n3,5;4,5;y\n"_s << QChar(u';');
        QTest::newRow("tab") << u"a\tb\n1, 2\t3\n4, 5\t6\n"_s << QChar(u'\t');
        QTest::newRow("bar") << u"a|b\n1|2\n"_s << QChar(u'|');
        QTest::newRow("said") << u"sep=|\na,b|c\n1,2|3\n"_s << QChar(u'|');
        QTest::newRow("quoted delimiters count for nothing")
            << u"a;b\n\"1,1,1\";\"2,2,2\"\n\"1,1,1\";\"2,2,2\"\n"_s << QChar(u';');
    }
    void theDelimiterIsFound()
    {
        QFETCH(QString, text);
        QTEST(io::parseTable(text, false).delimiter, "delimiter");
    }

    void rowsWithFaultsAreNamed()
    {
        const auto table = io::parseTable(u"a,b\n1\n1,2\n1,2,3\n\n\"x\ny\",2\n\"open,2\n"_s, false);
        QCOMPARE(table.header, (QStringList{u"a"_s, u"b"_s}));
        QStringList faults;
        for (const io::Table::Row &row : table.rows)
            faults << row.fault;
        QCOMPARE(faults,
                 (QStringList{u"line 2: 1 fields where the header has 2"_s, QString(),
                              u"line 4: 3 fields where the header has 2"_s, QString(),
                              u"line 8: a quotation mark is never closed"_s}));
        QCOMPARE(table.rows[3].fields[0], u"x\ny"_s);
    }

    void othersTablesAreReadAsTheySay()
    {
        const QString shared = qEnvironmentVariable("ONRECORD_SHARED");
        const QDir csvs(shared + u"/corpus/csv/csvs"_s);
        if (shared.isEmpty() || !csvs.exists())
            QSKIP("ONRECORD_SHARED is not set: the corpus of tables is not read");
        int compared = 0;
        for (const QString &name : csvs.entryList({u"*.csv"_s}, QDir::Files)) {
            QFile file(csvs.filePath(name));
            QFile expected(shared + u"/corpus/csv/json/"_s + QString(name).replace(u".csv"_s, u".json"_s));
            QVERIFY(file.open(QIODevice::ReadOnly) && expected.open(QIODevice::ReadOnly));
            const auto decoded = io::decodeText(file.readAll());
            QVERIFY(decoded);
            const auto table = io::parseTable(io::withPlainLineEnds(decoded->text), false);
            const QJsonDocument json = QJsonDocument::fromJson(expected.readAll());
            if (!json.isArray())
                continue; // of another table: its numbers are not in the one beside it
            const QJsonArray rows = json.array();
            QCOMPARE(static_cast<qsizetype>(table.rows.size()), rows.size());
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const io::Table::Row &row = table.rows[static_cast<size_t>(i)];
                QVERIFY2(row.fault.isEmpty(), qPrintable(name + u' ' + row.fault));
                for (qsizetype column = 0; column < table.header.size(); ++column)
                    QCOMPARE(row.fields[column],
                             rows[i].toObject().value(table.header[column]).toString().replace(u"\r\n"_s, u"\n"_s));
            }
            ++compared;
        }
        QVERIFY(compared >= 10);
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
