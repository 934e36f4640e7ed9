// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A project whose tables are ours and whose rows are not: they break the rules that our writer keeps. It opens, tells what is wrong, and whoever
// reads the rest of it comes to an end.
#include "core/explore/attention.h"
#include "core/explore/overview.h"
#include "core/record/syndication.h"
#include "core/store/project.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

class tst_HostileRows : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_next = 0;

    /// Everything a window asks of a record as soon as it is open.
    static void readAll(Project &project)
    {
        const auto snapshot = project.snapshot();
        QVERIFY2(snapshot, qPrintable(snapshot ? QString() : snapshot.error().detail));
        const Snapshot &record = **snapshot;
        for (const Article &row : record.articles()) {
            (void)project.articleText(row.id);
            (void)project.originalBytes(row.id);
            QVERIFY(versionsOf(record, row.id).size() <= record.articles().size());
            (void)firstPrintOf(record, record.syndicationGroup(row.id));
            (void)explore::concernsOf(row);
        }
        for (const Quotation &row : record.quotations())
            (void)explore::concernsOf(record, row);
        (void)explore::overviewOf(record, explore::apply({}, record));
        QVERIFY(project.search(u"bridge"_s));
        QVERIFY(project.findWords(u"the bridge"_s));
        QVERIFY(project.articlesAlike(u"every second bolt of the bridge"_s));
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(u"h%1.onrecord"_s.arg(++m_next));
        auto created = Project::create(m_path, test::fixedClock());
        QVERIFY(created);
        QVERIFY((*created)->addArticle(test::bridgeShut()));
        QVERIFY((*created)->addArticle(test::rustAndRumours()));
    }

    void rowsThatBreakOurRulesHarmNothingElse_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const QString &sql) { QTest::newRow(name) << sql; };
        row("a quotation outside its text", u"UPDATE quotation SET start_at = 2000000000, end_at = 2147483647"_s);
        row("a quotation that ends before it begins", u"UPDATE quotation SET start_at = 50, end_at = 2"_s);
        row("offsets below zero and beyond 32 bits", u"UPDATE mention SET start_at = -5, end_at = 9223372036854775807"_s);
        row("a region outside its text", u"INSERT INTO region SELECT 900, id, 1000000, 2000000, 7, 1, digest FROM article WHERE id = 1"_s);
        row("pieces outside their quotation", u"UPDATE quotation SET segments = '[[-9,99999999],[7,2]]', markers = '[[0,99999999,99]]'"_s);
        row("kinds that do not exist", u"UPDATE quotation SET kind = 99, directness = 77, status = 55"_s);
        row("an organisation that belongs to itself", u"UPDATE agent SET affiliation_id = id"_s);
        row("two that belong to each other", u"UPDATE agent SET affiliation_id = CASE id WHEN 1 THEN 2 ELSE 1 END"_s);
        row("each a version of the other",
            u"INSERT INTO kinship SELECT 900, 1, 2, 2, 1.0, 1, digest FROM article WHERE id = 1; INSERT INTO kinship SELECT 901, 2, 1, 2, 1.0, 1, digest FROM article WHERE id = 1"_s);
        row("a version of nothing", u"INSERT INTO kinship SELECT 900, 1, 999, 2, 1.0, 1, digest FROM article WHERE id = 1"_s);
        row("the same text as itself", u"INSERT INTO kinship SELECT 900, 1, 1, 1, 9e999, 1, digest FROM article WHERE id = 1"_s);
        row("a quotation lost from nowhere", u"INSERT INTO carry SELECT 900, 999, 999, 999, 5, 1, 1, digest FROM article WHERE id = 1"_s);
        row("a quotation of no article", u"UPDATE quotation SET article_id = 999"_s);
        row("a speaker who is nobody", u"UPDATE quotation SET speaker_id = 999"_s);
        row("no article has its text", u"UPDATE article SET text_id = 999, bytes_id = 999"_s);
        row("an event of nobody", u"INSERT INTO event_agent SELECT 900, 999, 999, digest FROM article WHERE id = 1"_s);
        row("words said with somebody who is not there", u"INSERT INTO joint_speaker SELECT 900, 1, 999, digest FROM article WHERE id = 1"_s);
        row("infinite figures", u"UPDATE figure SET value = 9e999, max_value = -9e999, confidence = 1e308"_s);
        row("dates that are none", u"UPDATE article SET published_edtf = 'NaN', published_earliest = -9223372036854775808, published_latest = 9223372036854775807"_s);
        row("dates of any length", u"UPDATE date_mention SET when_edtf = replace(hex(zeroblob(1000000)), '00', '9')"_s);
        row("a title of 8 MB", u"UPDATE article SET title = replace(hex(zeroblob(4000000)), '00', 'x ')"_s);
        row("lists nested a million deep", u"UPDATE article SET authors = replace(hex(zeroblob(1000000)), '00', '['), remarks = replace(hex(zeroblob(1000000)), '00', '[')"_s);
        row("remarks of no kind", uR"(UPDATE article SET remarks = '[{"remark":"no-such","args":{"a":1},"seen":"x"},7,null,[[]],{}]')"_s);
        row("64 MB of bytes", u"UPDATE source_bytes SET bytes = zeroblob(64000000)"_s);
        row("bytes that unpack to far more than they say", u"UPDATE source_bytes SET packing = 'zstd', byte_count = 9223372036854775807, bytes = x'28b52ffdffffffffffffffff'"_s);
        row("fewer than no bytes", u"UPDATE source_bytes SET byte_count = -1"_s);
        row("a text shorter than it says", u"UPDATE source_text SET text = 'x', unit_count = 2147483647"_s);
        row("identities that are none", u"UPDATE article SET uuid = zeroblob(15) WHERE id = 1"_s);
    }
    void rowsThatBreakOurRulesHarmNothingElse()
    {
        QFETCH(QString, sql);
        test::meddle(m_path, u"PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0; "_s + sql);
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            const auto project = Project::open(m_path, test::fixedClock(), mode);
            if (!project)
                continue; // refused with a reason is as good
            readAll(**project);
            if (QTest::currentTestFailed())
                return;
            const auto report = (*project)->check();
            QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
            QVERIFY(!report->ok);
        }
    }
};

QTEST_GUILESS_MAIN(tst_HostileRows)
#include "tst_hostilerows.moc"
