// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"
#include "core/store/migrate.h"
#include "core/store/project.h"
#include "core/store/schema.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

namespace {

void addShelf(Connection &connection)
{
    connection.execute("CREATE TABLE shelf(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
    connection.execute("INSERT INTO shelf(name) SELECT name FROM agent");
}

void addLadder(Connection &connection)
{
    connection.execute("CREATE TABLE ladder(id INTEGER PRIMARY KEY) STRICT");
}

void fallDown(Connection &connection)
{
    connection.execute("CREATE TABLE half(id INTEGER PRIMARY KEY) STRICT");
    refuse(Fault::Internal, u"the step cannot be made"_s);
}

constexpr FormatStep upwards[] = {{schemaVersion + 1, addShelf}, {schemaVersion + 2, addLadder}};
constexpr FormatStep stumbling[] = {{schemaVersion + 1, addShelf}, {schemaVersion + 2, fallDown}};

} // namespace

/// How a file of an older format comes up to date. The steps here are made up, so that the way itself is tested at every version.
class TestMigrate : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_next = 0;

    QString up(std::span<const FormatStep> steps)
    {
        Connection connection(QFile::encodeName(m_path), Connection::Access::Write);
        connection.lockForGood();
        return bringUpToDate(connection, m_path, schemaVersion, steps);
    }

