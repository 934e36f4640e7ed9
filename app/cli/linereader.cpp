// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linereader.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace onrecord::cli {

std::optional<QByteArray> LineReader::next()
{
    qsizetype searched = m_at;
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if (end >= 0) {
            const QByteArray line = m_buffer.sliced(m_at, end - m_at);
            m_at = end + 1;
            return line;
        }
        if (m_ended) {
            if (m_at == m_buffer.size())
                return std::nullopt;
            const QByteArray line = m_buffer.sliced(m_at);
            m_at = m_buffer.size();
            return line;
        }
        m_buffer.remove(0, m_at);
        m_at = 0;
        searched = m_buffer.size();
        std::array<char, 65536> chunk;
        const ssize_t got = ::read(STDIN_FILENO, chunk.data(), chunk.size());
        if (got > 0)
            m_buffer.append(chunk.data(), got);
        else if (got == 0 || errno != EINTR)
            m_ended = true;
    }
}

bool LineReader::isReady() const
{
    if (m_ended || m_buffer.indexOf('\n', m_at) >= 0)
        return true;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 0) > 0;
}

} // namespace onrecord::cli
