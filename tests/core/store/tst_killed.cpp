// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "tests/core/store/samplearticles.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

namespace {

constexpr int justOpened = -2;

int kills(int share)
{
#ifdef NDEBUG
    constexpr int usual = 1000;
#else
    constexpr int usual = 100;
#endif
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("ONRECORD_KILLS", &isNumber);
    return std::max(1, (isNumber ? asked : usual) / share);
}

} // namespace

/// A process works on a project and says through a pipe what was acknowledged; it is killed at a random instant. Then
/// the file must open, pass its check and hold everything acknowledged (reliability F7, F9). One kill is one process: the
/// lock of a killed one must not be left either. ONRECORD_KILLS says how many.
class TestKilled : public QObject
{
    Q_OBJECT

    // In memory where there is such a place: what a process had written survives its death wherever it is.
    QTemporaryDir m_folder{QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/onrecord-killed-XXXXXX"_s : QDir::tempPath() + u"/onrecord-killed-XXXXXX"_s};
    QRandomGenerator m_random{20310510};

    /// Runs `work(project, acknowledge)` in a child until it is killed. Returns what it acknowledged, in order.
    template<class Work>
    QList<int> killed(const QString &path, Work work)
    {
        int pipe[2];
        if (::pipe(pipe) != 0)
            qFatal("no pipe");
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            auto project = Project::open(path, test::fixedClock());
            if (!project) {
                const int failed = -1;
                (void)!::write(pipe[1], &failed, sizeof failed);
                ::_exit(1);
            }
            (void)!::write(pipe[1], &justOpened, sizeof justOpened);
            work(**project, [&pipe](int number) { (void)!::write(pipe[1], &number, sizeof number); });
            ::_exit(0);
        }
        ::close(pipe[1]);
        QList<int> acknowledged;
        const auto listen = [&] {
            int number = 0;
            if (::read(pipe[0], &number, sizeof number) != static_cast<ssize_t>(sizeof number))
                return false;
            if (number != justOpened)
                acknowledged.append(number);
            return true;
        };
        // Some die while they open, so that recovery is interrupted as well; most at work, after none to three changes.
        for (int words = m_random.bounded(5); words > 0; --words) {
            if (!listen())
                qFatal("the child ended by itself");
        }
        // The instant is the experiment: nothing is waited for.
        ::usleep(static_cast<useconds_t>(m_random.bounded(20'000)));
        ::kill(child, SIGKILL);
        while (listen()) { }
        ::close(pipe[0]);
        ::waitpid(child, nullptr, 0);
        return acknowledged;
    }

    static std::unique_ptr<Project> reopened(const QString &path)
    {
        auto project = Project::open(path, test::fixedClock());
        if (!project) {
            qWarning("%s", qPrintable(project.error().detail));
            return nullptr;
        }
        const auto report = (*project)->check();
        if (!report || !report->ok) {
            qWarning("%s", report ? qPrintable(report->structure) : qPrintable(report.error().detail));
            for (const CheckReport::Bad &bad : report ? report->bad : std::vector<CheckReport::Bad>())
                qWarning("%s %lld %s: %s", qPrintable(bad.what), bad.id, qPrintable(bad.name), qPrintable(bad.why));
            return nullptr;
        }
        return std::move(*project);
    }

    QString fresh()
    {
        static int next = 0;
        const QString path = m_folder.filePath(u"k%1.onrecord"_s.arg(++next));
        if (!Project::create(path, test::fixedClock()))
            qFatal("cannot create");
        return path;
    }

private Q_SLOTS:
    void import_loses_nothing_acknowledged()
    {
        const int rounds = kills(1);
        QString path;
        QSet<QString> expected;
        qint64 acknowledged = 0;
        int withoutAny = 0;
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < rounds; ++round) {
            if (round % 25 == 0) { // small files, many kills
                path = fresh();
                expected.clear();
            }
            const int first = (round % 25) * 1000;
            const QList<int> numbers = killed(path, [first](Project &project, auto acknowledge) {
                (void)project.beginBatch(u"Import %n Article(s)"_s);
                for (int n = first;; ++n) {
                    if (project.addArticle(test::numbered(n)))
                        acknowledge(n);
                }
            });
            for (const int number : numbers) {
                QVERIFY(number >= 0);
                expected.insert(u"Report %1"_s.arg(number));
            }
            acknowledged += numbers.size();
            withoutAny += numbers.isEmpty() ? 1 : 0;
            const auto project = reopened(path);
            QVERIFY2(project, qPrintable(u"after kill %1"_s.arg(round)));
            QSet<QString> stored;
            for (const Article &article : (*project->snapshot())->articles())
                stored.insert(article.title.value);
            QVERIFY2(stored.contains(expected), qPrintable(u"after kill %1"_s.arg(round)));
            expected = stored; // what was committed but not said any more counts from now on
        }
        qInfo("%d kills, %lld acknowledged articles, 0 lost, %d kills before the first; %.1f kills/s", rounds, acknowledged, withoutAny,
              rounds * 1000.0 / static_cast<double>(std::max<qint64>(1, timer.elapsed())));
        QVERIFY2(acknowledged > 0, "every kill came before the first article: nothing was tried");
        QCOMPARE(QDir(m_folder.path()).entryList({u"*unfinished*"_s, u"*-journal"_s}), QStringList());
    }

    void undo_and_redo_are_whole_or_not_at_all()
    {
        const int rounds = kills(5);
        const QString path = fresh();
        constexpr int articles = 4;
        {
            const auto project = std::move(*Project::open(path, test::fixedClock()));
            QVERIFY(project->beginBatch(u"Import %n Article(s)"_s));
            for (int n = 0; n < articles; ++n)
                QVERIFY(project->addArticle(test::numbered(n)));
            QVERIFY(project->endBatch());
        }
        for (int round = 0; round < rounds; ++round) {
            const QList<int> states = killed(path, [](Project &project, auto acknowledge) {
                for (;;) {
                    const bool isUndo = !project.undoName().isEmpty();
                    if (isUndo ? project.undo() : project.redo())
                        acknowledge(isUndo ? 0 : articles);
                }
            });
            const auto project = reopened(path);
            QVERIFY2(project, qPrintable(u"after kill %1"_s.arg(round)));
            const auto stored = static_cast<int>((*project->snapshot())->articles().size());
            QVERIFY2(stored == 0 || stored == articles, "half a step");
            // At most one more step than was said.
            if (!states.isEmpty())
                QVERIFY(stored == states.last() || states.last() == articles - stored);
            QCOMPARE(project->undoName().isEmpty(), stored == 0);
        }
    }

    void a_backup_is_there_whole_or_not_at_all()
    {
        const int rounds = kills(10);
        const QString path = fresh();
        {
            const auto project = std::move(*Project::open(path, test::fixedClock()));
            for (int n = 0; n < 3; ++n)
                QVERIFY(project->addArticle(test::numbered(n)));
        }
        for (int round = 0; round < rounds; ++round) {
            const QString base = m_folder.filePath(u"b%1-%2.onrecord"_s.arg(round));
            const QList<int> made = killed(path, [base](Project &project, auto acknowledge) {
                for (int n = 0;; ++n) {
                    if (project.backup(base.arg(n)))
                        acknowledge(n);
                }
            });
            QVERIFY(reopened(path));
            for (const int n : made)
                QVERIFY(QFileInfo::exists(base.arg(n)));
            for (const QFileInfo &file : QDir(m_folder.path()).entryInfoList({u"b*.onrecord"_s}, QDir::Files)) {
                const auto copy = reopened(file.filePath());
                QVERIFY2(copy, qPrintable(file.fileName()));
                QCOMPARE((*copy->snapshot())->articles().size(), 3u);
                QFile::remove(file.filePath());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