    QString version(const QString &path) { return test::ask(path, u"PRAGMA user_version"_s); }

private Q_SLOTS:
    void init()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QString::number(++m_next)));
        m_path = m_folder.filePath(u"%1/week.onrecord"_s.arg(m_next));
        auto created = Project::create(m_path, test::fixedClock());
        QVERIFY(created);
        QVERIFY((*created)->addArticle(test::bridgeShut()));
    }

    void the_steps_lead_to_the_format_of_this_program()
    {
        int reached = 1;
        for (const FormatStep &step : formatSteps())
            QCOMPARE(step.to, ++reached);
        QCOMPARE(reached, schemaVersion);
    }

    /// One project of each format that was ever released, kept as that program wrote it.
    void a_project_of_every_format_opens_whole_data()
    {
        QTest::addColumn<int>("format");
        for (int format = 1; format <= schemaVersion; ++format)
            QTest::addRow("format %d", format) << format;
    }

    void a_project_of_every_format_opens_whole()
    {
        QFETCH(const int, format);
        const QString stored = QFINDTESTDATA(u"formats/%1.onrecord"_s.arg(format));
        QVERIFY2(!stored.isEmpty(), "every format keeps a project of its own here");
        const QString path = m_folder.filePath(u"old%1.onrecord"_s.arg(format));
        QVERIFY(QFile::copy(stored, path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const auto project = Project::open(path, test::fixedClock());
        QVERIFY2(project, project ? "" : qPrintable(project.error().detail));
        QCOMPARE((*project)->oldFormatCopy().isEmpty(), format == schemaVersion);
        const auto report = (*project)->check();
        QVERIFY(report && report->ok);
        const SnapshotPtr record = *(*project)->snapshot();
        QCOMPARE(record->articles().size(), 1u);
        QVERIFY(record->quotations().size() > 3);
        // Its history works on: back to nothing and forth again.
        while (!(*project)->undoName().isEmpty())
            QVERIFY((*project)->undo());
        QVERIFY((*(*project)->snapshot())->articles().empty());
        while (!(*project)->redoName().isEmpty())
            QVERIFY((*project)->redo());
        QCOMPARE((*(*project)->snapshot())->quotations().size(), record->quotations().size());
    }

    /// Format 2 kept who gave a verdict in the last line of its explanation, and the scale of verdicts beside the record.
    void verdicts_get_their_author_in_the_rows_and_in_history()
    {
        const QString path = m_folder.filePath(u"verdicts.onrecord"_s);
        QVERIFY(QFile::copy(QFINDTESTDATA(u"formats/2-verdicts.onrecord"_s), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const auto project = Project::open(path, test::fixedClock());
        QVERIFY2(project, project ? "" : qPrintable(project.error().detail));
        QVERIFY((*project)->check()->ok);
        const auto claim = [&](size_t at) { return (*(*project)->snapshot())->claims().at(at); };
        QCOMPARE(claim(0).verdict, u"false"_s);
        QCOMPARE(claim(0).explanation, QString());
        QCOMPARE(claim(0).author, u"Bo Lind"_s);
        QCOMPARE(claim(1).author, QString());
        QCOMPARE(claim(1).explanation, u"Nobody\n— not even the mayor —\ndenies it."_s);
        QStringList scale;
        for (const Grade &grade : (*(*project)->snapshot())->grades())
            scale << u"%1 %2"_s.arg(grade.number).arg(grade.label);
        QCOMPARE(scale, (QStringList{u"1 false"_s, u"2 half true"_s, u"3 true"_s}));
        QVERIFY((*project)->viewState(u"verdictScale"_s).isEmpty());
        QCOMPARE((*project)->viewState(u"layout"_s).value(u"kept"_s), QJsonValue(true));

        // What was undone is made again, and everything taken back, with the new column.
        QVERIFY((*project)->redo());
        QCOMPARE(claim(0).author, u"Bo Lind"_s);
        QCOMPARE(claim(0).explanation, u"The bolts were exchanged."_s);
        QVERIFY((*project)->check()->ok);
        QVERIFY((*project)->undo());
        QVERIFY((*project)->undo()); // the removal of the third claim
        QCOMPARE(claim(2).author, u"Ann Ray"_s);
        QCOMPARE(claim(2).explanation, u"It is green."_s);
        while (claim(0).verdict != u"half true")
            QVERIFY((*project)->undo());
        QCOMPARE(claim(0).author, u"Ann Ray"_s);
        QCOMPARE(claim(0).explanation, u"Rust in some bolts.\nNone in the ropes."_s);
        QVERIFY((*project)->check()->ok);
    }

    void an_older_file_with_tables_of_its_own_is_refused_untouched()
    {
        const QString path = m_folder.filePath(u"stranger.onrecord"_s);
        QVERIFY(QFile::copy(QFINDTESTDATA(u"formats/1.onrecord"_s), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        test::meddle(path, u"CREATE TABLE stranger(id INTEGER)"_s);
        const auto refused = Project::open(path, test::fixedClock());
        QVERIFY(!refused);
        QCOMPARE(refused.error().fault, Fault::Damaged);
        QCOMPARE(version(path), u"1"_s);
        QVERIFY(!QFile::exists(m_folder.filePath(u"stranger (format 1).onrecord"_s)));
    }

    void an_older_file_with_a_bad_search_index_comes_up_to_date()
    {
        const QString path = m_folder.filePath(u"badindex.onrecord"_s);
        QVERIFY(QFile::copy(QFINDTESTDATA(u"formats/2.onrecord"_s), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        test::meddle(path, u"UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 100"_s);
        const auto project = Project::open(path, test::fixedClock());
        QVERIFY2(project, project ? "" : qPrintable(project.error().detail));
        QVERIFY((*project)->check()->ok);
        QVERIFY(!(*project)->search(u"chips"_s)->hits.empty());
    }

    void all_steps_are_made_and_the_old_file_is_kept_beside()
    {
        const QStringList before = test::dump(m_path);
        const QString kept = up(upwards);
        QCOMPARE(kept, QFileInfo(m_path).absolutePath() + u"/week (format %1).onrecord"_s.arg(schemaVersion));
        QCOMPARE(version(m_path), QString::number(schemaVersion + 2));
        QCOMPARE(version(kept), QString::number(schemaVersion));
        QCOMPARE(test::dump(kept), before);
        QCOMPARE(test::ask(m_path, u"SELECT count(*) FROM shelf"_s), test::ask(kept, u"SELECT count(*) FROM agent"_s));
        QCOMPARE(test::ask(m_path, u"SELECT count(*) FROM ladder"_s), u"0"_s);
        const auto old = Project::open(kept, test::fixedClock());
        QVERIFY(old);
        QVERIFY((*old)->check()->ok);
    }

    void a_step_that_fails_leaves_the_file_as_it_was()
    {
        const QStringList before = test::dump(m_path);
        bool isRefused = false;
        try {
            (void)up(stumbling);
        } catch (const Refusal &) {
            isRefused = true;
        }
        QVERIFY(isRefused);
        QCOMPARE(test::dump(m_path), before);
        QCOMPARE(version(m_path), QString::number(schemaVersion));
        QVERIFY(Project::open(m_path, test::fixedClock()));
        const QString copy = u"week (format %1).onrecord"_s.arg(schemaVersion);
        QCOMPARE(QFileInfo(m_path).dir().entryList(QDir::Files), QStringList(u"week.onrecord"_s));
        // A copy that an interrupted attempt left is not touched.
        QVERIFY(QFile::copy(m_path, QFileInfo(m_path).dir().filePath(copy)));
        QCOMPARE(QFileInfo(up(upwards)).fileName(), u"week (format %1 2).onrecord"_s.arg(schemaVersion));
    }

    void a_result_that_is_not_as_it_should_be_is_given_up()
    {
        const QStringList before = test::dump(m_path);
        {
            Connection connection(QFile::encodeName(m_path), Connection::Access::Write);
            connection.lockForGood();
            const auto complain = [](Connection &) { refuse(Fault::Internal, u"not what was wanted"_s); };
            QVERIFY_THROWS_EXCEPTION(Refusal, (void)bringUpToDate(connection, m_path, schemaVersion, upwards, complain));
        }
        QCOMPARE(test::dump(m_path), before);
        QCOMPARE(version(m_path), QString::number(schemaVersion));
    }

    void without_a_copy_no_step_is_made()
    {
        // A name that cannot be taken: the folder refuses new files. Root may write anywhere, so the way is a missing folder.
        const QString gone = m_folder.filePath(u"gone"_s);
        Connection connection(QFile::encodeName(m_path), Connection::Access::Write);
        connection.lockForGood();
        bool isRefused = false;
        try {
            (void)bringUpToDate(connection, gone + u"/week.onrecord"_s, schemaVersion, upwards);
        } catch (const Refusal &refusal) {
            isRefused = true;
        }
        QVERIFY(isRefused);
        QCOMPARE(connection.value("SELECT count(*) FROM sqlite_schema WHERE name = 'shelf'"), Value(qint64(0)));
        // Outside of a migration the schema is closed.
        QVERIFY_THROWS_EXCEPTION(SQLite::Exception, connection.execute("CREATE TABLE stranger(id INTEGER)"));
    }
};

QTEST_GUILESS_MAIN(TestMigrate)
#include "tst_migrate.moc"
