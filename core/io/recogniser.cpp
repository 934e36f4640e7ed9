// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/recogniser.h"

#include "core/io/descriptor.h"
#include "core/io/readerprocess.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace onrecord::io {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds tick{50}; // how often Cancel is looked at
constexpr int noProgram = 72;                 // of onrecord-recognise: the program could not be run

QString words(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

/// A process whose stdin and stdout are the other end of our socket. Ended with this.
class Process
{
public:
    static Result<Process> start(const QStringList &command)
    {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return fail(Fault::Internal, words(errno));
        const Descriptor theirs(ends[1]);
        ::fcntl(ends[0], F_SETFL, ::fcntl(ends[0], F_GETFL) | O_NONBLOCK);
        Process process(ends[0]);
        if (const int error = process.spawn(command, theirs.number()); error != 0)
            return fail(Fault::Internal, command.first() + u": "_s + words(error));
        return process;
    }

    Process(Process &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1)),
          m_pid(std::exchange(other.m_pid, -1))
    {
    }
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;
    Process &operator=(Process &&) = delete;
    ~Process()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        if (m_pid > 0) {
            ::kill(-m_pid, SIGKILL);
            [[maybe_unused]] const int ended = status();
        }
    }

    [[nodiscard]] int socket() const { return m_socket; }

    /// How it ended; one that lives on for more than a second though it has closed its output is ended.
    int status()
    {
        int status = 0;
        for (int waited = 0; m_pid > 0; ++waited) {
            const pid_t ended = ::waitpid(m_pid, &status, waited < 1000 ? WNOHANG : 0);
            if (ended == m_pid || (ended < 0 && errno != EINTR))
                m_pid = -1;
            else if (waited == 999)
                ::kill(-m_pid, SIGKILL);
            else if (ended == 0)
                ::usleep(1000);
        }
        return status;
    }

private:
    explicit Process(int socket) : m_socket(socket) {}

    int spawn(const QStringList &command, int line)
    {
        std::vector<QByteArray> kept{"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"};
        if (const QByteArray data = qgetenv("TESSDATA_PREFIX"); !data.isEmpty())
            kept.push_back("TESSDATA_PREFIX=" + data);
        const auto environmentSize = static_cast<std::ptrdiff_t>(kept.size());
        for (const QString &word : command)
            kept.push_back(QFile::encodeName(word));
        std::vector<char *> pointers;
        for (QByteArray &word : kept)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        std::vector<char *> environment(pointers.begin(), pointers.begin() + environmentSize);
        environment.push_back(nullptr);
        char **const arguments = pointers.data() + environmentSize;

        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, line, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, line, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
        posix_spawn_file_actions_addchdir_np(&actions, "/");
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
        const int error = ::posix_spawn(&m_pid, arguments[0], &actions, &attributes, arguments, environment.data());
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }

    int m_socket;
    pid_t m_pid = -1;
};

/// Sends what is left of `input` as far as it goes; its end is told. A program that does not read on is none of our
/// business.
void send(int socket, QByteArrayView &input, bool &isSent)
{
    while (!input.isEmpty()) {
        const ssize_t done = ::send(socket, input.data(), static_cast<size_t>(input.size()), MSG_NOSIGNAL);
        if (done < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        input = done < 0 ? QByteArrayView() : input.sliced(done);
    }
    ::shutdown(socket, SHUT_WR);
    isSent = true;
}

/// Everything that comes back until the other side ends it.
Result<QByteArray> exchange(int socket, QByteArrayView input, qint64 cap, Clock::time_point deadline,
                            const std::function<bool()> &isCancelled)
{
    QByteArray out;
    std::array<char, 65536> buffer;
    for (bool isSent = false;;) {
        if (isCancelled && isCancelled())
            return fail(Fault::Cancelled);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0)
            return fail(Fault::TimedOut, u"recognising a page took too long"_s);
        pollfd line{socket, static_cast<short>(POLLIN | (isSent ? 0 : POLLOUT)), 0};
        if (::poll(&line, 1, static_cast<int>(std::min(left, tick).count())) < 0 && errno != EINTR)
            return fail(Fault::Internal, words(errno));
        if ((line.revents & POLLOUT) && !isSent)
            send(socket, input, isSent);
        if (!(line.revents & (POLLIN | POLLHUP | POLLERR)))
            continue;
        const ssize_t got = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return out;
        out.append(buffer.data(), std::max<qsizetype>(got, 0));
        if (out.size() > cap)
            return fail(Fault::TooLarge, u"what was recognised in a page is more than can be taken in"_s);
    }
}

QString ending(int status)
{
    if (WIFSIGNALED(status))
        return u"the program for text recognition died of signal %1 (%2)"_s.arg(WTERMSIG(status))
            .arg(QString::fromLatin1(::strsignal(WTERMSIG(status))));
    return u"the program for text recognition could not read the picture, which is damaged or of a kind that it does not know (status %1)"_s
        .arg(WEXITSTATUS(status));
}

