// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readerprocess.h"

#include "core/io/descriptor.h"
#include "core/io/readerline.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace onrecord::io {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds tick{50}; // how often Cancel is looked at while the reader works

QString words(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

/// One document's line: the question goes out, one frame comes back. Unlike a pipe it can be written to without SIGPIPE when the
/// reader is gone.
class Line
{
public:
    /// `socket` is made non-blocking.
    explicit Line(int socket) : m_socket(socket) { ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK); }

    /// Sends `out` and gathers one frame of at most `cap` bytes, both at once, so that neither side can wait for ever. ReaderCrashed
    /// when the other side closes the line before.
    Result<QByteArray> ask(std::array<QByteArrayView, 4> out, quint32 cap, Clock::time_point deadline, const std::function<bool()> &isCancelled)
    {
        size_t part = 0;
        qsizetype sent = 0;
        QByteArray header;
        QByteArray body;
        qint64 expected = -1;
        while (expected < 0 || body.size() < expected) {
            if (isCancelled && isCancelled())
                return fail(Fault::Cancelled);
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
            if (left.count() <= 0)
                return fail(Fault::TimedOut, u"the reader took too long"_s);
            pollfd line{m_socket, static_cast<short>(POLLIN | (part < out.size() ? POLLOUT : 0)), 0};
            if (::poll(&line, 1, static_cast<int>(std::min(left, tick).count())) < 0 && errno != EINTR)
                return fail(Fault::Internal, words(errno));
            if ((line.revents & POLLOUT) && !send(out, part, sent))
                return fail(Fault::ReaderCrashed, u"the reader closed its line"_s);
            if (line.revents & (POLLIN | POLLHUP | POLLERR)) {
                const auto more = expected < 0 ? receive(header, frameHeader) : receive(body, expected);
                if (!more)
                    return fail(Fault::ReaderCrashed, u"the reader closed its line"_s);
            }
            if (expected < 0 && header.size() == frameHeader) {
                expected = lengthOf(header);
                if (expected > cap)
                    return fail(Fault::TooLarge, u"the reader's answer would have %1 bytes"_s.arg(expected));
            }
        }
        if (part < out.size())
            return fail(Fault::ReaderCrashed, u"the reader answered before it had read the file"_s);
        return body;
    }

private:
    bool send(const std::array<QByteArrayView, 4> &out, size_t &part, qsizetype &sent) const
    {
        while (part < out.size()) {
            const QByteArrayView rest = out[part].sliced(sent);
            if (rest.isEmpty()) {
                ++part;
                sent = 0;
                continue;
            }
            const ssize_t done = ::send(m_socket, rest.data(), static_cast<size_t>(rest.size()), MSG_NOSIGNAL);
            if (done < 0)
                return errno == EAGAIN || errno == EINTR;
            sent += done;
        }
        return true;
    }

    /// Appends what is there, up to `size` in all; false when the line is closed or broken.
    bool receive(QByteArray &into, qint64 size) const
    {
        std::array<char, 65536> buffer;
        const auto wanted = static_cast<size_t>(std::min<qint64>(size - into.size(), buffer.size()));
        if (wanted == 0)
            return true;
        const ssize_t got = ::recv(m_socket, buffer.data(), wanted, 0);
        if (got < 0)
            return errno == EAGAIN || errno == EINTR;
        into.append(buffer.data(), got);
        return got > 0;
    }

    int m_socket;
};

QString ending(int status)
{
    if (WIFSIGNALED(status))
        return u"the reader died of signal %1 (%2)"_s.arg(WTERMSIG(status)).arg(QString::fromLatin1(::strsignal(WTERMSIG(status))));
    return u"the reader ended early, with status %1"_s.arg(WEXITSTATUS(status));
}

} // namespace

/// The confined process whose forks read, and our end of the socket to it.
class ReaderProcess::Child
{
public:
    static Result<std::unique_ptr<Child>> start(const QString &program);

    ~Child()
    {
        ::close(m_socket);
        if (m_pid > 0) {
            ::kill(-m_pid, SIGKILL); // its own process group: the fork at work goes with it
            while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
        }
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    [[nodiscard]] pid_t processId() const { return m_pid; }

    /// The fork that waits for a document gets this line, the next one that is made the next. False when the process is gone.
    [[nodiscard]] bool give(int line)
    {
        m_isOut = giveDescriptor(m_socket, line);
        return m_isOut;
    }

    /// Waits for the last fork's end; how it ended, or nothing when it did not within a second or the process is gone.
    std::optional<int> status()
    {
        pollfd line{m_socket, POLLIN, 0};
        int status = 0;
        if (!m_isOut)
            return 0;
        if (::poll(&line, 1, 1000) != 1 || ::recv(m_socket, &status, sizeof status, MSG_DONTWAIT) != sizeof status)
            return std::nullopt;
        m_isOut = false;
        return status;
    }

private:
    Child(pid_t pid, int socket) : m_pid(pid), m_socket(socket) {}

    pid_t m_pid;
    int m_socket;
    bool m_isOut = false; ///< a document was given out and its fork's end was not heard of yet
};

Result<std::unique_ptr<ReaderProcess::Child>> ReaderProcess::Child::start(const QString &program)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(Fault::Internal, words(errno));
    const int ours = ends[0];
    const Descriptor theirs(ends[1]);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, theirs.number(), STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    // Its own process group: a Ctrl-C at the terminal is for us to handle, the reader ends with its line.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);

