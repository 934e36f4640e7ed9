// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/quoterows.h"

#include <QFuture>
#include <chrono>
#include <memory>

namespace onrecord::store {

/// The index of quotations in memory: read from the file a little at a time on the project's thread, put in order on another one,
/// then kept true by reading again what has changed. Verified by the sum that the file keeps of it; when it does not fit, the words
/// are taken from the quotations themselves. Throws SQLite::Exception.
class QuoteCache
{
public:
    /// As if nothing had been read.
    void forget() { *this = QuoteCache(); }
    /// These quotations came, went or have other words now, or may have (the change may yet be rolled back).
    void touch(const std::vector<qint64> &quotations) { m_touched.insert(m_touched.end(), quotations.begin(), quotations.end()); }

    /// Reads on for about so long; true when nothing is left to do.
    bool load(QuoteRows &rows, std::chrono::milliseconds budget);
    [[nodiscard]] bool isLoaded() const { return m_live != nullptr; }
    /// Whether the file's index was found not to fit the quotations.
    [[nodiscard]] bool isFileDoubted() const { return m_isFileDoubted; }

    [[nodiscard]] std::vector<match::LiveQuotes::Candidate> find(QuoteRows &rows, std::span<const quint32> asked, int most);

private:
    struct Reading {
        std::vector<qint64> ids;
        match::QuoteIndex index;
        QuoteSum sum;
    };
    void beginReading();
    bool readOn(QuoteRows &rows, std::chrono::milliseconds budget);
    void catchUp(QuoteRows &rows);

    std::unique_ptr<match::LiveQuotes> m_live;
    std::unique_ptr<Reading> m_reading;
    QFuture<std::shared_ptr<match::LiveQuotes>> m_settling;
    std::vector<qint64> m_touched; ///< since `m_reading` began, or since m_live was last true
    bool m_isFileDoubted = false;
};

} // namespace onrecord::store
