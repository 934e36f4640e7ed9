// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readerprocess.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace onrecord::ingest {

/// Hands a reader process to one thread at a time; a process is kept for the next file.
class Readers
{
public:
    explicit Readers(QString program) : m_program(std::move(program)) {}

    std::unique_ptr<io::ReaderProcess> take()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_idle.empty())
            return m_program.isEmpty() ? std::make_unique<io::ReaderProcess>() : std::make_unique<io::ReaderProcess>(m_program);
        auto reader = std::move(m_idle.back());
        m_idle.pop_back();
        return reader;
    }

    void giveBack(std::unique_ptr<io::ReaderProcess> reader)
    {
        const std::scoped_lock lock(m_mutex);
        m_idle.push_back(std::move(reader));
    }

private:
    QString m_program;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<io::ReaderProcess>> m_idle;
};

} // namespace onrecord::ingest
