// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a reader that a document has taken over could still do: tried from inside the very sandbox.
#include "app/reader/confineprogram.h"
#include "app/reader/sandbox.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

constexpr int couldNot = 10; // and above it the error
constexpr int could = 0;
constexpr int noSandbox = 71;

int result(long value)
{
    return value < 0 ? couldNot + errno : could;
}

QString inWords(int status)
{
    if (WIFSIGNALED(status))
        return u"killed by signal %1"_s.arg(WTERMSIG(status));
    const int code = WEXITSTATUS(status);
    if (code == could)
        return u"done"_s;
    return code > couldNot && code != noSandbox ? u"refused with %1"_s.arg(code - couldNot) : u"status %1"_s.arg(code);
}

/// What becomes of a process that enters the sandbox, forks if `inFork`, and there tries `deed`.
QString tried(const std::function<int()> &deed, bool inFork = true)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (!enterSandbox())
            std::_Exit(noSandbox);
        if (!inFork)
            std::_Exit(deed());
        const pid_t fork = ::fork();
        if (fork < 0)
            std::_Exit(noSandbox);
        if (fork == 0)
            std::_Exit(confineFork() ? deed() : noSandbox);
        int status = 0;
        ::waitpid(fork, &status, 0);
        if (WIFSIGNALED(status)) {
            ::signal(WTERMSIG(status), SIG_DFL);
            ::raise(WTERMSIG(status));
        }
        std::_Exit(WEXITSTATUS(status));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return inWords(status);
}

/// What becomes of a process that is confined for the program at `program` and tries `deed`.
QString triedAs(const QString &program, const std::function<int()> &deed)
{
    const pid_t child = ::fork();
    if (child == 0)
        std::_Exit(confineProgram(QFile::encodeName(program).toStdString(), {}) ? deed() : noSandbox);
    int status = 0;
    ::waitpid(child, &status, 0);
    return inWords(status);
}

