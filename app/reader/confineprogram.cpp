// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "confineprogram.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <dirent.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace onrecord {

namespace {

constexpr rlim_t mebibyte = 1024 * 1024;
constexpr rlim_t mostSeconds = 60;

bool limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit value{most, most};
    return ::setrlimit(resource, &value) == 0;
}

bool setLimits()
{
    return limit(RLIMIT_AS, 2048 * mebibyte) && limit(RLIMIT_CPU, mostSeconds) && limit(RLIMIT_FSIZE, 0)
        && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 32) && limit(RLIMIT_STACK, 16 * mebibyte);
}

constexpr std::uint64_t readingFiles = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t reading = readingFiles | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t running = reading | LANDLOCK_ACCESS_FS_EXECUTE;

void allow(int ruleset, const std::string &path, std::uint64_t rights)
{
    if (path.empty())
        return;
    const int place = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    struct stat status = {};
    if (place < 0)
        return;
    if (::fstat(place, &status) == 0 && !S_ISDIR(status.st_mode))
        rights &= ~LANDLOCK_ACCESS_FS_READ_DIR;
    landlock_path_beneath_attr rule = {};
    rule.allowed_access = rights;
    rule.parent_fd = place;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(place);
}

/// The libraries in a folder, which may be anybody's, one by one.
void allowLibraries(int ruleset, const std::string &folder)
{
    constexpr int most = 500;
    DIR *const entries = ::opendir(folder.c_str());
    if (!entries)
        return;
    int count = 0;
    for (const dirent *entry = ::readdir(entries); entry && count < most; entry = ::readdir(entries)) {
        const std::string_view name(entry->d_name);
        if (name.starts_with("lib") && name.find(".so") != std::string_view::npos) {
            allow(ruleset, folder + '/' + entry->d_name, running);
            ++count;
        }
    }
    ::closedir(entries);
}

/// A program in PLACE/bin has its libraries in PLACE/lib and its data in PLACE/share/tessdata; one that stands alone has them beside it.
void allowOwn(int ruleset, const std::string &program)
{
    if (program.starts_with("/usr/"))
        return; // all of which may be read and run
    const std::string folder = program.substr(0, program.rfind('/'));
    allow(ruleset, program, running);
    allowLibraries(ruleset, folder);
    allow(ruleset, folder + "/tessdata", reading);
    if (!folder.ends_with("/bin"))
        return;
    const std::string place = folder.substr(0, folder.size() - 4);
    for (const char *libraries : {"/lib", "/lib64"})
        allowLibraries(ruleset, place + libraries);
    allow(ruleset, place + "/share/tessdata", reading);
}

/// Kernels before 5.13, and those told to do without, have no Landlock: then the filter of calls still keeps it from writing. False when
/// the kernel has it and it could not be put in place.
bool forbidFiles(const std::string &program, const std::string &data)
{
    landlock_ruleset_attr rules = {};
    rules.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // every right of the first version
    const auto ruleset =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0));
    if (ruleset < 0)
        return errno == ENOSYS || errno == EOPNOTSUPP;
    for (const char *folder : {"/usr", "/lib", "/lib64"})
        allow(ruleset, folder, running);
    allow(ruleset, "/etc/ld.so.cache", readingFiles);
    allowOwn(ruleset, program);
    allow(ruleset, data, reading);
    const bool isOn = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return isOn;
}

/// What is not named is answered as by a kernel that does not have it: a C library then takes another way, or does
/// without.
bool filterCalls()
{
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (!filter)
        return false;
    bool ok = true;
    for (const int call : std::to_array<int>({SCMP_SYS(read),
                                              SCMP_SYS(write),
                                              SCMP_SYS(readv),
                                              SCMP_SYS(writev),
                                              SCMP_SYS(pread64),
                                              SCMP_SYS(close),
                                              SCMP_SYS(lseek),
                                              SCMP_SYS(fstat),
                                              SCMP_SYS(stat),
                                              SCMP_SYS(lstat),
                                              SCMP_SYS(newfstatat),
                                              SCMP_SYS(statx),
                                              SCMP_SYS(access),
                                              SCMP_SYS(faccessat),
                                              SCMP_SYS(faccessat2),
                                              SCMP_SYS(readlink),
                                              SCMP_SYS(readlinkat),
                                              SCMP_SYS(getdents64),
                                              SCMP_SYS(getcwd),
                                              SCMP_SYS(dup),
                                              SCMP_SYS(dup2),
                                              SCMP_SYS(dup3),
                                              SCMP_SYS(fadvise64),
                                              SCMP_SYS(poll),
                                              SCMP_SYS(ppoll),
                                              SCMP_SYS(mmap),
                                              SCMP_SYS(munmap),
                                              SCMP_SYS(mremap),
                                              SCMP_SYS(mprotect),
                                              SCMP_SYS(madvise),
                                              SCMP_SYS(brk),
                                              SCMP_SYS(arch_prctl),
                                              SCMP_SYS(futex),
                                              SCMP_SYS(rseq),
                                              SCMP_SYS(set_tid_address),
                                              SCMP_SYS(set_robust_list),
                                              SCMP_SYS(rt_sigreturn),
                                              SCMP_SYS(rt_sigprocmask),
                                              SCMP_SYS(rt_sigaction),
                                              SCMP_SYS(sigaltstack),
                                              SCMP_SYS(clock_gettime),
                                              SCMP_SYS(clock_getres),
                                              SCMP_SYS(clock_nanosleep),
                                              SCMP_SYS(nanosleep),
                                              SCMP_SYS(gettimeofday),
                                              SCMP_SYS(time),
                                              SCMP_SYS(times),
                                              SCMP_SYS(getrandom),
                                              SCMP_SYS(getpid),
                                              SCMP_SYS(getppid),
                                              SCMP_SYS(gettid),
                                              SCMP_SYS(getuid),
                                              SCMP_SYS(geteuid),
                                              SCMP_SYS(getgid),
                                              SCMP_SYS(getegid),
                                              SCMP_SYS(uname),
                                              SCMP_SYS(sysinfo),
                                              SCMP_SYS(getrusage),
                                              SCMP_SYS(getrlimit),
                                              SCMP_SYS(sched_yield),
                                              SCMP_SYS(sched_getaffinity),
                                              SCMP_SYS(restart_syscall),
                                              SCMP_SYS(exit),
                                              SCMP_SYS(exit_group),
                                              SCMP_SYS(execve)}))
        ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    // Of descriptors: no owner to be signalled, no signal chosen, no lock, no lease.
    for (const int deed : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC})
        ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(deed))) == 0;
    ok = ok
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 2, SCMP_A1(SCMP_CMP_EQ, F_SETFL),
                            SCMP_A2(SCMP_CMP_MASKED_EQ, O_ASYNC, 0))
            == 0;
    // Files are opened to be read, limits asked after, signals sent to itself.
    constexpr unsigned long writes = O_ACCMODE | O_CREAT | O_TRUNC;
    const auto self = static_cast<scmp_datum_t>(::getpid());
    ok = ok
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writes, O_RDONLY))
            == 0;
    ok = ok
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writes, O_RDONLY))
            == 0;
    ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0)) == 0;
    ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self)) == 0;
    ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), 1, SCMP_A0(SCMP_CMP_EQ, self)) == 0;
    ok = ok && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return ok;
}

} // namespace

bool confineProgram(const std::string &program, const std::string &data)
{
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0)
        return false;
    return forbidFiles(program, data) && setLimits() && filterCalls();
}

} // namespace onrecord