    const QByteArray path = QFile::encodeName(program);
    QByteArray name = path;
    // No environment but what keeps messages and encodings the same everywhere, and has the linker do all its work before the first fork.
    QByteArray locale("LC_ALL=C.UTF-8");
    QByteArray linking("LD_BIND_NOW=1");
    const std::array<char *, 2> arguments{name.data(), nullptr};
    const std::array<char *, 3> environment{locale.data(), linking.data(), nullptr};
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, path.constData(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
        ::close(ours);
        return fail(Fault::Internal, u"the reader could not be started: "_s + program + u": "_s + words(error));
    }
    return std::unique_ptr<Child>(new Child(pid, ours));
}

ReaderProcess::ReaderProcess() : ReaderProcess(installedProgram()) {}
ReaderProcess::ReaderProcess(QString program) : ReaderProcess(std::move(program), Limits{}) {}
ReaderProcess::ReaderProcess(QString program, Limits limits) : m_program(std::move(program)), m_limits(limits) {}
ReaderProcess::~ReaderProcess() = default;

qint64 ReaderProcess::processId() const
{
    return m_child ? m_child->processId() : 0;
}

QString ReaderProcess::installedProgram(const QString &name)
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &path : {QString(here + u'/' + name), QString(here + u"/../libexec/onrecord/"_s + name)}) {
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

Result<ReadDocument> ReaderProcess::read(QByteArrayView bytes, const ReadHints &hints, const std::function<bool()> &isCancelled)
{
    return ask(bytes, {hints, -1}, isCancelled).and_then(decodeAnswer);
}

Result<PagePicture> ReaderProcess::draw(QByteArrayView bytes, qint32 page, const std::function<bool()> &isCancelled)
{
    return ask(bytes, {{}, page}, isCancelled).and_then(decodePicture);
}

Result<QByteArray> ReaderProcess::ask(QByteArrayView bytes, const Question &question,
                                      const std::function<bool()> &isCancelled)
{
    if (bytes.isEmpty())
        return fail(Fault::Empty, u"the file is empty"_s);
    if (bytes.size() > std::numeric_limits<qint32>::max())
        return fail(Fault::TooLarge);
    const QByteArray encoded = encodeQuestion(question);
    if (encoded.size() > qsizetype(largestHints))
        return fail(Fault::TooLarge, u"more was recognised in it than can be taken in"_s);
    // The fork of the document before has ended by now; one that did not is ended. So is a process that was killed meanwhile.
    ChildPtr &child = mayBePdf(bytes) ? m_pdfChild : m_child;
    if (child && child->status() != 0)
        child.reset();
    return askOnce(child, bytes, encoded, isCancelled);
}

Result<void> ReaderProcess::start(ChildPtr &child)
{
    if (m_program.isEmpty())
        return fail(Fault::Internal, u"onrecord-reader is not beside this program"_s);
    auto started = Child::start(&child == &m_pdfChild ? m_program + u"-pdf"_s : m_program);
    if (!started)
        return std::unexpected(started.error());
    child = std::move(*started);
    ++m_starts;
    return {};
}

Result<QByteArray> ReaderProcess::askOnce(ChildPtr &child, QByteArrayView bytes, const QByteArray &question, const std::function<bool()> &isCancelled)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(Fault::Internal, words(errno));
    const Descriptor ours(ends[0]);
    {
        const Descriptor theirs(ends[1]);
        if (!child || !child->give(theirs.number())) {
            child.reset();
            if (const auto started = start(child); !started)
                return std::unexpected(started.error());
            if (!child->give(theirs.number()))
                return fail(Fault::ReaderCrashed, u"the reader ended at once"_s);
        }
    }
    const QByteArray questionLength = frameLength(static_cast<quint32>(question.size()));
    const QByteArray bytesLength = frameLength(static_cast<quint32>(bytes.size()));
    auto reply = Line(ours.number()).ask({questionLength, question, bytesLength, bytes}, m_limits.answerBytes, Clock::now() + m_limits.time, isCancelled);
    if (reply)
        return reply;
    Error error = reply.error();
    const auto status = error.fault == Fault::ReaderCrashed ? child->status() : std::nullopt;
    if (status)
        error.detail = ending(*status);
    else
        child.reset(); // at work still, or gone
    return std::unexpected(error);
}

} // namespace onrecord::io
