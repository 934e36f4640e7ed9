// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

/// What check() names and what backup() guarantees.
class TestSafety : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_next = 0;

    /// "what id: name" of each bad item.
    static QStringList badOf(const QString &path, QString *structure = nullptr)
    {
        const auto project = Project::open(path, test::fixedClock(), OpenMode::ReadOnly);
        if (!project)
            return {u"not opened: "_s + project.error().detail};
        const auto report = (*project)->check();
        if (!report)
            return {report.error().detail};
        if (structure)
            *structure = report->structure;
        QStringList out;
        for (const CheckReport::Bad &bad : report->bad)
            out.append(u"%1 %2: %3"_s.arg(bad.what).arg(bad.id).arg(bad.name));
        if (report->ok == (!out.isEmpty() || report->structure != u"ok"))
            out.append(u"ok and bad at once"_s);
        return out;
    }

    static QString sumOf(const QString &path) { return test::ask(path, u"SELECT value FROM meta WHERE key = 'index_sum'"_s); }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(u"c%1.onrecord"_s.arg(++m_next));
        auto created = Project::create(m_path, test::fixedClock());
        QVERIFY(created);
        Project &project = **created;
        QVERIFY(project.addArticle(test::bridgeShut()));
        QVERIFY(project.addArticle(test::rustAndRumours()));
        Event event;
        event.name = u"Bridge closed"_s;
        event.articles = {{1}};
        event.agents = {{1}};
        QVERIFY(project.addEvent(event));
        QVERIFY(project.addNote(QuotationId{1}, u"ask the board"_s));
    }

    void a_sound_project_passes()
    {
        auto project = std::move(*Project::open(m_path, test::fixedClock()));
        double last = 0.0;
        const auto report = project->check([&last](double done) {
            const bool isGrowing = done >= last && done <= 1.0;
            last = done;
            return isGrowing;
        });
        QVERIFY(report);
        QVERIFY(report->ok);
        QCOMPARE(report->structure, u"ok"_s);
        QVERIFY(report->digestsChecked > 40);
        QCOMPARE(last, 1.0);
        QCOMPARE(project->check([](double) { return false; }).error().fault, Fault::Cancelled);
    }

    void a_table_that_cannot_be_read_hides_no_other_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("nothing points there") << u"event"_s;
        QTest::newRow("speakers and mentions point there") << u"agent"_s;
    }
    void a_table_that_cannot_be_read_hides_no_other()
    {
        QFETCH(QString, table);
        const qint64 page = test::ask(m_path, u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(table)).toLongLong();
        const qint64 size = test::ask(m_path, u"PRAGMA page_size"_s).toLongLong();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((page - 1) * size));
        QCOMPARE(file.write(QByteArray(static_cast<qsizetype>(size), 'x')), size);
        file.close();
        const auto project = Project::open(m_path, test::fixedClock(), OpenMode::ReadOnly);
        QVERIFY(project);
        QVERIFY(!(*project)->damage().isEmpty());
        const auto record = (*project)->snapshot();
        QVERIFY2(record, record ? "" : qPrintable(record.error().detail));
        QCOMPARE((*record)->events().empty(), table == "event"_L1);
        QCOMPARE((*record)->agents().empty(), table == "agent"_L1);
        QCOMPARE((*record)->mentions().empty(), table == "agent"_L1);
        for (const Quotation &row : (*record)->quotations()) // nobody is pointed at who is not there
            QVERIFY(!row.speaker || (*record)->agent(row.speaker));
        QVERIFY(!(*record)->articles().empty());
        QVERIFY(!(*record)->quotations().empty());
        QVERIFY(!(*record)->notes().empty());
        QCOMPARE((*project)->unreadable(), QStringList(table));
    }

    void every_changed_value_is_named_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QString &sql, const QString &named) { QTest::newRow(name) << sql << named; };
        row("a quotation's speaker", u"UPDATE quotation SET speaker_id = 2 WHERE id = 1"_s, u"quotation 1: We found rust in every second bolt,"_s);
        row("a quotation's kind", u"UPDATE quotation SET kind = 2 WHERE id = 3"_s, u"quotation 3: nobody wants to pay"_s);
        row("a quotation's status", u"UPDATE quotation SET status = 2 WHERE id = 2"_s, u"quotation 2: regrettable"_s);
        row("a figure's value", u"UPDATE figure SET value = 41e6 WHERE id = 1"_s, u"figure 1: 40 million euros"_s);
        row("an agent's name", u"UPDATE agent SET name = 'Anna Ruiz' WHERE id = 1"_s, u"agent 1: Anna Ruiz"_s);
        row("another form", u"UPDATE agent_name SET type = 5 WHERE id = 1"_s, u"agent name 1: Ana Ruiz"_s);
        row("a title", u"UPDATE article SET title = 'Open' WHERE id = 1"_s, u"article 1: Open"_s);
        row("a publication date", u"UPDATE article SET published_edtf = '2031-05-07' WHERE id = 1"_s, u"article 1: The bridge stays shut"_s);
        row("the text", u"UPDATE source_text SET text = replace(text, 'crossing', 'crassing') WHERE id = 1"_s, u"source text 1: The bridge stays shut"_s);
        row("the bytes", u"UPDATE source_bytes SET bytes = zeroblob(length(bytes)) WHERE id = 1"_s, u"source bytes 1: The bridge stays shut"_s);
        row("a mention", u"UPDATE mention SET end_at = end_at + 1 WHERE id = 1"_s, u"mention 1: The bridge stays shut"_s);
        row("an event", u"UPDATE event SET note = 'x' WHERE id = 1"_s, u"event 1: Bridge closed"_s);
        row("who was there", u"UPDATE event_agent SET agent_id = 2 WHERE id = 1"_s, u"event agent 1: Bridge closed"_s);
        row("a note", u"UPDATE note SET text = 'ask nobody' WHERE id = 1"_s, u"note 1: ask nobody"_s);
        row("a date", u"UPDATE date_mention SET when_words = 'Monday' WHERE id = 1"_s, u"date mention 1: Tuesday"_s);
        row("an outlet", u"UPDATE outlet SET name = 'Herald' WHERE id = 1"_s, u"outlet 1: Herald"_s);
        row("a file name", u"UPDATE capture SET file_name = 'other.txt' WHERE id = 1"_s, u"capture 1: other.txt"_s);
        row("history", u"UPDATE change_set SET changes = zeroblob(length(changes)) WHERE id = 1"_s, u"change set 1: Import %n Article(s)"_s);
    }

    void every_changed_value_is_named()
    {
        QFETCH(QString, sql);
        QFETCH(QString, named);
        test::meddle(m_path, sql);
        QCOMPARE(badOf(m_path), QStringList(named));
    }

    void a_row_that_vanished_from_the_index_is_noticed()
    {
        test::meddle(m_path, u"DELETE FROM search WHERE rowid = 16 * 1 + 3"_s);
        QCOMPARE(badOf(m_path), QStringList(u"search index 0: "_s));
    }

    void a_bad_search_index_is_made_anew_at_opening_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a row vanished") << u"DELETE FROM search WHERE rowid = 16 * 1 + 3; UPDATE meta SET value = '0' WHERE key = 'clean'"_s;
        QTest::newRow("other rules") << u"DELETE FROM search WHERE rowid = 16 * 1 + 3; UPDATE meta SET value = 'old' WHERE key = 'index_rules'"_s;
        QTest::newRow("a row too many") << u"INSERT INTO search(rowid, title, body) VALUES(16 * 900 + 3, 'x', 'y'); UPDATE meta SET value = '0' WHERE key = 'clean'"_s;
        QTest::newRow("its pages are damaged") << u"UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 100"_s;
        QTest::newRow("where its words are") << u"UPDATE search_idx SET pgno = pgno + 2000"_s;
        QTest::newRow("how long its rows are") << u"DELETE FROM search_docsize WHERE id = 16 * 1 + 3"_s;
        QTest::newRow("where pairs of words are") << u"UPDATE quote_pairs_idx SET pgno = pgno + 2000"_s;
        QTest::newRow("how long quotations are") << u"DELETE FROM quote_pairs_docsize WHERE id = 1"_s;
    }

    void a_bad_search_index_is_made_anew_at_opening()
    {
        QFETCH(const QString, sql);
        const auto found = [this] {
            const auto project = Project::open(m_path, test::fixedClock());
            const auto answer = project ? (*project)->search(u"rust"_s) : std::unexpected(project.error());
            return answer ? answer->hits.size() : 0;
        };
        const QStringList before = test::dump(m_path);
        const size_t usual = found();
        QVERIFY(usual > 0);
        const QString sum = sumOf(m_path);
        test::meddle(m_path, sql);
        QCOMPARE(found(), usual);
        QString structure;
        QCOMPARE(badOf(m_path, &structure), QStringList());
        QCOMPARE(structure, u"ok"_s);
        QCOMPARE(test::dump(m_path), before);
        QVERIFY(sumOf(m_path) != sum); // the new ones' is kept: the next opening need not read them
        QCOMPARE(sumOf(m_path).size(), 64);
    }

    void damaged_settings_of_an_index_are_noticed()
    {
        test::meddle(m_path, u"UPDATE search_config SET v = 3 WHERE k = 'version'"_s);
        const auto project = Project::open(m_path, test::fixedClock(), OpenMode::ReadOnly);
        QVERIFY(!project || !(*project)->damage().isEmpty());
    }

    void what_the_indexes_are_is_kept_as_soon_as_it_is_known()
    {
        const QString made = m_folder.filePath(u"made%1.onrecord"_s.arg(m_next));
        QVERIFY(Project::create(made, test::fixedClock()));
        QCOMPARE(sumOf(made).size(), 64);
        const QString sum = sumOf(m_path);
        QCOMPARE(sum.size(), 64);
        for (const QString &sql : {u"DELETE FROM meta WHERE key = 'index_sum'"_s, u"UPDATE meta SET value = 'of other rules' WHERE key = 'index_sum'"_s}) {
            test::meddle(m_path, sql);
            QVERIFY(Project::open(m_path, test::fixedClock(), OpenMode::ReadOnly));
            QVERIFY(sumOf(m_path) != sum);
            QVERIFY(Project::open(m_path, test::fixedClock()));
            QCOMPARE(sumOf(m_path), sum);
        }
    }

    void a_flipped_bit_in_the_file_is_named()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        // The quotation's own row holds its words without a line break before them.
        int flipped = 0;
        for (qsizetype at = bytes.indexOf("nobody wants to pay"); at >= 0; at = bytes.indexOf("nobody wants to pay", at + 1)) {
            bytes[at + 7] = static_cast<char>(bytes.at(at + 7) ^ 0x04); // wants → sants
            ++flipped;
        }
        QVERIFY(flipped >= 2); // the text and the quotation
        file.seek(0);
        file.write(bytes);
        file.close();
        const QStringList bad = badOf(m_path);
        QVERIFY2(bad.contains(u"quotation 3: nobody sants to pay"_s), qPrintable(bad.join(u'\n')));
        QVERIFY(bad.contains(u"source text 1: The bridge stays shut"_s));
    }

    void structural_damage_opens_only_to_look()
    {
        const QString page = test::ask(m_path, u"SELECT rootpage FROM sqlite_schema WHERE name = 'mention'"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((page.toLongLong() - 1) * 4096));
        file.write(QByteArray(4096, '\x5a'));
        file.close();
        QFile again(m_path);
        QVERIFY(again.open(QIODevice::ReadOnly));
        const QByteArray before = again.readAll();
        again.close();
        QCOMPARE(Project::open(m_path, test::fixedClock()).error().fault, Fault::Damaged);
        const auto project = Project::open(m_path, test::fixedClock(), OpenMode::ReadOnly);
        QVERIFY2(project, qPrintable(project ? QString() : project.error().detail));
        QVERIFY(!(*project)->damage().isEmpty());
        QCOMPARE(*(*project)->articleText({1}), test::bridgeShut().document.text); // what is intact can be read
        const auto report = (*project)->check();
        QVERIFY(report);
        QVERIFY(!report->ok);
        QVERIFY(report->structure != u"ok"_s);
        QVERIFY(std::ranges::any_of(report->bad, [](const CheckReport::Bad &bad) { return bad.what == u"mention"; }));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), before);
    }

    void a_backup_is_the_same_project()
    {
        auto project = std::move(*Project::open(m_path, test::fixedClock()));
        QVERIFY(project->setKind({1}, Kind::Self)); // the project is open and written to
        const QString target = m_folder.filePath(u"backup%1.onrecord"_s.arg(m_next));
        const auto done = project->backup(target);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QCOMPARE(test::dump(target), test::dump(m_path));
        QVERIFY(project->undo()); // the original goes on
        auto copy = Project::open(target, test::fixedClock());
        QVERIFY(copy);
        QCOMPARE((*copy)->uuid(), project->uuid());
        QCOMPARE((*copy)->undoName(), u"Set Kind to self"_s);
        QVERIFY((*copy)->undo());
        QVERIFY((*copy)->check()->ok);
        QVERIFY(QDir(m_folder.path()).entryList({u".*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void a_backup_never_replaces_a_file()
    {
        auto project = std::move(*Project::open(m_path, test::fixedClock()));
        QCOMPARE(project->backup(m_path).error().fault, Fault::AlreadyExists);
        const QString target = m_folder.filePath(u"there%1"_s.arg(m_next));
        QFile file(target);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        QCOMPARE(project->backup(target).error().fault, Fault::AlreadyExists);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "mine"_ba);
        QCOMPARE(project->backup(m_folder.filePath(u"no/folder/b.onrecord"_s)).error().fault, Fault::NotFound);
        QVERIFY(QDir(m_folder.path()).entryList({u".*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void a_damaged_project_makes_no_backup()
    {
        test::meddle(m_path, u"UPDATE quotation SET kind = 2 WHERE id = 3"_s);
        auto project = std::move(*Project::open(m_path, test::fixedClock()));
        const QString target = m_folder.filePath(u"bad%1.onrecord"_s.arg(m_next));
        QCOMPARE(project->backup(target).error().fault, Fault::BackupFailed);
        QVERIFY(!QFileInfo::exists(target));
        QVERIFY(QDir(m_folder.path()).entryList({u".*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSafety)
#include "tst_safety.moc"