void makeFile(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the sanitizer's own calls are not on the reader's list");
#endif
    }

    void whatADocumentsProcessCanDo_data()
    {
        QTest::addColumn<std::function<int()>>("deed");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, std::function<int()> deed, const QString &end) { QTest::newRow(name) << std::move(deed) << end; };
        const QString refused = u"refused with %1"_s.arg(EPERM);
        const QString killed = u"killed by signal %1"_s.arg(SIGSYS);
        row("take memory", [] { return ::malloc(1 << 20) ? could : couldNot; }, u"done"_s);
        row("end itself", [] { return ::raise(SIGUSR1); }, u"killed by signal %1"_s.arg(SIGUSR1));
        row("open a file", [] { return result(::open("/etc/passwd", O_RDONLY)); }, refused);
        row("open a file of its own", [] { return result(::open("/proc/self/maps", O_RDONLY)); }, refused);
        row("make a socket", [] { return result(::socket(AF_INET, SOCK_STREAM, 0)); }, killed);
        row("make a local socket", [] { return result(::socket(AF_UNIX, SOCK_STREAM, 0)); }, killed);
        row("make a pair of sockets", [] { int ends[2]; return result(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends)); }, refused);
        row("run a program", [] { return result(::execl("/bin/true", "true", nullptr)); }, killed);
        row("fork", [] { return result(::fork()); }, refused);
        row("make a thread", [] { return result(::syscall(SYS_clone, CLONE_VM | CLONE_THREAD | CLONE_SIGHAND, 0, 0, 0, 0)); }, refused);
        row("signal its parent", [] { return result(::syscall(SYS_tgkill, ::syscall(SYS_getppid), ::syscall(SYS_getppid), 0)); }, refused);
        row("signal the first process", [] { return result(::syscall(SYS_tgkill, 1, 1, 0)); }, refused);
        row("kill", [] { return result(::kill(1, 0)); }, refused);
        row("take a descriptor", [] { msghdr message{}; return result(::recvmsg(0, &message, MSG_DONTWAIT)); }, refused);
        row("raise a limit", [] { const rlimit more{4096, 4096}; return result(::setrlimit(RLIMIT_NOFILE, &more)); }, refused);
        row("become debuggable", [] { return result(::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)); }, refused);
        row("look into another process", [] { return result(::syscall(SYS_process_vm_readv, 1, nullptr, 0, nullptr, 0, 0)); }, refused);
        row("trace", [] { return result(::syscall(SYS_ptrace, 0, 0, 0, 0)); }, killed);
    }
    void whatADocumentsProcessCanDo()
    {
        QFETCH(std::function<int()>, deed);
        QTEST(tried(deed), "end");
    }

    void whatItsParentCanDo_data()
    {
        QTest::addColumn<std::function<int()>>("deed");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, std::function<int()> deed, const QString &end) { QTest::newRow(name) << std::move(deed) << end; };
        row("open a file", [] { return result(::open("/etc/passwd", O_RDONLY)); }, u"refused with %1"_s.arg(EPERM));
        row("make a socket", [] { return result(::socket(AF_INET, SOCK_STREAM, 0)); }, u"killed by signal %1"_s.arg(SIGSYS));
        row("fork into a namespace", [] { return result(::syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)); }, u"refused with %1"_s.arg(EPERM));
        row("raise a limit", [] { const rlimit more{4096, 4096}; return result(::setrlimit(RLIMIT_NOFILE, &more)); }, u"refused with %1"_s.arg(EPERM));
    }
    void whatItsParentCanDo()
    {
        QFETCH(std::function<int()>, deed);
        QTEST(tried(deed, false), "end");
    }

    void whatTheProgramForRecognitionCanDo_data()
    {
        QTest::addColumn<std::function<int()>>("deed");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, std::function<int()> deed, const QString &end) { QTest::newRow(name) << std::move(deed) << end; };
        const QString refused = u"refused with %1"_s.arg(ENOSYS);
        row("look at a descriptor", [] { return result(::fcntl(0, F_GETFL)); }, u"done"_s);
        row("double one", [] { return result(::fcntl(0, F_DUPFD_CLOEXEC, 3)); }, u"done"_s);
        row("not wait", [] { return result(::fcntl(0, F_SETFL, ::fcntl(0, F_GETFL) | O_NONBLOCK)); }, u"done"_s);
        row("have another process signalled", [] { return result(::fcntl(0, F_SETOWN, 1)); }, refused);
        row("have a group signalled", [] { f_owner_ex owner{F_OWNER_PGRP, 1}; return result(::fcntl(0, F_SETOWN_EX, &owner)); }, refused);
        row("choose the signal", [] { return result(::fcntl(0, F_SETSIG, SIGKILL)); }, refused);
        row("have signals sent", [] { return result(::fcntl(0, F_SETFL, ::fcntl(0, F_GETFL) | O_ASYNC)); }, refused);
        row("lock a file", [] { flock lock{}; lock.l_type = F_RDLCK; return result(::fcntl(0, F_SETLK, &lock)); }, refused);
        row("take a lease", [] { return result(::fcntl(0, F_SETLEASE, F_RDLCK)); }, refused);
        row("watch a folder", [] { return result(::fcntl(0, F_NOTIFY, DN_MODIFY)); }, refused);
        row("kill", [] { return result(::kill(1, 0)); }, refused);
        row("fork", [] { return result(::fork()); }, refused);
        row("make a socket", [] { return result(::socket(AF_INET, SOCK_STREAM, 0)); }, refused);
    }
    void whatTheProgramForRecognitionCanDo()
    {
        QFETCH(std::function<int()>, deed);
        QTEST(triedAs(u"/usr/bin/true"_s, deed), "end");
    }

    void whatTheProgramForRecognitionCanRead_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("can");
        QTest::newRow("itself") << u"bin/ocr"_s << u"bin/ocr"_s << true;
        QTest::newRow("what lies beside it") << u"bin/ocr"_s << u"bin/letter.txt"_s << false;
        QTest::newRow("what lies in a folder beside it") << u"home/ocr"_s << u"home/letters/letter.txt"_s << false;
        QTest::newRow("a library beside it") << u"home/ocr"_s << u"home/libocr.so.5"_s << true;
        QTest::newRow("a library of its place") << u"bin/ocr"_s << u"lib/libocr.so.5"_s << true;
        QTest::newRow("anything else there") << u"bin/ocr"_s << u"lib/letter.txt"_s << false;
        QTest::newRow("its data") << u"bin/ocr"_s << u"share/tessdata/eng.traineddata"_s << true;
        QTest::newRow("data beside it") << u"home/ocr"_s << u"home/tessdata/eng.traineddata"_s << true;
        QTest::newRow("the system's settings") << u"bin/ocr"_s << u"/etc/passwd"_s << false;
    }
    void whatTheProgramForRecognitionCanRead()
    {
        QFETCH(QString, program);
        QFETCH(QString, file);
        QFETCH(bool, can);
        if (::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) < 0) // asks for the version
            QSKIP("this kernel has no Landlock");
        const QTemporaryDir dir;
        makeFile(dir.filePath(program));
        const QString path = file.startsWith(u'/') ? file : dir.filePath(file);
        if (!QFile::exists(path))
            makeFile(path);
        const QByteArray name = QFile::encodeName(path);
        QCOMPARE(triedAs(dir.filePath(program), [&] { return result(::open(name.constData(), O_RDONLY)); }),
                 can ? u"done"_s : u"refused with %1"_s.arg(EACCES));
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
