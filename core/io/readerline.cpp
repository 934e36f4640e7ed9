// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readerline.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace onrecord::io {

namespace {

/// A message of one byte with room for one descriptor.
struct Parcel {
    char byte = 0;
    alignas(cmsghdr) char room[CMSG_SPACE(sizeof(int))] = {};
    iovec content{&byte, 1};
    msghdr message{};

    Parcel()
    {
        message.msg_iov = &content;
        message.msg_iovlen = 1;
        message.msg_control = room;
        message.msg_controllen = sizeof room;
    }
};

[[noreturn]] void serveOne(const std::function<void(int line)> &serve)
{
    const int line = takeDescriptor(STDIN_FILENO);
    if (line < 0)
        std::_Exit(endOfLine);
    ::close(STDIN_FILENO);
    ::close(STDOUT_FILENO);
    serve(line);
    std::_Exit(EXIT_SUCCESS); // nothing to tidy up, and tidying needs calls that the sandbox took away
}

} // namespace

bool giveDescriptor(int socket, int descriptor)
{
    Parcel parcel;
    cmsghdr *const header = CMSG_FIRSTHDR(&parcel.message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptor);
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    ssize_t sent = -1;
    do
        sent = ::sendmsg(socket, &parcel.message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == 1;
}

int takeDescriptor(int socket)
{
    Parcel parcel;
    ssize_t got = -1;
    do
        got = ::recvmsg(socket, &parcel.message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    const cmsghdr *const header = got == 1 ? CMSG_FIRSTHDR(&parcel.message) : nullptr;
    if (!header || header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN(sizeof(int)))
        return -1;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return descriptor;
}

int serveEach(const std::function<void(int line)> &serve)
{
    for (;;) {
        const pid_t child = ::fork();
        if (child < 0)
            return EXIT_FAILURE;
        if (child == 0)
            serveOne(serve);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0) {
            if (errno != EINTR)
                return EXIT_FAILURE;
        }
        if (WIFEXITED(status) && WEXITSTATUS(status) == endOfLine)
            return EXIT_SUCCESS;
        if (::write(STDIN_FILENO, &status, sizeof status) != sizeof status)
            return EXIT_SUCCESS; // nobody is there any more
    }
}

} // namespace onrecord::io
