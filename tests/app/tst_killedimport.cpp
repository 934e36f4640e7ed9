// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// onrecord-cli import, killed at random instants. Whatever it had acknowledged on stdout is in the project, the project opens, and
// every digest holds. ONRECORD_KILLS says how often; two lanes run side by side.
#include "clirun.h"

#include "core/store/project.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>
#include <csignal>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int filesAtATime = 12;
constexpr int killsAProject = 20;

#ifdef NDEBUG
constexpr int killsByDefault = 1000;
#else
constexpr int killsByDefault = 40;
#endif

struct LaneReport {
    QString failure;
    int kills = 0;
    int inTime = 0;     ///< the process was still at work when it was killed
    int acknowledged = 0;
};

QByteArray article(int lane, int number)
{
    const QByteArray n = QByteArray::number(lane) + '-' + QByteArray::number(number);
    return "Report " + n + " of the lock keeper\n\n“Boat " + n + " passed the lock at noon,” said Vera Quint, the keeper. There were about " + QByteArray::number(number + 3)
        + " people on it, and nobody on the bank had anything to add to that.\n";
}

/// Starts an import of the folder and kills it after `delay` microseconds (or lets it end, below zero); the files it acknowledged.
QStringList importKilled(const QString &project, const QString &folder, qint64 delay, bool &wasKilled)
{
    QProcess process;
    process.start(cliProgram(), {u"import"_s, project, folder, u"--json"_s});
    process.waitForStarted();
    if (delay >= 0) {
        ::usleep(static_cast<useconds_t>(delay));
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    }
    process.waitForFinished(60'000);
    wasKilled = process.exitStatus() == QProcess::CrashExit;
    QStringList files;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object(); // a line cut by the kill is no acknowledgement
        if (object[u"state"_s] == u"imported"_s)
            files << QFileInfo(object[u"file"_s].toString()).fileName();
    }
    return files;
}

QString whatIsWrong(const QString &path, const QSet<QString> &acknowledged)
{
    const auto project = store::Project::open(path, std::make_shared<SystemClock>());
    if (!project)
        return u"the project does not open: %1"_s.arg(project.error().detail);
    const auto check = (*project)->check();
    if (!check || !check->ok)
        return u"the check failed: %1"_s.arg(check ? check->structure : check.error().detail);
    const auto snapshot = (*project)->snapshot();
    if (!snapshot)
        return u"the record cannot be read: %1"_s.arg(snapshot.error().detail);
    QSet<QString> there;
    for (const Article &one : (*snapshot)->articles())
        there.insert(one.fileName);
    for (const QString &name : acknowledged) {
        if (!there.contains(name))
            return u"%1 was acknowledged and is not there"_s.arg(name);
    }
    return {};
}

LaneReport runLane(int lane, int kills, const QString &root)
{
    LaneReport report;
    QRandomGenerator random(static_cast<quint32>(4711 + lane));
    qint64 whole = 0; // microseconds of an import that is let go to its end
    QString project;
    QSet<QString> acknowledged;
    for (int i = 0; i < kills && report.failure.isEmpty(); ++i) {
        const QString folder = root + u"/lane%1/%2"_s.arg(lane).arg(i);
        for (int f = 0; f < filesAtATime; ++f)
            writeFile(folder + u"/l%1-%2-%3.txt"_s.arg(lane).arg(i).arg(f), article(lane, i * filesAtATime + f));
        if (i % killsAProject == 0) {
            project = root + u"/lane%1-%2.onrecord"_s.arg(lane).arg(i);
            acknowledged.clear();
            if (!store::Project::create(project, std::make_shared<SystemClock>()))
                return {u"cannot make a project"_s};
        }
        bool wasKilled = false;
        if (whole == 0) {
            const QString rehearsal = root + u"/rehearsal%1.onrecord"_s.arg(lane);
            if (!store::Project::create(rehearsal, std::make_shared<SystemClock>()))
                return {u"cannot make a project"_s};
            QElapsedTimer timer;
            timer.start();
            importKilled(rehearsal, folder, -1, wasKilled);
            whole = timer.nsecsElapsed() / 1000;
        }
        const QStringList done = importKilled(project, folder, static_cast<qint64>(random.bounded(1.05) * static_cast<double>(whole)), wasKilled);
        acknowledged += QSet<QString>(done.begin(), done.end());
        report.acknowledged += static_cast<int>(done.size());
        report.inTime += wasKilled ? 1 : 0;
        ++report.kills;
        report.failure = whatIsWrong(project, acknowledged);
        QDir(folder).removeRecursively();
    }
    return report;
}

} // namespace

class TestKilledImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThere()
    {
        const int kills = qEnvironmentVariableIsSet("ONRECORD_KILLS") ? qEnvironmentVariableIntValue("ONRECORD_KILLS") : killsByDefault;
        QTemporaryDir dir;
        auto second = QtConcurrent::run(runLane, 2, kills / 2, dir.path());
        const LaneReport first = runLane(1, kills - kills / 2, dir.path());
        second.waitForFinished();
        const LaneReport other = second.result();
        QVERIFY2(first.failure.isEmpty(), qPrintable(first.failure));
        QVERIFY2(other.failure.isEmpty(), qPrintable(other.failure));
        qInfo("%d kills, %d of them during the import, %d articles acknowledged, none lost", first.kills + other.kills, first.inTime + other.inTime,
              first.acknowledged + other.acknowledged);
        QCOMPARE(first.kills + other.kills, kills);
        QVERIFY(first.inTime + other.inTime > kills / 2); // otherwise nothing was tried
        QVERIFY(first.acknowledged + other.acknowledged > 0);
    }
};

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killedimport.moc"
