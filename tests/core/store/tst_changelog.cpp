// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changelog.h"
#include "core/store/project.h"
#include "core/store/values.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

namespace {

/// Every change of a change set as one line, in an order of its own.
QStringList linesOf(const QByteArray &changes)
{
    QStringList lines;
    sqlite3_changeset_iter *at = nullptr;
    if (sqlite3changeset_start(&at, static_cast<int>(changes.size()), const_cast<char *>(changes.constData())) != SQLITE_OK)
        return {u"no change set"_s};
    while (sqlite3changeset_next(at) == SQLITE_ROW) {
        const char *table = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(at, &table, &columns, &operation, nullptr);
        QString line = u"%1 %2"_s.arg(QLatin1StringView(table)).arg(operation);
        for (const auto get : {&sqlite3changeset_old, &sqlite3changeset_new}) {
            for (int column = 0; column < columns; ++column) {
                sqlite3_value *value = nullptr;
                if (get(at, column, &value) != SQLITE_OK || !value) {
                    line += u" -"_s;
                    continue;
                }
                const int type = sqlite3_value_type(value);
                const QByteArray bytes(static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value));
                line += u" %1:%2"_s.arg(type).arg(QString::fromLatin1(bytes.toHex()));
            }
        }
        lines << line;
    }
    if (sqlite3changeset_finalize(at) != SQLITE_OK)
        lines << u"broken"_s;
    lines.sort();
    return lines;
}

QStringList linesOf(const std::vector<ChangedRow> &rows)
{
    QStringList lines;
    for (const ChangedRow &row : rows)
        lines << u"%1 %2 %3 %4 %5"_s.arg(QLatin1StringView(row.table)).arg(row.id).arg(static_cast<int>(row.change)).arg(row.agent).arg(row.hasNewWords);
    lines.sort();
    return lines;
}

} // namespace

/// A log of what a RowWriter does, beside SQLite's own record of the same.
class TestChangeLog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Tables> m_tables;

    QString fresh()
    {
        m_tables.reset();
        m_connection.reset();
        const QString path = m_folder.filePath(u"log%1.onrecord"_s.arg(++m_files));
        if (!Project::create(path, test::fixedClock()))
            return {};
        m_connection = std::make_unique<Connection>(path.toLocal8Bit(), Connection::Access::Write);
        m_tables = std::make_unique<Tables>(*m_connection);
        return path;
    }

    static std::vector<Value> agent(const QString &name)
    {
        return {newUuid(), qint64(1), name, QString(), Value(), qint64(1)};
    }

    /// Does the work, and compares what both say of it.
    template<class Work>
    void compare(Work work)
    {
        Transaction transaction(*m_connection);
        const ChangeRecorder recorder(*m_connection);
        ChangeLog log(*m_connection, *m_tables);
        RowWriter writer(*m_connection, *m_tables, {}, &log);
        work(writer, log);
        const QByteArray recorded = recorder.changes();
        const ChangeLog::Changes logged = log.changes();
        QCOMPARE(linesOf(logged.set), linesOf(recorded));
        QCOMPARE(linesOf(logged.rows), linesOf(rowsOf(recorded, *m_tables)));
        transaction.commit();
    }

private Q_SLOTS:
    void nothing_is_an_empty_set()
    {
        QVERIFY(!fresh().isEmpty());
        compare([](RowWriter &, ChangeLog &log) { QVERIFY(log.changes().set.isEmpty()); });
    }

    void rows_put_in_changed_and_removed()
    {
        QVERIFY(!fresh().isEmpty());
        compare([](RowWriter &writer, ChangeLog &) {
            const qint64 ann = writer.insert("agent", agent(u"Ann Ray"_s));
            writer.insert("agent_name", {ann, u"Zoë 😀 Ray"_s, u"ann ray"_s, qint64(1)});
            const qint64 bo = writer.insert("agent", agent(u""_s));
            writer.update("agent", bo, {{"name", u"Bo Li"_s}, {"affiliation_id", ann}});
            const qint64 gone = writer.insert("agent", agent(u"Nobody"_s));
            writer.remove("agent", gone);
            writer.insert("utterance", {newUuid(), qint64(1)});
        });
        compare([](RowWriter &writer, ChangeLog &) {
            writer.update("agent", 2, {{"role", u"pilot"_s}});
            writer.update("agent", 1, {{"name", u"Ann B. Ray"_s}, {"role", u"engineer"_s}});
            writer.update("agent", 1, {{"role", QString()}});
            writer.update("agent_name", 1, {{"agent_id", qint64(2)}});
            writer.remove("utterance", 1);
        });
        compare([](RowWriter &writer, ChangeLog &) {
            writer.update("agent", 2, {{"role", u"cook"_s}});
            writer.update("agent", 2, {{"role", u"pilot"_s}}); // as it was: nothing changed
        });
    }

    void a_part_rolled_back_leaves_nothing()
    {
        QVERIFY(!fresh().isEmpty());
        compare([this](RowWriter &writer, ChangeLog &log) {
            const qint64 ann = writer.insert("agent", agent(u"Ann Ray"_s));
            const RowWriter::Highest before = writer.lastIds();
            const ChangeLog::Mark mark = log.mark();
            {
                const Savepoint part(*m_connection);
                writer.insert("agent", agent(u"Bo Li"_s));
                writer.update("agent", ann, {{"name", u"Else"_s}});
            }
            writer.goBackTo(before);
            log.goBackTo(mark);
            writer.insert("agent", agent(u"Cy Day"_s));
        });
    }

    void any_sequence_is_told_alike()
    {
        QRandomGenerator random(20260101);
        QVERIFY(!fresh().isEmpty());
        QList<qint64> ids;
        for (int round = 0; round < 60; ++round) {
            compare([&](RowWriter &writer, ChangeLog &) {
                for (int i = random.bounded(12); i > 0; --i) {
                    const qint64 any = ids.isEmpty() ? 0 : ids[random.bounded(ids.size())];
                    const int what = any == 0 ? 0 : random.bounded(4);
                    if (what < 2) {
                        ids << writer.insert("agent", agent(QString(random.bounded(300), QChar(u'a' + random.bounded(26)))));
                    } else if (what == 2) {
                        writer.update("agent", any, {{"role", QString::number(random.bounded(3))}});
                    } else {
                        writer.remove("agent", any);
                        ids.removeOne(any);
                    }
                }
            });
            if (QTest::currentTestFailed())
                return;
        }
    }

    void it_is_undone_as_any_other()
    {
        const QString path = fresh();
        QVERIFY(!path.isEmpty());
        compare([](RowWriter &writer, ChangeLog &) { writer.insert("agent", agent(u"Ann Ray"_s)); });
        const QStringList before = test::dump(path);
        QByteArray changes;
        compare([&](RowWriter &writer, ChangeLog &log) {
            const qint64 bo = writer.insert("agent", agent(u"Bo Li"_s));
            writer.update("agent", 1, {{"name", u"Ann B. Ray"_s}, {"affiliation_id", bo}});
            changes = log.changes().set;
        });
        const QStringList after = test::dump(path);
        QVERIFY(before != after);
        Transaction transaction(*m_connection);
        applyChanges(*m_connection, inverted(changes));
        transaction.commit();
        QCOMPARE(test::dump(path), before);
        Transaction again(*m_connection);
        applyChanges(*m_connection, changes);
        again.commit();
        QCOMPARE(test::dump(path), after);
    }
};

QTEST_GUILESS_MAIN(TestChangeLog)
#include "tst_changelog.moc"