/// ISO 639-2/T, which the program's codes are built on; Chinese has one for each script.
QString codeOf(const QString &language)
{
    const QLocale locale(language);
    if (locale.language() == QLocale::Chinese)
        return locale.script() == QLocale::TraditionalHanScript ? u"chi_tra"_s : u"chi_sim"_s;
    return locale.language() == QLocale::C ? QString()
                                           : QLocale::languageToCode(locale.language(), QLocale::ISO639Part2T);
}

} // namespace

Recogniser::Recogniser(QString program) : Recogniser(std::move(program), Limits{}) {}
Recogniser::Recogniser(QString program, Limits limits)
    : m_program(program.isEmpty() ? usualProgram() : std::move(program)),
      m_limits(limits)
{
}

QString Recogniser::usualProgram()
{
    for (const QString &path : {u"/usr/bin/tesseract"_s, u"/usr/local/bin/tesseract"_s}) {
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

Result<Recogniser::Installed> Recogniser::installed() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_installed)
        m_installed = ask();
    return *m_installed;
}

Result<Recogniser::Installed> Recogniser::ask() const
{
    if (m_program.isEmpty())
        return fail(Fault::NoRecogniser);
    if (!m_program.startsWith(u'/') || !QFileInfo(m_program).isExecutable())
        return fail(Fault::NoRecogniser, m_program);
    static const QRegularExpression version(u"^tesseract v?(\\d[\\w.-]{0,40})"_s);
    static const QRegularExpression language(u"^[A-Za-z][\\w/-]{1,60}$"_s);
    const auto said = run({u"--version"_s}, {}, {});
    const auto listed = said ? run({u"--list-langs"_s}, {}, {}) : said;
    if (!listed)
        return fail(Fault::NoRecogniser, m_program + u": "_s + listed.error().detail);
    const auto match = version.match(QString::fromUtf8(said->left(200)));
    if (!match.hasMatch())
        return fail(Fault::NoRecogniser, m_program + u": it does not say that it is Tesseract"_s);
    Installed installed{u"Tesseract "_s + match.captured(1), {}, false};
    const QStringList lines = QString::fromUtf8(*listed).split(u'\n').sliced(1); // the first says where they are
    for (const QString &line : lines) {
        installed.turnsPages = installed.turnsPages || line == "osd"_L1;
        if (language.match(line).hasMatch() && line != "osd"_L1 && line != "equ"_L1
            && installed.languages.size() < 1000)
            installed.languages << line;
    }
    if (installed.languages.isEmpty())
        return fail(Fault::NoRecogniser, m_program + u": no language is installed for it"_s);
    return installed;
}

Result<QByteArray> Recogniser::recognise(const Page &page, const QStringList &languages,
                                         const std::function<bool()> &isCancelled) const
{
    const auto known = installed();
    if (!known)
        return std::unexpected(known.error());
    QStringList arguments{u"stdin"_s, u"stdout"_s,         u"--psm"_s, known->turnsPages ? u"1"_s : u"3"_s,
                          u"-l"_s,    languages.join(u'+')};
    if (page.dotsPerInch > 0)
        arguments << u"--dpi"_s << QString::number(page.dotsPerInch);
    // Without a number it reads every page of the file.
    arguments << u"-c"_s << u"tessedit_page_number=%1"_s.arg(page.number) << u"-c"_s << u"tessedit_create_tsv=1"_s;
    return run(arguments, page.picture, isCancelled);
}

Result<QByteArray> Recogniser::run(const QStringList &arguments, QByteArrayView input,
                                   const std::function<bool()> &isCancelled) const
{
    const QString launcher = ReaderProcess::installedProgram(u"onrecord-recognise"_s);
    if (launcher.isEmpty())
        return fail(Fault::Internal, u"onrecord-recognise is not beside this program"_s);
    auto process = Process::start(QStringList{launcher, m_program} + arguments);
    if (!process)
        return std::unexpected(process.error());
    auto out = exchange(process->socket(), input, m_limits.answerBytes, Clock::now() + m_limits.time, isCancelled);
    if (!out)
        return out;
    const int status = process->status();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return out;
    if (WIFEXITED(status) && WEXITSTATUS(status) == noProgram)
        return fail(Fault::NoRecogniser, m_program);
    return fail(WIFSIGNALED(status) ? Fault::ReaderCrashed : Fault::Malformed, ending(status));
}

QStringList usualLanguages(const QStringList &wanted, const QStringList &installed)
{
    QStringList out;
    for (const QString &language : wanted + QStringList{u"en"_s}) {
        if (const QString code = codeOf(language); installed.contains(code) && !out.contains(code))
            out << code;
    }
    return out.isEmpty() ? installed.first(std::min<qsizetype>(1, installed.size())) : out;
}

} // namespace onrecord::io
