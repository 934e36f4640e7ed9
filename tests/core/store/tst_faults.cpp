// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "tests/core/store/faultvfs.h"
#include "tests/core/store/samplearticles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

/// Every I/O operation of a series of commands fails once, for ever, and as a full disk. Whatever happens: no crash, an error
/// is told for what is not there, what was acknowledged is there, nothing is half there (F1 to F3, findings 6 and 7).
class TestFaults : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/onrecord-faults-XXXXXX"_s : QDir::tempPath() + u"/onrecord-faults-XXXXXX"_s};
    QString m_base;
    QStringList m_states; ///< the project after each number of commands done

    static QString stateOf(const Project &project)
    {
        const auto snapshot = project.snapshot();
        if (!snapshot)
            return u"unreadable: "_s + snapshot.error().detail;
        QString state;
        for (const Article &article : (*snapshot)->articles())
            state += article.title.value + u'|';
        for (const Quotation &quotation : (*snapshot)->quotations())
            state += QString::number(static_cast<int>(quotation.status)) + QString::number(quotation.speaker.value) + u'|';
        for (const Note &note : (*snapshot)->notes())
            state += note.text + u'|';
        return state + project.undoName() + u'|' + project.redoName();
    }

    using Command = std::function<bool(Project &)>;

    static std::vector<Command> commands()
    {
        return {
            [](Project &p) { return p.addArticle(test::rustAndRumours()).has_value(); },
            [](Project &p) { return p.setStatus({ItemId(QuotationId{1}), ItemId(QuotationId{2})}, Status::Accepted).has_value(); },
            [](Project &p) { return p.addNote(ArticleId{1}, u"a note"_s).has_value(); },
            [](Project &p) { return p.undo().has_value(); },
            [](Project &p) { return p.redo().has_value(); },
            [](Project &p) { return p.mergeAgents({1}, {{3}}).has_value(); },
            [](Project &p) { return p.removeItems({ItemId(ArticleId{1})}, {}).has_value(); },
        };
    }

    QString copyOfBase()
    {
        const QString path = m_folder.filePath(u"f.onrecord"_s);
        QFile::remove(path);
        QFile::remove(path + u"-journal"_s);
        if (!QFile::copy(m_base, path))
            qFatal("cannot copy");
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::installFaultVfs();
        m_base = m_folder.filePath(u"base.onrecord"_s);
        {
            auto created = Project::create(m_base, test::fixedClock());
            QVERIFY(created);
            QVERIFY((*created)->addArticle(test::bridgeShut()));
        }
        auto project = std::move(*Project::open(copyOfBase(), test::fixedClock()));
        m_states.append(stateOf(*project));
        for (const Command &command : commands()) {
            QVERIFY(command(*project));
            m_states.append(stateOf(*project));
        }
        QCOMPARE(m_states.at(3), m_states.at(5)); // undo and redo
    }

    void every_operation_fails_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("once") << static_cast<int>(test::FaultMode::Once);
        QTest::newRow("for ever") << static_cast<int>(test::FaultMode::ForEver);
        QTest::newRow("disk full") << static_cast<int>(test::FaultMode::DiskFull);
    }

    void every_operation_fails()
    {
        QFETCH(int, mode);
        int points = 0;
        int told = 0;
        for (int number = 1;; ++number) {
            const QString path = copyOfBase();
            test::failAt(number, static_cast<test::FaultMode>(mode));
            qsizetype done = 0;
            bool isTold = false;
            {
                auto project = Project::open(path, test::fixedClock());
                isTold = !project;
                if (project) {
                    for (const Command &command : commands()) {
                        if (!command(**project)) {
                            isTold = true;
                            break;
                        }
                        ++done;
                    }
                    // An error that was told leaves the project usable or closed, never in between.
                    if (isTold && mode == static_cast<int>(test::FaultMode::Once)) {
                        const QString now = stateOf(**project);
                        QVERIFY2(now == m_states.at(done) || now.startsWith(u"unreadable"_s), qPrintable(u"at %1: %2"_s.arg(number).arg(now)));
                    }
                }
            }
            const bool happened = test::hasFailed();
            test::failAt(0, test::FaultMode::Once);
            if (!happened)
                break; // the whole series ran without reaching that number
            ++points;
            told += isTold ? 1 : 0;
            const auto again = Project::open(path, test::fixedClock());
            QVERIFY2(again, qPrintable(u"at %1: %2"_s.arg(number).arg(again ? QString() : again.error().detail)));
            const auto report = (*again)->check();
            QVERIFY2(report && report->ok, qPrintable(u"at %1: %2"_s.arg(number).arg(report ? report->structure : report.error().detail)));
            const QString now = stateOf(**again);
            const bool isWhole = now == m_states.at(done) || (isTold && done + 1 < m_states.size() && now == m_states.at(done + 1));
            QVERIFY2(isWhole, qPrintable(u"at %1 after %2 commands: %3"_s.arg(number).arg(done).arg(now)));
        }
        qInfo("%d points, %d told as an error, 0 half states", points, told);
        QVERIFY(points > 50);
        QVERIFY(told > points / 4);
        QVERIFY2(QDir(m_folder.path()).entryList({u"*unfinished*"_s}).size() <= 2, "copies pile up");
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
