// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The system calls of an import of scans: the program that recognises their text makes no socket, starts nothing,
// writes nothing but its answer, and opens nothing outside the folders of programs and their data.
#include "clirun.h"
#include "straced.h"
#include "tests/support/scans.h"

#include <QGuiApplication>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord::test;
using namespace Qt::StringLiterals;

class TestStraceScan : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_folder;
    std::vector<Call> m_calls;
    QSet<int> m_confined; ///< processes of the program, from its first call on
    CliRun m_run;

    [[nodiscard]] static bool hasSucceeded(const Call &call)
    {
        return !call.line.contains(u") = -1 "_s) && !call.line.contains(u"unfinished"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString strace = QStandardPaths::findExecutable(u"strace"_s);
        if (strace.isEmpty() || !QFile::exists(u"/usr/bin/tesseract"_s))
            QSKIP("strace or Tesseract is not installed: nobody watched the system calls of text recognition");
        QProcess probe;
        probe.start(strace, {u"-f"_s, u"-o"_s, m_dir.filePath(u"probe"_s), u"true"_s});
        if (!probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("ptrace is forbidden here: nobody watched the system calls of text recognition");
        m_folder = m_dir.filePath(u"scans"_s);
        const QImage page = scanOf({u"<p>The owner of the mill gave in on Monday, after two years of dispute.</p>"_s},
                                   {.dotsPerInch = 150});
        writeFile(m_folder + u"/a.png"_s, encoded(page, "PNG"));
        writeFile(m_folder + u"/b.pdf"_s,
                  scannedPdf({scanOf({u"<p>Nobody will grind there before the wheel is mended, said Ann Ray.</p>"_s},
                                     {.dotsPerInch = 150})}));
        writeFile(m_folder + u"/c.png"_s, encoded(page, "PNG").first(4000)); // cut off
        const QString project = m_dir.filePath(u"project.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, project}).code, 0);
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_dir.filePath(u"data"_s));
        process.setProcessEnvironment(environment);
        const QString log = m_dir.filePath(u"log"_s);
        process.start(strace,
                      {u"-f"_s, u"-qq"_s, u"-y"_s, u"-s"_s, u"4096"_s, u"-o"_s, log, u"-e"_s,
                       u"trace=%file,%network,%process,prctl,seccomp"_s, cliProgram(), u"import"_s, project, m_folder,
                       u"--json"_s});
        QVERIFY(process.waitForFinished(240'000));
        m_run = {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_calls = callsIn(QString::fromUtf8(file.readAll()), m_dir.path());
        for (const Call &call : m_calls) {
            if (call.name == "execve"_L1 && call.paths.value(0) == "/usr/bin/tesseract"_L1)
                m_confined << call.process;
        }
    }

    void theScansWereRead()
    {
        const QJsonObject totals = m_run.lines().value(m_run.lines().size() - 1);
        QVERIFY2(totals[u"imported"_s].toInt() >= 2, m_run.out.constData());
        QVERIFY2(m_confined.size() >= 4, "the two questions after version and languages, and a page each");
    }

    void noSocketIsMade()
    {
        for (const Call &call : m_calls) {
            // The program's libraries may ask for one; they do not get it.
            const bool isOne = call.name == "socket"_L1 || call.name == "connect"_L1 || call.name == "bind"_L1 || call.name == "listen"_L1;
            QVERIFY2(!isOne || (m_confined.contains(call.process) && !hasSucceeded(call)), qPrintable(call.line));
            QVERIFY2(call.name != "socketpair"_L1
                         || (call.line.contains(u"AF_UNIX"_s) && !m_confined.contains(call.process)),
                     qPrintable(call.line));
        }
    }

    void noOtherProgramIsRun()
    {
        const QString folder = QFileInfo(cliProgram()).path();
        const QStringList programs{cliProgram(), folder + u"/onrecord-reader"_s, folder + u"/onrecord-reader-pdf"_s,
                                   folder + u"/onrecord-recognise"_s, u"/usr/bin/tesseract"_s};
        for (const Call &call : m_calls) {
            if (call.name.startsWith("execve"_L1))
                QVERIFY2(programs.contains(call.paths.value(0)), qPrintable(call.line));
            const bool startsOne = call.name.startsWith("clone"_L1) || call.name.endsWith("fork"_L1);
            QVERIFY2(!startsOne || !m_confined.contains(call.process) || !hasSucceeded(call), qPrintable(call.line));
        }
    }

    void itIsConfinedBeforeItStarts()
    {
        QSet<int> filtered;
        for (const Call &call : m_calls) {
            if (call.line.contains(u"SECCOMP_SET_MODE_FILTER, 0, {"_s)
                || call.line.contains(u"SECCOMP_MODE_FILTER, {"_s))
                filtered << call.process;
            if (call.name == "execve"_L1 && call.paths.value(0) == "/usr/bin/tesseract"_L1)
                QVERIFY2(filtered.contains(call.process), qPrintable(call.line));
        }
    }

    void itOpensProgramsAndTheirDataAlone()
    {
        QSet<int> running;
        int opened = 0;
        for (const Call &call : m_calls) {
            if (call.name == "execve"_L1 && call.paths.value(0) == "/usr/bin/tesseract"_L1)
                running << call.process;
            if (!running.contains(call.process) || !opens(call) || !hasSucceeded(call))
                continue;
            ++opened;
            const QString path = call.line.section(u"= "_s, -1).section(u'<', 1).section(u'>', 0, -2); // of what came back
            QVERIFY2(call.line.contains(u"O_RDONLY"_s) && !call.line.contains(u"O_CREAT"_s), qPrintable(call.line));
            QVERIFY2(path.startsWith(u"/usr/"_s) || path.startsWith(u"/lib"_s) || path == "/etc/ld.so.cache"_L1,
                     qPrintable(call.line));
        }
        QVERIFY(opened > 10);
        static const QSet<QString> changing{u"unlink"_s, u"unlinkat"_s, u"rename"_s,   u"renameat"_s, u"renameat2"_s,
                                            u"mkdir"_s,  u"mkdirat"_s,  u"truncate"_s, u"chmod"_s,    u"fchmodat"_s,
                                            u"link"_s,   u"linkat"_s,   u"symlink"_s,  u"mknod"_s,    u"creat"_s};
        for (const Call &call : m_calls)
            QVERIFY2(!running.contains(call.process) || !changing.contains(call.name) || !hasSucceeded(call),
                     qPrintable(call.line));
    }
};

QTEST_MAIN(TestStraceScan)
#include "tst_stracescan.moc"
