// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "core/store/schema.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QtEndian>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

class TestOpening : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_next = 0;

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes, qint64 at = 0)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    Fault faultOf(const QString &path, OpenMode mode = OpenMode::ReadWrite) const
    {
        const auto opened = Project::open(path, test::fixedClock(), mode);
        if (opened)
            qWarning("%s opened", qPrintable(path));
        return opened ? Fault::Internal : opened.error().fault;
    }

    /// The file is refused with this fault, and neither it nor its folder differ afterwards.
    void verifyRefused(const QString &path, Fault fault)
    {
        const QByteArray before = bytesOf(path);
        const QDateTime changed = QFileInfo(path).lastModified();
        const QStringList beside = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            QCOMPARE(faultOf(path, mode), fault);
            QCOMPARE(bytesOf(path), before);
            QCOMPARE(QFileInfo(path).lastModified(), changed);
            QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System), beside);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(u"o%1.onrecord"_s.arg(++m_next));
        auto created = Project::create(m_path, test::fixedClock());
        QVERIFY2(created, qPrintable(created ? QString() : created.error().detail));
        QVERIFY((*created)->addArticle(test::bridgeShut()));
    }

    void a_new_project_is_one_private_file()
    {
        QCOMPARE(QDir(m_folder.path()).entryList({u"o%1.*"_s.arg(m_next), u".o%1*"_s.arg(m_next)}, QDir::Files | QDir::Hidden), QStringList(QFileInfo(m_path).fileName()));
        struct stat found = {};
        QCOMPARE(::stat(qPrintable(m_path), &found), 0);
        QCOMPARE(found.st_mode & 07777u, 0600u);
        const QByteArray header = bytesOf(m_path).first(100);
        QCOMPARE(qFromBigEndian<quint32>(header.constData() + 68), 0x4F6E5263u);
        QCOMPARE(qFromBigEndian<quint32>(header.constData() + 60), quint32(schemaVersion));
    }

    void creating_never_overwrites()
    {
        const QByteArray before = bytesOf(m_path);
        QCOMPARE(Project::create(m_path, test::fixedClock()).error().fault, Fault::AlreadyExists);
        QCOMPARE(bytesOf(m_path), before);
        QCOMPARE(Project::create(m_folder.filePath(u"no/such/folder/p.onrecord"_s), test::fixedClock()).error().fault, Fault::NotFound);
    }

    void missing_files_and_folders_are_named_so()
    {
        QCOMPARE(faultOf(m_folder.filePath(u"missing.onrecord"_s)), Fault::NotFound);
        QCOMPARE(faultOf(m_folder.path()), Fault::NotAFile);
        QVERIFY(!QFileInfo::exists(m_folder.filePath(u"missing.onrecord"_s)));
    }

    void links_pipes_and_devices_are_not_opened()
    {
        const QString link = m_folder.filePath(u"link%1"_s.arg(m_next));
        QVERIFY(QFile::link(m_path, link));
        QCOMPARE(faultOf(link), Fault::NotAFile);
        const QString fifo = m_folder.filePath(u"fifo%1"_s.arg(m_next));
        QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
        QCOMPARE(faultOf(fifo), Fault::NotAFile); // and does not wait for a writer
        QCOMPARE(faultOf(u"/dev/zero"_s), Fault::NotAFile);
    }

    void foreign_files_are_refused_untouched()
    {
        const QString empty = m_folder.filePath(u"empty.onrecord"_s);
        write(empty, {});
        verifyRefused(empty, Fault::NotAProject);
        const QString text = m_folder.filePath(u"text.onrecord"_s);
        write(text, QByteArray("hello ").repeated(1000));
        verifyRefused(text, Fault::NotAProject);
        write(m_path, QByteArray(4, '\0'), 68); // another program's SQLite file
        verifyRefused(m_path, Fault::NotAProject);
    }

    void a_newer_project_is_refused_untouched()
    {
        write(m_path, QByteArray("\0\0\0", 3) + char(schemaVersion + 1), 60);
        verifyRefused(m_path, Fault::NewerProject);
    }

    void a_cut_off_file_is_refused_untouched()
    {
        QVERIFY(QFile::resize(m_path, QFileInfo(m_path).size() / 2));
        const QByteArray before = bytesOf(m_path);
        QCOMPARE(faultOf(m_path), Fault::Damaged);
        QCOMPARE(bytesOf(m_path), before);
    }

    void a_schema_that_is_not_ours_is_refused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("view") << u"CREATE VIEW v AS SELECT * FROM article"_s;
        QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM article; END"_s;
        QTest::newRow("table") << u"CREATE TABLE more(x)"_s;
        QTest::newRow("index") << u"CREATE INDEX i ON note(text)"_s;
        QTest::newRow("column") << u"ALTER TABLE note ADD COLUMN x TEXT"_s;
        QTest::newRow("view in place of a table") << u"DROP TABLE view_state; CREATE VIEW view_state AS SELECT 1 AS key, 2 AS state"_s;
        QTest::newRow("missing index") << u"DROP INDEX quotation_speaker"_s;
    }

    void a_schema_that_is_not_ours_is_refused()
    {
        QFETCH(QString, sql);
        test::meddle(m_path, sql);
        verifyRefused(m_path, Fault::Damaged);
    }

    void looking_changes_nothing()
    {
        const QByteArray before = bytesOf(m_path);
        const QDateTime changed = QFileInfo(m_path).lastModified();
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            auto project = Project::open(m_path, test::fixedClock(), mode);
            QVERIFY(project);
            QVERIFY((*project)->snapshot());
            QVERIFY((*project)->search(u"rust"_s));
            QVERIFY((*project)->check()->ok);
            QCOMPARE((*project)->isReadOnly(), mode == OpenMode::ReadOnly);
        }
        QCOMPARE(bytesOf(m_path), before);
        QCOMPARE(QFileInfo(m_path).lastModified(), changed);
        QVERIFY(!QFileInfo::exists(m_path + u"-journal"_s));
    }

    void reading_only_refuses_every_change()
    {
        auto project = std::move(*Project::open(m_path, test::fixedClock(), OpenMode::ReadOnly));
        QCOMPARE(project->addArticle(test::letter()).error().fault, Fault::NotWritable);
        QCOMPARE(project->undo().error().fault, Fault::NotWritable);
        QCOMPARE(project->setViewState(u"a"_s, {}).error().fault, Fault::NotWritable);
        QCOMPARE(project->undoName(), u"Import 1 Article"_s);
    }

    void another_process_is_told_who_has_it()
    {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto project = Project::open(m_path, test::fixedClock());
            const char word = project ? 'y' : 'n';
            (void)!::write(ready[1], &word, 1);
            for (;;)
                ::pause();
        }
        char word = 0;
        QCOMPARE(::read(ready[0], &word, 1), 1);
        QCOMPARE(word, 'y');
        const auto opened = Project::open(m_path, test::fixedClock());
        QVERIFY(!opened);
        QCOMPARE(opened.error().fault, Fault::InUse);
        QVERIFY2(opened.error().detail.contains(QString::number(child)), qPrintable(opened.error().detail));
        QCOMPARE(faultOf(m_path, OpenMode::ReadOnly), Fault::InUse);
        // The lock is the kernel's: it goes with the process.
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(Project::open(m_path, test::fixedClock()));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void a_file_put_in_place_of_the_open_one_is_noticed()
    {
        auto project = std::move(*Project::open(m_path, test::fixedClock()));
        const QString other = m_path + u".other"_s;
        QVERIFY(QFile::copy(m_path, other));
        QCOMPARE(::rename(qPrintable(other), qPrintable(m_path)), 0);
        const QByteArray before = bytesOf(m_path);
        QCOMPARE(project->addArticle(test::letter()).error().fault, Fault::Conflict);
        project.reset();
        QCOMPARE(bytesOf(m_path), before);
    }

    void a_change_keeps_its_unfinished_mark_until_closed()
    {
        auto project = std::move(*Project::open(m_path, test::fixedClock()));
        QVERIFY(project->addArticle(test::letter()));
        QCOMPARE(test::ask(m_path, u"SELECT value FROM meta WHERE key = 'clean'"_s), u"0"_s);
        project.reset();
        QCOMPARE(test::ask(m_path, u"SELECT value FROM meta WHERE key = 'clean'"_s), u"1"_s);
        QVERIFY(!QFileInfo::exists(m_path + u"-journal"_s));
    }

    /// A kill before the journal was synced, or SQLite's own rolling back in exclusive mode, leaves a journal with a zero header.
    void a_journal_that_is_not_hot_is_no_obstacle_and_does_not_stay()
    {
        const QString journal = m_path + u"-journal"_s;
        const auto leave = [&] {
            QFile file(journal);
            return file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, '\0')) == 4096;
        };
        QVERIFY(leave());
        QVERIFY(Project::open(m_path, test::fixedClock(), OpenMode::ReadOnly));
        QVERIFY(QFileInfo::exists(journal)); // looking changes nothing
        {
            const auto project = Project::open(m_path, test::fixedClock());
            QVERIFY(project);
            QVERIFY(QDir(m_folder.path()).entryList({u"*unfinished*"_s}).isEmpty());
            // Not closed in order yet: a kill from here on must be noticed.
            QCOMPARE(test::ask(m_path, u"SELECT value FROM meta WHERE key = 'clean'"_s), u"0"_s);
        }
        QVERIFY(!QFileInfo::exists(journal));
        QCOMPARE(test::ask(m_path, u"SELECT value FROM meta WHERE key = 'clean'"_s), u"1"_s);
    }

    void what_a_killed_backup_left_is_swept()
    {
        const auto leave = [&](const QString &name, qint64 age) {
            QFile file(m_folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write("x") == 1 && file.flush()
                && file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-age), QFileDevice::FileModificationTime);
        };
        QVERIFY(leave(u".copy.onrecord.aB3xYz"_s, 7200));
        QVERIFY(leave(u".copy.onrecord.aB3xYz-journal"_s, 7200));
        QVERIFY(leave(u".other.onrecord.Q1w2e3"_s, 5)); // being written
        QVERIFY(leave(u".notes.onrecord.backup-of-mine"_s, 7200));
        QVERIFY(Project::open(m_path, test::fixedClock()));
        QCOMPARE(QDir(m_folder.path()).entryList({u".*.onrecord.*"_s}, QDir::Files | QDir::Hidden),
                 QStringList({u".notes.onrecord.backup-of-mine"_s, u".other.onrecord.Q1w2e3"_s}));
    }

    void copies_of_an_interrupted_recovery_go_at_the_next_opening()
    {
        // A kill after the journal was rolled back and before the check ended leaves a clean file with copies beside it.
        const QStringList copies = {m_path + u".unfinished-1"_s, m_path + u".unfinished-1-journal"_s};
        for (const QString &copy : copies)
            QVERIFY(QFile::copy(m_path, copy));
        QVERIFY(Project::open(m_path, test::fixedClock(), OpenMode::ReadOnly));
        for (const QString &copy : copies)
            QVERIFY(QFileInfo::exists(copy));
        QVERIFY(Project::open(m_path, test::fixedClock()));
        for (const QString &copy : copies)
            QVERIFY2(!QFileInfo::exists(copy), qPrintable(copy));
    }

    void identity_and_view_state_are_kept()
    {
        auto project = std::move(*Project::open(m_path, test::fixedClock()));
        const QUuid uuid = project->uuid();
        QVERIFY(!uuid.isNull());
        const QJsonObject state{{u"columns"_s, 3}, {u"name"_s, u"“x”"_s}};
        QVERIFY(project->setViewState(u"library"_s, state));
        QCOMPARE(project->undoName(), u"Import 1 Article"_s); // no step of history
        project = nullptr;
        project = std::move(*Project::open(m_path, test::fixedClock()));
        QCOMPARE(project->uuid(), uuid);
        QCOMPARE(project->viewState(u"library"_s), state);
        QCOMPARE(project->viewState(u"other"_s), QJsonObject());
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
