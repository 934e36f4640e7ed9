// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/project.h"
#include "tests/core/store/samplearticles.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestSchema : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QMap<QString, QStringList> m_tables; ///< as the program makes them

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"schema.onrecord"_s);
        QVERIFY(store::Project::create(path, test::fixedClock()));
        SQLite::Database db(path.toStdString());
        SQLite::Statement query(db, "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c "
                                    "WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0 ORDER BY t.name, c.cid");
        while (query.executeStep())
            m_tables[QString::fromUtf8(query.getColumn(0).getText())].append(QString::fromUtf8(query.getColumn(1).getText()));
        QVERIFY(m_tables.size() > 20);
    }

    void every_table_and_column_is_described_and_nothing_else()
    {
        QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/../docs/schema.md"_s);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QMap<QString, QStringList> described;
        QString table;
        static const QRegularExpression row(u"^\\| `(\\w+)` \\| \\S"_s);
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith("### "_L1))
                table = line.sliced(4);
            else if (line.startsWith("## "_L1))
                table.clear();
            else if (const auto match = row.match(line); match.hasMatch())
                described[table].append(match.captured(1));
        }
        QCOMPARE(described.keys(), m_tables.keys());
        for (const auto &[name, columns] : m_tables.asKeyValueRange())
            QCOMPARE(described.value(name).join(u' '), columns.join(u' '));
    }

    void record_tables_begin_with_an_id_and_end_with_a_digest()
    {
        for (const char *name : store::recordTables()) {
            const QStringList columns = m_tables.value(QString::fromLatin1(name));
            QVERIFY2(!columns.isEmpty() && columns.first() == u"id" && columns.last() == u"digest", name);
        }
    }

    void every_reference_has_an_index()
    {
        // Otherwise removing a row would read whole tables.
        const QString path = m_folder.filePath(u"schema.onrecord"_s);
        SQLite::Database db(path.toStdString());
        SQLite::Statement query(db, "SELECT t.name || '.' || f.\"from\" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' "
                                    "AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f.\"from\")");
        QStringList missing;
        while (query.executeStep())
            missing.append(QString::fromUtf8(query.getColumn(0).getText()));
        QCOMPARE(missing, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
