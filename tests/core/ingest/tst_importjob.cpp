// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importjob.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using ingest::FileState;

namespace {

ingest::Offer offerOfArticles(int count)
{
    ingest::Offer offer;
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        offer.files.push_back({{}, "“Boat " + n + " passed the lock at noon,” said Vera Quint, the keeper of lock " + n + ".\n", u"%1.txt"_s.arg(i), io::Links::Follow});
    }
    return offer;
}

} // namespace

class TestImportJob : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_projects = 0;
    std::unique_ptr<store::Store> m_store;

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<store::Store>(std::make_shared<SystemClock>());
        auto created = m_store->create(m_dir.filePath(u"%1.onrecord"_s.arg(++m_projects)));
        QTRY_VERIFY(created.isFinished());
        QVERIFY(created.result());
        QTRY_VERIFY(m_store->isOpen());
    }
    void cleanup() { m_store.reset(); }

    void progressAndReportArriveOnThisThread()
    {
        ingest::ImportJob job(*m_store);
        QSignalSpy progressed(&job, &ingest::ImportJob::progressed);
        QSignalSpy finished(&job, &ingest::ImportJob::finished);
        job.start(offerOfArticles(12));
        QVERIFY(job.isRunning());
        QVERIFY(finished.wait(60'000));
        QVERIFY(!progressed.isEmpty());
        int before = 0;
        for (const QList<QVariant> &told : progressed) {
            QVERIFY(told[0].toInt() > before);
            QCOMPARE(told[1].toInt(), 12);
            before = told[0].toInt();
        }
        QCOMPARE(before, 12);
        const auto report = finished[0][0].value<ingest::ImportReport>();
        QCOMPARE(report.count(FileState::Imported), 12);
        QTRY_COMPARE(m_store->snapshot()->articles().size(), size_t(12));
        QTRY_VERIFY(!m_store->undoName().isEmpty());
    }

    void cancelStillReportsEveryFile()
    {
        ingest::ImportJob job(*m_store);
        QSignalSpy finished(&job, &ingest::ImportJob::finished);
        connect(&job, &ingest::ImportJob::progressed, &job, [&job](int done) {
            if (done >= 3)
                job.cancel();
        });
        job.start(offerOfArticles(300));
        QVERIFY(finished.wait(60'000));
        const auto report = finished[0][0].value<ingest::ImportReport>();
        QVERIFY(report.wasCancelled);
        QCOMPARE(report.offered(), 300);
        QVERIFY(report.count(FileState::Imported) >= 3 && report.count(FileState::Imported) < 300);
        QCOMPARE(report.count(FileState::Imported) + report.count(FileState::Refused), 300);
    }

    void everyFileIsOfferedReadAndFinishedInTurn()
    {
        ingest::ImportJob job(*m_store);
        QStringList files;
        std::vector<ingest::FileChange> changes;
        connect(&job, &ingest::ImportJob::offered, &job, [&files](const QStringList &offered) { files = offered; });
        connect(&job, &ingest::ImportJob::changed, &job, [&](const std::vector<ingest::FileChange> &more) {
            QCOMPARE(files.size(), 20);
            changes.insert(changes.end(), more.begin(), more.end());
        });
        QSignalSpy finished(&job, &ingest::ImportJob::finished);
        job.start(offerOfArticles(20));
        QVERIFY(finished.wait(60'000));
        QCOMPARE(changes.size(), 40u);
        QSet<int> reading;
        int next = 0;
        for (const ingest::FileChange &change : changes) {
            if (!change.outcome) {
                reading.insert(change.file);
                continue;
            }
            QCOMPARE(change.file, next++);
            QVERIFY(reading.contains(change.file));
            QCOMPARE(change.outcome->file, files[change.file]);
        }
    }

    void aPausedJobBeginsNoFileAndASkippedOneIsLeftOut()
    {
        ingest::ImportJob job(*m_store);
        QSignalSpy changed(&job, &ingest::ImportJob::changed);
        QSignalSpy offered(&job, &ingest::ImportJob::offered);
        QSignalSpy finished(&job, &ingest::ImportJob::finished);
        job.setPaused(true);
        job.start(offerOfArticles(6));
        QVERIFY(offered.wait(60'000));
        QVERIFY(!changed.wait(300)); // nothing was read meanwhile
        job.skip(2);
        job.setPaused(false);
        QVERIFY(finished.wait(60'000));
        const auto report = finished[0][0].value<ingest::ImportReport>();
        QCOMPARE(report.count(FileState::Imported), 5);
        QCOMPARE(report.files[2].reason, (Error{Fault::Cancelled, ingest::skippedDetail}));
    }

    void aPausedJobCanBeCancelled()
    {
        ingest::ImportJob job(*m_store);
        QSignalSpy finished(&job, &ingest::ImportJob::finished);
        job.setPaused(true);
        job.start(offerOfArticles(6));
        job.cancel();
        QVERIFY(finished.wait(60'000));
        QCOMPARE(finished[0][0].value<ingest::ImportReport>().count(FileState::Refused), 6);
    }

    void aJobThatGoesAwayStopsAndKeepsWhatIsDone()
    {
        {
            ingest::ImportJob job(*m_store);
            QSignalSpy progressed(&job, &ingest::ImportJob::progressed);
            job.start(offerOfArticles(300));
            QVERIFY(progressed.wait(60'000));
        }
        auto snapshot = m_store->run([](store::Project &project) { return project.snapshot(); });
        QTRY_VERIFY(snapshot.isFinished());
        const auto count = snapshot.result().value()->articles().size();
        QVERIFY(count >= 1 && count < 300);
    }

    void withoutAProjectEveryFileIsRefused()
    {
        auto closed = m_store->close();
        QTRY_VERIFY(closed.isFinished());
        ingest::ImportJob job(*m_store);
        QSignalSpy finished(&job, &ingest::ImportJob::finished);
        job.start(offerOfArticles(4));
        QVERIFY(finished.wait(60'000));
        QCOMPARE(finished[0][0].value<ingest::ImportReport>().count(FileState::Refused), 4);
    }

    void theStoryComesIn()
    {
        ingest::ImportJob job(*m_store);
        QSignalSpy finished(&job, &ingest::ImportJob::finished);
        job.startStory();
        QVERIFY(finished.wait(60'000));
        QTRY_COMPARE(m_store->snapshot()->articles().size(), size_t(5));
        QTRY_COMPARE(m_store->snapshot()->events().size(), size_t(10));
    }
};

QTEST_GUILESS_MAIN(TestImportJob)
#include "tst_importjob.moc"
