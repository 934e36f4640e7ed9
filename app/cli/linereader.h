// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace onrecord::cli {

/// Lines of stdin as they come.
class LineReader
{
public:
    /// The next line without its line feed; nothing at the end. Waits.
    std::optional<QByteArray> next();
    /// Would next() answer without waiting?
    [[nodiscard]] bool isReady() const;

private:
    QByteArray m_buffer;
    qsizetype m_at = 0;
    bool m_ended = false;
};

} // namespace onrecord::cli
